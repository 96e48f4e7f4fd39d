import { inspect } from 'node:util';
import type { Journal } from '../../ports/journal.ts';
import { redact } from './redact.ts';

type Speaker = Record<'debug' | 'log' | 'info' | 'warn' | 'error' | 'trace', (...said: unknown[]) => void>;

const levels = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

/**
 * Sends what libraries say on the console to the journal, redacted.
 * The Bot Framework SDK writes whole errors there, with whatever a request carried.
 */
export function redactConsole(speaker: Speaker, journal: Journal): void {
  for (const level of levels) {
    speaker[level] = (...said) => {
      journal.note({ event: 'library.said', level, text: redact(said.map(wordsOf).join(' ')) });
    };
  }
}

function wordsOf(said: unknown): string {
  if (typeof said === 'string') return said;
  // An error's members may hold a whole request; its first line tells what happened.
  if (said instanceof Error) return `${said.name}: ${said.message}`;
  return inspect(said, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
}
