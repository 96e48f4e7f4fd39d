/** What Teams shows where a message is written: the search, what can be put into a message, and what its links show. */
export const messageExtension = {
  open: 'Open OneTenant',
  insert: 'Put it in my message',
  'nothing-found': 'I know no answer to that. Try other words.',
  'went-wrong': 'That did not work. Please try again.',
  general: 'This is the general answer. OneTenant can check what applies to you.',
  checklist: {
    title: 'Steps: {scenario}',
    'what-is-in-it':
      'This is what your colleague gets: the route, the steps and your ticks. Your account, your tenant and what I read about you are not in it.',
    'as-of': 'Steps as of {date}.',
    none: {
      title: 'You have no checklist yet',
      text: 'Open a chat with me and choose what you want to do. Then you can send your steps from here.',
    },
  },
  request: {
    title: 'Request to the administrator',
    'what-is-in-it':
      'This is what your administrator gets, together with the code of a new request. It says what is missing, and it names your tenant.',
    none: {
      title: 'There is nothing to ask yet',
      text: 'Open a chat with me and have your setup checked. Then I know what to ask for.',
    },
    'two-details': {
      title: 'I need two more details',
      text: 'They are about the other tenant. Open a chat with me and choose “Ask who accepts”.',
    },
  },
  link: {
    ticket: { title: 'A ticket in OneTenant', text: 'Only the person it is for can open it. They sign in first.' },
    operator: {
      title: 'Tickets and questions',
      text: 'A page for the helpdesk. You need to sign in, and to be an operator.',
    },
  },
} as const;
