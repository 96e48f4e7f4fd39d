export const stepUp = {
  'chat-account': 'le compte que vous utilisez dans la conversation',
  pages: {
    done: {
      title: 'Vous pouvez revenir à la conversation',
      text: 'Cela suffit. Je continue dans la conversation. Vous pouvez fermer cette fenêtre.',
    },
    'other-account': {
      title: 'C’était un autre compte',
      text: 'Je n’ai rien lu. Il me faut {account}. Revenez à la conversation : elle dit comment continuer.',
    },
    refused: {
      title: 'Cela n’a pas suffi',
      text: 'Revenez à la conversation. Elle dit ce que j’ai pu lire, et ce qu’un administrateur peut faire.',
    },
    used: {
      title: 'Ce lien a déjà servi',
      text: 'Une autre fenêtre a terminé avant, ou vous avez rouvert le lien. La conversation continue avec la première. Vous pouvez fermer cette fenêtre.',
    },
    old: {
      title: 'Ce lien ne fonctionne plus',
      text: 'Il fonctionne une fois, pendant un jour, et dans le navigateur qui l’a ouvert. Revenez à la conversation et vérifiez à nouveau.',
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
