import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxCore, ServiceName } from '../core/core.ts';
import { playFault } from '../core/play-fault.ts';

/** Lists every request that reaches a service, and breaks it when the fault book says so. */
export function watchService(app: FastifyInstance, core: SandboxCore, service: ServiceName): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'OPTIONS') return;
    const fault = core.faults.take(service, pathOf(request), request.method);
    if (!fault) return;
    await playFault(fault, request, reply);
    return reply;
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.method === 'OPTIONS') return;
    const status = reply.raw.headersSent ? reply.raw.statusCode : null;
    core.requests.record({ service, method: request.method, path: pathOf(request), status });
  });
}

/** Without the query, which may hold a code or a token. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/';
}
