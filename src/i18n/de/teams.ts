export const teams = {
  name: {
    short: 'OneTenant',
    full: 'OneTenant: Microsoft 365 und Azure in einem Mandanten',
  },
  description: {
    short: 'Microsoft 365 und Azure in einem Microsoft Entra-Mandanten nutzen',
    full: 'OneTenant hilft dir, Microsoft 365 und Azure in einem Microsoft Entra-Mandanten zu nutzen. Es fragt, was du erreichen willst, liest mit deinen eigenen Rechten deine Rollen, Produkte und Abonnements, sagt, was im Weg steht, geht die Schritte mit dir durch und prüft danach, ob es geklappt hat und in welchem Mandanten. Selbst ändert es nichts. In einem Gruppenchat oder Kanal bietet es nur einen privaten Chat an, weil es um dich geht.',
  },
  commands: {
    'add-azure': {
      title: 'Ich will Azure',
      description: 'Ich habe Microsoft 365 und will Azure im selben Mandanten',
    },
    'add-microsoft-365': {
      title: 'Ich will Microsoft 365',
      description: 'Ich habe Azure und will Microsoft 365 im selben Mandanten',
    },
    join: {
      title: 'Ich habe beides',
      description: 'Ich habe sie getrennt gekauft und will sie in einem Mandanten',
    },
    'show-status': {
      title: 'Mein Status',
      description: 'Mein Mandant, Rollen, Produkte und Abonnements',
    },
    'not-sure': {
      title: 'Nicht sicher',
      description: 'Schau für mich nach und schlage eine Richtung vor',
    },
    help: {
      title: 'Hilfe',
      description: 'Was du hier tun kannst',
    },
    language: {
      title: 'Sprache',
      description: 'Wähle eine andere Sprache',
    },
    'talk-to-person': {
      title: 'Mit jemandem sprechen',
      description: 'Nimm mit, was wir wissen, zu jemandem, der helfen kann',
    },
    'sign-out': {
      title: 'Abmelden',
      description: 'Vergiss meine Anmeldung und was gelesen wurde',
    },
  },
  'in-group': {
    help: {
      title: 'Hilfe',
      description: 'Öffne einen privaten Chat mit OneTenant',
    },
  },
  'message-box': {
    search: {
      title: 'Antwort suchen',
      description: 'Antworten zu Microsoft 365 und Azure in einem Mandanten durchsuchen und eine verschicken',
      parameter: { title: 'Frage', description: 'Was möchtest du wissen?' },
    },
    checklist: {
      title: 'Meine Checkliste schicken',
      description: 'Deine Schritte mit den abgehakten an jemanden aus dem Team schicken',
    },
    request: {
      title: 'Administrator fragen',
      description: 'Eine Anfrage erstellen, die nur ein Administrator deines Mandanten beantworten kann',
    },
  },
} as const;
