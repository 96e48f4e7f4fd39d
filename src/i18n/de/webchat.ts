export const webchat = {
  title: 'OneTenant',
  launcher: {
    title: 'OneTenant',
    open: 'Chat öffnen',
    close: 'Chat schließen',
    dismiss: 'Diese Nachricht ausblenden',
    loading: 'Der Chat wird geöffnet …',
    failed:
      'Der Chat konnte nicht geöffnet werden. Der Bot ist vielleicht gerade nicht da, oder diese Seite darf ihn nicht zeigen.',
    tryAgain: 'Erneut versuchen',
    unread: { one: '1 neue Nachricht', other: '{count} neue Nachrichten' },
  },
  panel: {
    close: 'Chat schließen',
    startOver: 'Neuen Chat anfangen',
    startOverAsk: 'Einen neuen Chat anfangen? Was hier gesagt wurde, ist dann weg.',
    keepChat: 'Diesen Chat behalten',
    connecting: 'Verbindung wird hergestellt',
    offline: 'Du bist offline. Was du tippst, geht weg, sobald die Verbindung wieder da ist.',
    botAway: 'OneTenant ist nicht zu erreichen. Deine Nachricht geht weg, sobald das wieder geht.',
    back: 'Wieder verbunden.',
    ended: 'Dieser Chat ist zu Ende. Fang einen neuen an, um weiterzumachen.',
    failed: 'Der Chat ließ sich nicht öffnen. Es wird von selbst noch einmal versucht.',
    missing: 'Das Chatfenster ist hier nicht installiert. Sag bitte denen Bescheid, die diesen Bot betreuen.',
    busy: 'Gerade ist viel los. Es wird von selbst noch einmal versucht.',
    tryAgain: 'Jetzt versuchen',
    noScript: 'Der Chat braucht JavaScript.',
    chose: 'Du hast gewählt:',
    placeholder: 'Tippe deine Nachricht',
    history:
      'Bisheriges Gespräch. Mit den Pfeiltasten gehst du von Nachricht zu Nachricht, mit der Eingabetaste hinein.',
    newWindow: 'neues Fenster',
    notSent: 'Deine Nachricht wurde nicht gesendet.',
    signInWaits: 'Ein Fenster zum Anmelden wurde geöffnet. Danach geht das Gespräch von selbst weiter.',
    signInOpen:
      'Du bist noch nicht angemeldet. Stand im Fenster ein Code, gib ihn hier ein. Hast du es geschlossen, wähle noch einmal Anmelden.',
  },
} as const;
