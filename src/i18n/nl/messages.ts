import type { MessageWords } from '../shape.ts';

export const message = {
  'something-went-wrong': {
    title: 'Dat is niet gelukt',
    text: 'Er ging iets mis aan mijn kant. Er is niets kwijt. Probeer het nog eens; lukt het dan nog niet, geef het kenmerk dan aan je helpdesk.',
  },
  'expired-button': { title: 'Die knop werkt niet meer', text: 'Het gesprek is verder gegaan. {standing}' },
  'foreign-button': {
    text: 'Hij hoort bij het gesprek van iemand anders. Er is niets gebeurd.',
  },
  'already-done': { text: 'Je hebt deze knop al gebruikt, dus er is nu niets gebeurd.' },
  'unknown-button': { title: 'Die knop ken ik niet', text: 'Er is niets gebeurd. {standing}' },
  'not-understood': { text: 'Gebruik een van de knoppen, of zeg het anders.' },
  'empty-text': { text: 'Typ wat je wilt, of gebruik een van de knoppen.' },
  'too-long': { text: 'Ik lees alleen korte berichten. Zeg het in één of twee zinnen.' },
  'text-only': { text: 'Bestanden of plaatjes kan ik niet bekijken. Typ wat je wilt.' },
  'sign-in-cancelled': {
    title: 'Je hebt je niet aangemeld',
    text: 'Dat is prima. Je kunt zonder verder, of je later aanmelden.',
  },
  'sign-in-timed-out': {
    text: 'De link is voor de veiligheid verlopen. Ik kan je een nieuwe geven.',
  },
  'sign-in-needed': {
    text: 'Je aanmelding is verlopen. Daarna ga je verder waar je was gebleven.',
  },
  'step-up-without': { text: 'Ik ga verder met wat ik kon lezen.' },
  'step-up-failed': {
    text: 'Ik mocht van Microsoft niet alles lezen, dus er ontbreekt een deel. Je IT-afdeling ziet de reden in de aanmeldingslogboeken van Microsoft Entra: die kan je apparaat gaan beheren, of aanpassen voor wie het beleid geldt.',
  },
  'step-up-other-account': {
    text: 'Dat was weer een ander account, dus daarmee heb ik niets gelezen. Ik ga verder met wat ik kon lezen.',
  },
  'step-up-reading': { text: 'Ik lees nu wat Microsoft me laat zien. Een ogenblik.' },
  'wrong-code': {
    title: 'Die code klopt niet',
    text: 'Typ de zes cijfers uit het aanmeldvenster, of meld je opnieuw aan.',
  },
  'too-many-codes': { text: 'Voor de veiligheid begin ik opnieuw met aanmelden.' },
  'waiting-for-sign-in': {
    title: 'Het aanmelden staat nog open',
    text: 'Gebruik de knop Aanmelden, of ga verder zonder.',
  },
  'other-person': {
    text: 'Ik ben vergeten wat ik eerder las en begin met dit account.',
  },
  'tenant-not-allowed': {
    title: 'Deze organisatie kan ik niet helpen',
    text: 'Je hebt je aangemeld bij een tenant waar ik niets voor mag doen. Meld je aan met een ander account.',
  },
  'foreign-token': { title: 'Deze aanmelding is niet voor mij', text: 'Meld je af en meld je hier opnieuw aan.' },
  'nothing-to-check': { text: 'Kies eerst wat je wilt doen.' },
  'no-role-needed': { text: 'Een rol van een beheerder heb je hier niet nodig.' },
  'nothing-to-go-back-to': { text: 'Verder terug kan niet. Kies wat je wilt doen.' },
  cancelled: { text: 'Ik ben gestopt.' },
  'cancelled-with-ticks': { text: 'Ik ben gestopt. Je vinkjes blijven bewaard.' },
  'started-over': { text: 'Ik heb je stappen gewist.' },
  'language-set': { text: 'Ik ga verder in het Nederlands.' },
  hello: { text: 'Hallo.' },
  thanks: { title: 'Graag gedaan', text: 'Kan ik nog iets voor je doen?' },
  goodbye: { title: 'Tot ziens', text: 'Ik onthoud waar je was. Je kunt later verder.' },
  wait: { title: 'Neem de tijd', text: 'Hier loopt niets af. Ik onthoud waar je bent.' },
  'who-are-you': {
    title: 'Ik ben OneTenant, een chatbot',
    text: 'Ik ben geen mens. Ik help met Microsoft 365 en Azure in één tenant. Je kunt altijd met een mens praten.',
  },
  'not-that': { text: 'Goed, dan doe ik dat niet.' },
  frustration: {
    title: 'Dit helpt je niet',
    text: 'Ik merk dat je hier niet verder mee komt. Een medewerker kan je wel helpen. Je kunt me ook in één zin zeggen wat je wilt doen.',
  },
  'off-topic': {
    title: 'Daar ga ik niet over',
    text: 'Ik weet alleen iets van Microsoft 365 en Azure in één tenant: aanmelden, accounts, rollen, abonnementen en rekeningen. Zal ik het aan een medewerker vragen?',
  },
  'entra-code': { title: 'AADSTS{code}', text: '{meaning} {wayOut}' },
  'no-answer': {
    title: 'Daar heb ik geen antwoord op',
    text: 'Zal ik het aan een medewerker vragen? Je kunt het ook anders proberen te zeggen.',
  },
  'sign-in-by-button': {
    title: 'Automatisch aanmelden is niet gelukt',
    text: 'Teams kon je niet aanmelden zonder iets te vragen. Gebruik de knop Aanmelden hieronder.',
  },
  'sign-in-app-missing': {
    title: 'Ik ben in Teams niet voor je geïnstalleerd',
    text: 'Daarom kon Teams je niet aanmelden zonder iets te vragen. Gebruik de knop Aanmelden hieronder, of voeg me in Teams toe onder Apps.',
  },
  'sign-in-set-up-wrong': {
    title: 'Automatisch aanmelden is niet goed ingesteld',
    text: 'Dat ligt niet aan jou; wie mij beheert, ziet het in mijn logboek. Gebruik de knop Aanmelden hieronder.',
  },
  'sign-in-no-teams-token': {
    title: 'Teams heeft geen aanmelding om te gebruiken',
    text: 'Teams kon je niet aanmelden zonder iets te vragen. Gebruik de knop Aanmelden hieronder; je bij Teams afmelden en weer aanmelden kan ook helpen.',
  },
  'sign-in-unavailable': {
    title: 'Aanmelden werkt nu even niet',
    text: 'De dienst die je aanmeldt, reageert niet zoals het hoort. Met je account is niets mis. Probeer het over een paar minuten opnieuw, of ga verder zonder aanmelden.',
  },
  'still-signed-in': {
    title: 'Je bent nog aangemeld',
    text: 'De dienst die je afmeldt, reageert niet zoals het hoort. Probeer het over een paar minuten opnieuw.',
  },
  'sign-in-keeps-failing': {
    title: 'Aanmelden blijft mislukken',
    text: 'Misschien moet je beheerder mij eerst goedkeuren. Vraag het, of ga verder zonder aanmelden.',
  },
  'sign-in-other-account': {
    text: 'Je hebt je aangemeld als iemand anders dan wie je in dit gesprek bent. Ik heb dat account afgemeld en niets gelezen. Meld je aan met je Teams-account. Voor een ander account kun je buiten Teams bij mij terecht.',
  },
  'sign-in-other-tenant': {
    text: 'Let op: dit gesprek is in de ene tenant en het account dat je gebruikte in een andere, dus wat ik zou lezen gaat niet over de tenant waar je nu bent. Ik heb het afgemeld en niets gelezen. Meld je aan met je Teams-account, of wissel eerst van organisatie in Teams.',
  },
  'chat-not-allowed': {
    text: 'Ik ben alleen voor andere organisaties ingesteld. Vraag wie mij beheert of die van jou erbij kan.',
  },
  'press-heard': { text: 'Begrepen. Mijn antwoord staat in het gesprek.' },
  chosen: { text: 'Je koos: {choice}' },
  'in-group': {
    title: 'Dit doen we liever onder vier ogen',
    text: 'Wat ik lees, gaat over jou. Open een gesprek met mij alleen om verder te gaan.',
  },
  'reminders-stopped': { text: 'Je kunt opnieuw controleren wanneer je wilt.' },
  'no-reminders': { text: 'Er valt niets te stoppen.' },
  'which-day': {
    title: 'Welke dag komt je uit?',
    text: 'Ik kan je herinneren op elke dag van morgen tot en met {date}, maar niet op een vast tijdstip. Typ een dag, zoals “vrijdag” of “over twee weken”.',
  },
  reminder: { title: 'Je vroeg me om een herinnering', text: 'Zullen we verdergaan?' },
  'admin-approved': { text: 'Het is goedgekeurd. Je kunt verder.' },
  'admin-declined': {
    text: 'Het is afgewezen. Overleg met je beheerder wat er wel kan.',
  },
  'looking-on': {
    text: 'Sommige antwoorden laten op zich wachten. Ik kijk de komende minuten zelf opnieuw en schrijf hier zodra ik ze heb. Je kunt ook zelf opnieuw controleren.',
  },
  'data-kept': {
    text: 'Ik heb niets verwijderd.',
  },
  'only-next-step': { text: 'Je kunt alleen de eerstvolgende stap afvinken. Ik heb niets veranderd.' },
  'only-last-tick': { text: 'Je kunt alleen je laatste vinkje weghalen. Ik heb niets veranderd.' },
  'newer-conversation': {
    text: 'Een nieuwere versie van mij heeft dit gesprek opgeslagen, en ik kan het niet lezen. Er is niets kwijt. Probeer het over een paar minuten opnieuw, of typ “opnieuw beginnen” om vanaf het begin te starten.',
  },
  'cannot-save': {
    text: 'Ik kan nu even niets opslaan. Daarom heb ik niet gedaan wat je vroeg. Stuur het over een paar minuten opnieuw.',
  },
  'no-answer-found': {
    text: 'Vraag het met andere woorden, of praat met een mens.',
  },
  'glad-it-helped': { title: 'Mooi zo', text: 'Kan ik nog iets voor je doen?' },
} as const satisfies Record<string, MessageWords>;

/** What the conversation waits for, said to somebody who pressed an old button. */
export const standing = {
  'choose-scenario': 'Ik wacht op wat je wilt doen.',
  'explain-sign-in': 'De vraag is nu of je je wilt aanmelden.',
  'sign-in': 'Ik wacht tot je je hebt aangemeld.',
  'step-up': 'Ik wacht tot je hebt bewezen dat jij het bent.',
  check: 'Ik controleer nu je situatie.',
  agreement: 'De vraag is nu welke overeenkomst je hebt.',
  verdict: 'Je zag het laatst wat ik heb gevonden.',
  status: 'Je zag het laatst je status.',
  suggestion: 'De vraag is nu of mijn voorstel klopt.',
  'join-confirmation': 'De vraag is nu of je hebt gelezen wat er verandert.',
  steps: 'Je bent nu bij de stappen.',
  proof: 'Je zag het laatst of het gelukt is.',
  'admin-request': 'Er staat een verzoek aan jou als beheerder open.',
  ticket: 'Je ticket is open.',
  resume: 'De vraag is nu of je verder wilt gaan.',
  'delete-my-data': 'De vraag is nu of ik je gegevens mag verwijderen.',
  'hand-over': 'De vraag is nu of ik het aan de helpdesk mag vragen.',
  answer: 'Ik wacht op je antwoord aan je collega.',
} as const;
