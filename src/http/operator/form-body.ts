import type { IncomingMessage } from 'node:http';
import type { BodyBudget } from '../body-budget.ts';
import { readBytes } from '../json-bodies.ts';

const limits = { maxBytes: 4_096, timeoutMs: 5_000 };

/** The fields of a small form; null if it is not a form, too long or too slow. */
export async function readForm(request: IncomingMessage, bodies: BodyBudget): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) return null;
  const bytes = await readBytes(request, { ...limits, bodies });
  return typeof bytes === 'number' ? null : new URLSearchParams(bytes.toString('utf8'));
}
