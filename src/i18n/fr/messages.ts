export const message = {
  'something-went-wrong': {
    title: 'Cela n’a pas fonctionné',
    text: 'Un problème est survenu de mon côté. Rien n’est perdu. Réessayez ; si cela ne fonctionne toujours pas, donnez la référence à votre service d’assistance.',
  },
  'expired-button': { title: 'Ce bouton ne fonctionne plus', text: 'La conversation a avancé. {standing}' },
  'foreign-button': { text: 'Il appartient à la conversation de quelqu’un d’autre. Il ne s’est rien passé.' },
  'already-done': { text: 'Vous avez déjà utilisé ce bouton, donc il ne s’est rien passé cette fois-ci.' },
  'unknown-button': { title: 'Je ne connais pas ce bouton', text: 'Rien ne s’est passé. {standing}' },
  'not-understood': { text: 'Utilisez l’un des boutons, ou dites-le autrement.' },
  'empty-text': { text: 'Écrivez ce que vous voulez, ou utilisez l’un des boutons.' },
  'too-long': { text: 'Je ne lis que des messages courts. Dites-le en une ou deux phrases.' },
  'text-only': { text: 'Je ne peux ouvrir ni fichiers ni images. Écrivez ce que vous voulez.' },
  'sign-in-cancelled': {
    title: 'Vous ne vous êtes pas connecté',
    text: 'Ce n’est pas grave. Vous pouvez continuer sans vous connecter, ou le faire plus tard.',
  },
  'sign-in-timed-out': { text: 'Par sécurité, le lien a expiré. Je peux vous en donner un nouveau.' },
  'sign-in-needed': {
    text: 'Votre connexion a expiré. Reconnectez-vous pour reprendre là où vous étiez.',
  },
  'step-up-without': { text: 'Je continue avec ce que j’ai pu lire.' },
  'step-up-failed': {
    text: 'Microsoft ne m’a pas laissé tout lire, il manque donc une partie. Votre service informatique en voit la raison dans les journaux de connexion de Microsoft Entra : il peut gérer votre appareil, ou changer à qui la stratégie s’applique.',
  },
  'step-up-other-account': {
    text: 'C’était encore un autre compte, je n’ai donc rien lu avec celui-ci. Je continue avec ce que j’ai pu lire.',
  },
  'step-up-reading': { text: 'Je lis ce que Microsoft me laisse voir maintenant. Un instant.' },
  'wrong-code': {
    title: 'Ce code n’est pas le bon',
    text: 'Tapez les six chiffres de la fenêtre de connexion, ou reconnectez-vous.',
  },
  'too-many-codes': { text: 'Par sécurité, je recommence la connexion.' },
  'waiting-for-sign-in': {
    title: 'La connexion n’est pas terminée',
    text: 'Utilisez le bouton Se connecter, ou continuez sans.',
  },
  'other-person': { text: 'J’ai supprimé ce que j’avais lu, et je recommence avec ce compte.' },
  'tenant-not-allowed': {
    title: 'Je ne peux pas aider cette organisation',
    text: 'Vous vous êtes connecté à un locataire pour lequel je ne suis pas configuré. Connectez-vous avec un autre compte.',
  },
  'foreign-token': {
    title: 'Cette connexion ne m’est pas destinée',
    text: 'Déconnectez-vous, puis reconnectez-vous ici.',
  },
  'nothing-to-check': { text: 'Choisissez d’abord ce que vous voulez faire.' },
  'no-role-needed': { text: 'Un rôle donné par un administrateur n’est pas ce qu’il vous faut ici.' },
  'nothing-to-go-back-to': { text: 'Vous ne pouvez pas revenir plus loin. Choisissez ce que vous voulez faire.' },
  cancelled: { text: 'Je me suis arrêté.' },
  'cancelled-with-ticks': { text: 'Je me suis arrêté. J’ai gardé les étapes que vous avez cochées.' },
  'started-over': { text: 'J’ai effacé vos étapes.' },
  'language-set': { text: 'Je continue en français.' },
  hello: { text: 'Bonjour.' },
  thanks: { title: 'Avec plaisir', text: 'Puis-je faire autre chose pour vous ?' },
  goodbye: { title: 'À bientôt', text: 'J’ai enregistré où vous en êtes. Vous pourrez continuer plus tard.' },
  wait: { title: 'Prenez votre temps', text: 'Rien n’expire ici. J’ai enregistré où vous en êtes.' },
  'who-are-you': {
    title: 'Je suis OneTenant, un chatbot',
    text: 'Je ne suis pas une personne. J’aide à réunir Microsoft 365 et Azure dans un seul locataire. Vous pouvez toujours parler à quelqu’un.',
  },
  'not-that': { text: 'D’accord, je ne le fais pas.' },
  frustration: {
    title: 'Cela ne vous aide pas',
    text: 'Je vois que cela ne vous avance pas. Une personne peut vous aider. Vous pouvez aussi me dire en une phrase ce que vous voulez faire.',
  },
  'off-topic': {
    title: 'Ce n’est pas mon sujet',
    text: 'Je ne connais que Microsoft 365 et Azure dans un seul locataire : inscription, comptes, rôles, abonnements et factures. Voulez-vous que je demande à quelqu’un ?',
  },
  'no-answer': {
    title: 'Je n’ai pas de réponse à cela',
    text: 'Voulez-vous que je demande à quelqu’un ? Vous pouvez aussi le dire autrement, ou en anglais : mes réponses ne sont pas encore en français.',
  },
  'sign-in-by-button': {
    title: 'La connexion automatique n’a pas fonctionné',
    text: 'Teams n’a pas pu vous connecter sans vous demander. Utilisez le bouton Se connecter ci-dessous.',
  },
  'sign-in-app-missing': {
    title: 'Je ne suis pas installé pour vous dans Teams',
    text: 'C’est pourquoi Teams n’a pas pu vous connecter sans vous demander. Utilisez le bouton Se connecter ci-dessous, ou ajoutez-moi dans Teams sous Applications.',
  },
  'sign-in-set-up-wrong': {
    title: 'La connexion automatique est mal configurée',
    text: 'Vous n’y êtes pour rien ; les personnes qui me gèrent voient le problème dans mon journal. Utilisez le bouton Se connecter ci-dessous.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams n’a pas de connexion que je puisse utiliser',
    text: 'Teams n’a pas pu vous connecter sans vous demander. Utilisez le bouton Se connecter ci-dessous. Se déconnecter de Teams puis se reconnecter peut aussi aider.',
  },
  'sign-in-unavailable': {
    title: 'La connexion ne fonctionne pas pour le moment',
    text: 'Le service qui vous connecte ne répond pas comme il devrait. Votre compte n’y est pour rien. Réessayez dans quelques minutes, ou continuez sans vous connecter.',
  },
  'still-signed-in': {
    title: 'Vous êtes toujours connecté',
    text: 'Le service qui vous déconnecte ne répond pas comme il devrait. Réessayez dans quelques minutes.',
  },
  'sign-in-keeps-failing': {
    title: 'La connexion échoue toujours',
    text: 'Votre administrateur doit peut-être d’abord m’approuver. Demandez-lui, ou continuez sans vous connecter.',
  },
  'sign-in-other-account': {
    text: 'Vous vous êtes connecté avec un autre compte que celui de cette conversation. Je l’ai déconnecté et je n’ai rien lu. Connectez-vous avec votre compte Teams. Pour utiliser un autre compte, parlez-moi en dehors de Teams.',
  },
  'sign-in-other-tenant': {
    text: 'Attention : cette conversation est dans un locataire et le compte utilisé est dans un autre. Ce que je lirais ne concernerait donc pas le locataire où vous êtes. Je l’ai déconnecté et je n’ai rien lu. Connectez-vous avec votre compte Teams, ou passez d’abord à l’autre organisation dans Teams.',
  },
  'chat-not-allowed': {
    text: 'Je ne suis configuré que pour d’autres organisations. Demandez aux personnes qui me gèrent si la vôtre peut être ajoutée.',
  },
  'press-heard': { text: 'C’est noté. Ma réponse est dans la conversation.' },
  chosen: { text: 'Vous avez choisi : {choice}' },
  'in-group': {
    title: 'Parlons-en en privé',
    text: 'Ce que je lis vous concerne. Ouvrez une conversation privée avec moi pour continuer.',
  },
  'reminders-stopped': { text: 'Vous pouvez vérifier à nouveau quand vous voulez.' },
  'no-reminders': { text: 'Il n’y a rien à arrêter.' },
  'which-day': {
    title: 'Quel jour vous convient ?',
    text: 'Je peux vous envoyer un rappel chaque jour, de demain jusqu’au {date}, mais pas à une heure précise. Tapez un jour, par exemple « vendredi » ou « dans deux semaines ».',
  },
  reminder: { title: 'Vous m’avez demandé un rappel', text: 'Voulez-vous continuer ?' },
  'admin-approved': { text: 'Votre demande a été approuvée. Vous pouvez continuer.' },
  'admin-declined': {
    text: 'Votre demande a été refusée. Demandez à votre administrateur ce qui est possible.',
  },
  'looking-on': {
    text: 'Certaines réponses prennent plus de temps que d’habitude. Je vérifie à nouveau dans les prochaines minutes, et je vous écris ici dès que je les ai. Vous pouvez aussi vérifier à nouveau vous-même.',
  },
  'data-kept': { text: 'Je n’ai rien supprimé.' },
  'only-next-step': { text: 'Seule la prochaine étape peut être cochée. Je n’ai rien changé.' },
  'only-last-tick': { text: 'Seule la dernière coche peut être retirée. Je n’ai rien changé.' },
  'newer-conversation': {
    text: 'Une version plus récente de moi a enregistré cette conversation, et je ne peux pas la lire. Rien n’est perdu. Réessayez dans quelques minutes, ou tapez « recommencer » pour repartir du début.',
  },
  'cannot-save': {
    text: 'Je ne peux rien enregistrer pour le moment, et je n’ai donc pas fait ce que vous demandiez. Renvoyez votre message dans quelques minutes.',
  },
  'no-answer-found': { text: 'Dites-le autrement, ou parlez à quelqu’un.' },
  'glad-it-helped': { title: 'Tant mieux', text: 'Puis-je faire autre chose pour vous ?' },
} as const;

/** What the conversation waits for, said to somebody who pressed an old button. */
export const standing = {
  'choose-scenario': 'J’attends que vous me disiez ce que vous voulez faire.',
  'explain-sign-in': 'La question est maintenant de savoir si vous voulez vous connecter.',
  'sign-in': 'J’attends que vous vous connectiez.',
  'step-up': 'J’attends que vous prouviez que c’est bien vous.',
  check: 'Je vérifie votre configuration.',
  agreement: 'La question est maintenant de savoir quel contrat vous avez.',
  verdict: 'Vous avez vu en dernier le résultat de ma vérification.',
  status: 'Vous avez vu en dernier votre état.',
  suggestion: 'La question est maintenant de savoir si ma proposition convient.',
  'join-confirmation': 'La question est maintenant de savoir si vous avez lu ce qui change.',
  steps: 'Vous en êtes aux étapes.',
  proof: 'Vous avez vu en dernier si cela a fonctionné.',
  'admin-request': 'Une demande qui vous est adressée comme administrateur est ouverte.',
  ticket: 'Votre ticket est ouvert.',
  resume: 'La question est maintenant de savoir si vous voulez continuer.',
  'delete-my-data': 'La question est maintenant de savoir si je peux supprimer vos données.',
  'hand-over': 'La question est maintenant de savoir si je peux demander au support.',
  answer: 'J’attends votre réponse à votre collègue.',
} as const;
