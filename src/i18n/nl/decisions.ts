import type { CannotTellReason } from '../../domain/known.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { BlockerId, CheckId, NoticeId, VerdictOutcome } from '../../domain/verdict.ts';
import type { BlockerWords, CheckWords, MessageWords, ReasonWords } from '../shape.ts';

export const checks = {
  'work-account': {
    yes: 'Je bent aangemeld met een werk- of schoolaccount.',
    no: 'Dit is geen werk- of schoolaccount van deze tenant.',
    'cannot-tell': 'Ik weet niet of wat je met dit account aanvraagt in {tenant} terechtkomt.',
  },
  'managed-tenant': {
    yes: 'Je tenant is een gewone, beheerde tenant.',
    no: 'Je tenant is geen gewone, beheerde tenant.',
    'cannot-tell': 'Ik kan niet zien of je tenant beheerd wordt.',
  },
  'has-microsoft-365': {
    yes: 'Je tenant heeft Microsoft 365.',
    no: 'Ik vind geen Microsoft 365 in deze tenant.',
    'cannot-tell': 'Ik kan niet zien of je tenant Microsoft 365 heeft.',
  },
  'has-azure': {
    yes: 'Je hebt een Azure-abonnement in deze tenant.',
    no: 'Ik vind geen Azure-abonnement dat jij in deze tenant kunt zien.',
    'cannot-tell': 'Ik kan niet zien of je een Azure-abonnement hebt.',
  },
  'purchase-role': {
    yes: 'Je hebt een rol die mag kopen: globale beheerder of factureringsbeheerder.',
    no: 'Je hebt nu geen rol die mag kopen.',
    'cannot-tell': 'Ik kan niet zien of je een rol hebt die mag kopen.',
  },
  'self-service-agreement': {
    yes: 'Met jouw overeenkomst kan dit.',
    no: 'Met jouw overeenkomst loopt het anders.',
    'cannot-tell': 'Ik kan niet zien welke overeenkomst je met Microsoft hebt.',
  },
  'subscription-usable': {
    yes: 'Je Azure-abonnement werkt.',
    no: 'Je Azure-abonnement heeft een betalingsachterstand of is uitgeschakeld.',
    'cannot-tell': 'Ik kan niet zien hoe het met je Azure-abonnement staat.',
  },
  'owner-of-subscription': {
    yes: 'Je bent eigenaar van het abonnement.',
    no: 'Je bent geen eigenaar van het abonnement, of alleen met een voorwaarde.',
    'cannot-tell': 'Ik kan niet zien of je eigenaar van het abonnement bent.',
  },
  'accepting-administrator': {
    yes: 'Je bent hier globale beheerder, de hoogste rol. Microsoft noemt er geen.',
    no: 'Ik zie hier geen actieve beheerdersrol bij je. Misschien moet je er een nog activeren, ook via een groep. Zo niet, dan accepteert een collega het abonnement.',
    'cannot-tell': 'Ik kan niet zien wie het abonnement kan accepteren.',
  },
  'offer-can-move': {
    yes: 'Dit soort abonnement kan van map wisselen.',
    no: 'Dit soort abonnement kan niet van map wisselen.',
    'cannot-tell': 'Ik kan niet zien wat voor soort abonnement dit is.',
  },
} satisfies Record<CheckId, CheckWords>;

export const reasons = {
  'not-signed-in': { meaning: 'Je bent niet aangemeld.', 'way-out': 'Meld je aan, dan kijk ik.' },
  'consent-missing': {
    meaning: 'Nog niemand heeft goedgevonden dat ik dit lees.',
    'way-out': 'Vraag een beheerder om deze app goed te keuren, of zoek het zelf op.',
  },
  'permission-refused': {
    meaning: 'Microsoft laat me dit met jouw rechten niet lezen. Dat zegt niets over je rol.',
    'way-out': 'Zoek het zelf op, of laat een beheerder kijken.',
  },
  guest: {
    meaning: 'Je bent hier gast, en gasten mogen dit niet lezen.',
    'way-out': 'Meld je aan met een account van de tenant zelf, of vraag de beheerder van de tenant om te kijken.',
  },
  'not-from-partner': {
    meaning:
      'Een partner (CSP) verkoopt dit soort abonnement niet. Ook een Enterprise Overeenkomst kan via een partner lopen.',
    'way-out':
      'Kijk in Azure Portal bij Kostenbeheer en facturering, Eigenschappen: daar staat het soort overeenkomst.',
  },
  'sign-in-again': { meaning: 'Microsoft wil dat je je opnieuw aanmeldt.', 'way-out': 'Meld je af en weer aan.' },
  'second-proof': {
    meaning: 'Microsoft wil een tweede bewijs dat jij het bent, en heeft dat nog niet gekregen.',
    'way-out':
      'Controleer opnieuw en geef het in het venster dat opengaat. Lukt dat niet, vraag het dan je IT-afdeling: in de aanmeldingslogboeken van Microsoft Entra staat om welk beleid het gaat en wat het vraagt.',
  },
  'device-refused': {
    meaning: 'Je organisatie laat alleen apparaten toe die zij beheert.',
    'way-out':
      'Open deze chat op een apparaat dat je organisatie beheert. Of vraag het je IT-afdeling: die kan je apparaat gaan beheren, of aanpassen voor wie het beleid geldt. Deze app uitzonderen is niet genoeg: het beleid geldt voor wat ik lees.',
  },
  'blocked-by-policy': {
    meaning: 'Een regel van je organisatie houdt me tegen.',
    'way-out': 'Probeer het op een apparaat en netwerk van je organisatie, of vraag het je IT-afdeling.',
  },
  'app-not-assigned': {
    meaning: 'Je bent niet aan deze app toegewezen.',
    'way-out': 'Vraag een beheerder om je toe te wijzen.',
  },
  'tenant-restricted': {
    meaning: 'Het netwerk waarop je zit, laat je niet toe tot deze tenant.',
    'way-out':
      'Vraag de IT-afdeling van dat netwerk om de tenant toe te laten, of gebruik een ander netwerk als dat mag.',
  },
  'cross-tenant-blocked': {
    meaning: 'Je organisatie en deze tenant laten elkaars accounts niet toe.',
    'way-out':
      'Vraag het je IT-afdeling. Een beheerder moet het toestaan in de instellingen voor toegang tussen tenants van Microsoft Entra.',
  },
  'account-locked': {
    meaning: 'Je account is tijdelijk vergrendeld, of Microsoft vertrouwt je netwerk niet.',
    'way-out':
      'Wacht een tijdje voor je het weer probeert, of gebruik een ander netwerk. Een beheerder ziet de reden in de aanmeldingslogboeken.',
  },
  'account-at-risk': {
    meaning: 'Microsoft heeft je account geblokkeerd omdat misschien iemand anders het gebruikt.',
    'way-out': 'Vraag een beheerder van je eigen organisatie om ernaar te kijken.',
  },
  'account-disabled': {
    meaning: 'Je account is in deze tenant uitgeschakeld.',
    'way-out': 'Vraag een beheerder van de tenant om het in te schakelen.',
  },
  'wrong-account': {
    meaning: 'Je account is in deze tenant niet bekend.',
    'way-out': 'Meld je af, en meld je aan met een account van de tenant. Een privévenster helpt.',
  },
  'tenant-blocked': {
    meaning: 'Microsoft heeft je hele tenant geblokkeerd, meestal omdat die lang niet is gebruikt.',
    'way-out':
      'Een beheerder moet Microsoft bellen. Na een blokkade wegens inactiviteit kan dat 20 dagen lang; daarna wordt de tenant voorgoed verwijderd.',
  },
  'partner-role': {
    meaning:
      'Je beheert deze tenant voor een klant. Je rollen hier komen uit je eigen tenant, en die kan ik niet lezen.',
    'way-out': 'Kijk in het Partnercentrum, bij de beheerdersrelaties van de klant.',
  },
  'eligible-roles-hidden': {
    meaning:
      'Je hebt geen actieve rol waarmee je mag kopen. Misschien moet je een rol nog activeren; dat kan ik niet zien.',
    'way-out':
      'Kijk in Privileged Identity Management, bij Mijn rollen. Staat daar globale beheerder of factureringsbeheerder? Activeer die rol en controleer opnieuw. Staat die er niet, vraag het dan een beheerder.',
  },
  'billing-role-unread': {
    meaning:
      'De rol van de tenant heb je. Met een Microsoft-klantovereenkomst is ook een rol op het factureringsaccount nodig, en die lees ik niet.',
    'way-out': 'Kijk in het Microsoft 365-beheercentrum bij Facturering, Factureringsaccounts.',
  },
  'no-licence': {
    meaning: 'Je tenant heeft geen licentie voor rollen die je zelf activeert, dus er valt niets te lezen.',
    'way-out': 'Je hoeft hier niets aan te doen.',
  },
  'service-absent': {
    meaning: 'Deze dienst bestaat nog niet in je tenant, bijvoorbeeld omdat niemand hem ooit heeft gebruikt.',
    'way-out': 'Ga verder met de stappen en laat het daarna opnieuw controleren.',
  },
  'service-disabled': {
    meaning: 'Deze dienst staat uit in je tenant.',
    'way-out': 'Vraag een beheerder. Die heeft hem in Microsoft Entra uitgezet, of een abonnement is verlopen.',
  },
  throttled: { meaning: 'Het is nu te druk bij Microsoft.', 'way-out': 'Wacht een minuut en controleer opnieuw.' },
  unavailable: {
    meaning: 'De dienst van Microsoft gaf geen goed antwoord.',
    'way-out': 'Controleer over een paar minuten opnieuw.',
  },
  'too-slow': {
    meaning: 'Het antwoord liet te lang op zich wachten.',
    'way-out': 'Controleer opnieuw; de tweede keer gaat het vaak sneller.',
  },
  unreadable: {
    meaning: 'Ik begrijp het antwoord niet.',
    'way-out': 'Controleer later opnieuw, of zoek het zelf op.',
  },
  incomplete: { meaning: 'Ik kreeg maar een deel van de lijst.', 'way-out': 'Controleer opnieuw voor de rest.' },
  'ids-missing': {
    meaning: 'In het antwoord ontbrak het deel dat de doorslag geeft.',
    'way-out': 'Zoek je rol zelf op bij Rollen en beheerders, Uw rol.',
  },
  ambiguous: {
    meaning: 'Het antwoord past bij twee gevallen die je niet mag verwarren.',
    'way-out': 'Kijk zelf in Azure Portal, of vraag het je IT-afdeling.',
  },
  'unknown-product': {
    meaning: 'Hier is een product dat ik niet ken. Daarom weet ik niet of het Microsoft 365 is.',
    'way-out': 'Kijk in het Microsoft 365-beheercentrum, onder Facturering, Uw producten.',
  },
  misconfigured: {
    meaning: 'Aan mijn kant is iets verkeerd ingesteld.',
    'way-out': 'Meld het aan wie deze bot beheert. Je kunt wel verder met de algemene stappen.',
  },
  'other-tenant': {
    meaning: 'Dit gaat over een andere tenant. Ik kan alleen kijken in de tenant waar je je hebt aangemeld.',
    'way-out': 'Kijk daar zelf, of vraag het de beheerder daar.',
  },
  'not-documented': {
    meaning: 'Microsoft zegt niet of jouw rol genoeg is.',
    'way-out': 'Probeer het. Azure Portal zegt of je mag accepteren.',
  },
  'kept-elsewhere': {
    meaning:
      'Je account wordt in een andere tenant beheerd. Microsoft beschrijft niet waar een aanvraag dan terechtkomt.',
    'way-out': 'Controleer de directory voordat je bevestigt.',
  },
  'not-read': {
    meaning: 'Hier heb ik voor deze vraag niet naar gekeken.',
    'way-out': 'Controleer opnieuw als je het nodig hebt.',
  },
} satisfies Record<CannotTellReason, ReasonWords>;

export const codes = {
  'consent-missing': {
    meaning: 'Nog niemand heeft deze app in de tenant goedgekeurd.',
    'way-out': 'Vraag een beheerder van de tenant om de app goed te keuren.',
  },
  'second-proof': {
    meaning: 'Microsoft wil een tweede bewijs dat jij het bent, en heeft dat nog niet gekregen.',
    'way-out':
      'Meld je opnieuw aan en geef het bewijs als Microsoft erom vraagt. Lukt dat niet, vraag dan je IT-afdeling welk beleid je tegenhoudt.',
  },
  'device-refused': {
    meaning: 'De organisatie laat alleen apparaten toe die zij beheert.',
    'way-out': 'Meld je aan op een apparaat dat zij beheert, of vraag het de IT-afdeling.',
  },
  'blocked-by-policy': {
    meaning: 'Een beleid van de organisatie houdt deze aanmelding tegen.',
    'way-out':
      'Probeer het op een apparaat en netwerk van de organisatie, of vraag het de IT-afdeling: die ziet het beleid in de aanmeldingslogboeken van Microsoft Entra.',
  },
  'service-absent': {
    meaning: 'Deze service bestaat nog niet in de tenant.',
    'way-out':
      'Kijk of je in de juiste tenant bent. Is dat zo, vraag het dan een beheerder: de service komt met het eerste abonnement erop.',
  },
  unavailable: {
    meaning: 'De aanmeldservice van Microsoft reageerde niet goed.',
    'way-out': 'Probeer het over een paar minuten opnieuw.',
  },
  throttled: { meaning: 'Microsoft heeft het nu te druk.', 'way-out': 'Wacht een minuut en probeer het opnieuw.' },
  misconfigured: {
    meaning: 'De app waarbij je je aanmeldt, is verkeerd ingesteld.',
    'way-out': 'Geef deze code aan de mensen die de app beheren.',
  },
};

export const blockers = {
  'personal-account': {
    title: 'Dit is een persoonlijk account',
    why: 'Een abonnement dat je met een persoonlijk Microsoft-account maakt, komt in een eigen tenant, los van je organisatie.',
    'what-to-do': 'Meld je af en meld je aan met je werk- of schoolaccount.',
  },
  'personal-move': {
    title: 'Dit is een persoonlijk account',
    why: 'Een abonnement dat je met een persoonlijk Microsoft-account maakt, zit in een eigen tenant, los van je organisatie. Van daar kan het verhuizen: een beheerder van de tenant met Microsoft 365 accepteert het verzoek.',
    'what-to-do':
      'Hoort het abonnement bij dit account? Stuur er het verzoek mee: Abonnementen, Map wijzigen. Zo niet, neem je werk- of schoolaccount.',
  },
  'guest-account': {
    title: 'Je bent gast in deze tenant',
    why: 'Wat een gast koopt of aanvraagt, komt niet terecht waar je het verwacht.',
    'what-to-do': 'In {home}: meld je af en gebruik je account daar. In {tenant}: vraag het de beheerder.',
  },
  'partner-admin': {
    title: 'Je beheert deze tenant als partner',
    why: 'Je account zit niet in {tenant}: je komt er via een partnerrelatie (GDAP). Waar terechtkomt wat je daarmee aanvraagt, zegt Microsoft niet.',
    'what-to-do':
      'Laat iemand met een account in {tenant} het aanvragen (Microsoft 365: een factureringsbeheerder), of bestel het in het Partnercentrum.',
  },
  'partner-orders': {
    title: 'Je beheert deze tenant als partner',
    why: 'Je account zit niet in {tenant}: je komt er via een partnerrelatie (GDAP). Azure in {tenant} loopt via een partner (CSP), en alleen die partner maakt er abonnementen.',
    'what-to-do':
      'Ben jij die partner? Bestel het in het Partnercentrum. Zo niet, dan vraagt {tenant} het die partner.',
  },
  'move-as-partner': {
    title: 'Je beheert deze tenant als partner',
    why: 'Je account zit niet in {tenant}: je komt er via een partnerrelatie (GDAP). Microsoft zegt niet of je met zo’n account het verzoek kunt sturen of accepteren.',
    'what-to-do':
      'Laat het verplaatsen over aan de eigenaar van het abonnement en een beheerder van de tenant met Microsoft 365.',
  },
  'partner-cannot-move': {
    title: 'Dit abonnement kun je niet verplaatsen',
    why: 'Je account zit niet in {tenant}: je komt er via een partnerrelatie (GDAP). Azure in {tenant} loopt via een partner (CSP), en zo’n abonnement kan niet van map wisselen, wie het ook vraagt. Een nieuw hoort in de tenant met Microsoft 365.',
    'what-to-do':
      'Verkoop jij het? Maak in het Partnercentrum een nieuw abonnement en bouw dat op. Anders vraagt {tenant} het de partner.',
  },
  'unmanaged-tenant': {
    title: 'Je tenant heeft geen beheerder',
    why: 'Hij is ontstaan doordat iemand zichzelf ergens voor aanmeldde. Hiervoor is een tenant met een beheerder nodig.',
    'what-to-do':
      'Wie het domein beheert, neemt {tenant} over met een DNS TXT-record bij de registrar. Of gebruik een account van een andere tenant.',
  },
  'customers-tenant': {
    title: 'Deze tenant is voor klanten bedoeld',
    why: 'In {tenant} zitten de klanten van een app. Daar kan geen Microsoft 365 in.',
    'what-to-do': 'Meld je aan bij de tenant waar je collega’s in zitten.',
  },
  'role-missing': {
    title: 'Je hebt een rol nodig om te kopen',
    why: 'Voor heel {tenant} bestelt een globale beheerder of factureringsbeheerder Microsoft 365.',
    'what-to-do': 'Vraag een beheerder om de rol factureringsbeheerder, of om dit te doen. Ik heb een tekst voor je.',
  },
  'role-to-activate': {
    title: 'Je rol moet nog geactiveerd worden',
    why: 'Je mag {role} gebruiken, maar de rol staat nu niet aan.',
    'what-to-do': 'Activeer de rol in Privileged Identity Management en kies dan Opnieuw controleren.',
  },
  'enterprise-agreement': {
    title: 'Je hebt een Enterprise Overeenkomst',
    why: 'Hierbij maakt je ondernemingsbeheerder of accounteigenaar de abonnementen. De gewone registratie valt erbuiten.',
    'what-to-do': 'Vraag het je ondernemingsbeheerder of de ondersteuning. Ik heb een tekst klaarstaan.',
  },
  'enterprise-licences': {
    title: 'Je hebt een Enterprise Overeenkomst',
    why: 'Daarmee bestel je Microsoft 365 via volumelicenties. Wat je zelf op het web koopt, valt buiten de overeenkomst. Kijk eerst bij Facturering, Uw producten, Volumelicenties, Contracten: is de licentie-id geactiveerd in {tenant}? Is die nog nergens geactiveerd, dan komen licenties vanzelf in een tenant waar de Online Services Manager globale beheerder of factureringsbeheerder is. Een collega met een rol voor volumelicenties kan licenties reserveren. Dat verplicht tot betalen, en annuleren kan tot 72 uur voor de gebruiksdatum.',
    'what-to-do':
      'Vraag je verkoper bij Microsoft, je licentiepartner of een collega met een rol voor volumelicenties.',
  },
  'enterprise-move': {
    title: 'Je hebt een Enterprise Overeenkomst',
    why: 'De pagina van Microsoft over verplaatsen (17 maart 2026) noemt geen overeenkomst: een eigenaar stuurt het verzoek, en een beheerder van de andere tenant accepteert het. Maar met een Enterprise Overeenkomst maken en verplaatsen ondernemingsbeheerders en accounteigenaars de abonnementen, en het artikel achter deze stappen laat die overeenkomst buiten beschouwing.',
    'what-to-do':
      'Vraag je ondernemingsbeheerder wie het mag verplaatsen, of doe een ondersteuningsaanvraag. Ik heb een tekst klaarstaan.',
  },
  'bought-through-partner': {
    title: 'Je abonnement komt van een partner',
    why: 'Abonnementen van een partner (CSP) kunnen niet van map wisselen.',
    'what-to-do':
      'Vraag het de partner bij wie je het hebt gekocht. In het Microsoft 365-beheercentrum staat die bij Instellingen, Partnerrelaties.',
  },
  'azure-from-partner': {
    title: 'Jullie Azure loopt via een partner',
    why: 'Bij een partner (CSP) maakt alleen die de Azure-abonnementen. De gewone registratie valt daarbuiten.',
    'what-to-do':
      'Vraag de partner om hier een abonnement toe te voegen. In het Microsoft 365-beheercentrum staat die bij Instellingen, Partnerrelaties.',
  },
  'developer-tenant': {
    title: 'Dit is een tenant voor ontwikkelaars',
    why: 'Tenants van het Microsoft 365-ontwikkelaarsprogramma kunnen geen Azure kopen, en {tenant} is er een van.',
    'what-to-do':
      'Neem Azure met een account van een andere tenant. Een abonnement om mee te ontwikkelen kan naar {tenant}; productie niet.',
  },
  'developer-licences': {
    title: 'Dit is een tenant voor ontwikkelaars',
    why: '{tenant} hoort bij het Microsoft 365-ontwikkelaarsprogramma. De meeste van die tenants kunnen geen Microsoft 365-abonnement kopen.',
    'what-to-do': 'Meld je aan met een account van een andere tenant en bestel Microsoft 365 daar.',
  },
  'offer-cannot-move': {
    title: 'Dit abonnement kun je niet verplaatsen',
    why: 'Een abonnement met de aanbieding {offer} kan niet van map wisselen.',
    'what-to-do': 'Bekijk de andere manieren, zoals een nieuw abonnement in de juiste tenant.',
  },
  'not-owner': {
    title: 'Je bent geen eigenaar van het abonnement',
    why: 'Alleen een eigenaar van {subscription} kan het verplaatsen.',
    'what-to-do': 'Vraag een eigenaar of die het doet, of jou eigenaar maakt.',
  },
  'owner-with-condition': {
    title: 'Je eigenaarrol heeft een voorwaarde',
    why: 'Met een voorwaarde op de eigenaarrol van {subscription} kan het verplaatsen mislukken.',
    'what-to-do': 'Vraag de rol eigenaar zonder voorwaarde.',
  },
  'no-subscription-to-move': {
    title: 'Ik zie geen abonnement om te verplaatsen',
    why: 'Ik vind in {tenant} geen Azure-abonnement dat dit account kan zien.',
    'what-to-do': 'Meld je aan bij de tenant met het abonnement, of vraag de eigenaar om een rol.',
  },
  'subscription-disabled': {
    title: 'Je abonnement is uitgeschakeld',
    why: '{subscription} is uitgeschakeld. Je kunt nog lezen en verwijderen wat erin zit, maar niets wijzigen. Azure verwijdert het na 1 tot 90 dagen voorgoed; dat hangt af van het soort abonnement.',
    'what-to-do':
      'Betaal een open rekening, zet een proefversie om, of kies na een opzegging Opnieuw activeren. Wat erin zit, kost dan weer geld.',
  },
  'subscription-past-due': {
    title: 'Er staat een rekening open',
    why: 'Voor {subscription} is een betaling te laat. Alles erin werkt nog. Blijft de rekening openstaan, dan kan Azure het abonnement uitschakelen.',
    'what-to-do':
      '{subscription} werkt nog. De accountbeheerder betaalt het bij Kostenbeheer en facturering (klantovereenkomst: wie een factureringsrol heeft). Ben jij dat niet? Geef het door.',
  },
  'microsoft-365-disabled': {
    title: 'Microsoft 365 is uitgeschakeld',
    why: '{product} is uitgeschakeld: niemand kan ermee werken, en alleen beheerders kunnen nog bij de gegevens.',
    'what-to-do':
      'Een factureringsbeheerder kan het opnieuw activeren bij Facturering, Uw producten (klantovereenkomst: wie een factureringsrol heeft).',
  },
} satisfies Record<BlockerId, BlockerWords>;

export const notices = {
  'no-admin-role-needed': 'Je hebt hier geen beheerdersrol voor nodig.',
  'signer-pays': 'Wie zich registreert, is eigenaar van het abonnement en krijgt de rekening.',
  'use-this-account':
    'Registreer je alleen met {account}. Staat er een ander account? Gebruik een ander browserprofiel.',
  'use-account-here':
    'Registreer je alleen met het account waarmee je hier bent. Staat er een ander? Gebruik een ander browserprofiel.',
  'lands-in-this-tenant': 'Wat je aanvraagt, komt terecht in {tenant}.',
  'landing-not-documented':
    'Ik weet niet in welke tenant je aanvraag terechtkomt: {tenant} of {home}. Microsoft beschrijft dat nergens. Controleer de directory voordat je bevestigt, of gebruik een account dat in {tenant} wordt beheerd.',
  'several-tenants': 'Je account staat in meer tenants: {tenants}. Let op de naam rechtsboven.',
  'role-ends-soon':
    'Je rol {role} loopt af op {date}. Rond alle stappen vóór die dag af of laat hem verlengen: daarna stop je een proefversie alleen met een factureringsrol.',
  'role-through-group': 'Je hebt je rol {role} via de groep {group}. Dat telt mee.',
  'agreement-unknown':
    'Ik kan niet zien welke overeenkomst je hebt. Met een Enterprise Overeenkomst: vraag zelf niets aan.',
  'agreement-unknown-move':
    'Ik kan niet zien welke overeenkomst je hebt. Heb je een Enterprise Overeenkomst? Overleg dan met je ondernemingsbeheerder voordat je iets verplaatst.',
  'billing-role-needed':
    'Met een Microsoft-klantovereenkomst heb je ook een rol op het factureringsaccount nodig: eigenaar of inzender.',
  'billing-role-perhaps':
    'Is het een Microsoft-klantovereenkomst? Dan heb je ook een rol op het factureringsaccount nodig: eigenaar of inzender.',
  'billing-role-for-azure':
    'Met een Microsoft-klantovereenkomst heb je voor een nieuw abonnement een rol op het factureringsaccount nodig: eigenaar, inzender of maker van Azure-abonnementen.',
  'trial-ends':
    'Proefversie van {product}: tot {date}. Met een betaalmethode betaal je daarna. Liever niet? Zet terugkerende facturering op tijd uit bij Facturering, Uw producten.',
  'product-expired': '{product} is verlopen. Het werkt tot {date}. Een beheerder kan het nog een tijd heractiveren.',
  'product-disabled':
    '{product} is uitgeschakeld. Alleen beheerders kunnen nog bij de gegevens, tot {date}. Vóór die dag kan een factureringsbeheerder het opnieuw activeren (klantovereenkomst: een factureringsrol).',
  'product-about-to-be-deleted':
    '{product} wordt binnenkort verwijderd, met alle gegevens. Een factureringsbeheerder kan het nu nog opnieuw activeren (klantovereenkomst: een factureringsrol).',
  'subscription-warned':
    '{subscription} heeft een waarschuwing. Het werkt nog, maar zonder actie gaat het binnenkort uit. Kijk bij Kostenbeheer en facturering.',
  'subscription-past-due':
    'Voor {subscription} is een betaling te laat. Het werkt nog: betaal voordat het wordt uitgeschakeld.',
  'subscription-disabled':
    '{subscription} is uitgeschakeld en wordt na 1 tot 90 dagen verwijderd. Wat helpt, hangt af van de oorzaak: rekening, proefversie of opzegging.',
  'subscription-deleted': '{subscription} is verwijderd, met alles erin. Je kunt het niet meer gebruiken.',
  'spending-limit-on':
    '{subscription} heeft een bestedingslimiet. Zolang die aan staat, betaal je niets. Het abonnement stopt als het tegoed op is.',
  'free-services-only':
    '{subscription} valt onder de aanbieding {offer}. Er zit geen tegoed bij: je gebruikt een paar diensten gratis, en meer niet.',
  'no-microsoft-365-found':
    'Ik vind geen Microsoft 365 in {tenant}. Zit het in een andere tenant? Meld je dan eerst daar aan.',
  'no-azure-found':
    'Ik vind geen Azure-abonnement in {tenant}. Zit het in een andere tenant? Meld je dan eerst daar aan.',
  'azure-already-here': '{tenant} heeft al Azure: {subscription}.',
  'microsoft-365-already-here': 'In {tenant} zit al Microsoft 365: {product}.',
  'facts-contradict':
    'De diensten van Microsoft spreken elkaar tegen: de ene zegt {graph}, de andere {azure}. Ik kies geen van beide.',
  'offer-ends': '{subscription} valt onder de aanbieding {offer}. Het stopt als de tijd of het tegoed op is.',
  'offer-retired': '{subscription} valt onder de aanbieding {offer}. Die verkoopt Microsoft niet meer.',
  'offer-cannot-change-directory':
    '{subscription} valt onder de aanbieding {offer}. Het kan niet naar een andere tenant.',
  'offer-keeps-its-payer':
    '{subscription} valt onder de aanbieding {offer}. Het eigendom van de facturering kun je niet overdragen: het oude account blijft betalen, dus de oude tenant kan nog niet weg.',
  'mfa-will-be-asked': 'Microsoft vraagt bij het aanmelden op zijn portals om een tweede bewijs dat jij het bent.',
  'someone-else-may-be-admin': 'Misschien is iemand anders in {tenant} de beheerder. Je IT-afdeling weet dat.',
  'self-service-possible':
    'Sommige producten kun je voor jezelf kopen of proberen, tenzij {tenant} dat heeft uitgezet. Die betaal je zelf.',
  'subscription-in-other-tenant': 'Het abonnement {subscription} hoort bij een andere tenant: {tenant}.',
  'chat-in-other-tenant':
    'Deze chat hoort bij {chat}, en je bent aangemeld bij {tenant}. De controle gaat over {tenant}.',
  'sold-by-partner': '{product} is via een partner gekocht. Wijzigingen lopen via die partner.',
  'role-may-wait-in-group':
    'Een rol kan ook via een groep lopen die je eerst activeert. Dat kan ik niet zien: kijk in Privileged Identity Management bij Mijn rollen, Groepen.',
  'owner-not-read': 'Of je eigenaar bent van {subscription}, heb ik niet bekeken. Het kan wel.',
  'owner-may-wait':
    'Misschien moet je de rol Eigenaar van {subscription} nog activeren. Dat kan ik niet zien: kijk in Privileged Identity Management bij Mijn rollen, Azure-resources.',
  'external-member':
    'Je bent lid van {tenant} met een account dat in {home} wordt beheerd. Voor deze controle tel je als lid.',
  'support-plan-only':
    '{subscription} is een ondersteuningsabonnement. Daar kun je niets in bouwen, dus het telt niet als Azure-abonnement.',
  'not-azure-subscription':
    '{subscription} geeft alleen toegang tot Microsoft Entra. Het telt niet als Azure-abonnement.',
  'free-products-only':
    'Ik vond in {tenant} alleen gratis producten, proefversies of producten die mensen zelf hebben aangevraagd. Die tellen niet als Microsoft 365.',
  'product-not-listed':
    'In {tenant} is een product dat ik niet ken ({product}). Als er e-mail of Office-apps bij horen, heb je al Microsoft 365.',
  'guest-here':
    'Je bent gast in {tenant}; je account hoort bij {home}. Voor het verplaatsen is gast zijn niet nodig en niet genoeg.',
  'direction-unknown':
    'Ik kan niet zien of {tenant} Microsoft 365 heeft. Zo ja, dan gaat het abonnement naar {tenant}; zo nee, naar een andere tenant.',
  'developer-tenant-here':
    '{tenant} is een tenant voor ontwikkelaars. Die kan geen Azure kopen, maar een abonnement kan hierheen. Zet er geen productie in: hij kan worden verwijderd.',
  'tenant-policy-may-block':
    'Beide organisaties kunnen verplaatsen verbieden, bij Abonnementen, Beleid beheren. Lukt het niet, vraag het dan je IT-afdeling.',
  'somebody-must-accept':
    'Verplaatsen is een verzoek. De eigenaar van het abonnement stuurt het, en een beheerder van de tenant met Microsoft 365 accepteert het. Dat kan één persoon zijn, of twee.',
  'signed-in-as': 'Je bent aangemeld als {account}.',
  'microsoft-365-ends':
    'Microsoft 365 stopt hier of kost geld vanaf {date}: {product}. Beslis bij Facturering, Uw producten.',
  'partner-by-answer-move':
    'Je zei dat Azure via een partner (CSP) loopt. Zo’n abonnement kan niet van map wisselen: stuur zelf geen verzoek, maar overleg met de partner.',
  'partner-by-answer':
    'Je zei dat Azure via een partner (CSP) loopt. Dan maakt alleen die partner abonnementen aan: vraag er zelf geen aan.',
} satisfies Record<NoticeId, string>;

export const scenarios = {
  'add-azure': {
    name: 'Van Microsoft 365 naar Azure',
    choice: 'Ik heb Microsoft 365 en wil Azure',
    done: 'Azure is er',
  },
  'add-microsoft-365': {
    name: 'Van Azure naar Microsoft 365',
    choice: 'Ik heb Azure en wil Microsoft 365',
    done: 'Microsoft 365 is er',
  },
  join: {
    name: 'Azure en Microsoft 365 in één tenant',
    choice: 'Ik heb allebei, apart gekocht',
    done: 'Ze zitten in één tenant',
  },
} satisfies Record<Scenario, { name: string; choice: string; done: string }>;

export const verdict = {
  'add-azure': {
    ready: {
      title: 'Je kunt beginnen',
      text: 'Je kunt Azure krijgen met je Microsoft 365-account.',
    },
    'held-back': { title: 'Er zit iets in de weg', text: 'Los dit eerst op. Daarna kun je Azure krijgen.' },
    unsure: { title: 'Ik kon niet alles zien', text: 'Kijk naar wat nog openstaat en volg dan de stappen.' },
    'already-done': {
      title: 'Je hebt ze allebei al',
      text: 'Azure en Microsoft 365 zitten al in één tenant. Je hoeft niets te doen.',
    },
    'out-of-scope': { title: 'Voor jou loopt het anders', text: 'Vraag het niet zelf aan.' },
  },
  'add-microsoft-365': {
    ready: {
      title: 'Je kunt beginnen',
      text: 'Je mag Microsoft 365 bestellen voor je Azure-tenant.',
    },
    'held-back': { title: 'Er zit iets in de weg', text: 'Los dit eerst op. Daarna kun je Microsoft 365 bestellen.' },
    unsure: { title: 'Ik kon niet alles zien', text: 'Kijk naar wat nog openstaat en volg dan de stappen.' },
    'already-done': {
      title: 'Je hebt ze allebei al',
      text: 'Microsoft 365 en Azure zitten al in één tenant. Je hoeft niets te doen.',
    },
    'out-of-scope': { title: 'Voor jou loopt het anders', text: 'Bestel niet zelf.' },
  },
  join: {
    ready: {
      title: 'Je kunt het verzoek sturen',
      text: 'Lees eerst wat er verandert. Doe de stappen daarna rustig, één voor één. Een beheerder van de tenant met Microsoft 365 accepteert het verzoek.',
    },
    'held-back': {
      title: 'Er zit iets in de weg',
      text: 'Los dit eerst op. Daarna kun je het abonnement verplaatsen.',
    },
    unsure: { title: 'Ik kon niet alles zien', text: 'Kijk naar wat nog openstaat voordat je iets verandert.' },
    'already-done': {
      title: 'Ze zitten al bij elkaar',
      text: 'Azure en Microsoft 365 zitten in één tenant. Je hoeft niets te doen.',
    },
    'out-of-scope': {
      title: 'Voor jou loopt het anders',
      text: 'Stuur voor dit abonnement niet zelf een verzoek.',
    },
  },
} satisfies Record<Scenario, Record<VerdictOutcome, MessageWords>>;
