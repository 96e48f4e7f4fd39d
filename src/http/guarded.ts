import type { IncomingMessage, ServerResponse } from 'node:http';
import { codeOf, errorName } from '../domain/errors.ts';
import type { Journal } from '../ports/journal.ts';
import { answer } from './json-bodies.ts';

/** Wraps handlers. If one fails, it answers 503 without a reason, because the channel may deliver again, and notes the kind of fault. */
export type RequestGuard = <In extends IncomingMessage, Out extends ServerResponse>(
  handler: (request: In, response: Out) => Promise<void>,
) => (request: In, response: Out) => Promise<void>;

export function guardWith(journal: Journal): RequestGuard {
  // Restify takes the value of a returned promise for a route name, so this resolves to nothing.
  return (handler) => async (request, response) => {
    try {
      await handler(request, response);
    } catch (fault) {
      journal.note({ event: 'request.failed', error: errorName(fault), code: codeOf(fault) ?? 'UNEXPECTED' });
      if (response.headersSent) response.destroy();
      else answer(response, 503, { retryAfterSeconds: 5 });
    }
  };
}
