import type { CannotTellReason } from '../../domain/known.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { BlockerId, CheckId, NoticeId, VerdictOutcome } from '../../domain/verdict.ts';
import type { BlockerWords, CheckWords, MessageWords, ReasonWords } from '../shape.ts';

export const checks = {
  'work-account': {
    yes: 'You signed in with a work or school account.',
    no: 'This is not a work or school account of this tenant.',
    'cannot-tell': 'I cannot tell whether what you sign up for with this account ends up in {tenant}.',
  },
  'managed-tenant': {
    yes: 'Your tenant is an ordinary, managed tenant.',
    no: 'Your tenant is not an ordinary, managed tenant.',
    'cannot-tell': 'I cannot tell whether your tenant is managed.',
  },
  'has-microsoft-365': {
    yes: 'Your tenant has Microsoft 365.',
    no: 'I did not find Microsoft 365 in this tenant.',
    'cannot-tell': 'I cannot tell whether your tenant has Microsoft 365.',
  },
  'has-azure': {
    yes: 'You have an Azure subscription in this tenant.',
    no: 'I did not find an Azure subscription that you can see in this tenant.',
    'cannot-tell': 'I cannot tell whether you have an Azure subscription.',
  },
  'purchase-role': {
    yes: 'You have a role that lets you buy: Global Administrator or Billing Administrator.',
    no: 'You do not currently have a role that lets you buy.',
    'cannot-tell': 'I cannot tell whether you have a role that lets you buy.',
  },
  'self-service-agreement': {
    yes: 'Your agreement allows this.',
    no: 'With your agreement this works differently.',
    'cannot-tell': 'I cannot tell which agreement you have with Microsoft.',
  },
  'subscription-usable': {
    yes: 'Your Azure subscription is active.',
    no: 'Your Azure subscription is past due or disabled.',
    'cannot-tell': 'I cannot tell the state of your Azure subscription.',
  },
  'owner-of-subscription': {
    yes: 'You are Owner of the subscription.',
    no: 'You are not Owner of the subscription, or only with a condition.',
    'cannot-tell': 'I cannot tell whether you are Owner of the subscription.',
  },
  'accepting-administrator': {
    yes: 'You are Global Administrator here, the highest role. Microsoft names none for accepting.',
    no: 'I see no active administrator role for you here. One may be waiting for you to activate it, also through a group. Otherwise a colleague accepts the subscription.',
    'cannot-tell': 'I cannot tell who can accept the subscription.',
  },
  'offer-can-move': {
    yes: 'This kind of subscription can change directory.',
    no: 'This kind of subscription cannot change directory.',
    'cannot-tell': 'I cannot tell which kind of subscription this is.',
  },
} satisfies Record<CheckId, CheckWords>;

export const reasons = {
  'not-signed-in': { meaning: 'You are not signed in.', 'way-out': 'Sign in, and I will check.' },
  'consent-missing': {
    meaning: 'Nobody has given consent for me to read this yet.',
    'way-out': 'Ask an administrator to approve this app, or look it up yourself.',
  },
  'permission-refused': {
    meaning: 'Microsoft did not let me read this with your permissions. That says nothing about your role.',
    'way-out': 'Look it up yourself, or ask an administrator to look.',
  },
  guest: {
    meaning: 'You are a guest here, and guests cannot read this.',
    'way-out': 'Sign in with an account of the tenant, or ask its administrator to look.',
  },
  'not-from-partner': {
    meaning:
      'A partner (CSP) does not sell this kind of subscription. A partner can also be the seller of an Enterprise Agreement.',
    'way-out': 'Look in the Azure portal under Cost Management + Billing, Properties: it names the kind of agreement.',
  },
  'sign-in-again': { meaning: 'Microsoft wants you to sign in again.', 'way-out': 'Sign out and sign in again.' },
  'second-proof': {
    meaning: 'Microsoft wants a second proof of who you are, and has not had it.',
    'way-out':
      'Check again and give it in the window that opens. If that fails, ask your IT department: the sign-in logs of Microsoft Entra name the policy and what it asks for.',
  },
  'device-refused': {
    meaning: 'Your organisation only lets in devices that it manages.',
    'way-out':
      'Open this chat on a device that your organisation manages. Or ask your IT department: it can manage your device, or change whom the policy applies to. Leaving out this app is not enough: the policy applies to what I read.',
  },
  'blocked-by-policy': {
    meaning: 'A policy of your organisation blocks me.',
    'way-out': 'Try again on a device and network of your organisation, or ask your IT department.',
  },
  'app-not-assigned': {
    meaning: 'You are not assigned to this app.',
    'way-out': 'Ask an administrator to assign you to it.',
  },
  'tenant-restricted': {
    meaning: 'The network that you are on does not let you into this tenant.',
    'way-out': 'Ask the IT department of that network to allow the tenant, or use another network if you may.',
  },
  'cross-tenant-blocked': {
    meaning: 'Your organisation and this tenant do not let accounts of the one into the other.',
    'way-out':
      'Ask your IT department. An administrator has to allow it in the cross-tenant access settings of Microsoft Entra.',
  },
  'account-locked': {
    meaning: 'Your account is locked for now, or Microsoft does not trust the network that you are on.',
    'way-out':
      'Wait a while before you try again, or use another network. An administrator sees the reason in the sign-in logs.',
  },
  'account-at-risk': {
    meaning: 'Microsoft has blocked your account because somebody else may be using it.',
    'way-out': 'Ask an administrator of your own organisation to look into it.',
  },
  'account-disabled': {
    meaning: 'Your account is disabled in this tenant.',
    'way-out': 'Ask an administrator of the tenant to enable it.',
  },
  'wrong-account': {
    meaning: 'Your account is not known in this tenant.',
    'way-out': 'Sign out, and sign in with an account of the tenant. A private window helps.',
  },
  'tenant-blocked': {
    meaning: 'Microsoft has blocked your whole tenant, usually because nobody used it for a long time.',
    'way-out':
      'An administrator has to phone Microsoft. After a block for inactivity that is possible for 20 days; then the tenant is deleted for good.',
  },
  'partner-role': {
    meaning:
      'You administer this tenant for a customer. Your roles here come from your own tenant, and I cannot read them.',
    'way-out': 'Look in Partner Center, under the customer’s admin relationships.',
  },
  'eligible-roles-hidden': {
    meaning:
      'You have no active role that lets you buy. A role may be waiting for you to activate it, and I cannot see that.',
    'way-out':
      'Look under Privileged Identity Management, My roles. Is Global Administrator or Billing Administrator there? Then activate it and check again. If not, ask an administrator.',
  },
  'billing-role-unread': {
    meaning:
      'You have the role of the tenant. With a Microsoft Customer Agreement it also takes a role on the billing account, and I do not read that one.',
    'way-out': 'Look in the Microsoft 365 admin center, under Billing, Billing accounts.',
  },
  'no-licence': {
    meaning: 'Your tenant has no licence for eligible roles, so there are none to read.',
    'way-out': 'You do not have to do anything.',
  },
  'service-absent': {
    meaning: 'This service does not exist in your tenant yet, for example because nobody has used it.',
    'way-out': 'Continue with the steps, and check again afterwards.',
  },
  'service-disabled': {
    meaning: 'This service is turned off in your tenant.',
    'way-out': 'Ask an administrator. They turned it off in Microsoft Entra, or a subscription lapsed.',
  },
  throttled: { meaning: 'Microsoft is too busy right now.', 'way-out': 'Wait a minute and check again.' },
  unavailable: { meaning: 'Microsoft’s service did not respond properly.', 'way-out': 'Check again in a few minutes.' },
  'too-slow': { meaning: 'The answer took too long.', 'way-out': 'Check again; it is often faster the second time.' },
  unreadable: {
    meaning: 'I could not understand the answer.',
    'way-out': 'Check again later, or look it up yourself.',
  },
  incomplete: { meaning: 'I received only part of the list.', 'way-out': 'Check again to get the rest.' },
  'ids-missing': {
    meaning: 'The decisive part of the answer was missing.',
    'way-out': 'Look up your role yourself, under Roles & admins, Your role.',
  },
  ambiguous: {
    meaning: 'The answer fits two cases that I must not confuse.',
    'way-out': 'Look at it yourself in the Azure portal, or ask your IT department.',
  },
  'unknown-product': {
    meaning: 'There is a product here that I do not know, so I cannot say whether it is Microsoft 365.',
    'way-out': 'Look in the Microsoft 365 admin center, under Billing, Your products.',
  },
  misconfigured: {
    meaning: 'Something is set up wrong on my side.',
    'way-out': 'Tell the people who run this bot. You can use the general steps.',
  },
  'other-tenant': {
    meaning: 'This is about another tenant. I can only look in the one you signed in to.',
    'way-out': 'Look there yourself, or ask its administrator.',
  },
  'not-documented': {
    meaning: 'Microsoft does not say whether your role is enough.',
    'way-out': 'Try it. The Azure portal says whether you may accept.',
  },
  'kept-elsewhere': {
    meaning: 'Your account is kept in another tenant. Microsoft does not document where its sign-ups end up.',
    'way-out': 'Check the directory before you confirm.',
  },
  'not-read': {
    meaning: 'I did not need this for your question, so I did not check it.',
    'way-out': 'Check again if you need it.',
  },
} satisfies Record<CannotTellReason, ReasonWords>;

/** What a code that somebody typed means, where the reason is told from the bot’s own view. */
export const codes = {
  'consent-missing': {
    meaning: 'Nobody has given consent for this app in the tenant yet.',
    'way-out': 'Ask an administrator of the tenant to approve the app.',
  },
  'second-proof': {
    meaning: 'Microsoft wants a second proof of who you are, and has not had it.',
    'way-out':
      'Sign in again, and give the proof when Microsoft asks for it. If that fails, ask your IT department which policy stops you.',
  },
  'device-refused': {
    meaning: 'The organisation only lets in devices that it manages.',
    'way-out': 'Sign in on a device that it manages, or ask its IT department.',
  },
  'blocked-by-policy': {
    meaning: 'A policy of the organisation blocks this sign-in.',
    'way-out':
      'Try it on a device and network of the organisation, or ask its IT department: they see the policy in the sign-in logs of Microsoft Entra.',
  },
  'service-absent': {
    meaning: 'This service does not exist in the tenant yet.',
    'way-out':
      'Check that you are in the right tenant. If so, ask an administrator: the service comes with its first subscription.',
  },
  unavailable: {
    meaning: 'Microsoft’s sign-in service did not respond properly.',
    'way-out': 'Try again in a few minutes.',
  },
  throttled: { meaning: 'Microsoft is too busy right now.', 'way-out': 'Wait a minute and try again.' },
  misconfigured: {
    meaning: 'The app that you sign in to is set up wrong.',
    'way-out': 'Give this code to the people who run the app.',
  },
} satisfies Partial<Record<CannotTellReason, ReasonWords>>;

export const blockers = {
  'personal-account': {
    title: 'This is a personal account',
    why: 'A subscription created with a personal Microsoft account ends up in its own tenant, separate from your organisation.',
    'what-to-do': 'Sign out and sign in with your work or school account.',
  },
  'personal-move': {
    title: 'This is a personal account',
    why: 'A subscription created with a personal Microsoft account is in a tenant of its own, separate from your organisation. It can move from there: an administrator of the tenant with Microsoft 365 accepts the request.',
    'what-to-do':
      'Is the subscription in this account? Send the request with it: Subscriptions, Change directory. Otherwise use your work or school account.',
  },
  'guest-account': {
    title: 'You are a guest in this tenant',
    why: 'What a guest buys or signs up for does not end up where you expect.',
    'what-to-do': 'In {home}: sign out and use your account there. In {tenant}: ask its administrator.',
  },
  'partner-admin': {
    title: 'You administer this tenant as a partner',
    why: 'Your account is not in {tenant}: you reach it through a partner relationship (GDAP). Microsoft does not say where what you sign up for with it ends up.',
    'what-to-do':
      'Have somebody with an account in {tenant} sign up (Microsoft 365: a Billing Administrator), or order it in Partner Center.',
  },
  'partner-orders': {
    title: 'You administer this tenant as a partner',
    why: 'Your account is not in {tenant}: you reach it through a partner relationship (GDAP). Azure in {tenant} comes from a partner (CSP), and only that partner creates subscriptions there.',
    'what-to-do': 'If you are that partner, order it in Partner Center. If not, {tenant} asks its partner.',
  },
  'move-as-partner': {
    title: 'You administer this tenant as a partner',
    why: 'Your account is not in {tenant}: you reach it through a partner relationship (GDAP). Microsoft does not say whether such an account can send the request or accept it.',
    'what-to-do':
      'Leave the move to the Owner of the subscription and an administrator of the tenant with Microsoft 365.',
  },
  'partner-cannot-move': {
    title: 'This subscription cannot move',
    why: 'Your account is not in {tenant}: you reach it through a partner relationship (GDAP). Azure in {tenant} comes from a partner (CSP), and such a subscription cannot change directory, whoever asks. A new one belongs in the tenant with Microsoft 365.',
    'what-to-do':
      'If you sold it, create a new one in Partner Center and rebuild what runs here. If not, {tenant} asks its partner.',
  },
  'unmanaged-tenant': {
    title: 'Your tenant has no administrator',
    why: 'It was created when somebody signed up on their own. This route needs a tenant that has an administrator.',
    'what-to-do':
      'Whoever manages the domain takes over {tenant} with a DNS TXT record at the registrar. Or use an account in another tenant.',
  },
  'customers-tenant': {
    title: 'This tenant is for customers',
    why: '{tenant} holds the customers of an app. It cannot have Microsoft 365.',
    'what-to-do': 'Sign in to the tenant where your colleagues are.',
  },
  'role-missing': {
    title: 'You need a role that lets you buy',
    why: 'For {tenant} as a whole, a Global Administrator or Billing Administrator orders Microsoft 365.',
    'what-to-do': 'Ask an administrator for the role Billing Administrator, or to do this. I have a text to send.',
  },
  'role-to-activate': {
    title: 'You have to activate your role',
    why: 'You are eligible for {role}, but it is not active now.',
    'what-to-do': 'Activate it in Privileged Identity Management, then choose Check again.',
  },
  'enterprise-agreement': {
    title: 'You have an Enterprise Agreement',
    why: 'Under this agreement, your enterprise administrator or an account owner creates subscriptions. The ordinary sign-up is outside the agreement.',
    'what-to-do': 'Ask your enterprise administrator, or create a support request. I have a text ready.',
  },
  'enterprise-licences': {
    title: 'You have an Enterprise Agreement',
    why: 'Under this agreement, Microsoft 365 is ordered through volume licensing. What you buy on the web yourself is outside the agreement. Look first under Billing, Your products, Volume licensing, Contracts: is the License ID activated in {tenant}? If it is not activated anywhere yet, licences go by themselves to a tenant where the Online Services Manager is Global or Billing Administrator. A colleague with a volume licensing role can reserve licences. That is a financial obligation, and can be cancelled up to 72 hours before the usage date.',
    'what-to-do': 'Ask your Microsoft seller or licensing partner, or a colleague with a volume licensing role.',
  },
  'enterprise-move': {
    title: 'You have an Enterprise Agreement',
    why: 'Microsoft’s page on moving (17 March 2026) names no agreement: an Owner sends the request, and an administrator of the other tenant accepts it. But under an Enterprise Agreement, enterprise administrators and account owners create and transfer subscriptions, and the article behind these steps leaves that agreement out.',
    'what-to-do':
      'Ask your enterprise administrator who may move it, or create a support request. I have a text ready.',
  },
  'bought-through-partner': {
    title: 'Your subscription comes from a partner',
    why: 'Subscriptions from a partner (CSP) cannot change directory.',
    'what-to-do':
      'Ask the partner that sold it to you. The Microsoft 365 admin center names it under Settings, Partner relationships.',
  },
  'azure-from-partner': {
    title: 'Your Azure comes from a partner',
    why: 'With a partner (CSP), only the partner creates Azure subscriptions. The ordinary sign-up is outside that agreement.',
    'what-to-do':
      'Ask the partner to add a subscription here. The Microsoft 365 admin center names it under Settings, Partner relationships.',
  },
  'developer-tenant': {
    title: 'This is a developer tenant',
    why: 'Tenants of the Microsoft 365 Developer Program cannot buy Azure, and {tenant} is one.',
    'what-to-do':
      'Get Azure with an account of another tenant. A subscription for development only can move to {tenant}; keep production out.',
  },
  'developer-licences': {
    title: 'This is a developer tenant',
    why: '{tenant} is a tenant of the Microsoft 365 Developer Program. Most of them cannot buy Microsoft 365 plans.',
    'what-to-do': 'Sign in with an account of another tenant to order Microsoft 365 there.',
  },
  'offer-cannot-move': {
    title: 'This subscription cannot move',
    why: 'Subscriptions with the offer {offer} cannot change directory.',
    'what-to-do': 'See the other options, such as a new subscription in the right tenant.',
  },
  'not-owner': {
    title: 'You are not Owner of the subscription',
    why: 'Only an Owner of {subscription} can move it.',
    'what-to-do': 'Ask an Owner to do it or to make you Owner.',
  },
  'owner-with-condition': {
    title: 'Your Owner role has a condition',
    why: 'With a condition on the Owner role of {subscription}, the move can fail.',
    'what-to-do': 'Ask for the Owner role without a condition.',
  },
  'no-subscription-to-move': {
    title: 'I cannot see a subscription to move',
    why: 'I did not find an Azure subscription that this account can see in {tenant}.',
    'what-to-do': 'Sign in to the tenant that holds the subscription, or ask its Owner for a role.',
  },
  'subscription-disabled': {
    title: 'Your subscription is disabled',
    why: '{subscription} is disabled. You can still read and delete what is in it, but change nothing. Azure deletes it for good after 1 to 90 days, depending on the kind of subscription.',
    'what-to-do':
      'Pay an open bill, upgrade a trial, or choose Reactivate after a cancellation. What is in it then costs money again.',
  },
  'subscription-past-due': {
    title: 'There is an unpaid bill',
    why: '{subscription} has an overdue payment. Everything in it still works. If the bill stays unpaid, Azure can disable the subscription.',
    'what-to-do':
      '{subscription} still works. The account administrator settles it under Cost Management + Billing (customer agreement: a billing role). Not you? Ask them.',
  },
  'microsoft-365-disabled': {
    title: 'Microsoft 365 is disabled',
    why: '{product} is disabled: people cannot use it, and only administrators still reach its data.',
    'what-to-do':
      'A Billing Administrator can reactivate it under Billing, Your products (customer agreement: a billing role).',
  },
} satisfies Record<BlockerId, BlockerWords>;

export const notices = {
  'no-admin-role-needed': 'You do not need an administrator role for this.',
  'signer-pays': 'Whoever signs up owns the subscription and gets the bill.',
  'use-this-account': 'Sign up only with {account}. Another account there? Use another browser profile.',
  'use-account-here':
    'Sign up only with the account that you use here. Another account there? Use another browser profile.',
  'lands-in-this-tenant': 'What you sign up for will be in {tenant}.',
  'landing-not-documented':
    'I cannot tell which tenant your sign-up ends up in: {tenant} or {home}. Microsoft does not document it. Check the directory before you confirm, or use an account that is kept in {tenant}.',
  'several-tenants': 'Your account is in several tenants: {tenants}. Check the name at the top right.',
  'role-ends-soon':
    'Your role {role} ends on {date}. Finish every step before, or have it extended: without it, only a role on the billing account lets you stop a trial.',
  'role-through-group': 'You have your role {role} through the group {group}. That counts.',
  'agreement-unknown': 'I cannot see which agreement you have. With an Enterprise Agreement, do not sign up yourself.',
  'agreement-unknown-move':
    'I cannot see which agreement you have. With an Enterprise Agreement, ask your enterprise administrator before you move anything.',
  'billing-role-needed':
    'With a Microsoft Customer Agreement you also need a role on the billing account: owner or contributor.',
  'billing-role-perhaps':
    'If it is a Microsoft Customer Agreement, you also need a role on the billing account: owner or contributor.',
  'billing-role-for-azure':
    'With a Microsoft Customer Agreement, a new subscription takes a role on the billing account: owner, contributor or Azure subscription creator.',
  'trial-ends':
    'The trial of {product} ends on {date} and, with a payment method, becomes paid. To avoid that, turn off recurring billing first, under Billing, Your products.',
  'product-expired':
    '{product} has expired. It keeps working until {date}. An administrator can reactivate it, even a while later.',
  'product-disabled':
    '{product} is disabled. Only administrators still reach its data, until {date}. Before that, a Billing Administrator can reactivate it (customer agreement: a billing role).',
  'product-about-to-be-deleted':
    '{product} is about to be deleted, with its data. A Billing Administrator can still reactivate it (customer agreement: a billing role).',
  'subscription-warned':
    '{subscription} has a warning. It still works, but Azure disables it shortly if nobody deals with the reason. Look at Cost Management + Billing.',
  'subscription-past-due': '{subscription} has an overdue payment. It still works: pay before it is disabled.',
  'subscription-disabled':
    '{subscription} is disabled, and deleted after 1 to 90 days. How it comes back depends on the cause: an open bill, a trial that is over, or a cancellation.',
  'subscription-deleted': '{subscription} has been deleted, with everything in it. It cannot be used any more.',
  'spending-limit-on':
    '{subscription} has a spending limit. While it is on, nothing is charged. The subscription stops when the credit is used up.',
  'free-services-only':
    '{subscription} has the offer {offer}. It has no credit: you can use a few services for free, and nothing else.',
  'no-microsoft-365-found':
    'I did not find Microsoft 365 in {tenant}. If it is in another tenant, sign in there first.',
  'no-azure-found':
    'I did not find an Azure subscription in {tenant}. If it is in another tenant, sign in there first.',
  'azure-already-here': '{tenant} already has Azure: {subscription}.',
  'microsoft-365-already-here': 'Microsoft 365 is already in {tenant}: {product}.',
  'facts-contradict':
    'Microsoft’s services told me different things: one says {graph}, the other says {azure}. I cannot say which is right.',
  'offer-ends': '{subscription} has the offer {offer}. It ends when its time or its credit is used up.',
  'offer-retired': '{subscription} has the offer {offer}, which Microsoft no longer sells.',
  'offer-cannot-change-directory': '{subscription} has the offer {offer}. It cannot move to another tenant.',
  'offer-keeps-its-payer':
    '{subscription} has the offer {offer}. Its billing ownership cannot be transferred: who pays stays with the old account, so you cannot delete the old tenant yet.',
  'mfa-will-be-asked': 'Microsoft asks for multifactor authentication when you sign in to its portals.',
  'someone-else-may-be-admin': 'Somebody else in {tenant} may be the administrator. Your IT department will know.',
  'self-service-possible':
    'Some products you can buy or try for yourself, unless {tenant} has switched that off. You pay for those yourself.',
  'subscription-in-other-tenant': 'The subscription {subscription} belongs to another tenant: {tenant}.',
  'chat-in-other-tenant': 'This chat belongs to {chat}, and you signed in to {tenant}. The check is about {tenant}.',
  'sold-by-partner': '{product} was bought through a partner. Changes go through that partner.',
  'role-may-wait-in-group':
    'A role can also come through a group that you activate first. I cannot see that: look under Privileged Identity Management, My roles, Groups.',
  'owner-not-read': 'I have not looked whether you are Owner of {subscription}. You may be.',
  'owner-may-wait':
    'The role Owner of {subscription} may be waiting for you to activate it. I cannot see that: look under Privileged Identity Management, My roles, Azure resources.',
  'external-member':
    'You are a member of {tenant} with an account that is kept in {home}. For this check you count as a member.',
  'support-plan-only':
    '{subscription} is a support plan. Nothing can be built in it, so it does not count as an Azure subscription.',
  'not-azure-subscription':
    '{subscription} gives access to Microsoft Entra only. It does not count as an Azure subscription.',
  'free-products-only':
    'I found only free, trial or self-service products in {tenant}. They do not count as Microsoft 365.',
  'product-not-listed':
    'In {tenant} there is a product that I do not know ({product}). If it includes mail or Office apps, you already have Microsoft 365.',
  'guest-here':
    'You are a guest in {tenant}; your account belongs to {home}. For the move, being a guest is neither needed nor enough.',
  'direction-unknown':
    'I cannot see whether {tenant} has Microsoft 365. If it has, the subscription moves to {tenant}; if not, to another tenant.',
  'developer-tenant-here':
    '{tenant} is a developer tenant. It cannot buy Azure, but an existing subscription can move here. Keep production out: the tenant can be deleted.',
  'tenant-policy-may-block':
    'Either organisation may forbid moving a subscription, under Subscriptions, Manage policies. If it does not work, ask your IT department.',
  'somebody-must-accept':
    'The move is a request. The Owner of the subscription sends it, and an administrator of the tenant with Microsoft 365 accepts it. That can be one person or two.',
  'signed-in-as': 'You are signed in as {account}.',
  'microsoft-365-ends':
    'Microsoft 365 ends or becomes paid here from {date} on: {product}. Decide first, under Billing, Your products.',
  'partner-by-answer-move':
    'You said that Azure comes from a partner (CSP). Such a subscription cannot change directory: do not send a request yourself, ask the partner.',
  'partner-by-answer':
    'You said that Azure comes from a partner (CSP). Then only the partner creates subscriptions: do not sign up yourself.',
} satisfies Record<NoticeId, string>;

export const scenarios = {
  'add-azure': {
    name: 'From Microsoft 365 to Azure',
    choice: 'I have Microsoft 365 and want Azure',
    done: 'Azure is there',
  },
  'add-microsoft-365': {
    name: 'From Azure to Microsoft 365',
    choice: 'I have Azure and want Microsoft 365',
    done: 'Microsoft 365 is there',
  },
  join: {
    name: 'Azure and Microsoft 365 in one tenant',
    choice: 'I have both, bought separately',
    done: 'They are in one tenant',
  },
} satisfies Record<Scenario, { name: string; choice: string; done: string }>;

export const verdict = {
  'add-azure': {
    ready: { title: 'You can start', text: 'You can get Azure with your Microsoft 365 account.' },
    'held-back': { title: 'Something is in the way', text: 'Fix this first. After that you can get Azure.' },
    unsure: { title: 'I could not see everything', text: 'Look at what is unclear, then follow the steps.' },
    'already-done': {
      title: 'You already have both',
      text: 'Azure and Microsoft 365 are already in one tenant. You do not have to do anything.',
    },
    'out-of-scope': {
      title: 'You need a different route',
      text: 'Do not sign up yourself.',
    },
  },
  'add-microsoft-365': {
    ready: { title: 'You can start', text: 'You can order Microsoft 365 for your Azure tenant.' },
    'held-back': {
      title: 'Something is in the way',
      text: 'Fix this first. After that you can order Microsoft 365.',
    },
    unsure: { title: 'I could not see everything', text: 'Look at what is unclear, then follow the steps.' },
    'already-done': {
      title: 'You already have both',
      text: 'Microsoft 365 and Azure are already in one tenant. You do not have to do anything.',
    },
    'out-of-scope': {
      title: 'You need a different route',
      text: 'Do not order it yourself.',
    },
  },
  join: {
    ready: {
      title: 'You can send the request',
      text: 'First read what will change. Then follow the steps one by one. An administrator of the tenant with Microsoft 365 accepts the request.',
    },
    'held-back': {
      title: 'Something is in the way',
      text: 'Fix this first. After that you can move the subscription.',
    },
    unsure: { title: 'I could not see everything', text: 'Look at what is unclear before you change anything.' },
    'already-done': {
      title: 'They are already together',
      text: 'Azure and Microsoft 365 are in one tenant. You do not have to do anything.',
    },
    'out-of-scope': {
      title: 'You need a different route',
      text: 'Do not send a request for this subscription yourself.',
    },
  },
} satisfies Record<Scenario, Record<VerdictOutcome, MessageWords>>;
