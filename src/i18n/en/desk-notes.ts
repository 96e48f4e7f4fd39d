/** What a helpdesk reads in its own tickets, in the desk's language, and the public reply with a link to pass on. */
export const deskNotes = {
  'taken-up': 'The person has started on this with OneTenant. Subject: {scenario}.',
  'taken-up-open': 'The person has started on this with OneTenant, which is asking what it is about.',
  progress: 'Progress in OneTenant:',
  'status-shown': 'OneTenant showed the person their status: tenant, roles, products and subscriptions.',
  solved: 'OneTenant has checked that this is done:',
  declined: 'The person does not want OneTenant’s help with this.',
  'person-answered': 'The person replied in the chat:',
  reached: 'OneTenant has messaged the person in Microsoft Teams about this ticket.',
  link: 'OneTenant cannot message the person in Microsoft Teams. The reply with the link in this ticket is for them. Please pass it on if your helpdesk does not send it automatically. The link works once, for seven days.',
  'link-reply':
    'OneTenant can help you with this right away: {link} Sign in there with your work account. The link works once, for seven days.',
  unreachable: 'OneTenant cannot reach the person.',
  page: 'More: {link}',
  'to-do': {
    nothing: 'For you: nothing.',
    answer: 'For you: answer the person.',
    decide: 'For you: decide who goes on with it.',
  },
  verdict: {
    ready: 'The person can start.',
    'held-back': 'Something is in the way.',
    unsure: 'OneTenant could not see everything.',
    'already-done': 'Azure and Microsoft 365 are in one tenant already.',
    'out-of-scope': 'OneTenant has no route for this.',
  },
  waited: {
    'no-reaction': {
      one: 'The person has not reacted for {count} day.',
      other: 'The person has not reacted for {count} days.',
    },
    'left-off': {
      one: 'The person started, and has not continued for {count} day.',
      other: 'The person started, and has not continued for {count} days.',
    },
    'already-done': {
      one: 'OneTenant showed the person that both are in one tenant already. They have said nothing more for {count} day.',
      other:
        'OneTenant showed the person that both are in one tenant already. They have said nothing more for {count} days.',
    },
    status: {
      one: 'OneTenant showed the person their status. They have said nothing more for {count} day.',
      other: 'OneTenant showed the person their status. They have said nothing more for {count} days.',
    },
  },
  'state-refused': {
    solved: 'OneTenant could not set this ticket to solved. Please close it yourself.',
    open: 'OneTenant could not set this ticket to open. Please set it yourself.',
    words: 'The helpdesk said: {words}',
  },
  transcript: 'The person agreed to share this summary of the chat:',
  'needs-human': {
    asked: 'The person would like to talk to a colleague.',
    'beyond-the-bot': 'OneTenant cannot help with this.',
    'not-proven': 'OneTenant checked several times, but the result did not show up.',
    'other-person': 'Somebody other than the person of this ticket signed in, so OneTenant did not show it.',
  },
  unrouted: {
    'nobody-named':
      'OneTenant contacted nobody: the ticket has neither the Entra object ID nor the user name of the person.',
    'foreign-tenant': 'OneTenant contacted nobody: the person of this ticket is not in the tenant of this desk.',
    'foreign-domain': 'OneTenant contacted nobody: the user name is not in a domain of this desk.',
    'unknown-person': 'OneTenant contacted nobody: the tenant does not know the person of this ticket.',
    'cannot-tell': 'OneTenant contacted nobody: it could not look up the person of this ticket.',
  },
};
