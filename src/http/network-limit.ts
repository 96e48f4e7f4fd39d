import { networksAround } from './caller-address.ts';
import { type MinuteAdmission, MinuteLimit } from './minute-limit.ts';

export interface NetworkLimitOptions {
  /** Requests per address and minute. */
  readonly perAddress: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How many times the limit of one address the networks around it get, the nearest first. */
const shares = [10, 60];

/**
 * Limits strangers by where they come from: each address, and the networks around it. Whoever has a whole network has
 * endless addresses, but uses up only what that network gets. There is no count of everybody together, because one
 * visitor could use that up for all.
 */
export class NetworkLimit {
  readonly #limits: readonly MinuteLimit[];

  constructor({ perAddress, now }: NetworkLimitOptions) {
    this.#limits = [1, ...shares].map((share) => new MinuteLimit({ perCaller: share * perAddress, now }));
  }

  /** Counts a request of this caller (`callerAddress`), unless it is too many for one of its networks. */
  admit(caller: string): MinuteAdmission {
    const counted = [caller, ...networksAround(caller)].flatMap((network, at) => {
      const limit = this.#limits[at];
      return limit === undefined ? [] : [{ network, limit }];
    });
    const waits = counted.flatMap(({ network, limit }) => limit.waitSeconds(network) ?? []);
    if (waits.length > 0) return { kind: 'refused', retryAfterSeconds: Math.max(...waits) };
    for (const { network, limit } of counted) limit.count(network);
    return { kind: 'admitted' };
  }
}
