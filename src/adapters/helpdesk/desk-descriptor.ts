import type { z } from 'zod';
import type { DeskAdapter, DeskParts } from './desk-adapter.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { SampleDelivery, SampleParts, SampleTicket } from './sample-ticket.ts';
import type { TokenEndpoint } from './token-source.ts';

/** Everything that differs between kinds of desk. One per kind, in its folder; `desk-kinds.ts` lists them. */
export interface DeskDescriptor {
  /** Its vendor's name for it. */
  readonly title: string;
  /** Whether an entry must name the API user with `user`. */
  readonly needsUser: boolean;
  /** `whsec`: `key` and `secrets` are Standard Webhooks secrets. `text`: any text that is long enough. */
  readonly secrets: 'text' | 'whsec';
  /** What `options` of an entry may hold; other names and values are refused at start. */
  readonly options: z.ZodObject;
  /** The numbers that its tickets can have. */
  readonly numbers: { readonly shape: RegExp; readonly example: string };
  /**
   * Whether it signs the delivery id together with the body. If it does not, a recorded delivery can be replayed under
   * another id, so duplicates have to be detected by the body.
   */
  readonly signsDeliveryId: boolean;
  /** Headers that sign in to its API with `user` and `key`. */
  signIn(entry: DeskEntry): Readonly<Record<string, string>>;
  /** How it gives tokens for `oauth` of an entry; null if it gives none. */
  readonly oauth: TokenEndpoint | null;
  create(parts: DeskParts): DeskAdapter;
  /** A delivery as it sends one, with its proof. */
  sample(ticket: SampleTicket, parts: SampleParts): SampleDelivery;
}
