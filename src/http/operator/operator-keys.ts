import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';

export interface OperatorKeysOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** The secret of the registration, where there is one: then the store alone is not enough to make a cookie. */
  readonly secret: string | undefined;
}

/** The keys of the cookies, the same on every replica. */
export interface OperatorKeys {
  /** Rejects with `StoreFault` when the store is away. */
  keyFor(purpose: 'attempt' | 'session'): Promise<Uint8Array>;
}

const operatorKeyName = 'operator-key';
/** A key that is removed from the store ends every session within this time, in milliseconds. */
const keptForMs = 5 * 60_000;
const keyBytes = 32;
const triesAtMost = 5;

const keySchema = z.object({ key: z.string().regex(/^[\w-]{43}$/) });

/** Half of the keys is random and lives in the store, because a bot with a managed identity has no secret that all replicas share. */
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
    // Another replica made one at the same time: theirs counts.
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

/** The key stays until somebody removes it, and is nobody's. */
export const operatorKeyRetention: RetentionOwner = {
  prefixes: [operatorKeyName],
  sweep: async () => 0,
  forget: async () => 0,
  async *keysOf() {
    yield* [];
  },
};
