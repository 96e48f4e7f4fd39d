import type { Mutation } from './mutation.ts';

const desks = 'src/adapters/helpdesk';
const changes = 'src/tickets/ticket-changes.ts';
const intake = 'src/tickets/ticket-intake.ts';
const worker = 'src/tickets/ticket-worker.ts';
const book = 'src/tickets/ticket-book.ts';
const life = 'src/domain/ticket-life.ts';
const pages = 'src/http/operator/ticket-pages-routes.ts';

const hostile = 'test/tickets/hostile-deliveries';
const proof = 'test/adapters/helpdesk/proof';
const ticketBook = 'test/tickets/ticket-book';
const ticketWorker = 'test/tickets/ticket-worker';
const routes = 'test/tickets/routes';

/** What a desk sends: who sent it, when, and whether it came before. */
const comingIn: readonly Mutation[] = [
  {
    control: 'the signature of any desk that speaks Standard Webhooks',
    file: `${desks}/generic/generic-desk.ts`,
    from: '!given.some((one) => isOneOf(one, expected))',
    to: 'false',
    test: hostile,
  },
  {
    control: 'the signature of Zendesk',
    file: `${desks}/zendesk/zendesk-desk.ts`,
    from: "!isSignedBy(signature, secrets, { algorithm: 'sha256', encoding: 'base64' }, [timestamp, bytes])",
    to: 'false',
    test: proof,
  },
  {
    control: 'the signature of Jira',
    file: `${desks}/jira/jira-desk.ts`,
    from: "!isSignedBy(signature, entry.secrets, { algorithm: 'sha256', encoding: 'hex' }, [bytes])",
    to: 'false',
    test: proof,
  },
  {
    control: 'the signature of Zammad',
    file: `${desks}/zammad/zammad-desk.ts`,
    from: "!isSignedBy(signature, secrets, { algorithm: 'sha1', encoding: 'hex' }, [bytes])",
    to: 'false',
    test: proof,
  },
  {
    control: 'the secret in a header (Freshdesk, ServiceNow)',
    file: `${desks}/header-secret.ts`,
    from: "isOneOf(secret, secrets) ? null : 'wrong-secret'",
    to: 'null',
    test: proof,
  },
  {
    control: 'the signature of ServiceNow',
    file: `${desks}/servicenow/servicenow-desk.ts`,
    from: "isRight ? null : 'wrong-signature'",
    to: 'null',
    test: proof,
  },
  {
    control: 'the time window of Standard Webhooks',
    file: `${desks}/generic/generic-desk.ts`,
    from: '!isNear(Number(timestamp) * 1_000, now, skewMs)',
    to: 'false',
    test: hostile,
  },
  {
    control: 'the time window of Zendesk',
    file: `${desks}/zendesk/zendesk-desk.ts`,
    from: '!isNear(Date.parse(timestamp), now, skewMs)',
    to: 'false',
    test: proof,
  },
  {
    control: 'the shape of a delivery id',
    file: `${desks}/proof.ts`,
    from: 'text !== undefined && idShape.test(text) ? text : null',
    to: 'text ?? null',
    test: hostile,
  },
  {
    control: 'the length of secrets',
    file: 'src/config/desks.ts',
    from: 'const leastSecretBytes = 24;',
    to: 'const leastSecretBytes = 1;',
    test: 'test/config/desks',
  },
  {
    control: 'the same delivery id with another body',
    file: intake,
    from: "known.hash === hash ? known : 'other-body'",
    to: 'known',
    test: ticketBook,
  },
  {
    control: 'the same hand-over again',
    file: intake,
    from: 'return isMarked(ticket, mark) || isReplay ? null :',
    to: 'return isReplay ? null :',
    test: ticketBook,
  },
  {
    control: 'the same answer again',
    file: intake,
    from: "isMarked(ticket, mark) || (event.kind === 'colleague-answered'",
    to: "(event.kind === 'colleague-answered'",
    test: ticketBook,
  },
  {
    control: 'the same body of an answer under another name',
    file: changes,
    from: 'one.hash === hash && agoMs >= atLeastMs && agoMs < withinMs',
    to: 'false',
    test: ticketBook,
  },
  {
    control: 'seven days for the same body',
    file: changes,
    from: 'one.hash === hash && agoMs >= atLeastMs && agoMs < withinMs',
    to: 'one.hash === hash && agoMs >= atLeastMs',
    test: ticketBook,
  },
  {
    control: 'older versions',
    file: life,
    from: 'version !== null && known !== null && version < known',
    to: 'false',
    test: hostile,
  },
  {
    control: 'our own notes that come back',
    file: `${desks}/marks.ts`,
    from: 'markAtEnd.test(text.slice(-200))',
    to: 'false',
    test: 'test/adapters/helpdesk/reading',
  },
  {
    control: 'waiting after refused deliveries',
    file: 'src/http/minute-limit.ts',
    from: '(this.#counts.get(caller) ?? 0) < this.#options.perCaller',
    to: 'true',
    test: routes,
  },
  {
    control: 'nobody waits for a crowd of others',
    file: 'src/http/minute-limit.ts',
    from: 'if (count === 0 && this.#counts.size >= callersAtMost) this.#forgetOldest();',
    to: 'if (count === 0 && this.#counts.size >= callersAtMost) return;',
    test: 'test/http/callers',
  },
  {
    control: 'the key of the desk that a ticket is of',
    file: book,
    from: '!readers.some((desk) => desk.id === kept.ticket.deskId)',
    to: 'false',
    test: routes,
  },
  {
    control: 'each of two secrets while they change',
    file: 'src/adapters/helpdesk/proof.ts',
    from: 'return expected.filter((one) => isSameSecret(given, one)).length > 0;',
    to: 'return expected.slice(0, 1).some((one) => isSameSecret(given, one));',
    test: 'test/tickets/hostile-deliveries',
  },
  {
    control: 'a delivery is noted before anything else',
    file: intake,
    from: 'await store.write(key, note, null);',
    to: 'await store.write(key, note, (await store.read(key))?.etag ?? null);',
    doubledBy: {
      control: 'a number has one ticket',
      file: intake,
      from: 'await store.write(key, { ticketId: candidate }, null);',
      to: 'await store.write(key, { ticketId: candidate }, (await store.read(key))?.etag ?? null);',
    },
    test: 'test/tickets/two-apps',
  },
  {
    control: 'the strict schema of a delivery',
    file: 'src/adapters/helpdesk/written-body.ts',
    from: '  if (!parsed.success) return null;\n  const event = writtenEvents.find',
    to: '  if (!parsed.success) parsed.data = value as never;\n  const event = writtenEvents.find',
    test: 'test/tickets/fuzz',
  },
  {
    control: 'a ticket is looked for, whoever asks',
    file: 'src/tickets/ticket-book.ts',
    from: '    const kept = isId(id) ? await this.#tickets.read(id) : null;\n    const readers = this.#readers(key);',
    to: '    const readers = this.#readers(key);\n    const kept = isId(id) && readers.length > 0 ? await this.#tickets.read(id) : null;\n    if (kept !== null) await this.#tickets.read(id);',
    test: 'test/tickets/hostile-deliveries',
  },
];

/** Whom a ticket is for, and who starts on it. */
const people: readonly Mutation[] = [
  {
    control: 'the tenant that a desk may name people of',
    file: life,
    from: 'requester.tenantId !== null && !sameId(requester.tenantId, desk.tenantId)',
    to: 'false',
    test: hostile,
  },
  {
    control: 'the domains that a desk may name people of',
    file: life,
    from: '!isOfDomain && desk.domains.length > 0',
    to: 'false',
    test: hostile,
  },
  {
    control: 'the person of a ticket, when they start on it',
    file: 'src/bot/context/ticket-opening.ts',
    from: '!isOf(view, ticket, who)',
    to: 'false',
    test: 'test/conversations/tickets.test',
  },
  {
    control: 'the person of a ticket, when it is told about',
    file: 'src/bot/context/ticket-opening.ts',
    from: 'ticket.isRaisedHere || (ticket.openedBy !== null && isOf(view, ticket, ticket.openedBy))',
    to: 'true',
    test: 'test/conversations/tickets.test',
  },
  {
    control: 'the tenant of who takes a ticket up',
    file: 'src/domain/ticket-person.ts',
    from: '!sameId(who.tenantId, tenantId)',
    to: 'false',
    test: 'test/domain/ticket-person',
  },
  {
    control: 'a link works once',
    file: book,
    from: 'link.usedBy !== null && link.usedBy !== conversation',
    to: 'false',
    test: ticketBook,
  },
  {
    control: 'a link ends',
    file: book,
    from: 'Date.parse(link.expiresAt) <= clock.now()',
    to: 'false',
    test: ticketBook,
  },
  {
    control: 'two chats with one link at once',
    file: book,
    from: "if (written.kind === 'conflict') return this.redeem(code, conversation);",
    to: '',
    test: ticketBook,
  },
  {
    control: 'a link for who cannot be reached',
    file: 'src/tickets/person-task.ts',
    from: "      case 'not-there':\n        return withoutApp();",
    to: "      case 'not-there':",
    test: 'test/tickets/not-reached',
  },
  {
    control: 'nothing in a ticket leads to who was forgotten',
    file: 'src/tickets/ticket-changes.ts',
    from: '    personId: null,\n    person: null,\n    wake: null,',
    to: '    person: null,\n    wake: null,',
    test: 'test/tickets/kept-tickets',
  },
];

/** What goes to a desk: where, once, in order, and nothing else with it. */
const goingOut: readonly Mutation[] = [
  {
    control: 'names that lead to private addresses',
    file: `${desks}/guarded-exchange.ts`,
    from: 'if (!isAllPublic)',
    to: 'if (false)',
    test: 'test/adapters/helpdesk/desk-send',
  },
  {
    control: 'private addresses that are written as one',
    file: `${desks}/guarded-exchange.ts`,
    from: 'literal !== null && !mayBePrivate && !isPublicAddress(literal)',
    to: 'false',
    test: 'test/adapters/helpdesk/desk-send',
  },
  {
    control: 'the longest answer of a desk',
    file: `${desks}/guarded-exchange.ts`,
    from: "whenLarger: 'cut' as const, ",
    to: '',
    test: 'test/adapters/helpdesk/desk-send',
  },
  {
    control: 'a redirect is not a yes',
    file: `${desks}/outcomes.ts`,
    from: 'status >= 200 && status < 300',
    to: 'status >= 200 && status < 400',
    test: 'test/adapters/helpdesk/writing',
  },
  {
    control: 'looking for the mark of an effect',
    file: `${desks}/zendesk/zendesk-writer.ts`,
    from: "mayBeThere ? await newestComments(send, number) : ''",
    to: "''",
    test: 'test/adapters/helpdesk/writing',
  },
  {
    control: 'remembering that an effect may be there',
    file: worker,
    from: 'mayBeThere: mayBeThere || written.mayBeThere',
    to: 'mayBeThere',
    test: ticketWorker,
  },
  {
    control: 'a claim that was never ended may have had its effect',
    file: worker,
    from: 'mayBeThere: head.mayBeThere || head.leaseUntil > 0',
    to: 'mayBeThere: head.mayBeThere',
    test: 'test/tickets/crashes',
  },
  {
    control: 'one writer at a time',
    file: worker,
    from: 'head?.effect.id !== effectId || !leases.isFree(effectId, head)',
    to: 'head?.effect.id !== effectId',
    test: ticketBook,
  },
  {
    control: 'order per ticket',
    file: 'src/tickets/ticket-document.ts',
    from: "ticket.outbox.find(({ fate }) => fate === 'waiting')",
    to: "ticket.outbox.findLast(({ fate }) => fate === 'waiting')",
    test: ticketBook,
  },
  {
    control: 'news that is told again',
    file: changes,
    from: '  if (ticket.applied.includes(mark)) return null;\n',
    to: '',
    test: ticketBook,
  },
  {
    control: 'waiting as long as a desk says',
    file: worker,
    from: '(this.#paused.get(ticket.deskId) ?? now) > now',
    to: 'false',
    test: ticketWorker,
  },
  {
    control: 'a desk that takes nothing more',
    file: changes,
    from: "fate: ticket.isGone ? 'dead' : 'waiting'",
    to: "fate: 'waiting'",
    test: ticketWorker,
  },
  {
    control: 'words that a desk has are kept no longer',
    file: changes,
    from: "effect: { ...one.effect, note: '', reply: '', title: '', requester: null }",
    to: 'effect: one.effect',
    test: ticketWorker,
  },
  {
    control: 'mentions in notes',
    file: 'src/domain/ticket-text.ts',
    from: "    .replace(/</g, '‹')\n",
    to: '',
    test: ticketBook,
  },
  {
    control: 'addresses of desks in our own network',
    file: 'src/config/desks.ts',
    from: 'return isOnPrivateNetwork(parsed.hostname) &&',
    to: 'return isOnPrivateNetwork(parsed.hostname) && parsed.port === "0" &&',
    test: 'test/config/desks',
  },
  {
    control: 'one time limit for an answer of a desk',
    file: 'src/adapters/helpdesk/guarded-exchange.ts',
    from: 'exchange(whole, { timeoutMs })',
    to: 'exchange(whole, { timeoutMs: 600_000 })',
    test: 'test/adapters/helpdesk/desk-send',
  },
  {
    control: 'private addresses that tokens come from',
    file: `${desks}/create-desks.ts`,
    from: 'createGuardedExchange(address, privateHosts)',
    to: "createGuardedExchange(address, [...privateHosts, '127.0.0.1'])",
    test: 'test/adapters/helpdesk/tokens',
  },
  {
    control: 'an error of a token endpoint is a code, not what it wrote',
    file: `${desks}/token-source.ts`,
    from: 'return parsed.success ? parsed.data.error :',
    to: 'return parsed.success ? text :',
    test: 'test/adapters/helpdesk/tokens',
  },
  {
    control: 'a desk that is down is tried again',
    file: 'src/tickets/ticket-worker.ts',
    from: 'for (const desk of this.#parts.desks.values()) await this.#lookAgain(desk);',
    to: '',
    test: 'test/tickets/ticket-worker',
  },
  {
    control: 'a dead effect is told',
    file: 'src/tickets/ticket-worker.ts',
    from: "if (ended.kind !== 'again' || ended.nextAt === null) journal.note({ event: 'desk.dead', desk });",
    to: '',
    test: 'test/tickets/ticket-worker',
  },
];

/** What is shown of tickets. */
const shown: readonly Mutation[] = [
  {
    control: 'escaping titles in cards',
    file: 'cards/plain-text.ts',
    from: 'escapeMarkdown(cleanText(text, longest))',
    to: 'cleanText(text, longest)',
    test: 'test/cards/hostile-tickets',
  },
  {
    control: 'the role of an operator',
    file: 'src/domain/operators.ts',
    from: '!roles.includes(rules.role)',
    to: 'false',
    test: 'test/operator/signing-in',
  },
  {
    control: 'the tenants of operators',
    file: 'src/domain/operators.ts',
    from: '!operatorTenants(rules).some((one) => sameId(one, tenantId))',
    to: 'false',
    test: 'test/operator/signing-in',
  },
  {
    control: 'the desks that an operator sees',
    file: pages,
    from: "sees === 'all-desks' || sameId(desk.tenantId, tenantId)",
    to: 'true',
    test: 'test/operator/signing-in',
  },
  {
    control: 'forms of other sites',
    file: pages,
    from: '!isFromOurPage(request, publicUrl)',
    to: 'false',
    test: 'test/operator/tickets',
  },
  {
    control: 'the number of the session in forms',
    file: pages,
    from: "!sameText(form?.get('token') ?? '', session.formToken)",
    to: 'false',
    test: 'test/operator/tickets',
  },
  {
    control: 'formulas in the table of outcomes',
    file: 'src/http/operator/outcomes-csv.ts',
    from: "quoted(guarded(cell ?? ''))",
    to: "quoted(cell ?? '')",
    test: 'test/operator/tickets',
  },
  {
    control: 'escaping on the page of tickets',
    file: 'src/http/html.ts',
    from: 'escapeHtml(visible(String(part)))',
    to: 'visible(String(part))',
    test: 'test/operator/tickets',
  },
];

/** The controls around tickets. */
export const ticketControls: readonly Mutation[] = [...comingIn, ...people, ...goingOut, ...shown];
