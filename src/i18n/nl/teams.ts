export const teams = {
  name: {
    short: 'OneTenant',
    full: 'OneTenant: Microsoft 365 en Azure in één tenant',
  },
  description: {
    short: 'Laat Microsoft 365 en Azure samenwerken in één Microsoft Entra-tenant',
    full: 'OneTenant helpt je om Microsoft 365 en Azure in één Microsoft Entra-tenant te gebruiken. Het vraagt wat je wilt bereiken, leest met jouw eigen rechten je rollen, producten en abonnementen, zegt wat er in de weg zit, loopt de stappen met je door en kijkt daarna of het gelukt is en in welke tenant. Zelf verandert het niets. In een groepsgesprek of kanaal biedt het alleen een privégesprek aan, omdat het over jou gaat.',
  },
  commands: {
    'add-azure': {
      title: 'Microsoft 365 naar Azure',
      description: 'Ik heb Microsoft 365 en wil Azure in dezelfde tenant',
    },
    'add-microsoft-365': {
      title: 'Azure naar Microsoft 365',
      description: 'Ik heb Azure en wil Microsoft 365 in dezelfde tenant',
    },
    join: {
      title: 'Ik heb allebei',
      description: 'Ik kocht ze apart en wil ze in één tenant',
    },
    'show-status': {
      title: 'Toon mijn status',
      description: 'Mijn tenant, rollen, producten en abonnementen',
    },
    'not-sure': {
      title: 'Weet niet',
      description: 'Kijk voor mij en stel voor wat bij mij past',
    },
    help: {
      title: 'Hulp',
      description: 'Wat je hier kunt doen',
    },
    language: {
      title: 'Taal',
      description: 'Kies een andere taal',
    },
    'talk-to-person': {
      title: 'Praat met een mens',
      description: 'Neem mee wat we weten naar iemand die kan helpen',
    },
    'sign-out': {
      title: 'Afmelden',
      description: 'Vergeet mijn aanmelding en wat er gelezen is',
    },
  },
  'in-group': {
    help: {
      title: 'Hulp',
      description: 'Open een privégesprek met OneTenant',
    },
  },
  'message-box': {
    search: {
      title: 'Zoek een antwoord',
      description: 'Zoek in de antwoorden over Microsoft 365 en Azure in één tenant, en stuur er een',
      parameter: { title: 'Vraag', description: 'Wat wil je weten?' },
    },
    checklist: {
      title: 'Stuur mijn checklist',
      description: 'Stuur je stappen met je vinkjes naar een collega',
    },
    request: {
      title: 'Vraag mijn beheerder',
      description: 'Maak een verzoek dat alleen een beheerder van jouw tenant kan beantwoorden',
    },
  },
} as const;
