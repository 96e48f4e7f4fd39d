import { randomInt } from 'node:crypto';

/** Whose token it is: tokens are kept per channel, person and connection. */
export interface TokenOwner {
  readonly channelId: string;
  readonly userId: string;
  readonly connectionName: string;
}

export interface StoredUserToken {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface Waiting {
  readonly owner: TokenOwner;
  readonly token: StoredUserToken;
  readonly until: number;
}

const codeLifetimeMs = 10 * 60_000;

/** The tokens of people, in memory: never in a log, a page or the list of requests. */
export class UserTokenBook {
  readonly #kept = new Map<string, StoredUserToken>();
  readonly #waiting = new Map<string, Waiting>();

  keep(owner: TokenOwner, token: StoredUserToken): void {
    this.#kept.set(keyOf(owner), token);
  }

  find(owner: TokenOwner): StoredUserToken | null {
    return this.#kept.get(keyOf(owner)) ?? null;
  }

  remove(owner: TokenOwner): void {
    this.#kept.delete(keyOf(owner));
    for (const [code, waiting] of this.#waiting) {
      if (keyOf(waiting.owner) === keyOf(owner)) this.#waiting.delete(code);
    }
  }

  /** Holds a token back until its owner types the six digits. */
  holdForCode(owner: TokenOwner, token: StoredUserToken, now: number): string {
    const code = this.#freeCode();
    this.#waiting.set(code, { owner, token, until: now + codeLifetimeMs });
    return code;
  }

  /** A code works once, for its owner, and for ten minutes. */
  redeemCode(owner: TokenOwner, code: string, now: number): StoredUserToken | null {
    const waiting = this.#waiting.get(code);
    if (!waiting || keyOf(waiting.owner) !== keyOf(owner) || waiting.until < now) return null;
    this.#waiting.delete(code);
    this.keep(owner, waiting.token);
    return waiting.token;
  }

  /** Access tokens run out now and are renewed at the next question; a whole sign-in is gone. */
  expire(what: 'access' | 'sign-in', now: number): void {
    if (what === 'sign-in') this.clear();
    for (const [key, token] of this.#kept) this.#kept.set(key, { ...token, expiresAt: now });
  }

  clear(): void {
    this.#kept.clear();
    this.#waiting.clear();
  }

  #freeCode(): string {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    return this.#waiting.has(code) ? this.#freeCode() : code;
  }
}

function keyOf({ channelId, userId, connectionName }: TokenOwner): string {
  return JSON.stringify([channelId, userId, connectionName]);
}
