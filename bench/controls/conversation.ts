import type { Mutation } from './mutation.ts';

const prompt = 'dialogs/sign-in-prompt.ts';
const badInput = 'test/conversations/bad-input';
const presses = 'test/conversations/presses';
const later = 'test/conversations/later';
const tickets = 'test/conversations/tickets.test';

/** Turns, and what happens in a conversation and with whom. */
export const conversationControls: readonly Mutation[] = [
  {
    control: 'an end to waiting for another replica',
    file: 'src/bot/turn/conversation-store.ts',
    from: 'if (stopwatch.elapsed() - seen.at >= sendingLeaseMs) return',
    to: 'if (outbox.leaseUntil <= clock.now()) return',
    test: 'test/bot/turn/clocks',
  },
  {
    control: 'leases of a replica whose clock is behind',
    file: 'src/bot/turn/conversation-store.ts',
    from: 'clock.now() - clocksApartMs',
    to: 'clock.now()',
    test: 'test/bot/turn/clocks',
  },
  {
    control: 'the steps card that a recovery has sent',
    file: 'src/bot/turn/outbox.ts',
    from: 'waiting.length === 0 ? stepsCardId :',
    to: 'waiting.length === 0 ? record.stepsCardId :',
    test: 'test/bot/turn/turn-runner',
  },
  {
    control: 'an event with a token is only a signal',
    file: prompt,
    from: 'if (isTokenSignal(activity) || isInvoke(activity, tokenExchangeOperationName)) return this.#endWhenSignedIn(dialog);',
    to: "if (isTokenSignal(activity)) return endPrompt(dialog, 'signed-in');",
    test: badInput,
  },
  {
    control: 'an end to wrong codes',
    file: prompt,
    from: 'if (triesLeft <= 0)',
    to: 'if (triesLeft < -99)',
    test: badInput,
  },
  {
    control: 'a button counts once',
    file: 'src/bot/input/hearing.ts',
    from: '  spendPress(record, nonce, print);\n',
    to: '',
    test: presses,
  },
  {
    control: 'a request is answered once',
    file: 'src/domain/admin-request.ts',
    from: "return state.kind === 'made' ? null : 'already-answered';",
    to: 'return null;',
    test: later,
  },
  {
    control: 'the hosts of a link to accept',
    file: 'src/domain/acceptance.ts',
    from: 'portalHosts.includes(host)',
    to: 'portalHosts.length > 0',
    test: 'test/domain/acceptance',
  },
  {
    control: 'the tenant of who reads a request',
    file: 'src/domain/admin-request.ts',
    from: 'if (!sameId(request.tenantId, reader.tenantId))',
    to: 'if (request.tenantId === reader.personId)',
    test: later,
  },
  {
    control: 'signing in as somebody else forgets',
    file: 'src/bot/context/turn-facts.ts',
    from: 'before === undefined || isSamePerson(before, identity)',
    to: 'true',
    test: badInput,
  },
  {
    control: 'a ticket closes for who signs in after its person',
    file: 'src/bot/context/turn-facts.ts',
    from: 'ticket === null || ticket.openedBy === null || isSamePerson(ticket.openedBy, identity)',
    to: 'true',
    test: tickets,
  },
  {
    control: 'whose tickets are listed',
    file: 'src/bot/conversation/ticket-intents.ts',
    from: '  if (!isTheirs) return null;\n',
    to: '',
    test: tickets,
  },
  {
    control: 'a ticket named by user name, for that person only',
    file: 'src/domain/ticket-person.ts',
    from: 'return userPrincipalName !== null && sameId(userPrincipalName, who.userPrincipalName);',
    to: 'return userPrincipalName !== null;',
    test: tickets,
  },
  {
    control: 'how the chat went goes along only when asked',
    file: 'src/bot/conversation/hand-over.ts',
    from: "withCourse ? courseOf(turn, t) : ''",
    to: 'courseOf(turn, t)',
    test: tickets,
  },
  {
    control: 'a status of a hub that nobody asked for',
    file: 'src/bot/conversation/ticket-intents.ts',
    from: 'if (isHandedOver)',
    to: 'if (isHandedOver || state !== null)',
    test: tickets,
  },
  {
    control: 'names that pass for others',
    file: 'cards/plain-text.ts',
    from: 'return cut(honestNames(visible), longest);',
    to: 'return visible;',
    test: 'test/cards/plain-text',
  },
  {
    control: 'the length of what is typed',
    file: 'src/bot/input/hearing.ts',
    from: 'text.length > textMax',
    to: 'text.length > 9_999_999',
    test: badInput,
  },
];
