import { type CryptoKey, importJWK, type JWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { codeOf, errorName } from '../../domain/errors.ts';
import { jsonOrNull } from '../../domain/json.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import { exchange } from '../upstream/exchange.ts';

/** Who signs the channel's tokens, and for which bot. */
export interface ChannelGateOptions {
  readonly openIdUrl: string;
  readonly issuer: string;
  readonly botAppId: string;
  /** Hosts that a `serviceUrl` may name; a leading `*.` matches one or more labels. */
  readonly connectorHosts: readonly string[];
  readonly clock: Clock;
  readonly journal: Journal;
}

/** What a token says, without the activity that it came with. */
export type GateDecision =
  | { readonly kind: 'admitted'; readonly token: ChannelToken }
  | Denied
  /** The keys cannot be fetched now. */
  | { readonly kind: 'keys-unavailable' };

export interface Denied {
  readonly kind: 'denied';
  readonly reason: DenialReason;
}

/** A token that a channel signed for this bot. */
export interface ChannelToken {
  /** The only address that its activities may name for the answers. */
  readonly serviceUrl: unknown;
  /** The channels that its key is endorsed for; empty means any. */
  readonly endorsements: readonly string[];
}

type DenialReason = 'header' | 'signature' | 'claims' | 'service-url' | 'channel';

/** What a token must fit in an activity. */
export interface Caller {
  readonly channelId: string;
  readonly serviceUrl: string;
}

export const servedChannels: readonly string[] = ['msteams', 'webchat', 'directline'];

const clockSkewSeconds = 300;
/** From then on the keys are fetched again, beside the turns that go on with the ones we have. */
const keysFreshMs = 24 * 60 * 60_000;
/** Keys that could not be fetched again for this long are no longer trusted. */
const keysKeptMs = 2 * keysFreshMs;
/** Unknown key ids may cause two fetches in a row, and then one in this time, however many forged tokens arrive. */
const refetchPauseMs = 30_000;
const refetchesInARow = 2;
const rememberedMs = 5 * 60_000;
const rememberedMax = 2_000;
const fetchTimeoutMs = 5_000;
/** Every message may ask for the keys, and one line says it for all of them. */
const faultNotedEveryMs = 30_000;
const largestAnswerBytes = 1_000_000;
const bearerPattern = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

const openIdDocument = z.object({ jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })),
});

interface ChannelKey {
  readonly key: CryptoKey | Uint8Array;
  readonly endorsements: readonly string[];
}

/**
 * Admits only activities that a served channel signed for this bot.
 * Source: "Authenticate with the Bot Connector API": issuer, audience, lifetime with 5 minutes of clock skew,
 * signature by a published key, endorsed channel, and a `serviceurl` claim equal to the activity's.
 * There is no other way in: tokens from other issuers are refused before anything reads them.
 */
export class ChannelGate {
  readonly #options: ChannelGateOptions;
  #keys = new Map<string, ChannelKey>();
  #keysFetchedAt = 0;
  #refetches = refetchesInARow;
  #refetchesCountedAt = 0;
  #fetching: Promise<void> | null = null;
  #faultNotedAt = Number.NEGATIVE_INFINITY;
  // Verifying a signature is expensive compared with the rest of a turn, and a channel reuses its token for an hour.
  readonly #remembered = new Map<string, { readonly token: ChannelToken; readonly until: number }>();

  constructor(options: ChannelGateOptions) {
    this.#options = options;
  }

  /** Fetches the keys before the first turn. */
  async warm(): Promise<void> {
    await this.#refreshKeys();
  }

  /** Checks everything that the token alone can show. Nothing else of a request needs to be read for it. */
  async admit(authorization: string): Promise<GateDecision> {
    const token = bearerPattern.exec(authorization)?.[1];
    if (token === undefined || token.length > 8_192) return denied('header');
    const remembered = this.#remembered.get(token);
    if (remembered !== undefined && remembered.until > this.#options.clock.now())
      return { kind: 'admitted', token: remembered.token };
    return this.#verify(token);
  }

  /** Why a token that was admitted does not go with this activity; null if it does. */
  refusalOf({ serviceUrl, endorsements }: ChannelToken, caller: Caller): Denied | null {
    if (!servedChannels.includes(caller.channelId)) return denied('channel');
    if (endorsements.length > 0 && !endorsements.includes(caller.channelId)) return denied('channel');
    if (typeof serviceUrl !== 'string' || !isSameAddress(serviceUrl, caller.serviceUrl)) return denied('service-url');
    if (!isAllowedServiceUrl(caller.serviceUrl, this.#options.connectorHosts)) return denied('service-url');
    return null;
  }

  async #verify(token: string): Promise<GateDecision> {
    const keyId = readKeyId(token);
    if (keyId === null) return denied('header');
    const key = await this.#findKey(keyId);
    if (key === null) return this.#keys.size === 0 ? { kind: 'keys-unavailable' } : denied('signature');

    const now = this.#options.clock.now();
    const claims = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      issuer: this.#options.issuer,
      audience: this.#options.botAppId,
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp', 'aud', 'iss'],
      currentDate: new Date(now),
    }).then(
      (verified) => verified.payload,
      () => null,
    );
    if (claims === null) return denied('signature');
    const admitted: ChannelToken = { serviceUrl: claims.serviceurl, endorsements: key.endorsements };
    this.#remember(token, admitted, Math.min(now + rememberedMs, (claims.exp ?? 0) * 1_000));
    return { kind: 'admitted', token: admitted };
  }

  #remember(text: string, token: ChannelToken, until: number): void {
    if (this.#remembered.size >= rememberedMax) this.#remembered.clear();
    this.#remembered.set(text, { token, until });
  }

  /** Only a token whose key we do not have waits for the key document. */
  async #findKey(keyId: string): Promise<ChannelKey | null> {
    const age = this.#options.clock.now() - this.#keysFetchedAt;
    if (age >= keysKeptMs) this.#keys = new Map();
    const known = this.#keys.get(keyId);
    if (known !== undefined) {
      if (age >= keysFreshMs && this.#mayFetchAgain()) void this.#refreshKeys().catch(() => undefined);
      return known;
    }
    if (this.#fetching !== null || this.#keys.size === 0 || this.#mayFetchAgain())
      await this.#refreshKeys().catch(() => undefined);
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

  #refreshKeys(): Promise<void> {
    this.#fetching ??= this.#fetchKeys()
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
    const code = codeOf(fault) ?? errorName(fault);
    this.#options.journal.note({ event: 'door.keys-not-fetched', code, answers: this.#keys.size > 0 });
  }

  async #fetchKeys(): Promise<void> {
    const { jwks_uri } = openIdDocument.parse(await fetchJson(this.#options.openIdUrl));
    const { keys } = keySet.parse(await fetchJson(jwks_uri));
    const imported = await Promise.all(
      keys.map(
        async (jwk) =>
          [jwk.kid, { key: await importJWK(jwk as JWK, 'RS256'), endorsements: jwk.endorsements ?? [] }] as const,
      ),
    );
    this.#keys = new Map(imported);
    this.#keysFetchedAt = this.#options.clock.now();
  }
}

function denied(reason: DenialReason): Denied {
  return { kind: 'denied', reason };
}

/** Channels write one address with and without the slash at its end, and in other case. */
function isSameAddress(one: string, other: string): boolean {
  const plain = (address: string): string => address.replace(/\/$/, '').toLowerCase();
  return plain(one) === plain(other);
}

/** Whether the bot may send its answers, and its token with them, to this address: https, or plain http on loopback. */
export function isAllowedServiceUrl(serviceUrl: string, allowedHosts: readonly string[]): boolean {
  const url = URL.parse(serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return false;
  const isLoopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) return false;
  return allowedHosts.some((host) => (host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host));
}

function readKeyId(token: string): string | null {
  const header = jsonOrNull(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8'));
  const parsed = z.object({ alg: z.literal('RS256'), kid: z.string() }).safeParse(header);
  return parsed.success ? parsed.data.kid : null;
}

async function fetchJson(url: string): Promise<unknown> {
  const request = { method: 'GET', url, headers: { accept: 'application/json' }, largestAnswerBytes };
  const { status, text } = await exchange(request, { timeoutMs: fetchTimeoutMs });
  if (status !== 200) throw Object.assign(new Error(`key document answered ${status}`), { code: `HTTP_${status}` });
  return JSON.parse(text);
}
