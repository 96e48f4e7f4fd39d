export const deskNotes = {
  'taken-up': 'Die Person bearbeitet das jetzt mit OneTenant. Thema: {scenario}.',
  'taken-up-open': 'Die Person bearbeitet das jetzt mit OneTenant, das zuerst fragt, worum es geht.',
  progress: 'OneTenant, Stand der Dinge:',
  'status-shown': 'OneTenant hat der Person ihren Stand gezeigt: Mandant, Rollen, Produkte und Abonnements.',
  solved: 'OneTenant hat gesehen, dass es erledigt ist:',
  declined: 'Die Person möchte dabei keine Hilfe von OneTenant.',
  'person-answered': 'Die Person antwortet im Chat:',
  reached: 'OneTenant hat der Person in Microsoft Teams zu diesem Ticket geschrieben.',
  link: 'OneTenant kann der Person in Microsoft Teams nicht schreiben. Die Antwort mit dem Link steht in diesem Ticket für sie bereit. Bitte weiterschicken, falls dieser Helpdesk das nicht von selbst tut. Der Link gilt einmal, sieben Tage lang.',
  'link-reply':
    'OneTenant kann dir dabei sofort helfen: {link} Melde dich dort mit deinem Arbeitskonto an. Der Link gilt einmal, sieben Tage lang.',
  unreachable: 'OneTenant kann die Person nicht erreichen.',
  page: 'Mehr dazu: {link}',
  'to-do': {
    nothing: 'Für dich: nichts zu tun.',
    answer: 'Für dich: antworte der Person.',
    decide: 'Für dich: entscheide, wer damit weitermacht.',
  },
  verdict: {
    ready: 'Die Person kann anfangen.',
    'held-back': 'Etwas steht im Weg.',
    unsure: 'OneTenant konnte nicht alles sehen.',
    'already-done': 'Azure und Microsoft 365 sind schon in einem Mandanten.',
    'out-of-scope': 'OneTenant hat dafür keinen Weg.',
  },
  waited: {
    'no-reaction': {
      one: 'Die Person hat {count} Tag lang nicht reagiert.',
      other: 'Die Person hat {count} Tage lang nicht reagiert.',
    },
    'left-off': {
      one: 'Die Person hat angefangen und seit {count} Tag nicht weitergemacht.',
      other: 'Die Person hat angefangen und seit {count} Tagen nicht weitergemacht.',
    },
    'already-done': {
      one: 'OneTenant hat der Person gezeigt, dass beides schon in einem Mandanten ist. Seit {count} Tag hat sie nichts mehr geschrieben.',
      other:
        'OneTenant hat der Person gezeigt, dass beides schon in einem Mandanten ist. Seit {count} Tagen hat sie nichts mehr geschrieben.',
    },
    status: {
      one: 'OneTenant hat der Person ihren Stand gezeigt. Seit {count} Tag hat sie nichts mehr geschrieben.',
      other: 'OneTenant hat der Person ihren Stand gezeigt. Seit {count} Tagen hat sie nichts mehr geschrieben.',
    },
  },
  'state-refused': {
    solved: 'OneTenant konnte dieses Ticket nicht auf gelöst setzen. Bitte schließ es selbst.',
    open: 'OneTenant konnte dieses Ticket nicht auf offen setzen. Bitte öffne es selbst.',
    words: 'Der Helpdesk sagt: {words}',
  },
  transcript: 'Die Person teilt diese Zusammenfassung des Chats:',
  'needs-human': {
    asked: 'Die Person möchte mit jemandem aus dem Team sprechen.',
    'beyond-the-bot': 'OneTenant kann dabei nicht helfen.',
    'not-proven': 'Das Ergebnis war nicht zu sehen, so oft OneTenant auch nachsah.',
    'other-person':
      'Es hat sich jemand anderes angemeldet als die Person dieses Tickets. OneTenant hat deshalb nichts davon gezeigt.',
  },
  unrouted: {
    'nobody-named':
      'OneTenant hat niemandem geschrieben: Im Ticket steht weder die Entra-Objekt-ID noch der Benutzername der Person.',
    'foreign-tenant': 'OneTenant hat niemandem geschrieben: Die Person gehört nicht zum Mandanten dieses Helpdesks.',
    'foreign-domain': 'OneTenant hat niemandem geschrieben: Der Benutzername gehört zu keiner Domäne dieses Helpdesks.',
    'unknown-person': 'OneTenant hat niemandem geschrieben: Der Mandant kennt die Person dieses Tickets nicht.',
    'cannot-tell': 'OneTenant hat niemandem geschrieben: Die Person dieses Tickets ließ sich nicht ermitteln.',
  },
};
