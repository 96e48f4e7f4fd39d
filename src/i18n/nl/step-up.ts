/** What the window of a step-up says in the end. */
export const stepUp = {
  'chat-account': 'het account waarmee je in de chat bent',
  pages: {
    done: {
      title: 'Je kunt terug naar de chat',
      text: 'Dat was genoeg. Ik ga verder in de chat. Dit venster kun je sluiten.',
    },
    'other-account': {
      title: 'Dat was een ander account',
      text: 'Ik heb niets gelezen. Ik heb {account} nodig. Ga terug naar de chat: daar staat hoe je verdergaat.',
    },
    refused: {
      title: 'Dat was niet genoeg',
      text: 'Ga terug naar de chat. Daar staat wat ik kon lezen, en wat een beheerder kan doen.',
    },
    used: {
      title: 'Deze link is al gebruikt',
      text: 'Een ander venster was eerder klaar, of je opende de link nog een keer. De chat gaat verder met het eerste. Dit venster kun je sluiten.',
    },
    old: {
      title: 'Deze link werkt niet meer',
      text: 'Hij werkt één keer, een dag lang, en in de browser die hem opende. Ga terug naar de chat en controleer opnieuw.',
    },
    unavailable: {
      title: 'Microsoft antwoordt niet',
      text: 'Ga terug naar de chat en druk over een minuut weer op de knop.',
    },
    'too-many': { title: 'Te veel pogingen', text: 'Wacht een minuut en druk in de chat weer op de knop.' },
  },
};
