import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Fault, SandboxCore } from '../core/core.ts';
import { delayFor, playFault } from '../core/play-fault.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import { kindOf } from './desk-kinds.ts';
import type { DeskTicket } from './desk-tickets.ts';
import type { DeskWorld } from './desk-world.ts';

/** Slow enough to be noticed, quick enough for every caller to wait. */
const slowMs = 4000;

/** The APIs of all helpdesks, each below its own name. */
export function deskService(core: SandboxCore, world: DeskWorld): FastifyPluginAsync {
  return async (app) => {
    const about = new WeakMap<FastifyRequest, DeskTicket>();
    breakOnDemand(app, core);
    app.addHook('onResponse', async (request, reply) => {
      const status = reply.raw.headersSent ? reply.raw.statusCode : null;
      const path = withoutSearch(request.url);
      core.requests.record({ service: 'desk', method: request.method, path, status });
      const ticket = about.get(request) ?? ticketIn(world, path);
      if (ticket) world.book.noteRequest(ticket, { method: request.method, path, status });
    });
    for (const desk of world.desks) {
      const { api, tokens: habits } = kindOf(desk);
      const tokens = world.tokensOf(desk);
      const work: DeskAtWork = {
        desk,
        book: world.book,
        tokens,
        now: () => core.now(),
        isAbout: (request, ticket) => void about.set(request, ticket),
      };
      await app.register(async (own) => api(own, work), { prefix: `/${desk.id}` });
      if (habits !== null) await app.register(async (own) => tokens.addTo(own, habits), { prefix: `/${desk.id}` });
    }
  };
}

function breakOnDemand(app: FastifyInstance, core: SandboxCore): void {
  const forgetting = new WeakMap<FastifyRequest, Fault>();
  app.addHook('onRequest', async (request, reply) => {
    const fault = core.faults.take('desk', request.url, request.method);
    if (!fault) return;
    if (fault.fault === 'slow') return delayFor({ ...fault, delayMs: fault.delayMs ?? slowMs });
    if (fault.fault === 'forgetful') {
      forgetting.set(request, fault);
      return;
    }
    await playFault(fault, request, reply);
    return reply;
  });
  app.addHook('onSend', async (request, reply) => {
    const fault = forgetting.get(request);
    if (fault === undefined) return;
    // The request took effect; only the response is lost.
    await Promise.race([hangUp(request), fault.delayMs === undefined ? never : delayFor(fault)]);
    request.raw.socket.destroy();
    reply.hijack();
  });
}

const never = new Promise<void>(() => undefined);

function hangUp({ raw }: FastifyRequest): Promise<void> {
  return new Promise((resolve) => {
    raw.socket.once('close', resolve);
  });
}

/** A search may hold what people wrote. */
function withoutSearch(url: string): string {
  return url.split('?')[0] ?? '/';
}

function ticketIn({ book }: DeskWorld, path: string): DeskTicket | undefined {
  const parts = path.split('/').map((part) => part.replace(/\.json$/, ''));
  return book.list(parts[2]).find(({ id, number }) => parts.includes(id) || parts.includes(number));
}
