export const deskNotes = {
  'taken-up': 'De aanvrager is hiermee bezig met OneTenant. Onderwerp: {scenario}.',
  'taken-up-open': 'De aanvrager is hiermee bezig met OneTenant, dat eerst vraagt waar het over gaat.',
  progress: 'OneTenant, hoe ver het is:',
  'status-shown': 'OneTenant liet de aanvrager de status zien: tenant, rollen, producten en abonnementen.',
  solved: 'OneTenant heeft gezien dat dit klaar is:',
  declined: 'De aanvrager wil hier geen hulp van OneTenant bij.',
  'person-answered': 'De aanvrager antwoordt in de chat:',
  reached: 'OneTenant heeft de aanvrager in Microsoft Teams over dit ticket geschreven.',
  link: 'OneTenant kan de aanvrager niet in Microsoft Teams schrijven. Het antwoord met de link staat in dit ticket voor hen klaar. Stuur het door als deze helpdesk dat niet vanzelf doet. De link werkt één keer, zeven dagen lang.',
  'link-reply':
    'OneTenant kan je hier meteen bij helpen: {link} Meld je daar aan met je werkaccount. De link werkt één keer, zeven dagen lang.',
  unreachable: 'OneTenant kan de aanvrager niet bereiken.',
  page: 'Meer: {link}',
  'to-do': {
    nothing: 'Voor jou: niets.',
    answer: 'Voor jou: geef de aanvrager antwoord.',
    decide: 'Voor jou: beslis wie ermee verdergaat.',
  },
  verdict: {
    ready: 'De aanvrager kan beginnen.',
    'held-back': 'Er staat iets in de weg.',
    unsure: 'OneTenant kon niet alles zien.',
    'already-done': 'Azure en Microsoft 365 zitten al in één tenant.',
    'out-of-scope': 'OneTenant heeft hier geen route voor.',
  },
  waited: {
    'no-reaction': {
      one: 'De aanvrager heeft {count} dag niet gereageerd.',
      other: 'De aanvrager heeft {count} dagen niet gereageerd.',
    },
    'left-off': {
      one: 'De aanvrager is begonnen, en {count} dag niet verdergegaan.',
      other: 'De aanvrager is begonnen, en {count} dagen niet verdergegaan.',
    },
    'already-done': {
      one: 'OneTenant liet de aanvrager zien dat beide al in één tenant staan. Daarna kwam er {count} dag geen reactie.',
      other:
        'OneTenant liet de aanvrager zien dat beide al in één tenant staan. Daarna kwam er {count} dagen geen reactie.',
    },
    status: {
      one: 'OneTenant liet de aanvrager de status zien. Daarna kwam er {count} dag geen reactie.',
      other: 'OneTenant liet de aanvrager de status zien. Daarna kwam er {count} dagen geen reactie.',
    },
  },
  'state-refused': {
    solved: 'OneTenant kon dit ticket niet op opgelost zetten. Sluit het zelf af.',
    open: 'OneTenant kon dit ticket niet op open zetten. Zet het zelf open.',
    words: 'De helpdesk zei: {words}',
  },
  transcript: 'De aanvrager vindt het goed dat je het gesprek leest:',
  'needs-human': {
    asked: 'De aanvrager vraagt om een collega.',
    'beyond-the-bot': 'OneTenant kan hier niet bij helpen.',
    'not-proven': 'Het resultaat was niet te zien, hoe vaak OneTenant ook keek.',
    'other-person':
      'Iemand anders dan de aanvrager heeft zich aangemeld. OneTenant heeft daarom niets van dit ticket laten zien.',
  },
  unrouted: {
    'nobody-named':
      'OneTenant heeft niemand geschreven: in het ticket staat geen Entra-object-id en geen gebruikersnaam van de aanvrager.',
    'foreign-tenant': 'OneTenant heeft niemand geschreven: de aanvrager hoort niet bij de tenant van deze helpdesk.',
    'foreign-domain':
      'OneTenant heeft niemand geschreven: de gebruikersnaam hoort niet bij een domein van deze helpdesk.',
    'unknown-person': 'OneTenant heeft niemand geschreven: de tenant kent de aanvrager van dit ticket niet.',
    'cannot-tell': 'OneTenant heeft niemand geschreven: er was niet op te zoeken wie de aanvrager van dit ticket is.',
  },
};
