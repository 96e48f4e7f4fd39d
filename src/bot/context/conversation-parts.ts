import type { Clock } from '../../ports/clock.ts';
import type { FactsSource } from '../../ports/facts-source.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Meanings } from '../../ports/meanings.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { QuestionLog } from '../../ports/question-log.ts';
import type { Retention } from '../../ports/retention.ts';
import type { Tickets } from '../../ports/tickets.ts';
import type { Understanding } from '../input/understanding.ts';
import type { AdminRequests } from '../proactive/admin-requests.ts';
import type { ScheduledJobs } from '../proactive/scheduled-jobs.ts';
import type { SingleSignOn } from '../sign-in/single-sign-on.ts';
import type { StepUps } from '../sign-in/step-ups.ts';

/** What conversations are made of: the same for every turn. */
export interface ConversationParts {
  readonly clock: Clock;
  readonly journal: Journal;
  /** A UUID, which nobody can guess. */
  readonly randomId: () => string;
  readonly facts: FactsSource;
  readonly jobs: ScheduledJobs;
  readonly adminRequests: AdminRequests;
  /** Undefined where no helpdesk hands tickets over. */
  readonly tickets?: Tickets | undefined;
  readonly understanding: Understanding;
  readonly questions: QuestionIndex;
  /** Null where the organisation has no embedding service. */
  readonly meanings: Meanings | null;
  readonly questionLog: QuestionLog;
  readonly singleSignOn: SingleSignOn;
  /** Null where the bot has no address that browsers can open. */
  readonly stepUps: StepUps | null;
  readonly connectionName: string;
  /** The registration that people sign in to; administrators approve it for their tenant. */
  readonly signInAppId: string;
  /** Tenants whose people may use the bot; empty means every tenant. */
  readonly allowedTenants: readonly string[];
  readonly retention: Pick<Retention, 'forget'>;
  /** Page where somebody can open a chat with the bot; empty when there is none. */
  readonly chatUrl: string;
  /** Where people find a human; empty when the operator gave nothing. */
  readonly contact: string;
}
