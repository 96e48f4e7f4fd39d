import { createEmbedFor } from '../../adapters/embeddings/create-meanings.ts';
import { answerWithinMs } from '../../adapters/embeddings/embedded-meanings.ts';
import { type Embedded, EmbeddingsFault, type EmbeddingsReason } from '../../adapters/embeddings/embeddings-client.ts';
import { likeness, shortVector } from '../../adapters/embeddings/short-vector.ts';
import { countOf } from '../../domain/count-of.ts';
import { codeOf } from '../../domain/errors.ts';
import { broken, type Diagnosis, type Examination, ok, skipped, warning } from './check.ts';
import { reachFix } from './web-answer.ts';

const patienceMs = 10_000;
const why = 'Questions are read without comparing them by meaning.';
/** The first two mean the same in two languages; the third is about something else. */
const samples = ['Who pays the invoice of Azure?', 'Wer bezahlt die Rechnung von Azure?', 'How do I bake bread?'];

export const checkEmbeddings: Examination = {
  id: 'embeddings',
  title: 'Embedding service',
  async run({ settings, clock }) {
    const embed = createEmbedFor(settings, clock);
    if (embed === null)
      return skipped({
        what: 'questions are not compared by meaning',
        why: 'EMBEDDINGS_URL is not set.',
        fix: 'Nothing to do; docs/questions.md says what a service would add.',
      });
    try {
      // The first call may open a connection and fetch a token, which no question waits for later.
      await embed(samples.slice(0, 1), AbortSignal.timeout(patienceMs));
      const startedAt = performance.now();
      const embedded = await embed(samples, AbortSignal.timeout(patienceMs));
      return judge(embedded, Math.round(performance.now() - startedAt));
    } catch (fault) {
      if (!(fault instanceof EmbeddingsFault)) throw fault;
      return explain(fault);
    }
  },
};

function judge({ model, vectors }: Embedded, tookMs: number): Diagnosis {
  const [english, german, other] = vectors.map(shortVector);
  const what = `${model} answers in ${tookMs} ms with ${countOf(vectors[0]?.length ?? 0, 'number')}`;
  if (english === undefined || german === undefined || other === undefined) return broken({ what, why, fix: modelFix });
  if (likeness(english, german) <= likeness(english, other))
    return broken({
      what: `${what}, but does not see that an English and a German sentence mean the same`,
      why: 'Comparing by meaning would make answers worse.',
      fix: modelFix,
    });
  if (tookMs > answerWithinMs)
    return warning({
      what,
      why: `A question waits ${answerWithinMs} ms at most, and is then read without it.`,
      fix: 'Choose a deployment nearer to the bot, or a smaller model.',
    });
  return ok(what);
}

const modelFix =
  'Set EMBEDDINGS_MODEL to an embedding model that reads several languages, such as text-embedding-3-small.';

function explain(fault: EmbeddingsFault): Diagnosis {
  const status = fault.status === null ? '' : ` (${fault.status})`;
  const { what, fix } = explanations[fault.because];
  const explained = { what: `${what}${status}${codeIn(fault)}`, why, fix };
  return fault.because === 'throttled' ? warning(explained) : broken(explained);
}

const explanations = {
  refused: {
    what: 'it does not accept the key or the managed identity',
    fix: 'Copy a key to EMBEDDINGS_KEY; or leave it empty and give the managed identity the role "Cognitive Services OpenAI User" on the resource.',
  },
  'not-found': {
    what: 'there is no such deployment, model or address',
    fix: 'Compare EMBEDDINGS_URL and EMBEDDINGS_MODEL with the address and the name that the portal shows for the deployment.',
  },
  throttled: {
    what: 'it says that there are too many requests',
    fix: 'Raise the limit of the deployment, or try again.',
  },
  unavailable: { what: 'it did not answer', fix: reachFix('EMBEDDINGS_URL') },
  'too-slow': { what: 'it did not answer in time', fix: reachFix('EMBEDDINGS_URL') },
  'not-accepted': {
    what: 'it does not take the request',
    fix: 'Check that EMBEDDINGS_URL is the address of /embeddings.',
  },
  unusable: {
    what: 'the response contains no vectors',
    fix: 'Check that EMBEDDINGS_URL is the address of /embeddings.',
  },
} as const satisfies Record<EmbeddingsReason, { readonly what: string; readonly fix: string }>;

/** Node's code of a connection that failed, such as ENOTFOUND. */
function codeIn({ cause }: EmbeddingsFault): string {
  const inner = cause instanceof Error ? codeOf(cause.cause) : null;
  return inner === null ? '' : `: ${inner}`;
}
