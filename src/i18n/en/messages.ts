import type { MessageWords } from '../shape.ts';

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
    text: 'It belongs to somebody else’s conversation. Nothing happened.',
  },
  'already-done': { text: 'You pressed this before. Nothing happened twice.' },
  'unknown-button': {
    text: 'Nothing happened. Use the buttons in the last message.',
  },
  'not-understood': { text: 'Choose a button, or say it in other words.' },
  'empty-text': { text: 'Type what you want, or choose a button.' },
  'too-long': { text: 'I read only short messages. Say it in one or two sentences.' },
  'text-only': { text: 'I cannot look at files or pictures. Type what you want.' },
  'sign-in-cancelled': {
    title: 'You did not sign in',
    text: 'That is fine. You can continue without it, or sign in later.',
  },
  'sign-in-timed-out': {
    text: 'The link has expired for safety. I can give you a new one.',
  },
  'sign-in-needed': {
    text: 'Your sign-in has ended. After you sign in we carry on where you were.',
  },
  'wrong-code': {
    title: 'That code is not right',
    text: 'Type the six digits from the sign-in window, or sign in again.',
  },
  'too-many-codes': { text: 'For safety I start the sign-in again.' },
  'waiting-for-sign-in': {
    title: 'The sign-in is still open',
    text: 'Use the Sign in button, or continue without it.',
  },
  'other-person': {
    text: 'I have forgotten what I read before and start with this account.',
  },
  'tenant-not-allowed': {
    title: 'I do not serve this organisation',
    text: 'You signed in to a tenant that I may not help. Sign in with another account.',
  },
  'foreign-token': { title: 'This sign-in is not for me', text: 'Sign out and sign in again here.' },
  'nothing-to-check': { text: 'First choose which way round you go.' },
  'nothing-to-go-back-to': {
    text: 'You cannot go further back. Choose what you want to do.',
  },
  cancelled: { text: 'I have stopped. Your ticked steps are kept.' },
  'started-over': { text: 'I have dropped your steps.' },
  'language-set': { text: 'You can change it at any moment.' },
  hello: { text: 'What can I do for you?' },
  thanks: { text: 'Is there anything else?' },
  goodbye: { text: 'I keep where you were. You can carry on later.' },
  'who-are-you': {
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
    text: 'You signed in as somebody else than who you are in this chat, so I signed that account out and read nothing. Sign in with your Teams account. For another account, use me outside Teams.',
  },
  'sign-in-other-tenant': {
    text: 'Take care: this chat is in one tenant and the account you used is in another, so what I would read is not about the tenant you are in now. I signed it out and read nothing. Sign in with your Teams account, or switch organization in Teams first.',
  },
  'chat-not-allowed': {
    text: 'I am set up for other organizations only. Ask whoever looks after me whether yours can be added.',
  },
  'press-heard': { text: 'I have it. My answer is in the chat.' },
  'in-group': {
    title: 'Let us do this in private',
    text: 'What I read is about you. Open a chat with me alone to go on.',
  },
  'reminders-stopped': { text: 'You can check again whenever you like.' },
  'no-reminders': { text: 'There is nothing to stop.' },
  reminder: { title: 'You asked me to remind you', text: 'Shall we carry on?' },
  'admin-approved': { text: 'It has been approved. You can go on.' },
  'admin-declined': {
    text: 'It has been declined. Talk to your administrator about what is possible.',
  },
  'looking-on': {
    text: 'Some answers take longer than usual. I look again by myself in the next few minutes and write here as soon as I have them. You can also check again yourself.',
  },
  'data-kept': {
    text: 'I have deleted nothing.',
  },
  'newer-conversation': {
    text: 'A newer version of me wrote down where we were, and I cannot read it. Nothing is lost. Try again in a few minutes, or type “start over” to begin anew without it.',
  },
  'no-answer-found': { text: 'Ask it in other words, or talk to a person.' },
  'glad-it-helped': { text: 'Is there anything else?' },
} as const satisfies Record<string, MessageWords>;
