import type { ConversationReference, TurnContext } from 'botbuilder';
import { errorName } from '../../domain/errors.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import { machineStopwatch, type Stopwatch } from '../../ports/stopwatch.ts';
import type { Passes } from '../../ports/turn-points.ts';
import { openRecord } from '../record/conversation-record.ts';
import type { RunTurn } from './proactive-trigger.ts';
import type { ScheduledJob, ScheduledJobs } from './scheduled-jobs.ts';

/** What running scheduled jobs needs. */
export interface JobRunnerParts {
  readonly jobs: ScheduledJobs;
  readonly store: DocumentStore;
  readonly journal: Journal;
  /** Starts a turn in a conversation that was met before. */
  readonly reachOut: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  readonly runTurn: RunTurn;
  /** Tells the tickets what a conversation still keeps for them. False when something is left. */
  readonly tellNews: (conversation: string) => Promise<boolean>;
  /** Asked again each time: who may use the bot can change while a job waits. */
  readonly mayReach: (reference: Partial<ConversationReference>) => boolean;
  readonly passes?: Passes | undefined;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch | undefined;
}

/** So that one conversation that waits for a slow service does not hold up everybody's reminders. */
const atATime = 8;
/** When a conversation of a later release is looked at again, in milliseconds. */
const newerPauseMs = 5 * 60_000;
/** How long before failed news for a ticket is sent again, in milliseconds. */
const newsPauseMs = 30_000;

/**
 * Runs the jobs that are due: each is a turn that the bot starts. A job may come twice or too late, and what it is about
 * may be over: its turn looks at the state of the conversation.
 */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  #stopPolling: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
  }

  /** Runs what is due, again and again. Milliseconds. */
  start(everyMs: number): void {
    const { stopwatch = machineStopwatch } = this.#parts;
    this.#stopPolling = stopwatch.every(everyMs, () => void this.runDue());
  }

  async stop(): Promise<void> {
    this.#stopPolling?.();
    await this.#running;
  }

  /** Runs everything that is due, oldest first. Calls while it runs wait for the same run. */
  runDue(): Promise<void> {
    this.#running ??= this.#runDue().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #runDue(): Promise<void> {
    try {
      const due = await this.#parts.jobs.due();
      for (let first = 0; first < due.length; first += atATime)
        await Promise.all(due.slice(first, first + atATime).map((key) => this.#run(key)));
    } catch (error) {
      // The store is away; what is due stays due.
      this.#noteFailure(error);
    }
  }

  async #run(key: string): Promise<void> {
    const { jobs, passes } = this.#parts;
    const job = await jobs.read(key);
    passes?.('job-read');
    if (job?.trigger.kind === 'ticket-news') {
      await this.#tellNews(job.conversation);
      return jobs.remove(key);
    }
    if (job !== null) await this.#startTurn(job);
    passes?.('followed');
    await jobs.remove(key);
  }

  async #startTurn({ conversation, trigger }: ScheduledJob): Promise<void> {
    const { jobs, reachOut, runTurn } = this.#parts;
    const address = await this.#addressOf(conversation);
    if (address === 'newer') return jobs.planIn(newerPauseMs, conversation, trigger);
    if (address === null) return;
    await reachOut(address, (context) => runTurn(context, trigger)).catch((error: unknown) => this.#noteFailure(error));
  }

  /** Needs no turn: nobody in the conversation hears of it, and the bot may not be allowed to write there any more. */
  async #tellNews(conversation: string): Promise<void> {
    const { jobs, tellNews } = this.#parts;
    const isDone = await tellNews(conversation).catch((error: unknown) => {
      this.#noteFailure(error);
      return false;
    });
    if (!isDone) await jobs.planIn(newsPauseMs, conversation, { kind: 'ticket-news' });
  }

  /**
   * The address that the person's last activity came from. Null when the bot was taken away, blocked, or may not speak there
   * any more; `newer` when only a later release can tell.
   */
  async #addressOf(conversation: string): Promise<Partial<ConversationReference> | 'newer' | null> {
    const { store, mayReach } = this.#parts;
    const stored = await store.read(conversation);
    const opened = stored === null ? null : openRecord(stored.value);
    if (opened?.kind === 'newer') return 'newer';
    const reference = opened?.kind === 'opened' ? opened.record.reference : null;
    return reference !== null && mayReach(reference) ? reference : null;
  }

  #noteFailure(error: unknown): void {
    this.#parts.journal.note({ event: 'job.failed', error: errorName(error) });
  }
}
