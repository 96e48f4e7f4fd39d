import type { Words } from '../words.ts';

export const tickets: Words['tickets'] = {
  name: 'Ticket {number} bij {desk}',
  'name-without-number': 'Ticket bij {desk}, dat nog geen nummer heeft',
  arrived: {
    title: 'Ik heb je ticket gekregen',
    text: 'Misschien kan ik het meteen samen met je oplossen. Ik kijk pas nadat je je hebt aangemeld, en met jouw eigen rechten.',
    'desk-sees':
      'Wat {desk} in het ticket ziet: dat je begonnen bent, wat ik over de route vond, welke stappen je afvinkte en of het gelukt is. Namen van mensen en wat je hier typt blijven hier, tenzij je het goedvindt.',
    start: 'Nu beginnen',
  },
  'from-link':
    'Je helpdesk stuurde je hierheen voor een ticket. Ik laat het zien zodra ik zie dat het voor het account is waarmee je je aanmeldt.',
  opened: 'Dit gaat over: {ticket}.',
  'put-off': 'Dat is goed, het ticket blijft open. Typ “mijn tickets” als je ermee verder wilt.',
  declined: 'Ik heb {desk} laten weten dat een collega ticket {number} moet overnemen.',
  left: '{ticket} blijft zoals het is. Typ “mijn tickets” om ernaar terug te gaan.',
  waits:
    '{ticket} staat nog open. Als je niets doet, geef ik het op {date} terug aan de helpdesk. Typ “mijn tickets” om verder te gaan.',
  'handed-back':
    'Ik heb {ticket} teruggegeven aan de helpdesk, omdat er hier niets gebeurde. Een collega kijkt er nu naar.',
  withdrawn: '{ticket} is door de helpdesk gesloten. Je hoeft er niets meer voor te doen.',
  'back-outside': 'We gaan verder met wat je naast je tickets aan het doen was.',
  mine: {
    title: 'Je tickets',
    none: 'Ik ken in deze chat geen ticket van jou. Als een helpdesk mij er een doorgeeft, schrijf ik je hier.',
    text: { one: 'Ik ken {count} ticket in deze chat.', other: 'Ik ken {count} tickets in deze chat.' },
    here: 'Hier zijn we nu mee bezig.',
  },
  standing: {
    offered: 'Je bent er nog niet mee begonnen.',
    'put-off': 'Je hebt het uitgesteld.',
    open: 'Je bent ermee begonnen.',
    declined: 'Je wilde mijn hulp er niet bij.',
    solved: 'Ik heb gezien dat het is opgelost.',
    'on-its-way': 'Ik stuur je vraag naar de helpdesk.',
    late: 'Je vraag is nog niet aangekomen: de helpdesk is niet bereikbaar. Ik blijf het proberen.',
    refused: 'Je vraag is nog niet aangekomen: de helpdesk heeft hem niet aangenomen. Ik blijf het proberen.',
    failed: 'Je vraag is niet aangekomen. Typ “iemand spreken” om hem opnieuw te sturen.',
    gone: 'De helpdesk kent dit ticket niet meer. Vraag het de helpdesk, of typ “iemand spreken”.',
    'with-human': 'Een collega van de helpdesk heeft het.',
    withdrawn: 'De helpdesk heeft het gesloten.',
  },
  notice: {
    gone: {
      title: 'Dat ticket staat niet meer open',
      text: 'De helpdesk heeft het gesloten, of het is te oud. Heb je nog hulp nodig, kies dan wat je wilt doen of vraag het je helpdesk.',
    },
    'other-person': {
      title: 'Dat ticket is niet voor dit account',
      text: 'Ik kan een ticket alleen laten zien aan degene voor wie het is. Heb je nog een account, meld je dan af, meld je daarmee aan en open de link opnieuw. Vraag het anders je helpdesk.',
    },
    'link-spent': {
      title: 'Deze link werkt niet meer',
      text: 'Een link naar een ticket werkt één keer, in één venster, zeven dagen lang. Was hij van jou, ga dan verder in het venster waarin je hem het eerst opende, of vraag je helpdesk om een nieuwe. Ik kan je ook zonder helpen.',
    },
    unknown: {
      title: 'Dat ticket ken ik niet',
      text: 'Ik ken in deze chat geen ticket van jou met dat nummer. Typ “mijn tickets” om te zien welke ik ken.',
    },
  },
  'hand-over': {
    title: 'Zal ik dit naar {desk} sturen?',
    text: 'Ik verstuur niets voordat je een knop kiest. Wat je schrijft gaat woordelijk mee; de rest in de taal van de helpdesk.',
    'nothing-known': 'Dat je een mens wilt spreken. Meer weet ik nog niet.',
    asked: 'Je vraag',
    'asked-hint': 'Wat wil je weten, of wat moet een collega doen?',
    'known-title': 'Een collega krijgt ook dit:',
    known: { answer: 'Laatst getoonde antwoord', person: 'Persoon', tenant: 'Tenant', 'so-far': 'Tot nu toe' },
    nobody:
      'Je bent niet aangemeld, dus de collega ziet niet wie je bent. Wil je dat die jou schrijft, zet er dan bij hoe.',
    contact: 'Je kunt ook zelf bij deze mensen terecht:',
    'course-title': 'Dit kun je ook meesturen',
    'course-text': 'Een samenvatting van onze chat. Wat je typte staat er niet in, want dat bewaar ik niet.',
    send: 'Stuur het',
    'send-with-course': 'Stuur met samenvatting',
    'do-not': 'Stuur het niet',
    'on-its-way': 'Ik stuur dit naar {desk}. Ik meld het hier zodra het is aangekomen.',
    late: '{desk} is nu niet bereikbaar. Ik blijf het proberen en meld het hier zodra je vraag is aangekomen.',
    refused:
      '{desk} heeft je vraag niet aangenomen. Ik blijf het drie dagen proberen, en laat je hier weten wanneer hij is aangekomen.',
    arrived:
      'Je vraag is aangekomen: {ticket}. Als een collega antwoordt en de helpdesk dat kan doorgeven, zie je het antwoord hier.',
    failed: 'Je vraag is niet aangekomen: {desk} heeft die niet aangenomen.',
    'not-sent-yet': 'Ik heb het nog niet verstuurd. Kies “Stuur het”, dan krijgt een collega het.',
    'not-sent': 'Ik heb niets gestuurd.',
    'already-there': '{desk} heeft dit ticket al. Gebruik “Antwoorden” bij “mijn tickets” om meer te vertellen.',
  },
  answers: {
    title: '{desk} antwoordt',
    'not-me':
      'Dit schreef een collega, niet ik. Ik laat het woord voor woord zien; links erin werken hier met opzet niet.',
  },
  'answer-back': {
    ask: 'Typ je antwoord aan {desk}. Ik laat het je zien voordat ik het stuur. Typ “annuleren” om niets te sturen.',
    title: 'Dit naar {desk} sturen?',
    'do-not': 'Niet sturen',
    sent: 'Ik heb het naar {desk} gestuurd.',
    'not-sent': 'Ik heb niets gestuurd.',
    'not-now': 'Er is nu geen collega met dat ticket bezig, dus er is niemand om te antwoorden.',
  },
  handoff: {
    accepted: 'Een collega heeft je vraag opgepakt.',
    failed: 'Niemand kan je vraag nu oppakken. Wat je stuurde blijft bij de helpdesk; ik kan hier met je verder.',
    completed: 'De collega is klaar. Ik ben er weer.',
  },
  course: {
    'choose-scenario': 'De bot vroeg wat de persoon wil doen.',
    'explain-sign-in': 'De bot legde uit waarom aanmelden helpt.',
    'sign-in': 'De bot vroeg om aan te melden.',
    'step-up': 'De bot vroeg om een tweede bewijs wie de persoon is, dat diens organisatie wil.',
    check: 'De bot keek naar rollen, producten en abonnementen.',
    agreement: 'De bot vroeg naar de overeenkomst met Microsoft.',
    verdict: 'De bot vertelde wat hij vond.',
    status: 'De bot liet de status zien.',
    suggestion: 'De bot stelde een route voor.',
    'join-confirmation': 'De bot vertelde wat er verandert bij het verplaatsen van een abonnement.',
    steps: 'De bot liet de stappen zien.',
    proof: 'De bot keek of het gelukt was.',
    'admin-request': 'De bot liet een verzoek aan een beheerder zien.',
    ticket: 'De bot opende het ticket.',
    resume: 'De bot bood aan om verder te gaan.',
    looked: {
      one: 'De bot keek {count} keer en zag het resultaat nog niet.',
      other: 'De bot keek {count} keer en zag het resultaat nog niet.',
    },
  },
};
