import type { StepId } from '../../domain/steps.ts';
import type { StepWords } from '../shape.ts';

export const steps = {
  'azure-open-sign-up': {
    title: 'Öffne die Registrierung von Azure',
    body: 'Öffne die Seite für kostenloses Azure und wähle Kostenlos starten.',
    notes: [
      'Du hast schon Azure? Dann öffne im Azure-Portal die Abonnements und wähle Hinzufügen: Dort wählst du das Abrechnungskonto, das bezahlt.',
      'Dass du dich im Azure-Portal anmelden kannst, reicht nicht: Virtuelle Computer und die meisten anderen Dienste brauchen ein Azure-Abonnement.',
      'Die kostenlose Testversion gibt es nur für Leute, die neu bei Azure sind. Sonst wähle die nutzungsbasierte Bezahlung.',
      'Du brauchst dafür keine Administratorrolle.',
      'Die kostenlose Testversion kostet nichts, solange das Ausgabenlimit eingeschaltet ist. Ohne das Limit wird nach Verbrauch abgerechnet.',
      'Ein älteres Konto mit nutzungsbasierter Bezahlung (Microsoft Online Services Program) kann auf der Registrierungsseite keine Abonnements mehr hinzufügen. Bietet Hinzufügen kein Abrechnungskonto an, dann erstelle eine Supportanfrage.',
    ],
  },
  'azure-sign-in-with-work-account': {
    title: 'Melde dich mit deinem Microsoft 365-Konto an',
    body: 'Melde dich auf der Seite mit deinem Geschäfts-, Schul- oder Unikonto von Microsoft 365 an.',
    notes: [
      'Das Konto, das du hier verwendest, entscheidet, in welchem Mandanten das Abonnement landet.',
      'Du hast mehrere Microsoft 365-Konten? Verwende das Konto, zu dessen Mandanten das Azure-Abonnement gehören soll.',
      'Wird dein Konto in einem anderen Mandanten verwaltet? Microsoft sagt nicht, welcher von beiden es dann ist: Prüfe das Verzeichnis, bevor du bestätigst.',
      'Der Browser meldet dich mit dem falschen Konto an? Öffne ein InPrivate- oder Inkognitofenster. Lässt Azure nur verwaltete Geräte zu? Dann nimm ein anderes Browserprofil.',
      'Microsoft verlangt im Azure-Portal einen zweiten Nachweis, dass du es bist (mehrstufige Authentifizierung).',
    ],
  },
  'azure-fill-in-details': {
    title: 'Trage deine Angaben ein und schließe die Registrierung ab',
    body: 'Das Formular hat vier Teile: deine Angaben, eine Prüfung per Telefon, eine Prüfung der Karte und die Vereinbarung. Am Ende landest du im Azure-Portal.',
    notes: [
      'Manche Teile fallen weg, weil Microsoft sie aus deinem Microsoft 365-Konto kennt.',
      'Internettelefonie (VoIP) und virtuelle oder vorausbezahlte Karten werden nicht angenommen.',
      'Die Prüfung per Telefon kann ein paar Minuten dauern.',
    ],
  },
  'azure-check-users': {
    title: 'Prüfe, ob deine Kollegen da sind',
    body: 'Öffne im Azure-Portal Microsoft Entra ID und dann Benutzer. Du solltest dieselben Leute sehen wie in Microsoft 365, dich eingeschlossen.',
    notes: [
      'Öffne Abonnements, wähle dein Abonnement und sieh unter Übersicht nach: Bei Verzeichnis steht dein Mandant.',
      'Kein Abonnement in der Liste? Wechsle oben rechts das Verzeichnis und leere den Abonnementfilter.',
    ],
  },
  'azure-share-access': {
    title: 'Gib Kollegen Zugriff auf das Abonnement',
    body: 'Öffne Abonnements, wähle das Abonnement, öffne Zugriffssteuerung (IAM), wähle Hinzufügen und dann Rollenzuweisung hinzufügen. Wähle eine Rolle und die Leute, die sie brauchen.',
    notes: ['Das heißt rollenbasierte Zugriffssteuerung von Azure. Gib niemandem mehr, als nötig ist.'],
  },
  'm365-know-your-role': {
    title: 'Prüfe, ob du für deine Organisation kaufen darfst',
    body: 'Öffne im Microsoft Entra Admin Center Rollen und Administratoren und sieh unter Ihre Rolle nach. Du musst globaler Administrator oder Abrechnungsadministrator sein, mit einer Microsoft-Kundenvereinbarung auch Besitzer oder Mitwirkender des Abrechnungskontos.',
    notes: [
      'Im Microsoft 365 Admin Center steht es unter Rollen, Rollenzuweisungen. Die Rollen eines Abrechnungskontos stehen unter Abrechnung, Abrechnungskonten.',
      'Eine Rolle im Mandanten gibt dir, wer mindestens Administrator für privilegierte Rollen ist. Die Rolle am Abrechnungskonto vergibt ein globaler Administrator, auch an sich selbst: Abrechnung, Abrechnungskonten, das Konto, Rollen zuweisen.',
    ],
  },
  'm365-choose-plan': {
    title: 'Wähle einen Microsoft 365-Plan',
    body: 'Öffne die Seite von Microsoft 365 für Unternehmen und wähle einen Plan. Für große Organisationen gibt es eine Seite mit Enterprise-Plänen.',
    notes: [
      'Du nutzt das Microsoft 365 Admin Center schon? Dann kannst du auch unter Abrechnung „Dienste kaufen“ wählen. Bei manchen Kunden heißt das Marketplace.',
    ],
  },
  'm365-sign-in-top-right': {
    title: 'Wähle zuerst oben rechts Anmelden',
    body: 'Es erscheint ein Formular. Wähle oben rechts Anmelden, oder die Zeile, dass du schon ein Konto hast.',
    notes: [
      'Dieser eine Klick entscheidet: Wer das Formular als neuer Kunde ausfüllt, bekommt einen zweiten Mandanten.',
    ],
  },
  'm365-sign-in-with-azure-account': {
    title: 'Melde dich mit dem Konto deines Azure-Mandanten an',
    body: 'Melde dich mit dem Geschäfts-, Schul- oder Unikonto aus dem Mandanten deines Azure-Abonnements an. Microsoft 365 kommt dann in genau diesen Mandanten.',
    notes: [
      'Ein persönliches Microsoft-Konto funktioniert hier nicht.',
      'Meldet dich der Browser mit einem anderen Konto an? Öffne ein InPrivate- oder Inkognitofenster.',
    ],
  },
  'm365-try-or-buy': {
    title: 'Starte die Testversion oder kaufe',
    body: 'Wähle Kostenlos testen oder Jetzt kaufen und folge der Seite.',
    notes: [
      'Nach der Testversion stellt Microsoft von selbst Rechnungen, wenn eine Zahlungsmethode hinterlegt ist. Willst du das nicht, schalte vorher unter Abrechnung, Ihre Produkte die wiederkehrende Abrechnung aus.',
      'Mit einer Kundenvereinbarung gibt es nur innerhalb von 7 Tagen Geld zurück. Danach lässt sich nichts mehr kündigen, und ein Jahresplan mit Monatszahlung wird bis zum Ende berechnet. Mit der älteren Vereinbarung (MOSA) bekommst du den Rest anteilig zurück. Kündigst du ein Monatsabonnement, kommt sofort niemand mehr hinein.',
    ],
  },
  'm365-continue-after-receipt': {
    title: 'Wähle nach der Bestellbestätigung Weiter',
    body: 'Du siehst eine Bestätigung der Bestellung. Wähle Weiter, dann kommst du zum Microsoft 365 Admin Center.',
    notes: ['Hebe die Bestätigung auf: Der Support fragt nach der Bestellnummer.'],
  },
  'm365-check-users': {
    title: 'Prüfe, ob deine Benutzer da sind',
    body: 'Öffne im Microsoft 365 Admin Center Benutzer und dann Aktive Benutzer. Du solltest die Leute aus deinem Azure-Mandanten sehen.',
    notes: [
      'Du siehst nur dich selbst? Dann ist vielleicht ein zweiter Mandant entstanden. Kündige diese Testversion und bestelle noch einmal, nachdem du dich angemeldet hast.',
    ],
  },
  'join-prepare': {
    title: 'Halte fest, was du hast',
    body: 'Exportiere Rollenzuweisungen, eigene Rollen, Zugriff auf Key Vaults, verwaltete Identitäten und Richtlinien.',
    notes: [
      'Mit dem Wechsel des Verzeichnisses sind alle Rollenzuweisungen und eigenen Rollen des Abonnements endgültig weg.',
      'Du verschiebst das Azure-Abonnement in den Mandanten mit Microsoft 365, nie umgekehrt.',
      'Kubernetes-Cluster (AKS), Microsoft Entra Domain Services und Datenbanken mit Entra-Anmeldung lassen sich nicht einfach mit verschieben.',
      'Schlüssel zum Verschlüsseln in einem Key Vault können endgültig verloren gehen. Lass das vorher jemanden prüfen.',
      'In der Anleitung zum Übertragen eines Abonnements stehen die ganze Liste und ein Skript zur Vorbereitung.',
      'Gib die Liste der Person, die annimmt: Sie stellt den Zugriff im neuen Mandanten wieder her.',
    ],
  },
  'join-find-who-accepts': {
    title: 'Kläre, wer das Abonnement annimmt',
    body: 'Du brauchst die Mandanten-ID des Mandanten mit Microsoft 365 und einen Administrator dort, der deine Anfrage annimmt. Das bist du selbst oder jemand, dessen E-Mail-Adresse du kennst.',
    notes: [
      'Der Administrator findet die Mandanten-ID im Microsoft Entra Admin Center unter Übersicht.',
      'Gast in diesem Mandanten musst du nicht sein. Es würde auch nicht reichen.',
      'Microsoft schreibt „an Entra admin“ und nennt keine Rolle. Globaler Administrator ist die höchste.',
    ],
  },
  'join-open-subscription': {
    title: 'Öffne das Abonnement',
    body: 'Öffne im Azure-Portal Abonnements und wähle das Abonnement, das du verschieben willst.',
    notes: [
      'Du musst Besitzer des Abonnements sein. Eine Bedingung an dieser Rolle kann den Wechsel scheitern lassen. Bitte um die Rolle ohne Bedingung.',
      'Abonnements von einem Partner (CSP), Microsoft Internal und Azure for Students Starter können das Verzeichnis nicht wechseln.',
    ],
  },
  'join-change-directory': {
    title: 'Wähle Verzeichnis ändern',
    body: 'Wähle oben auf der Seite Verzeichnis ändern und lies die Warnungen.',
    notes: [
      'Ist die Schaltfläche grau, hat deine Organisation es vielleicht unter Abonnements, Richtlinien verwalten verboten.',
    ],
  },
  'join-send-request': {
    title: 'Stelle die Anfrage',
    body: 'Nimmst du selbst an, wähle Ja und den Mandanten. Nimmt jemand anderes an, wähle Nein und gib die E-Mail-Adresse und die Mandanten-ID ein. Wähle dann Weiter.',
    notes: [
      'Vergleiche die Mandanten-ID zweimal: Sie entscheidet, wo das Abonnement landet.',
      'Nimmt jemand anderes an, kopiere den Link auf der Bestätigungsseite und schicke ihn weiter.',
      'Die Abrechnung ändert sich nicht: Wer bisher bezahlt, bezahlt weiter.',
    ],
  },
  'join-accept-request': {
    title: 'Lass die Anfrage annehmen',
    body: 'Nimmst du selbst an, wähle Akzeptieren. Nimmt jemand anderes an, öffnet die Person den Link, meldet sich mit einem Konto des Mandanten mit Microsoft 365 an und wählt Akzeptieren.',
    notes: [
      'Bis dahin bleibt das Abonnement im alten Mandanten.',
      'Microsoft sagt nicht, wie lange eine Anfrage offen bleibt. Warte also nicht damit.',
      'Danach sieht die Person, die angenommen hat, im neuen Mandanten nach und stellt den Zugriff wieder her. In ihrem Text steht, wie.',
    ],
  },
  'accept-tell-owner': {
    title: 'Sag dem Besitzer, wohin es geht',
    body: 'Der Besitzer des Abonnements stellt die Anfrage im anderen Mandanten. Gib ihm die Mandanten-ID dieses Mandanten und die E-Mail-Adresse des Administrators, der annimmt.',
    notes: [
      'Die Mandanten-ID steht im Microsoft Entra Admin Center unter Übersicht.',
      'Microsoft nennt keine Rolle für den, der annimmt. Globaler Administrator ist die höchste.',
      'Bist du selbst der Besitzer, mit einem anderen Konto? Dann melde dich hier mit diesem Konto an. Ich zeige dir, wie du die Anfrage stellst.',
    ],
  },
  'accept-open-link': {
    title: 'Nimm die Anfrage an',
    body: 'Der Administrator öffnet den Link des Besitzers, meldet sich mit einem Konto dieses Mandanten an, liest, welches Abonnement es ist, und wählt Akzeptieren.',
    notes: [
      'Nimm nur ein Abonnement an, das du erwartest: Sobald es angenommen ist, verlieren alle den Zugriff darauf.',
      'Bis dahin bleibt das Abonnement im anderen Mandanten.',
      'Microsoft sagt nicht, wie lange eine Anfrage offen bleibt. Warte also nicht.',
      'Wer bezahlt, ändert sich nicht.',
    ],
  },
  'join-switch-directory': {
    title: 'Sieh im neuen Mandanten nach',
    body: 'Gehe im Azure-Portal mit Verzeichnis wechseln zum neuen Mandanten und öffne Abonnements.',
    notes: [
      'Microsoft sagt nicht, wie lange es dauert. Eine ältere Seite nennt mehrere Stunden.',
      'Nicht da? Leere den globalen Abonnementfilter, melde dich ab und wieder an.',
    ],
  },
  'join-aftercare': {
    title: 'Stelle den Zugriff wieder her',
    body: 'Weise die Rollen neu zu, ändere den Mandanten deiner Key Vaults, schalte systemseitig zugewiesene verwaltete Identitäten aus und ein und erstelle benutzerseitig zugewiesene neu.',
    notes: [
      'Die neueste Seite von Microsoft (17. März 2026) sagt nicht, wer im neuen Mandanten Besitzer ist. Laut einer älteren (14. August 2024) ist es, wer den Wechsel abschließt. Sieh also zuerst unter Zugriffssteuerung (IAM) nach. Ist es niemand, kann ein globaler Administrator dort seinen Zugriff erhöhen und einen Besitzer zuweisen.',
      'Ein registriertes Azure Stack muss neu registriert werden.',
      'Du willst später den alten Mandanten löschen? Übertrage vorher den Abrechnungsbesitz. Bei einer kostenlosen Testversion geht das nicht.',
    ],
  },
} satisfies Record<StepId, StepWords>;
