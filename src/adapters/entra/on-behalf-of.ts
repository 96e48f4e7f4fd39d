import { createHash } from 'node:crypto';
import { ManagedIdentityCredential, OnBehalfOfCredential } from '@azure/identity';
import type { Identity } from '../../domain/facts.ts';
import { cannotTell, type Known, known } from '../../domain/known.ts';
import { lazily } from '../../domain/lazily.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ClaimsChallenge } from '../upstream/claims-challenge.ts';
import { type Deadline, inTime, startDeadline } from '../upstream/deadline.ts';
import type { Guard } from '../upstream/guard.ts';
import { Kept } from '../upstream/kept.ts';
import { createSdkHttpClient } from '../upstream/sdk-http-client.ts';
import type { Send, UpstreamAnswer } from '../upstream/send.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';
import { judgeEntra } from './login-send.ts';

/** How our sign-in registration authenticates: with a secret, or with the machine's managed identity. */
export type AppProof =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string };

export interface TokenTradeOptions {
  readonly loginUrl: string;
  readonly appId: string;
  readonly proof: AppProof;
  readonly send: Send;
  readonly guard: Guard;
  readonly clock: Clock;
}

/** Input for a token exchange: the person, their sign-in, and the service. */
export interface Trade {
  readonly identity: Identity;
  readonly userToken: string;
  /** Origin of the service, for example `https://graph.microsoft.com`. */
  readonly resource: string;
  /** What the service asked for when it refused the last token: a claims request in JSON. */
  readonly claims?: string | null;
}

/** A token that somebody got for a service by proving more, and the sign-in in the chat that they did it for. */
export interface ProvedToken extends Pick<Trade, 'identity' | 'resource'> {
  /** Digest of that sign-in. */
  readonly signIn: string;
  readonly token: string;
}

export type TradeResult =
  | (Known<string> & { readonly challenge?: ClaimsChallenge })
  | { readonly kind: 'sign-in-needed' };

const tokensKept = 1_000;
/** Tokens are dropped a little early, so that none expires in transit. */
const marginMs = 60_000;
/** How long trading a sign-in for a token may take, in milliseconds. */
const tradeBudgetMs = 6_000;

/** Exchanges the person's sign-in for a token for one service (on-behalf-of). */
export class TokenTrades {
  readonly #options: TokenTradeOptions;
  readonly #kept: Kept<TradeResult>;
  readonly #assertion: (() => Promise<string>) | null;

  constructor(options: TokenTradeOptions) {
    this.#options = options;
    this.#kept = new Kept(tokensKept, options.clock);
    this.#assertion = options.proof.kind === 'managed-identity' ? managedAssertion(options.proof.clientId) : null;
  }

  /** A token for the service, or why there is none. Concurrent calls for one person and service share one exchange. */
  async tokenFor(trade: Trade, deadline: Deadline): Promise<TradeResult> {
    // Everyone who waits shares this exchange, so it has its own time limit and each caller keeps theirs.
    const result = this.#kept.get(keyOfTrade(trade), () => this.#trade(trade));
    return inTime(result, deadline, cannotTell('too-slow'));
  }

  /** Loads the library before the first exchange. */
  warm(): void {
    const nobody: Trade = {
      identity: { personId: '', tenantId: 'common', account: 'work' },
      userToken: 'none',
      resource: '',
    };
    this.#credential(nobody, new AbortController().signal, { fault: null });
  }

  /** Uses a token that the person proved more for, instead of trading for one. `lastsMs`: for how long, in milliseconds. */
  keep(proved: ProvedToken, lastsMs: number): void {
    const keepUntil = this.#options.clock.now() + lastsMs - marginMs;
    this.#kept.keep(keyOf(proved), { value: known(proved.token), keepUntil });
  }

  /** The service rejected this token; the next check requests a new one. */
  forget(trade: Trade): void {
    this.#kept.forget(keyOfTrade(trade));
  }

  async #trade(trade: Trade): Promise<{ value: TradeResult; keepUntil: number }> {
    const asked = await this.#options.guard.ask(startDeadline(tradeBudgetMs), (signal) => this.#ask(trade, signal));
    if (asked.kind === 'cannot-tell') {
      const { because, challenge, signInIsOver } = asked;
      const refused = { ...cannotTell(because), ...(challenge === undefined ? {} : { challenge }) };
      return { value: signInIsOver === true ? { kind: 'sign-in-needed' } : refused, keepUntil: 0 };
    }
    // The library uses the machine's clock; ours may be a different one.
    const lastsMs = asked.value.expiresOnTimestamp - Date.now();
    return { value: known(asked.value.token), keepUntil: this.#options.clock.now() + lastsMs - marginMs };
  }

  async #ask(trade: Trade, signal: AbortSignal): Promise<{ token: string; expiresOnTimestamp: number }> {
    const notes: { fault: unknown } = { fault: null };
    try {
      const { resource, claims } = trade;
      // Declares `cp1`: Graph and Azure may refuse a token before it expires, and say what they want instead.
      const options = { enableCae: true, ...(claims ? { claims } : {}) };
      return await this.#credential(trade, signal, notes).getToken(`${resource}/.default`, options);
    } catch (cause) {
      // The library wraps every fault in one error type; ours still says which one it was.
      throw notes.fault ?? cause;
    }
  }

  #credential(trade: Trade, signal: AbortSignal, notes: { fault: unknown }): OnBehalfOfCredential {
    const { loginUrl, appId, proof, send } = this.#options;
    const noted = async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (fault) {
        notes.fault = fault;
        throw fault;
      }
    };
    const judge = (answer: UpstreamAnswer): void => judgeEntra(answer);
    const plain = createSdkHttpClient(send, judge, signal);
    const shared = {
      tenantId: trade.identity.tenantId,
      clientId: appId,
      userAssertionToken: trade.userToken,
      authorityHost: loginUrl,
      // Our settings give the login host; having the library validate it would cost a round trip.
      disableInstanceDiscovery: true,
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      httpClient: {
        sendRequest: (request: Parameters<typeof plain.sendRequest>[0]) => noted(() => plain.sendRequest(request)),
      },
    };
    const assertion = this.#assertion;
    if (proof.kind === 'secret') return new OnBehalfOfCredential({ ...shared, clientSecret: proof.secret });
    return new OnBehalfOfCredential({ ...shared, getAssertion: () => noted(assertion ?? noAssertion) });
  }
}

function managedAssertion(clientId: string): () => Promise<string> {
  const credential = lazily(() => new ManagedIdentityCredential({ clientId }));
  return async () => {
    try {
      return (await credential().getToken('api://AzureADTokenExchange')).token;
    } catch (cause) {
      throw new UpstreamFault('misconfigured', 'the managed identity gave no assertion', { cause });
    }
  };
}

function noAssertion(): Promise<string> {
  return Promise.reject(new UpstreamFault('misconfigured', 'the registration has neither a secret nor an identity'));
}

/**
 * The sign-in itself is part of the key. We do not verify its claims,
 * so only the holder of exactly the same token may get what it was exchanged for.
 */
function keyOf({ identity, resource, signIn }: Omit<ProvedToken, 'token'>): string {
  return `${identity.tenantId}|${identity.personId}|${resource}|${signIn}`;
}

function keyOfTrade({ identity, resource, userToken }: Trade): string {
  return keyOf({ identity, resource, signIn: signInDigest(userToken) });
}

/** Tells one sign-in from another, and cannot be turned back into it. */
export function signInDigest(userToken: string): string {
  return createHash('sha256').update(userToken).digest('base64url');
}
