import type { TopicId } from '../../domain/steps.ts';
import type { TopicWords } from '../shape.ts';

export const topics = {
  background: {
    title: 'Hoe het in elkaar zit',
    paragraphs: [
      'Microsoft 365 en Azure gebruiken dezelfde dienst voor mensen en abonnementen: Microsoft Entra ID.',
      'Je tenant, ook wel map of directory genoemd, is de houder: daarin zitten de gebruikers en de abonnementen van je organisatie.',
      'Een abonnement wordt in een tenant gemaakt, en een gebruiker hoort bij een tenant. Nooit andersom.',
      'Een abonnement vertrouwt precies één tenant. Eén tenant kan veel abonnementen hebben. Een gebruiker heeft één thuistenant en kan in andere tenants gast zijn.',
      'Een nieuw abonnement komt in de tenant van degene die het aanvraagt. Daarom hangt alles af van het account dat je kiest: met hetzelfde account komen Azure en Microsoft 365 bij elkaar en houdt iedereen één gebruikersnaam.',
      'In Azure Portal kun je ook zelf de map en de eigenaar kiezen. De eigenaar mag daar geen gast zijn, en een aanvraag voor een andere tenant moet binnen 7 dagen worden geaccepteerd.',
      'Een Azure-abonnement is van mensen: de eigenaar van de facturering betaalt, en wie de rol eigenaar heeft beheert de inhoud. Microsoft 365 is van de tenant zelf: wie daar de juiste rol heeft, kan het beheren.',
      'Samen in één tenant betekent niet dat je één rekening krijgt.',
      'Kunnen aanmelden bij Azure Portal is iets anders dan een Azure-abonnement hebben. Voor Microsoft Entra heb je er geen nodig, voor virtuele machines en de meeste andere diensten wel.',
    ],
  },
  'know-your-role': {
    title: 'Welke rol heb ik?',
    paragraphs: [
      'Open het Microsoft Entra-beheercentrum, ga naar Rollen en beheerders en kijk bij Uw rol.',
      'Of open Gebruikers, Alle gebruikers, kies jezelf en kijk bij Toegewezen rollen.',
      'In het Microsoft 365-beheercentrum staat het onder Rollen, Roltoewijzingen.',
      'Om Microsoft 365 te kopen moet je globale beheerder of factureringsbeheerder zijn. Om Azure te krijgen met je Microsoft 365-account heb je geen beheerdersrol nodig.',
      'Je kunt de rol ook via een groep hebben, of een rol hebben die je nog moet activeren.',
    ],
  },
  'get-a-role': {
    title: 'Zo krijg je de rol die je nodig hebt',
    paragraphs: [
      'Vraag het aan iemand die in jouw tenant minstens beheerder van bevoorrechte rollen is.',
      'Die opent Rollen en beheerders in het Microsoft Entra-beheercentrum, kiest de rol, dan Toewijzingen toevoegen, en kiest jou.',
      'Om te kopen is factureringsbeheerder genoeg. Vraag niet meer dan je nodig hebt.',
      'Wacht daarna een paar minuten, meld je af en weer aan.',
    ],
  },
  'share-azure-access': {
    title: 'Een Azure-abonnement delen',
    paragraphs: [
      'Collega’s kunnen niet vanzelf in je abonnement. Jij geeft ze een rol: dat heet op rollen gebaseerd toegangsbeheer.',
      'Open Abonnementen, je abonnement, Toegangsbeheer (IAM), Toevoegen, Roltoewijzing toevoegen.',
      'Een eigenaar mag alles en mag ook toegang geven. Een inzender mag alles behalve toegang geven. Een lezer mag kijken.',
      'Ziet een collega het abonnement niet? Laat diegene rechtsboven van map wisselen en het abonnementsfilter wissen.',
    ],
  },
  support: {
    title: 'Hulp van Microsoft',
    paragraphs: [
      'Je kunt op elk moment een ondersteuningsaanvraag doen in Azure Portal. Vragen over abonnementen en facturering kosten niets.',
      'Kun je je helemaal niet aanmelden? Gebruik dan het formulier daarvoor.',
      'Voor Microsoft 365 kies je rechtsonder in het beheercentrum Help en ondersteuning. Voor Microsoft Entra staat er een aanvraagformulier in het eigen beheercentrum.',
      'Globale beheerders, factureringsbeheerders en beheerders van serviceondersteuning kunnen een aanvraag doen voor Microsoft 365 en Entra. Voor Azure heb je een rol nodig zoals eigenaar of inzender.',
      'Nog geen klant van Azure? Gebruik dan de pagina voor zakelijke ondersteuning.',
    ],
  },
  'enterprise-agreement': {
    title: 'Met een Enterprise Overeenkomst gaat het anders',
    paragraphs: [
      'De stappen in deze chat zijn niet bedoeld voor klanten met een Enterprise Overeenkomst.',
      'Daar maken en verplaatsen ondernemingsbeheerders en accounteigenaren de abonnementen, onder Kostenbeheer en facturering.',
      'Microsoft 365 bestel je via volumelicenties: bij je verkoper van Microsoft of je licentiepartner, of met een licentiereservering door een collega die daar beheerder of Online Services Manager is. Een globale beheerder heeft die rol niet vanzelf. Een reservering verplicht tot betalen. Annuleren kan tot 72 uur voor de gebruiksdatum.',
      'Kijk voor Microsoft 365 eerst waar de licentie-id geactiveerd is: Facturering, Uw producten, Volumelicenties, Contracten. Nieuwe licenties komen vanzelf daar; bij een verlenging telt het klantnummer. Is de id nog nergens geactiveerd, dan komen ze in de tenant waar de Online Services Manager globale beheerder of factureringsbeheerder is. Anders vraagt een e-mail om de tenant.',
      'Eén licentie-id kan niet in twee tenants staan. Zitten de licenties in de verkeerde? Vraag dan de ondersteuning voor volumelicenties om een tenant remap.',
      'Vraag het je ondernemingsbeheerder, of doe een ondersteuningsaanvraag. Je kunt de tekst hieronder gebruiken.',
    ],
  },
  'change-directory-consequences': {
    title: 'Wat er verandert als een abonnement naar een andere tenant gaat',
    paragraphs: [
      'Iedereen verliest zijn toegang: alle roltoewijzingen en eigen rollen op het abonnement verdwijnen voorgoed, net als beleidstoewijzingen. De nieuwste pagina van Microsoft (17 maart 2026) zegt niet wie daarna eigenaar is. Volgens een oudere is dat wie de wijziging afrondt.',
      'Key Vaults gaan pas weer open als hun tenant is aangepast. Versleuteling met je eigen sleutels kan onherstelbaar worden.',
      'Door het systeem toegewezen identiteiten moet je uit en aan zetten, door de gebruiker toegewezen identiteiten maak je opnieuw.',
      'Kubernetes-clusters (AKS) werken niet goed meer en kunnen niet mee, en Microsoft Entra Domain Services ook niet. Azure SQL en MySQL met Entra-aanmelding kunnen niet zomaar mee.',
      'Toegangslijsten op opslag en bestanden, schijfversleuteling en beleid stel je opnieuw in. Een geregistreerde Azure Stack registreer je opnieuw.',
      'Wie betaalt, verandert niet. Bij veel soorten abonnementen kan dat ook: het eigendom van de facturering overdragen is een andere handeling.',
      'Er verandert niets totdat een beheerder van de nieuwe tenant het verzoek accepteert. Volgens een oudere pagina van Microsoft kan het daarna uren duren voordat het abonnement te zien is.',
    ],
  },
  'alternatives-to-moving': {
    title: 'Als verplaatsen niet kan of niet verstandig is',
    paragraphs: [
      'Nodig de Microsoft 365-gebruikers als gast uit in de Azure-tenant en geef ze daar een rol.',
      'Laat de ene tenant de andere beheren met Azure Lighthouse.',
      'Maak een nieuw abonnement in de juiste tenant en bouw de resources daar opnieuw op.',
      'Microsoft 365 zelf kun je niet op die manier verplaatsen: tenants kun je niet samenvoegen. Alleen sommige abonnementen met een Microsoft-klantovereenkomst via een verkoper van Microsoft kunnen verplaatsen, onder Facturering, Uw producten, naar een gekoppelde factureringstenant, en alleen als niemand er een licentie van heeft.',
    ],
  },
  'quick-guidance': {
    title: 'Het korte verhaal',
    paragraphs: [
      'Je hebt Microsoft 365 en wilt Azure: begin bij de registratie van Azure en meld je aan met je werk- of schoolaccount van Microsoft 365. Je hebt geen beheerdersrol nodig.',
      'Je hebt Azure en wilt Microsoft 365: begin op de pagina van Microsoft 365, kies rechtsboven Aanmelden en gebruik het account van je Azure-tenant. Je moet globale beheerder of factureringsbeheerder zijn.',
      'Je hebt allebei, apart gekocht: verplaats het Azure-abonnement naar de tenant met Microsoft 365, als je weet wat er dan stukgaat.',
      'In alle drie de gevallen houdt iedereen één gebruikersnaam en zit alles in één tenant.',
    ],
  },
  'example-kelley': {
    title: 'Een voorbeeld: Kelley van Contoso',
    paragraphs: [
      'Kelley Wall is beheerder bij Contoso en meldt zich aan als admin@contoso.onmicrosoft.com. Haar collega’s Jane en Tricia werken met Microsoft 365.',
      'Kelley wil ook Azure. Ze vraagt het aan met haar account van Contoso. Daarna opent ze in Azure Portal Microsoft Entra ID, Gebruikers: Jane, Tricia en zijzelf staan er alle drie in.',
      'Andersom kan ook. Had Contoso alleen Azure, dan bestelde Kelley Microsoft 365 nadat ze zich met datzelfde account had aangemeld, en stonden ze alle drie bij Actieve gebruikers.',
    ],
  },
  'names-of-today': {
    title: 'Oude en nieuwe namen',
    paragraphs: [
      'Azure Active Directory of Azure AD heet nu Microsoft Entra ID.',
      'Office 365 heet nu Microsoft 365. Sommige abonnementen dragen de oude naam nog.',
      'Map, directory, organisatie en huurder betekenen hier hetzelfde: tenant. Wij zeggen tenant.',
      'Organisatieaccount heet nu werk- of schoolaccount.',
      'Algemene beheerder of bedrijfsbeheerder heet nu globale beheerder.',
      'De klassieke rollen servicebeheerder en medebeheerder zijn in augustus 2024 gestopt. Daarvoor is op rollen gebaseerd toegangsbeheer gekomen.',
      'De klassieke Azure-portal en de EA-portal zijn weg. Gebruik Azure Portal en Kostenbeheer en facturering.',
      'De Office 365-portal heet nu Microsoft 365-beheercentrum.',
      'De aanbieding Toegang tot Azure Active Directory is gestopt. Voor Microsoft Entra heb je geen Azure-abonnement meer nodig.',
    ],
  },
  privacy: {
    title: 'Wat ik lees en bewaar',
    paragraphs: [
      'Na het aanmelden lees ik met jouw eigen rechten: je naam, je rollen, de naam van je tenant, de Microsoft 365-producten daarin, je Azure-abonnementen en, waar het uitmaakt, het soort overeenkomst.',
      'Ik lees alleen. Ik verander niets en koop niets.',
      'Ik bewaar waar je bent in de stappen, je taal en de laatste controle, zodat je later verder kunt. Wachtwoorden bewaar ik niet, en niemand krijgt je aanmelding te zien.',
      'Ik tel welke vragen een antwoord hadden, zonder de tekst. Bewaart je organisatie de tekst van vragen die ik niet kon beantwoorden, dan is dat 30 dagen, zonder namen, adressen en getallen en zonder wie het vroeg.',
      'Heeft je organisatie een embeddingservice ingesteld, dan gaat de tekst van je vraag daarheen om de betekenis te vinden, zonder adressen, getallen en namen die ik herken. Mijn antwoorden blijven de geschreven antwoorden.',
      'Kies Afmelden om te stoppen. Kies Opnieuw beginnen om je stappen te wissen, of Verwijder mijn gegevens om alles te laten verwijderen.',
    ],
  },
} satisfies Record<TopicId, TopicWords>;
