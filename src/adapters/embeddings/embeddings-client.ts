import { z } from 'zod';
import { isAzureEmbeddings } from '../../domain/azure-embeddings.ts';
import { jsonOrNull } from '../../domain/json.ts';
import type { EmbeddingsFailure } from '../../ports/journal.ts';
import { type ExchangeAnswer, exchange, NoAnswer } from '../upstream/exchange.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';

/** Why the service gave no vectors. */
export type EmbeddingsReason = Exclude<EmbeddingsFailure, 'store-unavailable' | 'unexpected'>;

/** The service gave no vectors. Never carries a text, a key or a body. */
export class EmbeddingsFault extends Error {
  readonly code = 'EMBEDDINGS_FAULT';
  readonly because: EmbeddingsReason;
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(
    because: EmbeddingsReason,
    {
      status = null,
      retryAfterMs = null,
      cause,
    }: { readonly status?: number | null; readonly retryAfterMs?: number | null; readonly cause?: unknown } = {},
  ) {
    super(status === null ? because : `${because} (${status})`, { cause });
    this.name = 'EmbeddingsFault';
    this.because = because;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** One call, as it is observed. */
export interface EmbeddingsCall {
  readonly outcome: '2xx' | '3xx' | '4xx' | '429' | '5xx' | 'no-answer' | 'too-slow' | 'too-large';
  readonly tookMs: number;
}

export interface EmbeddingsOptions {
  /** The whole address, up to `/embeddings` and with its query if it has one. */
  readonly url: string;
  /** Name of the model; in Azure, of the deployment. */
  readonly model: string;
  /** A key, or a token of the managed identity. Rejects if Entra gives none. */
  readonly proof: { readonly key: string } | { readonly token: () => Promise<string> };
  readonly observe?: (call: EmbeddingsCall) => void;
}

/** The vectors of some texts, in their order. All have the same length. */
export interface Embedded {
  /** The model, as the service names it. */
  readonly model: string;
  readonly vectors: readonly (readonly number[])[];
}

/** Turns texts into vectors. Rejects with `EmbeddingsFault`. */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<Embedded>;

/** 32 vectors of 4,096 numbers, written out. */
const largestAnswerBytes = 4 * 1024 * 1024;
/** More numbers than any model gives would only fill the store. */
const longestVector = 4_096;

const answerSchema = z.object({
  model: z.string().min(1).max(200).optional(),
  data: z.array(
    z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1).max(longestVector) }),
  ),
});

/**
 * A client of `/embeddings`: Azure OpenAI's own form with `api-version` and the form without, which others offer as well.
 * Source: Microsoft Learn, "Azure OpenAI REST API reference" and "Embeddings - Create embedding" (v1); OpenAI, "Create embeddings".
 */
export function createEmbed({ url, model, proof, observe = () => undefined }: EmbeddingsOptions): Embed {
  const { pathname } = new URL(url);
  // A deployment in the path is the model already.
  const named = pathname.includes('/deployments/') ? {} : { model };
  return async (texts, signal) => {
    const authorization = await proofHeader(url, proof);
    const startedAt = performance.now();
    const note = (outcome: EmbeddingsCall['outcome']): void =>
      observe({ outcome, tookMs: Math.round(performance.now() - startedAt) });
    const answer = await exchange(
      {
        method: 'POST',
        url,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ ...named, input: texts }),
        largestAnswerBytes,
      },
      { signal },
    ).catch((cause: unknown) => {
      const because = cause instanceof NoAnswer ? cause.because : 'broken-off';
      note(because === 'broken-off' ? 'no-answer' : because);
      throw new EmbeddingsFault(noAnswerReason[because], { cause });
    });
    note(outcomeOf(answer.status));
    if (answer.status < 200 || answer.status >= 300) throw faultIn(answer);
    return readVectors(answer, texts.length, model);
  };
}

const noAnswerReason = {
  'too-slow': 'too-slow',
  'too-large': 'unusable',
  'broken-off': 'unavailable',
} as const satisfies Record<NoAnswer['because'], EmbeddingsReason>;

/** Azure takes a key in a header of its own; everybody else takes it as a bearer. */
async function proofHeader(url: string, proof: EmbeddingsOptions['proof']): Promise<Readonly<Record<string, string>>> {
  if ('key' in proof) {
    return isAzureEmbeddings(url) || new URL(url).searchParams.has('api-version')
      ? { 'api-key': proof.key }
      : { authorization: `Bearer ${proof.key}` };
  }
  const token = await proof.token().catch((cause: unknown) => {
    throw new EmbeddingsFault('refused', { cause });
  });
  return { authorization: `Bearer ${token}` };
}

function faultIn({ status, headers }: ExchangeAnswer): EmbeddingsFault {
  const seconds = readRetryAfter(headers['retry-after'], Date.now());
  return new EmbeddingsFault(reasonFor(status), { status, retryAfterMs: seconds === null ? null : seconds * 1_000 });
}

function reasonFor(status: number): EmbeddingsReason {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  if (status === 408 || status >= 500) return 'unavailable';
  return 'not-accepted';
}

function outcomeOf(status: number): EmbeddingsCall['outcome'] {
  if (status === 429) return '429';
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
}

/** One vector per text, each of the same length and with a direction. */
function readVectors({ text }: ExchangeAnswer, wanted: number, model: string): Embedded {
  const parsed = answerSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) throw new EmbeddingsFault('unusable');
  const ordered = parsed.data.data.toSorted((one, other) => one.index - other.index);
  const vectors = ordered.map(({ embedding }) => embedding);
  const isWhole =
    vectors.length === wanted &&
    ordered.every(({ index }, place) => index === place) &&
    vectors.every((vector) => vector.length === vectors[0]?.length && vector.some((one) => one !== 0));
  if (!isWhole) throw new EmbeddingsFault('unusable');
  return { model: parsed.data.model ?? model, vectors };
}
