/** De pagina's op het eigen adres van de bot: wat hij is, wat hij bewaart en onder welke voorwaarden. */
export const about = {
  'what-it-is': {
    title: 'OneTenant',
    paragraphs: [
      'OneTenant helpt mensen om Microsoft 365 en Azure in één Microsoft Entra-tenant te gebruiken. Hij vraagt wat je hebt en wat je wilt, leest na het aanmelden je rollen en abonnementen, zegt wat je tegenhoudt, loopt de stappen met je door en controleert of het gelukt is.',
      'Je vindt hem in Microsoft Teams of in het chatvenster van je intranet. Hij spreekt Nederlands, Engels en Duits.',
      'Hij leest alleen. Hij verandert niets en koopt niets.',
    ],
  },
  privacy: {
    title: 'Privacy',
    more: 'De organisatie die OneTenant voor je beheert, is verantwoordelijk voor deze gegevens. De helpdesk of de functionaris gegevensbescherming kan je meer vertellen.',
  },
  terms: {
    title: 'Gebruiksvoorwaarden',
    paragraphs: [
      'OneTenant geeft advies op basis van documenten van Microsoft en zegt wanneer die zijn nagekeken. Microsoft kan prijzen, namen en regels altijd wijzigen. Uiteindelijk geldt wat Microsoft je laat zien wanneer je je registreert of iets koopt.',
      'Jij bepaalt wat je met het advies doet, met je eigen account en je eigen rechten.',
      'Typ nooit een wachtwoord of een kaartnummer in de chat. OneTenant vraagt daar niet om.',
      'OneTenant is software onder de MIT-licentie, zonder enige garantie. De organisatie die hem voor je beheert, kan eigen regels voor het gebruik hebben.',
    ],
  },
  language: 'Taal',
};
