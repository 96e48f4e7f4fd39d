/** @type {import('./panel-words.d.ts').PanelWords} */
export const words = {
  tag: 'nl-NL',
  title: 'OneTenant',
  launcher: {
    title: 'OneTenant',
    open: 'Open de chat',
    close: 'Sluit de chat',
    dismiss: 'Verberg dit bericht',
    unreadOne: '1 nieuw bericht',
    unreadOther: '{count} nieuwe berichten',
  },
  panel: {
    close: 'Sluit de chat',
    startOver: 'Begin een nieuwe chat',
    connecting: 'Verbinding maken',
    offline: 'Je bent offline. Wat je typt, gaat weg zodra de verbinding terug is.',
    botAway: 'OneTenant is niet bereikbaar. Je bericht gaat weg zodra dat weer kan.',
    back: 'Weer verbonden.',
    ended: 'Deze chat is afgelopen. Begin een nieuwe om verder te gaan.',
    failed: 'De chat kon niet worden geopend. Er wordt vanzelf opnieuw geprobeerd.',
    missing: 'Het chatvenster is hier niet geïnstalleerd. Geef het door aan wie deze bot beheert.',
    busy: 'Het is nu druk. Er wordt vanzelf opnieuw geprobeerd.',
    tryAgain: 'Probeer nu',
    noScript: 'De chat heeft JavaScript nodig.',
    placeholder: 'Typ je bericht',
  },
};
