import { inspect } from 'node:util';
import type { Journal } from '../../ports/journal.ts';
import { redact } from './redact.ts';

type Speaker = Record<'debug' | 'log' | 'info' | 'warn' | 'error' | 'trace', (...said: unknown[]) => void>;

const levels = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

/**
 * Sends libraries' console output to the journal, redacted.
 * The Bot Framework SDK logs whole errors, with whatever the request carried.
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
  // An error's properties may hold a whole request; its first line says enough.
  if (said instanceof Error) return `${said.name}: ${said.message}`;
  return inspect(said, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
}
