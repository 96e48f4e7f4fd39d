import type { Words } from '../words.ts';

export const tickets: Words['tickets'] = {
  name: 'Ticket {number} bei {desk}',
  'name-without-number': 'Ticket bei {desk}, das noch keine Nummer hat',
  arrived: {
    title: 'Ich habe dein Ticket bekommen',
    text: 'Vielleicht kann ich es gleich mit dir lösen. Ich sehe erst nach, wenn du dich angemeldet hast, und mit deinen eigenen Rechten.',
    'desk-sees':
      'Was {desk} im Ticket sieht: dass du angefangen hast, was ich zum Weg gefunden habe, welche Schritte du abgehakt hast und ob es geklappt hat. Namen von Menschen und was du hier schreibst bleiben hier, außer du stimmst zu.',
    start: 'Jetzt anfangen',
  },
  'from-link':
    'Dein Helpdesk hat dich wegen eines Tickets hierher geschickt. Ich zeige es, sobald ich sehe, dass es für das Konto ist, mit dem du dich anmeldest.',
  opened: 'Es geht um: {ticket}.',
  'put-off':
    'Das ist in Ordnung, das Ticket bleibt offen. Schreibe „meine Tickets“, wenn du damit weitermachen willst.',
  declined: 'Ich habe {desk} gesagt, dass ein Kollege Ticket {number} übernehmen muss.',
  left: '{ticket} bleibt, wie es ist. Schreibe „meine Tickets“, um dorthin zurückzugehen.',
  waits:
    '{ticket} ist noch offen. Wenn du nichts tust, gebe ich es am {date} an den Helpdesk zurück. Schreib „meine Tickets“, um weiterzumachen.',
  'handed-back':
    'Ich habe {ticket} an den Helpdesk zurückgegeben, weil hier nichts geschehen ist. Jemand aus dem Team kümmert sich jetzt darum.',
  withdrawn: '{ticket} wurde vom Helpdesk geschlossen. Du musst dafür nichts mehr tun.',
  'back-outside': 'Weiter mit dem, was du außerhalb deiner Tickets gemacht hast.',
  mine: {
    title: 'Deine Tickets',
    none: 'Ich kenne in diesem Chat kein Ticket von dir. Wenn ein Helpdesk mir eines übergibt, schreibe ich dir hier.',
    text: { one: 'Ich kenne {count} Ticket in diesem Chat.', other: 'Ich kenne {count} Tickets in diesem Chat.' },
    here: 'Daran arbeiten wir gerade.',
  },
  standing: {
    offered: 'Du hast noch nicht damit angefangen.',
    'put-off': 'Du hast es aufgeschoben.',
    open: 'Du hast damit angefangen.',
    declined: 'Du wolltest meine Hilfe dabei nicht.',
    solved: 'Ich habe gesehen, dass es gelöst ist.',
    'on-its-way': 'Ich schicke deine Frage an den Helpdesk.',
    late: 'Deine Frage ist noch nicht angekommen: Der Helpdesk ist nicht erreichbar. Ich versuche es weiter.',
    refused: 'Deine Frage ist noch nicht angekommen: Der Helpdesk hat sie nicht angenommen. Ich versuche es weiter.',
    failed: 'Deine Frage ist nicht angekommen. Schreib „mit jemandem sprechen“, um sie noch einmal zu schicken.',
    gone: 'Der Helpdesk kennt dieses Ticket nicht mehr. Frag den Helpdesk, oder schreib „mit jemandem sprechen“.',
    'with-human': 'Ein Kollege vom Helpdesk hat es.',
    withdrawn: 'Der Helpdesk hat es geschlossen.',
  },
  notice: {
    gone: {
      title: 'Dieses Ticket ist nicht mehr offen',
      text: 'Der Helpdesk hat es geschlossen, oder es ist zu alt. Wenn du noch Hilfe brauchst, wähle, was du tun willst, oder frage deinen Helpdesk.',
    },
    'other-person': {
      title: 'Dieses Ticket ist nicht für dieses Konto',
      text: 'Ich kann ein Ticket nur der Person zeigen, für die es ist. Wenn du ein anderes Konto hast, melde dich ab, melde dich damit an und öffne den Link noch einmal. Sonst frage deinen Helpdesk.',
    },
    'link-spent': {
      title: 'Dieser Link funktioniert nicht mehr',
      text: 'Ein Link zu einem Ticket funktioniert einmal, in einem Fenster, sieben Tage lang. War es deiner, mache in dem Fenster weiter, in dem du ihn zuerst geöffnet hast, oder bitte deinen Helpdesk um einen neuen. Ich kann dir auch ohne ihn helfen.',
    },
    unknown: {
      title: 'Dieses Ticket kenne ich nicht',
      text: 'Ich kenne in diesem Chat kein Ticket von dir mit dieser Nummer. Schreibe „meine Tickets“, um die zu sehen, die ich kenne.',
    },
  },
  'hand-over': {
    title: 'Soll ich das an {desk} senden?',
    text: 'Ich sende nichts, bevor du eine Schaltfläche wählst. Was du schreibst, geht wörtlich mit, alles andere in der Sprache des Helpdesks.',
    'nothing-known': 'Dass du mit einem Menschen sprechen willst. Mehr weiß ich noch nicht.',
    asked: 'Deine Frage',
    'asked-hint': 'Was möchtest du wissen, oder was soll jemand für dich tun?',
    'known-title': 'Der Helpdesk bekommt außerdem:',
    known: { answer: 'Zuletzt gezeigte Antwort', person: 'Person', tenant: 'Mandant', 'so-far': 'Bisher' },
    nobody:
      'Du bist nicht angemeldet. Deshalb erfährt der Helpdesk nicht, wer du bist. Wenn man dir schreiben soll, schreib dazu, wie.',
    contact: 'Du kannst dich auch selbst an diese Menschen wenden:',
    'course-title': 'Das kannst du auch mitsenden',
    'course-text':
      'Eine Zusammenfassung unseres Chats. Was du geschrieben hast, steht nicht darin, denn das speichere ich nicht.',
    send: 'Senden',
    'send-with-course': 'Mit Zusammenfassung',
    'do-not': 'Nicht senden',
    'on-its-way': 'Ich sende das an {desk}. Sobald es angekommen ist, sage ich es dir hier.',
    late: '{desk} ist gerade nicht erreichbar. Ich versuche es weiter und sage dir hier, sobald deine Frage angekommen ist.',
    refused:
      '{desk} hat deine Frage nicht angenommen. Ich versuche es drei Tage lang weiter und sage dir hier, wenn sie angekommen ist.',
    arrived:
      'Deine Frage ist angekommen: {ticket}. Wenn jemand antwortet und der Helpdesk das weitergeben kann, siehst du die Antwort hier.',
    failed: 'Deine Frage ist nicht angekommen: {desk} hat sie nicht angenommen.',
    'not-sent-yet': 'Ich habe es noch nicht gesendet. Wähle „Senden“, dann bekommt es jemand vom Helpdesk.',
    'not-sent': 'Ich habe nichts gesendet.',
    'already-there': '{desk} hat dieses Ticket schon. Nutze „Antworten“ bei „meine Tickets“, um mehr zu sagen.',
  },
  answers: {
    title: '{desk} antwortet',
    'not-me':
      'Das hat ein Kollege geschrieben, nicht ich. Ich zeige es Wort für Wort. Links darin funktionieren hier absichtlich nicht.',
  },
  'answer-back': {
    ask: 'Schreibe deine Antwort an {desk}. Ich zeige sie dir, bevor ich sie sende. Schreibe „abbrechen“, um nichts zu senden.',
    title: 'Das an {desk} senden?',
    'do-not': 'Nicht senden',
    sent: 'Ich habe sie an {desk} gesendet.',
    'not-sent': 'Ich habe nichts gesendet.',
    'not-now': 'Gerade hat kein Kollege dieses Ticket, also ist niemand da, der eine Antwort liest.',
  },
  handoff: {
    accepted: 'Ein Kollege hat deine Frage übernommen.',
    failed:
      'Niemand kann deine Frage jetzt übernehmen. Was du gesendet hast, bleibt beim Helpdesk; ich kann hier mit dir weitermachen.',
    completed: 'Der Kollege ist fertig. Ich bin wieder da.',
  },
  course: {
    'choose-scenario': 'Der Bot hat gefragt, was die Person tun möchte.',
    'explain-sign-in': 'Der Bot hat erklärt, warum eine Anmeldung hilft.',
    'sign-in': 'Der Bot hat die Person gebeten, sich anzumelden.',
    'step-up': 'Der Bot bat um einen zweiten Nachweis, den die Organisation der Person möchte.',
    check: 'Der Bot hat Rollen, Produkte und Abonnements angesehen.',
    agreement: 'Der Bot hat nach dem Vertrag mit Microsoft gefragt.',
    verdict: 'Der Bot hat gesagt, was er gefunden hat.',
    status: 'Der Bot hat den Status gezeigt.',
    suggestion: 'Der Bot hat einen Weg vorgeschlagen.',
    'join-confirmation': 'Der Bot hat gesagt, was sich beim Verschieben eines Abonnements ändert.',
    steps: 'Der Bot hat die Schritte gezeigt.',
    proof: 'Der Bot hat nachgesehen, ob es geklappt hat.',
    'admin-request': 'Der Bot hat eine Anfrage an einen Administrator gezeigt.',
    ticket: 'Der Bot hat das Ticket geöffnet.',
    resume: 'Der Bot hat angeboten weiterzumachen.',
    looked: {
      one: 'Der Bot hat {count}-mal nachgesehen und das Ergebnis noch nicht gefunden.',
      other: 'Der Bot hat {count}-mal nachgesehen und das Ergebnis noch nicht gefunden.',
    },
  },
};
