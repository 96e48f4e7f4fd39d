import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type BearerReading, readBearer } from '../core/bearer.ts';
import type { SandboxCore } from '../core/core.ts';
import { cutPage } from '../core/paging.ts';
import { revokedSession } from '../core/revoked-session.ts';
import { watchRequests } from '../core/watch-requests.ts';
import type { People } from '../people/people-registry.ts';
import type { Seat, StoryPerson } from '../people/person.ts';
import {
  type ArmAnswer,
  armRefusal,
  billingAccountShape,
  roleAssignmentShape,
  subscriptionShape,
  tenantShape,
} from './arm-answer.ts';

const audience = 'https://management.azure.com';
/** Smaller than the real page size, so that paging happens. */
const pageSize = 100;

interface ArmCaller {
  readonly person: StoryPerson;
  /** Their place in the tenant of the token. */
  readonly seat: Seat;
  readonly url: URL;
}

type CallerReading = { readonly kind: 'known'; readonly caller: ArmCaller } | ArmAnswer;
type Answerer = (caller: ArmCaller, request: FastifyRequest) => ArmAnswer;

/** The part of Azure Resource Manager that the product uses. */
export function armService(core: SandboxCore, people: People): FastifyPluginAsync {
  return async (app) => {
    watchRequests(app, core, 'arm', { query: 'shown' });
    const answer = (path: string, answerer: Answerer) => addQuestion(app, { core, people }, path, answerer);
    answer('/tenants', ({ person, url }) =>
      list(
        url,
        people.seatsOf(person).map((seat) => tenantShape(seat, person.homeTenantId)),
      ),
    );
    answer('/subscriptions', ({ seat, url }) =>
      list(
        url,
        seat.subscriptions.map((one) => subscriptionShape(seat, one)),
        'counted',
      ),
    );
    answer('/subscriptions/:id', ({ seat }, request) => {
      const found = findSubscription(seat, request);
      return found ? { status: 200, body: subscriptionShape(seat, found) } : subscriptionNotFound(request);
    });
    answer('/providers/Microsoft.Billing/billingAccounts', ({ seat, url }) => {
      if (seat.billingAccounts !== 'refused') return list(url, seat.billingAccounts.map(billingAccountShape));
      return armRefusal(403, 'AuthorizationFailed', 'The client does not have authorization to read billing accounts.');
    });
    answer('/subscriptions/:id/providers/Microsoft.Authorization/roleAssignments', answerRoleAssignments);
  };
}

function answerRoleAssignments({ seat, url }: ArmCaller, request: FastifyRequest): ArmAnswer {
  const subscription = findSubscription(seat, request);
  if (!subscription) return subscriptionNotFound(request);
  const filter = url.searchParams.get('$filter') ?? '';
  const principal = /assignedTo\('([^']*)'\)/i.exec(filter)?.[1];
  if (filter !== '' && principal === undefined && !/atScope\(\)|principalId eq/i.test(filter)) {
    return armRefusal(400, 'BadRequestFormat', `The filter '${filter}' is not supported.`);
  }
  const isTheirs = principal === undefined || principal.toLowerCase() === seat.objectId;
  return list(url, isTheirs ? [roleAssignmentShape(seat, subscription)] : []);
}

function addQuestion(
  app: FastifyInstance,
  { core, people }: { readonly core: SandboxCore; readonly people: People },
  path: string,
  answerer: Answerer,
): void {
  app.get(path, async (request, reply) => {
    const reading = await readCaller(core, people, request);
    if (!('kind' in reading)) return send(reply, reading);
    const { caller } = reading;
    if (!caller.url.searchParams.get('api-version')) {
      const message = 'The api-version query parameter (?api-version=) is required for all requests.';
      return send(reply, armRefusal(400, 'MissingApiVersionParameter', message));
    }
    return send(reply, answerer(caller, request));
  });
}

async function readCaller(core: SandboxCore, people: People, request: FastifyRequest): Promise<CallerReading> {
  const bearer = await readBearer(core, request.headers.authorization, audience);
  if (bearer.kind !== 'verified') return unauthorized(bearer.kind);
  const [tenantId, objectId] = [String(bearer.claims.tid), String(bearer.claims.oid)];
  const person = people.findByObjectId(tenantId, objectId);
  const seat = person && people.seatIn(person, tenantId);
  if (!person || !seat) {
    const message = 'The access token is from the wrong issuer. It must match a tenant of this subscription.';
    return armRefusal(401, 'InvalidAuthenticationTokenTenant', message);
  }
  const revoked = revokedSession(bearer, people.revokedAt(person));
  if (revoked !== null) {
    return { ...armRefusal(401, 'InvalidAuthenticationToken', revoked.message), challenge: revoked.challenge };
  }
  return { kind: 'known', caller: { person, seat, url: new URL(request.url, `https://${request.host}`) } };
}

function unauthorized(kind: Exclude<BearerReading['kind'], 'verified'>): ArmAnswer {
  switch (kind) {
    case 'missing':
      return armRefusal(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
    case 'expired':
      return armRefusal(401, 'ExpiredAuthenticationToken', 'The access token has expired.');
    case 'wrong-audience':
      return armRefusal(
        401,
        'InvalidAuthenticationTokenAudience',
        'The access token has been obtained for a wrong audience.',
      );
    case 'invalid':
      return armRefusal(401, 'InvalidAuthenticationToken', 'The access token is invalid.');
  }
}

/** Only what the person may see in the tenant of the token exists for them. */
function findSubscription(seat: Seat, request: FastifyRequest) {
  const id = idOf(request).toLowerCase();
  return seat.subscriptions.find(({ subscriptionId }) => subscriptionId === id);
}

function subscriptionNotFound(request: FastifyRequest): ArmAnswer {
  return armRefusal(404, 'SubscriptionNotFound', `The subscription '${idOf(request)}' could not be found.`);
}

function idOf({ params }: FastifyRequest): string {
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
}

function list(url: URL, items: readonly unknown[], count: 'counted' | 'uncounted' = 'uncounted'): ArmAnswer {
  const page = cutPage(items, { size: pageSize, skipToken: url.searchParams.get('$skiptoken') });
  if (page === null) return armRefusal(400, 'InvalidSkipToken', 'The skip token is not valid.');
  return {
    status: 200,
    body: {
      value: page.items,
      ...(count === 'counted' ? { count: { type: 'Total', value: items.length } } : {}),
      ...(page.skipToken === null ? {} : { nextLink: nextLink(url, page.skipToken) }),
    },
  };
}

function nextLink(url: URL, skipToken: string): string {
  const next = new URL(url);
  next.searchParams.set('$skiptoken', skipToken);
  return next.href;
}

function send(reply: FastifyReply, { status, body, challenge }: ArmAnswer): FastifyReply {
  reply.headers({ 'x-ms-request-id': randomUUID(), 'cache-control': 'no-cache' });
  if (status === 401) reply.header('www-authenticate', challenge ?? 'Bearer error="invalid_token"');
  if (status === 429) reply.header('retry-after', '1');
  return reply.code(status).send(body);
}
