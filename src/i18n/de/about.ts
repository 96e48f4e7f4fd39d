/** Die Seiten unter der eigenen Adresse des Bots: was er ist, was er speichert und zu welchen Bedingungen. */
export const about = {
  'what-it-is': {
    title: 'OneTenant',
    paragraphs: [
      'OneTenant hilft dabei, Microsoft 365 und Azure in einem einzigen Microsoft Entra-Mandanten zu betreiben. Der Bot fragt, was du hast und was du willst, liest nach der Anmeldung deine Rollen und Abonnements, sagt, was dich aufhält, führt dich durch die Schritte und prüft, ob es geklappt hat.',
      'Du findest ihn in Microsoft Teams oder im Chatfenster deines Intranets. Er spricht Deutsch, Englisch und Niederländisch.',
      'Er liest nur. Er ändert nichts und kauft nichts.',
    ],
  },
  privacy: {
    title: 'Datenschutz',
    more: 'Für diese Daten ist die Organisation verantwortlich, die OneTenant für dich betreibt. Mehr sagt dir ihr Helpdesk oder ihre Datenschutzbeauftragte.',
  },
  terms: {
    title: 'Nutzungsbedingungen',
    paragraphs: [
      'OneTenant berät auf der Grundlage von Dokumenten von Microsoft und sagt, wann sie geprüft wurden. Microsoft kann Preise, Namen und Regeln jederzeit ändern. Am Ende gilt, was Microsoft dir bei der Registrierung oder beim Kauf anzeigt.',
      'Du entscheidest, was du mit dem Rat machst, mit deinem eigenen Konto und deinen eigenen Rechten.',
      'Gib im Chat nie ein Kennwort oder eine Kartennummer ein. OneTenant fragt nicht danach.',
      'OneTenant ist Software unter der MIT-Lizenz, ohne jede Gewährleistung. Die Organisation, die den Bot für dich betreibt, kann eigene Regeln für die Nutzung haben.',
    ],
  },
  language: 'Sprache',
};
