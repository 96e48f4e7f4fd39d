/** What a helpdesk reads in its own tickets, in the language of the desk, and the answer with a link that it sends on. */
export const deskNotes = {
  'taken-up': 'The person has taken this up with OneTenant. Subject: {scenario}.',
  'taken-up-open': 'The person has taken this up with OneTenant, and is asked what it is about.',
  progress: 'OneTenant, how far it is:',
  solved: 'OneTenant has seen that this is done:',
  declined: 'The person does not want the help of OneTenant with this. Please take it over.',
  'person-answered': 'The person answers in the chat:',
  reached: 'OneTenant has written to the person in Microsoft Teams about this ticket.',
  link: 'OneTenant cannot write to the person in Microsoft Teams. The answer with the link stands in this ticket for them. Please send it on if this desk does not do that by itself. The link works once, for seven days.',
  'link-reply':
    'OneTenant can help you with this at once: {link} Sign in there with your work account. The link works once, for seven days.',
  unreachable: 'OneTenant cannot reach the person. Please take it over.',
  transcript: 'The person agreed that you read the conversation:',
  'needs-human': {
    asked: 'The person asks for a colleague.',
    'beyond-the-bot': 'OneTenant cannot help with this. Please take it over.',
    'not-proven': 'The result did not show, however often OneTenant looked. Please take it over.',
    'other-person': 'Somebody else signed in than the person of this ticket, so OneTenant showed nothing of it.',
  },
  unrouted: {
    'nobody-named':
      'OneTenant wrote to nobody: the ticket has neither the Entra object id nor the user name of the person.',
    'foreign-tenant': 'OneTenant wrote to nobody: the person of this ticket is not in the tenant of this desk.',
    'foreign-domain': 'OneTenant wrote to nobody: the user name is not in a domain of this desk.',
    'unknown-person': 'OneTenant wrote to nobody: the tenant does not know the person of this ticket.',
    'cannot-tell': 'OneTenant wrote to nobody: it could not look up who the person of this ticket is.',
  },
};
