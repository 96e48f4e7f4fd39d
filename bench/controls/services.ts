// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands there is code
import type { Mutation } from './mutation.ts';

const readFacts = 'test/adapters/facts/read-facts';
const guard = 'test/adapters/upstream/guard';

/** What other services answer, and what they get. */
export const serviceControls: readonly Mutation[] = [
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
    doubledBy: {
      control: 'the host of every request',
      file: 'src/adapters/upstream/send.ts',
      from: 'if (!isAt(request.url, origin))',
      to: 'if (false)',
    },
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
