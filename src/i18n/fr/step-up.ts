export const stepUp = {
  pages: {
    done: {
      title: 'Vous pouvez revenir à la conversation',
      text: 'Cela suffit. Je continue dans la conversation. Vous pouvez fermer cette fenêtre.',
    },
    'other-account': {
      title: 'C’était un autre compte',
      text: 'Je n’ai rien lu. Revenez à la conversation et connectez-vous avec le compte que vous y utilisez.',
    },
    refused: {
      title: 'Cela n’a pas suffi',
      text: 'Revenez à la conversation. Elle dit ce que j’ai pu lire, et ce qu’un administrateur peut faire.',
    },
    old: {
      title: 'Ce lien ne fonctionne plus',
      text: 'Il fonctionne une fois, peu de temps, et dans le navigateur qui l’a ouvert. Revenez à la conversation et vérifiez à nouveau.',
    },
    unavailable: {
      title: 'Microsoft ne répond pas',
      text: 'Revenez à la conversation et utilisez à nouveau le bouton dans une minute.',
    },
    'too-many': {
      title: 'Trop de tentatives',
      text: 'Attendez une minute, puis utilisez à nouveau le bouton de la conversation.',
    },
  },
} as const;
