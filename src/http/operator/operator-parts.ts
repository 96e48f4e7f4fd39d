import type { OperatorRules } from '../../domain/operators.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import type { OperatorSignIn } from '../../ports/operator-sign-in.ts';
import type { QuestionRecords } from '../../ports/question-log.ts';
import type { TicketRecords } from '../../ports/ticket-records.ts';

/** What the tickets page needs. */
export interface OperatorParts {
  readonly records: TicketRecords;
  readonly questions: QuestionRecords;
  /** The title of an entry in a language; null when there is no such entry. */
  readonly titleOf: (id: string, locale: string) => string | null;
  readonly signIn: OperatorSignIn;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly desks: readonly { readonly id: string; readonly name: string; readonly tenantId: string }[];
  readonly rules: OperatorRules;
  /** Origin of the bot as browsers see it. */
  readonly publicUrl: string;
  /** Secret of the sign-in registration; undefined with a managed identity. */
  readonly secret: string | undefined;
  readonly trustedProxies: number;
}
