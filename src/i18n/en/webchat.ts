/** What the chat window on a web page says by itself: it has to speak before the bot does. */
export const webchat = {
  title: 'OneTenant',
  launcher: {
    title: 'OneTenant',
    open: 'Open the chat',
    close: 'Close the chat',
    dismiss: 'Hide this message',
    unread: { one: '1 new message', other: '{count} new messages' },
  },
  panel: {
    close: 'Close the chat',
    startOver: 'Start a new chat',
    connecting: 'Connecting',
    offline: 'You are offline. What you type is sent as soon as the connection is back.',
    botAway: 'OneTenant cannot be reached. Your message is sent as soon as it can.',
    back: 'Connected again.',
    ended: 'This chat has ended. Start a new one to go on.',
    failed: 'The chat could not be opened. It is tried again by itself.',
    missing: 'The chat window is not installed here. Please tell whoever looks after this bot.',
    busy: 'It is busy right now. The chat is tried again by itself.',
    tryAgain: 'Try now',
    noScript: 'The chat needs JavaScript.',
    chose: 'You chose:',
    placeholder: 'Type your message',
    history: 'Chat history. The arrow keys move between messages, Enter goes into one.',
    newWindow: 'new window',
    notSent: 'Your message was not sent.',
    signInWaits: 'A window for signing in has opened. The chat goes on by itself once you have signed in.',
    signInOpen:
      'You are not signed in yet. If the window showed a code, type it here. If you closed it, press Sign in again.',
  },
} as const;
