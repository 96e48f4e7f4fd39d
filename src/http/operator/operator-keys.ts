import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';

export interface OperatorKeysOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** The registration's secret, if there is one. With it, the store alone is not enough to forge a cookie. */
  readonly secret: string | undefined;
}

/** The cookie keys, the same on every replica. */
export interface OperatorKeys {
  /** Rejects with `StoreFault` if the store is unavailable. */
  keyFor(purpose: 'attempt' | 'session'): Promise<Uint8Array>;
}

const operatorKeyName = 'operator-key';
/** How long a key is cached, in milliseconds. Removing it from the store ends every session within this time. */
const keptForMs = 5 * 60_000;
const keyBytes = 32;
const triesAtMost = 5;

const keySchema = z.object({ key: z.string().regex(/^[\w-]{43}$/) });

/** Half of each key is random and lives in the store, because a bot with a managed identity has no secret that all replicas share. */
export function createOperatorKeys({ store, clock, secret = '' }: OperatorKeysOptions): OperatorKeys {
  let kept: { readonly random: Buffer; readonly until: number } | null = null;

  async function readOrMake(triesLeft = triesAtMost): Promise<Buffer> {
    if (triesLeft === 0) throw new StoreFault('the key of the operator page changes all the time');
    const stored = await store.read(operatorKeyName);
    if (stored !== null) {
      const parsed = keySchema.safeParse(stored.value);
      if (!parsed.success) throw new StoreFault(`${operatorKeyName} is no key; remove it`);
      return Buffer.from(parsed.data.key, 'base64url');
    }
    const made = randomBytes(keyBytes);
    const written = await store.write(operatorKeyName, { key: made.toString('base64url') }, null);
    // Another replica created one at the same time; that one counts.
    return written.kind === 'written' ? made : readOrMake(triesLeft - 1);
  }

  return {
    async keyFor(purpose) {
      if (kept === null || kept.until <= clock.now()) {
        kept = { random: await readOrMake(), until: clock.now() + keptForMs };
      }
      return new Uint8Array(hkdfSync('sha256', kept.random, secret, `onetenant operator ${purpose} 1`, keyBytes));
    },
  };
}

/** The key is kept until someone removes it, and belongs to no conversation. */
export const operatorKeyRetention: RetentionOwner = {
  prefixes: [operatorKeyName],
  sweep: async () => 0,
  forget: async () => 0,
  async *keysOf() {
    yield* [];
  },
};
