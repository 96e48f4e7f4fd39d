import { pino } from 'pino';
import type { Journal, JournalEvent } from '../../ports/journal.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

const levels: Partial<Record<JournalEvent['event'], Level>> = {
  'settings.refused': 'error',
  'turn.failed': 'error',
  'state.quarantined': 'error',
  'send.failed': 'warn',
  'door.denied': 'warn',
  'turn.conflict': 'warn',
  'upstream.called': 'debug',
};

/** Writes each event as one JSON line on standard output. The events carry no personal data; see `JournalEvent`. */
export function createLogJournal(level: Level | 'silent'): Journal {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' });
  return {
    note(event: JournalEvent): void {
      logger[levels[event.event] ?? 'info'](event);
    },
  };
}
