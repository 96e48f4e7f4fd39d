/** What the window of a step-up says in the end. */
export const stepUp = {
  'chat-account': 'das Konto, mit dem du im Chat bist',
  pages: {
    done: {
      title: 'Du kannst zurück zum Chat',
      text: 'Das hat gereicht. Ich mache im Chat weiter. Dieses Fenster kannst du schließen.',
    },
    'other-account': {
      title: 'Das war ein anderes Konto',
      text: 'Ich habe nichts gelesen. Nötig ist {account}. Geh zurück zum Chat: Dort steht, wie es weitergeht.',
    },
    refused: {
      title: 'Das hat nicht gereicht',
      text: 'Geh zurück zum Chat. Dort steht, was ich lesen konnte und was ein Administrator tun kann.',
    },
    used: {
      title: 'Dieser Link wurde schon verwendet',
      text: 'Ein anderes Fenster war früher fertig, oder du hast den Link noch einmal geöffnet. Der Chat macht mit dem ersten weiter. Dieses Fenster kannst du schließen.',
    },
    old: {
      title: 'Dieser Link funktioniert nicht mehr',
      text: 'Er gilt einmal, einen Tag lang und in dem Browser, der ihn geöffnet hat. Geh zurück zum Chat und prüfe noch einmal.',
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
