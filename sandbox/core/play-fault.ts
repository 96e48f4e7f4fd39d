import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './core.ts';

const statuses = { '429': 429, '403': 403, '500': 500, '503': 503 } as const;

/** Answers a request the way the fault says, instead of the service. */
export async function playFault(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  switch (fault.fault) {
    case '429':
    case '403':
    case '500':
    case '503': {
      if (fault.retryAfterSeconds !== undefined) reply.header('retry-after', String(fault.retryAfterSeconds));
      const status = statuses[fault.fault];
      await reply.code(status).send({ error: { code: `Sandbox${status}`, message: 'The sandbox was asked to fail.' } });
      return;
    }
    case 'garbage':
      await reply.type('application/json').send('{"value": [{"id": ');
      return;
    case 'html':
      await reply.type('text/html; charset=utf-8').send('<!doctype html><title>Proxy</title><h1>Proxy</h1>');
      return;
    case 'hang':
      reply.hijack();
      return;
    case 'cut-off':
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '200' });
      reply.raw.write('{"value": [', () => request.raw.destroy());
      return;
    case 'slow-drip':
      reply.hijack();
      return drip(reply);
  }
}

function drip(reply: FastifyReply): void {
  reply.raw.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => reply.raw.write(' '), 1000);
  timer.unref();
  reply.raw.on('close', () => clearInterval(timer));
}
