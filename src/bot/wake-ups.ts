import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, Json } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import { openRecord } from './conversation-record.ts';
import { giveOccasion, type Occasion } from './occasions.ts';
import { type Passes, passesUnseen } from './turn-points.ts';

/** What waking conversations needs. */
export interface WakeUpParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Starts a turn in a conversation that was met before. */
  readonly reachOut: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  readonly runTurn: (context: TurnContext) => Promise<void>;
  /** Tells the tickets what a conversation still keeps for them. False when something is left. */
  readonly tellNews?: (conversation: string) => Promise<boolean>;
  /** Asked again each time: who may use the bot can change while a wake-up waits. */
  readonly mayReach?: (reference: Partial<ConversationReference>) => boolean;
  readonly passes?: Passes | undefined;
}

interface WakeUp {
  readonly conversation: string;
  readonly occasion: Occasion;
}

const prefix = 'wake/';
const batch = 100;
const atATime = 8;
/** When a conversation of a later release is looked at again. */
const newerPauseMs = 5 * 60_000;
const newsPauseMs = 30_000;

/**
 * Conversations that are to be taken up later. They are stored, so they outlive a restart, and sorted by their time.
 * A wake-up may come twice or too late, and what it is about may be over: the turn that it starts looks at its own state.
 */
export class WakeUps {
  readonly #parts: WakeUpParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: WakeUpParts) {
    this.#parts = parts;
  }

  /**
   * `dueAt` is ISO 8601 in UTC. The same conversation may have several.
   * Where the person is then is looked up then: a conversation keeps the address that its last activity came from.
   */
  async plan(conversation: string, occasion: Occasion, dueAt: string): Promise<void> {
    const value = { conversation, occasion } satisfies WakeUp;
    await this.#parts.store.write(
      `${prefix}${dueAt}/${placeOf(occasion)}/${conversation}`,
      JSON.parse(JSON.stringify(value)) as Json,
      null,
    );
  }

  /** Looks for what is due every so many milliseconds. */
  start(everyMs: number): void {
    this.#timer = setInterval(() => void this.runDue(), everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }

  /** Runs everything that is due, oldest first. One look at a time. */
  runDue(): Promise<void> {
    this.#running ??= this.#runDue().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #runDue(): Promise<void> {
    try {
      const now = new Date(this.#parts.clock.now()).toISOString();
      const keys = await this.#parts.store.list(prefix, batch);
      const due = keys.filter((one) => dueAtOf(one) <= now);
      // Some at a time, so that one that waits for a slow service does not hold up everybody's reminders.
      for (let first = 0; first < due.length; first += atATime)
        await Promise.all(due.slice(first, first + atATime).map((key) => this.#run(key)));
    } catch (error) {
      // The store is away; what is due stays due.
      this.#parts.journal.note({ event: 'wake-up.failed', error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  async #run(key: string): Promise<void> {
    const { store, journal, reachOut, runTurn, passes = passesUnseen } = this.#parts;
    const stored = await store.read(key);
    passes('woken');
    if (stored !== null) {
      const { conversation, occasion } = stored.value as unknown as WakeUp;
      if (occasion.kind === 'ticket-news') {
        await this.#tellNews(conversation);
        return store.remove(key);
      }
      const address = await this.#addressOf(conversation);
      if (address === 'newer') await this.#postpone(conversation, occasion);
      if (address === null || address === 'newer') return store.remove(key);
      await reachOut(address, async (context) => {
        giveOccasion(context, occasion);
        await runTurn(context);
      }).catch((error: unknown) => {
        journal.note({ event: 'wake-up.failed', error: error instanceof Error ? error.name : 'unknown' });
      });
    }
    passes('followed');
    await store.remove(key);
  }

  /** Needs no turn: nobody in the conversation hears of it, and it may be one that the bot cannot write in any more. */
  async #tellNews(conversation: string): Promise<void> {
    const { tellNews = async () => true, journal } = this.#parts;
    const isDone = await tellNews(conversation).catch((error: unknown) => {
      journal.note({ event: 'wake-up.failed', error: error instanceof Error ? error.name : 'unknown' });
      return false;
    });
    if (isDone) return;
    const dueAt = new Date(this.#parts.clock.now() + newsPauseMs).toISOString();
    await this.plan(conversation, { kind: 'ticket-news' }, dueAt);
  }

  /** Null when the bot was taken away, blocked, or may not speak there any more; `newer` when only a later release can tell. */
  async #addressOf(conversation: string): Promise<Partial<ConversationReference> | 'newer' | null> {
    const { store, mayReach = () => true } = this.#parts;
    const stored = await store.read(conversation);
    const opened = stored === null ? null : openRecord(stored.value);
    if (opened?.kind === 'newer') return 'newer';
    const reference = opened?.kind === 'opened' ? opened.record.reference : null;
    return reference !== null && mayReach(reference) ? reference : null;
  }

  #postpone(conversation: string, occasion: Occasion): Promise<void> {
    return this.plan(conversation, occasion, new Date(this.#parts.clock.now() + newerPauseMs).toISOString());
  }
}

function dueAtOf(key: string): string {
  return key.slice(prefix.length, key.indexOf('/', prefix.length));
}

/** Two tickets of one conversation may change at the same moment. */
function placeOf(occasion: Occasion): string {
  return 'ticketId' in occasion ? `${occasion.kind}/${occasion.ticketId}` : occasion.kind;
}
