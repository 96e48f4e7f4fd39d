/** What the tab in Teams says by itself: it has to speak before anybody has signed in. */
export const tab = {
  title: 'My checklist',
  loading: 'Loading your checklist …',
  steps: 'Your steps',
  found: 'What I found',
  'agree-first': 'Before you tick anything: read in the chat what moving breaks, and agree to it.',
  'all-done': 'You have completed every step. Ask me in the chat whether it worked.',
  'open-chat': 'Open the chat',
  'try-again': 'Try again',
  ticked: 'Done: {step}',
  unticked: 'To do again: {step}',
  updated: 'Your checklist has changed.',
  'changed-meanwhile': 'Your checklist changed meanwhile. This is how it stands now.',
  'not-saved': 'Your tick was not saved. Try again.',
  'not-fresh': 'OneTenant cannot be reached. You see your checklist as it was.',
  'no-script': 'The checklist needs JavaScript.',
  problems: {
    nothing: {
      title: 'You have no checklist yet',
      text: 'Open the chat and choose what you want to do. Your steps then appear here.',
    },
    'no-chat': {
      title: 'There is no chat between us yet',
      text: 'Open the chat and say hello. Then come back to this tab.',
    },
    outside: {
      title: 'Open your checklist in Teams',
      text: 'This page only works as a tab of OneTenant in Microsoft Teams.',
    },
    'sign-in': {
      title: 'Teams could not sign you in',
      text: 'Try again. If that does not help, open the chat and sign in there.',
    },
    refused: {
      title: 'Your sign-in was not accepted',
      text: 'I showed nothing. Close Teams, open it again, and come back to this tab.',
    },
    tenant: {
      title: 'I am not set up for your organisation',
      text: 'Ask the people who run me whether yours can be added.',
    },
    away: {
      title: 'OneTenant cannot be reached',
      text: 'Nothing is lost. I keep trying by myself.',
    },
    missing: {
      title: 'The tab is not installed here',
      text: 'Please tell whoever looks after this bot. The chat works.',
    },
  },
} as const;
