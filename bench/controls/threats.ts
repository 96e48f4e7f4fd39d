import { readFileSync } from 'node:fs';

/** One row of docs/threat-model.md. */
export interface Threat {
  readonly threat: string;
  readonly control: string;
  /** As it stands there: the file of the test, and its title. */
  readonly heldBy: string;
  /** Empty where `heldBy` is not of that form. */
  readonly file: string;
  /** Placeholders of `test.each` in it are as in the test. */
  readonly title: string;
}

/** Every row of the threat model, in its order. */
export function readThreats(): readonly Threat[] {
  return readFileSync('docs/threat-model.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5 && cells[3] !== 'held by')
    .map(([, threat = '', control = '', heldBy = '']) => {
      const [, file = '', title = ''] = /^`(test\/[\w/-]+\.test\.ts)` "([^"]+)"$/.exec(heldBy) ?? [];
      return { threat, control, heldBy, file, title };
    });
}

/** For each row of the threat model, the control that is switched off to see its test fail. A test compares the two. */
export const controlsOfThreats: Readonly<Record<string, string>> = {
  'anything at all from a caller without a valid token': 'the token before the body',
  'the same, to lock others out of a conversation or the queue': 'places only for callers that proved who they are',
  'endless lists, with a valid token': 'the length of lists in an activity',
  'bodies that start and stall': 'the room for bodies on their way',
  'a compressed, huge or endless body': 'the body limit while a body is read',
  'deep nesting': 'the depth limit',
  'slow senders': 'looking for slow senders',
  'a host or target that is no address, which ends a process that uses the router alone': 'a host that is an address',
  'requests that do not wait for the answers before them': 'one request at a time on a connection',
  'a body in thousands of tiny pieces': 'no bodies in slivers',
  'a connection on which nobody asks anything, to spoil a clean stop':
    'an end to connections on which nothing is answered',
  "a WebSocket upgrade, which crashes bots that use the SDK's own handler": 'refusing upgrades',
  'keys that reach a prototype, also written with escapes': 'prototype keys',
  'responses that reveal internals': 'no reason in an answer',
  'more work than the bot can handle': 'places for turns',
  'one busy conversation that blocks others': 'the waiting places of one conversation',
  'odd activities from a trusted channel': 'the shape of an activity',

  'no signature, another algorithm, another key, changed claims': 'the signature of a token',
  "the emulator's issuer, other issuers, our own token sent back to us": 'the issuer',
  'a service URL that collects our answers and our token': 'the hosts that answers may go to',
  'a key endorsed for another channel': 'endorsements',
  'forged tokens that fill memory or trigger key downloads': 'a pause between two downloads of keys',
  'keys that change at a bad moment': 'looking for a new key before anybody is refused',
  'no keys available': 'nobody is let in without keys',

  "an event that brings a token of the sender's choice": 'an event with a token is only a signal',
  'guessing the code of a sign-in': 'an end to wrong codes',
  'an old, doubled or foreign button': 'a button counts once',
  'many presses at once': 'a button counts once',
  'an invitation to an administrator that approves by itself': 'a request is answered once',
  "a link in a request to accept a subscription that leads to somebody else's page": 'the hosts of a link to accept',
  'an administrator of the wrong tenant who opens such a request': 'the tenant of who reads a request',
  'facts of the one who signed in before': 'signing in as somebody else forgets',
  'a link to a ticket in the wrong hands': 'the person of a ticket, when they start on it',
  'the same, where the desk knows only a user name': 'a ticket named by user name, for that person only',
  "asking for somebody else's ticket by its number": 'whose tickets are listed',
  'a second person in the same chat window': 'a ticket closes for who signs in after its person',
  'what was typed ends up at a desk': 'how the chat went goes along only when asked',
  'a forged hand-over status': 'a status of a hub that nobody asked for',
  "text from outside that acts in a card, a message or a desk's note, or becomes a link there":
    'escaping titles in cards',
  'a name that passes for another: letters of two scripts, letters that only look Latin, characters nobody sees, marks upon marks':
    'names that pass for others',
  'text in a ticket that acts in a card': 'escaping titles in cards',
  'text that stalls a recogniser': 'the length of what is typed',

  "getting at somebody else's checklist or request from a chat with them":
    'a chat is handed out to its own person only',
  'what was read about somebody, in a message to others': 'a checklist for others is made of the plan alone',
  'a card in a message whose buttons act for whoever sent it': 'nothing to press but links in a message',
  'a pasted link that tells what only one person may see': 'a link to a ticket is no page for everybody',
  'odd requests of the message box': 'an end to odd pages of a search',
  'a chat of others that the bot learns of by such a request': 'requests of the message box are no turns',

  'the right to install, used for other apps': 'the tier that may install',
  'a command that installs for a whole group by mistake': 'installing only when told to',
  'a list of a group that leads to another host': 'the host of the next page of a group',

  'a link that somebody else opens, and proves with their own account': 'the account of a step-up',
  'one wrong account after another, to flood a chat or wear somebody out': 'the second wrong account ends a step-up',
  'an answer from Entra that is used twice, or a link that is opened again': 'a step-up is opened once',
  'an answer from Entra that is slipped into another browser': 'the browser of a step-up',
  "a link that is opened in many windows, to spoil the person's own": 'of two windows, one counts',
  'a link left lying around': 'a step-up ends by itself',
  'guessing links': 'a link that nobody gave out',
  'a token that Entra did not sign, that was changed, or that another service signed': 'the signature of a tab’s token',
  'a token for another application, tenant or purpose': 'the audience of a tab’s token',
  'a key that may sign for another tenant only': 'the issuer of the key of a tab’s token',
  'an old token': 'the lifetime of a tab’s token',
  'somebody of a tenant that may not use the bot': 'the tenants whose people may open the tab',
  "reading or ticking somebody else's checklist": 'Teams says whose chat it is',
  'a chat whose last words came from somebody else': 'a tab shows the chat of its own person',
  'a page that shows the tab in a frame, to have people press what they do not see': 'the pages that may show the tab',
  'ticks out of order, or for a move that nobody agreed to': 'a tick in the tab keeps to the plan',
  'one tab that asks without end, or an address that tries tokens': 'one person’s requests of the tab',
  'a challenge that is no JSON, or endless': 'claims of a challenge are checked',
  'what was proved is used by somebody else, elsewhere or later': 'what was proved belongs to one sign-in',
  "the same after signing out, or after the person's sessions were revoked": 'what was proved ends after an hour',
  'going round for ever': 'what follows a step-up reads nothing again',

  'a delivery that no desk sent': 'the signature of any desk that speaks Standard Webhooks',
  'the same at each kind of desk, through the whole bot': 'the signature of Zendesk',
  'an old delivery, sent again': 'the time window of Standard Webhooks',
  'a delivery that comes many times, to any replica': 'a delivery is noted before anything else',
  'the same, days later': 'the same hand-over again',
  'the same, after the ticket went on': 'the same hand-over again',
  'a known name with another body': 'the same delivery id with another body',
  'a recorded body under a fresh name, where desks do not sign the name':
    'the same body of an answer under another name',
  'a dot in a name, which shifts what is signed': 'the shape of a delivery id',
  'a secret that leaked': 'each of two secrets while they change',
  'a secret that can be guessed, or is published': 'the length of secrets',
  'compressed, huge, deep or broken bodies': 'no encodings',
  'odd deliveries of a desk that is to be trusted': 'the strict schema of a delivery',
  'guessing secrets, keys or ids': 'waiting after refused deliveries',
  'a crowd of addresses that makes everybody wait': 'nobody waits for a crowd of others',
  "a desk that asks about another desk's ticket": 'the key of the desk that a ticket is of',
  'telling them apart by the time it takes': 'a ticket is looked for, whoever asks',
  'a ticket that names somebody of another tenant, or nobody': 'the tenant that a desk may name people of',
  'an older change that arrives after a newer one': 'older versions',
  'our own notes, delivered back as answers': 'our own notes that come back',
  'templates, macros and blanks in a ticket': 'escaping titles in cards',
  'a link to a ticket that two chats open at once, or that lies in the store': 'two chats with one link at once',

  'a setting that leads into our own network': 'addresses of desks in our own network',
  'a name that leads there later': 'names that lead to private addresses',
  'a token endpoint on our own network': 'private addresses that tokens come from',
  "a client's secret or a token in a log, on a page or in the doctor":
    'an error of a token endpoint is a code, not what it wrote',
  'an answer without end': 'the longest answer of a desk',
  'an answer that drips': 'one time limit for an answer of a desk',
  'a desk that is down': 'a desk that is down is tried again',
  'a desk that stays down, unnoticed': 'a dead effect is told',
  'a desk that wants fewer requests': 'waiting as long as a desk says',
  'a desk that wants no more': 'a desk that takes nothing more',
  'an effect that arrived although its answer was lost': 'remembering that an effect may be there',
  'a process that dies in the middle of a note to a desk': 'a claim that was never ended may have had its effect',
  'the same, with real processes and kill -9': 'a claim that was never ended may have had its effect',
  'a person who left or blocked the bot': 'a link for who cannot be reached',
  'mentions and markup in what a desk gets': 'mentions in notes',
  'words that are kept although the desk has them': 'words that a desk has are kept no longer',
  'tickets of somebody who asked to be forgotten': 'nothing in a ticket leads to who was forgotten',

  'two replicas that overwrite each other': 'compare-and-swap in SQLite',
  'an activity that is delivered again, to any replica': 'answering a delivery once',
  'a process that dies in the middle of a turn': 'messages that wait are sent by who comes next',
  'a store that hangs, or was away at the start': 'a store that was away is asked again',
  "a write whose answer was lost, counted as somebody else's": 'the mark of a write',
  'a conversation that cannot be read': 'an unreadable conversation is kept aside',
  'a conversation that a newer release wrote, overwritten after going back':
    'a conversation of a newer release is left alone',
  'deleting by accident, or by a made-up press': 'buttons that nobody was shown',
  'keeping more than is needed': 'every page of a list is looked at',
  'a new kind of document that nothing ever removes': 'no document without an end',
  'traces of somebody who asked to be forgotten': 'zeroed bytes',

  'one visitor with endless addresses who uses up the new chats of all': 'the limits of networks',
  'a foreign page that gets keys': 'the origins of the chat window',
  'pretending to be another visitor': 'the server names the visitor',
  'the Direct Line key in an answer': 'only a key for one conversation leaves',
  'using up the channel': 'new chats of one address',
  'foreign scripts or frames': 'which pages may show the panel',

  'somebody without the role looks at tickets': 'the role of an operator',
  'an administrator of another tenant gives the role at home': 'the tenants of operators',
  "an operator of one desk reads another's": 'the desks that an operator sees',
  'a forged, changed or old cookie': 'a cookie of an operator ends and is for one kind',
  'a code or state that is replayed, stolen or planted': 'the state of a sign-in of an operator',
  "a token that was made for somebody else's sign-in or application": 'the claims of an identity token',
  'being sent to another site after signing in': 'where an operator goes after signing in',
  'a page of another site that presses *send again*': 'forms of other sites',
  "hostile text in a number or a desk's name": 'escaping on the page of tickets',
  'a frame around the page, a copy in a cache': 'headers of the tickets page',
  'a formula in the table of outcomes': 'formulas in the table of outcomes',
  'trying sign-ins without end': 'sign-ins of one address',
  'a copy of the store that makes cookies': 'the secret in the key of cookies',

  'a service that hangs': 'a deadline for who never answers',
  'a service that is down': 'a service that is down is left alone',
  'lists without end, or that lead elsewhere with our token': 'the host of the next page',
  "somebody else's reading": 'a reading belongs to one sign-in',

  'a question that tells who asked it leaves the machine': 'what the model may not see',
  'more than questions leaves it': 'what needs no comparison is not sent',
  'a token of the managed identity for whoever an address names': 'whom the managed identity proves itself to',
  'somebody who reads along': 'https to an embedding service',
  'a service that is slow, down or throttles keeps people waiting': 'time for a sentence to be compared',
  'vectors that are no numbers, too long, or of another model': 'vectors that are none',
  'a service that lies about what is near': 'what only a model sees is offered, not stated',
  'the text or the key in the log': 'nothing of a text or a key in a fault',

  'a setting that leaves the door open': 'an empty setting is a missing one',
  'a secret in a message about settings': 'no value in what is said of a setting',
  'turns that are cut by a deployment': 'saying "not ready" before the end',
  'a fault that nobody caught': 'the log without messages of errors',
  'names, words, tokens or codes in the log': 'nothing that was typed in the log',
  'libraries that log whole requests': 'redaction',
  'filling the log from outside': 'sampling',
};

/** Rows that no single line of ours holds: there is nothing to switch off, and why. */
export const heldElsewhere: Readonly<Record<string, string>> = {
  'no token, half a token, the wrong kind of token':
    'held three times: the route, the gate and the reader of tokens each refuse it',
  "a page of another site that asks with somebody's token":
    'no route of the tab answers a preflight, and it takes no cookie',
  'a code of somebody else': 'the token service binds a code to who began the sign-in',
  'a key in an address, where proxies note it': 'no code reads a query there',
  'a mail address as the only proof': 'no field of a delivery holds one, so there is nothing to compare',
  'a title that breaks out of the rule text and names another person':
    'the rule text names the person after the title, and of two members with one name JSON keeps the last',
  'an address in a delivery that collects what we write': 'no code reads an address from a delivery',
  'a redirect that takes our key along': 'Node’s own client follows none',
  'a redirect that takes text and key along': 'Node’s own client follows none',
  'an answer that makes no sense, taken for "no role"':
    'one schema for each answer; without them nothing is read at all',
};
