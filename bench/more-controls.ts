// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands there is code
import type { Mutation } from './controls.ts';

const gate = 'src/adapters/bot-framework/channel-gate.ts';
const prompt = 'dialogs/sign-in-prompt.ts';
const stepUps = 'src/bot/sign-in/step-ups.ts';
const badInput = 'test/conversations/bad-input';
const presses = 'test/conversations/presses';
const later = 'test/conversations/later';
const stepUp = 'test/conversations/step-up';
const tickets = 'test/conversations/tickets.test';
const signingIn = 'test/operator/signing-in';
const tokenRoutes = 'test/webchat/token-routes';
const readFacts = 'test/adapters/facts/read-facts';
const guard = 'test/adapters/upstream/guard';

/** Who comes in at the front door, and how much of it. */
const atTheDoor: readonly Mutation[] = [
  {
    control: 'places only for callers that proved who they are',
    file: 'src/http/messages-route.ts',
    from: 'const caller = await door.admit(authorization);',
    to: "const early = await admission.run('', () => door.admit(authorization));\n    if (early.kind === 'shed') return shed(parts, early.tooMuchOf, response);\n    const caller = early.value;",
    test: 'test/http/overload',
  },
  {
    control: 'the body limit while a body is read',
    file: 'src/http/json-bodies.ts',
    from: 'if (length > maxBytes) return finish(413);',
    to: '',
    test: 'test/http/front-door',
  },
  {
    control: 'no reason in an answer',
    file: 'src/http/guarded.ts',
    from: '} catch {\n      if (response.headersSent) response.destroy();\n      else answer(response, 503, { retryAfterSeconds: 5 });',
    to: '} catch (fault) {\n      answer(response, 500, { body: String(fault) });',
    test: 'test/http/front-door',
  },
  {
    control: 'the waiting places of one conversation',
    file: 'src/http/turn-admission.ts',
    from: "ofOne >= this.#limits.waitingOfOne ? 'one' : null",
    to: 'null',
    test: 'test/http/turn-admission',
  },
  {
    control: 'the shape of an activity',
    file: 'src/adapters/bot-framework/channel-door.ts',
    from: "if (!parsed.success) return { kind: 'malformed' };",
    to: 'if (!parsed.success) parsed.data = body as never;',
    test: 'test/security/fuzz',
  },
  {
    control: 'the signature of a token',
    file: gate,
    from: '(verified) => verified.payload,\n      () => null,',
    to: "(verified) => verified.payload,\n      () => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')),",
    test: 'test/security/tokens',
  },
  {
    control: 'the hosts that answers may go to',
    file: gate,
    from: 'return allowedHosts.some(',
    to: 'return allowedHosts.length > 0 || allowedHosts.some(',
    test: 'test/adapters/channel-gate',
  },
  {
    control: 'a pause between two downloads of keys',
    file: gate,
    from: 'if (this.#refetches === 0) return false;',
    to: '',
    test: 'test/security/tokens',
  },
  {
    control: 'looking for a new key before anybody is refused',
    file: gate,
    from: 'if (this.#fetching !== null || this.#keys.size === 0 || this.#mayFetchAgain())',
    to: 'if (this.#keys.size === 0)',
    test: 'test/adapters/channel-gate',
  },
  {
    control: 'nobody is let in without keys',
    file: gate,
    from: "return this.#keys.size === 0 ? { kind: 'keys-unavailable' } : denied('signature');",
    to: "return { kind: 'admitted', token: { serviceUrl: '', endorsements: [] } };",
    test: 'test/adapters/channel-gate',
  },
];

/** What happens in a conversation, and who it is with. */
const inAChat: readonly Mutation[] = [
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

/** A sign-in in a browser that proves more. */
const secondProof: readonly Mutation[] = [
  {
    control: 'the account of a step-up',
    file: 'src/adapters/entra/step-up-sign-in.ts',
    from: 'sameId(token.tid, tenantId) && sameId(person.data.oid, personId)',
    to: 'tenantId !== personId',
    test: stepUp,
  },
  {
    control: 'the second wrong account ends a step-up',
    file: 'src/bot/context/turn-step-up.ts',
    from: 'stepUp === null || stepUp.isAgain ||',
    to: 'stepUp === null ||',
    test: stepUp,
  },
  {
    control: 'a step-up is opened once',
    file: stepUps,
    from: "    if (kept.isUsed) return { kind: 'used', locale };\n    if (kept.until <= clock.now())",
    to: '    if (kept.until <= clock.now())',
    test: stepUp,
  },
  {
    control: 'the browser of a step-up',
    file: stepUps,
    from: "if (verifier === null) return { kind: 'old', locale };",
    to: '',
    test: stepUp,
  },
  {
    control: 'of two windows, one counts',
    file: stepUps,
    from: "return isFirst ? { kind: 'claimed', id, kept, attempt: { ...begun, verifier } } : { kind: 'changed-meanwhile' };",
    to: "return { kind: isFirst ? 'claimed' : 'claimed', id, kept, attempt: { ...begun, verifier } };",
    test: stepUp,
  },
  {
    control: 'a step-up ends by itself',
    file: stepUps,
    from: "if (kept.until <= clock.now()) return { kind: 'old', locale };",
    to: '',
    test: stepUp,
  },
  {
    control: 'a link that nobody gave out',
    file: stepUps,
    from: "if (found === null) return { kind: 'old', locale: null };\n    const { kept } = found;\n    const { locale } = kept;\n    if (kept.isUsed)",
    to: "const { kept } = found ?? ({ kept: { locale: 'en' } } as FoundStepUp);\n    const { locale } = kept;\n    if (kept.isUsed)",
    test: stepUp,
  },
  {
    control: 'claims of a challenge are checked',
    file: 'src/domain/challenge.ts',
    from: "return typeof request === 'object' && request !== null && !Array.isArray(request) ? JSON.stringify(request) : null;",
    to: 'return request === null ? text : JSON.stringify(request);',
    test: readFacts,
  },
  {
    control: 'what was proved belongs to one sign-in',
    file: 'src/adapters/entra/on-behalf-of.ts',
    from: '|${resource}|${signIn}`',
    to: '|${resource}|${signIn.slice(0, 0)}`',
    test: stepUp,
  },
  {
    control: 'what was proved ends after an hour',
    file: 'src/adapters/entra/step-up-sign-in.ts',
    from: 'const lastsMs = Math.min((expiresOn?.getTime() ?? 0) - Date.now(), provedForMs);',
    to: 'const lastsMs = 9 * provedForMs;',
    test: stepUp,
  },
  {
    control: 'what follows a step-up reads nothing again',
    file: 'dialogs/reading.ts',
    from: 'options?.useLastReading === true ? conversation.progress.facts : null',
    to: 'options?.useLastReading === true && conversation.progress.goal === null ? conversation.progress.facts : null',
    test: 'test/dialogs/step-up-dialog',
  },
];

/** Desks: what they send, and what they get. */
const ofDesks: readonly Mutation[] = [
  {
    control: 'each of two secrets while they change',
    file: 'src/adapters/helpdesk/proof.ts',
    from: 'return expected.filter((one) => isSameSecret(given, one)).length > 0;',
    to: 'return expected.slice(0, 1).some((one) => isSameSecret(given, one));',
    test: 'test/tickets/hostile-deliveries',
  },
  {
    control: 'a delivery is noted before anything else',
    file: 'src/tickets/ticket-intake.ts',
    from: 'await store.write(key, note, null);',
    to: 'await store.write(key, note, (await store.read(key))?.etag ?? null);',
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
  {
    control: 'addresses of desks in our own network',
    file: 'src/config/desks.ts',
    from: 'return isOnPrivateNetwork(parsed.hostname) &&',
    to: 'return isOnPrivateNetwork(parsed.hostname) && parsed.port === "0" &&',
    test: 'test/config/desks',
  },
  {
    control: 'one time limit for an answer of a desk',
    file: 'src/adapters/helpdesk/desk-send.ts',
    from: '{ timeoutMs: way.timeoutMs }',
    to: '{ timeoutMs: 600_000 }',
    test: 'test/adapters/helpdesk/desk-send',
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
  {
    control: 'a link for who cannot be reached',
    file: 'src/tickets/person-task.ts',
    from: "      case 'not-there':\n        return this.#link(ticket, personId);",
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

/** What is kept, and what of it goes. */
const ofTheStore: readonly Mutation[] = [
  {
    control: 'messages that wait are sent by who comes next',
    file: 'src/bot/turn/turn-runner.ts',
    from: 'const recovered = await this.#outbox.sendLeftovers(context, key, record, loaded?.etag ?? null);',
    to: 'const recovered = { fault: null, etag: loaded?.etag ?? null };\n    record.outbox = null;',
    test: 'test/process/ending',
  },
  {
    control: 'a store that was away is asked again',
    file: 'src/adapters/storage/azure/azure-document-store.ts',
    from: 'throw new StoreFault(fact, { cause });',
    to: '{ this.#isClosed = true; throw new StoreFault(fact, { cause }); }',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'an unreadable conversation is kept aside',
    file: 'src/bot/turn/turn-runner.ts',
    from: "        await this.#conversations.quarantine(key, value, 'unreadable');\n",
    to: '',
    test: 'test/bot/turn/turn-runner',
  },
  {
    control: 'a conversation of a newer release is left alone',
    file: 'src/bot/turn/turn-runner.ts',
    from: 'if (!handler.wantsFreshStart(context)) return null;',
    to: '',
    test: 'test/bot/record/record-migrations',
  },
  {
    control: 'buttons that nobody was shown',
    file: 'src/bot/input/hearing.ts',
    from: "if (nonce === undefined || !record.liveNonces.includes(nonce)) return { kind: 'press-refused', reason: 'not-live' };\n  spendPress(record, nonce, print);",
    to: '',
    test: 'test/conversations/delete-my-data',
  },
  {
    control: 'every page of a list is looked at',
    file: 'src/ports/document-keys.ts',
    from: 'if (keys.length < pageSize) return;',
    to: 'if (keys.length <= pageSize) return;',
    test: 'test/storage/retention',
  },
];

/** Pages in a browser: the chat window and the tickets. */
const inABrowser: readonly Mutation[] = [
  {
    control: 'the origins of the chat window',
    file: 'src/http/webchat/token-routes.ts',
    from: 'return origin === publicUrl || origins.includes(origin) ? origin : null;',
    to: 'return origin === publicUrl || origins.length > -1 ? origin : null;',
    test: tokenRoutes,
  },
  {
    control: 'the server names the visitor',
    file: 'src/http/webchat/token-routes.ts',
    from: "const userId = `dl_${randomBytes(16).toString('hex')}`;",
    to: "const given = (body.value as { user?: { id?: string }; userId?: string }) ?? {};\n      const userId = given.userId ?? given.user?.id ?? `dl_${randomBytes(16).toString('hex')}`;",
    test: tokenRoutes,
  },
  {
    control: 'only a key for one conversation leaves',
    file: 'src/http/webchat/token-routes.ts',
    from: 'hand(response, handles, visit, fetched.value);',
    to: "response.setHeader('x-key', parts.handleSecret);\n    hand(response, handles, visit, fetched.value);",
    test: tokenRoutes,
  },
  {
    control: 'new chats of one address',
    file: 'src/http/webchat/token-routes.ts',
    from: 'const admission = starts.admit(caller);',
    to: "const admission = caller === '' ? starts.admit(caller) : ({ kind: 'admitted' } as const);",
    test: tokenRoutes,
  },
  {
    control: 'which pages may show the panel',
    file: 'src/http/webchat/panel-page.ts',
    from: "`frame-ancestors ${[\"'self'\", ...origins].join(' ')}`,",
    to: '`frame-ancestors *${origins.slice(0, 0)}`,',
    test: 'test/webchat/page-routes',
  },
  {
    control: 'a cookie of an operator ends and is for one kind',
    file: 'src/http/operator/operator-cookies.ts',
    from: 'currentDate: new Date(clock.now()),',
    to: 'currentDate: new Date(0),',
    test: signingIn,
  },
  {
    control: 'the state of a sign-in of an operator',
    file: 'src/http/operator/sign-in-routes.ts',
    from: "pending.kind !== 'read' || query.get('state') !== pending.value.state",
    to: "pending.kind !== 'read'",
    test: signingIn,
  },
  {
    control: 'the claims of an identity token',
    file: 'src/adapters/entra/web-sign-in.ts',
    from: 'return isOurs && exp * 1_000 + skewMs > now && nonce === expected.nonce ? parsed.data : null;',
    to: 'return isOurs || exp + nonce.length + now > 0 ? parsed.data : null;',
    test: 'test/operator/sign-in-adapter',
  },
  {
    control: 'where an operator goes after signing in',
    file: 'src/http/operator/own-place.ts',
    from: 'ownPages.test(asked)',
    to: 'asked.length > 0',
    test: signingIn,
  },
  {
    control: 'headers of the tickets page',
    file: 'src/http/operator/send-page.ts',
    from: '"frame-ancestors \'none\'",',
    to: '',
    test: 'test/operator/tickets',
  },
  {
    control: 'sign-ins of one address',
    file: 'src/http/operator/sign-in-routes.ts',
    from: "if (admission.kind === 'admitted') return false;",
    to: "if (admission.kind !== '') return false;",
    test: signingIn,
  },
  {
    control: 'the secret in the key of cookies',
    file: 'src/http/operator/operator-keys.ts',
    from: "hkdfSync('sha256', kept.random, secret,",
    to: "hkdfSync('sha256', kept.random, secret.slice(0, 0),",
    test: 'test/operator/small-parts',
  },
];

/** What other services answer, and what they get. */
const ofOtherServices: readonly Mutation[] = [
  {
    control: 'a deadline for who never answers',
    file: 'src/adapters/upstream/guard.ts',
    from: 'const limitMs = Math.max(1, Math.min(callTimeoutMs, deadline.remainingMs()));',
    to: 'const limitMs = Math.max(600_000, deadline.remainingMs());',
    test: guard,
  },
  {
    control: 'a service that is down is left alone',
    file: 'src/adapters/upstream/guard.ts',
    from: 'const limited = wrap(patience, breaker);',
    to: 'const limited = breaker === null ? wrap(patience, breaker) : patience;',
    test: guard,
  },
  {
    control: 'the host of the next page',
    file: 'src/adapters/upstream/pages.ts',
    from: ' || !isAt(next, origin)',
    to: ' || (!isAt(next, origin) && next === origin)',
    test: readFacts,
  },
  {
    control: 'a reading belongs to one sign-in',
    file: 'src/adapters/facts/read-facts.ts',
    from: '|${signInDigest(request.userToken)}`',
    to: '|${signInDigest(request.userToken).slice(0, 0)}`',
    doubledBy: {
      control: 'a token belongs to one sign-in',
      file: 'src/adapters/entra/on-behalf-of.ts',
      from: 'return `${identity.tenantId}|${identity.personId}|${resource}|${signIn}`;',
      to: 'return `${identity.tenantId.slice(0, 0)}|${resource}|${signIn.slice(0, 0)}`;',
    },
    test: readFacts,
  },
  {
    control: 'what needs no comparison is not sent',
    file: 'src/bot/input/understand.ts',
    from: 'meanings === null || isSettled(text, reading)',
    to: 'meanings === null',
    test: 'test/conversations/by-meaning',
  },
  {
    control: 'what the model may not see',
    file: 'src/adapters/embeddings/embedded-meanings.ts',
    from: 'const cleaned = this.#options.clean(text, names);',
    to: 'const cleaned = names.length > -1 ? text : this.#options.clean(text, names);',
    test: 'test/conversations/by-meaning',
  },
  {
    control: 'whom the managed identity proves itself to',
    file: 'src/config/settings.ts',
    from: 'const isProvenByIdentity = identity !== undefined && isAzureEmbeddings(url);',
    to: 'const isProvenByIdentity = identity !== undefined && url !== "";',
    test: 'test/config/settings',
  },
  {
    control: 'https to an embedding service',
    file: 'src/config/settings.ts',
    from: 'EMBEDDINGS_URL: setting(embeddingsAddress.optional(), {',
    to: 'EMBEDDINGS_URL: setting(z.string().optional(), {',
    test: 'test/config/settings',
  },
  {
    control: 'nothing of a text or a key in a fault',
    file: 'src/adapters/embeddings/embeddings-client.ts',
    from: 'throw faultIn(answer);',
    to: 'throw Object.assign(faultIn(answer), { message: `${texts} ${JSON.stringify(authorization)}` });',
    test: 'test/adapters/embeddings/embeddings-client',
  },
  {
    control: 'time for a sentence to be compared',
    file: 'src/adapters/embeddings/embedded-meanings.ts',
    from: 'readonly #limit = timeout(answerWithinMs,',
    to: 'readonly #limit = timeout(99 * answerWithinMs,',
    test: 'test/adapters/embeddings/embedded-meanings',
  },
  {
    control: 'vectors that are none',
    file: 'src/adapters/embeddings/embeddings-client.ts',
    from: "  if (!isWhole) throw new EmbeddingsFault('unusable');\n",
    to: '',
    test: 'test/adapters/embeddings/embeddings-client',
  },
  {
    control: 'what only a model sees is offered, not stated',
    file: 'src/domain/by-meaning.ts',
    from: 'const odds = { nearest: 1.2,',
    to: 'const odds = { nearest: 9,',
    test: 'test/domain/by-meaning',
  },
];

/** Starting, ending and what is written down. */
const ofTheProcess: readonly Mutation[] = [
  {
    control: 'an empty setting is a missing one',
    file: 'src/config/settings.ts',
    from: "value !== undefined && value !== '' && !isStandIn(name, value)",
    to: 'value !== undefined && !isStandIn(name, value)',
    test: 'test/config/settings',
  },
  {
    control: 'no value in what is said of a setting',
    file: 'src/config/settings.ts',
    from: 'const problem = inPlainWords(issue);',
    to: 'const problem = `${inPlainWords(issue)} ${given[name]}`;',
    test: 'test/process/starting',
  },
  {
    control: 'nothing that was typed in the log',
    file: 'src/bot/turn/turn-runner.ts',
    from: '      kind: context.activity.type,',
    to: '      kind: context.activity.text ?? context.activity.type,',
    test: 'test/process/canary',
  },
];

/** The controls that the threat model names beside those of messages, state and tickets. */
export const moreControls: readonly Mutation[] = [
  ...atTheDoor,
  ...inAChat,
  ...secondProof,
  ...ofDesks,
  ...ofTheStore,
  ...inABrowser,
  ...ofOtherServices,
  ...ofTheProcess,
];
