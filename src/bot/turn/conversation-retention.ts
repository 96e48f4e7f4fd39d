import { z } from 'zod';
import { keysUnder, partOf, readAs, removeAll, removePast } from '../../ports/document-keys.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import { conversationPrefix } from '../record/conversation-record.ts';
import { quarantinePrefix } from './conversation-store.ts';

/** What ending conversations needs. */
export interface ConversationRetentionOptions {
  readonly store: DocumentStore;
  /** Days after which a conversation that nobody comes back to is removed. */
  readonly keepIdleDays: number;
  /** Whose documents have no time of their own and go with their conversation. */
  readonly goAlong: readonly RetentionOwner[];
}

const dayMs = 86_400_000;
/** Days for which an unreadable conversation is kept, so that somebody can look into it. */
const quarantineDays = 7;

// Of any release, so only what tells how old it is.
const conversationSchema = z.object({
  lastHeardAt: z.number(),
  reminder: z.object({ dueAt: z.string() }).nullish(),
});
const quarantineSchema = z.object({ key: z.string() });

/** Conversations go when nobody comes back to them; unreadable ones after 7 days. */
export function conversationRetention({ store, keepIdleDays, goAlong }: ConversationRetentionOptions): RetentionOwner {
  async function sweepIdle(before: number): Promise<number> {
    let removed = 0;
    for await (const key of keysUnder(store, conversationPrefix)) {
      const conversation = await readAs(store, key, conversationSchema);
      if (conversation === null || lastWantedAt(conversation) >= before) continue;
      for (const owner of goAlong) removed += await owner.forget(key);
      await store.remove(key);
      removed += 1;
    }
    return removed;
  }

  async function* keysOf(conversation: string): AsyncGenerator<string> {
    if ((await store.read(conversation)) !== null) yield conversation;
    for await (const key of keysUnder(store, quarantinePrefix))
      if ((await readAs(store, key, quarantineSchema))?.key === conversation) yield key;
  }

  return {
    prefixes: [conversationPrefix, quarantinePrefix],
    async sweep(now) {
      const idle = await sweepIdle(now - keepIdleDays * dayMs);
      const before = now - quarantineDays * dayMs;
      return idle + (await removePast(store, quarantinePrefix, (key) => Number(partOf(key, 1)) < before));
    },
    forget: (conversation) => removeAll(store, keysOf(conversation)),
    keysOf,
  };
}

/** When somebody last spoke, or wanted to be reminded. */
function lastWantedAt({ lastHeardAt, reminder }: z.infer<typeof conversationSchema>): number {
  const dueAt = reminder === null || reminder === undefined ? Number.NaN : Date.parse(reminder.dueAt);
  return Number.isNaN(dueAt) ? lastHeardAt : Math.max(lastHeardAt, dueAt);
}
