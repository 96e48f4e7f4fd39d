export const agreement = {
  title: 'Which agreement do you have?',
  intro: 'I cannot see which agreement your organisation has with Microsoft. Please answer two questions.',
  'question-enterprise':
    'Does your organisation have an Enterprise Agreement? Large organisations often do. It is a three-year contract with an enrollment number.',
  'question-partner': 'Or does the bill for Azure come from a partner instead of Microsoft?',
  enterprise: 'Yes, an Enterprise Agreement',
  partner: 'Yes, through a partner',
  neither: 'No, neither of them',
  'not-sure': 'I do not know',
} as const;

export const card = {
  'spoken-choices': 'You can choose: {choices}',
  welcome: {
    'first-title': 'Hello, I am OneTenant',
    'first-text':
      'I am a chat bot. I help you get Microsoft 365 and Azure into one Microsoft Entra tenant. Sign in only if you want.',
    'again-title': 'Here are the choices',
    'returning-title': 'Welcome back',
    'after-sign-out-title': 'You are signed out',
    'after-sign-out-text':
      'I can no longer read anything for you. You can still choose an option, and sign in again whenever you like.',
    question: 'What do you want to do? Choose below, or type it in your own words.',
  },
  'sign-in': {
    'open-window': 'Sign in using the window that opens, then come back here.',
    title: 'Shall I check your setup?',
    why: 'If you sign in, I can check what applies to you. Otherwise I can only tell you what applies in general.',
    'reads-title': 'What I read, with your own permissions',
    reads: [
      'Your name and your roles',
      'The name of your tenant and the Microsoft 365 products in it',
      'The Azure subscriptions that you can see',
      'Where it matters: the kind of agreement, and whether you are Owner',
    ],
    'only-reading': 'I change nothing and buy nothing.',
    refuse: 'Would you rather not? I can still show you the general steps, without checking them for you.',
  },
  'step-up': {
    'title-proof-azure': 'Azure asks for a second proof of who you are',
    'title-proof-graph': 'Microsoft 365 asks for a second proof of who you are',
    'title-sign-in-azure': 'Azure asks you to sign in again',
    'title-sign-in-graph': 'Microsoft 365 asks you to sign in again',
    'title-device-azure': 'Azure only lets in devices that your organisation manages',
    'title-device-graph': 'Microsoft 365 only lets in devices that your organisation manages',
    'why-proof':
      'Your organisation wants to see it before I may read there for you. It counts for this chat only, for an hour at most, and I store nothing of it.',
    'why-sign-in':
      'Your earlier sign-in no longer counts there, for example because your password was changed. Once you have signed in, I can read there for you. It counts for this chat only, for an hour at most, and I store nothing of it.',
    'why-device':
      'Is this one of them? Then Microsoft lets me read there for you. It counts for this chat only, for an hour at most, and I store nothing of it.',
    'other-account':
      'Somebody signed in there with another account, so I read nothing. Microsoft now asks which account you want to use.',
    how: 'The button opens Microsoft’s sign-in. Sign in with {account}, and come back: I continue where we were.',
    'same-account': 'the account that you are here with',
    refuse:
      'Does Microsoft refuse you there, or would you rather not? Type “skip”, and I continue with what I could read.',
  },
  suggestion: {
    title: 'This looks like your situation',
    'open-title': 'It is up to you',
    choose: 'Choose what you want to do, or look at your status first.',
    because: {
      'microsoft-365-only': 'I found Microsoft 365 in your tenant, but no Azure subscription.',
      'azure-only': 'I found Azure in your tenant, but not Microsoft 365.',
      'azure-here-and-another-tenant':
        'I found Azure here but not Microsoft 365. You are in another tenant as well; Microsoft 365 may be there.',
      'both-here': 'Azure and Microsoft 365 are already in one tenant.',
      'nothing-found': 'I found neither Azure nor Microsoft 365 in this tenant.',
      'cannot-tell': 'I could not see enough to make a suggestion.',
      'personal-account': 'You signed in with a personal account. With your work or school account I can see more.',
    },
    question: 'Is this right?',
  },
  state: {
    ready: 'Ready',
    'held-back': 'Not yet',
    'another-way': 'Another way',
    proven: 'All set',
    'needs-a-look': 'Please check',
  },
  verdict: {
    reading: 'Reading your roles, your products, your subscriptions …',
    consent: 'Approve the app as an administrator',
    'checks-good': { one: '{count} check, all good', other: '{count} checks, all good' },
    'checks-mixed': '{good} of {count} checks are good',
    notices: 'Good to know: {count}',
    why: 'Why is that?',
    'more-blockers': { one: '{count} more thing to fix', other: '{count} more things to fix' },
    already: { 'add-azure': 'You already have Azure here', 'add-microsoft-365': 'You already have Microsoft 365 here' },
    another: { 'add-azure': 'Need another?', 'add-microsoft-365': 'Need more licences?' },
    'azure-stopped': 'Azure is already in this tenant. You need no new subscription.',
    'both-here-stopped': 'Azure and Microsoft 365 are already in one tenant. There is nothing to buy or to move.',
    'comes-here-title': 'The subscription comes here',
    'comes-here': '{tenant} has Microsoft 365. The Owner of the subscription sends the request from the other tenant.',
    'say-agreement':
      'Once you know which agreement it is, type it here: Enterprise Agreement, Microsoft Customer Agreement or partner.',
    'look-first': 'Look first: what is here already, nobody has to buy.',
    'partner-text': 'A text for the partner',
    'partner-text-add-azure':
      'Hello, our Azure in the tenant {tenant} comes from you. We would like another Azure subscription there. Can you create it, and what does it cost?',
    'partner-text-join':
      'Hello, our Azure comes from you, and a subscription from a partner cannot change directory. We would like Azure in the tenant with our Microsoft 365. Can you create a subscription there, and what does it take to rebuild there what runs in the old one?',
    'partner-text-unseen-add-azure':
      'Hello, our Azure comes from you. Is there already an Azure subscription in the tenant {tenant}? If not, can you create one, and what does it cost?',
    'partner-text-unseen-join':
      'Hello, our Azure comes from you. In which tenant is it? We would like it in the tenant with our Microsoft 365, but a subscription from a partner cannot change directory. Can you create a new one there, and what does it take to rebuild there what runs in the old one?',
    'guest-text': 'A text for the administrator of {tenant}',
    'guest-text-add-azure':
      'Hello, I am a guest in your tenant {tenant} and would like Azure there. What a guest signs up for does not end up in {tenant}. Could somebody with an account of {tenant} sign up and give me access? Or can I get an account of {tenant}?',
    'guest-text-add-microsoft-365':
      'Hello, I am a guest in your tenant {tenant} and would like Microsoft 365 there. What a guest orders does not end up in {tenant}. Does {tenant} have it already? If not, could a Billing Administrator of {tenant} order it?',
    'guest-text-join':
      'Hello, I am a guest in your tenant {tenant}. We want Azure and Microsoft 365 in one tenant, and a guest cannot see what {tenant} has. Does {tenant} have Microsoft 365? If so, our Azure subscription can move to it. I need the tenant ID and the email address of the administrator who accepts it.',
    'activate-first': 'Is a role waiting for you in Privileged Identity Management? Activate it first.',
    'right-tenant': 'Is this the right tenant?',
    'sign-in-first': 'In the shop, choose Sign in at the top right first.',
    'first-step': 'First step: {title}',
    account: 'Sign up only with {account}.',
    'account-here': 'the account that you use here',
    'account-outside-agreement': 'Sign up only with {account}, and not with an Enterprise Agreement.',
    'account-pays': 'You get the bill.',
    'role-ends': 'Your role {role} ends on {date}. Finish every step before.',
    'trial-ends': 'To pay nothing for {product}, turn off recurring billing before {date}.',
    'deadline-on': 'Decide about {what} by {date}. See Good to know.',
    deadline: '{what} needs your attention. See Good to know.',
    'read-at': 'Checked on {date}',
    more: { one: 'and {count} more', other: 'and {count} more' },
    'way-out': 'What you can do: {text}',
  },
  status: {
    details: 'All details and IDs',
    'and-more': { one: '{name} and {count} more', other: '{name} and {count} more' },
    free: { one: '{count} free product, not counted', other: '{count} free products, not counted' },
    'next-step': 'Next step: {step}',
    findings: 'What this means',
    'free-title': 'Free products, not counted',
    unread: 'Could not be read: {parts}.',
    rest: 'Show the rest: {count}',
    title: 'Your status',
    tenant: 'Tenant',
    'tenant-id': 'Tenant ID',
    'initial-domain': 'Initial domain',
    roles: 'Roles',
    'no-roles': 'I cannot see any active or eligible role for you.',
    'role-active': 'Active',
    'role-through-group': 'Active through the group {group}',
    'role-eligible': 'Eligible: you can activate it',
    'role-until': 'Until {date}',
    products: 'Microsoft 365 products',
    'unknown-product': 'A product I do not know ({part})',
    'no-products': 'I found no products.',
    seats: '{used} of {total} seats used',
    'next-date': 'Renews or ends on {date}',
    trial: 'Trial',
    subscriptions: 'Azure subscriptions',
    'no-subscriptions': 'I found no subscriptions here that you can see.',
    offer: 'Offer',
    state: 'State',
    'spending-limit': 'Spending limit',
    'belongs-to': 'Belongs to {tenant}',
    more: { one: 'And {count} more.', other: 'And {count} more.' },
    'read-at': 'Read on {date}',
    'signed-in-as': 'Signed in as {account}',
  },
  steps: {
    account: 'Use this account: {account}',
    address: 'The address, to copy into another window:',
    'add-subscription':
      'You already have Azure here, so do not choose Start free. Open Subscriptions in the Azure portal and choose Add: there you choose the billing account that pays.',
    notes: 'Good to know',
    title: 'Your steps: {scenario}',
    'unchecked-title': 'General steps: {scenario}',
    unchecked: 'I have not checked these steps for you.',
    progress: 'Step {step} of {total}',
    done: 'Done',
    todo: 'To do',
    current: 'Now',
    'all-done': 'You have completed every step. Shall I check whether it worked?',
    counted: { one: '{count} of {total} steps done', other: '{count} of {total} steps done' },
  },
  join: {
    title: 'Before you move {subscription}',
    moves: '{subscription} moves from {source} to {target}.',
    'moves-each': '{subscription} can move from {source} to {target}, each with a request of its own.',
    'moves-perhaps':
      'I could not see whether {source} has Microsoft 365. If it has, nothing has to move. If not, {subscription} moves to {target}.',
    'moves-where': 'I cannot see which one that is: you are also in {tenants}.',
    'moves-from-unseen':
      'I could not see where your Azure subscription is. Already in {target}? Then nothing moves. If not, it moves there.',
    'in-short': 'Everybody loses access to it until it is set up again, and no click undoes that.',
    'in-short-each': 'Everybody loses access to what moves until it is set up again, and no click undoes that.',
    'in-short-perhaps': 'If it moves, everybody loses access until it is set up again, and no click undoes that.',
    changes: 'What will change: {count}',
    confirm: 'Can people manage until their access is restored, and do you know how to do that?',
    'accept-title': 'Before a subscription is accepted here',
    'accept-moves': 'If its Owner sends a request and it is accepted here, a subscription moves to {target}.',
    'accept-confirm': 'Do you expect a subscription, and does its Owner know how to restore access?',
  },
  proof: {
    'proven-title': 'It worked',
    'proven-text': 'I checked again, and it is there.',
    'not-visible-yet-title': 'Not visible yet',
    'not-visible-yet-text': {
      one: 'I do not see anything new yet. That is normal: it can take minutes or even hours. Check again in about {count} minute.',
      other:
        'I do not see anything new yet. That is normal: it can take minutes or even hours. Check again in about {count} minutes.',
    },
    'not-accepted-yet-title': 'Still in the old tenant',
    'not-accepted-yet-text': {
      one: '{subscription} is in {where} until an administrator of the other tenant accepts the request. Accepted already? Check again in about {count} minute.',
      other:
        '{subscription} is in {where} until an administrator of the other tenant accepts the request. Accepted already? Check again in about {count} minutes.',
    },
    'left-old-tenant-title': 'It has left the old tenant',
    'left-old-tenant-text':
      'I no longer see {subscription} in {where}. Sign in with an account of the new tenant, or ask who accepted it.',
    'wrong-tenant-title': 'It ended up in another tenant',
    'wrong-tenant-text': 'It is in {where}, not in {expected}. Do nothing more before you know what you want.',
    'cannot-tell-title': 'I cannot tell whether it worked',
    'cannot-tell-text': 'I could not read this just now: {missing}. That does not mean that it failed.',
    'missing-azure': 'Azure subscriptions',
    'missing-microsoft-365': 'Microsoft 365 products',
    'missing-tenants': 'your tenants',
    'changes-title': 'What changed',
    'before-after': 'Before: {before}. After: {after}.',
    attempt: 'Check {attempt}',
  },
  receipt: {
    title: 'Receipt',
    text: 'You can forward this or add it to a ticket.',
    what: 'What',
    where: 'Where',
    when: 'Checked on',
    result: 'Result',
    proven: 'Done and checked',
    'as-text': 'As text, to copy',
  },
  help: {
    title: 'What I can do',
    paragraphs: [
      'Use the buttons to choose what you want to do, or type it in your own words.',
      'You can always type: status, check again, steps, back, repeat, cancel, start over, sign out.',
      'To change the language, type its name: {languages}. Type “person” to talk to a person.',
    ],
  },
  language: { title: 'Choose a language', text: 'You can change it at any time.' },
  'talk-to-person': {
    title: 'Talk to a person',
    text: 'These people can help you:',
    open: 'Open the contact page',
    'no-contact': 'Your organisation has not told me who to contact. Ask your IT department or helpdesk.',
    summary: 'What to tell them',
  },
  misses: {
    title: 'Shall we try another way?',
    text: 'Sorry, I do not understand. Use one of the buttons, or talk to a person.',
  },
  resume: {
    title: 'Continue where you left off?',
    text: 'You were working on: {scenario}.',
    'text-with-step': 'You were working on: {scenario}. The next step is: {step}.',
  },
  'admin-request': {
    title: 'A text for your administrator',
    text: 'Copy this and send it to your administrator.',
    label: 'Text to send',
    'message-add-azure':
      'Hello, I would like to use Azure with my Microsoft 365 account in {tenant}. There is a problem that only an administrator can solve. Could you help me? Details: {reason}',
    'message-add-microsoft-365':
      'Hello, we would like to order Microsoft 365 in our tenant {tenant}. That requires the role Global Administrator or Billing Administrator. Could you assign me Billing Administrator, or order it yourself? Details: {reason}',
    'message-billing-role':
      'Hello, I would like to order Microsoft 365 in our tenant {tenant}. With a Microsoft Customer Agreement, that also takes a role on the billing account. Could you make me owner or contributor of it, under Billing, Billing accounts, or order it yourself?',
    'billing-role-too':
      'If we have a Microsoft Customer Agreement, it also takes a role on the billing account: owner or contributor.',
    'look-first': 'I could not see whether our tenant has it already: please look first, under Billing, Your products.',
    'message-join':
      'Hello, we would like to move an Azure subscription from {tenant} to the tenant with Microsoft 365. An Owner of the subscription sends the request, and an administrator of the tenant with Microsoft 365 accepts it. Could you help me? Details: {reason}',
    'message-join-owner':
      'Hello, I would like to move the Azure subscription {subscription} from {tenant} to the tenant with Microsoft 365. For that I need the Owner role on it, without a condition. Could you assign it to me, or send the request in the Azure portal yourself? Details: {reason}',
    link: 'Open this page and sign in: {url}',
    code: 'In a chat with OneTenant, type: request {code}',
    expires: 'The request can be answered once, until {date}.',
  },
  answer: {
    helped: 'Did this help?',
    'see-also': 'See also',
    'old-name': '“{was}” is now called {now}. {explanation}',
    inferred: 'Our conclusion: we found no Microsoft page that says so.',
    'only-in': 'I have this answer only in {language}.',
    fit: {
      yes: 'From what I read about you, this applies to you.',
      no: 'From what I read about you, this probably does not apply to you.',
      'cannot-tell': 'I could not read whether this applies to you.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Do you mean one of these?',
    'perhaps-text': 'I am not sure what you mean. Choose one, or put it another way.',
    'others-title': 'One of these may help',
    'others-text': 'These answers also seemed close to your question.',
  },
  'accept-request': {
    title: 'Ask the person who accepts',
    text: 'An administrator of the tenant with Microsoft 365 accepts the subscription. Enter the ID of that tenant, and I will make a text for them. When they tell me that they accepted, I will tell you and check.',
    tenant: 'Tenant ID of the tenant with Microsoft 365',
    link: 'Link from the Azure portal (optional)',
    where: 'Once you have sent the request in the Azure portal, the link is on the confirmation page.',
    make: 'Make the text',
    refused: {
      'tenant-missing':
        'The tenant ID is missing. The administrator finds it in the Microsoft Entra admin center, under Overview.',
      'tenant-malformed':
        'That is not a tenant ID. It has 32 letters and digits in five groups, with hyphens in between.',
      'own-tenant':
        'That is the tenant that the subscription is in now. Enter the ID of the tenant with Microsoft 365.',
      'link-refused':
        'I only take links that begin with https:// and lead to the Azure portal, such as https://portal.azure.com. Copy the link again, or leave it empty.',
    },
    'ready-title': 'A text for the person who accepts',
    'ready-text': 'Copy this and send it to them. Compare the tenant ID once more: {tenant}.',
    unknown: 'Microsoft does not say how long its own request stays open, so do not wait.',
    message:
      'Hello, we would like to move an Azure subscription from {source} to your tenant with the ID {target}. Could you accept it as an administrator there?',
    'message-link': 'Accept it in the Azure portal: {url}',
    'message-without-link': 'I will send you the link to accept it separately.',
    'message-yours': 'The rest is in your tenant, so only you can do it. I send you the list of what was set up.',
    'message-then': 'Then tell OneTenant that you accepted, and I will hear of it.',
  },
  'accept-answer': {
    title: 'You are asked to accept a subscription',
    text: '{name} asks you, as an administrator of {tenant}, to accept an Azure subscription there.',
    'with-link': 'Open the Azure portal and read what it says. Accept only if you expect this subscription.',
    'without-link': 'The person who asks has the link to accept it. Accept only if you expect this subscription.',
    'role-uncertain':
      'Microsoft does not say whether your role is enough. The Azure portal says whether you may accept.',
    'what-it-means': 'Nothing is accepted here. Your answer only lets me tell the person who asks.',
    open: 'Open the Azure portal',
    accepted: 'I have accepted it',
    'not-accepted': 'I will not accept it',
    'told-accepted': 'On {date}, an administrator of the other tenant told me that they accepted the subscription.',
    'told-declined':
      'An administrator of the other tenant says that they will not accept the subscription. It stays where it is.',
  },
  'admin-answer': {
    title: 'Somebody has asked for your help',
    text: '{name} asked you, as an administrator of {tenant}, for help with: {scenario}.',
    'text-to-owner':
      '{name} of {tenant} asked you, as an Owner of the Azure subscription, for help with: {scenario}. Do the step in the portal, or make them Owner there.',
    'what-it-means':
      'Approving does not grant any permissions. Approve once you have assigned the role or done the step yourself. I will then check again in the chat of the person who asked.',
    approve: 'Approve',
    decline: 'Decline',
    'approved-title': 'Thank you, the request is approved',
    'declined-title': 'The request is declined',
    told: 'I have told the person who asked.',
    refused: {
      expired: 'This request is no longer valid. A request can be answered once, and only for a short time.',
      'own-request': 'This is your own request. An administrator has to answer it.',
      'role-missing': 'Only somebody with the role Global Administrator or Billing Administrator can answer this.',
      'role-to-activate': 'You are eligible for the role, but it is not active now. Activate it and check again.',
      'role-cannot-tell': 'I cannot see your roles, so I cannot accept your answer.',
      'other-target':
        'This request is for the tenant with the ID {target}, and you are signed in to {tenant}. Nothing has changed. Sign out, and open the request again with an account of that tenant.',
      'no-role-to-accept':
        'You have no active administrator role here. Activate one and check again, or pass the request on to an administrator.',
      'already-answered': 'This request has already been answered.',
      'not-approved': 'This request has not been approved.',
      'not-the-requester': 'This request belongs to somebody else.',
    },
  },
  reminder: {
    title: 'I will remind you',
    'on-day': 'I will remind you on {date}, around this time of day.',
    'no-other-hour': 'I cannot set another time.',
    'when-visible': 'I will keep checking, and tell you as soon as it shows up. I will stop on {date}.',
    stop: 'Type “stop reminding” to end this.',
  },
  'delete-my-data': {
    title: 'Delete what I have stored about this chat?',
    text: 'This cannot be undone. Nothing changes in Microsoft 365 or Azure.',
    'goes-title': 'What I delete',
    goes: [
      'Your progress: your route, the steps you ticked, and the last two checks with names, roles and subscriptions.',
      'Your language and time zone, your reminders, the tickets I know in this chat, and the requests to administrators that you made here.',
      'Your sign-in with Microsoft’s token service.',
    ],
    'stays-title': 'What stays',
    stays: [
      'The messages above: Teams or the chat window keeps them, according to your organisation’s policies.',
      'Entries in my log, without names and without what you typed, until they expire.',
      'Backup copies made by the people who run me, for a few days.',
      'What a helpdesk has in its own tickets. Ask the helpdesk about that.',
      'Other chats with me, for example on another channel. Ask me there too.',
    ],
    gone: {
      one: 'Your data is deleted: one record, with everything about this chat, and your sign-in. I checked afterwards, and nothing is left. If you write to me again, we start from the beginning.',
      other:
        'Your data is deleted: {count} records, with everything about this chat, and your sign-in. I checked afterwards, and nothing is left. If you write to me again, we start from the beginning.',
    },
    'not-all-gone':
      'I could not delete everything. Try again later; if it still does not work, give this reference to your helpdesk: {reference}.',
  },
  notice: { reference: 'Reference: {reference}' },
  topic: {
    'read-more': 'Read more',
    'support-text': {
      none: 'We have an Enterprise Agreement and want Azure and Microsoft 365 in one tenant. Who can set this up for us, and in which tenant?',
      'add-azure':
        'We have an Enterprise Agreement and want an Azure subscription in the tenant {tenant}. Who creates it, and with which account?',
      'add-microsoft-365':
        'We have an Enterprise Agreement and want Microsoft 365 in the tenant {tenant}. Who orders the licences, and who activates the first order?',
      join: 'We have an Enterprise Agreement and want to move an Azure subscription to the tenant with our Microsoft 365. We looked in the tenant {tenant}. Who may move it, and what do we have to prepare?',
    },
  },
} as const;

export const why = {
  'step-up':
    'Your organisation has a policy that wants more than a password for this. Without it, Microsoft lets nobody read there, me included.',
  scenario: 'The rules depend on the direction. One direction requires an administrator role, and the other does not.',
  'sign-in':
    'I can see your roles and subscriptions only after you sign in. Otherwise I can only show you the general steps.',
  agreement:
    'If you have an Enterprise Agreement or buy through a partner, the ordinary sign-up is not for you. I cannot always tell agreements apart.',
  'confirm-join':
    'Moving a subscription removes everybody’s access, and you cannot undo that with one click. I want you to know before you start.',
  suggestion: 'I suggest this from what is in your tenant. You know best what you want, so I am asking.',
  language: 'I guess your language from the chat app, and I can be wrong.',
  'talk-to-person': 'I can pass on what I know, so that you do not have to explain it twice. That is why I ask first.',
} as const;
