export const messageExtension = {
  open: 'OneTenant openen',
  insert: 'Zet het in mijn bericht',
  'nothing-found': 'Daar weet ik geen antwoord op. Probeer andere woorden.',
  'went-wrong': 'Dat is niet gelukt. Probeer het nog eens.',
  general: 'Dit is het algemene antwoord. OneTenant kan nakijken wat voor jou geldt.',
  checklist: {
    title: 'Stappen: {scenario}',
    'what-is-in-it':
      'Dit krijgt je collega: de route, de stappen en je vinkjes. Je account, je tenant en wat ik over je heb gelezen, staan er niet in.',
    'as-of': 'Stappen op {date}.',
    none: {
      title: 'Je hebt nog geen checklist',
      text: 'Open een gesprek met mij en kies wat je wilt doen. Daarna kun je je stappen hier versturen.',
    },
  },
  request: {
    title: 'Verzoek aan de beheerder',
    'what-is-in-it':
      'Dit krijgt je beheerder, samen met de code van een nieuw verzoek. Er staat in wat er ontbreekt en hoe je tenant heet.',
    none: {
      title: 'Er is nog niets om te vragen',
      text: 'Open een gesprek met mij en laat je situatie nakijken. Dan weet ik wat je moet vragen.',
    },
    'two-details': {
      title: 'Ik mis nog twee gegevens',
      text: 'Ze gaan over de andere tenant. Open een gesprek met mij en kies “Vraag wie accepteert”.',
    },
  },
  link: {
    ticket: {
      title: 'Een ticket in OneTenant',
      text: 'Alleen de persoon voor wie het is, kan het openen. Die meldt zich eerst aan.',
    },
    operator: {
      title: 'Tickets en vragen',
      text: 'Een pagina voor de helpdesk. Je moet je aanmelden en operator zijn.',
    },
  },
} as const;
