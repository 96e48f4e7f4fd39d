import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type BearerReading, readBearer } from '../core/bearer.ts';
import type { SandboxCore } from '../core/core.ts';
import { playFault } from '../core/play-fault.ts';
import { revokedSession } from '../core/revoked-session.ts';
import { watchRequests } from '../core/watch-requests.ts';
import type { People } from '../people/people-registry.ts';
import { type GraphAnswer, graphRefusal, notFound, permissionRefused } from './graph-answer.ts';
import { answerBatch } from './graph-batch.ts';
import { answerUser } from './graph-directory.ts';
import { answerQuestion, type GraphCaller } from './graph-questions.ts';
import { answerCatalog, answerInstalledApps, answerMembers, type GraphApplication } from './graph-teams-apps.ts';

const audience = 'https://graph.microsoft.com';

type CallerReading = { readonly kind: 'known'; readonly caller: GraphCaller } | GraphAnswer;

/** The part of Microsoft Graph v1.0 that the product uses. */
export function graphService(core: SandboxCore, people: People): FastifyPluginAsync {
  return async (app) => {
    watchRequests(app, core, 'graph', { query: 'shown' });
    app.post('/$batch', async (request, reply) => {
      const reading = await readCaller(core, people, request);
      if (!('kind' in reading)) return send(reply, reading);
      const batch = await answerBatch(core, reading.caller, request.body);
      if (batch.kind === 'answered') return send(reply, batch.answer);
      await playFault(batch.fault, request, reply);
      return reply;
    });
    app.get<{ Params: { user: string } }>('/users/:user', async (request, reply) => {
      const bearer = await readBearer(core, request.headers.authorization, audience);
      if (bearer.kind !== 'verified') return send(reply, unauthorized(bearer.kind, core.now()));
      const { tid, idtyp, roles } = bearer.claims;
      const mayRead = idtyp === 'app' && Array.isArray(roles) && roles.includes('User.Read.All');
      if (!mayRead) return send(reply, permissionRefused(core.now()));
      const asked = { user: request.params.user, tenantId: String(tid), search: request.url.split('?')[1] ?? '' };
      return send(reply, answerUser(core, people, asked));
    });
    addTeamsApps(app, core, people);
    app.get('/*', async (request, reply) => {
      const reading = await readCaller(core, people, request);
      if (!('kind' in reading)) return send(reply, reading);
      return send(reply, answerQuestion(reading.caller, request.url.replace(/^\/v1\.0/, '')));
    });
  };
}

/** What the bot's own command asks: where the app is, who is in a group, and to install itself for them. */
function addTeamsApps(app: FastifyInstance, core: SandboxCore, people: People): void {
  const queryOf = (request: FastifyRequest) => new URLSearchParams(request.url.split('?')[1] ?? '');
  const asApplication = async (
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (from: GraphApplication) => GraphAnswer | Promise<GraphAnswer>,
  ): Promise<FastifyReply> => {
    const bearer = await readBearer(core, request.headers.authorization, audience);
    if (bearer.kind !== 'verified') return send(reply, unauthorized(bearer.kind, core.now()));
    const { tid, idtyp, roles } = bearer.claims;
    const isApplication = idtyp === 'app' && Array.isArray(roles);
    if (!isApplication) return send(reply, permissionRefused(core.now()));
    return send(reply, await answer({ tenantId: String(tid), roles: roles.map(String) }));
  };
  app.get('/appCatalogs/teamsApps', (request, reply) =>
    asApplication(request, reply, (from) => answerCatalog({ core, people, from }, queryOf(request))),
  );
  app.get<{ Params: { group: string } }>('/groups/:group/transitiveMembers/microsoft.graph.user', (request, reply) =>
    asApplication(request, reply, (from) =>
      answerMembers({ core, people, from }, request.params.group, queryOf(request)),
    ),
  );
  app.get<{ Params: { user: string } }>('/users/:user/teamwork/installedApps', (request, reply) =>
    asApplication(request, reply, (from) =>
      answerInstalledApps({ core, people, from }, request.params.user, { query: queryOf(request) }),
    ),
  );
  app.post<{ Params: { user: string } }>('/users/:user/teamwork/installedApps', (request, reply) =>
    asApplication(request, reply, (from) =>
      answerInstalledApps({ core, people, from }, request.params.user, { body: request.body }),
    ),
  );
}

async function readCaller(core: SandboxCore, people: People, request: FastifyRequest): Promise<CallerReading> {
  const now = core.now();
  const bearer = await readBearer(core, request.headers.authorization, audience);
  if (bearer.kind !== 'verified') return unauthorized(bearer.kind, now);
  const [tenantId, objectId] = [String(bearer.claims.tid), String(bearer.claims.oid)];
  const person = people.findByObjectId(tenantId, objectId);
  const seat = person && people.seatIn(person, tenantId);
  if (!person || !seat) return notFound(objectId, now);
  const revoked = revokedSession(bearer, people.revokedAt(person));
  if (revoked !== null) {
    const answer = graphRefusal(401, 'InvalidAuthenticationToken', revoked.message, now);
    return { ...answer, headers: { ...answer.headers, 'WWW-Authenticate': revoked.challenge } };
  }
  return { kind: 'known', caller: { person, seat, now, origin: `https://${request.host}` } };
}

function unauthorized(kind: Exclude<BearerReading['kind'], 'verified'>, now: number): GraphAnswer {
  const messages = {
    missing: 'Access token is empty.',
    expired: 'Lifetime validation failed, the token is expired.',
    'wrong-audience': 'Access token validation failure. Invalid audience.',
    invalid: 'Access token validation failure. Invalid signature.',
  } as const;
  const answer = graphRefusal(401, 'InvalidAuthenticationToken', messages[kind], now);
  return { ...answer, headers: { ...answer.headers, 'WWW-Authenticate': 'Bearer realm="", error="invalid_token"' } };
}

function send(reply: FastifyReply, { status, headers, body }: GraphAnswer): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'request-id': randomUUID() })
    .send(body);
}
