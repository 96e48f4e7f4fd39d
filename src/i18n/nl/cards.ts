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
  'spoken-choices': 'Je kunt kiezen: {choices}',
  welcome: {
    'first-title': 'Hallo, ik ben OneTenant',
    'first-text':
      'Ik ben een chatbot. Ik help je om Microsoft 365 en Azure in één Microsoft Entra-tenant te krijgen. Aanmelden doe je alleen als ik mee mag kijken.',
    'again-title': 'Dit zijn de keuzes',
    'returning-title': 'Welkom terug',
    'after-sign-out-title': 'Je bent afgemeld',
    'after-sign-out-text':
      'Ik lees niets meer voor je. Je kunt nog steeds kiezen en je weer aanmelden wanneer je wilt.',
    question: 'Wat wil je doen? Kies hieronder, of typ het in je eigen woorden.',
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
  'step-up': {
    'title-proof-azure': 'Azure wil een tweede bewijs dat jij het bent',
    'title-proof-graph': 'Microsoft 365 wil een tweede bewijs dat jij het bent',
    'title-sign-in-azure': 'Azure wil dat je je opnieuw aanmeldt',
    'title-sign-in-graph': 'Microsoft 365 wil dat je je opnieuw aanmeldt',
    'title-device-azure': 'Azure laat alleen apparaten toe die je organisatie beheert',
    'title-device-graph': 'Microsoft 365 laat alleen apparaten toe die je organisatie beheert',
    'why-proof':
      'Je organisatie wil dat zien voordat ik daar voor je mag lezen. Het telt alleen in deze chat, hooguit een uur, en ik sla er niets van op.',
    'why-sign-in':
      'Je eerdere aanmelding telt daar niet meer, bijvoorbeeld omdat je wachtwoord is gewijzigd. Als je je hebt aangemeld, kan ik daar voor je lezen. Dat geldt alleen in deze chat, hooguit een uur, en ik sla er niets van op.',
    'why-device':
      'Zit je op zo’n apparaat? Dan laat Microsoft me daar voor je lezen. Dat geldt alleen in deze chat, hooguit een uur, en ik sla er niets van op.',
    'other-account':
      'Iemand meldde zich daar met een ander account aan, dus ik heb niets gelezen. Microsoft vraagt nu welk account je wilt gebruiken.',
    how: 'De knop opent de aanmelding van Microsoft. Meld je aan met {account}, en kom terug: ik ga verder waar we waren.',
    'same-account': 'het account waarmee je hier bent',
    refuse:
      'Laat Microsoft je daar niet door, of wil je het liever niet? Typ “overslaan”, dan ga ik verder met wat ik kon lezen.',
  },
  suggestion: {
    title: 'Dit past bij jouw situatie',
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
  state: {
    ready: 'Klaar voor de start',
    'held-back': 'Nog niet',
    'another-way': 'Kan anders',
    proven: 'In orde',
    'needs-a-look': 'Even nakijken',
  },
  verdict: {
    reading: 'Ik lees je rollen, je producten, je abonnementen …',
    consent: 'Keur de app goed, als beheerder',
    'checks-good': { one: '{count} controle, in orde', other: '{count} controles, alles in orde' },
    'checks-mixed': '{good} van {count} controles in orde',
    notices: 'Goed om te weten: {count}',
    why: 'Waarom is dat zo?',
    'more-blockers': { one: 'Nog {count} ding op te lossen', other: 'Nog {count} dingen op te lossen' },
    already: { 'add-azure': 'Je hebt hier al Azure', 'add-microsoft-365': 'Je hebt hier al Microsoft 365' },
    another: { 'add-azure': 'Nog een nodig?', 'add-microsoft-365': 'Meer licenties nodig?' },
    'azure-stopped': 'Azure zit al in deze tenant. Een nieuw abonnement heb je niet nodig.',
    'both-here-stopped': 'Azure en Microsoft 365 zitten al in één tenant. Je hoeft niets te kopen of te verplaatsen.',
    'comes-here-title': 'Het abonnement komt hierheen',
    'comes-here':
      '{tenant} heeft Microsoft 365. De eigenaar van het abonnement stuurt het verzoek vanuit de andere tenant.',
    'say-agreement':
      'Weet je welke overeenkomst het is? Typ die dan hier: Enterprise Overeenkomst, Microsoft-klantovereenkomst of partner.',
    'look-first': 'Kijk eerst: wat er al is, hoef je niet te kopen.',
    'partner-text': 'Een tekst voor de partner',
    'partner-text-add-azure':
      'Hallo, ons Azure in de tenant {tenant} loopt via jullie. We willen daar graag nog een Azure-abonnement. Kunnen jullie dat aanmaken, en wat kost het?',
    'partner-text-join':
      'Hallo, ons Azure loopt via jullie, en een abonnement van een partner kan niet van map wisselen. We willen Azure graag in de tenant met ons Microsoft 365. Kunnen jullie daar een abonnement aanmaken, en wat is er nodig om daar opnieuw op te bouwen wat in het oude draait?',
    'partner-text-unseen-add-azure':
      'Hallo, ons Azure loopt via jullie. Is er al een Azure-abonnement in de tenant {tenant}? Zo niet, kunnen jullie er een aanmaken, en wat kost het?',
    'partner-text-unseen-join':
      'Hallo, ons Azure loopt via jullie. In welke tenant zit het? We willen het graag in de tenant met ons Microsoft 365, maar een abonnement van een partner kan niet van map wisselen. Kunnen jullie daar een nieuw abonnement aanmaken, en wat is er nodig om daar opnieuw op te bouwen wat in het oude draait?',
    'guest-text': 'Een tekst voor de beheerder van {tenant}',
    'guest-text-add-azure':
      'Hallo, ik ben gast in jullie tenant {tenant} en wil daar graag Azure gebruiken. Wat een gast aanvraagt, komt niet in {tenant} terecht. Kan iemand met een account van {tenant} Azure aanvragen en mij toegang geven? Of kan ik een account van {tenant} krijgen?',
    'guest-text-add-microsoft-365':
      'Hallo, ik ben gast in jullie tenant {tenant} en wil daar graag Microsoft 365. Wat een gast bestelt, komt niet in {tenant} terecht. Heeft {tenant} het al? Zo niet, kan een factureringsbeheerder van {tenant} het bestellen?',
    'guest-text-join':
      'Hallo, ik ben gast in jullie tenant {tenant}. We willen Azure en Microsoft 365 in één tenant, en een gast kan niet zien wat {tenant} heeft. Heeft {tenant} Microsoft 365? Dan kan ons Azure-abonnement daarheen. Ik heb dan de tenant-id nodig en het e-mailadres van de beheerder die het verzoek accepteert.',
    'activate-first': 'Staat er een rol voor je klaar in Privileged Identity Management? Activeer die dan eerst.',
    'right-tenant': 'Is dit de juiste tenant?',
    'sign-in-first': 'Kies in de winkel eerst rechtsboven Aanmelden.',
    'first-step': 'Eerste stap: {title}',
    account: 'Registreer je alleen met {account}.',
    'account-here': 'het account waarmee je hier bent',
    'account-outside-agreement': 'Registreer je alleen met {account} en alleen zonder Enterprise Overeenkomst.',
    'account-pays': 'Jij krijgt de rekening.',
    'role-ends': 'Je rol {role} loopt af op {date}. Rond alle stappen vóór die dag af.',
    'trial-ends': 'Niets betalen voor {product}? Zet terugkerende facturering uit vóór {date}.',
    'deadline-on': 'Beslis vóór {date} over {what}. Zie Goed om te weten.',
    deadline: '{what} vraagt aandacht. Zie Goed om te weten.',
    'read-at': 'Gecontroleerd op {date}',
    more: { one: 'en nog {count}', other: 'en nog {count}' },
    'way-out': 'Wat je kunt doen: {text}',
  },
  status: {
    details: 'Alle details en id’s',
    'and-more': { one: '{name} en nog {count}', other: '{name} en nog {count}' },
    free: { one: '{count} gratis product, niet meegeteld', other: '{count} gratis producten, niet meegeteld' },
    'next-step': 'Volgende stap: {step}',
    findings: 'Wat dit betekent',
    'free-title': 'Gratis producten, niet meegeteld',
    unread: 'Niet te lezen: {parts}.',
    rest: 'Toon de rest: {count}',
    title: 'Je status',
    tenant: 'Tenant',
    'tenant-id': 'Tenant-id',
    'initial-domain': 'Eerste domein',
    roles: 'Rollen',
    'no-roles': 'Ik zie geen rol die je hebt of kunt activeren.',
    'role-active': 'Actief',
    'role-through-group': 'Actief via de groep {group}',
    'role-eligible': 'Kun je activeren',
    'role-until': 'Tot {date}',
    products: 'Microsoft 365-producten',
    'unknown-product': 'Een product dat ik niet ken ({part})',
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
    account: 'Gebruik dit account: {account}',
    address: 'Het adres, om naar een ander venster te kopiëren:',
    'add-subscription':
      'Je hebt hier al Azure, dus kies niet voor de gratis pagina. Open Abonnementen in de Azure-portal en kies Toevoegen: daar kies je het factureringsaccount dat betaalt.',
    notes: 'Goed om te weten',
    title: 'Jouw stappen: {scenario}',
    'unchecked-title': 'Algemene stappen: {scenario}',
    unchecked: 'Deze stappen heb ik niet voor jou gecontroleerd.',
    progress: 'Stap {step} van {total}',
    done: 'Gedaan',
    todo: 'Nog te doen',
    current: 'Nu',
    'all-done': 'Je hebt alle stappen afgevinkt. Zal ik kijken of het gelukt is?',
    counted: { one: '{count} van {total} stappen gedaan', other: '{count} van {total} stappen gedaan' },
  },
  join: {
    title: 'Voordat je {subscription} verplaatst',
    moves: '{subscription} gaat van {source} naar {target}.',
    'moves-each': '{subscription} kunnen van {source} naar {target}, elk met een eigen verzoek.',
    'moves-perhaps':
      'Ik kan niet zien of {source} Microsoft 365 heeft. Zo ja, dan verhuist er niets. Zo nee, dan gaat {subscription} naar {target}.',
    'moves-where': 'Ik kan niet zien welke dat is: je zit ook in {tenants}.',
    'moves-from-unseen':
      'Ik kon niet zien waar je Azure-abonnement in zit. Zit het al in {target}, dan verhuist er niets. Zo niet, dan gaat het daarheen.',
    'in-short': 'Iedereen verliest de toegang totdat die opnieuw is ingesteld, en dat is niet zomaar terug te draaien.',
    'in-short-each':
      'Wat verhuist, is voor niemand meer toegankelijk totdat de toegang opnieuw is ingesteld, en dat is niet zomaar terug te draaien.',
    'in-short-perhaps':
      'Bij verhuizing verliest iedereen de toegang totdat die opnieuw is ingesteld. Dat is niet zomaar terug te draaien.',
    changes: 'Wat er verandert: {count}',
    confirm: 'Kan iedereen zonder toegang tot die is teruggezet, en weet je hoe je dat doet?',
    'accept-title': 'Voordat hier een abonnement wordt geaccepteerd',
    'accept-moves':
      'Stuurt de eigenaar een verzoek en wordt dat hier geaccepteerd, dan gaat een abonnement naar {target}.',
    'accept-confirm': 'Verwacht je een abonnement, en weet de eigenaar hoe die de toegang terugzet?',
  },
  proof: {
    'proven-title': 'Het is gelukt',
    'proven-text': 'Ik heb opnieuw gekeken: het staat er.',
    'not-visible-yet-title': 'Nog niet te zien',
    'not-visible-yet-text': {
      one: 'Ik zie nog niets nieuws. Dat is normaal: het kan minuten of zelfs uren duren. Controleer over ongeveer {count} minuut opnieuw.',
      other:
        'Ik zie nog niets nieuws. Dat is normaal: het kan minuten of zelfs uren duren. Controleer over ongeveer {count} minuten opnieuw.',
    },
    'not-accepted-yet-title': 'Nog in de oude tenant',
    'not-accepted-yet-text': {
      one: '{subscription} staat in {where}, totdat een beheerder van de andere tenant het verzoek accepteert. Al gebeurd? Controleer over ongeveer {count} minuut opnieuw.',
      other:
        '{subscription} staat in {where}, totdat een beheerder van de andere tenant het verzoek accepteert. Al gebeurd? Controleer over ongeveer {count} minuten opnieuw.',
    },
    'left-old-tenant-title': 'Het is weg uit de oude tenant',
    'left-old-tenant-text':
      'Ik zie {subscription} niet meer in {where}. Meld je aan met een account van de nieuwe tenant.',
    'wrong-tenant-title': 'Het is in een andere tenant beland',
    'wrong-tenant-text': 'Het staat in {where}, niet in {expected}. Doe niets meer voordat je weet wat je wilt.',
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
    'as-text': 'Als tekst, om te kopiëren',
  },
  help: {
    title: 'Wat ik voor je kan doen',
    paragraphs: [
      'Kies een route met de knoppen, of typ in je eigen woorden wat je wilt.',
      'Je kunt altijd typen: status, opnieuw controleren, stappen, terug, herhaal, annuleren, opnieuw beginnen, afmelden.',
      'Typ de naam van een taal om te wisselen: {languages}. Typ “mens” om met een mens te praten.',
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
    text: 'Sorry, dat begrijp ik niet. Gebruik een van de knoppen, of praat met een mens.',
  },
  resume: {
    title: 'Verdergaan waar je was gebleven?',
    text: 'Je was bezig met: {scenario}.',
    'text-with-step': 'Je was bezig met: {scenario}. Nu komt: {step}.',
  },
  'admin-request': {
    title: 'Een tekst voor je beheerder',
    text: 'Kopieer dit en stuur het naar je beheerder.',
    label: 'Tekst om te sturen',
    'message-add-azure':
      'Hallo, ik wil Azure gaan gebruiken met mijn Microsoft 365-account in {tenant}. Er zit iets in de weg dat alleen een beheerder kan oplossen. Kun je me helpen? Bijzonderheden: {reason}',
    'message-add-microsoft-365':
      'Hallo, we willen Microsoft 365 bestellen in onze tenant {tenant}. Daar is de rol globale beheerder of factureringsbeheerder voor nodig. Kun je mij factureringsbeheerder maken, of het zelf bestellen? Bijzonderheden: {reason}',
    'message-billing-role':
      'Hallo, ik wil graag Microsoft 365 bestellen in onze tenant {tenant}. Met een Microsoft-klantovereenkomst is daar ook een rol op het factureringsaccount voor nodig. Kun je mij daar eigenaar of inzender van maken, bij Facturering, Factureringsaccounts, of het zelf bestellen?',
    'billing-role-too':
      'Hebben we een Microsoft-klantovereenkomst, dan is er ook een rol op het factureringsaccount nodig: eigenaar of inzender.',
    'look-first':
      'Ik kon niet zien of onze tenant het al heeft: kijk dat alsjeblieft eerst na, bij Facturering, Uw producten.',
    'message-join':
      'Hallo, we willen een Azure-abonnement verplaatsen van {tenant} naar de tenant met Microsoft 365. Een eigenaar van het abonnement stuurt het verzoek en een beheerder van de tenant met Microsoft 365 accepteert het. Kun je me helpen? Bijzonderheden: {reason}',
    'message-join-owner':
      'Hallo, ik wil het Azure-abonnement {subscription} verplaatsen van {tenant} naar de tenant met Microsoft 365. Daarvoor heb ik de rol Eigenaar op dat abonnement nodig, zonder voorwaarde. Kun je me die geven, of zelf het verzoek sturen in de Azure-portal? Bijzonderheden: {reason}',
    link: 'Open deze pagina en meld je aan: {url}',
    code: 'Typ in een chat met OneTenant: verzoek {code}',
    expires: 'Het verzoek kan één keer worden beantwoord, tot {date}.',
  },
  answer: {
    helped: 'Heb je hier iets aan?',
    'see-also': 'Zie ook',
    'old-name': '“{was}” heet nu {now}. {explanation}',
    inferred: 'Onze conclusie: we vonden geen Microsoft-pagina die dit zegt.',
    'only-in': 'Dit antwoord heb ik alleen in het {language}.',
    fit: {
      yes: 'Uit wat ik over je las, blijkt dat dit over jouw situatie gaat.',
      no: 'Uit wat ik over je las, blijkt dat dit waarschijnlijk niet jouw situatie is.',
      'cannot-tell': 'Ik kon niet lezen of dit jouw situatie is.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Bedoel je een van deze?',
    'perhaps-text': 'Ik weet niet zeker wat je bedoelt. Kies er een, of zeg het anders.',
    'others-title': 'Misschien helpt een van deze',
    'others-text': 'Deze antwoorden leken ook op je vraag.',
  },
  'accept-request': {
    title: 'Vraag het aan wie accepteert',
    text: 'Een beheerder van de tenant met Microsoft 365 accepteert het abonnement. Vul de id van die tenant in, dan maak ik een tekst voor die persoon. Laat die me weten dat het geaccepteerd is, dan hoor je het en kijk ik.',
    tenant: 'Tenant-id van de tenant met Microsoft 365',
    link: 'Link uit Azure Portal (niet verplicht)',
    where: 'Heb je het verzoek in Azure Portal gestuurd? Dan staat de link op de bevestigingspagina.',
    make: 'Maak de tekst',
    refused: {
      'tenant-missing':
        'De tenant-id ontbreekt. De beheerder vindt hem in het Microsoft Entra-beheercentrum, onder Overzicht.',
      'tenant-malformed':
        'Dat is geen tenant-id. Die heeft 32 letters en cijfers in vijf groepen, met streepjes ertussen.',
      'own-tenant': 'Dat is de tenant waar het abonnement nu in zit. Vul de id in van de tenant met Microsoft 365.',
      'link-refused':
        'Ik neem alleen links aan die met https:// beginnen en naar Azure Portal gaan, zoals https://portal.azure.com. Kopieer de link opnieuw of laat hem leeg.',
    },
    'ready-title': 'Een tekst voor wie accepteert',
    'ready-text': 'Kopieer dit en stuur het op. Vergelijk de tenant-id nog een keer: {tenant}.',
    unknown: 'Microsoft zegt niet hoe lang zijn eigen verzoek openstaat. Wacht er dus niet mee.',
    message:
      'Hallo, we willen een Azure-abonnement verplaatsen van {source} naar jullie tenant met de id {target}. Kun je het daar als beheerder accepteren?',
    'message-link': 'Accepteer het in Azure Portal: {url}',
    'message-without-link': 'De link om te accepteren stuur ik je apart.',
    'message-yours':
      'Wat daarna komt, zit in jullie tenant. Dat kun alleen jij doen. Ik stuur je de lijst van wat er was ingesteld.',
    'message-then': 'Laat OneTenant daarna weten dat je het geaccepteerd hebt. Dan hoor ik het.',
  },
  'accept-answer': {
    title: 'Iemand vraagt je een abonnement te accepteren',
    text: '{name} vraagt jou, als beheerder van {tenant}, daar een Azure-abonnement te accepteren.',
    'with-link': 'Open Azure Portal en lees wat er staat. Accepteer alleen als je dit abonnement verwacht.',
    'without-link': 'De aanvrager heeft de link om te accepteren. Accepteer alleen als je dit abonnement verwacht.',
    'role-uncertain': 'Microsoft zegt niet of jouw rol genoeg is. Azure Portal zegt of je mag accepteren.',
    'what-it-means': 'Hier accepteer je niets. Met je antwoord kan ik het de aanvrager laten weten.',
    open: 'Open Azure Portal',
    accepted: 'Ik heb het geaccepteerd',
    'not-accepted': 'Ik accepteer het niet',
    'told-accepted': 'Een beheerder van de andere tenant heeft op {date} gezegd dat het abonnement geaccepteerd is.',
    'told-declined':
      'Een beheerder van de andere tenant zegt het abonnement niet te accepteren. Het blijft waar het is.',
  },
  'admin-answer': {
    title: 'Iemand vraagt je hulp',
    text: '{name} vraagt jou, als beheerder van {tenant}, om dit: {scenario}.',
    'text-to-owner':
      '{name} van {tenant} vraagt jou, als eigenaar van het Azure-abonnement, om hulp bij: {scenario}. Doe de stap in de portal, of maak diegene daar eigenaar.',
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
      'other-target':
        'Dit verzoek is voor de tenant met de id {target}, en je bent aangemeld bij {tenant}. Er is niets veranderd. Meld je af en open het verzoek opnieuw met een account van die tenant.',
      'no-role-to-accept':
        'Je hebt hier geen actieve beheerdersrol. Activeer er een en controleer opnieuw, of geef het verzoek door aan een beheerder.',
      'already-answered': 'Dit verzoek is al beantwoord.',
      'not-approved': 'Dit verzoek is niet goedgekeurd.',
      'not-the-requester': 'Dit verzoek is van iemand anders.',
    },
  },
  reminder: {
    title: 'Ik kom erop terug',
    'on-day': 'Ik herinner je eraan op {date}, rond deze tijd.',
    'no-other-hour': 'Een ander tijdstip kan ik niet instellen.',
    'when-visible': 'Ik blijf kijken en meld het zodra het er is. Ik stop op {date}.',
    stop: 'Typ “stop met herinneren” om dit te beëindigen.',
  },
  'delete-my-data': {
    title: 'Verwijderen wat ik van dit gesprek bewaar?',
    text: 'Dit is niet terug te draaien. In Microsoft 365 en Azure verandert er niets.',
    'goes-title': 'Wat ik verwijder',
    goes: [
      'Je voortgang: je route, je vinkjes en de laatste twee controles met namen, rollen en abonnementen.',
      'Je taal en tijdzone, je herinneringen, welke tickets ik hier ken en de verzoeken aan beheerders die je hier hebt gedaan.',
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
      'Niet alles kon worden verwijderd. Probeer het later opnieuw; lukt het dan nog niet, geef dit kenmerk dan aan je helpdesk: {reference}.',
  },
  notice: { reference: 'Kenmerk: {reference}' },
  topic: {
    'read-more': 'Meer lezen',
    'support-text': {
      none: 'Wij hebben een Enterprise Overeenkomst en willen Azure en Microsoft 365 in één tenant. Wie kan dat voor ons regelen, en in welke tenant?',
      'add-azure':
        'Wij hebben een Enterprise Overeenkomst en willen een Azure-abonnement in de tenant {tenant}. Wie maakt het aan, en met welk account?',
      'add-microsoft-365':
        'Wij hebben een Enterprise Overeenkomst en willen Microsoft 365 in de tenant {tenant}. Wie bestelt de licenties, en wie activeert de eerste bestelling?',
      join: 'Wij hebben een Enterprise Overeenkomst en willen een Azure-abonnement verplaatsen naar de tenant met ons Microsoft 365. We hebben in de tenant {tenant} gekeken. Wie mag het verplaatsen, en wat moeten we voorbereiden?',
    },
  },
} as const;

export const why = {
  'step-up':
    'Je organisatie heeft een beleid dat hiervoor meer wil dan een wachtwoord. Zonder dat laat Microsoft daar niemand lezen, ook mij niet.',
  scenario:
    'De richting bepaalt welke regels gelden. De ene kant op heb je een beheerdersrol nodig, de andere kant op niet.',
  'sign-in':
    'Pas als je je aanmeldt, kan ik je rollen en abonnementen zien. Zonder aanmelding kan ik je de algemene stappen geven.',
  agreement:
    'Met een Enterprise Overeenkomst of via een partner is de gewone registratie niet voor jou. Ik kan overeenkomsten niet altijd uit elkaar houden.',
  'confirm-join':
    'Bij het verplaatsen verliest iedereen zijn toegang, en dat is niet zomaar terug te draaien. Ik wil dat je dat weet voordat je begint.',
  suggestion: 'Ik heb gekeken wat er in je tenant zit. Jij weet het best wat je wilt, dus ik vraag het.',
  language: 'Ik leid je taal af uit de chat-app, en dat kan verkeerd zijn.',
  'talk-to-person':
    'Ik kan meesturen wat ik weet, zodat je het niet twee keer hoeft te vertellen. Daarom vraag ik het eerst.',
} as const;
