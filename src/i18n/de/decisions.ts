import type { CannotTellReason } from '../../domain/known.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { BlockerId, CheckId, NoticeId, VerdictOutcome } from '../../domain/verdict.ts';
import type { BlockerWords, CheckWords, MessageWords, ReasonWords } from '../shape.ts';

export const checks = {
  'work-account': {
    yes: 'Du bist mit einem Geschäfts-, Schul- oder Unikonto angemeldet.',
    no: 'Das ist kein Geschäfts-, Schul- oder Unikonto dieses Mandanten.',
    'cannot-tell': 'Ich kann nicht sagen, ob deine Registrierung mit diesem Konto in {tenant} landet.',
  },
  'managed-tenant': {
    yes: 'Dein Mandant ist ein gewöhnlicher, verwalteter Mandant.',
    no: 'Dein Mandant ist kein gewöhnlicher, verwalteter Mandant.',
    'cannot-tell': 'Ich kann nicht erkennen, ob dein Mandant verwaltet wird.',
  },
  'has-microsoft-365': {
    yes: 'Dein Mandant hat Microsoft 365.',
    no: 'Ich finde in diesem Mandanten kein Microsoft 365.',
    'cannot-tell': 'Ich kann nicht erkennen, ob dein Mandant Microsoft 365 hat.',
  },
  'has-azure': {
    yes: 'Du hast in diesem Mandanten ein Azure-Abonnement.',
    no: 'Ich finde in diesem Mandanten kein Azure-Abonnement, das du sehen kannst.',
    'cannot-tell': 'Ich kann nicht erkennen, ob du ein Azure-Abonnement hast.',
  },
  'purchase-role': {
    yes: 'Du hast eine Rolle, die kaufen darf: globaler Administrator oder Abrechnungsadministrator.',
    no: 'Du hast gerade keine Rolle, die kaufen darf.',
    'cannot-tell': 'Ich kann nicht erkennen, ob du eine Rolle hast, die kaufen darf.',
  },
  'self-service-agreement': {
    yes: 'Deine Vereinbarung lässt das zu.',
    no: 'Mit deiner Vereinbarung geht es anders.',
    'cannot-tell': 'Ich kann nicht erkennen, welche Vereinbarung du mit Microsoft hast.',
  },
  'subscription-usable': {
    yes: 'Dein Azure-Abonnement funktioniert.',
    no: 'Dein Azure-Abonnement ist überfällig oder deaktiviert.',
    'cannot-tell': 'Ich kann den Zustand deines Azure-Abonnements nicht erkennen.',
  },
  'owner-of-subscription': {
    yes: 'Du bist Besitzer des Abonnements.',
    no: 'Du bist nicht Besitzer des Abonnements oder nur mit einer Bedingung.',
    'cannot-tell': 'Ich kann nicht erkennen, ob du Besitzer des Abonnements bist.',
  },
  'accepting-administrator': {
    yes: 'Du bist hier globaler Administrator, die höchste Rolle. Microsoft nennt keine.',
    no: 'Ich sehe hier keine aktive Administratorrolle bei dir. Vielleicht musst du eine erst aktivieren, auch über eine Gruppe. Sonst nimmt ein Kollege das Abonnement an.',
    'cannot-tell': 'Ich kann nicht erkennen, wer das Abonnement annehmen kann.',
  },
  'offer-can-move': {
    yes: 'Diese Art Abonnement kann das Verzeichnis wechseln.',
    no: 'Diese Art Abonnement kann das Verzeichnis nicht wechseln.',
    'cannot-tell': 'Ich kann nicht erkennen, welche Art Abonnement das ist.',
  },
} satisfies Record<CheckId, CheckWords>;

export const reasons = {
  'not-signed-in': { meaning: 'Du bist nicht angemeldet.', 'way-out': 'Melde dich an, dann schaue ich nach.' },
  'consent-missing': {
    meaning: 'Bisher hat niemand erlaubt, dass ich das lese.',
    'way-out': 'Bitte einen Administrator, diese App freizugeben, oder sieh selbst nach.',
  },
  'permission-refused': {
    meaning: 'Microsoft lässt mich das mit deinen Rechten nicht lesen. Über deine Rolle sagt das nichts.',
    'way-out': 'Sieh selbst nach, oder bitte einen Administrator darum.',
  },
  guest: {
    meaning: 'Du bist hier Gast, und Gäste dürfen das nicht lesen.',
    'way-out': 'Melde dich mit einem Konto des Mandanten selbst an, oder bitte dessen Administrator nachzusehen.',
  },
  'not-from-partner': {
    meaning:
      'Ein Partner (CSP) verkauft diese Art Abonnement nicht. Auch ein Enterprise Agreement kann über einen Partner kommen.',
    'way-out':
      'Sieh im Azure-Portal unter Kostenverwaltung + Abrechnung, Eigenschaften nach: Dort steht die Art der Vereinbarung.',
  },
  'sign-in-again': {
    meaning: 'Microsoft möchte, dass du dich noch einmal anmeldest.',
    'way-out': 'Melde dich ab und wieder an.',
  },
  'second-proof': {
    meaning: 'Microsoft möchte einen zweiten Nachweis, dass du es bist, und hat ihn noch nicht bekommen.',
    'way-out':
      'Prüfe noch einmal und bestätige dich in dem Fenster, das sich öffnet. Geht das nicht, frage deine IT-Abteilung: In den Anmeldeprotokollen von Microsoft Entra steht, um welche Richtlinie es geht und was sie verlangt.',
  },
  'device-refused': {
    meaning: 'Deine Organisation lässt nur Geräte zu, die sie verwaltet.',
    'way-out':
      'Öffne diesen Chat auf einem Gerät, das deine Organisation verwaltet. Oder frage deine IT-Abteilung: Sie kann dein Gerät verwalten oder ändern, für wen die Richtlinie gilt. Diese App auszunehmen reicht nicht: Die Richtlinie gilt für das, was ich lese.',
  },
  'blocked-by-policy': {
    meaning: 'Eine Regel deiner Organisation lässt mich nicht hinein.',
    'way-out': 'Versuche es mit einem Gerät und im Netz deiner Organisation, oder frage deine IT-Abteilung.',
  },
  'app-not-assigned': {
    meaning: 'Du bist dieser App nicht zugewiesen.',
    'way-out': 'Bitte einen Administrator, dich zuzuweisen.',
  },
  'tenant-restricted': {
    meaning: 'Das Netz, in dem du bist, lässt dich nicht in diesen Mandanten.',
    'way-out':
      'Bitte die IT-Abteilung dieses Netzes, den Mandanten zuzulassen, oder nimm ein anderes Netz, wenn du darfst.',
  },
  'cross-tenant-blocked': {
    meaning: 'Deine Organisation und dieser Mandant lassen die Konten des jeweils anderen nicht zu.',
    'way-out':
      'Frage deine IT-Abteilung. Ein Administrator muss es in den mandantenübergreifenden Zugriffseinstellungen von Microsoft Entra erlauben.',
  },
  'account-locked': {
    meaning: 'Dein Konto ist vorübergehend gesperrt, oder Microsoft traut deinem Netz nicht.',
    'way-out':
      'Warte eine Weile, bevor du es wieder versuchst, oder wechsle in ein anderes Netz. Ein Administrator sieht den Grund in den Anmeldeprotokollen.',
  },
  'account-at-risk': {
    meaning: 'Microsoft hat dein Konto gesperrt, weil es vielleicht jemand anderes benutzt.',
    'way-out': 'Bitte einen Administrator deiner eigenen Organisation, sich das anzusehen.',
  },
  'account-disabled': {
    meaning: 'Dein Konto ist in diesem Mandanten deaktiviert.',
    'way-out': 'Bitte einen Administrator des Mandanten, es zu aktivieren.',
  },
  'wrong-account': {
    meaning: 'Dein Konto ist in diesem Mandanten nicht bekannt.',
    'way-out': 'Melde dich ab, und melde dich mit einem Konto des Mandanten an. Ein privates Fenster hilft.',
  },
  'tenant-blocked': {
    meaning: 'Microsoft hat deinen ganzen Mandanten gesperrt, meist weil ihn lange niemand benutzt hat.',
    'way-out':
      'Ein Administrator muss Microsoft anrufen. Nach einer Sperre wegen Inaktivität geht das 20 Tage lang; danach wird der Mandant endgültig gelöscht.',
  },
  'partner-role': {
    meaning:
      'Du verwaltest diesen Mandanten für einen Kunden. Deine Rollen hier kommen aus deinem eigenen Mandanten, und die kann ich nicht lesen.',
    'way-out': 'Sieh im Partner Center unter den Administratorbeziehungen des Kunden nach.',
  },
  'eligible-roles-hidden': {
    meaning:
      'Du hast keine aktive Rolle, mit der du kaufen darfst. Vielleicht musst du eine Rolle erst aktivieren; das sehe ich nicht.',
    'way-out':
      'Sieh in Privileged Identity Management unter Meine Rollen nach. Steht dort Globaler Administrator oder Abrechnungsadministrator? Dann aktiviere die Rolle und prüfe noch einmal. Wenn nicht, frag einen Administrator.',
  },
  'billing-role-unread': {
    meaning:
      'Die Rolle im Mandanten hast du. Mit einer Microsoft-Kundenvereinbarung braucht es auch eine Rolle am Abrechnungskonto, und die lese ich nicht.',
    'way-out': 'Sieh im Microsoft 365 Admin Center unter Abrechnung, Abrechnungskonten nach.',
  },
  'no-licence': {
    meaning:
      'Dein Mandant hat keine Lizenz für Rollen, die man selbst aktiviert. Solche Rollen gibt es hier also nicht.',
    'way-out': 'Du musst dafür nichts tun.',
  },
  'service-absent': {
    meaning: 'Diesen Dienst gibt es in deinem Mandanten noch nicht, etwa weil ihn noch niemand genutzt hat.',
    'way-out': 'Mach mit den Schritten weiter und prüfe danach noch einmal.',
  },
  'service-disabled': {
    meaning: 'Dieser Dienst ist in deinem Mandanten ausgeschaltet.',
    'way-out':
      'Frage einen Administrator. Er hat ihn in Microsoft Entra ausgeschaltet, oder ein Abonnement ist abgelaufen.',
  },
  throttled: {
    meaning: 'Microsoft hat gerade zu viel zu tun.',
    'way-out': 'Warte eine Minute und prüfe noch einmal.',
  },
  unavailable: {
    meaning: 'Der Dienst von Microsoft hat nicht richtig geantwortet.',
    'way-out': 'Prüfe in ein paar Minuten noch einmal.',
  },
  'too-slow': {
    meaning: 'Die Antwort hat zu lange gedauert.',
    'way-out': 'Prüfe noch einmal; beim zweiten Mal geht es oft schneller.',
  },
  unreadable: {
    meaning: 'Ich konnte die Antwort nicht verstehen.',
    'way-out': 'Prüfe später noch einmal, oder sieh selbst nach.',
  },
  incomplete: {
    meaning: 'Ich habe nur einen Teil der Liste bekommen.',
    'way-out': 'Prüfe noch einmal, dann kommt der Rest.',
  },
  'ids-missing': {
    meaning: 'In der Antwort fehlte genau der Teil, auf den es ankommt.',
    'way-out': 'Sieh selbst nach, unter Rollen und Administratoren, Ihre Rolle.',
  },
  ambiguous: {
    meaning: 'Die Antwort passt auf zwei Fälle, die man nicht verwechseln darf.',
    'way-out': 'Sieh selbst im Azure-Portal nach, oder frage deine IT-Abteilung.',
  },
  'unknown-product': {
    meaning: 'Hier gibt es ein Produkt, das ich nicht kenne. Deshalb weiß ich nicht, ob es Microsoft 365 ist.',
    'way-out': 'Sieh im Microsoft 365 Admin Center nach, unter Abrechnung, Ihre Produkte.',
  },
  misconfigured: {
    meaning: 'Bei mir ist etwas falsch eingerichtet.',
    'way-out': 'Sag es den Leuten, die diesen Bot betreiben. Die allgemeinen Schritte kannst du nutzen.',
  },
  'other-tenant': {
    meaning: 'Hier geht es um einen anderen Mandanten. Ich sehe nur den, bei dem du dich angemeldet hast.',
    'way-out': 'Sieh dort selbst nach, oder frage den Administrator dort.',
  },
  'not-documented': {
    meaning: 'Microsoft sagt nicht, ob deine Rolle reicht.',
    'way-out': 'Versuche es. Das Azure-Portal sagt dir, ob du annehmen darfst.',
  },
  'kept-elsewhere': {
    meaning:
      'Dein Konto wird in einem anderen Mandanten verwaltet. Microsoft dokumentiert nicht, wo seine Registrierungen landen.',
    'way-out': 'Prüfe das Verzeichnis, bevor du bestätigst.',
  },
  'not-read': {
    meaning: 'Das habe ich mir für diese Frage nicht angesehen.',
    'way-out': 'Prüfe noch einmal, wenn du es brauchst.',
  },
} satisfies Record<CannotTellReason, ReasonWords>;

export const codes = {
  'consent-missing': {
    meaning: 'Bisher hat niemand diese App im Mandanten freigegeben.',
    'way-out': 'Bitte einen Administrator des Mandanten, die App freizugeben.',
  },
  'second-proof': {
    meaning: 'Microsoft möchte einen zweiten Nachweis, dass du es bist, und hat ihn noch nicht bekommen.',
    'way-out':
      'Melde dich noch einmal an und gib den Nachweis, wenn Microsoft danach fragt. Geht das nicht, frage deine IT-Abteilung, welche Richtlinie dich aufhält.',
  },
  'device-refused': {
    meaning: 'Die Organisation lässt nur Geräte zu, die sie verwaltet.',
    'way-out': 'Melde dich auf einem Gerät an, das sie verwaltet, oder frage ihre IT-Abteilung.',
  },
  'blocked-by-policy': {
    meaning: 'Eine Richtlinie der Organisation blockiert diese Anmeldung.',
    'way-out':
      'Versuche es mit einem Gerät und im Netz der Organisation, oder frage ihre IT-Abteilung: Sie sieht die Richtlinie in den Anmeldeprotokollen von Microsoft Entra.',
  },
  'service-absent': {
    meaning: 'Diesen Dienst gibt es im Mandanten noch nicht.',
    'way-out':
      'Prüfe, ob du im richtigen Mandanten bist. Wenn ja, frage einen Administrator: Der Dienst kommt mit dem ersten Abonnement dafür.',
  },
  unavailable: {
    meaning: 'Der Anmeldedienst von Microsoft hat nicht richtig geantwortet.',
    'way-out': 'Versuche es in ein paar Minuten noch einmal.',
  },
  throttled: {
    meaning: 'Microsoft ist gerade überlastet.',
    'way-out': 'Warte eine Minute und versuche es noch einmal.',
  },
  misconfigured: {
    meaning: 'Die App, bei der du dich anmeldest, ist falsch eingerichtet.',
    'way-out': 'Gib diesen Code den Leuten, die die App betreiben.',
  },
};

export const blockers = {
  'personal-account': {
    title: 'Das ist ein persönliches Konto',
    why: 'Ein Abonnement, das mit einem persönlichen Microsoft-Konto entsteht, landet in einem eigenen Mandanten, getrennt von deiner Organisation.',
    'what-to-do': 'Melde dich ab und mit deinem Geschäfts-, Schul- oder Unikonto wieder an.',
  },
  'personal-move': {
    title: 'Das ist ein persönliches Konto',
    why: 'Ein Abonnement, das mit einem persönlichen Microsoft-Konto entsteht, ist in einem eigenen Mandanten, getrennt von deiner Organisation. Von dort kann es umziehen: Ein Administrator des Mandanten mit Microsoft 365 nimmt die Anfrage an.',
    'what-to-do':
      'Gehört das Abonnement zu diesem Konto? Dann stelle damit die Anfrage: Abonnements, Verzeichnis ändern. Wenn nicht, nimm dein Geschäfts-, Schul- oder Unikonto.',
  },
  'guest-account': {
    title: 'Du bist in diesem Mandanten Gast',
    why: 'Was ein Gast kauft oder anlegt, landet nicht dort, wo du es erwartest.',
    'what-to-do': 'In {home}: Melde dich ab und nimm dein Konto dort. In {tenant}: Frag den Administrator.',
  },
  'partner-admin': {
    title: 'Du verwaltest diesen Mandanten als Partner',
    why: 'Dein Konto gehört nicht zu {tenant}: Du kommst über eine Partnerbeziehung (GDAP) hinein. Wo landet, was du damit anlegst, sagt Microsoft nicht.',
    'what-to-do':
      'Lass es jemanden mit einem Konto in {tenant} anlegen (Microsoft 365: einen Abrechnungsadministrator), oder bestelle es im Partner Center.',
  },
  'partner-orders': {
    title: 'Du verwaltest diesen Mandanten als Partner',
    why: 'Dein Konto gehört nicht zu {tenant}: Du kommst über eine Partnerbeziehung (GDAP) hinein. Azure in {tenant} kommt von einem Partner (CSP), und nur dieser Partner erstellt dort Abonnements.',
    'what-to-do':
      'Bist du dieser Partner? Dann bestelle es im Partner Center. Wenn nicht, fragt {tenant} diesen Partner.',
  },
  'move-as-partner': {
    title: 'Du verwaltest diesen Mandanten als Partner',
    why: 'Dein Konto gehört nicht zu {tenant}: Du kommst über eine Partnerbeziehung (GDAP) hinein. Microsoft sagt nicht, ob man mit so einem Konto die Anfrage stellen oder annehmen kann.',
    'what-to-do':
      'Überlass das Verschieben dem Besitzer des Abonnements und einem Administrator des Mandanten mit Microsoft 365.',
  },
  'partner-cannot-move': {
    title: 'Dieses Abonnement lässt sich nicht verschieben',
    why: 'Dein Konto gehört nicht zu {tenant}: Du kommst über eine Partnerbeziehung (GDAP) hinein. Azure in {tenant} kommt von einem Partner (CSP), und so ein Abonnement kann das Verzeichnis nicht wechseln, wer auch fragt. Ein neues gehört in den Mandanten mit Microsoft 365.',
    'what-to-do':
      'Hast du es verkauft? Erstelle im Partner Center ein neues und baue dort auf, was hier läuft. Wenn nicht, fragt {tenant} den Partner.',
  },
  'unmanaged-tenant': {
    title: 'Dein Mandant hat keinen Administrator',
    why: 'Er ist entstanden, als sich jemand selbst registriert hat. Dieser Weg braucht einen Mandanten mit Administrator.',
    'what-to-do':
      'Wer die Domäne verwaltet, übernimmt {tenant} mit einem DNS-TXT-Eintrag beim Registrar. Oder nimm ein Konto eines anderen Mandanten.',
  },
  'customers-tenant': {
    title: 'Dieser Mandant ist für Kunden gemacht',
    why: 'In {tenant} stehen die Kunden einer App. Microsoft 365 kann es dort nicht geben.',
    'what-to-do': 'Melde dich bei dem Mandanten an, in dem deine Kollegen sind.',
  },
  'role-missing': {
    title: 'Du brauchst eine Rolle, um zu kaufen',
    why: 'Für ganz {tenant} bestellt ein globaler Administrator oder ein Abrechnungsadministrator Microsoft 365.',
    'what-to-do':
      'Bitte einen Administrator um die Rolle Abrechnungsadministrator, oder darum, diesen Schritt zu machen. Ich kann dir einen Text dafür geben.',
  },
  'role-to-activate': {
    title: 'Du musst deine Rolle noch aktivieren',
    why: 'Du bist für die Rolle {role} berechtigt, aber diese Rolle ist jetzt nicht aktiv.',
    'what-to-do': 'Aktiviere die Rolle in Privileged Identity Management und wähle dann Noch einmal prüfen.',
  },
  'enterprise-agreement': {
    title: 'Du hast ein Enterprise Agreement',
    why: 'Mit dieser Vereinbarung erstellt dein Unternehmensadministrator oder Kontobesitzer die Abonnements. Die gewöhnliche Registrierung läuft daran vorbei.',
    'what-to-do': 'Frage deinen Unternehmensadministrator oder den Support. Einen Text dafür habe ich.',
  },
  'enterprise-licences': {
    title: 'Du hast ein Enterprise Agreement',
    why: 'Damit wird Microsoft 365 über die Volumenlizenzierung bestellt. Was du selbst im Web kaufst, gehört nicht zur Vereinbarung. Sieh zuerst unter Abrechnung, Ihre Produkte, Volumenlizenzierung, Verträge nach: Ist die Lizenz-ID in {tenant} aktiviert? Ist sie noch nirgends aktiviert, landen Lizenzen von selbst in einem Mandanten, in dem der Online Services Manager globaler Administrator oder Abrechnungsadministrator ist. Ein Kollege mit einer Rolle für die Volumenlizenzierung kann Lizenzen reservieren. Das verpflichtet zur Zahlung und lässt sich bis 72 Stunden vor dem Nutzungsdatum stornieren.',
    'what-to-do':
      'Frage Microsofts Vertrieb, deinen Lizenzpartner oder jemanden mit einer Rolle für die Volumenlizenzierung.',
  },
  'enterprise-move': {
    title: 'Du hast ein Enterprise Agreement',
    why: 'Die Seite von Microsoft zum Verschieben (17. März 2026) nennt keine Vereinbarung: Ein Besitzer stellt die Anfrage, und ein Administrator des anderen Mandanten nimmt sie an. Mit einem Enterprise Agreement erstellen und übertragen aber Unternehmensadministratoren und Kontobesitzer die Abonnements, und der Artikel hinter diesen Schritten gilt nicht dafür.',
    'what-to-do':
      'Frage deinen Unternehmensadministrator, wer es verschieben darf, oder erstelle eine Supportanfrage. Einen Text dafür habe ich schon.',
  },
  'bought-through-partner': {
    title: 'Dein Abonnement kommt von einem Partner',
    why: 'Abonnements von einem Partner (CSP) können das Verzeichnis nicht wechseln.',
    'what-to-do':
      'Frage den Partner, der es dir verkauft hat. Im Microsoft 365 Admin Center steht er unter Einstellungen, Partnerbeziehungen.',
  },
  'azure-from-partner': {
    title: 'Euer Azure kommt von einem Partner',
    why: 'Bei CSP erstellt nur der Partner die Azure-Abonnements. Die gewöhnliche Registrierung läuft daran vorbei.',
    'what-to-do':
      'Bitte den Partner, hier ein Abonnement hinzuzufügen. Im Microsoft 365 Admin Center steht er unter Einstellungen, Partnerbeziehungen.',
  },
  'developer-tenant': {
    title: 'Das ist ein Mandant für Entwickler',
    why: 'Mandanten aus dem Microsoft 365-Entwicklerprogramm können kein Azure kaufen, und {tenant} ist einer davon.',
    'what-to-do':
      'Hole dir Azure mit einem Konto eines anderen Mandanten. Ein Abonnement für die Entwicklung kann zu {tenant}, die Produktion nicht.',
  },
  'developer-licences': {
    title: 'Das ist ein Mandant für Entwickler',
    why: '{tenant} gehört zum Microsoft 365-Entwicklerprogramm. Die meisten dieser Mandanten können keinen Microsoft 365-Plan kaufen.',
    'what-to-do': 'Melde dich mit einem Konto eines anderen Mandanten an und bestelle Microsoft 365 dort.',
  },
  'offer-cannot-move': {
    title: 'Dieses Abonnement lässt sich nicht verschieben',
    why: 'Abonnements mit dem Angebot {offer} können das Verzeichnis nicht wechseln.',
    'what-to-do': 'Sieh dir die anderen Wege an, etwa ein neues Abonnement im richtigen Mandanten.',
  },
  'not-owner': {
    title: 'Du bist nicht Besitzer des Abonnements',
    why: '{subscription} kann nur ein Besitzer verschieben.',
    'what-to-do': 'Bitte einen Besitzer, es zu tun oder dich zum Besitzer zu machen.',
  },
  'owner-with-condition': {
    title: 'Deine Besitzerrolle hat eine Bedingung',
    why: '{subscription}: Mit einer Bedingung an der Besitzerrolle kann das Verschieben scheitern.',
    'what-to-do': 'Bitte um die Besitzerrolle ohne Bedingung.',
  },
  'no-subscription-to-move': {
    title: 'Ich sehe kein Abonnement zum Verschieben',
    why: 'Ich finde in {tenant} kein Azure-Abonnement, das dieses Konto sehen kann.',
    'what-to-do': 'Melde dich bei dem Mandanten mit dem Abonnement an, oder bitte dessen Besitzer um eine Rolle.',
  },
  'subscription-disabled': {
    title: 'Dein Abonnement ist deaktiviert',
    why: '{subscription} ist deaktiviert. Du kannst noch lesen und löschen, was darin ist, aber nichts ändern. Azure löscht es nach 1 bis 90 Tagen endgültig, abhängig von der Art des Abonnements.',
    'what-to-do':
      'Bezahle eine offene Rechnung, stelle eine Testversion um, oder wähle nach einer Kündigung Reaktivieren. Was darin ist, kostet dann wieder Geld.',
  },
  'subscription-past-due': {
    title: 'Eine Rechnung ist offen',
    why: '{subscription}: Eine Zahlung ist überfällig. Alles darin funktioniert noch. Bleibt die Rechnung offen, kann Azure das Abonnement deaktivieren.',
    'what-to-do':
      '{subscription} funktioniert noch. Der Kontoadministrator bezahlt unter Kostenverwaltung + Abrechnung (Kundenvereinbarung: eine Abrechnungsrolle). Nicht du? Frag nach.',
  },
  'microsoft-365-disabled': {
    title: 'Microsoft 365 ist deaktiviert',
    why: '{product} ist deaktiviert: Niemand kann damit arbeiten, und nur Administratoren kommen noch an die Daten.',
    'what-to-do':
      'Ein Abrechnungsadministrator kann es unter Abrechnung, Ihre Produkte reaktivieren (Kundenvereinbarung: wer eine Abrechnungsrolle hat).',
  },
} satisfies Record<BlockerId, BlockerWords>;

export const notices = {
  'no-admin-role-needed': 'Du brauchst dafür keine Administratorrolle.',
  'signer-pays': 'Wer sich registriert, besitzt das Abonnement und bekommt die Rechnung.',
  'use-this-account':
    'Registriere dich nur mit {account}. Steht dort ein anderes Konto? Nimm ein anderes Browserprofil.',
  'use-account-here':
    'Registriere dich nur mit dem Konto, mit dem du hier bist. Steht dort ein anderes? Nimm ein anderes Browserprofil.',
  'lands-in-this-tenant': 'Was du anlegst, landet in {tenant}.',
  'landing-not-documented':
    'Ich kann nicht sagen, in welchem Mandanten deine Registrierung landet: {tenant} oder {home}. Microsoft dokumentiert das nicht. Prüfe das Verzeichnis, bevor du bestätigst, oder nimm ein Konto, das in {tenant} verwaltet wird.',
  'several-tenants': 'Dein Konto ist in mehreren Mandanten: {tenants}. Achte auf den Namen oben rechts.',
  'role-ends-soon':
    'Deine Rolle {role} endet bald ({date}). Schließe alle Schritte vorher ab, oder lass sie verlängern: Danach beendest du eine Testversion nur mit einer Rolle am Abrechnungskonto.',
  'role-through-group': 'Du hast deine Rolle {role} über die Gruppe {group}. Das zählt.',
  'agreement-unknown':
    'Ich sehe nicht, welche Vereinbarung ihr habt. Habt ihr ein Enterprise Agreement? Dann registriere dich nicht selbst.',
  'agreement-unknown-move':
    'Ich kann nicht sehen, welche Vereinbarung du hast. Wenn ihr ein Enterprise Agreement habt, frage deinen Unternehmensadministrator, bevor du etwas verschiebst.',
  'billing-role-needed':
    'Mit einer Microsoft-Kundenvereinbarung brauchst du auch eine Rolle am Abrechnungskonto: Besitzer oder Mitwirkender.',
  'billing-role-perhaps':
    'Ist es eine Microsoft-Kundenvereinbarung, brauchst du auch eine Rolle am Abrechnungskonto: Besitzer oder Mitwirkender.',
  'billing-role-for-azure':
    'Mit einer Microsoft-Kundenvereinbarung brauchst du für ein neues Abonnement eine Rolle am Abrechnungskonto: Besitzer, Mitwirkender oder Ersteller von Azure-Abonnements.',
  'trial-ends':
    '{product}: Testende {date}. Danach kostet es mit Zahlungsmethode, außer du schaltest unter Abrechnung, Ihre Produkte die wiederkehrende Abrechnung ab.',
  'product-expired':
    '{product} ist abgelaufen. Es funktioniert noch (Ende: {date}). Ein Administrator kann es auch danach eine Zeit lang reaktivieren.',
  'product-disabled':
    '{product} ist deaktiviert. Nur Administratoren kommen noch an die Daten (Ende: {date}). Vorher kann ein Abrechnungsadministrator es reaktivieren (Kundenvereinbarung: wer eine Abrechnungsrolle hat).',
  'product-about-to-be-deleted':
    '{product} wird bald gelöscht, mit allen Daten. Noch kann ein Abrechnungsadministrator es reaktivieren (Kundenvereinbarung: wer eine Abrechnungsrolle hat).',
  'subscription-warned':
    '{subscription}: Azure warnt dich. Es funktioniert noch, wird aber bald deaktiviert, wenn niemand den Grund behebt. Sieh unter Kostenverwaltung + Abrechnung nach.',
  'subscription-past-due':
    '{subscription}: Eine Zahlung ist überfällig. Noch funktioniert es: Bezahle, bevor es deaktiviert wird.',
  'subscription-disabled':
    '{subscription} ist deaktiviert und wird nach 1 bis 90 Tagen gelöscht. Was hilft, hängt von der Ursache ab: Rechnung, Testversion oder Kündigung.',
  'subscription-deleted': '{subscription} ist gelöscht, mit allem darin. Du kannst es nicht mehr verwenden.',
  'spending-limit-on':
    '{subscription} hat ein Ausgabenlimit. Solange es eingeschaltet ist, kostet es nichts. Das Abonnement stoppt, wenn das Guthaben verbraucht ist.',
  'free-services-only':
    'Für {subscription} gilt das Angebot {offer}. Ein Guthaben gibt es nicht: Du nutzt einige Dienste kostenlos, und mehr nicht.',
  'no-microsoft-365-found':
    'Ich finde in {tenant} kein Microsoft 365. Ist es in einem anderen Mandanten? Dann melde dich zuerst dort an.',
  'no-azure-found':
    'Ich finde in {tenant} kein Azure-Abonnement. Ist es in einem anderen Mandanten? Dann melde dich zuerst dort an.',
  'azure-already-here': '{tenant} hat schon Azure: {subscription}.',
  'microsoft-365-already-here': 'In {tenant} gibt es schon Microsoft 365: {product}.',
  'facts-contradict':
    'Die Dienste von Microsoft widersprechen sich: Der eine nennt {graph}, der andere {azure}. Ich wähle keinen davon.',
  'offer-ends':
    'Für {subscription} gilt das Angebot {offer}. Es endet, wenn die Zeit oder das Guthaben verbraucht ist.',
  'offer-retired': 'Für {subscription} gilt das Angebot {offer}. Microsoft verkauft es nicht mehr.',
  'offer-cannot-change-directory':
    'Für {subscription} gilt das Angebot {offer}. Das Abonnement kann nicht in einen anderen Mandanten wechseln.',
  'offer-keeps-its-payer':
    'Für {subscription} gilt das Angebot {offer}. Der Abrechnungsbesitz lässt sich nicht übertragen: Das alte Konto bleibt Zahler, deshalb kannst du den alten Mandanten noch nicht löschen.',
  'mfa-will-be-asked':
    'Microsoft verlangt beim Anmelden in seinen Portalen einen zweiten Nachweis, dass du es wirklich bist.',
  'someone-else-may-be-admin':
    'Vielleicht ist in {tenant} jemand anders der Administrator. Deine IT-Abteilung weiß das.',
  'self-service-possible':
    'Einige Produkte kannst du für dich selbst kaufen oder testen, außer {tenant} hat das abgeschaltet. Die bezahlst du selbst.',
  'subscription-in-other-tenant': '{subscription} gehört zu einem anderen Mandanten, nämlich zu {tenant}.',
  'chat-in-other-tenant':
    'Dieser Chat gehört zu {chat}, und du bist bei {tenant} angemeldet. Geprüft wird in {tenant}.',
  'sold-by-partner': '{product} wurde über einen Partner gekauft. Änderungen gehen über diesen Partner.',
  'role-may-wait-in-group':
    'Eine Rolle kann auch über eine Gruppe kommen, die du erst aktivierst. Das sehe ich nicht: Sieh in Privileged Identity Management unter Meine Rollen, Gruppen nach.',
  'owner-not-read': 'Ob du Besitzer von {subscription} bist, habe ich nicht nachgesehen. Es kann sein.',
  'owner-may-wait':
    'Vielleicht musst du die Rolle Besitzer von {subscription} erst aktivieren. Das sehe ich nicht: Sieh in Privileged Identity Management unter Meine Rollen, Azure-Ressourcen nach.',
  'external-member':
    'Du bist Mitglied von {tenant}, mit einem Konto aus {home}. Für diese Prüfung zählst du als Mitglied.',
  'support-plan-only':
    '{subscription} ist ein Supportplan. Darin lässt sich nichts aufbauen, deshalb zählt er nicht als Azure-Abonnement.',
  'not-azure-subscription':
    '{subscription} gibt nur Zugriff auf Microsoft Entra. Als Azure-Abonnement zählt das nicht.',
  'free-products-only':
    'Ich habe in {tenant} nur kostenlose Produkte, Testversionen oder selbst angeforderte Produkte gefunden. Sie zählen nicht als Microsoft 365.',
  'product-not-listed':
    'In {tenant} gibt es ein Produkt, das ich nicht kenne ({product}). Wenn E-Mail oder Office-Apps dazugehören, hast du Microsoft 365 schon.',
  'guest-here':
    'Du bist Gast in {tenant}; dein Konto gehört zu {home}. Zum Verschieben muss man nicht Gast sein, und es reicht auch nicht.',
  'direction-unknown':
    'Ich sehe nicht, ob {tenant} Microsoft 365 hat. Wenn ja, wechselt das Abonnement zu {tenant}, sonst in einen anderen Mandanten.',
  'developer-tenant-here':
    '{tenant} ist ein Mandant für Entwickler. Azure kaufen kann er nicht, ein Abonnement aufnehmen schon. Nimm ihn nicht für die Produktion: Er kann gelöscht werden.',
  'tenant-policy-may-block':
    'Beide Organisationen können das Verschieben verbieten, unter Abonnements, Richtlinien verwalten. Wenn es nicht klappt, frage deine IT-Abteilung.',
  'somebody-must-accept':
    'Das Verschieben ist eine Anfrage. Der Besitzer des Abonnements stellt sie, und ein Administrator des Mandanten mit Microsoft 365 nimmt sie an. Das kann eine Person sein oder zwei.',
  'signed-in-as': 'Du bist angemeldet als {account}.',
  'microsoft-365-ends':
    'Microsoft 365 endet hier oder kostet (ab {date}): {product}. Entscheide unter Abrechnung, Ihre Produkte.',
  'partner-by-answer-move':
    'Du hast gesagt, dass Azure von einem Partner (CSP) kommt. Ein solches Abonnement kann das Verzeichnis nicht wechseln: Stell keine Anfrage, sondern frag den Partner.',
  'partner-by-answer':
    'Du hast gesagt, dass Azure von einem Partner (CSP) kommt. Dann erstellt nur der Partner Abonnements: Registriere dich nicht selbst.',
} satisfies Record<NoticeId, string>;

export const scenarios = {
  'add-azure': {
    name: 'Von Microsoft 365 zu Azure',
    choice: 'Ich habe Microsoft 365 und will Azure',
    done: 'Azure ist da',
  },
  'add-microsoft-365': {
    name: 'Von Azure zu Microsoft 365',
    choice: 'Ich habe Azure und will Microsoft 365',
    done: 'Microsoft 365 ist da',
  },
  join: {
    name: 'Azure und Microsoft 365 in einem Mandanten',
    choice: 'Ich habe beides, getrennt gekauft',
    done: 'Beide sind in einem Mandanten',
  },
} satisfies Record<Scenario, { name: string; choice: string; done: string }>;

export const verdict = {
  'add-azure': {
    ready: {
      title: 'Du kannst anfangen',
      text: 'Du kannst Azure mit deinem Microsoft 365-Konto bekommen.',
    },
    'held-back': { title: 'Etwas steht im Weg', text: 'Löse das zuerst. Danach kannst du Azure bekommen.' },
    unsure: {
      title: 'Ich konnte nicht alles sehen',
      text: 'Sieh dir an, was offen ist, und folge dann den Schritten.',
    },
    'already-done': {
      title: 'Du hast schon beides',
      text: 'Azure und Microsoft 365 sind schon in einem Mandanten. Du musst nichts tun.',
    },
    'out-of-scope': { title: 'Für dich geht es anders', text: 'Registriere dich nicht selbst.' },
  },
  'add-microsoft-365': {
    ready: {
      title: 'Du kannst anfangen',
      text: 'Du darfst Microsoft 365 für deinen Azure-Mandanten bestellen.',
    },
    'held-back': { title: 'Etwas steht im Weg', text: 'Löse das zuerst. Danach kannst du Microsoft 365 bestellen.' },
    unsure: {
      title: 'Ich konnte nicht alles sehen',
      text: 'Sieh dir an, was offen ist, und folge dann den Schritten.',
    },
    'already-done': {
      title: 'Du hast schon beides',
      text: 'Microsoft 365 und Azure sind schon in einem Mandanten. Du musst nichts tun.',
    },
    'out-of-scope': { title: 'Für dich geht es anders', text: 'Bestelle nicht selbst.' },
  },
  join: {
    ready: {
      title: 'Du kannst die Anfrage stellen',
      text: 'Lies zuerst, was sich ändert. Mach die Schritte dann in Ruhe, einen nach dem anderen. Ein Administrator des Mandanten mit Microsoft 365 nimmt die Anfrage an.',
    },
    'held-back': { title: 'Etwas steht im Weg', text: 'Löse das zuerst. Danach kannst du das Abonnement verschieben.' },
    unsure: { title: 'Ich konnte nicht alles sehen', text: 'Sieh dir an, was offen ist, bevor du etwas änderst.' },
    'already-done': {
      title: 'Sie sind schon zusammen',
      text: 'Azure und Microsoft 365 sind in einem Mandanten. Du musst nichts tun.',
    },
    'out-of-scope': {
      title: 'Für dich geht es anders',
      text: 'Stelle für dieses Abonnement nicht selbst eine Anfrage.',
    },
  },
} satisfies Record<Scenario, Record<VerdictOutcome, MessageWords>>;
