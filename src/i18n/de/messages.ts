import type { MessageWords } from '../shape.ts';

export const message = {
  'something-went-wrong': {
    title: 'Das hat nicht geklappt',
    text: 'Bei mir ist etwas schiefgegangen. Es ist nichts verloren. Versuche es noch einmal; klappt es wieder nicht, gib die Referenz an deinen Helpdesk weiter.',
  },
  'expired-button': { title: 'Diese Schaltfläche gilt nicht mehr', text: 'Der Chat ist inzwischen weiter. {standing}' },
  'foreign-button': {
    text: 'Sie gehört zum Chat von jemand anderem. Es ist nichts passiert.',
  },
  'already-done': {
    text: 'Du hast diese Schaltfläche schon einmal benutzt. Deshalb ist jetzt nichts passiert.',
  },
  'unknown-button': { title: 'Diese Schaltfläche kenne ich nicht', text: 'Es ist nichts passiert. {standing}' },
  'not-understood': { text: 'Nutze eine der Schaltflächen, oder sag es mit anderen Worten.' },
  'empty-text': { text: 'Tippe, was du möchtest, oder nutze eine der Schaltflächen.' },
  'too-long': { text: 'Ich lese nur kurze Nachrichten. Sag es in ein oder zwei Sätzen.' },
  'text-only': {
    text: 'Dateien und Bilder kann ich mir nicht ansehen. Tippe, was du willst.',
  },
  'sign-in-cancelled': {
    title: 'Du hast dich nicht angemeldet',
    text: 'Das macht nichts. Du kannst ohne weitermachen oder dich später anmelden.',
  },
  'sign-in-timed-out': {
    text: 'Der Link ist aus Sicherheitsgründen abgelaufen. Ich kann dir einen neuen geben.',
  },
  'sign-in-needed': {
    text: 'Deine Anmeldung ist abgelaufen. Danach machen wir dort weiter, wo du warst.',
  },
  'step-up-without': { text: 'Ich mache mit dem weiter, was ich lesen konnte.' },
  'step-up-failed': {
    text: 'Microsoft hat mich nicht alles lesen lassen, deshalb fehlt ein Teil. Deine IT-Abteilung sieht den Grund in den Anmeldeprotokollen von Microsoft Entra: Sie kann dein Gerät verwalten oder ändern, für wen die Richtlinie gilt.',
  },
  'step-up-other-account': {
    text: 'Das war wieder ein anderes Konto, deshalb habe ich damit nichts gelesen. Ich mache mit dem weiter, was ich lesen konnte.',
  },
  'step-up-reading': { text: 'Ich lese gerade, was Microsoft mich jetzt sehen lässt. Einen Moment.' },
  'wrong-code': {
    title: 'Dieser Code stimmt nicht',
    text: 'Tippe die sechs Ziffern aus dem Anmeldefenster, oder melde dich noch einmal an.',
  },
  'too-many-codes': {
    text: 'Zur Sicherheit fange ich mit der Anmeldung noch einmal an.',
  },
  'waiting-for-sign-in': {
    title: 'Die Anmeldung ist noch offen',
    text: 'Nutze die Schaltfläche Anmelden, oder mach ohne Anmeldung weiter.',
  },
  'other-person': {
    text: 'Was ich vorher gelesen habe, habe ich vergessen. Ich fange mit diesem Konto an.',
  },
  'tenant-not-allowed': {
    title: 'Für diese Organisation bin ich nicht da',
    text: 'Du bist bei einem Mandanten angemeldet, dem ich nicht helfen darf. Melde dich mit einem anderen Konto an.',
  },
  'foreign-token': { title: 'Diese Anmeldung ist nicht für mich', text: 'Melde dich ab und hier wieder an.' },
  'nothing-to-check': {
    text: 'Wähle zuerst, was du tun möchtest.',
  },
  'no-role-needed': { text: 'Eine Rolle von einem Administrator brauchst du hier nicht.' },
  'nothing-to-go-back-to': {
    text: 'Weiter zurück geht es nicht. Wähle, was du tun willst.',
  },
  cancelled: { text: 'Ich habe aufgehört.' },
  'cancelled-with-ticks': { text: 'Ich habe aufgehört. Deine abgehakten Schritte bleiben.' },
  'started-over': { text: 'Deine Schritte habe ich verworfen.' },
  'language-set': { text: 'Ich schreibe ab jetzt auf Deutsch.' },
  hello: { text: 'Hallo.' },
  thanks: { title: 'Gern geschehen', text: 'Kann ich noch etwas für dich tun?' },
  goodbye: { title: 'Bis bald', text: 'Ich merke mir, wo du warst. Du kannst später weitermachen.' },
  wait: { title: 'Lass dir Zeit', text: 'Hier läuft nichts ab. Ich merke mir, wo du bist.' },
  'who-are-you': {
    title: 'Ich bin OneTenant, ein Chatbot',
    text: 'Ich bin kein Mensch. Ich helfe mit Microsoft 365 und Azure in einem Mandanten. Mit einem Menschen kannst du immer sprechen.',
  },
  'not-that': { text: 'In Ordnung, das mache ich nicht.' },
  frustration: {
    title: 'Das hilft dir nicht',
    text: 'Ich merke, dass dich das nicht weiterbringt. Ein Mensch kann dir helfen. Du kannst mir auch in einem Satz sagen, was du vorhast.',
  },
  'off-topic': {
    title: 'Dazu weiß ich nichts',
    text: 'Ich kenne mich nur mit Microsoft 365 und Azure in einem Mandanten aus: Registrierung, Konten, Rollen, Abonnements und Rechnungen. Soll ich einen Menschen fragen?',
  },
  'entra-code': { title: 'AADSTS{code}', text: '{meaning} {wayOut}' },
  'no-answer': {
    title: 'Darauf habe ich keine Antwort',
    text: 'Soll ich einen Menschen fragen? Du kannst es auch anders formulieren.',
  },
  'sign-in-by-button': {
    title: 'Die automatische Anmeldung hat nicht geklappt',
    text: 'Teams konnte dich nicht ohne Nachfrage anmelden. Nutze die Schaltfläche Anmelden weiter unten.',
  },
  'sign-in-app-missing': {
    title: 'Teams hat mich für dich nicht installiert',
    text: 'Darum konnte Teams dich nicht ohne Nachfrage anmelden. Nutze die Schaltfläche Anmelden weiter unten, oder füge mich in Teams unter Apps hinzu.',
  },
  'sign-in-set-up-wrong': {
    title: 'Die automatische Anmeldung ist nicht richtig eingerichtet',
    text: 'Das liegt nicht an dir; wer mich betreibt, sieht es in meinem Protokoll. Nutze die Schaltfläche Anmelden weiter unten.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams hat keine Anmeldung, die ich nutzen kann',
    text: 'Teams konnte dich nicht ohne Nachfrage anmelden. Nutze die Schaltfläche Anmelden weiter unten; es kann auch helfen, dich in Teams ab- und wieder anzumelden.',
  },
  'sign-in-unavailable': {
    title: 'Die Anmeldung funktioniert gerade nicht',
    text: 'Der Dienst, der dich anmeldet, reagiert nicht, wie er soll. Mit deinem Konto ist alles in Ordnung. Versuche es in ein paar Minuten noch einmal, oder mach ohne Anmeldung weiter.',
  },
  'still-signed-in': {
    title: 'Du bist noch angemeldet',
    text: 'Der Dienst, der dich abmeldet, reagiert nicht, wie er soll. Versuche es in ein paar Minuten noch einmal.',
  },
  'sign-in-keeps-failing': {
    title: 'Die Anmeldung klappt einfach nicht',
    text: 'Vielleicht muss dein Administrator mich erst freigeben. Frage nach, oder mach ohne Anmeldung weiter.',
  },
  'sign-in-other-account': {
    text: 'Du hast dich als jemand anders angemeldet, als du in diesem Chat bist. Darum habe ich das Konto abgemeldet und nichts gelesen. Melde dich mit deinem Teams-Konto an. Für ein anderes Konto nutze mich außerhalb von Teams.',
  },
  'sign-in-other-tenant': {
    text: 'Aufgepasst: Dieser Chat ist in einem Mandanten und das benutzte Konto in einem anderen. Was ich lesen würde, beträfe also nicht den Mandanten, in dem du gerade bist. Ich habe das Konto abgemeldet und nichts gelesen. Melde dich mit deinem Teams-Konto an, oder wechsle zuerst in Teams die Organisation.',
  },
  'chat-not-allowed': {
    text: 'Ich bin nur für andere Organisationen eingerichtet. Frage meine Betreiber, ob deine dazukommen kann.',
  },
  'press-heard': { text: 'Angekommen. Meine Antwort steht im Chat.' },
  chosen: { text: 'Du hast gewählt: {choice}' },
  'in-group': {
    title: 'Lass uns das unter vier Augen machen',
    text: 'Es geht um deine Daten. Öffne einen privaten Chat mit mir, um weiterzumachen.',
  },
  'reminders-stopped': {
    text: 'Du kannst jederzeit selbst noch einmal prüfen.',
  },
  'no-reminders': { text: 'Es gibt nichts zu beenden.' },
  'which-day': {
    title: 'Welcher Tag passt dir?',
    text: 'Ich kann dich an jedem Tag von morgen bis zum {date} erinnern, aber nicht zu einer festen Uhrzeit. Tippe einen Tag, zum Beispiel „Freitag“ oder „in zwei Wochen“.',
  },
  reminder: { title: 'Du wolltest, dass ich dich erinnere', text: 'Machen wir weiter?' },
  'admin-approved': {
    text: 'Deine Anfrage wurde genehmigt. Du kannst weitermachen.',
  },
  'admin-declined': {
    text: 'Deine Anfrage wurde abgelehnt. Sprich mit deinem Administrator darüber, was möglich ist.',
  },
  'looking-on': {
    text: 'Manche Antworten dauern länger als sonst. Ich sehe in den nächsten Minuten selbst noch einmal nach und schreibe hier, sobald ich sie habe. Du kannst auch selbst noch einmal prüfen.',
  },
  'data-kept': {
    text: 'Ich habe nichts gelöscht.',
  },
  'only-next-step': { text: 'Du kannst nur den nächsten Schritt abhaken. Ich habe nichts geändert.' },
  'only-last-tick': { text: 'Du kannst nur deinen letzten Haken entfernen. Ich habe nichts geändert.' },
  'newer-conversation': {
    text: 'Eine neuere Version von mir hat diesen Chat gespeichert, und ich kann ihn nicht lesen. Es ist nichts verloren. Versuche es in ein paar Minuten noch einmal, oder tippe „neu anfangen“, um von vorn zu beginnen.',
  },
  'cannot-save': {
    text: 'Ich kann im Moment nichts speichern. Deshalb habe ich nicht getan, worum du gebeten hast. Schicke es in ein paar Minuten noch einmal.',
  },
  'no-answer-found': {
    text: 'Frage es mit anderen Worten, oder sprich mit einem Menschen.',
  },
  'glad-it-helped': { title: 'Das freut mich', text: 'Kann ich noch etwas für dich tun?' },
} as const satisfies Record<string, MessageWords>;

/** What the conversation waits for, said to somebody who pressed an old button. */
export const standing = {
  'choose-scenario': 'Ich warte darauf, was du tun möchtest.',
  'explain-sign-in': 'Offen ist, ob du dich anmelden möchtest.',
  'sign-in': 'Ich warte darauf, dass du dich anmeldest.',
  'step-up': 'Ich warte darauf, dass du dich noch einmal ausweist.',
  check: 'Ich prüfe gerade deine Umgebung.',
  agreement: 'Offen ist, welche Vereinbarung du hast.',
  verdict: 'Zuletzt hast du das Ergebnis meiner Prüfung gesehen.',
  status: 'Zuletzt hast du deinen Status gesehen.',
  suggestion: 'Offen ist, ob mein Vorschlag passt.',
  'join-confirmation': 'Offen ist, ob du gelesen hast, was sich ändert.',
  steps: 'Du bist gerade bei den Schritten.',
  proof: 'Zuletzt hast du gesehen, ob es geklappt hat.',
  'admin-request': 'Offen ist eine Anfrage an dich als Administrator.',
  ticket: 'Dein Ticket ist offen.',
  resume: 'Offen ist, ob du weitermachen möchtest.',
  'delete-my-data': 'Offen ist, ob ich deine Daten löschen darf.',
  'hand-over': 'Offen ist, ob ich den Helpdesk fragen darf.',
  answer: 'Ich warte auf deine Antwort an deinen Kollegen.',
} as const;
