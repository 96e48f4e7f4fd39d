import { type CryptoKey, importJWK, type JWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { jsonOrNull } from '../../domain/json.ts';
import type { Clock } from '../../ports/clock.ts';
import { exchange } from '../upstream/exchange.ts';

/** Who signs the channel's tokens, and for which bot. */
export interface ChannelGateOptions {
  readonly openIdUrl: string;
  readonly issuer: string;
  readonly botAppId: string;
  /** Hosts that a `serviceUrl` may name; a leading `*.` matches one or more labels. */
  readonly connectorHosts: readonly string[];
  readonly clock: Clock;
}

export type GateDecision =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'denied'; readonly reason: DenialReason }
  /** The keys cannot be fetched now. */
  | { readonly kind: 'keys-unavailable' };

type DenialReason = 'header' | 'signature' | 'claims' | 'service-url' | 'channel';

/** What the gate needs to know about an activity. */
export interface Caller {
  readonly channelId: string;
  readonly serviceUrl: string;
}

export const servedChannels: readonly string[] = ['msteams', 'webchat', 'directline'];

const clockSkewSeconds = 300;
const keysKeptMs = 24 * 60 * 60_000;
const refetchPauseMs = 60_000;
const rememberedMs = 5 * 60_000;
const rememberedMax = 2_000;
const fetchTimeoutMs = 5_000;
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
  #lastTryAt = Number.NEGATIVE_INFINITY;
  #fetching: Promise<void> | null = null;
  // Verifying a signature is expensive compared with the rest of a turn, and a channel reuses its token for an hour.
  readonly #remembered = new Map<string, number>();

  constructor(options: ChannelGateOptions) {
    this.#options = options;
  }

  /** Fetches the keys before the first turn. */
  async warm(): Promise<void> {
    await this.#refreshKeys();
  }

  async admit(authorization: string, caller: Caller): Promise<GateDecision> {
    if (!servedChannels.includes(caller.channelId)) return { kind: 'denied', reason: 'channel' };
    if (!isAllowedServiceUrl(caller.serviceUrl, this.#options.connectorHosts))
      return { kind: 'denied', reason: 'service-url' };
    const token = bearerPattern.exec(authorization)?.[1];
    if (token === undefined || token.length > 8_192) return { kind: 'denied', reason: 'header' };

    const memoryKey = `${caller.channelId} ${caller.serviceUrl} ${token}`;
    const rememberedUntil = this.#remembered.get(memoryKey);
    if (rememberedUntil !== undefined && rememberedUntil > this.#options.clock.now()) return { kind: 'admitted' };
    return this.#verify(token, caller, memoryKey);
  }

  async #verify(token: string, caller: Caller, memoryKey: string): Promise<GateDecision> {
    const keyId = readKeyId(token);
    if (keyId === null) return { kind: 'denied', reason: 'header' };
    const key = await this.#findKey(keyId);
    if (key === null)
      return this.#keys.size === 0 ? { kind: 'keys-unavailable' } : { kind: 'denied', reason: 'signature' };
    if (key.endorsements.length > 0 && !key.endorsements.includes(caller.channelId))
      return { kind: 'denied', reason: 'channel' };

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
    if (claims === null) return { kind: 'denied', reason: 'signature' };
    if (claims.serviceurl !== caller.serviceUrl) return { kind: 'denied', reason: 'service-url' };
    this.#remember(memoryKey, Math.min(now + rememberedMs, (claims.exp ?? 0) * 1_000));
    return { kind: 'admitted' };
  }

  #remember(memoryKey: string, until: number): void {
    if (this.#remembered.size >= rememberedMax) this.#remembered.clear();
    this.#remembered.set(memoryKey, until);
  }

  async #findKey(keyId: string): Promise<ChannelKey | null> {
    const now = this.#options.clock.now();
    const known = this.#keys.get(keyId);
    if (known !== undefined && now - this.#keysFetchedAt < keysKeptMs) return known;
    // An unknown key id triggers at most one fetch per minute, however many forged tokens arrive.
    if (now - this.#lastTryAt >= refetchPauseMs || this.#keys.size === 0 || this.#fetching !== null) {
      await this.#refreshKeys().catch(() => undefined);
    }
    return this.#keys.get(keyId) ?? null;
  }

  #refreshKeys(): Promise<void> {
    this.#fetching ??= this.#fetchKeys().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetchKeys(): Promise<void> {
    this.#lastTryAt = this.#options.clock.now();
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
  if (status !== 200) throw new Error(`key document answered ${status}`);
  return JSON.parse(text);
}
