import { type Clock, clocksApartMs } from '../../ports/clock.ts';
import { keysUnder, partOf, removeAll, removePast } from '../../ports/document-keys.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import { Standstill } from '../../ports/standstill.ts';
import { machineStopwatch, type Stopwatch } from '../../ports/stopwatch.ts';
import type { ProactiveTrigger } from './proactive-trigger.ts';

/** A conversation to continue later, and why. */
export interface ScheduledJob {
  readonly conversation: string;
  readonly trigger: ProactiveTrigger;
}

/** Where jobs are kept, in the order of their time. The rule that wakes a bot scaled to zero looks there too: see main.bicep. */
const prefix = 'wake/';
const jobsAtOnce = 100;
const dayMs = 86_400_000;
/** These go on as soon as somebody looks: the time in their key may be of a clock that is ahead. */
const atOnce: readonly ProactiveTrigger['kind'][] = ['admin-answered', 'step-up-ended', 'ticket-changed'];
/** When news of a turn is told by somebody else, in milliseconds: longer than most turns take to send and to tell. News that is told twice counts once. */
export const newsPatienceMs = 15_000;

/** Conversations that are to be continued later. They are in the store, so they survive a restart. */
export class ScheduledJobs {
  readonly #store: DocumentStore;
  readonly #clock: Clock;
  /** News that waits for the turn that planned it, whose process may have another time. */
  readonly #news: Standstill;

  constructor(store: DocumentStore, clock: Clock, stopwatch: Stopwatch = machineStopwatch) {
    this.#store = store;
    this.#clock = clock;
    this.#news = new Standstill(stopwatch);
  }

  /** `dueAt` is ISO 8601 in UTC. One conversation may have several. */
  async plan(conversation: string, trigger: ProactiveTrigger, dueAt: string): Promise<void> {
    const value = { conversation, trigger } satisfies ScheduledJob;
    const key = `${prefix}${dueAt}/${nameOf(trigger)}/${conversation}`;
    await this.#store.write(key, JSON.parse(JSON.stringify(value)) as Json, null);
  }

  /** Schedules a job this many milliseconds from now. */
  planIn(afterMs: number, conversation: string, trigger: ProactiveTrigger): Promise<void> {
    return this.plan(conversation, trigger, new Date(this.#clock.now() + afterMs).toISOString());
  }

  /** The keys of up to 100 jobs that are due, oldest first. */
  async due(): Promise<readonly string[]> {
    const keys = await this.#store.list(prefix, jobsAtOnce);
    return keys.filter((key) => this.#isDue(key));
  }

  #isDue(key: string): boolean {
    const dueAt = Date.parse(dueAtOf(key));
    const now = this.#clock.now();
    const kind = partOf(key, 2);
    if (atOnce.some((one) => one === kind)) return true;
    if (kind !== 'ticket-news') return dueAt <= now;
    return dueAt <= now - clocksApartMs || this.#news.of(key, '') >= newsPatienceMs;
  }

  /** Null when another replica removed it. */
  async read(key: string): Promise<ScheduledJob | null> {
    const stored = await this.#store.read(key);
    return stored === null ? null : asJob(stored.value);
  }

  remove(key: string): Promise<void> {
    return this.#store.remove(key);
  }
}

/** A job goes when it has run. One that is late by as much as conversations may be idle belongs to a conversation that is gone. */
export function scheduledJobRetention(store: DocumentStore, keepIdleDays: number): RetentionOwner {
  async function* keysOf(conversation: string): AsyncGenerator<string> {
    for await (const key of keysUnder(store, prefix)) if (key.endsWith(`/${conversation}`)) yield key;
  }
  return {
    prefixes: [prefix],
    sweep: (now) => removePast(store, prefix, (key) => Date.parse(dueAtOf(key)) < now - keepIdleDays * dayMs),
    forget: (conversation) => removeAll(store, keysOf(conversation)),
    keysOf,
  };
}

/** Releases up to 0.1 wrote `occasion`, and `look-on` for a recheck. */
function asJob(value: Json): ScheduledJob {
  const job = value as unknown as ScheduledJob & {
    readonly occasion?: ProactiveTrigger | { readonly kind: 'look-on' };
  };
  const trigger = job.trigger ?? job.occasion;
  return {
    conversation: job.conversation,
    trigger:
      (trigger.kind as string) === 'look-on' ? ({ ...trigger, kind: 'recheck-due' } as ProactiveTrigger) : trigger,
  };
}

function dueAtOf(key: string): string {
  return key.slice(prefix.length, key.indexOf('/', prefix.length));
}

/** Two tickets of one conversation may change at the same moment. */
function nameOf(trigger: ProactiveTrigger): string {
  return 'ticketId' in trigger ? `${trigger.kind}/${trigger.ticketId}` : trigger.kind;
}
