import type { Change } from '../../domain/proof.ts';
import type { MessageWords } from '../shape.ts';

/** Said instead of a name or date that could not be read. */
export const blank = {
  tenant: 'your tenant',
  tenants: 'names I could not read',
  chat: 'the tenant of this chat',
  graph: 'one tenant',
  azure: 'another tenant',
  subscription: 'the subscription',
  product: 'the product',
  role: 'the role',
  group: 'a group',
  offer: 'this offer',
  account: 'your work or school account',
  date: 'a date I could not read',
  desk: 'the helpdesk',
  number: 'without a number',
  name: 'no name',
  source: 'its present tenant',
  target: 'the tenant with Microsoft 365',
  reason: 'not filled in',
  where: 'your tenant',
  expected: 'the tenant you expected',
} as const;

export const answer = { yes: 'Yes', no: 'No', 'cannot-tell': 'Cannot tell' } as const;

export const button = {
  'show-status': 'Show my status',
  'not-sure': 'Help me choose',
  'accept-suggestion': 'Use this suggestion',
  'sign-in': 'Sign in',
  'without-sign-in': 'Continue without signing in',
  'sign-out': 'Sign out',
  'check-again': 'Check again',
  'show-steps': 'Show the steps',
  'show-general-steps': 'Show the general steps',
  'tick-step': 'Mark as done',
  'untick-step': 'Mark as not done',
  'i-have-done-it': 'I have done it',
  'show-help': 'Show help',
  'show-privacy': 'Read what I keep',
  'show-consequences': 'Read what changes',
  'show-alternatives': 'See other ways',
  'show-background': 'Read the background',
  'start-over': 'Start over',
  'carry-on': 'Carry on',
  back: 'Go back',
  repeat: 'Repeat the question',
  cancel: 'Cancel',
  'talk-to-person': 'Talk to a person',
  'confirm-join': 'I have read this, show the steps',
  'why-do-you-ask': 'Ask why',
  'open-private-chat': 'Open a chat with me',
  'show-menu': 'Show the choices',
  yes: 'Yes',
  no: 'No',
  'remind-tomorrow': 'Remind me tomorrow',
  'remind-when-visible': 'Tell me when it shows',
  'stop-reminding': 'Stop reminding me',
  'ask-admin': 'Ask my administrator',
  'show-receipt': 'Show the receipt',
  'delete-my-data': 'Delete my data',
  'delete-my-data-now': 'Delete it now',
  'keep-my-data': 'Keep it and carry on',
  'show-answer': 'Show the answer',
  'show-support-text': 'Show the text for support',
  'my-tickets': 'Show my tickets',
  'open-ticket': 'Open this ticket',
  'put-off-ticket': 'Not now',
  'decline-ticket': 'I do not need help with this',
  'leave-ticket': 'Leave this ticket for now',
  'answer-colleague': 'Answer',
  'send-answer': 'Send it to the desk',
  'show-language': 'Change language',
} as const;

export const agreement = {
  title: 'Which agreement do you have?',
  intro: 'I cannot see which agreement your organisation has with Microsoft. Two questions help me.',
  'question-enterprise':
    'Does your organisation have an Enterprise Agreement? Large organisations often do: a contract for three years, with an enrollment number.',
  'question-partner': 'Or do you get the bill for Azure from a partner instead of from Microsoft?',
  enterprise: 'Yes, an Enterprise Agreement',
  partner: 'Yes, through a partner',
  neither: 'No, neither of these',
  'not-sure': 'I do not know',
} as const;

export const card = {
  welcome: {
    'first-title': 'Hello, I am OneTenant',
    'first-text':
      'I am a chat bot. I help you get Microsoft 365 and Azure into one Microsoft Entra tenant, so that everybody keeps one account. I can also just explain; you sign in only if I may look along.',
    'returning-title': 'Welcome back',
    'returning-text': 'What would you like to do?',
    'after-sign-out-title': 'You are signed out',
    'after-sign-out-text': 'I no longer read anything for you. You can still choose, and sign in again when you like.',
    question: 'Which way round do you go? Choose, or type a number from 1 to 5.',
  },
  'sign-in': {
    'open-window': 'Sign in in the window that opens, and come back here.',
    title: 'May I look along?',
    why: 'If you sign in, I can check what applies to you instead of telling you what applies in general.',
    'reads-title': 'What I read, with your own rights',
    reads: [
      'Your name and your roles',
      'The name of your tenant and the Microsoft 365 products in it',
      'The Azure subscriptions that you can see',
      'Where it matters: the kind of agreement and whether you are Owner',
    ],
    'only-reading': 'I change and buy nothing.',
    refuse: 'Rather not? Then you get the general steps, which I have not checked.',
  },
  suggestion: {
    title: 'This looks like your situation',
    'open-title': 'You choose',
    choose: 'Choose yourself, or look at your status first.',
    because: {
      'microsoft-365-only': 'I found Microsoft 365 in your tenant and no Azure subscription.',
      'azure-only': 'I found Azure in your tenant and no Microsoft 365.',
      'azure-here-and-another-tenant':
        'I found Azure here and no Microsoft 365, and you are in another tenant as well. Perhaps Microsoft 365 is there.',
      'both-here': 'I found Azure and Microsoft 365 in one tenant already.',
      'nothing-found': 'I found neither Azure nor Microsoft 365 in this tenant.',
      'cannot-tell': 'I could not see enough to suggest something.',
      'personal-account': 'You signed in with a personal account. With your work or school account I can see more.',
    },
    question: 'Is this right?',
  },
  verdict: {
    consent: 'Approve the app, as an administrator',
    'checks-title': 'What I looked at',
    'blockers-title': 'What to solve first',
    'notices-title': 'Good to know',
    'read-at': 'Checked on {date}',
    more: { one: 'and {count} more', other: 'and {count} more' },
    'way-out': 'What you can do: {text}',
  },
  status: {
    title: 'Your status',
    tenant: 'Tenant',
    'tenant-name': 'Name',
    'tenant-id': 'Tenant ID',
    'initial-domain': 'Initial domain',
    roles: 'Your roles',
    'no-roles': 'You have no active or eligible role that I can see.',
    'role-active': 'Active',
    'role-through-group': 'Active through the group {group}',
    'role-eligible': 'Can be activated',
    'role-until': 'Until {date}',
    products: 'Microsoft 365 products',
    'no-products': 'I found no products.',
    seats: '{used} of {total} seats used',
    'next-date': 'Renews or ends on {date}',
    trial: 'Trial',
    subscriptions: 'Azure subscriptions',
    'no-subscriptions': 'I found no subscriptions that you can see here.',
    offer: 'Offer',
    state: 'State',
    'spending-limit': 'Spending limit',
    'belongs-to': 'Belongs to {tenant}',
    more: { one: 'And {count} more.', other: 'And {count} more.' },
    'read-at': 'Read on {date}',
    'signed-in-as': 'Signed in as {account}',
  },
  steps: {
    title: 'Your steps: {scenario}',
    'unchecked-title': 'General steps: {scenario}',
    unchecked: 'I have not checked these steps for you. Sign in and I look at what applies.',
    progress: 'Step {step} of {total}',
    done: 'Done',
    todo: 'To do',
    current: 'Now',
    'all-done': 'You have ticked every step. Shall I check whether it worked?',
    counted: { one: '{count} of {total} steps done', other: '{count} of {total} steps done' },
  },
  join: {
    title: 'Before you move {subscription}',
    intro: 'You are going to move it from {source} to {target}. This is what really happens:',
    confirm: 'Can the people who work with it do without access for some hours, and do you know how to put it back?',
  },
  proof: {
    'proven-title': 'It worked',
    'proven-text': 'I looked again and found it in {where}.',
    'not-visible-yet-title': 'Not visible yet',
    'not-visible-yet-text': {
      one: 'I do not see anything new yet. That is normal: it can take from minutes to hours. Check again in about {count} minute.',
      other:
        'I do not see anything new yet. That is normal: it can take from minutes to hours. Check again in about {count} minutes.',
    },
    'wrong-tenant-title': 'It landed in another tenant',
    'wrong-tenant-text':
      'I found it in {where}. You expected it in {expected}. Stop here and choose what to do before you go on.',
    'cannot-tell-title': 'I cannot tell whether it worked',
    'cannot-tell-text': 'I could not read this now: {missing}. That does not mean it failed.',
    'missing-azure': 'Azure subscriptions',
    'missing-microsoft-365': 'Microsoft 365 products',
    'missing-tenants': 'your tenants',
    'changes-title': 'What changed',
    'before-after': 'Before: {before}. After: {after}.',
    attempt: 'Check number {attempt}',
  },
  receipt: {
    title: 'Receipt',
    text: 'You can forward this or put it in a ticket.',
    what: 'What',
    where: 'Where',
    when: 'Checked on',
    result: 'Result',
    proven: 'Done and checked',
  },
  help: {
    title: 'What I can do',
    paragraphs: [
      'Choose a route with the buttons, or type what you want in your own words.',
      'At any moment you can type: status, check again, steps, back, repeat, cancel, start over, sign out.',
      'Type the name of a language to speak it with me: {languages}. Type “person” to talk to a person.',
    ],
  },
  language: { title: 'Choose a language', text: 'You can change it at any moment.' },
  'talk-to-person': {
    title: 'Talk to a person',
    text: 'These people can help you further:',
    open: 'Open the contact page',
    'no-contact': 'Your organisation has not told me whom to contact. Ask your IT department or helpdesk.',
    summary: 'Tell them this',
  },
  misses: {
    title: 'Shall we do it another way?',
    text: 'I do not understand it, and that is on me. Choose a button, or talk to a person.',
  },
  resume: {
    title: 'Carry on where you were?',
    text: 'You were busy with: {scenario}.',
    'text-without-scenario': 'You were in the middle of something.',
    'text-with-step': 'You were busy with: {scenario}. Next is: {step}.',
  },
  'admin-request': {
    title: 'A text for your administrator',
    text: 'Copy this and send it to your administrator.',
    label: 'Text to send',
    'message-add-azure':
      'Hello, I would like to use Azure with my Microsoft 365 account in {tenant}. Something that only an administrator can solve is in the way. Could you help me? Details: {reason}',
    'message-add-microsoft-365':
      'Hello, we would like to add Microsoft 365 to our Azure tenant {tenant}. That takes the role Global Administrator or Billing Administrator. Could you give me Billing Administrator, or order it yourself? Details: {reason}',
    'message-join':
      'Hello, we would like to move an Azure subscription to the tenant with Microsoft 365. That takes an Owner who is in both tenants. Could you help me? It is about {tenant}. Details: {reason}',
    link: 'Open this page and sign in: {url}',
    code: 'In a chat with OneTenant, type: request {code}',
    expires: 'The request can be answered once, until {date}.',
  },
  answer: {
    helped: 'Did this help?',
    'old-name': '“{was}” is now called {now}. {explanation}',
    fit: {
      yes: 'What I read about you says that this is about your situation.',
      no: 'What I read about you says that this is probably not your situation.',
      'cannot-tell': 'I could not read whether this is your situation.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Do you mean one of these?',
    'perhaps-text': 'I am not sure what you mean. Choose a question, or ask it in other words.',
    'others-title': 'Perhaps one of these helps',
    'others-text': 'These answers also looked like your question.',
  },
  'admin-answer': {
    title: 'Somebody asks for your help',
    text: '{name} asked you, as an administrator of {tenant}: {scenario}.',
    'what-it-means':
      'Approving gives no rights by itself. Approve when you have given the role, or have done the step yourself; the chat of who asked then looks again.',
    approve: 'Approve',
    decline: 'Decline',
    'approved-title': 'Thank you, that was approved',
    'declined-title': 'That was declined',
    told: 'I have told the person who asked.',
    refused: {
      expired: 'This request is no longer valid. It can be answered once, and for a short time.',
      'own-request': 'This is your own request. An administrator has to answer it.',
      'role-missing': 'Only somebody with the role Global Administrator or Billing Administrator can answer this.',
      'role-to-activate': 'You can activate the role, but it is not active now. Activate it and check again.',
      'role-cannot-tell': 'I cannot see your roles, so I cannot take your answer.',
      'already-answered': 'This request has been answered already.',
      'not-approved': 'This request has not been approved.',
      'not-the-requester': 'This request belongs to somebody else.',
    },
  },
  reminder: {
    title: 'I will come back to it',
    tomorrow: 'I will remind you on {date}.',
    'when-visible': 'I will keep looking and tell you as soon as it shows. I stop on {date}.',
    stop: 'Type “stop reminding” to end this.',
  },
  'delete-my-data': {
    title: 'Delete what I keep of this chat?',
    text: 'This cannot be undone. In Microsoft 365 and Azure nothing changes.',
    'goes-title': 'What goes',
    goes: [
      'Where you are: your route, your ticks, and the last two checks with names, roles and subscriptions.',
      'Your language, your reminders, which tickets I know here, and requests to administrators that you made here.',
      'Your sign-in at Microsoft’s token service.',
    ],
    'stays-title': 'What stays',
    stays: [
      'The messages above: Teams or the chat window keeps them, under the rules of your organisation.',
      'Lines in my log, without names and without what you typed, until they are old enough.',
      'Copies in a backup of whoever runs me, for some days.',
      'What a helpdesk has in its own tickets. Ask the helpdesk for that.',
      'Other chats with me, for instance on another channel. Ask for the same there.',
    ],
    gone: {
      one: 'Your data is deleted: one record, with everything about this chat in it, and your sign-in. I looked again afterwards and found nothing left. If you write to me again, we begin anew.',
      other:
        'Your data is deleted: {count} records, with everything about this chat in them, and your sign-in. I looked again afterwards and found nothing left. If you write to me again, we begin anew.',
    },
    'not-all-gone':
      'Not everything could be deleted. Try it again later; if it stays like this, give this reference to a person: {reference}.',
  },
  why: { title: 'Why I ask this' },
  notice: { reference: 'Reference: {reference}' },
  topic: { 'read-more': 'Read more' },
} as const;

export const why = {
  scenario:
    'The direction decides which rules count. One direction needs an administrator role and the other does not.',
  'sign-in':
    'Only after you sign in can I see your roles and subscriptions. Without it I can tell you the general steps.',
  agreement:
    'With an Enterprise Agreement or through a partner the ordinary sign-up is the wrong door. From outside, some agreements look the same.',
  'confirm-join':
    'Moving removes access for everybody, and that cannot be undone with one click. I want you to know it before you start.',
  suggestion: 'I looked at what is in your tenant. You know best what you want, so I ask.',
  language: 'I guess your language from the chat app, and it can be wrong.',
  'talk-to-person': 'What you tell me can go along, so that you need not tell it twice. That is why I ask first.',
} as const;

export const message = {
  'something-went-wrong': {
    title: 'That did not work',
    text: 'Something went wrong on my side. Nothing was lost. Try it again; if it stays like this, give the reference to a person.',
  },
  'expired-button': {
    title: 'That button is too old',
    text: 'The chat has moved on. Use the buttons in the last message.',
  },
  'foreign-button': {
    title: 'That button is not for you',
    text: 'It belongs to somebody else’s conversation. Nothing happened.',
  },
  'already-done': { title: 'That has been done already', text: 'You pressed this before. Nothing happened twice.' },
  'unknown-button': {
    title: 'I do not know that button',
    text: 'Nothing happened. Use the buttons in the last message.',
  },
  'not-understood': { title: 'I do not understand that', text: 'Choose a button, or say it in other words.' },
  'empty-text': { title: 'I received no text', text: 'Type what you want, or choose a button.' },
  'too-long': { title: 'That is very long', text: 'I read only short messages. Say it in one or two sentences.' },
  'text-only': { title: 'I only read text', text: 'I cannot look at files or pictures. Type what you want.' },
  'sign-in-failed': { title: 'Signing in did not work', text: 'Try again, or continue without signing in.' },
  'sign-in-cancelled': {
    title: 'You did not sign in',
    text: 'That is fine. You can continue without it, or sign in later.',
  },
  'sign-in-timed-out': {
    title: 'The sign-in took too long',
    text: 'The link has expired for safety. I can give you a new one.',
  },
  'sign-in-needed': {
    title: 'Please sign in again',
    text: 'Your sign-in has ended. After you sign in we carry on where you were.',
  },
  'wrong-code': {
    title: 'That code is not right',
    text: 'Type the six digits from the sign-in window, or sign in again.',
  },
  'too-many-codes': { title: 'Too many wrong codes', text: 'For safety I start the sign-in again.' },
  'waiting-for-sign-in': {
    title: 'The sign-in is still open',
    text: 'Use the Sign in button, or continue without it.',
  },
  'other-person': {
    title: 'You signed in as somebody else',
    text: 'I have forgotten what I read before and start with this account.',
  },
  'tenant-not-allowed': {
    title: 'I do not serve this organisation',
    text: 'You signed in to a tenant that I may not help. Sign in with another account.',
  },
  'foreign-token': { title: 'This sign-in is not for me', text: 'Sign out and sign in again here.' },
  'signed-in': { title: 'You are signed in', text: 'I am going to look now. This takes a few seconds.' },
  'not-signed-in': { title: 'You are not signed in', text: 'There is nothing to sign out of.' },
  'nothing-to-check': { title: 'There is nothing to check yet', text: 'First choose which way round you go.' },
  'nothing-to-go-back-to': {
    title: 'This is the beginning',
    text: 'You cannot go further back. Choose what you want to do.',
  },
  cancelled: { title: 'Cancelled', text: 'I have stopped. Your ticked steps are kept.' },
  'started-over': { title: 'We start over', text: 'I have dropped your steps.' },
  'language-set': { title: 'We speak English', text: 'You can change it at any moment.' },
  hello: { title: 'Hello', text: 'What can I do for you?' },
  thanks: { title: 'You are welcome', text: 'Is there anything else?' },
  goodbye: { title: 'Goodbye', text: 'I keep where you were. You can carry on later.' },
  'who-are-you': {
    title: 'I am OneTenant, a chat bot',
    text: 'I am not a person. I help with Microsoft 365 and Azure in one tenant. You can always talk to a person.',
  },
  'sign-in-by-button': {
    title: 'Signing in by itself did not work',
    text: 'Teams could not sign you in without asking. Use the Sign in button below.',
  },
  'sign-in-app-missing': {
    title: 'Teams does not have me installed for you',
    text: 'That is why Teams could not sign you in without asking. Use the Sign in button below, or add me in Teams under Apps.',
  },
  'sign-in-set-up-wrong': {
    title: 'Signing in by itself is not set up right',
    text: 'That is not because of you; whoever looks after me can see it in my log. Use the Sign in button below.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams has no sign-in to use',
    text: 'Teams could not sign you in without asking. Use the Sign in button below; signing out of Teams and in again can help too.',
  },
  'sign-in-keeps-failing': {
    title: 'Signing in keeps failing',
    text: 'Your administrator may have to approve me first. Ask them, or continue without signing in.',
  },
  'sign-in-other-account': {
    title: 'That is not the account you use in Teams',
    text: 'You signed in as somebody else than who you are in this chat, so I signed that account out and read nothing. Sign in with your Teams account. For another account, use me outside Teams.',
  },
  'sign-in-other-tenant': {
    title: 'That account belongs to another tenant',
    text: 'Take care: this chat is in one tenant and the account you used is in another, so what I would read is not about the tenant you are in now. I signed it out and read nothing. Sign in with your Teams account, or switch organization in Teams first.',
  },
  'chat-not-allowed': {
    title: 'I cannot help this organization',
    text: 'I am set up for other organizations only. Ask whoever looks after me whether yours can be added.',
  },
  'press-heard': { title: 'I have it', text: 'I have it. My answer is in the chat.' },
  'in-group': {
    title: 'Let us do this in private',
    text: 'What I read is about you. Open a chat with me alone to go on.',
  },
  'reminders-stopped': { title: 'I have stopped reminding you', text: 'You can check again whenever you like.' },
  'no-reminders': { title: 'There was no reminder', text: 'There is nothing to stop.' },
  reminder: { title: 'You asked me to remind you', text: 'Shall we carry on?' },
  'admin-approved': { title: 'Your administrator has answered', text: 'It has been approved. You can go on.' },
  'admin-declined': {
    title: 'Your administrator has answered',
    text: 'It has been declined. Talk to your administrator about what is possible.',
  },
  'looking-on': {
    title: 'I keep looking',
    text: 'Some answers take longer than usual. I look again by myself in the next few minutes and write here as soon as I have them. You can also check again yourself.',
  },
  'data-kept': {
    title: 'Nothing was deleted',
    text: 'I have deleted nothing.',
  },
  'newer-conversation': {
    title: 'A newer version of me knows this chat',
    text: 'A newer version of me wrote down where we were, and I cannot read it. Nothing is lost. Try again in a few minutes, or type “start over” to begin anew without it.',
  },
  'no-answer-found': { title: 'I do not know the answer', text: 'Ask it in other words, or talk to a person.' },
  'glad-it-helped': { title: 'Good to hear', text: 'Is there anything else?' },
} as const satisfies Record<string, MessageWords>;

export const states = {
  product: {
    active: 'Active',
    'trial-ending': 'Trial, ends soon',
    expired: 'Expired',
    disabled: 'Disabled',
    'about-to-be-deleted': 'About to be deleted',
    deleted: 'Deleted',
    unknown: 'Unknown',
  },
  subscription: {
    usable: 'Working',
    warned: 'Warning',
    'past-due': 'Payment overdue',
    disabled: 'Disabled',
    deleted: 'Deleted',
    unknown: 'Unknown',
  },
} as const;

export const roles = {
  'global-administrator': 'Global Administrator',
  'billing-administrator': 'Billing Administrator',
} as const;

export const change = {
  'subscription-appeared': 'The Azure subscription {name} is new in {tenant}.',
  'subscription-left': 'The Azure subscription {name} is no longer in {tenant}.',
  'subscription-moved': 'The Azure subscription {name} moved from {from} to {to}.',
  'subscription-state': 'The Azure subscription {name} changed state.',
  'product-appeared': '{name} is new in {tenant}.',
  'product-left': '{name} is no longer in {tenant}.',
  'product-state': '{name} changed state.',
  'membership-gained': 'Your account is now in {tenant}.',
  'role-gained': 'You now have the role {name}.',
  'role-lost': 'You no longer have the role {name}.',
} as const satisfies Record<Change['kind'], string>;
