import { referenceFrom } from '../../domain/reference.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Erased, Retention } from '../../ports/retention.ts';

/** What forgetting somebody needs. */
export interface ErasureParts {
  readonly retention: Pick<Retention, 'forget'>;
  /** Takes the person's sign-in away from the token service. */
  readonly signOut: () => Promise<void>;
  readonly journal: Journal;
  readonly randomId: () => string;
}

/** How an erasure ended. */
export type Erasure =
  | { readonly kind: 'gone'; readonly removed: number }
  /** Something is still there, or it could not be looked at. The reference finds the same event in the log. */
  | { readonly kind: 'not-all-gone'; readonly reference: string };

/**
 * Removes the sign-in and everything stored about one conversation; what that is, its owners in `src/wiring/retention.ts` know.
 * Never rejects: if one of the two fails the other is still done, and the person is told that something is left.
 */
export async function eraseConversation(
  conversation: string,
  { retention, signOut, journal, randomId }: ErasureParts,
): Promise<Erasure> {
  const [signedOut, removal] = await Promise.allSettled([signOut(), retention.forget(conversation)]);
  if (signedOut.status === 'fulfilled' && isAllGone(removal)) {
    journal.note({ event: 'data.forgotten', removed: removal.value.removed });
    return { kind: 'gone', removed: removal.value.removed };
  }
  const reference = referenceFrom(randomId());
  journal.note({
    event: 'data.not-forgotten',
    reference,
    left: removal.status === 'fulfilled' ? removal.value.left.length : null,
    signIn: signedOut.status === 'fulfilled' ? 'gone' : 'left',
  });
  return { kind: 'not-all-gone', reference };
}

function isAllGone(removal: PromiseSettledResult<Erased>): removal is PromiseFulfilledResult<Erased> {
  return removal.status === 'fulfilled' && removal.value.left.length === 0;
}
