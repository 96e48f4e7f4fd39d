/** What the window of a step-up says in the end. */
export const stepUp = {
  /** Where the name of the account is not known. */
  'chat-account': 'the account that you are in the chat with',
  pages: {
    done: {
      title: 'You can go back to the chat',
      text: 'That was enough. I am continuing in the chat. You can close this window.',
    },
    'other-account': {
      title: 'That was another account',
      text: 'I read nothing. I need {account}. Go back to the chat: it says how to continue.',
    },
    refused: {
      title: 'That was not enough',
      text: 'Go back to the chat. It says what I could read, and what an administrator can do.',
    },
    used: {
      title: 'This link has been used',
      text: 'Another window came back first, or you opened the link again. The chat continues with the first one. You can close this window.',
    },
    old: {
      title: 'This link no longer works',
      text: 'It works once, for a day, and in the browser that opened it. Go back to the chat and check again.',
    },
    unavailable: {
      title: 'Microsoft does not respond',
      text: 'Go back to the chat and press the button again in a minute.',
    },
    'too-many': { title: 'Too many attempts', text: 'Wait a minute, and press the button in the chat again.' },
  },
} as const;
