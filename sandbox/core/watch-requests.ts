import type { FastifyInstance } from 'fastify';
import type { SandboxCore, ServiceName } from './core.ts';
import { playFault } from './play-fault.ts';

export interface WatchOptions {
  /** What Graph and Azure are asked stands in the query; a sign-in query may hold a code. */
  readonly query: 'shown' | 'hidden';
  /** By default hidden: most bodies hold secrets or names. What is compared is shown, so that one sees what leaves the bot. */
  readonly body?: 'shown';
}

/** Lists every request that reaches a service and breaks it when the fault book says so. */
export function watchRequests(
  app: FastifyInstance,
  core: SandboxCore,
  service: ServiceName,
  { query, body }: WatchOptions,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const fault = core.faults.take(service, request.url, request.method);
    if (!fault) return;
    await playFault(fault, request, reply);
    return reply;
  });
  app.addHook('onResponse', async (request, reply) => {
    const path = query === 'shown' ? request.url : (request.url.split('?')[0] ?? '/');
    // A client that gave up on a hanging request never saw a status.
    const status = reply.raw.headersSent ? reply.raw.statusCode : null;
    const shown = body === 'shown' ? { body: request.body } : {};
    core.requests.record({ service, method: request.method, path, status, ...shown });
  });
}
