import { type DestinationStream, pino } from 'pino';
import type { Journal, JournalEvent } from '../../ports/journal.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
type EventName = JournalEvent['event'];

const levels: Partial<Record<EventName, Level>> = {
  'settings.refused': 'error',
  'turn.failed': 'error',
  'state.quarantined': 'error',
  'data.not-forgotten': 'error',
  'store.failed': 'error',
  'state.newer': 'warn',
  'process.fault': 'error',
  'send.failed': 'warn',
  'door.denied': 'warn',
  'request.shed': 'warn',
  'turn.conflict': 'warn',
  'turn.not-settled': 'warn',
  'library.said': 'warn',
  'ticket.refused': 'warn',
  'ticket.work-failed': 'warn',
  'operator.refused': 'warn',
  'desk.failed': 'warn',
  'desk.dead': 'error',
  'embeddings.failed': 'warn',
  'upstream.called': 'debug',
};

/** Events that strangers can cause as often as they like. Only so many of each kind are written per second; the rest are counted. */
const sampled: ReadonlySet<EventName> = new Set<EventName>([
  'door.denied',
  'request.shed',
  'library.said',
  'press.refused',
  'ticket.refused',
  'operator.refused',
]);
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
  const write = (event: JournalEvent): void => logger[levels[event.event] ?? 'info'](event);
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
    if (!sampled.has(name)) return true;
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

/** A call to Microsoft, a desk or the store, as the log tells it. */
export type ObservedCall = Omit<Extract<JournalEvent, { event: 'upstream.called' }>, 'event'>;

/** Notes every call that it is told of. */
export function callsTo(journal: Journal): (call: ObservedCall) => void {
  return (call) => journal.note({ event: 'upstream.called', ...call });
}
