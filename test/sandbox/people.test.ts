import { everyone } from '../../sandbox/people/everyone.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { Facts, Identity } from '../../src/domain/facts.ts';
import { cannotTell, type Known, known } from '../../src/domain/known.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { aContext } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { type Answer, askArm, askGraph, claimsOf, exchange, get, itemsOf, type Json, signIn } from './visit.ts';

let sandbox: RunningSandbox;
const now = Date.UTC(2026, 5, 1);

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, now: () => now });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const demanded = [
  'global-admin-m365',
  'billing-admin-azure',
  'member-m365',
  'member-azure',
  'role-by-group',
  'pim-eligible',
  'guest',
  'two-tenants',
  'enterprise-agreement',
  'customer-agreement',
  'csp',
  'azure-disabled',
  'm365-ending',
  'unmanaged-tenant',
  'no-graph-consent',
  'no-arm-consent',
  'nothing',
];
const ids = everyone.map(({ id }) => id);

it('everybody who is promised is there, once', () => {
  expect(ids).toEqual(expect.arrayContaining(demanded));
  expect(new Set(ids).size).toBe(ids.length);
});

it('everybody has a story, and ids that do not change', async () => {
  const again = await startSandbox({ httpPort: 0, httpsPort: 0 });
  await again.stop();

  const offenders = offendersAmong(
    everyone.map((person) => ({ title: person.id, person })),
    ({ person }) => [
      ...(/[.?]$/.test(person.story) ? [] : ['its story is no sentence']),
      ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person.objectId) ? [] : [`its id is ${person.objectId}`]),
      ...(again.core.people.get(person.id)?.objectId === person.objectId ? [] : ['its id has changed']),
    ],
  );

  expect(offenders).toEqual([]);
});

test('no two people have one name, so that everybody can be told apart on the sign-in page', () => {
  const names = everyone.map(({ displayName }) => displayName);

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(ids)('what the services answer to %s', (id) => {
  it('leads to the outcome that is written down, whichever way round they go', async () => {
    const facts = await readFacts(id);
    const outcomes = Object.fromEntries(scenarios.map((scenario) => [scenario, outcomeOf(scenario, facts)]));
    expect(outcomes).toEqual(sandbox.core.people.get(id)?.expected);
  });
});

it.each([
  ['global-admin-m365', 'add-azure'],
  ['member-m365', 'add-azure'],
  ['billing-admin-azure', 'add-microsoft-365'],
  ['member-azure', 'add-microsoft-365'],
  ['role-by-group', 'add-microsoft-365'],
  ['customer-agreement', 'add-microsoft-365'],
  ['four-hundred-subscriptions', 'add-microsoft-365'],
  ['right-to-left', 'add-azure'],
  ['nothing', 'add-azure'],
  ['azure-disabled', 'add-azure'],
] as const)('%s has both in one tenant once they finished', async (id, scenario) => {
  sandbox.core.people.complete(id);
  expect(outcomeOf(scenario, await readFacts(id))).toBe('already-done');
});

function outcomeOf(scenario: (typeof scenarios)[number], facts: Facts) {
  return decideVerdict(scenario, facts, aContext({ now })).outcome;
}

/** A plain reading of every service, so that the people are checked apart from the product's own adapters. */
async function readFacts(id: string): Promise<Facts> {
  const { access_token: assertion } = await signIn(sandbox, id);
  const claims = claimsOf(assertion);
  const identity: Identity = {
    personId: String(claims.oid),
    tenantId: String(claims.tid),
    account: claims.idp === 'live.com' ? 'personal' : claims.acct === 1 ? 'guest' : 'work',
  };
  const graph = await reader(String(assertion), 'https://graph.microsoft.com/.default', (token, path) =>
    askGraph(sandbox, token, path),
  );
  const arm = await reader(String(assertion), 'https://management.azure.com/.default', readAllOfArm);
  const subscriptions = await arm('/subscriptions');
  const pim = (kind: string) =>
    `/roleManagement/directory/${kind}ScheduleInstances/filterByCurrentUser(on='principal')`;
  const domains = await graph('/domains');
  const ends = mapOf(await graph(pim('roleAssignment')), (one) => [one.roleDefinitionId, one.endDateTime]);
  const purchases = mapOf(await graph('/directory/subscriptions'), (one) => [one.skuId, one]);
  return {
    readAt: new Date(now).toISOString(),
    identity,
    profile: cannotTell('not-read'),
    tenant: each(
      await graph('/organization'),
      (one) =>
        ({
          id: String(one.id),
          displayName: String(one.displayName),
          initialDomain: null,
          defaultDomain: null,
          management:
            domains.kind === 'known' && domains.value.every((one) => !one.isAdminManaged) ? 'unmanaged' : 'managed',
          type: 'workforce',
        }) as const,
      ([first]) => first,
    ),
    activeRoles: each(
      await graph('/me/transitiveMemberOf/microsoft.graph.directoryRole'),
      (one) =>
        ({
          roleTemplateId: String(one.roleTemplateId),
          displayName: null,
          through: { kind: 'unknown' },
          endsAt: (ends.get(one.roleTemplateId) ?? null) as string | null,
        }) as const,
    ),
    eligibleRoles: each(await graph(pim('roleEligibility')), (one) => ({
      roleTemplateId: String(one.roleDefinitionId),
      displayName: null,
      endsAt: one.endDateTime as string | null,
    })),
    products: each(await graph('/subscribedSkus'), (one) => {
      const purchase = (purchases.get(one.skuId) ?? {}) as Json;
      return {
        skuId: String(one.skuId),
        skuPartNumber: String(one.skuPartNumber),
        servicePlans: (one.servicePlans as Json[]).map(({ servicePlanName }) => String(servicePlanName)),
        status: String(one.capabilityStatus),
        seatsTotal: 1,
        seatsUsed: 0,
        trial: purchase.isTrial ? 'yes' : 'no',
        nextLifecycleAt: (purchase.nextLifecycleDateTime ?? null) as string | null,
        soldByTenantId: null,
      } as const;
    }),
    memberships: each(await arm('/tenants'), (one) => ({
      tenantId: String(one.tenantId),
      displayName: String(one.displayName),
      defaultDomain: null,
      category: String(one.tenantCategory),
    })),
    subscriptions: each(subscriptions, (one) => {
      const policies = one.subscriptionPolicies as Json;
      return {
        subscriptionId: String(one.subscriptionId),
        displayName: String(one.displayName),
        tenantId: String(one.tenantId),
        state: String(one.state),
        quotaId: String(policies.quotaId),
        spendingLimit: String(policies.spendingLimit),
        managedByTenantIds: [],
      };
    }),
    billingAccounts: each(await arm('/providers/Microsoft.Billing/billingAccounts'), (one) => {
      const properties = one.properties as Json;
      return {
        displayName: String(properties.displayName),
        agreementType: String(properties.agreementType),
        accountStatus: String(properties.accountStatus),
        accountType: String(properties.accountType),
      };
    }),
    ownership: await readOwnership(arm, subscriptions, identity.personId),
  };
}

type Reader = (path: string) => Promise<Known<readonly Json[]>>;

async function reader(
  assertion: string,
  scope: string,
  ask: (token: string, path: string) => Promise<Answer>,
): Promise<Reader> {
  const { status, body } = await exchange(sandbox, { assertion, scope });
  if (status !== 200) return async () => cannotTell('consent-missing');
  return async (path) => {
    const answer = await ask(String(body.access_token), path);
    if (answer.status === 200) return known(itemsOf(answer));
    return cannotTell(answer.status === 400 ? 'no-licence' : 'permission-refused');
  };
}

async function readAllOfArm(token: string, path: string): Promise<Answer> {
  const first = await askArm(sandbox, token, path);
  let page = first;
  const value = [...((first.body.value ?? []) as Json[])];
  while (page.body.nextLink !== undefined) {
    page = await get(String(page.body.nextLink), token);
    value.push(...itemsOf(page));
  }
  return { ...first, body: { ...first.body, value } };
}

async function readOwnership(arm: Reader, subscriptions: Known<readonly Json[]>, personId: string) {
  if (subscriptions.kind === 'cannot-tell') return subscriptions;
  const few = subscriptions.value.slice(0, 3);
  return known(
    await Promise.all(
      few.map(async ({ id, subscriptionId }) => {
        const assignments = await arm(
          `${id}/providers/Microsoft.Authorization/roleAssignments?$filter=assignedTo('${personId}')`,
        );
        const owns = ({ properties }: Json) => {
          const { roleDefinitionId, condition } = properties as Json;
          return String(roleDefinitionId).endsWith('8e3af657-a8ff-443c-a75c-2fe8c4bcb635') && condition === null;
        };
        return {
          subscriptionId: String(subscriptionId),
          owner: each(assignments, owns, (found) =>
            found.includes(true) ? ('owner' as const) : ('not-owner' as const),
          ),
        };
      }),
    ),
  );
}

function each<T>(list: Known<readonly Json[]>, read: (one: Json) => T): Known<readonly T[]>;
function each<T, U>(
  list: Known<readonly Json[]>,
  read: (one: Json) => T,
  choose: (all: readonly T[]) => U,
): Known<NonNullable<U>>;
function each<T, U>(list: Known<readonly Json[]>, read: (one: Json) => T, choose?: (all: readonly T[]) => U) {
  if (list.kind === 'cannot-tell') return list;
  const all = list.value.map(read);
  if (choose === undefined) return known(all);
  const chosen = choose(all);
  return chosen === undefined ? cannotTell('incomplete') : known(chosen);
}

function mapOf(list: Known<readonly Json[]>, entry: (one: Json) => readonly [unknown, unknown]) {
  return new Map(list.kind === 'known' ? list.value.map(entry) : []);
}
