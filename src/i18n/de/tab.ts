export const tab = {
  title: 'Meine Checkliste',
  loading: 'Deine Checkliste wird geladen …',
  steps: 'Deine Schritte',
  found: 'Was ich gefunden habe',
  'agree-first':
    'Bevor du etwas abhakst: Lies im Chat, was nach dem Verschieben nicht mehr funktioniert, und stimme zu.',
  'all-done': 'Du hast alle Schritte abgehakt. Frage mich im Chat, ob es geklappt hat.',
  'open-chat': 'Chat öffnen',
  'try-again': 'Noch einmal versuchen',
  ticked: 'Erledigt: {step}',
  unticked: 'Wieder offen: {step}',
  updated: 'Deine Checkliste hat sich geändert.',
  'changed-meanwhile': 'Deine Checkliste hat sich inzwischen geändert. So sieht sie jetzt aus.',
  'not-saved': 'Dein Haken wurde nicht gespeichert. Versuche es noch einmal.',
  'not-fresh': 'OneTenant ist nicht erreichbar. Du siehst deine Checkliste, wie sie zuletzt war.',
  'no-script': 'Die Checkliste braucht JavaScript.',
  problems: {
    nothing: {
      title: 'Du hast noch keine Checkliste',
      text: 'Öffne den Chat und wähle, was du vorhast. Danach stehen deine Schritte hier.',
    },
    'no-chat': {
      title: 'Wir haben noch keinen Chat',
      text: 'Öffne den Chat und sag Hallo. Komm danach auf diese Registerkarte zurück.',
    },
    outside: {
      title: 'Öffne deine Checkliste in Teams',
      text: 'Diese Seite funktioniert nur als Registerkarte von OneTenant in Microsoft Teams.',
    },
    'sign-in': {
      title: 'Teams konnte dich nicht anmelden',
      text: 'Versuche es noch einmal. Hilft das nicht, öffne den Chat und melde dich dort an.',
    },
    refused: {
      title: 'Deine Anmeldung wurde nicht akzeptiert',
      text: 'Ich habe nichts angezeigt. Schließe Teams, öffne es neu und komm auf diese Registerkarte zurück.',
    },
    tenant: {
      title: 'Ich bin für deine Organisation nicht eingerichtet',
      text: 'Frage meine Betreiber, ob deine dazukommen kann.',
    },
    away: {
      title: 'OneTenant ist nicht erreichbar',
      text: 'Es ist nichts verloren. Ich versuche es von selbst weiter.',
    },
    missing: {
      title: 'Die Registerkarte ist hier nicht installiert',
      text: 'Sag es bitte den Betreibern dieses Bots. Der Chat funktioniert.',
    },
  },
};
