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
