import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isFaultNamed, networkFaults } from '../channel/fault-names.ts';
import type { SandboxCore } from '../core/core.ts';

/** What a browser has to know of an answer. */
const passedOn = ['content-type', 'content-security-policy', 'cache-control', 'retry-after', 'x-content-type-options'];
const botTimeoutMs = 30_000;

/**
 * The tab of the bot at the sandbox's own address. TeamsJS takes for Teams only the addresses of Microsoft, and a page of the same
 * origin; so the page of the sandbox can be its host.
 */
export function tabProxy({ addresses }: SandboxCore): FastifyPluginAsync {
  const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { method, url, headers, body } = request;
    const given = ['authorization', 'content-type', 'accept-language'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    try {
      const answer = await fetch(`${addresses.bot}${url}`, {
        method,
        headers: Object.fromEntries(given),
        ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(botTimeoutMs),
      });
      for (const name of passedOn) {
        const value = answer.headers.get(name);
        if (value !== null) reply.header(name, value);
      }
      return reply.code(answer.status).send(Buffer.from(await answer.arrayBuffer()));
    } catch (fault) {
      if (!isFaultNamed(fault, networkFaults)) throw fault;
      // Nobody answers: for the tab it is the same as a bot that starts.
      return reply.code(503).send();
    }
  };
  return async (app) => {
    app.get('/tab/*', pass);
    app.get('/api/tab/*', pass);
    app.post('/api/tab/*', pass);
  };
}
