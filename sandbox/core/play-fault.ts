import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './core.ts';
import { channelFaultBody, type FaultStatus, faultBody } from './fault-bodies.ts';

const statuses: Readonly<Partial<Record<Fault['fault'], FaultStatus>>> = {
  '429': 429,
  '403': 403,
  '500': 500,
  '503': 503,
};
/** Real services send Retry-After with nearly every 429. */
const defaultRetryAfterSeconds = 1;

/** Answers a request the way the fault says, instead of the service. */
export async function playFault(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await delayFor(fault);
  switch (fault.fault) {
    case '429':
    case '403':
    case '500':
    case '503': {
      const status = faultStatus(fault) ?? 500;
      await reply
        .code(status)
        .headers(faultHeaders(fault))
        .send(faultBody(fault.service, status, Date.now()));
      return;
    }
    case '400':
    case '412':
    case '413':
      await reply.code(Number(fault.fault)).send(channelFaultBody(fault.fault));
      return;
    case 'garbage':
      await reply.type('application/json').send('{"value": [{"id": ');
      return;
    case 'html':
      await reply.type('text/html; charset=utf-8').send('<!doctype html><title>Proxy</title><h1>Proxy</h1>');
      return;
    case 'down':
      reply.hijack();
      request.raw.socket.destroy();
      return;
    case 'hang':
    case 'slow':
    case 'forgetful':
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

/** The status of a fault that is a status, null for one that breaks the connection or the body. */
export function faultStatus({ fault }: Fault): FaultStatus | null {
  return statuses[fault] ?? null;
}

export function faultHeaders({ fault, retryAfterSeconds }: Fault): Record<string, string> {
  const seconds = retryAfterSeconds ?? (fault === '429' ? defaultRetryAfterSeconds : null);
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}

export async function delayFor({ delayMs }: Fault): Promise<void> {
  if (!delayMs) return;
  await new Promise((resolve) => {
    setTimeout(resolve, delayMs).unref();
  });
}

function drip(reply: FastifyReply): void {
  reply.raw.writeHead(200, { 'content-type': 'application/json' });
  reply.raw.flushHeaders();
  const timer = setInterval(() => reply.raw.write(' '), 1000);
  timer.unref();
  reply.raw.on('close', () => clearInterval(timer));
}
