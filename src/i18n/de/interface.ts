import type { Change } from '../../domain/proof.ts';
import type { MessageWords } from '../shape.ts';

/** Steht anstelle eines Namens oder Datums, das nicht zu lesen war. Namen von Mandanten folgen immer auf „in“, „zu“ oder „von“. */
export const blank = {
  tenant: 'deinem Mandanten',
  tenants: 'Namen, die ich nicht lesen konnte',
  chat: 'dem Mandanten dieses Chats',
  graph: 'einen Mandanten',
  azure: 'einen anderen Mandanten',
  subscription: 'das Abonnement',
  product: 'das Produkt',
  role: 'die Rolle',
  group: 'einer Gruppe',
  offer: 'dieses Angebots',
  account: 'dein Geschäfts-, Schul- oder Unikonto',
  date: 'ein Datum, das ich nicht lesen konnte',
  desk: 'dem Helpdesk',
  number: 'ohne Nummer',
  name: 'kein Name',
  source: 'dem jetzigen Mandanten',
  target: 'dem Mandanten mit Microsoft 365',
  reason: 'nicht angegeben',
  where: 'deinem Mandanten',
  expected: 'dem Mandanten, den du erwartet hast',
} as const;

export const answer = { yes: 'Ja', no: 'Nein', 'cannot-tell': 'Nicht zu erkennen' } as const;

export const button = {
  'show-status': 'Meinen Status zeigen',
  'not-sure': 'Hilf mir wählen',
  'accept-suggestion': 'Diesen Vorschlag nehmen',
  'sign-in': 'Anmelden',
  'without-sign-in': 'Ohne Anmelden weiter',
  'sign-out': 'Abmelden',
  'check-again': 'Noch einmal prüfen',
  'show-steps': 'Schritte zeigen',
  'show-general-steps': 'Allgemeine Schritte zeigen',
  'tick-step': 'Abhaken',
  'untick-step': 'Haken entfernen',
  'i-have-done-it': 'Ich habe es getan',
  'show-help': 'Hilfe zeigen',
  'show-privacy': 'Lesen, was ich behalte',
  'show-consequences': 'Lesen, was sich ändert',
  'show-alternatives': 'Andere Wege ansehen',
  'show-background': 'Hintergrund lesen',
  'start-over': 'Neu anfangen',
  'carry-on': 'Weitermachen',
  back: 'Zurück',
  repeat: 'Frage wiederholen',
  cancel: 'Abbrechen',
  'talk-to-person': 'Mit einem Menschen sprechen',
  'confirm-join': 'Gelesen, zeig mir die Schritte',
  'why-do-you-ask': 'Fragen, warum',
  'open-private-chat': 'Chat mit mir öffnen',
  'show-menu': 'Auswahl zeigen',
  yes: 'Ja',
  no: 'Nein',
  'remind-tomorrow': 'Morgen daran erinnern',
  'remind-when-visible': 'Melden, sobald es da ist',
  'stop-reminding': 'Nicht mehr erinnern',
  'ask-admin': 'Meinen Administrator fragen',
  'show-receipt': 'Beleg zeigen',
  'delete-my-data': 'Meine Daten löschen',
  'delete-my-data-now': 'Jetzt löschen',
  'keep-my-data': 'Behalten und weitermachen',
  'show-answer': 'Antwort zeigen',
  'show-support-text': 'Text für den Support zeigen',
  'my-tickets': 'Meine Tickets zeigen',
  'open-ticket': 'Dieses Ticket öffnen',
  'put-off-ticket': 'Nicht jetzt',
  'decline-ticket': 'Ich brauche dabei keine Hilfe',
  'leave-ticket': 'Dieses Ticket vorerst verlassen',
  'answer-colleague': 'Antworten',
  'send-answer': 'An den Helpdesk senden',
  'show-language': 'Andere Sprache',
} as const;

export const agreement = {
  title: 'Welche Vereinbarung hast du?',
  intro: 'Ich kann nicht sehen, welche Vereinbarung deine Organisation mit Microsoft hat. Zwei Fragen helfen mir.',
  'question-enterprise':
    'Hat deine Organisation ein Enterprise Agreement? Große Organisationen haben oft eins: einen Vertrag über drei Jahre, mit einer Registrierungsnummer.',
  'question-partner': 'Oder kommt die Rechnung für Azure von einem Partner statt von Microsoft?',
  enterprise: 'Ja, ein Enterprise Agreement',
  partner: 'Ja, über einen Partner',
  neither: 'Nein, keins von beiden',
  'not-sure': 'Das weiß ich nicht',
} as const;

export const card = {
  welcome: {
    'first-title': 'Hallo, ich bin OneTenant',
    'first-text':
      'Ich bin ein Chatbot. Ich helfe dir, Microsoft 365 und Azure in einen Microsoft Entra-Mandanten zu bekommen, damit alle ein Konto behalten. Ich kann es auch einfach erklären; anmelden musst du dich nur, wenn ich mit hinsehen darf.',
    'returning-title': 'Willkommen zurück',
    'returning-text': 'Was möchtest du tun?',
    'after-sign-out-title': 'Du bist abgemeldet',
    'after-sign-out-text':
      'Ich lese nichts mehr für dich. Du kannst weiter wählen und dich wieder anmelden, wann du willst.',
    question: 'In welche Richtung geht es? Wähle, oder tippe eine Zahl von 1 bis 5.',
  },
  'sign-in': {
    'open-window': 'Melde dich in dem Fenster an, das sich öffnet, und komm dann hierher zurück.',
    title: 'Darf ich mit hinsehen?',
    why: 'Wenn du dich anmeldest, prüfe ich, was für dich gilt. Sonst kann ich nur sagen, was im Allgemeinen gilt.',
    'reads-title': 'Was ich lese, mit deinen eigenen Rechten',
    reads: [
      'Deinen Namen und deine Rollen',
      'Den Namen deines Mandanten und seine Microsoft 365-Produkte',
      'Die Azure-Abonnements, die du sehen kannst',
      'Wo es darauf ankommt: die Art der Vereinbarung und ob du Besitzer bist',
    ],
    'only-reading': 'Ich ändere nichts und kaufe nichts.',
    refuse: 'Lieber nicht? Dann bekommst du die allgemeinen Schritte. Die habe ich nicht für dich geprüft.',
  },
  suggestion: {
    title: 'Das sieht nach deiner Lage aus',
    'open-title': 'Du hast die Wahl',
    choose: 'Wähle selbst, oder sieh dir zuerst deinen Status an.',
    because: {
      'microsoft-365-only': 'Ich finde in deinem Mandanten Microsoft 365 und kein Azure-Abonnement.',
      'azure-only': 'Ich finde in deinem Mandanten Azure und kein Microsoft 365.',
      'azure-here-and-another-tenant':
        'Ich finde hier Azure und kein Microsoft 365, und du bist auch in einem anderen Mandanten. Vielleicht ist Microsoft 365 dort.',
      'both-here': 'Ich finde Azure und Microsoft 365 schon zusammen in einem Mandanten.',
      'nothing-found': 'Ich finde in diesem Mandanten weder Azure noch Microsoft 365.',
      'cannot-tell': 'Ich konnte zu wenig sehen, um etwas vorzuschlagen.',
      'personal-account':
        'Du bist mit einem persönlichen Konto angemeldet. Mit deinem Geschäfts-, Schul- oder Unikonto sehe ich mehr.',
    },
    question: 'Stimmt das?',
  },
  verdict: {
    'checks-title': 'Was ich mir angesehen habe',
    'blockers-title': 'Was du zuerst lösen musst',
    'notices-title': 'Gut zu wissen',
    'read-at': 'Geprüft: {date}',
    more: { one: 'und noch {count}', other: 'und noch {count}' },
    'way-out': 'Was du tun kannst: {text}',
    consent: 'App als Administrator freigeben',
  },
  status: {
    title: 'Dein Status',
    tenant: 'Mandant',
    'tenant-name': 'Name',
    'tenant-id': 'Mandanten-ID',
    'initial-domain': 'Erste Domäne',
    roles: 'Deine Rollen',
    'no-roles': 'Ich sehe keine Rolle, die du hast oder aktivieren kannst.',
    'role-active': 'Aktiv',
    'role-through-group': 'Aktiv über die Gruppe {group}',
    'role-eligible': 'Kann aktiviert werden',
    'role-until': 'Bis: {date}',
    products: 'Microsoft 365-Produkte',
    'no-products': 'Ich finde keine Produkte.',
    seats: '{used} von {total} Lizenzen belegt',
    'next-date': 'Verlängerung oder Ende: {date}',
    trial: 'Testversion',
    subscriptions: 'Azure-Abonnements',
    'no-subscriptions': 'Ich finde hier keine Abonnements, die du sehen kannst.',
    offer: 'Angebot',
    state: 'Zustand',
    'spending-limit': 'Ausgabenlimit',
    'belongs-to': 'Gehört zu {tenant}',
    more: { one: 'Und noch {count}.', other: 'Und noch {count}.' },
    'read-at': 'Gelesen: {date}',
    'signed-in-as': 'Angemeldet als {account}',
  },
  steps: {
    title: 'Deine Schritte: {scenario}',
    'unchecked-title': 'Allgemeine Schritte: {scenario}',
    unchecked: 'Diese Schritte habe ich nicht für dich geprüft. Melde dich an, dann sehe ich nach, was gilt.',
    progress: 'Schritt {step} von {total}',
    done: 'Erledigt',
    todo: 'Offen',
    current: 'Jetzt',
    'all-done': 'Du hast alle Schritte abgehakt. Soll ich prüfen, ob es geklappt hat?',
    counted: { one: '{count} von {total} Schritten erledigt', other: '{count} von {total} Schritten erledigt' },
  },
  join: {
    title: 'Bevor du umziehst: {subscription}',
    intro: 'Der Umzug geht von {source} zu {target}. Das passiert dabei wirklich:',
    confirm:
      'Können die Leute, die damit arbeiten, ein paar Stunden ohne Zugriff auskommen, und weißt du, wie du ihn wiederherstellst?',
  },
  proof: {
    'proven-title': 'Es hat geklappt',
    'proven-text': 'Ich habe noch einmal nachgesehen und es in {where} gefunden.',
    'not-visible-yet-title': 'Noch nicht zu sehen',
    'not-visible-yet-text': {
      one: 'Ich sehe noch nichts Neues. Das ist normal: Es kann Minuten bis Stunden dauern. Prüfe in ungefähr {count} Minute noch einmal.',
      other:
        'Ich sehe noch nichts Neues. Das ist normal: Es kann Minuten bis Stunden dauern. Prüfe in ungefähr {count} Minuten noch einmal.',
    },
    'wrong-tenant-title': 'Es ist in einem anderen Mandanten gelandet',
    'wrong-tenant-text':
      'Ich habe es in {where} gefunden. Erwartet hast du es in {expected}. Halte hier an und überlege, was du tun willst, bevor du weitermachst.',
    'cannot-tell-title': 'Ich kann nicht erkennen, ob es geklappt hat',
    'cannot-tell-text': 'Das konnte ich gerade nicht lesen: {missing}. Schiefgegangen sein muss deshalb nichts.',
    'missing-azure': 'Azure-Abonnements',
    'missing-microsoft-365': 'Microsoft 365-Produkte',
    'missing-tenants': 'deine Mandanten',
    'changes-title': 'Was sich geändert hat',
    'before-after': 'Vorher: {before}. Nachher: {after}.',
    attempt: 'Prüfung Nummer {attempt}',
  },
  receipt: {
    title: 'Beleg',
    text: 'Du kannst ihn weiterleiten oder in ein Ticket setzen.',
    what: 'Was',
    where: 'Wo',
    when: 'Geprüft',
    result: 'Ergebnis',
    proven: 'Erledigt und geprüft',
  },
  help: {
    title: 'Was ich kann',
    paragraphs: [
      'Wähle mit den Knöpfen einen Weg, oder tippe in deinen eigenen Worten, was du willst.',
      'Jederzeit kannst du tippen: Status, noch einmal prüfen, Schritte, zurück, wiederholen, abbrechen, neu anfangen, abmelden.',
      'Tippe den Namen einer Sprache, und ich spreche sie: {languages}. Tippe „Mensch“, um mit einem Menschen zu sprechen.',
    ],
  },
  language: { title: 'Wähle eine Sprache', text: 'Du kannst sie jederzeit wechseln.' },
  'talk-to-person': {
    title: 'Mit einem Menschen sprechen',
    text: 'Diese Leute können dir weiterhelfen:',
    open: 'Kontaktseite öffnen',
    'no-contact':
      'Deine Organisation hat mir nicht gesagt, an wen du dich wenden kannst. Frage deine IT-Abteilung oder den Helpdesk.',
    summary: 'Sag ihnen das',
  },
  misses: {
    title: 'Wollen wir es anders versuchen?',
    text: 'Ich verstehe es nicht, und das liegt an mir. Wähle einen Knopf, oder sprich mit einem Menschen.',
  },
  resume: {
    title: 'Dort weitermachen, wo du warst?',
    text: 'Du warst dabei: {scenario}.',
    'text-without-scenario': 'Du warst mitten in etwas.',
    'text-with-step': 'Du warst dabei: {scenario}. Als Nächstes kommt: {step}.',
  },
  'admin-request': {
    title: 'Ein Text für deinen Administrator',
    text: 'Kopiere ihn und schicke ihn deinem Administrator.',
    label: 'Text zum Verschicken',
    'message-add-azure':
      'Hallo, ich möchte mit meinem Microsoft 365-Konto in {tenant} Azure nutzen. Dem steht etwas im Weg, das nur ein Administrator lösen kann. Kannst du mir helfen? Näheres: {reason}',
    'message-add-microsoft-365':
      'Hallo, wir möchten in {tenant}, wo wir Azure haben, auch Microsoft 365 nutzen. Dazu braucht man die Rolle globaler Administrator oder Abrechnungsadministrator. Kannst du mir Abrechnungsadministrator geben oder es selbst bestellen? Näheres: {reason}',
    'message-join':
      'Hallo, wir möchten ein Azure-Abonnement zu dem Mandanten mit Microsoft 365 umziehen. Dazu braucht man einen Besitzer, der in beiden Mandanten ist. Kannst du mir helfen? Es gehört zu {tenant}. Näheres: {reason}',
    link: 'Öffne diese Seite und melde dich an: {url}',
    code: 'Tippe in einem Chat mit OneTenant: request {code}',
    expires: 'Die Anfrage kann einmal beantwortet werden. Ende: {date}.',
  },
  answer: {
    helped: 'Hat das geholfen?',
    'old-name': '„{was}“ heißt jetzt {now}. {explanation}',
    fit: {
      yes: 'Was ich über dich gelesen habe, sagt: Das betrifft dich.',
      no: 'Was ich über dich gelesen habe, sagt: Das betrifft dich wahrscheinlich nicht.',
      'cannot-tell': 'Ich konnte nicht lesen, ob dich das betrifft.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Meinst du eine von diesen?',
    'perhaps-text': 'Ich bin nicht sicher, was du meinst. Wähle eine Frage, oder sag es mit anderen Worten.',
    'others-title': 'Vielleicht hilft eine von diesen',
    'others-text': 'Auch diese Antworten sahen nach deiner Frage aus.',
  },
  'admin-answer': {
    title: 'Jemand bittet dich um Hilfe',
    text: '{name} hat dich als Administrator von {tenant} gefragt: {scenario}.',
    'what-it-means':
      'Zustimmen allein gibt keine Rechte. Stimme zu, wenn du die Rolle gegeben oder den Schritt selbst gemacht hast; der Chat der Person, die gefragt hat, sieht dann noch einmal nach.',
    approve: 'Zustimmen',
    decline: 'Ablehnen',
    'approved-title': 'Danke, du hast zugestimmt',
    'declined-title': 'Du hast abgelehnt',
    told: 'Ich habe es der Person gesagt, die gefragt hat.',
    refused: {
      expired: 'Diese Anfrage gilt nicht mehr. Sie kann einmal und nur kurze Zeit beantwortet werden.',
      'own-request': 'Das ist deine eigene Anfrage. Ein Administrator muss sie beantworten.',
      'role-missing': 'Beantworten kann das nur, wer globaler Administrator oder Abrechnungsadministrator ist.',
      'role-to-activate':
        'Du kannst die Rolle aktivieren, aber jetzt ist sie nicht aktiv. Aktiviere sie und prüfe noch einmal.',
      'role-cannot-tell': 'Ich kann deine Rollen nicht sehen und darum deine Antwort nicht annehmen.',
      'already-answered': 'Diese Anfrage ist schon beantwortet.',
      'not-approved': 'Dieser Anfrage wurde nicht zugestimmt.',
      'not-the-requester': 'Diese Anfrage gehört jemand anderem.',
    },
  },
  reminder: {
    title: 'Ich komme darauf zurück',
    tomorrow: 'Ich erinnere dich daran: {date}.',
    'when-visible': 'Ich sehe weiter nach und sage es dir, sobald es da ist. Damit höre ich auf: {date}.',
    stop: 'Tippe „nicht mehr erinnern“, um das zu beenden.',
  },
  'delete-my-data': {
    title: 'Löschen, was ich von diesem Chat behalte?',
    text: 'Das lässt sich nicht zurücknehmen. In Microsoft 365 und Azure ändert sich nichts.',
    'goes-title': 'Was verschwindet',
    goes: [
      'Wo du bist: dein Weg, deine Haken und die letzten zwei Prüfungen mit Namen, Rollen und Abonnements.',
      'Deine Sprache, deine Erinnerungen, welche Tickets ich hier kenne, und Anfragen an Administratoren, die du hier gestellt hast.',
      'Deine Anmeldung beim Tokendienst von Microsoft.',
    ],
    'stays-title': 'Was bleibt',
    stays: [
      'Die Nachrichten oben: Teams oder das Chatfenster behält sie, nach den Regeln deiner Organisation.',
      'Zeilen in meinem Protokoll, ohne Namen und ohne das, was du getippt hast, bis sie alt genug sind.',
      'Kopien in einer Sicherung von denen, die mich betreiben, einige Tage lang.',
      'Was ein Helpdesk in seinen eigenen Tickets hat. Frage dafür den Helpdesk.',
      'Andere Chats mit mir, etwa auf einem anderen Kanal. Bitte dort um dasselbe.',
    ],
    gone: {
      one: 'Deine Daten sind gelöscht: ein Eintrag mit allem zu diesem Chat, und deine Anmeldung. Danach habe ich noch einmal nachgesehen und nichts mehr gefunden. Schreibst du mir wieder, fangen wir neu an.',
      other:
        'Deine Daten sind gelöscht: {count} Einträge mit allem zu diesem Chat, und deine Anmeldung. Danach habe ich noch einmal nachgesehen und nichts mehr gefunden. Schreibst du mir wieder, fangen wir neu an.',
    },
    'not-all-gone':
      'Nicht alles konnte gelöscht werden. Versuche es später noch einmal; bleibt es so, gib diese Referenz einem Menschen: {reference}.',
  },
  why: { title: 'Warum ich das frage' },
  notice: { reference: 'Referenz: {reference}' },
  topic: { 'read-more': 'Weiterlesen' },
} as const;

export const why = {
  scenario:
    'Die Richtung entscheidet, welche Regeln gelten. In die eine brauchst du eine Administratorrolle, in die andere nicht.',
  'sign-in':
    'Erst wenn du dich anmeldest, sehe ich deine Rollen und Abonnements. Sonst kann ich dir die allgemeinen Schritte nennen.',
  agreement:
    'Mit einem Enterprise Agreement oder über einen Partner ist die gewöhnliche Registrierung der falsche Weg. Von außen sehen manche Vereinbarungen gleich aus.',
  'confirm-join':
    'Beim Umzug verlieren alle den Zugriff, und das lässt sich nicht mit einem Klick zurücknehmen. Das sollst du wissen, bevor du anfängst.',
  suggestion: 'Ich habe nachgesehen, was in deinem Mandanten ist. Was du willst, weißt du am besten, darum frage ich.',
  language: 'Ich rate deine Sprache aus der Chat-App, und das kann falsch sein.',
  'talk-to-person': 'Was du mir sagst, kann mitgehen, damit du es nicht zweimal sagen musst. Darum frage ich vorher.',
} as const;

export const message = {
  'something-went-wrong': {
    title: 'Das hat nicht geklappt',
    text: 'Bei mir ist etwas schiefgegangen. Nichts ist verloren. Versuche es noch einmal; bleibt es so, gib die Referenz einem Menschen.',
  },
  'expired-button': {
    title: 'Dieser Knopf ist zu alt',
    text: 'Der Chat ist schon weiter. Nimm die Knöpfe in der letzten Nachricht.',
  },
  'foreign-button': {
    title: 'Dieser Knopf ist nicht für dich',
    text: 'Er gehört zum Gespräch von jemand anderem. Es ist nichts passiert.',
  },
  'already-done': {
    title: 'Das ist schon erledigt',
    text: 'Du hast hier schon einmal gedrückt. Es ist nichts doppelt passiert.',
  },
  'unknown-button': {
    title: 'Diesen Knopf kenne ich nicht',
    text: 'Es ist nichts passiert. Nimm die Knöpfe in der letzten Nachricht.',
  },
  'not-understood': { title: 'Das verstehe ich nicht', text: 'Wähle einen Knopf, oder sag es mit anderen Worten.' },
  'empty-text': { title: 'Es kam kein Text an', text: 'Tippe, was du willst, oder wähle einen Knopf.' },
  'too-long': { title: 'Das ist sehr lang', text: 'Ich lese nur kurze Nachrichten. Sag es in ein oder zwei Sätzen.' },
  'text-only': {
    title: 'Ich lese nur Text',
    text: 'Dateien und Bilder kann ich mir nicht ansehen. Tippe, was du willst.',
  },
  'sign-in-failed': {
    title: 'Die Anmeldung hat nicht geklappt',
    text: 'Versuche es noch einmal, oder mach ohne Anmelden weiter.',
  },
  'sign-in-cancelled': {
    title: 'Du hast dich nicht angemeldet',
    text: 'Das macht nichts. Du kannst ohne weitermachen oder dich später anmelden.',
  },
  'sign-in-timed-out': {
    title: 'Die Anmeldung hat zu lange gedauert',
    text: 'Der Link ist aus Sicherheitsgründen abgelaufen. Ich kann dir einen neuen geben.',
  },
  'sign-in-needed': {
    title: 'Bitte melde dich noch einmal an',
    text: 'Deine Anmeldung ist abgelaufen. Danach machen wir dort weiter, wo du warst.',
  },
  'wrong-code': {
    title: 'Dieser Code stimmt nicht',
    text: 'Tippe die sechs Ziffern aus dem Anmeldefenster, oder melde dich noch einmal an.',
  },
  'too-many-codes': {
    title: 'Zu viele falsche Codes',
    text: 'Zur Sicherheit fange ich mit der Anmeldung noch einmal an.',
  },
  'waiting-for-sign-in': {
    title: 'Die Anmeldung ist noch offen',
    text: 'Nimm den Knopf Anmelden, oder mach ohne weiter.',
  },
  'other-person': {
    title: 'Du bist als jemand anders angemeldet',
    text: 'Was ich vorher gelesen habe, habe ich vergessen. Ich fange mit diesem Konto an.',
  },
  'tenant-not-allowed': {
    title: 'Für diese Organisation bin ich nicht da',
    text: 'Du bist bei einem Mandanten angemeldet, dem ich nicht helfen darf. Melde dich mit einem anderen Konto an.',
  },
  'foreign-token': { title: 'Diese Anmeldung ist nicht für mich', text: 'Melde dich ab und hier wieder an.' },
  'signed-in': { title: 'Du bist angemeldet', text: 'Ich sehe jetzt nach. Das dauert ein paar Sekunden.' },
  'not-signed-in': { title: 'Du bist nicht angemeldet', text: 'Es gibt nichts zum Abmelden.' },
  'nothing-to-check': {
    title: 'Es gibt noch nichts zu prüfen',
    text: 'Wähle zuerst, in welche Richtung es geht.',
  },
  'nothing-to-go-back-to': {
    title: 'Das ist der Anfang',
    text: 'Weiter zurück geht es nicht. Wähle, was du tun willst.',
  },
  cancelled: { title: 'Abgebrochen', text: 'Ich habe aufgehört. Deine abgehakten Schritte bleiben.' },
  'started-over': { title: 'Wir fangen neu an', text: 'Deine Schritte habe ich verworfen.' },
  'language-set': { title: 'Wir sprechen Deutsch', text: 'Du kannst die Sprache jederzeit wechseln.' },
  hello: { title: 'Hallo', text: 'Was kann ich für dich tun?' },
  thanks: { title: 'Gern geschehen', text: 'Kann ich noch etwas für dich tun?' },
  goodbye: { title: 'Bis dann', text: 'Ich merke mir, wo du warst. Du kannst später weitermachen.' },
  'who-are-you': {
    title: 'Ich bin OneTenant, ein Chatbot',
    text: 'Ich bin kein Mensch. Ich helfe mit Microsoft 365 und Azure in einem Mandanten. Mit einem Menschen kannst du immer sprechen.',
  },
  'sign-in-by-button': {
    title: 'Von selbst ging die Anmeldung nicht',
    text: 'Teams konnte dich nicht ohne Nachfrage anmelden. Nimm den Knopf Anmelden weiter unten.',
  },
  'sign-in-app-missing': {
    title: 'Teams hat mich für dich nicht installiert',
    text: 'Darum konnte Teams dich nicht ohne Nachfrage anmelden. Nimm den Knopf Anmelden weiter unten, oder füge mich in Teams unter Apps hinzu.',
  },
  'sign-in-set-up-wrong': {
    title: 'Die Anmeldung von selbst ist nicht richtig eingerichtet',
    text: 'Das liegt nicht an dir; wer mich betreibt, sieht es in meinem Protokoll. Nimm den Knopf Anmelden weiter unten.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams hat keine Anmeldung, die ich nutzen kann',
    text: 'Teams konnte dich nicht ohne Nachfrage anmelden. Nimm den Knopf Anmelden weiter unten; es kann auch helfen, dich in Teams ab- und wieder anzumelden.',
  },
  'sign-in-keeps-failing': {
    title: 'Die Anmeldung klappt einfach nicht',
    text: 'Vielleicht muss dein Administrator mich erst freigeben. Frage nach, oder mach ohne Anmelden weiter.',
  },
  'sign-in-other-account': {
    title: 'Das ist nicht dein Konto aus Teams',
    text: 'Du hast dich als jemand anders angemeldet, als du in diesem Chat bist. Darum habe ich das Konto abgemeldet und nichts gelesen. Melde dich mit deinem Teams-Konto an. Für ein anderes Konto nutze mich außerhalb von Teams.',
  },
  'sign-in-other-tenant': {
    title: 'Dieses Konto gehört zu einem anderen Mandanten',
    text: 'Aufgepasst: Dieser Chat ist in einem Mandanten und das benutzte Konto in einem anderen. Was ich lesen würde, wäre also nicht über den Mandanten, in dem du gerade bist. Ich habe das Konto abgemeldet und nichts gelesen. Melde dich mit deinem Teams-Konto an, oder wechsle zuerst in Teams die Organisation.',
  },
  'chat-not-allowed': {
    title: 'Dieser Organisation kann ich nicht helfen',
    text: 'Ich bin nur für andere Organisationen eingerichtet. Frage, wer mich betreibt, ob deine dazukommen kann.',
  },
  'press-heard': { title: 'Angekommen', text: 'Angekommen. Meine Antwort steht im Chat.' },
  'in-group': {
    title: 'Lass uns das unter vier Augen machen',
    text: 'Was ich lese, geht um dich. Öffne einen Chat mit mir allein, um weiterzumachen.',
  },
  'reminders-stopped': {
    title: 'Ich erinnere dich nicht mehr',
    text: 'Du kannst jederzeit selbst noch einmal prüfen.',
  },
  'no-reminders': { title: 'Es gab keine Erinnerung', text: 'Es gibt nichts zu beenden.' },
  reminder: { title: 'Du wolltest, dass ich dich erinnere', text: 'Machen wir weiter?' },
  'admin-approved': {
    title: 'Dein Administrator hat geantwortet',
    text: 'Die Antwort ist Ja. Du kannst weitermachen.',
  },
  'admin-declined': {
    title: 'Dein Administrator hat geantwortet',
    text: 'Die Antwort ist Nein. Sprich mit deinem Administrator darüber, was möglich ist.',
  },
  'looking-on': {
    title: 'Ich sehe weiter nach',
    text: 'Manche Antworten dauern länger als sonst. Ich sehe in den nächsten Minuten selbst noch einmal nach und schreibe hier, sobald ich sie habe. Du kannst auch selbst noch einmal prüfen.',
  },
  'data-kept': {
    title: 'Es wurde nichts gelöscht',
    text: 'Ich habe nichts gelöscht.',
  },
  'newer-conversation': {
    title: 'Eine neuere Fassung von mir kennt diesen Chat',
    text: 'Eine neuere Fassung von mir hat sich gemerkt, wo wir waren, und ich kann das nicht lesen. Nichts ist verloren. Versuche es in ein paar Minuten noch einmal, oder tippe „neu anfangen“, um ohne das zu beginnen.',
  },
  'no-answer-found': {
    title: 'Die Antwort kenne ich nicht',
    text: 'Frage es mit anderen Worten, oder sprich mit einem Menschen.',
  },
  'glad-it-helped': { title: 'Das freut mich', text: 'Kann ich noch etwas für dich tun?' },
} as const satisfies Record<string, MessageWords>;

export const states = {
  product: {
    active: 'Aktiv',
    'trial-ending': 'Testversion, endet bald',
    expired: 'Abgelaufen',
    disabled: 'Deaktiviert',
    'about-to-be-deleted': 'Wird bald gelöscht',
    deleted: 'Gelöscht',
    unknown: 'Unbekannt',
  },
  subscription: {
    usable: 'Funktioniert',
    warned: 'Warnung',
    'past-due': 'Zahlung überfällig',
    disabled: 'Deaktiviert',
    deleted: 'Gelöscht',
    unknown: 'Unbekannt',
  },
} as const;

export const roles = {
  'global-administrator': 'Globaler Administrator',
  'billing-administrator': 'Abrechnungsadministrator',
} as const;

export const change = {
  'subscription-appeared': 'Das Azure-Abonnement {name} ist neu in {tenant}.',
  'subscription-left': 'Das Azure-Abonnement {name} ist nicht mehr in {tenant}.',
  'subscription-moved': 'Das Azure-Abonnement {name} ist von {from} zu {to} umgezogen.',
  'subscription-state': 'Das Azure-Abonnement {name} hat einen anderen Zustand.',
  'product-appeared': '{name} ist neu in {tenant}.',
  'product-left': '{name} ist nicht mehr in {tenant}.',
  'product-state': '{name} hat einen anderen Zustand.',
  'membership-gained': 'Dein Konto ist jetzt in {tenant}.',
  'role-gained': 'Du hast jetzt die Rolle {name}.',
  'role-lost': 'Du hast die Rolle {name} nicht mehr.',
} as const satisfies Record<Change['kind'], string>;
