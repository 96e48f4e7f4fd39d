export const deskNotes = {
  'taken-up': 'La personne a commencé à s’en occuper avec OneTenant. Sujet : {scenario}.',
  'taken-up-open': 'La personne a commencé à s’en occuper avec OneTenant, qui lui demande de quoi il s’agit.',
  progress: 'Avancement dans OneTenant :',
  'status-shown': 'OneTenant a montré sa situation à la personne : locataire, rôles, produits et abonnements.',
  solved: 'OneTenant a vérifié que c’est fait :',
  declined: 'La personne ne veut pas de l’aide de OneTenant pour cela.',
  'person-answered': 'La personne a répondu dans la conversation :',
  reached: 'OneTenant a écrit à la personne dans Microsoft Teams au sujet de ce ticket.',
  link: 'OneTenant ne peut pas écrire à la personne dans Microsoft Teams. La réponse avec le lien, dans ce ticket, lui est destinée. Merci de la transmettre si votre service d’assistance ne l’envoie pas automatiquement. Le lien fonctionne une fois, pendant sept jours.',
  'link-reply':
    'OneTenant peut vous aider tout de suite : {link} Connectez-vous-y avec votre compte professionnel. Le lien fonctionne une fois, pendant sept jours.',
  unreachable: 'OneTenant ne peut pas joindre la personne.',
  page: 'Pour en savoir plus : {link}',
  'to-do': {
    nothing: 'Pour vous : rien à faire.',
    answer: 'Pour vous : répondez à la personne.',
    decide: 'Pour vous : décidez qui continue.',
  },
  verdict: {
    ready: 'La personne peut commencer.',
    'held-back': 'Quelque chose fait obstacle.',
    unsure: 'OneTenant n’a pas pu tout voir.',
    'already-done': 'Azure et Microsoft 365 sont déjà dans un même locataire.',
    'out-of-scope': 'OneTenant n’a pas de parcours pour cela.',
  },
  waited: {
    'no-reaction': {
      one: 'La personne n’a pas réagi depuis {count} jour.',
      other: 'La personne n’a pas réagi depuis {count} jours.',
    },
    'left-off': {
      one: 'La personne a commencé, sans continuer depuis {count} jour.',
      other: 'La personne a commencé, sans continuer depuis {count} jours.',
    },
    'already-done': {
      one: 'OneTenant a montré à la personne que les deux sont déjà dans un même locataire. Depuis {count} jour, elle n’a rien ajouté.',
      other:
        'OneTenant a montré à la personne que les deux sont déjà dans un même locataire. Depuis {count} jours, elle n’a rien ajouté.',
    },
    status: {
      one: 'OneTenant a montré sa situation à la personne. Depuis {count} jour, elle n’a rien ajouté.',
      other: 'OneTenant a montré sa situation à la personne. Depuis {count} jours, elle n’a rien ajouté.',
    },
  },
  'state-refused': {
    solved: 'OneTenant n’a pas pu marquer ce ticket comme résolu. Merci de le fermer vous-même.',
    open: 'OneTenant n’a pas pu rouvrir ce ticket. Merci de le faire vous-même.',
    words: 'Le service d’assistance a répondu : {words}',
  },
  transcript: 'La personne a accepté de partager ce résumé de la conversation :',
  'needs-human': {
    asked: 'La personne souhaite parler à un collègue.',
    'beyond-the-bot': 'OneTenant ne peut pas aider pour cela.',
    'not-proven': 'OneTenant a vérifié plusieurs fois, mais le résultat n’est pas apparu.',
    'other-person': 'Quelqu’un d’autre que la personne de ce ticket s’est connecté, donc OneTenant ne l’a pas affiché.',
  },
  unrouted: {
    'nobody-named':
      'OneTenant n’a contacté personne : le ticket n’indique ni l’ID d’objet Entra ni le nom d’utilisateur de la personne.',
    'foreign-tenant':
      'OneTenant n’a contacté personne : la personne de ce ticket n’est pas dans le locataire de ce service d’assistance.',
    'foreign-domain':
      'OneTenant n’a contacté personne : le nom d’utilisateur n’est pas dans un domaine de ce service d’assistance.',
    'unknown-person': 'OneTenant n’a contacté personne : le locataire ne connaît pas la personne de ce ticket.',
    'cannot-tell': 'OneTenant n’a contacté personne : il n’a pas pu rechercher la personne de ce ticket.',
  },
};
