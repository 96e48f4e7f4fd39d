/** What Teams shows of the app: in its store, and above the box that people type in. */
export const teams = {
  name: {
    short: 'OneTenant',
    full: 'OneTenant: Microsoft 365 and Azure in one tenant',
  },
  description: {
    short: 'Get Microsoft 365 and Azure to work in one Microsoft Entra tenant',
    full: 'OneTenant helps you run Microsoft 365 and Azure in one Microsoft Entra tenant. It asks which way round you go, reads your roles, products and subscriptions with your own rights, says what is in the way, walks you through the steps, and looks afterwards whether it worked and in which tenant. It changes nothing itself. In a group chat or channel it only offers a private chat, because what it reads is about you.',
  },
  commands: {
    'add-azure': {
      title: 'Microsoft 365 to Azure',
      description: 'I have Microsoft 365 and want Azure in the same tenant',
    },
    'add-microsoft-365': {
      title: 'Azure to Microsoft 365',
      description: 'I have Azure and want Microsoft 365 in the same tenant',
    },
    join: {
      title: 'I have both',
      description: 'I bought both apart and want them in one tenant',
    },
    'show-status': {
      title: 'Show my status',
      description: 'My tenant, roles, products and subscriptions',
    },
    'not-sure': {
      title: 'Not sure',
      description: 'Look for me and suggest which way to go',
    },
    help: {
      title: 'Help',
      description: 'What you can do here',
    },
    language: {
      title: 'Language',
      description: 'Choose another language',
    },
    'talk-to-person': {
      title: 'Talk to a person',
      description: 'Take what we know so far to somebody who can help',
    },
    'sign-out': {
      title: 'Sign out',
      description: 'Forget my sign-in and what was read',
    },
  },
  'in-group': {
    help: {
      title: 'Help',
      description: 'Open a private chat with OneTenant',
    },
  },
  'message-box': {
    search: {
      title: 'Find an answer',
      description: 'Search the answers about Microsoft 365 and Azure in one tenant, and send one',
      parameter: { title: 'Question', description: 'What would you like to know?' },
    },
    checklist: {
      title: 'Send my checklist',
      description: 'Send your steps, with the ones you ticked, to a colleague',
    },
    request: {
      title: 'Ask my administrator',
      description: 'Make a request that only an administrator of your tenant can answer',
    },
  },
} as const;
