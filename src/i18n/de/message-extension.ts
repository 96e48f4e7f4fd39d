export const messageExtension = {
  open: 'OneTenant öffnen',
  insert: 'In meine Nachricht einfügen',
  'nothing-found': 'Darauf weiß ich keine Antwort. Versuche es mit anderen Worten.',
  'went-wrong': 'Das hat nicht geklappt. Bitte versuche es noch einmal.',
  general: 'Das ist die allgemeine Antwort. OneTenant kann prüfen, was für dich gilt.',
  checklist: {
    title: 'Schritte: {scenario}',
    'what-is-in-it':
      'Das bekommt dein Gegenüber: das Ziel, die Schritte und deine Häkchen. Dein Konto, dein Mandant und was ich über dich gelesen habe, stehen nicht darin.',
    'as-of': 'Stand der Schritte: {date}.',
    none: {
      title: 'Du hast noch keine Checkliste',
      text: 'Öffne einen Chat mit mir und wähle, was du tun willst. Danach kannst du deine Schritte von hier aus verschicken.',
    },
  },
  request: {
    title: 'Anfrage an den Administrator',
    'what-is-in-it':
      'Das bekommt dein Administrator, zusammen mit dem Code einer neuen Anfrage. Darin steht, was fehlt und wie dein Mandant heißt.',
    none: {
      title: 'Es gibt noch nichts zu fragen',
      text: 'Öffne einen Chat mit mir und lass deine Umgebung prüfen. Dann weiß ich, worum du bitten musst.',
    },
    'two-details': {
      title: 'Mir fehlen noch zwei Angaben',
      text: 'Sie betreffen den anderen Mandanten. Öffne einen Chat mit mir und wähle „Frag, wer annimmt“.',
    },
  },
  link: {
    ticket: {
      title: 'Ein Ticket in OneTenant',
      text: 'Nur die Person, für die es ist, kann es öffnen. Sie meldet sich zuerst an.',
    },
    operator: {
      title: 'Tickets und Fragen',
      text: 'Eine Seite für den Helpdesk. Dafür musst du dich anmelden und Operator sein.',
    },
  },
} as const;
