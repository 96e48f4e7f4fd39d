import { jwtVerify } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import { keyIdOf, PublishedKeys } from '../upstream/published-keys.ts';

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
const rememberedMs = 5 * 60_000;
const rememberedMax = 2_000;
const bearerPattern = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Admits only activities that a served channel signed for this bot.
 * Source: "Authenticate with the Bot Connector API": issuer, audience, lifetime with 5 minutes of clock skew,
 * signature by a published key, endorsed channel, and a `serviceurl` claim equal to the activity's.
 * There is no other way in: tokens from other issuers are refused before anything reads them.
 */
export class ChannelGate {
  readonly #options: ChannelGateOptions;
  readonly #keys: PublishedKeys;
  // Verifying a signature is expensive compared with the rest of a turn, and a channel reuses its token for an hour.
  readonly #remembered = new Map<string, { readonly token: ChannelToken; readonly until: number }>();

  constructor(options: ChannelGateOptions) {
    const { openIdUrl, clock, journal } = options;
    this.#options = options;
    this.#keys = new PublishedKeys({
      openIdUrl,
      clock,
      tell: (fault) => journal.note({ event: 'door.keys-not-fetched', ...fault }),
    });
  }

  /** Fetches the keys before the first turn. */
  warm(): Promise<void> {
    return this.#keys.warm();
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
    const keyId = keyIdOf(token);
    if (keyId === null) return denied('header');
    const key = await this.#keys.find(keyId);
    if (key === null) return this.#keys.isEmpty ? { kind: 'keys-unavailable' } : denied('signature');

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
