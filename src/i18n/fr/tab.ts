export const tab = {
  title: 'Ma liste',
  loading: 'Chargement de votre liste …',
  steps: 'Vos étapes',
  found: 'Ce que j’ai trouvé',
  'agree-first':
    'Avant de cocher quoi que ce soit : lisez dans la conversation ce qui ne fonctionnera plus après le déplacement, et donnez votre accord.',
  'all-done': 'Vous avez terminé toutes les étapes. Demandez-moi dans la conversation si cela a fonctionné.',
  'open-chat': 'Ouvrir la conversation',
  'try-again': 'Réessayer',
  ticked: 'Fait : {step}',
  unticked: 'De nouveau à faire : {step}',
  updated: 'Votre liste a changé.',
  'changed-meanwhile': 'Votre liste a changé entre-temps. La voici telle qu’elle est maintenant.',
  'not-saved': 'Votre coche n’a pas été enregistrée. Réessayez.',
  'not-fresh': 'OneTenant est injoignable. Vous voyez votre liste telle qu’elle était.',
  'no-script': 'La liste a besoin de JavaScript.',
  problems: {
    nothing: {
      title: 'Vous n’avez pas encore de liste',
      text: 'Ouvrez la conversation et choisissez ce que vous voulez faire. Vos étapes apparaîtront ensuite ici.',
    },
    'no-chat': {
      title: 'Nous n’avons pas encore de conversation',
      text: 'Ouvrez la conversation et dites bonjour. Revenez ensuite à cet onglet.',
    },
    outside: {
      title: 'Ouvrez votre liste dans Teams',
      text: 'Cette page ne fonctionne que comme onglet de OneTenant dans Microsoft Teams.',
    },
    'sign-in': {
      title: 'Teams n’a pas pu vous connecter',
      text: 'Réessayez. Si cela ne suffit pas, ouvrez la conversation et connectez-vous là.',
    },
    refused: {
      title: 'Votre connexion n’a pas été acceptée',
      text: 'Je n’ai rien affiché. Fermez Teams, ouvrez-le de nouveau et revenez à cet onglet.',
    },
    tenant: {
      title: 'Je ne suis pas configuré pour votre organisation',
      text: 'Demandez aux personnes qui me gèrent si la vôtre peut être ajoutée.',
    },
    away: {
      title: 'OneTenant est injoignable',
      text: 'Rien n’est perdu. Je continue d’essayer.',
    },
    missing: {
      title: 'L’onglet n’est pas installé ici',
      text: 'Prévenez la personne qui gère ce bot. La conversation fonctionne.',
    },
  },
};
