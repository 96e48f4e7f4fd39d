import type { Concepts } from '../concepts.ts';

/** How people say each concept: words and phrases, without accents. "turn…off" may have words in between. */
export const concepts = {
  azure: 'azure, azur, auzre, asure, azzure, azrue, microsoft azure, ms azure, azure cloud, windows azure',
  'microsoft-365':
    'microsoft 365, office 365, office365, o365, m365, ms365, ms 365, 365, o 365, m 365, office, ms office, microsoft office, microsft 365, microsoft365, ofice 365, offce 365, office suite, business premium, business basic, business standard, e3, e5, e1, office apps, office package',
  teams: 'teams, ms teams, microsoft teams',
  outlook: 'outlook',
  exchange: 'exchange, exchange online, mailbox, mailboxes, email hosting, business email, company email',
  sharepoint: 'sharepoint, share point',
  onedrive: 'onedrive, one drive',
  mail: 'mail, mails, email, emails, e mail, e mails',
  excel: 'word and excel, ms word, microsoft word, excel, spreadsheet, pivot table, powerpoint, word document, pivot',
  copilot: 'copilot, chatgpt',
  'power-bi': 'power bi, powerbi, power apps, powerapps, power automate',
  intune: 'intune, endpoint manager, autopilot, device management',
  entra: 'entra, entra id, azure ad, azuread, aad, azure active directory, active directory, microsoft entra',
  'visual-studio':
    'visual studio, msdn, vs enterprise, vs professional, visual studio subscription, vs subscription, my visualstudio',
  tool: 'vs code, vscode, visual studio code, codespaces, cloud shell, extension, sdk, plugin, tool, tools, terraform, az cli, azure cli, azcli, cli, command line, powershell, az login, connect azaccount, pipeline, devops, script, scripts, automation, terminal',
  api: 'api, rest, graph, msgraph, microsoft graph, endpoint',
  portal:
    'portal, azure portal, admin center, admin centre, admin portal, admin panel, dashboard, entra portal, console',
  godaddy: 'godaddy, go daddy, 1 und 1, ionos, tsohost, hosting provider, hoster, web host',
  tenant:
    'tenant, tenants, directory, directories, tennant, tenent, default directory, organisation directory, tenancy',
  subscription: 'subscription, subscriptions, sub, subs, subscribtion, subscripton, subcription, plan',
  licence: 'licence, license, licences, licenses, seat, seats, liscense, licensing',
  account: 'account, accounts, acount, login account, identity, user account',
  'work-account':
    'work account, school account, work or school account, organizational account, organisational account, company account, business account, corporate account',
  'personal-account':
    'personal account, private account, microsoft account, msa, hotmail, gmail, outlook com, live com, live, personal, private, home account',
  administrator: 'administrator, admin, admins, sysadmin, administrators, adminstrator, it admin',
  'global-administrator':
    'global administrator, global admin, ga, globaladmin, company administrator, tenant admin, tenant administrator, global administrators, global admins',
  'billing-administrator': 'billing administrator, billing admin',
  'account-administrator':
    'account administrator, account admin, account owner, service administrator, co administrator, co admin, coadmin, classic administrator, classic admin',
  role: 'role, roles, rbac, iam, access control, which role, what role',
  owner: 'owner, owners, ownership',
  contributor: 'contributor',
  reader: 'reader, read only, readonly, global reader',
  guest: 'guest, guests, external user, external users, b2b, external, externals, outsider',
  member: 'member, members, internal, internal user, insider',
  user: 'user, users, people, folks, end user, end users',
  colleague:
    'colleague, colleagues, coworker, co worker, teammate, workmate, staff, employee, employees, team, workforce, personnel, worker, workers, crew',
  manager: 'manager, boss, director, ceo, owner of the company, founder, cofounder, co founder, finance lead, lead',
  person:
    'person, human, human being, real person, actual person, live person, agent, operator, representative, rep, advisor, adviser, somebody real, someone real, real human, live agent, real people, living being, live chat',
  helpdesk:
    'helpdesk, help desk, service desk, servicedesk, it department, it desk, it team, it support, it guy, it people, support team, customer service, customer support, ict, hotline, call center, support desk, it staff',
  someone: 'someone, somebody, anyone, anybody, some one, any one',
  nobody: 'nobody, no one, noone, none',
  microsoft: 'microsoft, ms',
  company:
    'company, organisation, organization, business, firm, org, enterprise, corp, corporation, group of companies',
  department: 'department, departments, division, subsidiary, subsidiaries, branch, business unit, entity',
  school: 'school, university, uni, college, campus, education, educational, schools, faculty',
  student: 'student, students, pupil, pupils, student pack, azure for students, student account, student credit',
  nonprofit: 'nonprofit, non profit, charity, ngo, foundation, charitable, nonprofits, church, association',
  startup:
    'startup, startups, start up, founders hub, microsoft for startups, startup program, startup programme, startup credits',
  partner:
    'partner, csp, reseller, distributor, msp, vendor, cloud solution provider, supplier, provider, mpa, it partner, resellers, partners, managed service provider',
  customer: 'customer, customers, client, clients',
  government: 'government, gov, govcloud, gcc, azure government, sovereign cloud',
  'enterprise-agreement': 'enterprise agreement, ea, enterprise contract, ea portal, ea customer, volume licensing',
  enrollment: 'enrollment, enrolment, enrollment account, enrolment account',
  'customer-agreement': 'customer agreement, mca, microsoft customer agreement, mca e',
  'pay-as-you-go': 'pay as you go, payg, paygo, mosp, mosa, online services program',
  agreement: 'agreement, contract, terms, offer type, offer, commitment',
  'billing-account':
    'billing account, billing accounts, billing profile, billing scope, invoice section, billing profiles, billing scopes',
  billing: 'billing, cost management, costs, cost management and billing',
  invoice: 'invoice, invoices, bill, bills, receipt',
  card: 'card, credit card, debit card, creditcard, visa, mastercard, amex, cards, payment method, payment methods, payment card, bank card',
  bank: 'bank, banks',
  money: 'money, dollar, dollars, euro, euros, cash, cents',
  price: 'price, prices, cost, cost me, expensive, pricing, cheap, cheaper, quote',
  refund: 'refund, refunds, money back, refunded, reimburse, reimbursement, money…back',
  credit: 'credit, credits, sponsorship, grant, azure credit, free credit, sponsored, balance, sponsoring',
  trial: 'trial, free trial, trial period, trials, free version, test version, tryout, evaluation',
  free: 'free, for free, no cost, gratis, at no charge, free account',
  tax: 'vat, tax, tax id, vat number, gst, btw',
  address: 'address, addresses, adress',
  country: 'country, countries, region',
  domain: 'domain, domains, domain name, custom domain, dns, txt record, txt',
  onmicrosoft: 'onmicrosoft, onmicrosoft com, fallback domain, onmicrosoft domain, onmicrosoft name, initial domain',
  phone:
    'phone, mobile, telephone, cell, cellphone, handset, smartphone, iphone, android, phone number, mobile phone, mobile number',
  sms: 'sms, text message, texted, text, texts, verification code',
  mfa: 'mfa, 2fa, multifactor, multi factor, two factor, two step, second factor, authenticator, multi factor authentication, multifactor authentication, two step verification, authenticator app, authentication app, strong authentication, code from the app, code in the app, app code',
  password: 'password, passwords, passcode, pasword, credentials, keys',
  passkey: 'passkey, passkeys, fido, fido2, security key, yubikey, certificate, fido key',
  'security-defaults': 'security defaults, security default',
  'conditional-access': 'conditional access, ca policy, ca policies, conditional access policy',
  'break-glass':
    'break glass, breakglass, emergency account, emergency access, emergency admin, emergency accounts, break the glass',
  pim: 'pim, privileged identity management, eligible, eligible role, eligible roles, jit, just in time, pendingevaluation, eligibility',
  consent:
    'consent, admin consent, app approval, approval required, need admin approval, admin approval, permission requested, approval screen',
  app: 'app, apps, application, applications, enterprise app, enterprise apps, enterprise application, enterprise applications, service principal, service principals',
  permission:
    'permission, permissions, right, rights, privilege, privileges, access, unauthorized, not authorized, authorised, authorized, not allowed',
  policy: 'policy, policies, setting, settings, switch, toggle',
  group: 'group, groups, security group, role assignable group',
  developer:
    'developer, dev, developer program, developer programme, dev program, m365 developer, e5 sandbox, e5 developer, developers',
  sandbox: 'sandbox, sandboxes',
  b2c: 'b2c, azure ad b2c, external id, external tenant, customer identity, ciam, consumer tenant',
  'cross-tenant':
    'cross tenant, cross tenant sync, cross tenant synchronization, multitenant organization, multi tenant organization, cross tenant synchronisation, mto, multitenant organisation, sync, synchronise, synchronization, synced',
  lighthouse: 'lighthouse, azure lighthouse, gdap, dap, delegated admin, delegated administration, granular delegated',
  unmanaged: 'unmanaged, viral, shadow tenant, shadow, unmanaged tenant, self service sign up, viral tenant',
  takeover:
    'takeover, take over, admin takeover, domain takeover, force takeover, forcetakeover, external takeover, internal takeover, claim, reclaim, take…over',
  'self-service':
    'self service, self service purchase, self service buying, self service purchases, buy themselves, purchase themselves, on their own',
  resource: 'resource, resources, workload, workloads, environment, deployment',
  vm: 'vm, vms, virtual machine, virtual machines, server, servers, aks, kubernetes, cluster, database, databases, sql, key vault, keyvault, storage, storage account, function, functions, web app, website, web site, web application, backup',
  'management-group':
    'management group, management groups, resource group, root, elevate, elevate access, elevated access, elevation',
  'managed-identity': 'managed identity, managed identities',
  files: 'files, documents, data, file, folders, document',
  browser: 'browser, private window, incognito, cookies, cache, chrome, edge, inprivate',
  support:
    'support, microsoft support, support request, support case, support ticket, ticket, case, help link, data protection team, phone microsoft, contact support',
  error: 'error, errors, message, error code, error message, fault, aadsts, exception, warning',
  have: 'have, has, got, having, own, use, using, uses, running, run, working with, work with, already, existing, currently, current, run on, live in, are in, are on, sit in, are using',
  want: 'want, wants, wanna, wish, would like, like to, need, needs, require, looking for, looking to, in need of, desire, must have, id like, i d like, after, interested in, considering, planning to, plan to, hope to, also want, trying to, wanting, needing, asking for, ask for, asks for, supposed to, required',
  buy: 'buy, buying, purchase, order, acquire, procure, bought, purchased, ordered, ordering, shop, purchasing',
  get: 'get, obtain, set…up, receive, gain, set up, setup, start with, start using, getting, onboard, introduce, roll out, begin with, go to, switch to',
  add: 'add, adding, added, include, extend with, on top, as well, too, in addition, next to, alongside, besides, extra',
  create: 'create, creating, make, made, creation, new, set up new, open, create new, created',
  'sign-up':
    'sign up, signup, register, registration, signing up, signed up, sign me up, apply, application for, apply for, request, enroll, enrol, subscribe, signups, sign…up',
  'sign-in':
    'sign in, log in, login, signin, log on, logon, logged in, logging in, signed in, signing in, logs in, sign on, get in, get into, enter, get back in, getting in, log…in, sign…in, get…in',
  'sign-out': 'sign out, log out, logout, log off, signout, logged out, signed out, log me out, sign me out',
  cancel:
    'cancel, cancelling, canceling, cancellation, cancelled, canceled, terminate, unsubscribe, end the subscription, get rid of the subscription, way out, stop paying, get out of',
  delete: 'delete, remove, erase, get rid of, deleted, deleting, removal, wipe, drop, deletion, removed',
  close: 'close, closing, shut down, shut, shutdown, closed',
  move: 'move, moving, transfer, migrate, relocate, shift, moved, transferred, migrating, migration, transferring, transfers, bring over, take along, take with',
  'change-directory':
    'change directory, change tenant, switch directory, changing directory, change the directory, directory change',
  merge:
    'merge, combine, consolidate, unify, unite, join, bring together, put together, merging, fuse, into one, in one, one tenant, single tenant, one roof, one login, one directory, one place, joined, pull together, be one',
  link: 'link, connect, attach, associate, hook up, linking, linked, connected, tie, bind, pair, connecting, integrate, hook, associated',
  separate:
    'separate, separately, seperate, seperately, apart, not connected, not linked, unconnected, unlinked, different tenants, two tenants, separate tenants, split, disconnected, two directories, two separate, different directories, individually, isolated',
  both: 'both, the two, each of them',
  change: 'change, changing, modify, edit, update, replace, adjust, switch, changed, amend, swap, updating',
  rename: 'rename, renaming, new name, renamed, name change',
  invite: 'invite, inviting, invitation, invited',
  share: 'share, sharing, let others use, give access, grant access, shared',
  give: 'give, grant, assign, hand over, delegate, hand, handover, granting, assigned',
  approve:
    'approve, approval, approved, accept, approver, accepting, confirm, pending, waiting for approval, awaiting approval',
  activate:
    'activate, enable, switch on, turn on, activating, activated, activation, enabled, turned on, turn it on, turn…on, turned…on, switch…on',
  disable:
    'disable, disabled, deactivate, deactivated, switch off, turn off, turned off, shut off, suspended, switched off, disabling, keep off, off, suspend, turn…off, switch…off, turned…off',
  reset: 'reset, resetting, re register, reregister, reset mfa, start fresh',
  recover:
    'recover, restore, get back, regain, back, recovery, reactivate, reactivated, undelete, get it back, get…back',
  renew: 'renew, renewal, renewing, extend, prolong, renewed, extension of the term, auto renew, recurring billing',
  expire:
    'expire, expired, expires, ran out, run out, lapsed, ended, ends, expiry, over, expiring, end, used up, vanished, stopped, finish',
  inactive: 'inactive, inactivity, unused, idle, not used, dormant, not been used, blocked due to inactivity',
  blocked: 'blocked, locked, locked out, lock out, banned, barred, block, lockout, frozen, prevented, blocks',
  refused:
    'refused, rejected, declined, denied, turned down, refuses, not accepted, not eligible, ineligible, refuse, deny, rejects, not qualify, did not pass, does not pass, qualify, denial, disqualified, unable to proceed, declines, appeal, fails on',
  verify:
    'verify, verification, verified, identity check, security check, check my identity, proof of identity, security checks, verifying, validate, validation, validated',
  pay: 'pay, payment, charge, charged, charges, paid, paying, billed, costs us, charging, pays, payments, deducted, debit, debited',
  upgrade: 'upgrade, downgrade, upgrading, switch plan, change plan, convert',
  convert: 'convert, turn into, make into, turned into, converting, becomes, become, conversion',
  upload: 'upload, uploading, uploads, sideload, sideloading, custom app, custom apps, submit to your org, uploaded',
  install: 'install, installing, installed, installation',
  see: 'see, view, appear, visible, show, shows, find, locate, look up, lookup, showing, display, displays, list, look, listed, where is, where do i see, found, returns',
  missing:
    'missing, misses, lacks, absent, gone, disappeared, not there, hidden, greyed out, grayed out, greyed, grayed, invisible, empty, not show, does not show, doesnt show, no option, no button, not listed, zero, grey, gray, cant find, cannot find, no accounts page, not shown, nothing there',
  lost: 'lost, lose, losing, loss, forgot, forgotten, broken, broke, no longer have, dead, stolen',
  hacked:
    'hacked, hacker, attacker, compromised, phished, hijacked, breached, breach, taken over by, intruder, hack, attack',
  left: 'left, left the company, quit, resigned, has left, fired, gone, departed, retired, died, passed away, deceased, leave, medical leave, ill, sick, dead, unreachable, former, previous, ex admin, ex employee, no longer works, no longer here, on leave, dismissed, dies, death',
  fail: 'fail, fails, failed, failing, failure, does not work, doesnt work, not working, wont work, problem, issue, trouble, stuck, wont, unable, cannot, cant, can not, could not, couldnt, isnt working, never arrives, keeps failing, impossible, does nothing, not possible, broken, can…not, does…work, doesnt…work',
  wrong: 'wrong, incorrect, mistake, by mistake, accidentally, accident, mistakenly, incorrectly',
  why: 'why, how come, reason, whats the reason, for what reason',
  how: 'how, how do, how can, how to, what do i do, what should, what now, what steps',
  where: 'where, which page, which menu, whereabouts',
  who: 'who, whose, whom, which admin',
  when: 'when, how long, how soon, until when, how many days, deadline, after how',
  'what-is': 'what is, what does, what are, whats, explain, meaning, what means, means, mean, definition, what s',
  difference:
    'difference, compare, compared, versus, vs, different from, same as, or is it, distinguish, contradict, both says',
  may: 'may, allowed, allowed to, permitted, can we, can i, is it possible, possible, are we allowed, supported, can they, is there a way, able',
  'need-right':
    'do i need, do we need, need to be, have to be, which role, what role, necessary, required, prerequisite, which rights',
  'only-one':
    'only admin, sole admin, the only, sole, single admin, just me, only administrator, sole administrator, only global admin, nobody else, no other admin, last admin',
  second: 'second, another, a second, one more, multiple, several, more than one, additional, other, two, three, many',
  old: 'old, former, previous, legacy, earlier',
  year: 'year, yearly, annual, years, annually, 12 months',
  month: 'month, monthly, months, days, day, weeks, hours, hour',
  'charged-despite':
    'charged anyway, still charged, keeps charging, suddenly charged, unexpected charge, being charged, keep getting billed, still billed, unexpectedly billed',
  talk: 'talk, speak, talking, chat with, speaking, chat, converse, get in touch, reach, contact, contacting, put me through, connect me, transfer me, pass me, phone, call, ring, call me, phone me, ring me, callback, call back, escalate, hand me over, discuss, hear from, talked, conversation with, put through, get hold of, speak with, speak to, talk to',
  'help-needed': 'help, assist, assistance, help me, helping, aid, helps',
  bot: 'bot, chatbot, robot, machine, computer, program, ai, automated, automatic replies, virtual assistant',
  useless:
    'useless, does not help, doesnt help, not helping, not helpful, no use, no good, stupid, rubbish, crap, terrible, dumb, garbage, pathetic, waste of time, hopeless, annoying, fed up, sick of, shit, fuck, fucking, damn, wtf, bloody, nonsense, idiot, horrible, worst, awful, ridiculous, frustrated, frustrating, hate, sucks, bullshit, ffs, screw, going in circles, unhelpful, you dont understand, you do not understand, dont understand me, not listening',
  thanks: 'thanks, thank you, thx, cheers, much appreciated, appreciate it, grateful, ta, tnx, appreciated',
  greeting: 'hello, hi, hey, good morning, good afternoon, good evening, greetings, howdy, hiya',
  language: 'language, languages, english, dutch, german, french, in english, in dutch, in german',
  status: 'status, overview, state of my, where do i stand, how far, my situation, what do i have, check my',
  check: 'check, recheck, look again, verify again, test again, examine, look at my',
  steps: 'steps, step, checklist, instructions, guide, walk me through, procedure',
  remind: 'remind, reminder, notify, let me know, tell me when, ping me, alert me',
  tomorrow: 'tomorrow, later, next week, monday, tuesday, friday, another time, other day',
  'my-data': 'my data, my information, my details, about me, personal data, personal information, everything about me',
  store:
    'store, keep, save, remember, kept, stored, retain, saved, record, log, logged, privacy, gdpr, safe, secure, trustworthy, confidential, trust',
  'made-by':
    'who made you, who built you, created you, who wrote you, who runs you, who owns you, made by, developed you, behind you, built by',
  you: 'you, your, yourself, u',
  weather: 'weather, rain, sunny, temperature, forecast, snow, umbrella',
  'off-topic':
    'printer, print, joke, pizza, recipe, football, soccer, game, music, movie, song, poem, train, flight, hotel, lunch, canteen, vacation, holiday, salary, payslip, parking, coffee, wifi, vpn, keyboard, monitor, screen, laptop, headset, mouse, cat, dog, president, capital, cook, bake, car, restaurant, stock, bitcoin, news, horoscope, toilet, translate, essay, homework, birthday, gym, doctor',
  'mail-client':
    'inbox rule, rules, signature, out of office, calendar, meeting, meetings, spam, shared mailbox, distribution list, attachment, archive, contacts, meeting room, font, ribbon, formula, macro, spreadsheet, background blur, camera, microphone, recording',
} satisfies Concepts;
