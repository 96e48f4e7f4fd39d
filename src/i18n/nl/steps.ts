import type { StepId } from '../../domain/steps.ts';
import type { StepWords } from '../shape.ts';

export const steps = {
  'azure-open-sign-up': {
    title: 'Open de registratiepagina van Azure',
    body: 'Open de pagina van gratis Azure en kies Gratis beginnen.',
    notes: [
      'Heb je al Azure? Ga dan in Azure Portal naar Abonnementen en kies Toevoegen: daar kies je het factureringsaccount dat betaalt.',
      'Kunnen aanmelden bij Azure Portal is niet genoeg: voor virtuele machines en de meeste andere diensten heb je een Azure-abonnement nodig.',
      'De gratis proefversie is er alleen voor wie nieuw is bij Azure. Kies anders betalen per gebruik.',
      'Je hebt hier geen beheerdersrol voor nodig.',
      'De gratis proefversie kost niets zolang de bestedingslimiet aan staat. Zonder die limiet wordt het betalen per gebruik.',
      'Een ouder account met betalen per gebruik (Microsoft Online Services Program) kan op de registratiepagina geen abonnementen meer toevoegen. Biedt Toevoegen geen factureringsaccount aan? Maak dan een ondersteuningsaanvraag.',
    ],
  },
  'azure-sign-in-with-work-account': {
    title: 'Meld je aan met je Microsoft 365-account',
    body: 'Meld je op die pagina aan met je werk- of schoolaccount van Microsoft 365.',
    notes: [
      'Het account dat je hier gebruikt, bepaalt in welke tenant het abonnement komt.',
      'Heb je meer dan één Microsoft 365-account? Neem het account van de tenant waar het Azure-abonnement bij moet horen.',
      'Wordt je account in een andere tenant beheerd? Dan zegt Microsoft niet welke van de twee het wordt: controleer de directory voordat je bevestigt.',
      'Kiest de browser het verkeerde account? Open dan een InPrivate- of incognitovenster. Laat Azure alleen beheerde apparaten toe? Gebruik dan een ander browserprofiel.',
      'Microsoft vraagt in Azure Portal om een tweede bewijs dat jij het bent (meervoudige verificatie).',
    ],
  },
  'azure-fill-in-details': {
    title: 'Vul je gegevens in en rond de registratie af',
    body: 'Het formulier heeft vier delen: je gegevens, een controle per telefoon, een controle van je kaart en de overeenkomst. Daarna kom je in Azure Portal.',
    notes: [
      'Soms vervalt een deel, omdat Microsoft het al weet van je Microsoft 365-account.',
      'Nummers voor bellen via internet (VoIP) en virtuele kaarten of prepaidkaarten worden niet geaccepteerd.',
      'De controle per telefoon kan een paar minuten duren.',
    ],
  },
  'azure-check-users': {
    title: 'Kijk of je collega’s erin staan',
    body: 'Open in Azure Portal eerst Microsoft Entra ID en dan Gebruikers. Je ziet daar dezelfde mensen als in Microsoft 365, jezelf ook.',
    notes: [
      'Open Abonnementen, kies je abonnement en kijk bij Overzicht: achter Map staat je tenant.',
      'Staat er geen abonnement in de lijst? Wissel rechtsboven van map en wis het abonnementsfilter.',
    ],
  },
  'azure-share-access': {
    title: 'Geef collega’s toegang tot het abonnement',
    body: 'Open Abonnementen, kies het abonnement, open Toegangsbeheer (IAM) en kies Toevoegen en dan Roltoewijzing toevoegen. Kies een rol en de mensen die hem nodig hebben.',
    notes: ['Dit heet op rollen gebaseerd toegangsbeheer van Azure. Geef niemand meer rechten dan nodig.'],
  },
  'm365-know-your-role': {
    title: 'Kijk of je mag kopen',
    body: 'Open in het Microsoft Entra-beheercentrum Rollen en beheerders en kijk bij Uw rol. Je moet globale beheerder of factureringsbeheerder zijn, met een Microsoft-klantovereenkomst ook eigenaar of inzender van het factureringsaccount.',
    notes: [
      'In het Microsoft 365-beheercentrum vind je het onder Rollen, Roltoewijzingen. De rollen van een factureringsaccount staan bij Facturering, Factureringsaccounts.',
      'Een rol van de tenant krijg je van iemand die minstens beheerder van bevoorrechte rollen is. De rol op het factureringsaccount geeft een globale beheerder, ook aan zichzelf: Facturering, Factureringsaccounts, het account, Rollen toewijzen.',
    ],
  },
  'm365-choose-plan': {
    title: 'Kies een Microsoft 365-abonnement',
    body: 'Open de pagina van Microsoft 365 voor bedrijven en kies een abonnement. Voor grote organisaties is er een pagina met Enterprise-abonnementen.',
    notes: [
      'Werk je al met het Microsoft 365-beheercentrum? Dan kun je ook bij Facturering kiezen voor Services aanschaffen. Bij sommige klanten heet dat Marketplace.',
    ],
  },
  'm365-sign-in-top-right': {
    title: 'Kies eerst rechtsboven Aanmelden',
    body: 'Je krijgt een formulier te zien. Kies rechtsboven Aanmelden, of de regel dat je al een account hebt.',
    notes: [
      'Deze ene klik maakt het verschil: vul je het formulier in als nieuwe klant, dan ontstaat er een tweede tenant.',
    ],
  },
  'm365-sign-in-with-azure-account': {
    title: 'Meld je aan met het account van je Azure-tenant',
    body: 'Meld je aan met het werk- of schoolaccount uit de tenant van je Azure-abonnement. Microsoft 365 komt dan in diezelfde tenant.',
    notes: [
      'Een persoonlijk Microsoft-account werkt hier niet.',
      'Kiest de browser een ander account? Open dan een InPrivate- of incognitovenster.',
    ],
  },
  'm365-try-or-buy': {
    title: 'Begin met de proefversie of koop meteen',
    body: 'Kies Gratis proberen of Nu kopen en volg de pagina.',
    notes: [
      'Na de proefperiode begint Microsoft vanzelf met factureren, als er een betaalmethode is. Wil je dat niet? Zet terugkerende facturering vóór die dag uit, bij Facturering, Uw producten.',
      'Met een klantovereenkomst krijg je alleen binnen 7 dagen geld terug. Daarna kun je niets meer opzeggen, en een jaarabonnement dat je per maand betaalt, loopt door tot het eind. Met de oudere overeenkomst (MOSA) krijg je terug wat er nog over is. Zeg je een maandabonnement op, dan kan niemand er meer bij.',
    ],
  },
  'm365-continue-after-receipt': {
    title: 'Kies Doorgaan na de orderbevestiging',
    body: 'Je ziet een bevestiging van je bestelling. Kies Doorgaan, dan kom je in het Microsoft 365-beheercentrum.',
    notes: ['Bewaar de bevestiging: de ondersteuning vraagt naar het ordernummer.'],
  },
  'm365-check-users': {
    title: 'Kijk of je gebruikers erin staan',
    body: 'Open in het Microsoft 365-beheercentrum eerst Gebruikers en dan Actieve gebruikers. Daar staan de mensen uit je Azure-tenant.',
    notes: [
      'Zie je alleen jezelf? Dan is er misschien een tweede tenant gemaakt. Zeg die proefversie op en bestel opnieuw nadat je je hebt aangemeld.',
    ],
  },
  'join-prepare': {
    title: 'Leg vast wat je hebt voordat je iets verplaatst',
    body: 'Bewaar een lijst van roltoewijzingen, eigen rollen, toegang tot Key Vaults, beheerde identiteiten en beleid.',
    notes: [
      'Als je van map wisselt, verdwijnen alle roltoewijzingen en eigen rollen op het abonnement voorgoed.',
      'Je verplaatst het Azure-abonnement naar de tenant met Microsoft 365, nooit andersom.',
      'Kubernetes-clusters (AKS), Microsoft Entra Domain Services en databases met Entra-aanmelding kunnen niet zomaar mee.',
      'Versleutelingssleutels in een Key Vault kun je voorgoed kwijtraken. Laat dat vooraf door iemand nakijken.',
      'In de handleiding voor het overdragen van een abonnement staan de hele lijst en een script voor de voorbereiding.',
      'Geef de lijst aan wie accepteert: die zet de toegang in de nieuwe tenant terug.',
    ],
  },
  'join-find-who-accepts': {
    title: 'Zoek uit wie het abonnement accepteert',
    body: 'Je hebt de tenant-id nodig van de tenant met Microsoft 365, en een beheerder daar die je verzoek accepteert. Dat ben jij, of een collega van wie je het e-mailadres weet.',
    notes: [
      'De beheerder vindt de tenant-id in het Microsoft Entra-beheercentrum, bij Overzicht.',
      'Gast zijn in die tenant hoeft niet, en is ook niet genoeg.',
      'Microsoft zegt “an Entra admin” en noemt geen rol. Globale beheerder is de hoogste.',
    ],
  },
  'join-open-subscription': {
    title: 'Open het abonnement',
    body: 'Open Abonnementen in Azure Portal en kies het abonnement dat je wilt verplaatsen.',
    notes: [
      'Je moet eigenaar van het abonnement zijn. Heeft die rol een voorwaarde, dan kan de wisseling mislukken. Vraag de rol zonder voorwaarde.',
      'Abonnementen van een partner (CSP), Microsoft Internal en Azure for Students Starter kunnen niet van map wisselen.',
    ],
  },
  'join-change-directory': {
    title: 'Kies Map wijzigen',
    body: 'Kies boven aan de pagina Map wijzigen (soms heet het Directory wijzigen) en lees de waarschuwingen.',
    notes: ['Is de knop grijs? Je organisatie kan dit verbieden bij Abonnementen, Beleid beheren.'],
  },
  'join-send-request': {
    title: 'Stuur het verzoek',
    body: 'Accepteer je het zelf? Kies Ja en selecteer de tenant. Accepteert een collega het? Kies Nee en vul het e-mailadres en de tenant-id in. Kies daarna Doorgaan.',
    notes: [
      'Vergelijk de tenant-id twee keer: die bepaalt waar het abonnement terechtkomt.',
      'Accepteert een collega het? Kopieer dan de link van de bevestigingspagina en stuur hem door.',
      'De facturering verandert niet: wie nu betaalt, blijft betalen.',
    ],
  },
  'join-accept-request': {
    title: 'Laat het verzoek accepteren',
    body: 'Accepteer je het zelf? Kies Accepteren. Accepteert een collega het? Die opent de link, meldt zich aan met een account van de tenant met Microsoft 365 en kiest Accepteren.',
    notes: [
      'Tot dat moment blijft het abonnement in de oude tenant.',
      'Microsoft zegt niet hoe lang een verzoek openstaat. Wacht er dus niet mee.',
      'Daarna kijkt wie accepteerde in de nieuwe tenant en zet de toegang terug. In de tekst voor diegene staat hoe.',
    ],
  },
  'accept-tell-owner': {
    title: 'Vertel de eigenaar waar het heen gaat',
    body: 'De eigenaar van het abonnement stuurt het verzoek vanuit de andere tenant. Geef de tenant-id van deze tenant door, en het e-mailadres van de beheerder die accepteert.',
    notes: [
      'De tenant-id staat in het Microsoft Entra-beheercentrum, bij Overzicht.',
      'Microsoft noemt geen rol voor wie accepteert. Globale beheerder is de hoogste.',
      'Ben je zelf de eigenaar, met een ander account? Meld je hier dan met dat account aan; ik laat je zien hoe je het verzoek stuurt.',
    ],
  },
  'accept-open-link': {
    title: 'Accepteer het verzoek',
    body: 'De beheerder opent de link van de eigenaar, meldt zich aan met een account van deze tenant, leest welk abonnement het is en kiest Accepteren.',
    notes: [
      'Accepteer alleen een abonnement dat je verwacht: zodra het is geaccepteerd, verliest iedereen de toegang.',
      'Tot die tijd blijft het abonnement in de andere tenant.',
      'Microsoft zegt niet hoe lang een verzoek open blijft, dus wacht niet.',
      'Wie betaalt, verandert niet.',
    ],
  },
  'join-switch-directory': {
    title: 'Kijk in de nieuwe tenant',
    body: 'Ga in Azure Portal met Schakelen tussen mappen naar de nieuwe tenant en open Abonnementen.',
    notes: [
      'Microsoft zegt niet hoe lang het duurt. Een oudere pagina heeft het over enkele uren.',
      'Nog niets te zien? Wis het algemene abonnementsfilter, meld je af en weer aan.',
    ],
  },
  'join-aftercare': {
    title: 'Zet de toegang terug',
    body: 'Maak de roltoewijzingen opnieuw, pas de tenant van je Key Vaults aan, zet door het systeem toegewezen identiteiten uit en weer aan, en maak door de gebruiker toegewezen identiteiten opnieuw.',
    notes: [
      'De nieuwste pagina van Microsoft (17 maart 2026) zegt niet wie eigenaar is in de nieuwe tenant. Volgens een oudere (14 augustus 2024) is dat wie de wijziging afrondt. Kijk dus eerst, bij Toegangsbeheer (IAM). Is niemand het? Dan kan een globale beheerder daar zijn toegang verhogen en een eigenaar aanwijzen.',
      'Een geregistreerde Azure Stack moet je opnieuw registreren.',
      'Wil je de oude tenant later verwijderen? Draag dan eerst het eigendom van de facturering over. Bij een gratis proefversie kan dat niet.',
    ],
  },
} satisfies Record<StepId, StepWords>;
