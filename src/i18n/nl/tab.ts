export const tab = {
  title: 'Mijn checklist',
  loading: 'Je checklist wordt geladen …',
  steps: 'Je stappen',
  found: 'Wat ik heb gevonden',
  'agree-first': 'Voordat je iets afvinkt: lees in de chat wat er na het verplaatsen niet meer werkt, en ga akkoord.',
  'all-done': 'Je hebt alle stappen afgevinkt. Vraag me in de chat of het gelukt is.',
  'open-chat': 'Open de chat',
  'try-again': 'Probeer opnieuw',
  ticked: 'Gedaan: {step}',
  unticked: 'Weer te doen: {step}',
  updated: 'Je checklist is bijgewerkt.',
  'changed-meanwhile': 'Je checklist is intussen veranderd. Zo staat het er nu voor.',
  'not-saved': 'Je vinkje is niet opgeslagen. Probeer het opnieuw.',
  'not-fresh': 'OneTenant is niet bereikbaar. Je ziet je checklist zoals die was.',
  'no-script': 'De checklist heeft JavaScript nodig.',
  problems: {
    nothing: {
      title: 'Je hebt nog geen checklist',
      text: 'Open de chat en kies wat je wilt doen. Daarna staan je stappen hier.',
    },
    'no-chat': {
      title: 'We hebben nog geen chat',
      text: 'Open de chat en zeg hallo. Kom daarna terug naar dit tabblad.',
    },
    outside: {
      title: 'Open je checklist in Teams',
      text: 'Deze pagina werkt alleen als tabblad van OneTenant in Microsoft Teams.',
    },
    'sign-in': {
      title: 'Teams kon je niet aanmelden',
      text: 'Probeer het opnieuw. Helpt dat niet, open dan de chat en meld je daar aan.',
    },
    refused: {
      title: 'Je aanmelding is niet geaccepteerd',
      text: 'Ik heb niets laten zien. Sluit Teams, open het opnieuw en kom terug naar dit tabblad.',
    },
    tenant: {
      title: 'Ik ben niet ingesteld voor jouw organisatie',
      text: 'Vraag wie mij beheert of die van jou erbij kan.',
    },
    away: {
      title: 'OneTenant is niet bereikbaar',
      text: 'Er is niets kwijt. Ik blijf het vanzelf proberen.',
    },
    missing: {
      title: 'Het tabblad is hier niet geïnstalleerd',
      text: 'Geef het door aan wie deze bot beheert. De chat werkt wel.',
    },
  },
};
