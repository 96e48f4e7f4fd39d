export const teams = {
  name: { short: 'OneTenant', full: 'OneTenant : Microsoft 365 et Azure dans un seul locataire' },
  description: {
    short: 'Réunir Microsoft 365 et Azure dans un seul locataire Microsoft Entra',
    full: 'OneTenant vous aide à utiliser Microsoft 365 et Azure dans un seul locataire Microsoft Entra. Il demande dans quel sens vous allez, lit vos rôles, produits et abonnements avec vos propres autorisations, dit ce qui fait obstacle, parcourt les étapes avec vous, puis vérifie si cela a fonctionné et dans quel locataire. Il ne change rien lui-même. Dans une conversation de groupe ou un canal, il propose seulement une conversation privée, car ce qu’il lit vous concerne.',
  },
  commands: {
    'add-azure': {
      title: 'Je veux Azure',
      description: 'J’ai Microsoft 365 et je veux Azure dans le même locataire',
    },
    'add-microsoft-365': {
      title: 'Je veux Microsoft 365',
      description: 'J’ai Azure et je veux Microsoft 365 dans le même locataire',
    },
    join: {
      title: 'J’ai les deux',
      description: 'Je les ai achetés séparément et je les veux dans un seul locataire',
    },
    'show-status': { title: 'Mon état', description: 'Mon locataire, mes rôles, produits et abonnements' },
    'not-sure': { title: 'Je ne sais pas', description: 'Regarder pour moi et proposer un chemin' },
    help: { title: 'Aide', description: 'Ce que vous pouvez faire ici' },
    language: { title: 'Langue', description: 'Choisir une autre langue' },
    'talk-to-person': {
      title: 'Parler à quelqu’un',
      description: 'Transmettre ce que nous savons à quelqu’un qui peut aider',
    },
    'sign-out': { title: 'Se déconnecter', description: 'Oublier ma connexion et ce qui a été lu' },
  },
  'in-group': {
    help: { title: 'Aide', description: 'Ouvrir une conversation privée avec OneTenant' },
  },
  'message-box': {
    search: {
      title: 'Trouver une réponse',
      description: 'Chercher dans les réponses sur Microsoft 365 et Azure dans un seul locataire, et en envoyer une',
      parameter: { title: 'Question', description: 'Que voulez-vous savoir ?' },
    },
    checklist: {
      title: 'Envoyer mes étapes',
      description: 'Envoyer vos étapes, avec celles que vous avez cochées, à un collègue',
    },
    request: {
      title: 'Demander à mon admin',
      description: 'Créer une demande à laquelle seul un administrateur de votre locataire peut répondre',
    },
  },
} as const;
