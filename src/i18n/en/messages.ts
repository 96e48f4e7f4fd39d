import type { MessageWords } from '../shape.ts';

export const message = {
  'something-went-wrong': {
    title: 'That did not work',
    text: 'Something went wrong on my side. Nothing was lost. Try again; if it still does not work, give the reference to your helpdesk.',
  },
  'expired-button': { title: 'That button no longer works', text: 'The chat has moved on. {standing}' },
  'foreign-button': {
    text: 'It belongs to somebody else’s chat. Nothing happened.',
  },
  'already-done': { text: 'You used this button before, so nothing happened this time.' },
  'unknown-button': { title: 'I do not know that button', text: 'Nothing has happened. {standing}' },
  'not-understood': { text: 'Use one of the buttons, or put it another way.' },
  'empty-text': { text: 'Type what you want, or use one of the buttons.' },
  'too-long': { text: 'I can only read short messages. Say it in one or two sentences.' },
  'text-only': { text: 'I cannot open files or pictures. Type what you want.' },
  'sign-in-cancelled': {
    title: 'You did not sign in',
    text: 'That is fine. You can continue without it, or sign in later.',
  },
  'sign-in-timed-out': {
    text: 'For security, the link has expired. I can give you a new one.',
  },
  'sign-in-needed': {
    text: 'Your sign-in has expired. Once you sign in, you can continue where you left off.',
  },
  'step-up-without': { text: 'I continue with what I could read.' },
  'step-up-failed': {
    text: 'Microsoft did not let me read everything, so a part is missing. Your IT department sees the reason in the sign-in logs of Microsoft Entra: it can manage your device, or change whom the policy applies to.',
  },
  'step-up-other-account': {
    text: 'That was another account again, so I read nothing with it. I continue with what I could read.',
  },
  'step-up-reading': { text: 'I am reading what Microsoft lets me see now. One moment.' },
  'wrong-code': {
    title: 'That code is not right',
    text: 'Type the six digits from the sign-in window, or sign in again.',
  },
  'too-many-codes': { text: 'For security, I am starting the sign-in again.' },
  'waiting-for-sign-in': {
    title: 'You have not finished signing in',
    text: 'Use the Sign in button, or continue without it.',
  },
  'other-person': {
    text: 'I have deleted what I read before, and will start again with this account.',
  },
  'tenant-not-allowed': {
    title: 'I cannot help this organisation',
    text: 'You signed in to a tenant that I am not set up for. Sign in with another account.',
  },
  'foreign-token': { title: 'This sign-in is not for me', text: 'Sign out and sign in again here.' },
  'nothing-to-check': { text: 'First choose what you want to do.' },
  'no-role-needed': { text: 'A role from an administrator is not what you need here.' },
  'nothing-to-go-back-to': {
    text: 'You cannot go further back. Choose what you want to do.',
  },
  cancelled: { text: 'I have stopped.' },
  'cancelled-with-ticks': { text: 'I have stopped. I have kept the steps you ticked.' },
  'started-over': { text: 'I have cleared your steps.' },
  'language-set': { text: 'I go on in English.' },
  hello: { text: 'Hello.' },
  thanks: { title: 'You are welcome', text: 'Is there anything else?' },
  goodbye: { title: 'Goodbye', text: 'I have saved where you are. You can continue later.' },
  wait: { title: 'Take your time', text: 'Nothing runs out here. I have saved where you are.' },
  'who-are-you': {
    title: 'I am OneTenant, a chat bot',
    text: 'I am not a person. I help with Microsoft 365 and Azure in one tenant. You can always talk to a person.',
  },
  'not-that': { text: 'All right, I will not do that.' },
  frustration: {
    title: 'This is not working for you',
    text: 'I see that this does not help you. A person can. You can also tell me in one sentence what you want to do.',
  },
  'off-topic': {
    title: 'That is not my subject',
    text: 'I only know about Microsoft 365 and Azure in one tenant: signing up, accounts, roles, subscriptions and bills. Shall I ask a person?',
  },
  'entra-code': { title: 'AADSTS{code}', text: '{meaning} {wayOut}' },
  'no-answer': { title: 'I have no answer to that', text: 'Shall I ask a person? You can also put it another way.' },
  'sign-in-by-button': {
    title: 'Automatic sign-in did not work',
    text: 'Teams could not sign you in without asking. Use the Sign in button below.',
  },
  'sign-in-app-missing': {
    title: 'I am not installed for you in Teams',
    text: 'That is why Teams could not sign you in without asking. Use the Sign in button below, or add me in Teams under Apps.',
  },
  'sign-in-set-up-wrong': {
    title: 'Automatic sign-in is not set up correctly',
    text: 'You did nothing wrong; the people who run me can see the problem in my log. Use the Sign in button below.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams has no sign-in that I can use',
    text: 'Teams could not sign you in without asking. Use the Sign in button below. Signing out of Teams and back in can also help.',
  },
  'sign-in-unavailable': {
    title: 'Signing in does not work right now',
    text: 'The service that signs you in does not respond as it should. Nothing is wrong with your account. Try again in a few minutes, or go on without signing in.',
  },
  'still-signed-in': {
    title: 'You are still signed in',
    text: 'The service that signs you out does not respond as it should. Try again in a few minutes.',
  },
  'sign-in-keeps-failing': {
    title: 'Sign-in keeps failing',
    text: 'Your administrator may have to approve me first. Ask them, or continue without signing in.',
  },
  'sign-in-other-account': {
    text: 'You signed in with a different account from the one in this chat, so I signed it out again and read nothing. Sign in with your Teams account. To use another account, chat with me outside Teams.',
  },
  'sign-in-other-tenant': {
    text: 'Be careful: this chat is in one tenant and the account you used is in another, so what I would read is not about the tenant you are in now. I signed it out again and read nothing. Sign in with your Teams account, or switch to the other organisation in Teams first.',
  },
  'chat-not-allowed': {
    text: 'I am only set up for other organisations. Ask the people who run me whether yours can be added.',
  },
  'press-heard': { text: 'Got it. My answer is in the chat.' },
  chosen: { text: 'You chose: {choice}' },
  'in-group': {
    title: 'Let’s do this in private',
    text: 'What I read is about you. Open a private chat with me to continue.',
  },
  'reminders-stopped': { text: 'You can check again whenever you like.' },
  'no-reminders': { text: 'There is nothing to stop.' },
  'which-day': {
    title: 'Which day suits you?',
    text: 'I can remind you on any day from tomorrow until {date}, but not at a set time. Type a day, such as “Friday” or “in two weeks”.',
  },
  reminder: { title: 'You asked me to remind you', text: 'Shall we continue?' },
  'admin-approved': { text: 'Your request was approved. You can continue.' },
  'admin-declined': {
    text: 'Your request was declined. Ask your administrator what is possible.',
  },
  'looking-on': {
    text: 'Some answers are taking longer than usual. I will check again in the next few minutes, and write here as soon as I have them. You can also check again yourself.',
  },
  'data-kept': {
    text: 'I have deleted nothing.',
  },
  'only-next-step': { text: 'Only the next step can be ticked. I have changed nothing.' },
  'only-last-tick': { text: 'Only your last tick can be taken back. I have changed nothing.' },
  'newer-conversation': {
    text: 'A newer version of me saved this chat, and I cannot read it. Nothing is lost. Try again in a few minutes, or type “start over” to start from the beginning.',
  },
  'cannot-save': {
    text: 'I cannot save anything right now, so I did not do what you asked. Send it again in a few minutes.',
  },
  'no-answer-found': { text: 'Put it another way, or talk to a person.' },
  'glad-it-helped': { title: 'I am glad', text: 'Is there anything else?' },
} as const satisfies Record<string, MessageWords>;

/** What the conversation waits for, said to somebody who pressed an old button. */
export const standing = {
  'choose-scenario': 'I am waiting to hear what you want to do.',
  'explain-sign-in': 'The open question is whether you want to sign in.',
  'sign-in': 'I am waiting for you to sign in.',
  'step-up': 'I am waiting for you to prove that it is you.',
  check: 'I am checking your setup.',
  agreement: 'The open question is which agreement you have.',
  verdict: 'The last thing you saw is the result of my check.',
  status: 'The last thing you saw is your status.',
  suggestion: 'The open question is whether my suggestion is right.',
  'join-confirmation': 'The open question is whether you have read what moving changes.',
  steps: 'You are at the steps.',
  proof: 'The last thing you saw is whether it worked.',
  'admin-request': 'A request to you as an administrator is open.',
  ticket: 'Your ticket is open.',
  resume: 'The open question is whether you want to continue.',
  'delete-my-data': 'The open question is whether I may delete your data.',
  'hand-over': 'The open question is whether I may ask the helpdesk.',
  answer: 'I am waiting for your answer to your colleague.',
} as const;
