export const tickets = {
  name: 'Ticket {number} chez {desk}',
  'name-without-number': 'Ticket chez {desk}, qui n’a pas encore de numéro',
  arrived: {
    title: 'J’ai reçu votre ticket',
    text: 'Je peux peut-être le résoudre avec vous tout de suite. Je ne vérifie qu’une fois que vous êtes connecté, et avec vos propres autorisations.',
    'desk-sees':
      'Ce que {desk} voit dans le ticket : que vous avez commencé, ce que j’ai trouvé sur votre chemin, quelles étapes vous avez cochées, et si cela a fonctionné. Les noms des personnes et ce que vous tapez restent ici, sauf si vous êtes d’accord.',
    start: 'Commencer maintenant',
  },
  'from-link':
    'Votre service d’assistance vous a envoyé ici au sujet d’un ticket. Connectez-vous, et je l’affiche s’il est destiné à votre compte.',
  opened: 'Il s’agit de : {ticket}.',
  'put-off': 'Très bien, le ticket reste ouvert. Tapez « mes tickets » quand vous voudrez continuer.',
  declined: 'J’ai dit à {desk} qu’un collègue doit prendre le relais pour le ticket {number}.',
  left: '{ticket} reste tel quel. Tapez « mes tickets » pour y revenir.',
  waits:
    '{ticket} est toujours ouvert. Si vous ne faites rien, je le rends au service d’assistance le {date}. Tapez « mes tickets » pour continuer.',
  'handed-back':
    'J’ai rendu {ticket} au service d’assistance, car rien ne s’est passé ici. Un collègue s’en occupe maintenant.',
  withdrawn: 'Le service d’assistance a fermé {ticket}. Vous n’avez rien à faire.',
  'back-outside': 'Retour à ce que vous faisiez en dehors de vos tickets.',
  mine: {
    title: 'Vos tickets',
    none: 'Vous n’avez aucun ticket dans cette conversation. Quand un service d’assistance m’en confiera un, je vous écrirai ici.',
    text: {
      one: 'Vous avez {count} ticket dans cette conversation.',
      other: 'Vous avez {count} tickets dans cette conversation.',
    },
    here: 'Nous y travaillons en ce moment.',
  },
  standing: {
    offered: 'Vous ne l’avez pas encore commencé.',
    'put-off': 'Vous l’avez remis à plus tard.',
    open: 'Vous l’avez commencé.',
    declined: 'Vous n’avez pas voulu de mon aide.',
    solved: 'Il est résolu ; j’ai vérifié.',
    'on-its-way': 'J’envoie votre question au service d’assistance.',
    late: 'Votre question n’est pas encore arrivée : le service d’assistance est injoignable. Je réessaie.',
    refused: 'Votre question n’est pas encore arrivée : le service d’assistance ne l’a pas acceptée. Je réessaie.',
    failed: 'Votre question n’est pas arrivée. Tapez « parler à une personne » pour la renvoyer.',
    gone: 'Le service d’assistance ne connaît plus ce ticket. Demandez-lui, ou tapez « parler à une personne ».',
    'with-human': 'Un collègue du service d’assistance s’en occupe.',
    withdrawn: 'Le service d’assistance l’a fermé.',
  },
  notice: {
    gone: {
      title: 'Ce ticket n’est plus ouvert',
      text: 'Le service d’assistance l’a fermé, ou il est trop ancien. Si vous avez encore besoin d’aide, choisissez ce que vous voulez faire, ou demandez à votre service d’assistance.',
    },
    'other-person': {
      title: 'Ce ticket n’est pas destiné à ce compte',
      text: 'Je ne peux afficher un ticket qu’à la personne à qui il est destiné. Si vous avez un autre compte, déconnectez-vous, connectez-vous avec ce compte et ouvrez le lien à nouveau. Sinon, demandez à votre service d’assistance.',
    },
    'link-spent': {
      title: 'Ce lien ne fonctionne plus',
      text: 'Le lien vers un ticket fonctionne une fois, dans une seule fenêtre, pendant sept jours. S’il était pour vous, continuez dans la fenêtre où vous l’avez ouvert en premier, ou demandez un nouveau lien à votre service d’assistance. Je peux aussi vous aider sans lui.',
    },
    unknown: {
      title: 'Je ne connais pas ce ticket',
      text: 'Vous n’avez pas de ticket avec ce numéro dans cette conversation. Tapez « mes tickets » pour voir ceux que vous avez.',
    },
  },
  'hand-over': {
    refused:
      '{desk} n’a pas accepté votre question. Je réessaie pendant trois jours, et je vous dis ici quand elle est arrivée.',
    title: 'Voulez-vous que je l’envoie à {desk} ?',
    text: 'Je n’envoie rien tant que vous n’avez pas choisi un bouton. Un collègue reçoit alors ceci, dans la langue du service d’assistance :',
    'nothing-known': 'Que vous voulez parler à quelqu’un. Je ne sais rien d’autre pour l’instant.',
    contact: 'Vous pouvez aussi contacter ces personnes vous-même :',
    'course-title': 'Vous pouvez aussi joindre ceci',
    'course-text':
      'Un résumé de notre conversation. Il ne contient pas ce que vous avez tapé, car je ne l’enregistre pas.',
    send: 'Envoyer',
    'send-with-course': 'Envoyer avec le résumé',
    'do-not': 'Ne pas envoyer',
    'not-sent-yet': 'Je ne l’ai pas encore envoyé. Choisissez « Envoyer », et une personne le recevra.',
    'not-sent': 'Je n’ai rien envoyé.',
    'already-there': '{desk} a déjà ce ticket. Pour lui en dire plus, utilisez « Répondre » sous « mes tickets ».',
  },
  answers: {
    title: '{desk} a répondu',
    'not-me':
      'Un collègue a écrit ceci, pas moi. Je l’affiche mot pour mot. Pour votre sécurité, ses liens ne fonctionnent pas ici.',
  },
  'answer-back': {
    ask: 'Tapez votre réponse à {desk}. Je vous la montre avant de l’envoyer. Tapez « annuler » pour ne rien envoyer.',
    title: 'Envoyer ceci à {desk} ?',
    'do-not': 'Ne pas envoyer',
    sent: 'Je l’ai envoyé à {desk}.',
    'not-sent': 'Je n’ai rien envoyé.',
    'not-now': 'Aucun collègue ne travaille sur ce ticket en ce moment, donc il n’y a personne à qui répondre.',
  },
  handoff: {
    accepted: 'Un collègue a pris votre question.',
    failed:
      'Personne n’est disponible en ce moment. Ce que vous avez envoyé reste au service d’assistance, et je peux continuer à vous aider ici.',
    completed: 'Le collègue a terminé. Vous me parlez à nouveau.',
  },
  course: {
    'choose-scenario': 'Le bot a demandé ce que la personne veut faire.',
    'explain-sign-in': 'Le bot a expliqué pourquoi se connecter aide.',
    'sign-in': 'Le bot a demandé à la personne de se connecter.',
    'step-up': 'Le bot a demandé une deuxième preuve d’identité, que l’organisation de la personne exige.',
    check: 'Le bot a vérifié les rôles, les produits et les abonnements.',
    agreement: 'Le bot a posé des questions sur le contrat avec Microsoft.',
    verdict: 'Le bot a dit ce qu’il a trouvé.',
    status: 'Le bot a affiché l’état.',
    suggestion: 'Le bot a suggéré un chemin.',
    'join-confirmation': 'Le bot a expliqué ce que change le déplacement d’un abonnement.',
    steps: 'Le bot a affiché les étapes.',
    proof: 'Le bot a vérifié si cela avait fonctionné.',
    'admin-request': 'Le bot a affiché une demande à un administrateur.',
    ticket: 'Le bot a ouvert le ticket.',
    resume: 'Le bot a proposé de continuer.',
    looked: {
      one: 'Le bot a vérifié {count} fois et n’a pas encore vu le résultat.',
      other: 'Le bot a vérifié {count} fois et n’a pas encore vu le résultat.',
    },
  },
} as const;
