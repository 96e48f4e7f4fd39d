import { cutPage } from '../core/paging.ts';
import type { Seat, StoryPerson } from '../people/person.ts';
import {
  companySubscriptionShape,
  domainShapes,
  membershipShapes,
  organizationShape,
  roleInstanceShape,
  subscribedSkuShape,
  userShape,
} from './directory-shapes.ts';
import { type GraphAnswer, graphRefusal, graphValue, notFound, permissionRefused } from './graph-answer.ts';

/** Who asks, where, and under which address Graph is reached. */
export interface GraphCaller {
  readonly person: StoryPerson;
  readonly seat: Seat;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Shape = Readonly<Record<string, unknown>>;

interface Collection {
  /** What stands in `@odata.context`. */
  readonly context: string;
  readonly items: readonly Shape[];
  /** Null where Graph does not page. */
  readonly pageSize: number | null;
  /** A list of one type says its type in the context; a mixed list says it per item. */
  readonly types: 'one' | 'mixed';
}

const usualPageSize = 100;
const largestPageSize = 999;
const knownOptions = ['$select', '$top', '$skiptoken'];

/** Answers one GET below `/v1.0`. `address` starts with a slash and carries the query. */
export function answerQuestion(caller: GraphCaller, address: string): GraphAnswer {
  const [path = '', search = ''] = address.split('?', 2);
  const query = new URLSearchParams(search);
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !knownOptions.includes(name));
  if (unknown !== undefined) return unsupported(`The query option '${unknown}' is not supported here.`, caller);
  const question = decodePath(path);
  if (question.startsWith('/me') && caller.seat.userType === 'Partner') return noSuchUser(caller);
  if (question === '/me') return answerMe(caller, query);
  const found = findCollection(caller, question);
  if (found === null) return badSegment(question, caller);
  return 'status' in found ? found : listAnswer(caller, path, query, found);
}

/** A partner has no user of their own in the customer's directory. What Graph answers then is not documented. */
function noSuchUser({ now }: GraphCaller): GraphAnswer {
  return graphRefusal(
    404,
    'Request_ResourceNotFound',
    'Resource does not exist or one of its queried reference-property objects are not present.',
    now,
  );
}

/** With `User.Read` alone, Graph refuses roles that can be activated, products and domains. */
function needsMore(seat: Seat): boolean {
  return seat.userType === 'Guest' || seat.tenant.permissions === 'minimum';
}

function answerMe({ person, seat, origin, now }: GraphCaller, query: URLSearchParams): GraphAnswer {
  return answerAbout(userShape(person, seat), { origin, now, query });
}

/** One user, with what was selected. */
export function answerAbout(
  { usual, onRequest }: ReturnType<typeof userShape>,
  { origin, now, query }: Pick<GraphCaller, 'origin' | 'now'> & { readonly query: URLSearchParams },
): GraphAnswer {
  const select = readSelect(query);
  if (select === null) return graphValue({ '@odata.context': `${origin}/v1.0/$metadata#users/$entity`, ...usual });
  const all = { ...usual, ...onRequest };
  const missing = select.find((name) => !(name in all));
  if (missing !== undefined) return unknownProperty(missing, now);
  return graphValue({
    '@odata.context': `${origin}/v1.0/$metadata#users(${select.join(',')})/$entity`,
    ...pick(all, select),
  });
}

function findCollection(caller: GraphCaller, question: string): Collection | GraphAnswer | null {
  const { seat, now } = caller;
  switch (question) {
    case '/me/transitiveMemberOf':
    case '/me/transitiveMemberOf/microsoft.graph.directoryRole':
    case '/me/transitiveMemberOf/microsoft.graph.group':
      return memberships(caller, question, 'transitive');
    case '/me/memberOf':
    case '/me/memberOf/microsoft.graph.directoryRole':
    case '/me/memberOf/microsoft.graph.group':
      return memberships(caller, question, 'direct');
    case "/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')":
      return roleInstances(caller, 'eligible', 'Collection(unifiedRoleEligibilityScheduleInstance)');
    case "/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')":
      return roleInstances(caller, 'active', 'Collection(unifiedRoleAssignmentScheduleInstance)');
    case '/organization':
      return single('organization', [organizationShape(seat)]);
    case '/domains':
      if (seat.tenant.permissions === 'minimum') return permissionRefused(now);
      return single('domains', domainShapes(seat));
    case '/subscribedSkus':
      if (needsMore(seat)) return permissionRefused(now);
      return {
        ...single(
          'subscribedSkus',
          seat.products.map((one) => subscribedSkuShape(seat, one)),
        ),
        pageSize: null,
      };
    case '/directory/subscriptions':
      if (needsMore(seat)) return permissionRefused(now);
      return single(
        'directory/subscriptions',
        seat.products.map((one) => companySubscriptionShape(seat, one)),
      );
    default:
      return null;
  }
}

/** Guests may not read the roles of the tenant they are a guest of. */
function memberships({ seat, now }: GraphCaller, question: string, reach: 'direct' | 'transitive') {
  if (seat.userType === 'Guest') return permissionRefused(now);
  const all = membershipShapes(seat, reach);
  const cast = question.split('/microsoft.graph.')[1];
  if (cast === undefined) {
    return { context: 'directoryObjects', items: all, pageSize: usualPageSize, types: 'mixed' } as const;
  }
  const items = all.filter((shape) => shape['@odata.type'] === `#microsoft.graph.${cast}`);
  return single(cast === 'group' ? 'groups' : 'directoryRoles', items);
}

function roleInstances({ seat, now }: GraphCaller, state: 'active' | 'eligible', context: string) {
  if (needsMore(seat)) return permissionRefused(now);
  if (seat.tenant.entraIdP2 === 'not-licensed') {
    const message = 'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.';
    return graphRefusal(400, 'AadPremiumLicenseRequired', message, now);
  }
  const roles = seat.roles.filter((role) => role.state === state);
  return single(
    context,
    roles.map((role) => roleInstanceShape(seat, role)),
  );
}

function single(context: string, items: readonly Shape[]): Collection {
  return { context, items, pageSize: usualPageSize, types: 'one' };
}

function listAnswer(caller: GraphCaller, path: string, query: URLSearchParams, collection: Collection): GraphAnswer {
  const { origin, now } = caller;
  const select = readSelect(query);
  const missing = collection.types === 'one' ? unknownSelect(collection.items, select) : undefined;
  if (missing !== undefined) return unknownProperty(missing, now);
  const size = readPageSize(query, collection.pageSize);
  if (size === null) return unsupported('The value of $top is not supported here.', caller);
  const page = cutPage(collection.items, { size, skipToken: query.get('$skiptoken') });
  if (page === null) return graphRefusal(400, 'Directory_ExpiredPageToken', 'The skip token is not valid.', now);
  const columns = select === null ? '' : `(${select.join(',')})`;
  return graphValue({
    '@odata.context': `${origin}/v1.0/$metadata#${collection.context}${columns}`,
    ...(page.skipToken === null ? {} : { '@odata.nextLink': nextLink(origin, path, query, page.skipToken) }),
    value: page.items.map((item) => showItem(item, select, collection.types)),
  });
}

function showItem(item: Shape, select: readonly string[] | null, types: Collection['types']): Shape {
  const { '@odata.type': type, ...plain } = item;
  const shown = select === null ? plain : pick(plain, ['id', ...select]);
  return types === 'mixed' && type !== undefined ? { '@odata.type': type, ...shown } : shown;
}

function nextLink(origin: string, path: string, query: URLSearchParams, skipToken: string): string {
  const kept = [...query].filter(([name]) => name !== '$skiptoken');
  const parts = [...kept, ['$skiptoken', skipToken] as const].map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${origin}/v1.0${path}?${parts.join('&')}`;
}

function readPageSize(query: URLSearchParams, pageSize: number | null): number | null {
  const asked = query.get('$top');
  if (asked === null) return pageSize ?? Number.MAX_SAFE_INTEGER;
  const size = Number(asked);
  return pageSize !== null && Number.isInteger(size) && size >= 1 && size <= largestPageSize ? size : null;
}

function readSelect(query: URLSearchParams): readonly string[] | null {
  const names = (query.get('$select') ?? '').split(',').map((name) => name.trim());
  const given = names.filter((name) => name !== '');
  return given.length === 0 ? null : given;
}

function unknownSelect(items: readonly Shape[], select: readonly string[] | null): string | undefined {
  const [sample] = items;
  return sample === undefined ? undefined : select?.find((name) => !(name in sample));
}

function pick(shape: Shape, names: readonly string[]): Shape {
  return Object.fromEntries(names.filter((name) => name in shape).map((name) => [name, shape[name]]));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/$/, '');
  } catch (fault) {
    if (fault instanceof URIError) return path;
    throw fault;
  }
}

function unsupported(message: string, { now }: GraphCaller): GraphAnswer {
  return graphRefusal(400, 'Request_UnsupportedQuery', message, now);
}

function unknownProperty(name: string, now: number): GraphAnswer {
  return graphRefusal(400, 'BadRequest', `Could not find a property named '${name}'.`, now);
}

function badSegment(question: string, { now }: GraphCaller): GraphAnswer {
  const segment = question.split('/')[1] ?? '';
  const isKnown = ['me', 'users', 'groups', 'roleManagement', 'directory'].includes(segment);
  if (isKnown) return notFound(question, now);
  return graphRefusal(400, 'BadRequest', `Resource not found for the segment '${segment}'.`, now);
}
