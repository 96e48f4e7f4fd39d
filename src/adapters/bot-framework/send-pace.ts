import type { Clock } from '../../ports/clock.ts';
import { ChannelFault } from './http-call.ts';

/** The most messages that may be sent within a number of seconds. */
export interface PaceLimit {
  readonly messages: number;
  readonly seconds: number;
}

/** What pacing needs. */
export interface SendPaceOptions {
  readonly clock: Clock;
  /** Resolves after this many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Source: "Optimize your bot with rate limiting in Teams": per bot and thread, and per app and tenant. */
const perConversation: readonly PaceLimit[] = [
  { messages: 7, seconds: 1 },
  { messages: 60, seconds: 30 },
];
const perTenant: readonly PaceLimit[] = [{ messages: 50, seconds: 1 }];

/** The longest that a turn waits for the channel's rate limit, in milliseconds; beyond that, the messages are sent later. */
const longestWaitMs = 3_000;
const keptMax = 5_000;
/** Latency varies, so messages can arrive closer together than they were sent. */
const marginMs = 100;

/**
 * Keeps the bot below Teams' rate limits, per conversation and per tenant.
 * A message that comes too early waits for its slot. If the wait would be too long, the caller is told how long it is.
 */
export class SendPace {
  readonly #options: SendPaceOptions;
  readonly #conversations = new Places(perConversation);
  readonly #tenants = new Places(perTenant);

  constructor(options: SendPaceOptions) {
    this.#options = options;
  }

  async takePlace(conversationId: string, tenantId: string | null): Promise<void> {
    const now = this.#options.clock.now();
    const free = this.#conversations.nextFree(conversationId, now);
    const at = tenantId === null ? free : this.#tenants.nextFree(tenantId, free);
    const waitMs = at - now;
    if (waitMs > longestWaitMs) {
      throw new ChannelFault('more messages than Teams takes at once', 429, {
        retryAfterSeconds: Math.ceil(waitMs / 1_000),
      });
    }
    this.#conversations.take(conversationId, at);
    if (tenantId !== null) this.#tenants.take(tenantId, at);
    if (waitMs > 0) await this.#options.pause(waitMs);
  }
}

/** When messages were sent or have a slot, for the most recently used names. */
class Places {
  readonly #limits: readonly PaceLimit[];
  readonly #longestMs: number;
  readonly #taken = new Map<string, number[]>();

  constructor(limits: readonly PaceLimit[]) {
    this.#limits = limits;
    this.#longestMs = Math.max(...limits.map(({ seconds }) => seconds)) * 1_000;
  }

  /** The first time, from `now` on, that every limit allows. Milliseconds since 1970. */
  nextFree(name: string, now: number): number {
    const taken = this.#taken.get(name) ?? [];
    return this.#limits.reduce((at, { messages, seconds }) => {
      const before = taken.at(-messages);
      return before === undefined ? at : Math.max(at, before + seconds * 1_000 + marginMs);
    }, now);
  }

  take(name: string, at: number): void {
    const recent = (this.#taken.get(name) ?? []).filter((one) => one > at - this.#longestMs);
    // Deleted and set again, so that the least recently used name is first in the map.
    this.#taken.delete(name);
    this.#taken.set(name, [...recent, at]);
    const oldest = this.#taken.size > keptMax ? this.#taken.keys().next().value : undefined;
    if (oldest !== undefined) this.#taken.delete(oldest);
  }
}
