import { z } from 'zod';
import type { SandboxCore } from '../core/core.ts';
import { cutPage } from '../core/paging.ts';
import type { People } from '../people/people-registry.ts';
import type { StoryPerson } from '../people/person.ts';
import { stableId } from '../people/stable-id.ts';
import { type GraphAnswer, graphRefusal, graphValue, notFound, permissionRefused } from './graph-answer.ts';

/** An application that asks: in which tenant, and what an administrator agreed to there. */
export interface GraphApplication {
  readonly tenantId: string;
  readonly roles: readonly string[];
}

interface Question {
  readonly core: SandboxCore;
  readonly people: People;
  readonly from: GraphApplication;
}

const largestPage = 999;
const bindSchema = z.object({ 'teamsApp@odata.bind': z.string() });
const describedSchema = z.object({ isInstalled: z.boolean() });

/** Where the catalogue of every tenant has the app. */
export function catalogAppId(core: SandboxCore): string {
  return stableId(`catalogue entry of ${core.registrations.bot.appId}`);
}

/** A group with everybody who has a place in the tenant. */
export function everybodyIn(tenantId: string): string {
  return stableId(`everybody in ${tenantId}`);
}

/** `GET /appCatalogs/teamsApps?$filter=externalId eq '…'`: the id in the package is that of the bot. */
export function answerCatalog({ core, from }: Question, query: URLSearchParams): GraphAnswer {
  if (!from.roles.includes('AppCatalog.Read.All')) return permissionRefused(core.now());
  const asked = /^externalId eq '([^']*)'$/.exec(query.get('$filter') ?? '')?.[1];
  const { appId } = core.registrations.bot;
  const app = {
    id: catalogAppId(core),
    externalId: appId,
    displayName: 'OneTenant',
    distributionMethod: 'organization',
  };
  return graphValue({ value: asked === appId ? [app] : [] });
}

/** `GET /groups/{id}/transitiveMembers/microsoft.graph.user`, in pages. */
export function answerMembers({ core, people, from }: Question, group: string, query: URLSearchParams): GraphAnswer {
  if (!from.roles.includes('GroupMember.Read.All')) return permissionRefused(core.now());
  if (group.toLowerCase() !== everybodyIn(from.tenantId)) return notFound(group, core.now());
  const members = people.list().flatMap((person) => people.seatIn(person, from.tenantId) ?? []);
  const top = Number(query.get('$top') ?? 100);
  if (!Number.isInteger(top) || top < 1 || top > largestPage)
    return graphRefusal(400, 'Request_UnsupportedQuery', 'The value of $top is not supported here.', core.now());
  const page = cutPage(members, { size: top, skipToken: query.get('$skiptoken') });
  if (page === null) return graphRefusal(400, 'Directory_ExpiredPageToken', 'The skip token is not valid.', core.now());
  const path = `${core.addresses.https}/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user`;
  return graphValue({
    value: page.items.map(({ objectId }) => ({ id: objectId })),
    ...(page.skipToken === null ? {} : { '@odata.nextLink': `${path}?$top=${top}&$skiptoken=${page.skipToken}` }),
  });
}

/** `GET` and `POST /users/{id}/teamwork/installedApps`: the app may look at itself and install itself, and nothing else. */
export async function answerInstalledApps(
  { core, people, from }: Question,
  user: string,
  asked: { readonly query: URLSearchParams } | { readonly body: unknown },
): Promise<GraphAnswer> {
  if (!from.roles.includes('TeamsAppInstallation.ReadWriteSelfForUser.All')) return permissionRefused(core.now());
  const person = memberNamed(people, from.tenantId, user);
  if (person === undefined) return notFound(user, core.now());
  const has = await describes(core, person);
  if ('query' in asked) {
    const isOurs = asked.query.get('$filter') === `teamsApp/id eq '${catalogAppId(core)}'`;
    return graphValue({ value: isOurs && has ? [{ id: stableId(`installation for ${person.id}`) }] : [] });
  }
  const bound = bindSchema.safeParse(asked.body);
  if (!bound.success) return graphRefusal(400, 'BadRequest', 'teamsApp@odata.bind is missing.', core.now());
  if (!bound.data['teamsApp@odata.bind'].endsWith(`/appCatalogs/teamsApps/${catalogAppId(core)}`))
    return permissionRefused(core.now());
  if (has) return graphRefusal(409, 'Conflict', 'App is already installed for the user.', core.now());
  await controls(core, person, { installed: true });
  return { status: 201, headers: {}, body: '' };
}

function memberNamed(people: People, tenantId: string, user: string): StoryPerson | undefined {
  const name = user.toLowerCase();
  return people.list().find((person) => {
    const seat = people.seatIn(person, tenantId);
    return seat !== undefined && (seat.objectId === name || person.userPrincipalName.toLowerCase() === name);
  });
}

async function describes(core: SandboxCore, person: StoryPerson): Promise<boolean> {
  const read = await fetch(`${core.addresses.http}/sandbox/teams/people/${person.id}`);
  return describedSchema.parse(await read.json()).isInstalled;
}

/** Installing tells the bot, as Teams does. */
async function controls(core: SandboxCore, person: StoryPerson, body: object): Promise<void> {
  await fetch(`${core.addresses.http}/sandbox/teams/people/${person.id}/app`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
