/** What the window of a step-up says in the end. */
export const stepUp = {
  pages: {
    done: {
      title: 'Du kannst zurück zum Chat',
      text: 'Das hat gereicht. Ich mache im Chat weiter. Dieses Fenster kannst du schließen.',
    },
    'other-account': {
      title: 'Das war ein anderes Konto',
      text: 'Ich habe nichts gelesen. Geh zurück zum Chat und melde dich mit dem Konto an, mit dem du dort bist.',
    },
    refused: {
      title: 'Das hat nicht gereicht',
      text: 'Geh zurück zum Chat. Dort steht, was ich lesen konnte und was ein Administrator tun kann.',
    },
    old: {
      title: 'Dieser Link funktioniert nicht mehr',
      text: 'Er gilt einmal, für kurze Zeit und in dem Browser, der ihn geöffnet hat. Geh zurück zum Chat und prüfe noch einmal.',
    },
    unavailable: {
      title: 'Microsoft antwortet nicht',
      text: 'Geh zurück zum Chat und drücke in einer Minute noch einmal auf die Schaltfläche.',
    },
    'too-many': {
      title: 'Zu viele Versuche',
      text: 'Warte eine Minute und drücke im Chat noch einmal auf die Schaltfläche.',
    },
  },
};
