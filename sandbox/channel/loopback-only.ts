import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { refusal, refuse } from './refusal.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A page on the internet, open in the same browser, must not reach the sandbox: neither from its own origin nor
 * through a domain of its own that resolves to this machine (DNS rebinding).
 */
export function refuseStrangers(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isFromThisMachine(request.headers)) return;
    return refuse(reply, refusal(403, 'Forbidden', 'The sandbox answers callers on this machine only.'));
  });
}

export function isFromThisMachine({ host, origin }: IncomingMessage['headers']): boolean {
  if (!isLoopback(`http://${host ?? ''}`)) return false;
  return origin === undefined || isLoopback(origin);
}

/** Lets pages on this machine, such as the bot's intranet page, call Direct Line with their cookie. */
export function shareWithLoopbackPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined) return;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after',
      vary: 'Origin',
    });
    if (request.method !== 'OPTIONS') return;
    return reply
      .headers({
        'access-control-allow-methods': 'GET, POST, OPTIONS',
        'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
        'access-control-max-age': '600',
      })
      .code(204)
      .send();
  });
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && loopbackNames.has(new URL(origin).hostname);
}
