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
  'spoken-choices': 'Du kannst wählen: {choices}',
  welcome: {
    'first-title': 'Hallo, ich bin OneTenant',
    'first-text':
      'Ich bin ein Chatbot. Ich helfe dir, Microsoft 365 und Azure in einen Microsoft Entra-Mandanten zu bekommen. Anmelden musst du dich nur, wenn ich für dich nachsehen soll.',
    'again-title': 'Das steht zur Auswahl',
    'returning-title': 'Willkommen zurück',
    'after-sign-out-title': 'Du bist abgemeldet',
    'after-sign-out-text':
      'Ich lese nichts mehr für dich. Du kannst weiter wählen und dich wieder anmelden, wann du willst.',
    question: 'Was möchtest du tun? Wähle unten, oder schreib es in deinen eigenen Worten.',
  },
  'sign-in': {
    'open-window': 'Melde dich in dem Fenster an, das sich öffnet, und komm dann hierher zurück.',
    title: 'Soll ich für dich nachsehen?',
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
  'step-up': {
    'title-proof-azure': 'Azure möchte einen zweiten Nachweis, dass du es bist',
    'title-proof-graph': 'Microsoft 365 möchte einen zweiten Nachweis, dass du es bist',
    'title-sign-in-azure': 'Azure möchte, dass du dich neu anmeldest',
    'title-sign-in-graph': 'Microsoft 365 möchte, dass du dich neu anmeldest',
    'title-device-azure': 'Azure lässt nur Geräte zu, die deine Organisation verwaltet',
    'title-device-graph': 'Microsoft 365 lässt nur Geräte zu, die deine Organisation verwaltet',
    'why-proof':
      'Deine Organisation möchte ihn sehen, bevor ich dort für dich lesen darf. Er gilt nur für diesen Chat, höchstens eine Stunde, und ich speichere nichts davon.',
    'why-sign-in':
      'Deine frühere Anmeldung gilt dort nicht mehr, zum Beispiel, weil dein Kennwort geändert wurde. Sobald du dich angemeldet hast, kann ich dort für dich lesen. Das gilt nur für diesen Chat, höchstens eine Stunde, und ich speichere nichts davon.',
    'why-device':
      'Sitzt du an einem solchen Gerät? Dann lässt Microsoft mich dort für dich lesen. Das gilt nur für diesen Chat, höchstens eine Stunde, und ich speichere nichts davon.',
    'other-account':
      'Jemand hat sich dort mit einem anderen Konto angemeldet, deshalb habe ich nichts gelesen. Microsoft fragt jetzt, welches Konto du verwenden möchtest.',
    how: 'Die Schaltfläche öffnet die Anmeldung von Microsoft. Melde dich mit {account} an und komm zurück: Ich mache dort weiter, wo wir waren.',
    'same-account': 'dem Konto, mit dem du hier bist,',
    refuse:
      'Lässt Microsoft dich dort nicht durch, oder möchtest du lieber nicht? Tippe „überspringen“, dann mache ich mit dem weiter, was ich lesen konnte.',
  },
  suggestion: {
    title: 'Das passt zu deiner Situation',
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
  state: {
    ready: 'Startklar',
    'held-back': 'Noch nicht',
    'another-way': 'Anderer Weg',
    proven: 'Erledigt',
    'needs-a-look': 'Bitte prüfen',
  },
  verdict: {
    reading: 'Ich lese deine Rollen, deine Produkte, deine Abonnements …',
    'checks-good': { one: '{count} Prüfung, alles in Ordnung', other: '{count} Prüfungen, alles in Ordnung' },
    'checks-mixed': '{good} von {count} Prüfungen in Ordnung',
    notices: 'Gut zu wissen: {count}',
    why: 'Warum ist das so?',
    'more-blockers': { one: 'Noch {count} Punkt zu lösen', other: 'Noch {count} Punkte zu lösen' },
    already: { 'add-azure': 'Du hast hier schon Azure', 'add-microsoft-365': 'Du hast hier schon Microsoft 365' },
    'comes-here-title': 'Das Abonnement kommt hierher',
    'comes-here': '{tenant} hat Microsoft 365. Der Besitzer des Abonnements stellt die Anfrage im anderen Mandanten.',
    'say-agreement':
      'Weißt du, welche Vereinbarung es ist? Dann schreibe sie hier: Enterprise Agreement, Microsoft-Kundenvereinbarung oder Partner.',
    'look-first': 'Sieh zuerst nach: Was schon da ist, muss niemand kaufen.',
    'partner-text': 'Ein Text für den Partner',
    'partner-text-add-azure':
      'Hallo, unser Azure im Mandanten {tenant} kommt von euch. Wir hätten dort gern ein weiteres Azure-Abonnement. Könnt ihr es erstellen, und was kostet es?',
    'partner-text-join':
      'Hallo, unser Azure kommt von euch, und ein Abonnement von einem Partner kann das Verzeichnis nicht wechseln. Wir hätten Azure gern in dem Mandanten, in dem unser Microsoft 365 ist. Könnt ihr dort ein Abonnement erstellen, und was ist nötig, um dort neu aufzubauen, was im alten läuft?',
    'partner-text-unseen-add-azure':
      'Hallo, unser Azure kommt von euch. Gibt es im Mandanten {tenant} schon ein Azure-Abonnement? Wenn nicht: Könnt ihr eins erstellen, und was kostet es?',
    'partner-text-unseen-join':
      'Hallo, unser Azure kommt von euch. In welchem Mandanten ist es? Wir hätten es gern in dem Mandanten, in dem unser Microsoft 365 ist, aber ein Abonnement von einem Partner kann das Verzeichnis nicht wechseln. Könnt ihr dort ein neues erstellen, und was ist nötig, um dort neu aufzubauen, was im alten läuft?',
    'guest-text': 'Ein Text für den Administrator von {tenant}',
    'guest-text-add-azure':
      'Hallo, ich bin Gast in eurem Mandanten {tenant} und hätte dort gern Azure. Was ein Gast anlegt, landet nicht in {tenant}. Kann sich jemand mit einem Konto von {tenant} für Azure registrieren und mir Zugriff geben? Oder kann ich ein Konto von {tenant} bekommen?',
    'guest-text-add-microsoft-365':
      'Hallo, ich bin Gast in eurem Mandanten {tenant} und hätte dort gern Microsoft 365. Was ein Gast bestellt, landet nicht in {tenant}. Hat {tenant} es schon? Wenn nicht: Kann ein Abrechnungsadministrator von {tenant} es bestellen?',
    'guest-text-join':
      'Hallo, ich bin Gast in eurem Mandanten {tenant}. Wir möchten Azure und Microsoft 365 in einem Mandanten haben, und ein Gast kann nicht sehen, was {tenant} hat. Hat {tenant} Microsoft 365? Dann kann unser Azure-Abonnement dorthin wechseln. Ich brauche dafür die Mandanten-ID und die E-Mail-Adresse des Administrators, der die Anfrage annimmt.',
    'activate-first': 'Wartet in Privileged Identity Management eine Rolle auf dich? Dann aktiviere sie zuerst.',
    'right-tenant': 'Der richtige Mandant?',
    another: { 'add-azure': 'Noch eins nötig?', 'add-microsoft-365': 'Mehr Lizenzen nötig?' },
    'azure-stopped': 'Azure ist schon in diesem Mandanten. Ein neues Abonnement brauchst du nicht.',
    'both-here-stopped':
      'Azure und Microsoft 365 sind schon in einem Mandanten. Kaufen oder verschieben musst du nichts.',
    'sign-in-first': 'Wähle auf der Bestellseite zuerst oben rechts Anmelden.',
    'first-step': 'Erster Schritt: {title}',
    account: 'Registriere dich nur mit {account}.',
    'account-here': 'dem Konto, mit dem du hier bist',
    'account-outside-agreement': 'Registriere dich nur mit {account} und nur ohne Enterprise Agreement.',
    'account-pays': 'Du bekommst die Rechnung.',
    'role-ends': 'Deine Rolle {role} endet am {date}. Schließe alle Schritte vorher ab.',
    'trial-ends': 'Damit {product} nichts kostet, schalte vor dem {date} die wiederkehrende Abrechnung ab.',
    'deadline-on': 'Entscheide bis {date} über {what}. Siehe Gut zu wissen.',
    deadline: 'Um {what} muss sich jemand kümmern. Siehe Gut zu wissen.',
    'read-at': 'Geprüft: {date}',
    more: { one: 'und noch {count}', other: 'und noch {count}' },
    'way-out': 'Was du tun kannst: {text}',
    consent: 'App als Administrator freigeben',
  },
  status: {
    details: 'Alle Details und IDs',
    'and-more': { one: '{name} und noch {count}', other: '{name} und noch {count}' },
    free: {
      one: '{count} kostenloses Produkt, nicht mitgezählt',
      other: '{count} kostenlose Produkte, nicht mitgezählt',
    },
    'next-step': 'Nächster Schritt: {step}',
    findings: 'Was das bedeutet',
    'free-title': 'Kostenlose Produkte, nicht mitgezählt',
    unread: 'Nicht lesbar: {parts}.',
    rest: 'Alles zeigen: noch {count}',
    title: 'Dein Status',
    tenant: 'Mandant',
    'tenant-id': 'Mandanten-ID',
    'initial-domain': 'Erste Domäne',
    roles: 'Rollen',
    'no-roles': 'Ich sehe keine Rolle, die du hast oder aktivieren kannst.',
    'role-active': 'Aktiv',
    'role-through-group': 'Aktiv über die Gruppe {group}',
    'role-eligible': 'Kann aktiviert werden',
    'role-until': 'Bis: {date}',
    products: 'Microsoft 365-Produkte',
    'unknown-product': 'Ein mir unbekanntes Produkt ({part})',
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
    account: 'Nimm dieses Konto: {account}',
    address: 'Die Adresse zum Kopieren in ein anderes Fenster:',
    'add-subscription':
      'Du hast hier schon Azure und brauchst die kostenlose Seite nicht. Öffne im Azure-Portal Abonnements und wähle Hinzufügen: Dort wählst du das Abrechnungskonto, das bezahlt.',
    notes: 'Gut zu wissen',
    title: 'Deine Schritte: {scenario}',
    'unchecked-title': 'Allgemeine Schritte: {scenario}',
    unchecked: 'Diese Schritte habe ich nicht für dich geprüft.',
    progress: 'Schritt {step} von {total}',
    done: 'Erledigt',
    todo: 'Offen',
    current: 'Jetzt',
    'all-done': 'Du hast alle Schritte abgehakt. Soll ich prüfen, ob es geklappt hat?',
    counted: { one: '{count} von {total} Schritten erledigt', other: '{count} von {total} Schritten erledigt' },
  },
  join: {
    title: 'Bevor du {subscription} verschiebst',
    moves: '{subscription} wechselt von {source} zu {target}.',
    'moves-each': '{subscription} können von {source} zu {target} wechseln, jedes mit einer eigenen Anfrage.',
    'moves-perhaps':
      'Ich kann nicht sehen, ob {source} Microsoft 365 hat. Wenn ja, muss nichts umziehen. Wenn nein, kommt {subscription} zu {target}.',
    'moves-where': 'Welcher das ist, kann ich nicht sehen: Du bist auch in {tenants}.',
    'moves-from-unseen':
      'Ich konnte nicht sehen, wo dein Azure-Abonnement ist. Ist es schon in {target}, muss nichts umziehen. Wenn nicht, kommt es dorthin.',
    'in-short':
      'Alle verlieren den Zugriff, bis er neu eingerichtet ist. Das lässt sich nicht einfach rückgängig machen.',
    'in-short-each':
      'Auf das, was wechselt, verlieren alle den Zugriff, bis er neu eingerichtet ist. Das lässt sich nicht einfach rückgängig machen.',
    'in-short-perhaps':
      'Zieht es um, verlieren alle den Zugriff, bis er neu eingerichtet ist. Das lässt sich nicht einfach rückgängig machen.',
    changes: 'Was sich ändert: {count}',
    confirm: 'Kommen alle ohne Zugriff aus, bis er wiederhergestellt ist, und weißt du, wie das geht?',
    'accept-title': 'Bevor hier ein Abonnement angenommen wird',
    'accept-moves':
      'Stellt der Besitzer eine Anfrage und wird sie hier angenommen, wechselt ein Abonnement zu {target}.',
    'accept-confirm': 'Erwartest du ein Abonnement, und weiß sein Besitzer, wie er den Zugriff wiederherstellt?',
  },
  proof: {
    'proven-title': 'Es hat geklappt',
    'proven-text': 'Ich habe noch einmal nachgesehen: Es ist da.',
    'not-visible-yet-title': 'Noch nicht zu sehen',
    'not-visible-yet-text': {
      one: 'Ich sehe noch nichts Neues. Das ist normal: Es kann Minuten bis Stunden dauern. Prüfe in ungefähr {count} Minute noch einmal.',
      other:
        'Ich sehe noch nichts Neues. Das ist normal: Es kann Minuten bis Stunden dauern. Prüfe in ungefähr {count} Minuten noch einmal.',
    },
    'not-accepted-yet-title': 'Noch im alten Mandanten',
    'not-accepted-yet-text': {
      one: '{subscription} bleibt in {where}, bis ein Administrator des anderen Mandanten die Anfrage annimmt. Ist das geschehen? Dann prüfe in ungefähr {count} Minute noch einmal.',
      other:
        '{subscription} bleibt in {where}, bis ein Administrator des anderen Mandanten die Anfrage annimmt. Ist das geschehen? Dann prüfe in ungefähr {count} Minuten noch einmal.',
    },
    'left-old-tenant-title': 'Es ist nicht mehr im alten Mandanten',
    'left-old-tenant-text':
      'Ich sehe {subscription} nicht mehr in {where}. Melde dich mit einem Konto des neuen Mandanten an, dann sehe ich dort nach.',
    'wrong-tenant-title': 'Es ist in einem anderen Mandanten gelandet',
    'wrong-tenant-text': 'Es ist in {where}, nicht in {expected}. Mach erst weiter, wenn du weißt, was du willst.',
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
    'as-text': 'Als Text zum Kopieren',
  },
  help: {
    title: 'Was ich kann',
    paragraphs: [
      'Nutze die Schaltflächen, oder tippe in deinen eigenen Worten, was du möchtest.',
      'Du kannst jederzeit tippen: Status, noch einmal prüfen, Schritte, zurück, wiederholen, abbrechen, neu anfangen, abmelden.',
      'Tippe den Namen einer Sprache, um sie zu wechseln: {languages}. Tippe „Mensch“, um mit einem Menschen zu sprechen.',
    ],
  },
  language: { title: 'Wähle eine Sprache', text: 'Du kannst sie jederzeit wechseln.' },
  'talk-to-person': {
    title: 'Mit jemandem sprechen',
    text: 'Hier kann man dir weiterhelfen:',
    open: 'Kontaktseite öffnen',
    'no-contact':
      'Deine Organisation hat mir nicht gesagt, an wen du dich wenden kannst. Frage deine IT-Abteilung oder den Helpdesk.',
    summary: 'Sag ihnen das',
  },
  misses: {
    title: 'Wollen wir es anders versuchen?',
    text: 'Das habe ich leider nicht verstanden. Nutze eine der Schaltflächen, oder sprich mit einem Menschen.',
  },
  resume: {
    title: 'Dort weitermachen, wo du aufgehört hast?',
    text: 'Du warst dabei: {scenario}.',
    'text-with-step': 'Du warst dabei: {scenario}. Als Nächstes kommt: {step}.',
  },
  'admin-request': {
    title: 'Ein Text für deinen Administrator',
    text: 'Kopiere ihn und schicke ihn deinem Administrator.',
    label: 'Text zum Verschicken',
    'message-add-azure':
      'Hallo, ich möchte mit meinem Microsoft 365-Konto in {tenant} Azure nutzen. Dem steht etwas im Weg, das nur ein Administrator lösen kann. Kannst du mir helfen? Näheres: {reason}',
    'message-add-microsoft-365':
      'Hallo, wir möchten in unserem Mandanten {tenant} Microsoft 365 bestellen. Dazu braucht man die Rolle globaler Administrator oder Abrechnungsadministrator. Kannst du mir Abrechnungsadministrator geben oder es selbst bestellen? Näheres: {reason}',
    'message-billing-role':
      'Hallo, ich möchte in unserem Mandanten {tenant} Microsoft 365 bestellen. Mit einer Microsoft-Kundenvereinbarung braucht man dazu auch eine Rolle am Abrechnungskonto. Kannst du mich dort unter Abrechnung, Abrechnungskonten zum Besitzer oder Mitwirkenden machen oder es selbst bestellen?',
    'billing-role-too':
      'Wenn wir eine Microsoft-Kundenvereinbarung haben, braucht man auch eine Rolle am Abrechnungskonto: Besitzer oder Mitwirkender.',
    'look-first':
      'Ich konnte nicht sehen, ob unser Mandant es schon hat: Bitte sieh zuerst unter Abrechnung, Ihre Produkte nach.',
    'message-join':
      'Hallo, wir möchten ein Azure-Abonnement aus {tenant} in den Mandanten mit Microsoft 365 verschieben. Ein Besitzer des Abonnements stellt die Anfrage, und ein Administrator des Mandanten mit Microsoft 365 nimmt sie an. Kannst du mir helfen? Näheres: {reason}',
    'message-join-owner':
      'Hallo, ich möchte das Azure-Abonnement {subscription} aus {tenant} in den Mandanten mit Microsoft 365 verschieben. Dafür brauche ich die Rolle „Besitzer“ für dieses Abonnement, ohne Bedingung. Kannst du sie mir geben oder die Anfrage selbst im Azure-Portal stellen? Näheres: {reason}',
    link: 'Öffne diese Seite und melde dich an: {url}',
    code: 'Tippe in einem Chat mit OneTenant: Anfrage {code}',
    expires: 'Die Anfrage kann einmal beantwortet werden. Ende: {date}.',
  },
  answer: {
    helped: 'Hat das geholfen?',
    'see-also': 'Siehe auch',
    'old-name': '„{was}“ heißt jetzt {now}. {explanation}',
    inferred: 'Unser Schluss: Wir fanden keine Seite von Microsoft, die das sagt.',
    'only-in': 'Diese Antwort habe ich nur auf {language}.',
    fit: {
      yes: 'Nach dem, was ich gelesen habe, betrifft dich das.',
      no: 'Nach dem, was ich gelesen habe, betrifft dich das wahrscheinlich nicht.',
      'cannot-tell': 'Ich konnte nicht lesen, ob dich das betrifft.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Meinst du etwas davon?',
    'perhaps-text': 'Ich bin nicht sicher, was du meinst. Wähle etwas aus, oder sag es mit anderen Worten.',
    'others-title': 'Vielleicht hilft eine dieser Antworten',
    'others-text': 'Auch diese Antworten schienen zu deiner Frage zu passen.',
  },
  'accept-request': {
    title: 'Frag die Person, die annimmt',
    text: 'Ein Administrator des Mandanten mit Microsoft 365 nimmt das Abonnement an. Gib die ID dieses Mandanten ein, dann schreibe ich einen Text für die Person. Sagt sie mir, dass sie angenommen hat, erfährst du es und ich sehe nach.',
    tenant: 'Mandanten-ID des Mandanten mit Microsoft 365',
    link: 'Link aus dem Azure-Portal (optional)',
    where: 'Hast du die Anfrage im Azure-Portal gestellt, steht der Link auf der Bestätigungsseite.',
    make: 'Text schreiben',
    refused: {
      'tenant-missing':
        'Die Mandanten-ID fehlt. Der Administrator findet sie im Microsoft Entra Admin Center unter Übersicht.',
      'tenant-malformed':
        'Das ist keine Mandanten-ID. Sie hat 32 Buchstaben und Ziffern in fünf Gruppen mit Bindestrichen dazwischen.',
      'own-tenant':
        'Das ist der Mandant, in dem das Abonnement jetzt liegt. Gib die ID des Mandanten mit Microsoft 365 ein.',
      'link-refused':
        'Ich nehme nur Links, die mit https:// beginnen und ins Azure-Portal führen, etwa https://portal.azure.com. Kopiere den Link noch einmal oder lass ihn weg.',
    },
    'ready-title': 'Ein Text für die Person, die annimmt',
    'ready-text': 'Kopiere ihn und schicke ihn ihr. Vergleiche die Mandanten-ID noch einmal: {tenant}.',
    unknown: 'Microsoft sagt nicht, wie lange die Anfrage dort offen bleibt. Warte also nicht damit.',
    message:
      'Hallo, wir möchten ein Azure-Abonnement aus {source} in euren Mandanten mit der ID {target} verschieben. Kannst du es dort als Administrator annehmen?',
    'message-link': 'Nimm es im Azure-Portal an: {url}',
    'message-without-link': 'Den Link zum Annehmen schicke ich dir gesondert.',
    'message-yours':
      'Was danach kommt, ist in eurem Mandanten. Das kannst nur du machen. Ich schicke dir die Liste von dem, was eingerichtet war.',
    'message-then': 'Sag OneTenant danach, dass du angenommen hast. Dann erfahre ich es.',
  },
  'accept-answer': {
    title: 'Du wirst gebeten, ein Abonnement anzunehmen',
    text: '{name} bittet dich als Administrator von {tenant}, dort ein Azure-Abonnement anzunehmen.',
    'with-link': 'Öffne das Azure-Portal und lies, was dort steht. Nimm nur an, wenn du dieses Abonnement erwartest.',
    'without-link':
      'Den Link zum Annehmen hat die Person, die fragt. Nimm nur an, wenn du dieses Abonnement erwartest.',
    'role-uncertain': 'Microsoft sagt nicht, ob deine Rolle reicht. Das Azure-Portal sagt dir, ob du annehmen darfst.',
    'what-it-means': 'Hier nimmst du nichts an. Mit deiner Antwort kann ich der Person Bescheid geben.',
    open: 'Azure-Portal öffnen',
    accepted: 'Ich habe angenommen',
    'not-accepted': 'Ich nehme nicht an',
    'told-accepted':
      'Ein Administrator des anderen Mandanten hat am {date} gesagt, dass er das Abonnement angenommen hat.',
    'told-declined':
      'Ein Administrator des anderen Mandanten sagt, dass er das Abonnement nicht annimmt. Es bleibt, wo es ist.',
  },
  'admin-answer': {
    title: 'Jemand bittet dich um Hilfe',
    text: '{name} hat dich als Administrator von {tenant} gefragt: {scenario}.',
    'text-to-owner':
      '{name} von {tenant} bittet dich als Besitzer des Azure-Abonnements um Hilfe bei: {scenario}. Erledige den Schritt im Portal, oder mache die Person dort zum Besitzer.',
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
      'other-target':
        'Diese Anfrage ist für den Mandanten mit der ID {target}, und du bist in {tenant} angemeldet. Es hat sich nichts geändert. Melde dich ab und öffne die Anfrage noch einmal mit einem Konto jenes Mandanten.',
      'no-role-to-accept':
        'Du hast hier keine aktive Administratorrolle. Aktiviere eine und prüfe noch einmal, oder gib die Anfrage an einen Administrator weiter.',
      'already-answered': 'Diese Anfrage ist schon beantwortet.',
      'not-approved': 'Dieser Anfrage wurde nicht zugestimmt.',
      'not-the-requester': 'Diese Anfrage gehört jemand anderem.',
    },
  },
  reminder: {
    title: 'Ich komme darauf zurück',
    'on-day': 'Ich erinnere dich am {date}, ungefähr um diese Uhrzeit.',
    'no-other-hour': 'Eine andere Uhrzeit kann ich nicht einstellen.',
    'when-visible': 'Ich sehe weiter nach und sage es dir, sobald es da ist. Damit höre ich auf: {date}.',
    stop: 'Tippe „nicht mehr erinnern“, um das zu beenden.',
  },
  'delete-my-data': {
    title: 'Löschen, was ich zu diesem Chat gespeichert habe?',
    text: 'Das lässt sich nicht rückgängig machen. In Microsoft 365 und Azure ändert sich nichts.',
    'goes-title': 'Was ich lösche',
    goes: [
      'Dein Stand: dein Weg, deine Haken und die letzten zwei Prüfungen mit Namen, Rollen und Abonnements.',
      'Deine Sprache und Zeitzone, deine Erinnerungen, welche Tickets ich hier kenne, und Anfragen an Administratoren, die du hier gestellt hast.',
      'Deine Anmeldung beim Tokendienst von Microsoft.',
    ],
    'stays-title': 'Was bleibt',
    stays: [
      'Die Nachrichten oben: Teams oder das Chatfenster behält sie, nach den Regeln deiner Organisation.',
      'Zeilen in meinem Protokoll, ohne Namen und ohne das, was du getippt hast, bis sie alt genug sind.',
      'Kopien in einer Sicherung meiner Betreiber, einige Tage lang.',
      'Was ein Helpdesk in seinen eigenen Tickets hat. Frage dafür den Helpdesk.',
      'Andere Chats mit mir, etwa auf einem anderen Kanal. Bitte dort um dasselbe.',
    ],
    gone: {
      one: 'Deine Daten sind gelöscht: ein Eintrag mit allem zu diesem Chat, und deine Anmeldung. Danach habe ich noch einmal nachgesehen und nichts mehr gefunden. Schreibst du mir wieder, fangen wir neu an.',
      other:
        'Deine Daten sind gelöscht: {count} Einträge mit allem zu diesem Chat, und deine Anmeldung. Danach habe ich noch einmal nachgesehen und nichts mehr gefunden. Schreibst du mir wieder, fangen wir neu an.',
    },
    'not-all-gone':
      'Ich konnte nicht alles löschen. Versuche es später noch einmal; klappt es dann wieder nicht, gib diese Referenz an deinen Helpdesk weiter: {reference}.',
  },
  notice: { reference: 'Referenz: {reference}' },
  topic: {
    'read-more': 'Weiterlesen',
    'support-text': {
      none: 'Wir haben ein Enterprise Agreement und möchten Azure und Microsoft 365 in einem Mandanten haben. Wer kann das für uns einrichten, und in welchem Mandanten?',
      'add-azure':
        'Wir haben ein Enterprise Agreement und möchten ein Azure-Abonnement im Mandanten {tenant}. Wer erstellt es, und mit welchem Konto?',
      'add-microsoft-365':
        'Wir haben ein Enterprise Agreement und möchten Microsoft 365 im Mandanten {tenant}. Wer bestellt die Lizenzen, und wer aktiviert die erste Bestellung?',
      join: 'Wir haben ein Enterprise Agreement und möchten ein Azure-Abonnement in den Mandanten mit unserem Microsoft 365 verschieben. Nachgesehen haben wir im Mandanten {tenant}. Wer darf es verschieben, und was müssen wir vorbereiten?',
    },
  },
} as const;

export const why = {
  'step-up':
    'Deine Organisation hat eine Richtlinie, die dafür mehr als ein Kennwort möchte. Ohne das lässt Microsoft dort niemanden lesen, auch mich nicht.',
  scenario:
    'Die Richtung entscheidet, welche Regeln gelten. Für die eine brauchst du eine Administratorrolle, für die andere nicht.',
  'sign-in':
    'Erst wenn du dich anmeldest, sehe ich deine Rollen und Abonnements. Sonst kann ich dir die allgemeinen Schritte nennen.',
  agreement:
    'Mit einem Enterprise Agreement oder über einen Partner ist die gewöhnliche Registrierung der falsche Weg. Von außen sehen manche Vereinbarungen gleich aus.',
  'confirm-join':
    'Beim Verschieben verlieren alle den Zugriff, und das lässt sich nicht einfach rückgängig machen. Das solltest du wissen, bevor du anfängst.',
  suggestion: 'Ich habe nachgesehen, was in deinem Mandanten ist. Was du willst, weißt du am besten, darum frage ich.',
  language: 'Ich rate deine Sprache aus der Chat-App, und das kann falsch sein.',
  'talk-to-person': 'Was du mir sagst, kann mitgehen, damit du es nicht zweimal sagen musst. Darum frage ich vorher.',
} as const;
