import type { CannotTellReason, ThreeValued } from '../../src/domain/known.ts';
import type { OfferId } from '../../src/domain/offers.ts';
import { generalPlan, type Plan } from '../../src/domain/plan.ts';
import { productStages } from '../../src/domain/products.ts';
import type { Proof, ProvenChange } from '../../src/domain/proof.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { ProductLine, StatusView, SubscriptionLine } from '../../src/domain/status.ts';
import { acceptingSteps } from '../../src/domain/steps.ts';
import { type SubscriptionStageId, subscriptionStages } from '../../src/domain/subscriptions.ts';
import type { TenantFinding } from '../../src/domain/tenants.ts';
import {
  type BlockerId,
  blockerIds,
  checkIds,
  type NoticeId,
  noticeIds,
  type Verdict,
  type VerdictOutcome,
} from '../../src/domain/verdict.ts';
import { languages } from '../../src/i18n/index.ts';

type About = Readonly<Record<string, string>>;

/** A name as bad as it gets: right-to-left override, emoji, Markdown, a link, a mention, a date macro, and very long. */
export const worstName = `\u202Eمرحبا 👩‍👩‍👧‍👦 **bold** [click](https://evil.example) <at>all</at> {{DATE(2026-01-01T00:00:00Z)}} {tenant} $t(x) www.evil.example ${'Ω'.repeat(400)}`;

export const readAt = '2026-11-20T09:00:00Z';

/** Every name that a sentence of a verdict may need. */
export const friendlyNames: About = {
  tenant: 'Contoso',
  tenants: 'Contoso, Fabrikam',
  chat: 'Fabrikam',
  graph: 'Contoso',
  azure: 'Fabrikam',
  subscription: 'Production',
  product: 'Microsoft 365 Business Standard',
  role: 'Global Administrator',
  group: 'Administrators',
  account: 'admin@contoso.onmicrosoft.com',
  home: 'Wide World Importers',
  offer: 'Azure Pass',
  date: '2026-12-01T00:00:00Z',
};

export const worstNames: About = Object.fromEntries(Object.keys(friendlyNames).map((name) => [name, worstName]));

/** Nothing could be read: each name is replaced by a neutral word. */
export const noNames: About = {};

/** Every reason why something cannot be told; the words have one each, by type. */
export const reasons = Object.keys(languages.en.words.reasons) as readonly CannotTellReason[];

export function someVerdict(scenario: Scenario, outcome: VerdictOutcome, about: About): Verdict {
  const isBlocked = outcome === 'held-back' || outcome === 'out-of-scope';
  return {
    scenario,
    outcome,
    checks: [
      { id: 'work-account', answer: 'yes', because: null, about },
      { id: 'purchase-role', answer: isBlocked ? 'no' : 'yes', because: null, about },
      { id: 'has-azure', answer: 'cannot-tell', because: 'consent-missing', about },
    ],
    blockers: isBlocked ? [{ id: outcome === 'out-of-scope' ? 'enterprise-agreement' : 'role-missing', about }] : [],
    notices: [
      { id: 'lands-in-this-tenant', about },
      { id: 'landing-not-documented', about },
      { id: 'use-this-account', about },
    ],
    steps: outcome === 'ready' || outcome === 'unsure' ? generalPlan(scenario).steps : [],
  };
}

/** What the route starts from was not found here, and neither was what it leads to. */
export function verdictWithoutStart(scenario: 'add-azure' | 'add-microsoft-365'): Verdict {
  return withPresence(scenario, 'no', 'no');
}

/** What the route leads to is here already, and what it starts from is not. */
export function verdictThereAlready(scenario: 'add-azure' | 'add-microsoft-365'): Verdict {
  return scenario === 'add-azure' ? withPresence(scenario, 'no', 'yes') : withPresence(scenario, 'yes', 'no');
}

/** The same, and the agreement says who gets another one. */
export function verdictThereUnderAgreement(scenario: 'add-azure' | 'add-microsoft-365'): Verdict {
  const { outcome, blockers } = someVerdict(scenario, 'out-of-scope', friendlyNames);
  return { ...verdictThereAlready(scenario), outcome, blockers, steps: [] };
}

function withPresence(scenario: 'add-azure' | 'add-microsoft-365', microsoft365: 'yes' | 'no', azure: 'yes' | 'no') {
  const about = friendlyNames;
  const missing: NoticeId = scenario === 'add-azure' ? 'no-microsoft-365-found' : 'no-azure-found';
  return {
    ...someVerdict(scenario, 'unsure', about),
    checks: [
      { id: 'has-microsoft-365' as const, answer: microsoft365, because: null, about },
      { id: 'has-azure' as const, answer: azure, because: null, about },
    ],
    notices: [
      { id: missing, about },
      { id: 'trial-ends' as const, about },
    ],
  };
}

/** Nothing is in the way, and one thing is urgent. */
export function verdictWithDeadline(scenario: 'add-azure' | 'add-microsoft-365', id: NoticeId): Verdict {
  const verdict = someVerdict(scenario, 'ready', friendlyNames);
  const { subscription = '', offer = '' } = friendlyNames;
  // Azure tells no day.
  const about = id.startsWith('subscription-') ? { subscription, offer } : friendlyNames;
  return { ...verdict, notices: [{ id, about }, ...verdict.notices] };
}

/** Nothing is in the way, and all that there may be is told about whoever signs up. */
export function verdictOfSigner(account: 'use-this-account' | 'use-account-here'): Verdict {
  const { tenant = '' } = friendlyNames;
  const about = account === 'use-this-account' ? friendlyNames : { tenant };
  const { notices, ...verdict } = verdictWithDeadline('add-azure', 'trial-ends');
  const [deadline] = notices;
  const told = (['agreement-unknown', 'signer-pays', account] as const).map((id) => ({ id, about }));
  return { ...verdict, notices: [...(deadline === undefined ? [] : [deadline]), ...told] };
}

/** Azure is here, and has stopped; Microsoft 365 is here too, or not. */
export function verdictWithAzureStopped(microsoft365: 'yes' | 'no'): Verdict {
  const about = friendlyNames;
  return {
    ...someVerdict('add-azure', 'held-back', about),
    checks: [
      { id: 'managed-tenant', answer: 'yes', because: null, about },
      { id: 'has-microsoft-365', answer: microsoft365, because: null, about },
      { id: 'has-azure', answer: 'yes', because: null, about },
    ],
    blockers: [{ id: 'subscription-disabled', about }],
  };
}

/** Only a partner can help. */
export function verdictOfPartner(scenario: 'add-azure' | 'join'): Verdict {
  const id = scenario === 'join' ? 'bought-through-partner' : 'azure-from-partner';
  return { ...someVerdict(scenario, 'out-of-scope', friendlyNames), blockers: [{ id, about: friendlyNames }] };
}

/** The person said that a partner sells Azure, and nobody could see whether there is any. */
export function verdictByAnswer(scenario: 'add-azure' | 'join'): Verdict {
  const about = friendlyNames;
  return {
    ...someVerdict(scenario, 'unsure', about),
    checks: [
      { id: 'has-azure', answer: 'cannot-tell', because: 'consent-missing', about },
      { id: 'self-service-agreement', answer: 'no', because: null, about },
    ],
    notices: [{ id: scenario === 'join' ? 'partner-by-answer-move' : 'partner-by-answer', about }],
    steps: [],
  };
}

/** A role that buys may be waiting, and nobody could see whether Microsoft 365 is here. */
export function verdictWithRoleWaiting(): Verdict {
  const about = friendlyNames;
  return {
    ...someVerdict('add-microsoft-365', 'unsure', about),
    checks: [
      { id: 'purchase-role', answer: 'cannot-tell', because: 'eligible-roles-hidden', about },
      { id: 'has-azure', answer: 'yes', because: null, about },
      { id: 'has-microsoft-365', answer: 'cannot-tell', because: 'permission-refused', about },
    ],
    notices: [],
  };
}

/** Both are here, and Azure has stopped, for somebody who comes for Microsoft 365. */
export function verdictWithBothHere(): Verdict {
  const about = friendlyNames;
  const yes = (['managed-tenant', 'has-azure', 'has-microsoft-365'] as const).map((id) => ({
    id,
    answer: 'yes' as const,
    because: null,
    about,
  }));
  return {
    ...someVerdict('add-microsoft-365', 'unsure', about),
    checks: [...yes, { id: 'subscription-usable', answer: 'no', because: null, about }],
    notices: [
      { id: 'microsoft-365-already-here', about },
      { id: 'subscription-past-due', about },
      { id: 'subscription-disabled', about },
    ],
    steps: [],
  };
}

/** The same verdict where no Microsoft 365 is sure to stay. */
export function withMicrosoft365Ending(verdict: Verdict): Verdict {
  return { ...verdict, notices: [...verdict.notices, { id: 'microsoft-365-ends', about: friendlyNames }] };
}

/** A guest who joins, and cannot see which way the subscription moves. */
export function verdictOfGuest(): Verdict {
  const about = friendlyNames;
  return {
    ...someVerdict('join', 'unsure', about),
    notices: [
      { id: 'guest-here', about },
      { id: 'direction-unknown', about },
    ],
  };
}

/** Somebody in the tenant that the subscription goes to; whether they can accept it. */
export function verdictWhereItGoes(accepts: 'yes' | 'no' | 'cannot-tell'): Verdict {
  const about = friendlyNames;
  return {
    ...someVerdict('join', 'unsure', about),
    checks: [
      { id: 'has-azure', answer: 'no', because: null, about },
      {
        id: 'accepting-administrator',
        answer: accepts,
        because: accepts === 'cannot-tell' ? 'not-documented' : null,
        about,
      },
      { id: 'has-microsoft-365', answer: 'yes', because: null, about },
    ],
    notices: [{ id: 'somebody-must-accept', about }],
    steps: acceptingSteps,
  };
}

/** Somebody of a developer tenant who joins. */
export function verdictInDeveloperTenant(): Verdict {
  return {
    ...someVerdict('join', 'unsure', friendlyNames),
    notices: [{ id: 'developer-tenant-here', about: friendlyNames }],
  };
}

/** More of everything than a card tells. */
export function everyVerdict(): Verdict {
  return {
    ...someVerdict('join', 'held-back', worstNames),
    checks: checkIds.map((id) => ({ id, answer: 'cannot-tell', because: 'permission-refused', about: worstNames })),
    blockers: blockerIds.map((id) => ({ id, about: worstNames })),
    notices: [...noticeIds, ...noticeIds].map((id) => ({ id, about: worstNames })),
    steps: generalPlan('join').steps,
  };
}

export function verdictWithNotices(ids: readonly NoticeId[], about: About): Verdict {
  return { ...someVerdict('join', 'ready', about), notices: ids.map((id) => ({ id, about })) };
}

export function verdictWithBlockers(ids: readonly BlockerId[], about: About): Verdict {
  return { ...someVerdict('join', 'held-back', about), blockers: ids.map((id) => ({ id, about })) };
}

/** Every check with this answer. What cannot be told has one of the reasons each, by turns. */
export function verdictWithChecks(
  answer: ThreeValued,
  about: About,
  because: readonly CannotTellReason[] = ['consent-missing'],
): Verdict {
  const reasonOf = (index: number) => (answer === 'cannot-tell' ? (because[index % because.length] ?? null) : null);
  return {
    ...someVerdict('join', 'unsure', about),
    checks: checkIds.map((id, index) => ({ id, answer, because: reasonOf(index), about })),
  };
}

export function somePlan(scenario: Plan['scenario'], done: number): Plan {
  const plan = generalPlan(scenario);
  return { ...plan, basis: 'checked', done: plan.steps.slice(0, done) };
}

/** The steps of whoever accepts a subscription. */
export function acceptingPlan(done: number): Plan {
  return { scenario: 'join', basis: 'checked', steps: acceptingSteps, done: acceptingSteps.slice(0, done) };
}

function someChanges(name: string, count: number): readonly ProvenChange[] {
  const kinds: readonly ProvenChange[] = [
    { kind: 'subscription-appeared', name, tenant: name },
    { kind: 'subscription-left', name, tenant: name },
    { kind: 'subscription-moved', name, from: name, to: name },
    { kind: 'subscription-state', name, before: 'Disabled', after: 'Enabled' },
    { kind: 'product-appeared', name, unlisted: 'yes', tenant: name },
    { kind: 'product-left', name, tenant: name },
    { kind: 'product-state', name, before: 'Warning', after: 'Enabled' },
    { kind: 'membership-gained', tenant: name },
    { kind: 'role-gained', name },
    { kind: 'role-lost', name },
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]).filter(
    (change): change is ProvenChange => change !== undefined,
  );
}

export function someProofs(name: string, count: number): readonly Proof[] {
  const changes = someChanges(name, count);
  const joining = { scenario: 'join', attempt: 2, askAgainInMinutes: 15 } as const;
  return [
    { kind: 'proven', scenario: 'add-azure', changes, where: name, whereId: '11111111-2222-3333-4444-555555555555' },
    { kind: 'not-visible-yet', scenario: 'add-azure', attempt: 1, askAgainInMinutes: 5 },
    { kind: 'not-accepted-yet', subscription: name, where: name, ...joining },
    { kind: 'left-old-tenant', subscription: name, where: name, ...joining },
    { kind: 'wrong-tenant', scenario: 'add-azure', changes, where: name, expected: name },
    { kind: 'cannot-tell', scenario: 'join', missing: ['azure', 'microsoft-365', 'tenants'] },
  ];
}

export function someReceipt(scenario: Scenario, name: string, count: number) {
  return {
    scenario,
    provenAt: readAt,
    tenantName: name,
    tenantId: '11111111-2222-4333-8444-555555555555',
    changes: someChanges(name, count),
    moreChanges: 37,
  };
}

export function someStatus(count: number, name: string): StatusView {
  const capped = <T>(one: T) => ({
    kind: 'known' as const,
    value: { shown: Array.from({ length: count }, () => one), more: 0, total: count },
  });
  return {
    readAt,
    account: { name, signInName: name, kind: 'work' },
    tenant: {
      kind: 'known',
      value: { name, id: name, initialDomain: name, management: 'managed', type: 'workforce' },
    },
    findings: [
      { kind: 'several-tenants', tenant: name, others: Array.from({ length: count }, () => name) },
      { kind: 'guest-account', tenant: name, home: null },
      { kind: 'facts-contradict', graph: name, azure: name },
      { kind: 'subscription-in-other-tenant', subscription: name, tenant: name, here: name },
    ],
    activeRoles: capped({ name, mayBuy: 'yes', through: { kind: 'group', groupName: name }, endsAt: readAt }),
    eligibleRoles: capped({ name: 'Billing Administrator', mayBuy: 'yes', endsAt: readAt }),
    products: capped({
      name,
      isListed: false,
      productClass: 'unknown',
      stage: { stage: 'unknown', raw: name, deadline: readAt, daysLeft: 11, wayOut: 'none-needed' },
      trial: 'yes',
      seatsUsed: 1200,
      seatsTotal: 5000,
      soldBy: 'partner',
    }),
    freeProducts: capped({ ...someProduct('active'), name, productClass: 'free' } as const).value,
    subscriptions: capped(someSubscription(name)),
  };
}

const noLines = { shown: [], more: 0, total: 0 } as const;

/** Every state that a product and a subscription can be in, with one offer per subscription. */
export function statusWithOffers(offers: readonly OfferId[], page: number): StatusView {
  const all = <T>(shown: readonly T[]) => ({ kind: 'known' as const, value: { shown, more: 0, total: shown.length } });
  return {
    ...someStatus(1, 'Contoso'),
    activeRoles: all([{ name: 'Contoso', mayBuy: 'no', through: { kind: 'direct' }, endsAt: null }]),
    products: all(inTurn(productStages, page * offers.length).map(someProduct)),
    subscriptions: all(
      offers.map((offer, index) =>
        someSubscription('Contoso', subscriptionStages[index % subscriptionStages.length], offer),
      ),
    ),
  };
}

/** The same, beginning elsewhere: a card shows the first ones only. */
function inTurn<T>(all: readonly T[], first: number): readonly T[] {
  return all.map((_, index) => all[(first + index) % all.length]).filter((one) => one !== undefined);
}

/** Nothing is there, and what was found about the tenant. */
export function statusWithFindings(findings: readonly TenantFinding[]): StatusView {
  const none = { kind: 'known', value: noLines } as const;
  return {
    ...someStatus(0, 'Contoso'),
    findings,
    activeRoles: none,
    eligibleRoles: none,
    products: none,
    freeProducts: { shown: [{ ...someProduct('active'), productClass: 'free' }], more: 0, total: 1 },
    subscriptions: none,
  };
}

export const everyFinding = [
  { kind: 'personal-account' },
  { kind: 'guest-account', tenant: 'Contoso', home: 'Fabrikam' },
  { kind: 'partner-admin', tenant: 'Contoso', home: 'Fabrikam' },
  { kind: 'external-member', tenant: 'Contoso', home: 'Fabrikam' },
  { kind: 'unmanaged-tenant', tenant: 'Contoso' },
  { kind: 'customers-tenant', tenant: 'Contoso' },
  { kind: 'facts-contradict', graph: 'Contoso', azure: 'Fabrikam' },
  { kind: 'chat-in-other-tenant', tenant: 'Contoso', chat: 'Fabrikam' },
  { kind: 'subscription-in-other-tenant', subscription: 'Production', tenant: 'Fabrikam', here: 'Contoso' },
  { kind: 'several-tenants', tenant: 'Contoso', others: ['Fabrikam'] },
] as const satisfies readonly TenantFinding[];

function someProduct(stage: ProductLine['stage']['stage']): ProductLine {
  return {
    name: 'Contoso',
    isListed: true,
    productClass: 'suite',
    stage: { stage, raw: 'Contoso', deadline: null, daysLeft: null, wayOut: 'none-needed' },
    trial: 'no',
    seatsUsed: 1,
    seatsTotal: 1,
    soldBy: 'microsoft',
  };
}

function someSubscription(
  name: string,
  stage: SubscriptionStageId = 'unknown',
  offer: OfferId = 'unknown',
): SubscriptionLine {
  return {
    name,
    subscriptionId: '11111111-2222-4333-8444-555555555555',
    stage: { stage, raw: name, works: 'unknown', wayOut: 'look-in-portal' },
    offer: { id: offer, name, quotaId: name, limits: [], agreement: 'unknown' },
    spendingLimit: 'cannot-tell',
    tenant: name,
    inThisTenant: 'no',
    isAzure: 'yes',
  };
}

export function unknownStatus(): StatusView {
  const unknown = { kind: 'cannot-tell', because: 'permission-refused' } as const;
  return {
    readAt,
    account: { name: null, signInName: null, kind: 'work' },
    tenant: unknown,
    findings: [],
    activeRoles: unknown,
    eligibleRoles: unknown,
    products: unknown,
    freeProducts: noLines,
    subscriptions: unknown,
  };
}
