import {
  billingAccountShape,
  roleAssignmentShape,
  subscriptionShape,
  tenantShape,
} from '../../sandbox/arm/arm-answer.ts';
import { graphErrorBody } from '../../sandbox/core/fault-bodies.ts';
import { stsErrorBody, stsRefusal } from '../../sandbox/entra/sts-refusal.ts';
import {
  companySubscriptionShape,
  domainShapes,
  membershipShapes,
  organizationShape,
  roleInstanceShape,
  subscribedSkuShape,
  userShape,
} from '../../sandbox/graph/directory-shapes.ts';
import { billingAccount, subscription } from '../../sandbox/people/azure.ts';
import { person, type Seat } from '../../sandbox/people/person.ts';
import { product } from '../../sandbox/people/products.ts';
import { activeRole, eligibleRole, roleThroughGroup } from '../../sandbox/people/roles.ts';
import { tenants } from '../../sandbox/people/tenants.ts';
import { noon } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { allRecorded } from './recorded.ts';

/** What the sandbox answers has the shape of Microsoft's own examples: the same names with the same kinds of values. */

type Shape = Readonly<Record<string, unknown>>;

interface ShapeCase {
  readonly title: string;
  /** The beginning of the path of the recorded examples; for Entra, nothing. */
  readonly asked: string;
  readonly shapes: readonly Shape[];
  /** Documented on the page of the resource, but in none of the examples. */
  readonly documented?: readonly string[];
  /** In every example, and yet a service may leave it out. */
  readonly optional?: readonly string[];
}

const moment = { progress: 'before', inDays: () => '2026-12-01T00:00:00Z' } as const;
const held = subscription('recorded shape', 'Production');
const account = billingAccount('Contoso', 'MicrosoftCustomerAgreement');
const licence = product('SPB', { seats: 5, used: 1 });
const somebody = person({
  id: 'recorded-shape',
  name: 'Adele Vance',
  alias: 'adele.vance',
  story: 'Holds one of everything.',
  expected: { 'add-azure': 'ready', 'add-microsoft-365': 'ready', join: 'ready' },
  home: tenants.contoso,
  seats: () => [
    {
      tenant: tenants.contoso,
      roles: [activeRole('Global Administrator'), roleThroughGroup('Billing Administrator', 'Buyers')],
      products: [licence],
      subscriptions: [held],
      billingAccounts: [account],
    },
  ],
});
const [seat] = somebody.seats(moment) as readonly [Seat];
const [user] = [userShape(somebody, seat)];
const roleType = '#microsoft.graph.directoryRole';
const ofType = (type: string) => membershipShapes(seat, 'transitive').filter((shape) => shape['@odata.type'] === type);

const cases: readonly ShapeCase[] = [
  { title: 'organization', asked: '/organization', shapes: [organizationShape(seat)] },
  {
    title: 'domain',
    asked: '/domains',
    shapes: domainShapes(seat),
    documented: [
      'isVerified',
      'manufacturer',
      'model',
      'passwordNotificationWindowInDays',
      'passwordValidityPeriodInDays',
      'state',
    ],
  },
  { title: 'user', asked: '/me?', shapes: [user.usual], optional: ['userType'] },
  { title: 'directory role', asked: '/me/transitiveMemberOf/', shapes: ofType(roleType) },
  {
    title: 'group',
    asked: '/me/transitiveMemberOf?',
    shapes: ofType('#microsoft.graph.group'),
    documented: ['id', 'deletedDateTime', 'groupTypes', 'isAssignableToRole'],
    optional: ['mailNickname'],
  },
  {
    title: 'active role',
    asked: '/roleManagement/directory/roleAssignmentScheduleInstances',
    shapes: [roleInstanceShape(seat, activeRole('Global Administrator'))],
    optional: ['@odata.type'],
  },
  {
    title: 'eligible role',
    asked: '/roleManagement/directory/roleEligibilityScheduleInstances',
    shapes: [roleInstanceShape(seat, eligibleRole('Global Administrator', null))],
    optional: ['@odata.type'],
  },
  { title: 'subscribed SKU', asked: '/subscribedSkus', shapes: [subscribedSkuShape(seat, licence)] },
  {
    title: 'company subscription',
    asked: '/directory/subscriptions',
    shapes: [companySubscriptionShape(seat, licence)],
  },
  {
    title: 'Azure subscription',
    asked: '/subscriptions?',
    shapes: [subscriptionShape(seat, held)],
    optional: ['tags'],
  },
  { title: 'Azure tenant', asked: '/tenants?', shapes: [tenantShape(seat, seat.tenant.id)] },
  {
    title: 'billing account',
    asked: '/providers/Microsoft.Billing/billingAccounts',
    shapes: [billingAccountShape(account)],
  },
  {
    title: 'role assignment',
    asked: '/subscriptions/291bba3f',
    shapes: [roleAssignmentShape(seat, held)],
    optional: ['createdBy', 'updatedBy', 'delegatedManagedIdentityResourceId', 'description'],
  },
  {
    title: 'refusal of Entra',
    asked: '',
    shapes: [stsErrorBody(stsRefusal(50076), noon), stsErrorBody(stsRefusal(70011), noon)],
    documented: ['suberror'],
    optional: ['claims', 'error_uri'],
  },
  {
    title: 'refusal of Graph',
    asked: 'refused',
    shapes: [graphErrorBody(['Authorization_RequestDenied', 'Insufficient privileges.'], noon) as Shape],
  },
];

const recorded = allRecorded();

test('every example that the sandbox is held to is there', () => {
  expect(
    offendersAmong(cases, ({ asked }) => (examplesOf(asked).length > 0 ? [] : ['there is no example of it'])),
  ).toEqual([]);
});

test('the sandbox answers in the shapes of the examples', () => {
  expect(offendersAmong(cases, faultsOfShape)).toEqual([]);
});

function faultsOfShape({ asked, shapes, documented = [], optional = [] }: ShapeCase): readonly string[] {
  const examples = examplesOf(asked).map((one) => kindsIn(one));
  const known = merged(examples);
  const whole = examplesOf(asked, 'whole').map((one) => kindsIn(one));
  return shapes
    .map((one) => kindsIn(one))
    .flatMap((shape) => [
      ...[...shape].flatMap(([name, kind]) => {
        if (isAmong(documented, name)) return [];
        const wanted = known.get(name);
        if (wanted === undefined) return [`${name} is in no example`];
        return kind === 'null' || wanted.has(kind) || onlyNull(wanted)
          ? []
          : [`${name} is ${kind}, not ${[...wanted].join(' or ')}`];
      }),
      ...inAll(whole).flatMap((name) =>
        shape.has(name) || isAmong(optional, name) || isInsideEmpty(name, shape) ? [] : [`${name} is missing`],
      ),
    ]);
}

/** The objects in the examples for a path; one error body counts as one object. */
function examplesOf(asked: string, which: 'all' | 'whole' = 'all'): readonly Shape[] {
  const wanted = recorded.filter((one) => which === 'all' || one.odd === undefined);
  if (asked === '') return wanted.filter(({ service }) => service === 'entra').map(({ body }) => body as Shape);
  if (asked === 'refused')
    return wanted
      .filter(({ service, status }) => service === 'graph' && status === 403)
      .map(({ body }) => body as Shape);
  return wanted
    .filter((one) => one.asked?.startsWith(asked) && (one.status ?? 200) < 300)
    .flatMap(({ body }) => ('value' in (body as Shape) ? ((body as Shape).value as readonly Shape[]) : [body as Shape]))
    .filter((item) => !asked.startsWith('/me/') || isWanted(item, asked));
}

/** Groups and roles come in one list. */
function isWanted(item: Shape, asked: string): boolean {
  return asked.endsWith('?') ? item['@odata.type'] === '#microsoft.graph.group' : item['@odata.type'] === roleType;
}

/** Every name in an object with the kind of its value, by path. What is in a list counts once, whatever its place. */
function kindsIn(value: unknown, path = ''): Map<string, string> {
  const kinds = new Map<string, string>();
  if (Array.isArray(value)) {
    for (const item of value) for (const [name, kind] of kindsIn(item, `${path}[]`)) kinds.set(name, kind);
    return kinds;
  }
  if (typeof value !== 'object' || value === null) return kinds;
  for (const [name, member] of Object.entries(value)) {
    const at = path === '' ? name : `${path}/${name}`;
    kinds.set(at, kindOf(member));
    for (const [inner, kind] of kindsIn(member, at)) kinds.set(inner, kind);
  }
  return kinds;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function merged(examples: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const example of examples)
    for (const [name, kind] of example) all.set(name, (all.get(name) ?? new Set()).add(kind));
  return all;
}

/** The names that every whole example has. */
function inAll(examples: readonly ReadonlyMap<string, string>[]): readonly string[] {
  const [first, ...others] = examples;
  return [...(first?.keys() ?? [])].filter((name) => others.every((other) => other.has(name)));
}

function onlyNull(kinds: ReadonlySet<string>): boolean {
  return kinds.size === 1 && kinds.has('null');
}

/** What is inside of something that the sandbox leaves empty or null. */
function isInsideEmpty(name: string, shape: ReadonlyMap<string, string>): boolean {
  const outer = name.replace(/(\[\])?\/[^/]+$/, '');
  if (outer === name) return false;
  return (
    shape.get(outer) === 'null' ||
    (shape.get(outer) === 'list' && ![...shape.keys()].some((one) => one.startsWith(`${outer}[]`)))
  );
}

/** Whether it, or what it is inside of, is named. */
function isAmong(named: readonly string[], path: string): boolean {
  return path.split('/').some((name) => named.includes(name.replace('[]', '')));
}
