import type { TopicId } from '../../domain/steps.ts';
import type { TopicWords } from '../shape.ts';

export const topics = {
  background: {
    title: 'Wie alles zusammenhängt',
    paragraphs: [
      'Microsoft 365 und Azure nutzen denselben Dienst für Personen und Abonnements: Microsoft Entra ID.',
      'Dein Mandant, auch Verzeichnis genannt, ist der Behälter: Darin sind die Benutzer und die Abonnements deiner Organisation.',
      'Ein Abonnement entsteht in einem Mandanten, und ein Benutzer gehört zu einem Mandanten. Nie umgekehrt.',
      'Ein Abonnement vertraut genau einem Mandanten. Ein Mandant kann viele Abonnements haben. Ein Benutzer hat einen Heimatmandanten und kann in anderen Gast sein.',
      'Ein neues Abonnement landet im Mandanten der Person, die sich registriert. Darum kommt alles auf das Konto an, das du verwendest: Mit demselben Konto kommen Azure und Microsoft 365 zusammen, und alle behalten einen Benutzernamen.',
      'Im Azure-Portal kannst du auch das Verzeichnis und den Besitzer wählen. Der Besitzer darf dort kein Gast sein, und eine Anfrage an einen anderen Mandanten muss innerhalb von 7 Tagen angenommen werden.',
      'Ein Azure-Abonnement gehört Personen: Der Abrechnungsbesitzer bezahlt, und Besitzer verwalten, was darin ist. Microsoft 365 gehört dem Mandanten selbst: Wer dort die richtige Rolle hat, kann es verwalten.',
      'Ein gemeinsamer Mandant legt die Rechnungen nicht zusammen.',
      'Sich im Azure-Portal anmelden zu können, ist nicht dasselbe wie ein Azure-Abonnement zu haben. Um Microsoft Entra zu öffnen, brauchst du keins; virtuelle Computer und die meisten anderen Dienste brauchen eins.',
    ],
  },
  'know-your-role': {
    title: 'Welche Rolle habe ich?',
    paragraphs: [
      'Öffne das Microsoft Entra Admin Center, dann Rollen und Administratoren, und sieh unter Ihre Rolle nach.',
      'Oder öffne Benutzer, Alle Benutzer, wähle dich selbst und sieh unter Zugewiesene Rollen nach.',
      'Im Microsoft 365 Admin Center steht es unter Rollen, Rollenzuweisungen.',
      'Um Microsoft 365 zu kaufen, musst du globaler Administrator oder Abrechnungsadministrator sein. Um Azure mit deinem Microsoft 365-Konto zu bekommen, brauchst du keine Administratorrolle.',
      'Die Rolle kann auch über eine Gruppe kommen oder warten, bis du sie aktivierst.',
    ],
  },
  'get-a-role': {
    title: 'Die Rolle bekommen, die du brauchst',
    paragraphs: [
      'Frage jemanden, der in deinem Mandanten mindestens Administrator für privilegierte Rollen ist.',
      'Diese Person öffnet im Microsoft Entra Admin Center Rollen und Administratoren, wählt die Rolle, dann Zuweisungen hinzufügen, und wählt dich aus.',
      'Zum Kaufen reicht Abrechnungsadministrator. Bitte nicht um mehr, als du brauchst.',
      'Warte danach ein paar Minuten, melde dich ab und wieder an.',
    ],
  },
  'share-azure-access': {
    title: 'Ein Azure-Abonnement teilen',
    paragraphs: [
      'Kollegen kommen nicht von selbst in dein Abonnement. Du gibst ihnen eine Rolle: Das heißt rollenbasierte Zugriffssteuerung von Azure.',
      'Öffne Abonnements, dein Abonnement, Zugriffssteuerung (IAM), Hinzufügen, Rollenzuweisung hinzufügen.',
      'Ein Besitzer darf alles und kann Zugriff geben. Ein Mitwirkender darf alles, nur keinen Zugriff geben. Ein Leser darf nur lesen.',
      'Jemand sieht das Abonnement nicht? Lass die Person oben rechts das Verzeichnis wechseln und den Abonnementfilter leeren.',
    ],
  },
  support: {
    title: 'Microsoft fragen',
    paragraphs: [
      'Du kannst jederzeit im Azure-Portal eine Supportanfrage erstellen. Fragen zu Abonnements und Abrechnung sind kostenlos.',
      'Wenn du dich gar nicht anmelden kannst, nutze das Formular für Leute, die sich nicht anmelden können.',
      'Für Microsoft 365 wählst du unten rechts im Admin Center Hilfe und Support. Für Microsoft Entra gibt es ein Formular in dessen eigenem Admin Center.',
      'Globale Administratoren, Abrechnungsadministratoren und Dienstsupportadministratoren können eine Anfrage für Microsoft 365 und Entra erstellen. Für Azure brauchst du eine Rolle wie Besitzer oder Mitwirkender.',
      'Noch kein Azure-Kunde? Nutze die Supportseite für Unternehmen.',
    ],
  },
  'enterprise-agreement': {
    title: 'Mit einem Enterprise Agreement geht es anders',
    paragraphs: [
      'Die Schritte in diesem Chat sind nicht für Kunden mit einem Enterprise Agreement.',
      'Dort erstellen und übertragen Unternehmensadministratoren und Kontobesitzer die Abonnements unter Kostenverwaltung + Abrechnung.',
      'Microsoft 365 wird über die Volumenlizenzierung bestellt: beim Microsoft-Vertrieb oder Lizenzpartner, oder als Lizenzreservierung durch einen Kollegen, der dort Administrator oder Online Services Manager ist. Ein globaler Administrator hat diese Rolle nicht von selbst. Eine Reservierung verpflichtet zur Zahlung. Stornieren lässt sie sich bis 72 Stunden vor dem Nutzungsdatum.',
      'Sieh für Microsoft 365 zuerst nach, wo die Lizenz-ID aktiviert ist: Abrechnung, Ihre Produkte, Volumenlizenzierung, Verträge. Neue Lizenzen landen von selbst dort; bei einer Verlängerung zählt die Kundennummer. Ist sie noch nirgends aktiviert, landen sie in dem Mandanten, in dem der Online Services Manager globaler Administrator oder Abrechnungsadministrator ist. Sonst fragt eine E-Mail nach dem Mandanten.',
      'Eine Lizenz-ID kann nicht in zwei Mandanten sein. Sind die Lizenzen im falschen, bitte den Support für Volumenlizenzierung um einen „Remap“.',
      'Frage deinen Unternehmensadministrator oder erstelle eine Supportanfrage. Den Text unten kannst du verwenden.',
    ],
  },
  'change-directory-consequences': {
    title: 'Was sich ändert, wenn ein Abonnement in einen anderen Mandanten wechselt',
    paragraphs: [
      'Alle verlieren den Zugriff: Alle Rollenzuweisungen und eigenen Rollen des Abonnements sind endgültig weg, ebenso Richtlinienzuweisungen. Die neueste Seite von Microsoft (17. März 2026) sagt nicht, wer danach Besitzer ist. Laut einer älteren ist es, wer den Wechsel abschließt.',
      'Key Vaults lassen sich erst wieder öffnen, wenn ihr Mandant geändert ist. Was mit eigenen Schlüsseln verschlüsselt ist, kann verloren sein.',
      'Systemseitig zugewiesene verwaltete Identitäten musst du aus- und einschalten, benutzerseitig zugewiesene neu erstellen.',
      'Kubernetes-Cluster (AKS) arbeiten nicht mehr richtig und lassen sich nicht verschieben, Microsoft Entra Domain Services auch nicht. Azure SQL und MySQL mit Entra-Anmeldung lassen sich nicht ohne Weiteres verschieben.',
      'Zugriffslisten von Speicher und Dateien, Datenträgerverschlüsselung und Richtlinien musst du neu einrichten. Ein registriertes Azure Stack muss neu registriert werden.',
      'Wer bezahlt, bleibt gleich. Bei vielen Angeboten lässt sich auch das ändern: Den Abrechnungsbesitz zu übertragen ist eine eigene Aktion.',
      'Bis ein Administrator des neuen Mandanten die Anfrage annimmt, ändert sich nichts. Laut einer älteren Seite von Microsoft kann es danach Stunden dauern, bis das Abonnement zu sehen ist.',
    ],
  },
  'alternatives-to-moving': {
    title: 'Wenn Verschieben nicht geht oder nicht sinnvoll ist',
    paragraphs: [
      'Lade die Benutzer von Microsoft 365 als Gäste in den Azure-Mandanten ein und gib ihnen dort eine Rolle.',
      'Lass einen Mandanten den anderen mit Azure Lighthouse verwalten.',
      'Erstelle ein neues Abonnement im richtigen Mandanten und baue die Ressourcen dort neu auf.',
      'Microsoft 365 selbst lässt sich so nicht verschieben: Mandanten lassen sich nicht zusammenlegen. Nur manche Abonnements mit einer Microsoft-Kundenvereinbarung über den Vertrieb von Microsoft lassen sich verschieben, unter Abrechnung, Ihre Produkte, zu einem verknüpften Abrechnungsmandanten, und nur solange niemand eine Lizenz davon hat.',
    ],
  },
  'quick-guidance': {
    title: 'Das Wichtigste in Kürze',
    paragraphs: [
      'Du hast Microsoft 365 und willst Azure: Beginne mit der Registrierung bei Azure und melde dich mit deinem Geschäfts-, Schul- oder Unikonto von Microsoft 365 an. Du brauchst keine Administratorrolle.',
      'Du hast Azure und willst Microsoft 365: Beginne auf der Seite von Microsoft 365, wähle oben rechts Anmelden und verwende das Konto deines Azure-Mandanten. Du musst globaler Administrator oder Abrechnungsadministrator sein.',
      'Du hast beides, getrennt gekauft: Verschiebe das Azure-Abonnement in den Mandanten mit Microsoft 365, sobald du weißt, was dabei kaputtgeht.',
      'In allen drei Fällen behalten alle einen Benutzernamen, und ein Mandant enthält alles.',
    ],
  },
  'example-kelley': {
    title: 'Ein Beispiel: Kelley bei Contoso',
    paragraphs: [
      'Kelley Wall ist Administratorin von Contoso und meldet sich als admin@contoso.onmicrosoft.com an. Die Kolleginnen Jane und Tricia arbeiten mit Microsoft 365.',
      'Kelley will auch Azure. Sie registriert sich bei Azure mit ihrem Contoso-Konto. Danach öffnet sie im Azure-Portal Microsoft Entra ID, Benutzer: Jane, Tricia und sie selbst sind alle da.',
      'Umgekehrt geht es auch. Hätte Contoso nur Azure, dann würde Kelley Microsoft 365 bestellen, nachdem sie sich mit demselben Konto angemeldet hat, und alle drei unter Aktive Benutzer finden.',
    ],
  },
  'names-of-today': {
    title: 'Alte Namen und neue Namen',
    paragraphs: [
      'Azure Active Directory oder Azure AD heißt jetzt Microsoft Entra ID.',
      'Office 365 heißt jetzt Microsoft 365. Manche Pläne tragen noch den alten Namen.',
      'Verzeichnis, Organisation, Tenant und Mandant bedeuten hier dasselbe. Wir sagen Mandant.',
      'Das Organisationskonto heißt jetzt Geschäfts-, Schul- oder Unikonto.',
      'Unternehmensadministrator, in Skripts Company Administrator, heißt jetzt globaler Administrator.',
      'Klassische Rollen wie Dienstadministrator und Co-Administrator gibt es seit August 2024 nicht mehr. An ihre Stelle kam die rollenbasierte Zugriffssteuerung von Azure.',
      'Das klassische Azure-Portal und das EA-Portal gibt es nicht mehr. Nutze das Azure-Portal und dort Kostenverwaltung + Abrechnung.',
      'Das Office 365-Portal heißt jetzt Microsoft 365 Admin Center.',
      'Das Angebot Zugriff auf Azure Active Directory gibt es nicht mehr. Um Microsoft Entra zu öffnen, braucht man kein Azure-Abonnement mehr.',
    ],
  },
  privacy: {
    title: 'Was ich lese und speichere',
    paragraphs: [
      'Nachdem du dich angemeldet hast, lese ich mit deinen eigenen Rechten: deinen Namen, deine Rollen, den Namen deines Mandanten, seine Microsoft 365-Produkte, deine Azure-Abonnements und, wo es darauf ankommt, die Art der Vereinbarung.',
      'Ich lese nur. Ich ändere und kaufe nichts.',
      'Ich speichere, bei welchem Schritt du bist, deine Sprache und die letzte Prüfung, damit du später weitermachen kannst. Kennwörter speichere ich nicht, und niemand sieht deine Anmeldung.',
      'Ich zähle, welche Fragen eine Antwort hatten, ohne ihren Wortlaut. Wenn deine Organisation den Wortlaut von Fragen speichert, die ich nicht beantworten konnte, dann 30 Tage lang, ohne Namen, Adressen und Zahlen und ohne wer gefragt hat.',
      'Wenn deine Organisation einen Einbettungsdienst eingerichtet hat, geht der Text deiner Frage dorthin, um ihre Bedeutung zu finden, ohne Adressen, Zahlen und Namen, die ich erkenne. Meine Antworten bleiben die geschriebenen.',
      'Wähle Abmelden, um das zu beenden. Wähle Neu anfangen, um deine Schritte zu verwerfen, oder Meine Daten löschen, damit alles verschwindet.',
    ],
  },
} satisfies Record<TopicId, TopicWords>;
