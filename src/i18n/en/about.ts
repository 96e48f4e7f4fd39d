/** The pages at the bot's own address: what it is, what it stores, and on what terms. */
export const about = {
  'what-it-is': {
    title: 'OneTenant',
    paragraphs: [
      'OneTenant helps people run Microsoft 365 and Azure in one Microsoft Entra tenant. It asks what you have and what you want, reads your roles and subscriptions after you sign in, says what holds you back, walks you through the steps and checks that it worked.',
      'You reach it in Microsoft Teams, or in the chat window of your intranet. It speaks English, Dutch and German.',
      'It only reads. It changes nothing and buys nothing.',
    ],
  },
  privacy: {
    title: 'Privacy',
    more: 'The organisation that runs OneTenant for you is responsible for this data. Its helpdesk or data protection officer can tell you more.',
  },
  terms: {
    title: 'Terms of use',
    paragraphs: [
      'OneTenant gives advice from Microsoft’s documents, and says when each was checked. Microsoft may change prices, names and rules at any time. What holds in the end is what Microsoft shows you when you sign up or buy.',
      'You decide what you do with the advice, with your own account and your own rights.',
      'Never type a password or a card number in the chat. OneTenant will not ask for them.',
      'OneTenant is software under the MIT licence, without any warranty. The organisation that runs it for you may have rules of its own for its use.',
    ],
  },
  language: 'Language',
};
