import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import type { Nearness } from '../../domain/by-meaning.ts';
import type { Clock } from '../../ports/clock.ts';
import { StoreFault } from '../../ports/document-store.ts';
import type { EmbeddingsFailure, Journal } from '../../ports/journal.ts';
import type { Meanings } from '../../ports/meanings.ts';
import { type Embed, EmbeddingsFault } from './embeddings-client.ts';
import type { KeptVectors, VectorSpace, Vectors } from './kept-vectors.ts';
import { nearnessOf } from './nearness.ts';

/** How long a sentence may wait for its vector, a token included, in milliseconds. Then the built-in way answers. */
export const answerWithinMs = 800;
/** How long a service that did not answer three times in a row is left alone, in milliseconds. */
const outagePauseMs = 30_000;
/** How long a service that says "too many" without a time is left alone, in milliseconds. */
const throttledPauseMs = 10_000;
/** The longest that a service which asks for a pause is left alone, in milliseconds. */
const longestPauseMs = 10 * 60_000;
/** How long a service is left alone that an operator has to put right, in milliseconds. */
const faultPauseMs = 5 * 60_000;
/** When vectors that another replica makes are looked for again, in milliseconds. */
const waitingPauseMs = 2_000;
const outagesInARow = 3;

export interface EmbeddedMeaningsOptions {
  readonly embed: Embed;
  readonly vectors: KeptVectors;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Takes out what could tell who typed a sentence. */
  readonly clean: (text: string, names: readonly string[]) => string;
}

/** Asks the service once per sentence, and leaves it alone for a while when it fails. The operator hears of it once. */
export class EmbeddedMeanings implements Meanings {
  readonly #options: EmbeddedMeaningsOptions;
  readonly #limit = timeout(answerWithinMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  readonly #breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: outagePauseMs,
    breaker: new ConsecutiveBreaker(outagesInARow),
  });
  #vectors: Vectors | null = null;
  #loading: Promise<void> | null = null;
  #quietUntil = Number.NEGATIVE_INFINITY;
  #failing = false;
  readonly #stopping = new AbortController();

  constructor(options: EmbeddedMeaningsOptions) {
    this.#options = options;
  }

  warm(): Promise<void> {
    return this.#vectors === null ? this.#load(null) : Promise.resolve();
  }

  async nearestTo(text: string, names: readonly string[]): Promise<Nearness | null> {
    if (this.#isQuiet()) return null;
    const vectors = this.#vectors;
    if (vectors === null) {
      // Nobody waits for hundreds of texts; the next sentence finds them.
      void this.#load(null);
      return null;
    }
    const cleaned = this.#options.clean(text, names);
    if (!/\p{L}{2}/u.test(cleaned)) return null;
    try {
      const {
        model,
        vectors: [vector = []],
      } = await this.#breaker.execute(() =>
        this.#limit.execute(({ signal }) => this.#options.embed([cleaned], signal)),
      );
      if (model !== vectors.model || vector.length !== vectors.dimensions) {
        this.#vectors = null;
        void this.#load({ model, dimensions: vector.length });
        return null;
      }
      this.#works();
      return nearnessOf(vector, vectors);
    } catch (fault) {
      this.#fail(fault);
      return null;
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loading;
  }

  #load(space: VectorSpace | null): Promise<void> {
    if (this.#isQuiet()) return Promise.resolve();
    this.#loading ??= this.#loadNow(space).finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #loadNow(space: VectorSpace | null): Promise<void> {
    const { vectors, clock, journal } = this.#options;
    try {
      const reading = await vectors.load(space, this.#stopping.signal);
      if (reading.kind === 'waiting') {
        this.#quietUntil = clock.now() + waitingPauseMs;
        return;
      }
      this.#vectors = reading.vectors;
      const { model, dimensions, all } = reading.vectors;
      journal.note({ event: 'embeddings.ready', model, dimensions, texts: all.length, made: reading.made });
      this.#works();
    } catch (fault) {
      this.#fail(fault);
    }
  }

  #isQuiet(): boolean {
    return this.#stopping.signal.aborted || this.#options.clock.now() < this.#quietUntil;
  }

  #works(): void {
    if (this.#failing) this.#options.journal.note({ event: 'embeddings.back' });
    this.#failing = false;
  }

  #fail(fault: unknown): void {
    // The breaker rests, and said so when it opened.
    if (fault instanceof BrokenCircuitError || this.#stopping.signal.aborted) return;
    const because = reasonOf(fault);
    const { clock, journal } = this.#options;
    this.#quietUntil = Math.max(this.#quietUntil, clock.now() + pauseAfter(because, fault));
    const status = fault instanceof EmbeddingsFault ? fault.status : null;
    // A single slow answer is no news: three in a row open the breaker.
    if (isOutage(fault) && this.#breaker.state !== CircuitState.Open) return;
    if (!this.#failing) journal.note({ event: 'embeddings.failed', because, status });
    this.#failing = true;
  }
}

function reasonOf(fault: unknown): EmbeddingsFailure {
  if (fault instanceof EmbeddingsFault) return fault.because;
  if (fault instanceof TaskCancelledError) return 'too-slow';
  return fault instanceof StoreFault ? 'store-unavailable' : 'unexpected';
}

/** Milliseconds. The breaker decides how long a service rests that is slow or down. */
function pauseAfter(because: EmbeddingsFailure, fault: unknown): number {
  const asked = fault instanceof EmbeddingsFault ? fault.retryAfterMs : null;
  switch (because) {
    case 'throttled':
      return Math.min(longestPauseMs, asked ?? throttledPauseMs);
    case 'too-slow':
    case 'unavailable':
      return Math.min(longestPauseMs, asked ?? 0);
    case 'store-unavailable':
      return outagePauseMs;
    case 'refused':
    case 'not-found':
    case 'not-accepted':
    case 'unusable':
    case 'unexpected':
      return faultPauseMs;
  }
}

function isOutage(fault: unknown): boolean {
  const because = reasonOf(fault);
  return because === 'too-slow' || because === 'unavailable';
}
