import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './json-bodies.ts';

/** If the handler fails, answers 503 without a reason; the channel may deliver again. */
export function guarded<In extends IncomingMessage, Out extends ServerResponse>(
  handler: (request: In, response: Out) => Promise<void>,
): (request: In, response: Out) => Promise<void> {
  // Restify takes the value of a returned promise for a route name, so this resolves to nothing.
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else answer(response, 503, { retryAfterSeconds: 5 });
    }
  };
}
