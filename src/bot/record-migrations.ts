import type { Json } from '../ports/document-store.ts';

type Stored = Readonly<Record<string, Json | undefined>>;

/** Carries a stored conversation from one version to the next. Changes the shape only: no clock, no store, no words. */
type Migration = (older: Stored) => Stored;

/**
 * The first carries version 1 to version 2, the second 2 to 3, and so on. Conversations last weeks, so none is ever taken out,
 * and one that was released is never changed. Each needs a kept record in `test/bot/snapshots`.
 */
const migrations: readonly Migration[] = [addLookingOnAndConfirming, addTickets, allowSameFacts];

/** The version that this program writes. */
export const recordVersion = migrations.length + 1;

/** A stored conversation, brought to the version of this program. */
export type CarriedOver =
  | { readonly kind: 'current'; readonly value: Stored }
  /** A later release wrote it. Only that release knows what it means, so nobody here may change it. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknown' };

/** Brings a stored conversation to the version of this program, one version after the other. */
export function carryOver(stored: Json): CarriedOver {
  const version = versionOf(stored);
  if (version === null) return { kind: 'unknown' };
  if (version > recordVersion) return { kind: 'newer', version };
  const value = migrations
    .slice(version - 1)
    .reduce((older, migrate, index) => ({ ...migrate(older), version: version + index + 1 }), stored as Stored);
  return { kind: 'current', value };
}

function versionOf(stored: Json): number | null {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return null;
  const { version } = stored;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : null;
}

/** Version 2 remembers what it still looks for by itself, and which question about deleting is open. */
function addLookingOnAndConfirming(older: Stored): Stored {
  return { ...older, lookingOn: null, confirming: null };
}

/** Version 3 knows tickets, each with its own place. */
function addTickets(older: Stored): Stored {
  return { ...older, tickets: { current: null, outside: null, known: [], asking: null }, ticketNews: [] };
}

/** Version 4 need not hold the facts of the first check twice: `factsBefore` may say that they are `facts`. */
function allowSameFacts(older: Stored): Stored {
  return older;
}
