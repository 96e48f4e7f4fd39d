export const messageExtension = {
  open: 'Ouvrir OneTenant',
  insert: 'Insérer dans mon message',
  'nothing-found': 'Je ne connais pas de réponse à cela. Essayez d’autres mots.',
  'went-wrong': 'Cela n’a pas fonctionné. Veuillez réessayer.',
  general: 'Ceci est la réponse générale. OneTenant peut vérifier ce qui vous concerne.',
  checklist: {
    title: 'Étapes : {scenario}',
    'what-is-in-it':
      'Voici ce que reçoit votre collègue : le chemin, les étapes et vos coches. Votre compte, votre locataire et ce que j’ai lu sur vous n’y figurent pas.',
    'as-of': 'Étapes au {date}.',
    none: {
      title: 'Vous n’avez pas encore d’étapes',
      text: 'Ouvrez une conversation avec moi et choisissez ce que vous voulez faire. Vous pourrez ensuite envoyer vos étapes d’ici.',
    },
  },
  request: {
    title: 'Demande à l’administrateur',
    'what-is-in-it':
      'Voici ce que reçoit votre administrateur, avec le code d’une nouvelle demande. Le texte dit ce qui manque et nomme votre locataire.',
    none: {
      title: 'Il n’y a encore rien à demander',
      text: 'Ouvrez une conversation avec moi et faites vérifier votre configuration. Je saurai alors quoi demander.',
    },
    'two-details': {
      title: 'Il me manque deux informations',
      text: 'Elles concernent l’autre locataire. Ouvrez une conversation avec moi et choisissez « Demander à qui accepte ».',
    },
  },
  link: {
    ticket: {
      title: 'Un ticket dans OneTenant',
      text: 'Seule la personne à qui il est destiné peut l’ouvrir. Elle se connecte d’abord.',
    },
    operator: {
      title: 'Tickets et questions',
      text: 'Une page pour le support. Il faut se connecter et être opérateur.',
    },
  },
} as const;
