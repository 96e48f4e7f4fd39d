import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { codeOf, errorName } from '../../domain/errors.ts';
import { jsonOrNull } from '../../domain/json.ts';
import type { Clock } from '../../ports/clock.ts';
import { exchange } from './exchange.ts';

/** Whose keys they are, and who hears when they cannot be fetched. */
export interface PublishedKeysOptions {
  readonly openIdUrl: string;
  readonly clock: Clock;
  /** Called at most once in 30 seconds. `answers`: whether keys of before are still there. */
  readonly tell: (fault: { readonly code: string; readonly answers: boolean }) => void;
}

/** A key that signs tokens. */
export interface PublishedKey {
  readonly key: CryptoKey | Uint8Array;
  /** The channels that it may speak for; empty means any. Only keys of the Bot Framework have some. */
  readonly endorsements: readonly string[];
  /** The issuer that it may sign for, with `{tenantid}` where that stands for any tenant. Only keys of Entra have one. */
  readonly issuer: string | null;
}

/** From then on the keys are fetched again, beside the requests that go on with the ones we have. */
const keysFreshMs = 24 * 60 * 60_000;
/** Keys that could not be fetched again for this long are no longer trusted. */
const keysKeptMs = 2 * keysFreshMs;
/** Unknown key ids may cause two fetches in a row, and then one in this time, however many forged tokens arrive. */
const refetchPauseMs = 30_000;
const refetchesInARow = 2;
const fetchTimeoutMs = 5_000;
/** Every request may ask for the keys, and one line says it for all of them. */
const faultNotedEveryMs = 30_000;
const largestAnswerBytes = 1_000_000;

const openIdDocument = z.object({ jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(
    z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional(), issuer: z.string().optional() }),
  ),
});
const tokenHeader = z.object({ alg: z.literal('RS256'), kid: z.string() });

/** The keys that somebody publishes for their tokens, fetched when one is needed and kept for a day. */
export class PublishedKeys {
  readonly #options: PublishedKeysOptions;
  #keys = new Map<string, PublishedKey>();
  #fetchedAt = 0;
  #refetches = refetchesInARow;
  #refetchesCountedAt = 0;
  #fetching: Promise<void> | null = null;
  #faultNotedAt = Number.NEGATIVE_INFINITY;

  constructor(options: PublishedKeysOptions) {
    this.#options = options;
  }

  /** Whether there are no keys at all, so that nobody can be checked now. */
  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  /** Fetches the keys before the first one is needed. */
  async warm(): Promise<void> {
    await this.#refresh();
  }

  /** Null if nobody published a key of this id. Only a token whose key we do not have waits for the key document. */
  async find(keyId: string): Promise<PublishedKey | null> {
    const age = this.#options.clock.now() - this.#fetchedAt;
    if (age >= keysKeptMs) this.#keys = new Map();
    const known = this.#keys.get(keyId);
    if (known !== undefined) {
      if (age >= keysFreshMs && this.#mayFetchAgain()) void this.#refresh().catch(() => undefined);
      return known;
    }
    if (this.#fetching !== null || this.#keys.size === 0 || this.#mayFetchAgain())
      await this.#refresh().catch(() => undefined);
    return this.#keys.get(keyId) ?? null;
  }

  /** Counts one fetch if there may be one. */
  #mayFetchAgain(): boolean {
    const now = this.#options.clock.now();
    const regained = Math.floor((now - this.#refetchesCountedAt) / refetchPauseMs);
    if (regained !== 0) {
      this.#refetches = regained < 0 ? this.#refetches : Math.min(refetchesInARow, this.#refetches + regained);
      this.#refetchesCountedAt = now;
    }
    if (this.#refetches === 0) return false;
    this.#refetches -= 1;
    return true;
  }

  #refresh(): Promise<void> {
    this.#fetching ??= this.#fetch()
      .catch((fault: unknown) => {
        this.#noteFault(fault);
        throw fault;
      })
      .finally(() => {
        this.#fetching = null;
      });
    return this.#fetching;
  }

  #noteFault(fault: unknown): void {
    const now = this.#options.clock.now();
    if (Math.abs(now - this.#faultNotedAt) < faultNotedEveryMs) return;
    this.#faultNotedAt = now;
    this.#options.tell({ code: codeOf(fault) ?? errorName(fault), answers: this.#keys.size > 0 });
  }

  async #fetch(): Promise<void> {
    const { jwks_uri } = openIdDocument.parse(await fetchJson(this.#options.openIdUrl));
    const { keys } = keySet.parse(await fetchJson(jwks_uri));
    const imported = await Promise.all(
      keys.map(async ({ endorsements = [], issuer = null, ...jwk }) => {
        const key = await importJWK(jwk as JWK, 'RS256');
        return [jwk.kid, { key, endorsements, issuer }] as const;
      }),
    );
    this.#keys = new Map(imported);
    this.#fetchedAt = this.#options.clock.now();
  }
}

/** The id of the key that a token says it is signed with; null if it is not signed as we take it. */
export function keyIdOf(token: string): string | null {
  const header = jsonOrNull(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8'));
  const parsed = tokenHeader.safeParse(header);
  return parsed.success ? parsed.data.kid : null;
}

async function fetchJson(url: string): Promise<unknown> {
  const request = { method: 'GET', url, headers: { accept: 'application/json' }, largestAnswerBytes };
  const { status, text } = await exchange(request, { timeoutMs: fetchTimeoutMs });
  if (status !== 200) throw Object.assign(new Error(`key document answered ${status}`), { code: `HTTP_${status}` });
  return JSON.parse(text);
}
