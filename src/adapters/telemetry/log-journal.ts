import { type DestinationStream, pino } from 'pino';
import type { EventName, Journal, JournalEvent } from '../../ports/journal.ts';
import { type Level, type Telling, tellings } from './tellings.ts';

/** So many of each sampled kind are written per second. */
const sampledPerSecond = 10;

export interface LogJournalOptions {
  /** Where to write instead of standard output. */
  readonly destination?: DestinationStream;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Writes each event as one JSON line to standard output. Events carry no personal data; see `JournalEvent`. */
export function createLogJournal(level: Level | 'silent', options: LogJournalOptions = {}): Journal {
  const { destination, now = Date.now } = options;
  const format = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' };
  const logger = destination === undefined ? pino(format) : pino(format, destination);
  const write = (event: JournalEvent): void => logger[tellingOf(event.event).level ?? 'info'](event);
  const sampler = new Sampler(now, (name, count) => write({ event: 'log.left-out', of: name, count }));
  return {
    note(event: JournalEvent): void {
      if (sampler.lets(event.event)) write(event);
    },
  };
}

/** Lets ten events of each sampled kind through per second. The number dropped is logged with the first event of a later second. */
class Sampler {
  readonly #now: () => number;
  readonly #tell: (name: EventName, count: number) => void;
  readonly #counts = new Map<EventName, number>();
  #second = 0;

  constructor(now: () => number, tell: (name: EventName, count: number) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  lets(name: EventName): boolean {
    const second = Math.floor(this.#now() / 1_000);
    if (second !== this.#second) this.#begin(second);
    if (tellingOf(name).isSampled !== true) return true;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count <= sampledPerSecond;
  }

  #begin(second: number): void {
    this.#second = second;
    for (const [name, count] of this.#counts) if (count > sampledPerSecond) this.#tell(name, count - sampledPerSecond);
    this.#counts.clear();
  }
}

function tellingOf(name: EventName): Telling {
  return tellings[name];
}

/** A call to Microsoft, a desk or the store, as the log tells it. */
export type ObservedCall = Omit<Extract<JournalEvent, { event: 'upstream.called' }>, 'event'>;

/** Notes every call that it is told of. */
export function callsTo(journal: Journal): (call: ObservedCall) => void {
  return (call) => journal.note({ event: 'upstream.called', ...call });
}
