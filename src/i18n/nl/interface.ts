import type { Change } from '../../domain/proof.ts';
import type { MessageWords } from '../shape.ts';

/** Staat in de plaats van een naam of datum die niet te lezen was. */
export const blank = {
  tenant: 'je tenant',
  tenants: 'namen die ik niet kon lezen',
  chat: 'de tenant van deze chat',
  graph: 'de ene tenant',
  azure: 'een andere tenant',
  subscription: 'het abonnement',
  product: 'het product',
  role: 'de rol',
  group: 'een groep',
  offer: 'deze aanbieding',
  account: 'je werk- of schoolaccount',
  date: 'een datum die ik niet kon lezen',
  desk: 'de helpdesk',
  number: 'zonder nummer',
  name: 'geen naam',
  source: 'de huidige tenant',
  target: 'de tenant met Microsoft 365',
  reason: 'niet ingevuld',
  where: 'je tenant',
  expected: 'de tenant die je verwachtte',
} as const;

export const answer = { yes: 'Ja', no: 'Nee', 'cannot-tell': 'Niet te zien' } as const;

export const button = {
  'show-status': 'Toon mijn status',
  'not-sure': 'Help me kiezen',
  'accept-suggestion': 'Neem dit voorstel',
  'sign-in': 'Aanmelden',
  'without-sign-in': 'Verder zonder aanmelden',
  'sign-out': 'Afmelden',
  'check-again': 'Opnieuw controleren',
  'show-steps': 'Toon de stappen',
  'show-general-steps': 'Toon de algemene stappen',
  'tick-step': 'Afvinken',
  'untick-step': 'Vinkje weghalen',
  'i-have-done-it': 'Ik heb het gedaan',
  'show-help': 'Toon hulp',
  'show-privacy': 'Lees wat ik bewaar',
  'show-consequences': 'Lees wat er verandert',
  'show-alternatives': 'Bekijk andere manieren',
  'show-background': 'Lees de achtergrond',
  'start-over': 'Opnieuw beginnen',
  'carry-on': 'Verdergaan',
  back: 'Terug',
  repeat: 'Herhaal de vraag',
  cancel: 'Annuleren',
  'talk-to-person': 'Praat met een mens',
  'confirm-join': 'Ik heb dit gelezen, toon de stappen',
  'why-do-you-ask': 'Vraag waarom',
  'open-private-chat': 'Open een gesprek met mij',
  'show-menu': 'Toon de keuzes',
  yes: 'Ja',
  no: 'Nee',
  'remind-tomorrow': 'Herinner me morgen',
  'remind-when-visible': 'Meld het als het er is',
  'stop-reminding': 'Stop met herinneren',
  'ask-admin': 'Vraag mijn beheerder',
  'show-receipt': 'Toon het bewijs',
  'delete-my-data': 'Verwijder mijn gegevens',
  'delete-my-data-now': 'Nu verwijderen',
  'keep-my-data': 'Bewaren en verdergaan',
  'show-answer': 'Toon het antwoord',
  'show-support-text': 'Toon de tekst voor de ondersteuning',
  'my-tickets': 'Toon mijn tickets',
  'open-ticket': 'Open dit ticket',
  'put-off-ticket': 'Nu niet',
  'decline-ticket': 'Ik heb hier geen hulp bij nodig',
  'leave-ticket': 'Laat dit ticket even liggen',
  'answer-colleague': 'Antwoorden',
  'send-answer': 'Stuur naar de helpdesk',
  'show-language': 'Andere taal',
} as const;

export const agreement = {
  title: 'Welke overeenkomst heb je?',
  intro: 'Ik kan niet zien welke overeenkomst je organisatie met Microsoft heeft. Met twee vragen kom ik verder.',
  'question-enterprise':
    'Heeft je organisatie een Enterprise Overeenkomst? Grote organisaties hebben die vaak: een contract voor drie jaar, met een inschrijvingsnummer.',
  'question-partner': 'Of krijg je de rekening voor Azure van een partner in plaats van Microsoft?',
  enterprise: 'Ja, een Enterprise Overeenkomst',
  partner: 'Ja, via een partner',
  neither: 'Nee, geen van beide',
  'not-sure': 'Ik weet het niet',
} as const;

export const card = {
  welcome: {
    'first-title': 'Hallo, ik ben OneTenant',
    'first-text':
      'Ik ben een chatbot. Ik help je om Microsoft 365 en Azure in één Microsoft Entra-tenant te krijgen, zodat iedereen één account houdt. Ik kan het ook gewoon uitleggen; aanmelden doe je alleen als ik mee mag kijken.',
    'returning-title': 'Welkom terug',
    'returning-text': 'Wat wil je doen?',
    'after-sign-out-title': 'Je bent afgemeld',
    'after-sign-out-text':
      'Ik lees niets meer voor je. Je kunt nog steeds kiezen en je weer aanmelden wanneer je wilt.',
    question: 'Welke kant ga je op? Kies, of typ een cijfer van 1 tot en met 5.',
  },
  'sign-in': {
    'open-window': 'Meld je aan in het venster dat opengaat en kom daarna hier terug.',
    title: 'Mag ik meekijken?',
    why: 'Als je je aanmeldt, kijk ik wat er voor jou geldt. Anders kan ik alleen vertellen hoe het meestal gaat.',
    'reads-title': 'Dit lees ik, met jouw eigen rechten',
    reads: [
      'Je naam en je rollen',
      'De naam van je tenant en de Microsoft 365-producten daarin',
      'De Azure-abonnementen die jij kunt zien',
      'Waar het uitmaakt: het soort overeenkomst en of je eigenaar bent',
    ],
    'only-reading': 'Ik verander niets en koop niets.',
    refuse: 'Liever niet? Dan krijg je de algemene stappen. Die heb ik niet voor jou gecontroleerd.',
  },
  suggestion: {
    title: 'Dit lijkt jouw situatie',
    'open-title': 'Kies zelf',
    choose: 'Kies zelf, of bekijk eerst je status.',
    because: {
      'microsoft-365-only': 'Ik vind Microsoft 365 in je tenant, en geen Azure-abonnement.',
      'azure-only': 'Ik vind Azure in je tenant, en geen Microsoft 365.',
      'azure-here-and-another-tenant':
        'Ik vind hier Azure en geen Microsoft 365, en je staat ook in een andere tenant. Misschien zit Microsoft 365 daar.',
      'both-here': 'Ik vind Azure en Microsoft 365 al samen in één tenant.',
      'nothing-found': 'Ik vind in deze tenant geen Azure en ook geen Microsoft 365.',
      'cannot-tell': 'Ik kon te weinig zien om iets voor te stellen.',
      'personal-account':
        'Je bent aangemeld met een persoonlijk account. Met je werk- of schoolaccount kan ik meer zien.',
    },
    question: 'Klopt dat?',
  },
  verdict: {
    consent: 'Keur de app goed, als beheerder',
    'checks-title': 'Waar ik naar heb gekeken',
    'blockers-title': 'Wat je eerst moet oplossen',
    'notices-title': 'Goed om te weten',
    'read-at': 'Gecontroleerd op {date}',
    more: { one: 'en nog {count}', other: 'en nog {count}' },
    'way-out': 'Wat je kunt doen: {text}',
  },
  status: {
    title: 'Je status',
    tenant: 'Tenant',
    'tenant-name': 'Naam',
    'tenant-id': 'Tenant-id',
    'initial-domain': 'Eerste domein',
    roles: 'Je rollen',
    'no-roles': 'Ik zie geen rol die je hebt of kunt activeren.',
    'role-active': 'Actief',
    'role-through-group': 'Actief via de groep {group}',
    'role-eligible': 'Kun je activeren',
    'role-until': 'Tot {date}',
    products: 'Microsoft 365-producten',
    'no-products': 'Ik vind geen producten.',
    seats: '{used} van {total} plaatsen in gebruik',
    'next-date': 'Wordt verlengd of eindigt op {date}',
    trial: 'Proefversie',
    subscriptions: 'Azure-abonnementen',
    'no-subscriptions': 'Ik vind geen abonnementen die jij hier kunt zien.',
    offer: 'Aanbieding',
    state: 'Toestand',
    'spending-limit': 'Bestedingslimiet',
    'belongs-to': 'Hoort bij {tenant}',
    more: { one: 'En nog {count}.', other: 'En nog {count}.' },
    'read-at': 'Gelezen op {date}',
    'signed-in-as': 'Aangemeld als {account}',
  },
  steps: {
    title: 'Jouw stappen: {scenario}',
    'unchecked-title': 'Algemene stappen: {scenario}',
    unchecked: 'Deze stappen heb ik niet voor jou gecontroleerd. Meld je aan, dan kijk ik wat er geldt.',
    progress: 'Stap {step} van {total}',
    done: 'Gedaan',
    todo: 'Nog te doen',
    current: 'Nu',
    'all-done': 'Je hebt alle stappen afgevinkt. Zal ik kijken of het gelukt is?',
    counted: { one: '{count} van {total} stappen gedaan', other: '{count} van {total} stappen gedaan' },
  },
  join: {
    title: 'Voordat je {subscription} verhuist',
    intro: 'Je gaat het verhuizen van {source} naar {target}. Dit gebeurt er echt:',
    confirm: 'Kunnen de mensen die ermee werken een paar uur zonder toegang, en weet je hoe je die terugzet?',
  },
  proof: {
    'proven-title': 'Het is gelukt',
    'proven-text': 'Ik heb opnieuw gekeken en vind het in {where}.',
    'not-visible-yet-title': 'Nog niet te zien',
    'not-visible-yet-text': {
      one: 'Ik zie nog niets nieuws. Dat is gewoon: het kan minuten tot uren duren. Controleer over ongeveer {count} minuut opnieuw.',
      other:
        'Ik zie nog niets nieuws. Dat is gewoon: het kan minuten tot uren duren. Controleer over ongeveer {count} minuten opnieuw.',
    },
    'wrong-tenant-title': 'Het is in een andere tenant beland',
    'wrong-tenant-text':
      'Ik vind het in {where}. Je verwachtte het in {expected}. Stop hier en kies wat je doet voordat je verdergaat.',
    'cannot-tell-title': 'Ik kan niet zien of het gelukt is',
    'cannot-tell-text': 'Dit kon ik nu niet lezen: {missing}. Dat betekent niet dat het mislukt is.',
    'missing-azure': 'Azure-abonnementen',
    'missing-microsoft-365': 'Microsoft 365-producten',
    'missing-tenants': 'je tenants',
    'changes-title': 'Wat er veranderd is',
    'before-after': 'Eerst: {before}. Nu: {after}.',
    attempt: 'Controle nummer {attempt}',
  },
  receipt: {
    title: 'Bewijs',
    text: 'Dit kun je doorsturen of in een ticket zetten.',
    what: 'Wat',
    where: 'Waar',
    when: 'Gecontroleerd op',
    result: 'Uitkomst',
    proven: 'Gedaan en gecontroleerd',
  },
  help: {
    title: 'Wat ik voor je kan doen',
    paragraphs: [
      'Kies een route met de knoppen, of typ in je eigen woorden wat je wilt.',
      'Je kunt altijd typen: status, opnieuw controleren, stappen, terug, herhaal, annuleren, opnieuw beginnen, afmelden.',
      'Typ de naam van een taal en ik spreek die: {languages}. Typ “mens” om met een mens te praten.',
    ],
  },
  language: { title: 'Kies een taal', text: 'Je kunt altijd wisselen.' },
  'talk-to-person': {
    title: 'Praat met een mens',
    text: 'Deze mensen kunnen je verder helpen:',
    open: 'Open de contactpagina',
    'no-contact': 'Je organisatie heeft me niet verteld bij wie je terechtkunt. Vraag het je IT-afdeling of helpdesk.',
    summary: 'Vertel ze dit',
  },
  misses: {
    title: 'Zullen we het anders doen?',
    text: 'Ik begrijp het niet, en dat ligt aan mij. Kies een knop, of praat met een mens.',
  },
  resume: {
    title: 'Verdergaan waar je was?',
    text: 'Je was bezig met: {scenario}.',
    'text-without-scenario': 'Je was ergens halverwege.',
    'text-with-step': 'Je was bezig met: {scenario}. Nu komt: {step}.',
  },
  'admin-request': {
    title: 'Een tekst voor je beheerder',
    text: 'Kopieer dit en stuur het naar je beheerder.',
    label: 'Tekst om te sturen',
    'message-add-azure':
      'Hallo, ik wil Azure gaan gebruiken met mijn Microsoft 365-account in {tenant}. Er zit iets in de weg dat alleen een beheerder kan oplossen. Kun je me helpen? Bijzonderheden: {reason}',
    'message-add-microsoft-365':
      'Hallo, we willen Microsoft 365 toevoegen aan onze Azure-tenant {tenant}. Daar is de rol globale beheerder of factureringsbeheerder voor nodig. Kun je mij factureringsbeheerder maken, of het zelf bestellen? Bijzonderheden: {reason}',
    'message-join':
      'Hallo, we willen een Azure-abonnement verhuizen naar de tenant met Microsoft 365. Daar is een eigenaar voor nodig die in beide tenants staat. Kun je me helpen? Het gaat om {tenant}. Bijzonderheden: {reason}',
    link: 'Open deze pagina en meld je aan: {url}',
    code: 'Typ in een chat met OneTenant: verzoek {code}',
    expires: 'Het verzoek kan één keer worden beantwoord, tot {date}.',
  },
  answer: {
    helped: 'Heb je hier iets aan?',
    'old-name': '“{was}” heet nu {now}. {explanation}',
    fit: {
      yes: 'Uit wat ik over je las, blijkt dat dit over jouw situatie gaat.',
      no: 'Uit wat ik over je las, blijkt dat dit waarschijnlijk niet jouw situatie is.',
      'cannot-tell': 'Ik kon niet lezen of dit jouw situatie is.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Bedoel je een van deze vragen?',
    'perhaps-text': 'Ik weet niet zeker wat je bedoelt. Kies een vraag of stel hem in andere woorden.',
    'others-title': 'Misschien helpt een van deze',
    'others-text': 'Deze antwoorden leken ook op je vraag.',
  },
  'admin-answer': {
    title: 'Iemand vraagt je hulp',
    text: '{name} vraagt jou, als beheerder van {tenant}, om dit: {scenario}.',
    'what-it-means':
      'Goedkeuren geeft op zichzelf geen rechten. Keur goed als je de rol hebt gegeven of de stap zelf hebt gedaan; de chat van de aanvrager kijkt dan opnieuw.',
    approve: 'Goedkeuren',
    decline: 'Afwijzen',
    'approved-title': 'Dank je, dat is goedgekeurd',
    'declined-title': 'Dat is afgewezen',
    told: 'Ik heb het de aanvrager laten weten.',
    refused: {
      expired: 'Dit verzoek geldt niet meer. Het kan één keer en maar kort worden beantwoord.',
      'own-request': 'Dit is je eigen verzoek. Een beheerder moet het beantwoorden.',
      'role-missing': 'Alleen iemand met de rol globale beheerder of factureringsbeheerder kan dit beantwoorden.',
      'role-to-activate': 'Je kunt de rol activeren, maar hij is nu niet actief. Activeer hem en controleer opnieuw.',
      'role-cannot-tell': 'Ik kan je rollen niet zien, dus ik kan je antwoord niet aannemen.',
      'already-answered': 'Dit verzoek is al beantwoord.',
      'not-approved': 'Dit verzoek is niet goedgekeurd.',
      'not-the-requester': 'Dit verzoek is van iemand anders.',
    },
  },
  reminder: {
    title: 'Ik kom erop terug',
    tomorrow: 'Ik herinner je eraan op {date}.',
    'when-visible': 'Ik blijf kijken en meld het zodra het er is. Ik stop op {date}.',
    stop: 'Typ “stop met herinneren” om dit te beëindigen.',
  },
  'delete-my-data': {
    title: 'Verwijderen wat ik van dit gesprek bewaar?',
    text: 'Dit is niet terug te draaien. In Microsoft 365 en Azure verandert er niets.',
    'goes-title': 'Wat er weggaat',
    goes: [
      'Waar je bent: je route, je vinkjes en de laatste twee controles met namen, rollen en abonnementen.',
      'Je taal, je herinneringen, welke tickets ik hier ken en de verzoeken aan beheerders die je hier hebt gedaan.',
      'Je aanmelding bij de tokendienst van Microsoft.',
    ],
    'stays-title': 'Wat er blijft',
    stays: [
      'De berichten hierboven: Teams of het chatvenster bewaart ze, volgens de regels van je organisatie.',
      'Regels in mijn logboek, zonder namen en zonder wat je typte, tot ze oud genoeg zijn.',
      'Kopieën in een back-up van wie mij beheert, een paar dagen lang.',
      'Wat een helpdesk in zijn eigen tickets heeft. Vraag dat aan de helpdesk.',
      'Andere gesprekken met mij, bijvoorbeeld op een ander kanaal. Vraag daar hetzelfde.',
    ],
    gone: {
      one: 'Je gegevens zijn verwijderd: één record, met alles over dit gesprek, en je aanmelding. Ik heb daarna opnieuw gekeken en niets meer gevonden. Schrijf je me weer, dan beginnen we opnieuw.',
      other:
        'Je gegevens zijn verwijderd: {count} records, met alles over dit gesprek, en je aanmelding. Ik heb daarna opnieuw gekeken en niets meer gevonden. Schrijf je me weer, dan beginnen we opnieuw.',
    },
    'not-all-gone':
      'Niet alles kon worden verwijderd. Probeer het later opnieuw; blijft het zo, geef dan dit kenmerk aan een mens: {reference}.',
  },
  why: { title: 'Waarom ik dit vraag' },
  notice: { reference: 'Kenmerk: {reference}' },
  topic: { 'read-more': 'Meer lezen' },
} as const;

export const why = {
  scenario:
    'De richting bepaalt welke regels gelden. De ene kant op heb je een beheerdersrol nodig, de andere kant op niet.',
  'sign-in':
    'Pas als je je aanmeldt, kan ik je rollen en abonnementen zien. Zonder aanmelding kan ik je de algemene stappen geven.',
  agreement:
    'Met een Enterprise Overeenkomst of via een partner is de gewone registratie de verkeerde deur. Sommige overeenkomsten zien er van buiten hetzelfde uit.',
  'confirm-join':
    'Bij het verhuizen verliest iedereen zijn toegang, en dat draai je niet met één klik terug. Ik wil dat je dat weet voordat je begint.',
  suggestion: 'Ik heb gekeken wat er in je tenant zit. Jij weet het best wat je wilt, dus ik vraag het.',
  language: 'Ik leid je taal af uit de chat-app, en dat kan verkeerd zijn.',
  'talk-to-person':
    'Wat je mij vertelt, kan mee, zodat je het niet twee keer hoeft te vertellen. Daarom vraag ik het eerst.',
} as const;

export const message = {
  'something-went-wrong': {
    title: 'Dat is niet gelukt',
    text: 'Er ging iets mis aan mijn kant. Er is niets kwijt. Probeer het nog eens; blijft het zo, geef het kenmerk dan aan een mens.',
  },
  'expired-button': {
    title: 'Die knop is te oud',
    text: 'Het gesprek is verder gegaan. Gebruik de knoppen in het laatste bericht.',
  },
  'foreign-button': {
    title: 'Die knop is niet voor jou',
    text: 'Hij hoort bij het gesprek van iemand anders. Er is niets gebeurd.',
  },
  'already-done': { title: 'Dat is al gedaan', text: 'Hier heb je al op gedrukt. Er is niets twee keer gebeurd.' },
  'unknown-button': {
    title: 'Die knop ken ik niet',
    text: 'Er is niets gebeurd. Gebruik de knoppen in het laatste bericht.',
  },
  'not-understood': { title: 'Dat begrijp ik niet', text: 'Kies een knop, of zeg het met andere woorden.' },
  'empty-text': { title: 'Ik kreeg geen tekst', text: 'Typ wat je wilt, of kies een knop.' },
  'too-long': { title: 'Dat is erg lang', text: 'Ik lees alleen korte berichten. Zeg het in één of twee zinnen.' },
  'text-only': { title: 'Ik lees alleen tekst', text: 'Bestanden of plaatjes kan ik niet bekijken. Typ wat je wilt.' },
  'sign-in-failed': { title: 'Aanmelden is niet gelukt', text: 'Probeer het nog eens, of ga verder zonder aanmelden.' },
  'sign-in-cancelled': {
    title: 'Je hebt je niet aangemeld',
    text: 'Dat is prima. Je kunt zonder verder, of je later aanmelden.',
  },
  'sign-in-timed-out': {
    title: 'Het aanmelden duurde te lang',
    text: 'De link is voor de veiligheid verlopen. Ik kan je een nieuwe geven.',
  },
  'sign-in-needed': {
    title: 'Meld je opnieuw aan',
    text: 'Je aanmelding is afgelopen. Daarna gaan we verder waar je was.',
  },
  'wrong-code': {
    title: 'Die code klopt niet',
    text: 'Typ de zes cijfers uit het aanmeldvenster, of meld je opnieuw aan.',
  },
  'too-many-codes': { title: 'Te veel verkeerde codes', text: 'Voor de veiligheid begin ik opnieuw met aanmelden.' },
  'waiting-for-sign-in': {
    title: 'Het aanmelden staat nog open',
    text: 'Gebruik de knop Aanmelden, of ga verder zonder.',
  },
  'other-person': {
    title: 'Je hebt je als iemand anders aangemeld',
    text: 'Ik ben vergeten wat ik eerder las en begin met dit account.',
  },
  'tenant-not-allowed': {
    title: 'Deze organisatie kan ik niet helpen',
    text: 'Je hebt je aangemeld bij een tenant waar ik niets voor mag doen. Meld je aan met een ander account.',
  },
  'foreign-token': { title: 'Deze aanmelding is niet voor mij', text: 'Meld je af en meld je hier opnieuw aan.' },
  'signed-in': { title: 'Je bent aangemeld', text: 'Ik ga nu kijken. Dat duurt een paar tellen.' },
  'not-signed-in': { title: 'Je bent niet aangemeld', text: 'Er valt niets af te melden.' },
  'nothing-to-check': { title: 'Er valt nog niets te controleren', text: 'Kies eerst welke kant je op gaat.' },
  'nothing-to-go-back-to': { title: 'Dit is het begin', text: 'Verder terug kan niet. Kies wat je wilt doen.' },
  cancelled: { title: 'Geannuleerd', text: 'Ik ben gestopt. Je vinkjes blijven bewaard.' },
  'started-over': { title: 'We beginnen opnieuw', text: 'Ik heb je stappen gewist.' },
  'language-set': { title: 'We praten Nederlands', text: 'Je kunt altijd wisselen.' },
  hello: { title: 'Hallo', text: 'Wat kan ik voor je doen?' },
  thanks: { title: 'Graag gedaan', text: 'Kan ik nog iets voor je doen?' },
  goodbye: { title: 'Tot ziens', text: 'Ik onthoud waar je was. Je kunt later verder.' },
  'who-are-you': {
    title: 'Ik ben OneTenant, een chatbot',
    text: 'Ik ben geen mens. Ik help met Microsoft 365 en Azure in één tenant. Je kunt altijd met een mens praten.',
  },
  'sign-in-by-button': {
    title: 'Vanzelf aanmelden is niet gelukt',
    text: 'Teams kon je niet aanmelden zonder iets te vragen. Gebruik de knop Aanmelden hieronder.',
  },
  'sign-in-app-missing': {
    title: 'Ik ben in Teams niet voor je geïnstalleerd',
    text: 'Daarom kon Teams je niet aanmelden zonder iets te vragen. Gebruik de knop Aanmelden hieronder, of voeg me in Teams toe onder Apps.',
  },
  'sign-in-set-up-wrong': {
    title: 'Vanzelf aanmelden is niet goed ingesteld',
    text: 'Dat ligt niet aan jou; wie mij beheert, ziet het in mijn logboek. Gebruik de knop Aanmelden hieronder.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams heeft geen aanmelding om te gebruiken',
    text: 'Teams kon je niet aanmelden zonder iets te vragen. Gebruik de knop Aanmelden hieronder; je bij Teams afmelden en weer aanmelden kan ook helpen.',
  },
  'sign-in-keeps-failing': {
    title: 'Aanmelden blijft mislukken',
    text: 'Misschien moet je beheerder mij eerst goedkeuren. Vraag het, of ga verder zonder aanmelden.',
  },
  'sign-in-other-account': {
    title: 'Dat is niet het account dat je in Teams gebruikt',
    text: 'Je hebt je aangemeld als iemand anders dan wie je in dit gesprek bent. Ik heb dat account afgemeld en niets gelezen. Meld je aan met je Teams-account. Voor een ander account kun je buiten Teams bij mij terecht.',
  },
  'sign-in-other-tenant': {
    title: 'Dat account hoort bij een andere tenant',
    text: 'Let op: dit gesprek is in de ene tenant en het account dat je gebruikte in een andere, dus wat ik zou lezen gaat niet over de tenant waar je nu bent. Ik heb het afgemeld en niets gelezen. Meld je aan met je Teams-account, of wissel eerst van organisatie in Teams.',
  },
  'chat-not-allowed': {
    title: 'Deze organisatie kan ik niet helpen',
    text: 'Ik ben alleen voor andere organisaties ingesteld. Vraag wie mij beheert of die van jou erbij kan.',
  },
  'press-heard': { title: 'Dat heb ik', text: 'Dat heb ik. Mijn antwoord staat in het gesprek.' },
  'in-group': {
    title: 'Dit doen we liever onder vier ogen',
    text: 'Wat ik lees, gaat over jou. Open een gesprek met mij alleen om verder te gaan.',
  },
  'reminders-stopped': { title: 'Ik herinner je niet meer', text: 'Je kunt opnieuw controleren wanneer je wilt.' },
  'no-reminders': { title: 'Er stond geen herinnering', text: 'Er valt niets te stoppen.' },
  reminder: { title: 'Je vroeg me om een herinnering', text: 'Zullen we verdergaan?' },
  'admin-approved': { title: 'Je beheerder heeft geantwoord', text: 'Het is goedgekeurd. Je kunt verder.' },
  'admin-declined': {
    title: 'Je beheerder heeft geantwoord',
    text: 'Het is afgewezen. Overleg met je beheerder wat er wel kan.',
  },
  'looking-on': {
    title: 'Ik blijf kijken',
    text: 'Sommige antwoorden laten op zich wachten. Ik kijk de komende minuten zelf opnieuw en schrijf hier zodra ik ze heb. Je kunt ook zelf opnieuw controleren.',
  },
  'data-kept': {
    title: 'Er is niets verwijderd',
    text: 'Ik heb niets verwijderd.',
  },
  'newer-conversation': {
    title: 'Een nieuwere versie van mij kent dit gesprek',
    text: 'Een nieuwere versie van mij heeft opgeschreven waar we waren, en ik kan dat niet lezen. Er is niets kwijt. Probeer het over een paar minuten opnieuw, of typ “opnieuw beginnen” om zonder dat te beginnen.',
  },
  'no-answer-found': {
    title: 'Ik weet het antwoord niet',
    text: 'Vraag het met andere woorden, of praat met een mens.',
  },
  'glad-it-helped': { title: 'Fijn om te horen', text: 'Kan ik nog iets voor je doen?' },
} as const satisfies Record<string, MessageWords>;

export const states = {
  product: {
    active: 'Actief',
    'trial-ending': 'Proefversie, loopt bijna af',
    expired: 'Verlopen',
    disabled: 'Uitgeschakeld',
    'about-to-be-deleted': 'Wordt binnenkort verwijderd',
    deleted: 'Verwijderd',
    unknown: 'Onbekend',
  },
  subscription: {
    usable: 'Werkt',
    warned: 'Waarschuwing',
    'past-due': 'Betaling te laat',
    disabled: 'Uitgeschakeld',
    deleted: 'Verwijderd',
    unknown: 'Onbekend',
  },
} as const;

export const roles = {
  'global-administrator': 'globale beheerder',
  'billing-administrator': 'factureringsbeheerder',
} as const;

export const change = {
  'subscription-appeared': 'Het Azure-abonnement {name} is nieuw in {tenant}.',
  'subscription-left': 'Het Azure-abonnement {name} zit niet meer in {tenant}.',
  'subscription-moved': 'Het Azure-abonnement {name} is verhuisd van {from} naar {to}.',
  'subscription-state': 'De toestand van het Azure-abonnement {name} is veranderd.',
  'product-appeared': '{name} is nieuw in {tenant}.',
  'product-left': '{name} zit niet meer in {tenant}.',
  'product-state': 'De toestand van {name} is veranderd.',
  'membership-gained': 'Je account staat nu in {tenant}.',
  'role-gained': 'Je hebt nu de rol {name}.',
  'role-lost': 'Je hebt de rol {name} niet meer.',
} as const satisfies Record<Change['kind'], string>;
