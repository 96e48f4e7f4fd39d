import {
  type CheckResult,
  checkAccount,
  checkAgreement,
  checkAzure,
  checkMicrosoft365,
  checkMove,
  checkPurchaseRole,
  checkTenant,
  checkUsability,
  isAnsweredPartner,
  isInDeveloperTenant,
  microsoft365Here,
  ownAzure,
  soldTo,
} from './checks.ts';
import type { Circumstances } from './circumstances.ts';
import type { Facts } from './facts.ts';
import { known } from './known.ts';
import {
  accountNotices,
  agreementNotices,
  departureNotices,
  directionNotices,
  guestNotices,
  lastingNotices,
  ownerNotices,
  presenceNotices,
  productNotices,
  roleNotices,
  subscriptionNotices,
  tenantNotices,
  unreadOwnerNotices,
} from './notices.ts';
import { type Agreement, type AgreementAnswer, decideAgreement } from './offers.ts';
import { inOneForm } from './one-form.ts';
import { canBeReactivated, microsoft365Products, nameProduct } from './products.ts';
import { decideRole, type RoleDecision } from './roles.ts';
import type { Scenario } from './scenario.ts';
import { acceptingSteps, type StepId, sendingSteps, stepsOf } from './steps.ts';
import { hasUsableAzure } from './subscriptions.ts';
import {
  findTenantTrouble,
  isDelegatedAdmin,
  isPersonalAccount,
  nameOwnTenant,
  otherTenants,
  type TenantFinding,
} from './tenants.ts';
import { someNames } from './text.ts';
import {
  type Blocker,
  type BlockerId,
  type Check,
  type CheckId,
  type Notice,
  outOfScope,
  type Verdict,
  type VerdictOutcome,
  withEnterpriseAgreement,
} from './verdict-shape.ts';

export * from './verdict-shape.ts';

/** What a verdict needs besides the facts. */
export interface VerdictContext extends Circumstances {
  /** The person's answer to how Azure is bought; null if they were not asked. */
  readonly agreementAnswer: AgreementAnswer | null;
}

/** Whether a role is what holds the person back, so that an administrator who gives it helps. */
export function needsAdmin(verdict: Verdict): boolean {
  const forAdmins: readonly BlockerId[] = ['role-missing', 'not-owner', 'owner-with-condition'];
  // Who sees no waiting role when they look needs the administrator after all.
  const isForAdmins = hasNoActiveRole(verdict.checks) || verdict.blockers.some(({ id }) => forAdmins.includes(id));
  return roleMatters(verdict) && isForAdmins;
}

/** Whether no role that buys is active, though one may be waiting. */
function hasNoActiveRole(checks: readonly Check[]): boolean {
  return checks.some(({ id, because }) => id === 'purchase-role' && because === 'eligible-roles-hidden');
}

/** The same, or the role could not be seen: whoever asks for the text then gets it. */
export function mayNeedAdmin(verdict: Verdict): boolean {
  const ofRoles: readonly CheckId[] = ['purchase-role', 'owner-of-subscription'];
  const isOpen = verdict.checks.some(({ id, answer }) => ofRoles.includes(id) && answer === 'cannot-tell');
  return needsAdmin(verdict) || (roleMatters(verdict) && isOpen);
}

/** `alone`: the person has the role of the tenant. `too`: that one is asked for as well. */
export type BillingRoleAsked = 'alone' | 'too';

/**
 * Whether an administrator is asked for a role on the billing account, which a Microsoft Customer Agreement takes besides that of
 * the tenant; null where none is needed. Source: "Troubleshoot no billing account found", 10 October 2024.
 */
export function billingRoleAsked({ checks, notices }: Verdict): BillingRoleAsked | null {
  if (checks.some(({ because }) => because === 'billing-role-unread')) return 'alone';
  return notices.some(({ id }) => id === 'billing-role-needed' || id === 'billing-role-perhaps') ? 'too' : null;
}

/** In the wrong place, on a route that is for others, or where it is here already, no role helps. */
function roleMatters(verdict: Verdict): boolean {
  const isElsewhere = verdict.blockers.some(({ id }) => wrongPlace.includes(id));
  return !isElsewhere && verdict.outcome !== 'out-of-scope' && !isGoalHere(verdict);
}

/** Whether the person can ask somebody of another tenant to accept their subscription. */
export function needsAcceptor({ scenario, steps, blockers, checks }: Verdict): boolean {
  const isElsewhere = checks.some(({ id, because }) => id === 'accepting-administrator' && because === 'other-tenant');
  return scenario === 'join' && steps.length > 0 && blockers.length === 0 && isElsewhere;
}

/**
 * What the facts mean for one scenario: ready, held back, unsure, already done, or out of scope.
 *
 * Adding Azure needs no administrator role; adding Microsoft 365 needs Global or Billing Administrator; joining needs
 * Owner on the subscription, an offer that can move, and an administrator of the other tenant who accepts, the person or a
 * colleague. A fact that could not be read is never "no".
 * Sources: "Sign up for Azure with a Microsoft 365 account"; "Use your Azure account to sign up for Microsoft 365";
 * "How to change the Entra directory of your Azure subscription" (17 March 2026), which is newer than, and disagrees with,
 * "Associate or add an Azure subscription to your Microsoft Entra tenant" (2 April 2025).
 */
export function decideVerdict(scenario: Scenario, read: Facts, context: VerdictContext): Verdict {
  const facts = inOneForm(read);
  const findings = findTenantTrouble(facts, context.chatTenantId);
  const role = decideRole(facts, context.now);
  const agreement = decideAgreementHere(facts, context.agreementAnswer);
  const looks = checksFor(scenario, facts, { findings, role, agreement }, context.now);
  const blockers = inOrderOfWeight([
    ...looks.flatMap((look) => look.blockers),
    ...productBlockers(scenario, facts, context.now),
  ]);
  const outcome = decideOutcome(scenario, facts, looks, blockers);
  // Where nothing may be sent, who could accept it does not matter.
  const isMoot = (id: CheckId): boolean => id === 'accepting-administrator' && outcome === 'out-of-scope';
  const checks = looks.map((look) => look.check).filter(({ id }) => !isMoot(id));
  return {
    scenario,
    outcome,
    checks,
    blockers: blockersFor(outcome, blockers),
    notices: noticesFor(scenario, facts, { findings, role, agreement, outcome, checks, blockers, now: context.now }),
    steps: stepsFor(scenario, outcome, checks, blockers, agreement),
  };
}

/**
 * Whether to ask the person how their organisation buys Azure: only if Azure itself does not show it.
 * Without any trace of Azure we don't ask; we only say that this route is not meant for Enterprise Agreements.
 * People with a personal account need another account first, so no answer would change the verdict.
 */
export function needsAgreementAnswer(facts: Facts): boolean {
  if (isPersonalAccount(facts)) return false;
  return decideAgreementHere(inOneForm(facts), null).kind === 'ask';
}

interface DecidedFacts {
  readonly findings: readonly TenantFinding[];
  readonly role: RoleDecision;
  readonly agreement: Agreement;
}

/** Most important first: an Enterprise Agreement, then who you are, then where you are, then what cannot be fixed, then what is missing. */
export const blockerWeight = [
  'enterprise-agreement',
  'enterprise-licences',
  'enterprise-move',
  'personal-account',
  'personal-move',
  'guest-account',
  'partner-admin',
  'partner-orders',
  'move-as-partner',
  'partner-cannot-move',
  'unmanaged-tenant',
  'customers-tenant',
  'bought-through-partner',
  'azure-from-partner',
  'offer-cannot-move',
  'developer-tenant',
  'developer-licences',
  'role-to-activate',
  'role-missing',
  'no-subscription-to-move',
  'subscription-past-due',
  'subscription-disabled',
  'microsoft-365-disabled',
  'not-owner',
  'owner-with-condition',
] as const satisfies readonly BlockerId[];

/** With one of these, what was read about the tenant says nothing about what this account may do there. */
const wrongPlace: readonly BlockerId[] = [
  'personal-account',
  'personal-move',
  'guest-account',
  'partner-admin',
  'partner-orders',
  'move-as-partner',
  'unmanaged-tenant',
  'customers-tenant',
];

/** With one of these, signing up from this account is what the person must not do now. */
const noSignUp: readonly BlockerId[] = [
  ...wrongPlace,
  'developer-tenant',
  'developer-licences',
  'role-missing',
  'role-to-activate',
  'subscription-past-due',
  'subscription-disabled',
];

/** What each route starts from and leads to, and the route the other way. Joining starts from both. */
const routes = {
  'add-azure': { from: 'has-microsoft-365', to: 'has-azure', back: 'add-microsoft-365' },
  'add-microsoft-365': { from: 'has-azure', to: 'has-microsoft-365', back: 'add-azure' },
} as const satisfies Partial<Record<Scenario, { from: CheckId; to: CheckId; back: Scenario }>>;

/** Whether what the route starts from was looked for and not found: signing up here may make a second tenant. */
export function isStartMissing({ scenario, outcome, checks }: Verdict): boolean {
  return outcome === 'unsure' && scenario !== 'join' && answers(checks, routes[scenario].from, 'no');
}

/** Whether what the route leads to is here already, in whatever state. */
export function isGoalHere({ scenario, checks }: Pick<Verdict, 'scenario' | 'checks'>): boolean {
  return scenario !== 'join' && answers(checks, routes[scenario].to, 'yes');
}

/** Whether both are here, and the state of one of them is bad or in doubt: there is nothing to sign up for. */
export function areBothHere(verdict: Verdict): boolean {
  return verdict.outcome === 'unsure' && isTogether(verdict);
}

/** Whether both are in this one tenant, in whatever state: there is nothing to move. */
export function isTogether({ checks }: Pick<Verdict, 'checks'>): boolean {
  const all: readonly CheckId[] = ['managed-tenant', 'has-azure', 'has-microsoft-365'];
  return all.every((id) => answers(checks, id, 'yes'));
}

/**
 * Whether the person is where the subscription goes: Microsoft 365 is here, and no Azure that they see. Its Owner, in another
 * tenant, sends the request, and it is accepted here.
 */
export function acceptsHere({ scenario, outcome, checks }: Pick<Verdict, 'scenario' | 'outcome' | 'checks'>): boolean {
  const isHere = answers(checks, 'has-microsoft-365', 'yes') && answers(checks, 'has-azure', 'no');
  // Where two services name two tenants, nobody knows which one "here" is.
  return scenario === 'join' && outcome === 'unsure' && isHere && !answers(checks, 'managed-tenant', 'cannot-tell');
}

/**
 * The route that fits better, where what this one leads to is here already; null where this one fits. Whoever is in several
 * tenants may have both, apart.
 */
export function betterRoute(verdict: Verdict): Scenario | null {
  const { scenario, outcome, notices } = verdict;
  if (scenario === 'join' || !isGoalHere(verdict) || isTogether(verdict)) return null;
  if (outcome !== 'unsure' && !isAnotherForbidden(verdict)) return null;
  return notices.some(({ id }) => id === 'several-tenants') ? 'join' : routes[scenario].back;
}

/** Whether it is here already, and the agreement says who gets another one: that it is here is told first. */
export function isAnotherForbidden(verdict: Verdict): boolean {
  const byAgreement: readonly BlockerId[] = ['enterprise-agreement', 'enterprise-licences', 'azure-from-partner'];
  const [first] = verdict.blockers;
  return first !== undefined && byAgreement.includes(first.id) && isGoalHere(verdict);
}

function answers(checks: readonly Check[], id: CheckId, answer: Check['answer']): boolean {
  return checks.some((check) => check.id === id && check.answer === answer);
}

function checksFor(
  scenario: Scenario,
  facts: Facts,
  { findings, role, agreement }: DecidedFacts,
  now: number,
): readonly CheckResult[] {
  const present = (look: CheckResult | null): readonly CheckResult[] => (look === null ? [] : [look]);
  const soldByPartner = agreement.kind === 'partner';
  // What nobody read is not taken from an answer: whether there is any Azure here is the first question.
  const mayBeNone = facts.subscriptions.kind === 'cannot-tell' && isAnsweredPartner(agreement);
  const answered = (look: CheckResult): CheckResult => (mayBeNone ? informing(look) : look);
  switch (scenario) {
    case 'add-azure':
      return [
        checkAccount(facts, 'signing-up', soldByPartner ? 'partner-orders' : 'partner-admin'),
        checkTenant(facts, findings, 'developer-tenant'),
        checkMicrosoft365(facts, 'decides'),
        checkAzure(facts, 'informs'),
        ...present(checkUsability(facts)),
        // A partner who reads this orders it, or knows who does.
        ...present(
          checkAgreement(facts, agreement, { partner: isDelegatedAdmin(facts) ? null : 'azure-from-partner' }),
        ).map(answered),
      ];
    // Azure through a partner does not stop an administrator from buying Microsoft 365 on the web.
    case 'add-microsoft-365':
      return [
        checkAccount(facts, 'signing-up', 'partner-admin'),
        checkTenant(facts, findings, 'developer-licences'),
        needsNoRole(facts, findings)
          ? informing(checkPurchaseRole(facts, role, agreement))
          : checkPurchaseRole(facts, role, agreement),
        checkAzure(facts, 'decides'),
        ...present(checkUsability(facts)).map(informing),
        checkMicrosoft365(facts, 'informs'),
        ...present(checkAgreement(facts, agreement, { partner: null, enterprise: 'enterprise-licences' })),
      ];
    case 'join':
      return [
        checkAccount(facts, 'moving', soldByPartner ? 'partner-cannot-move' : 'move-as-partner'),
        checkTenant(facts, findings, null),
        ...checkMove(facts, agreement, now),
        ...present(
          checkAgreement(facts, agreement, {
            partner: isAnsweredPartner(agreement) ? soldTo(facts) : null,
            enterprise: 'enterprise-move',
          }),
        ).map(answered),
      ];
  }
}

/** Told, but it holds nobody back: buying Microsoft 365 takes no working Azure, and whoever has it buys nothing. */
function informing(look: CheckResult): CheckResult {
  return { ...look, blockers: [], weight: 'informs' };
}

/** Who has Microsoft 365 buys nothing, and where nobody is administrator there is nobody to give the role. */
function needsNoRole(facts: Facts, findings: readonly TenantFinding[]): boolean {
  return isAnswer(facts, 'yes') || findings.some(({ kind }) => kind === 'unmanaged-tenant');
}

function decideAgreementHere(facts: Facts, answer: AgreementAnswer | null): Agreement {
  const subscriptions = facts.subscriptions.kind === 'known' ? known(ownAzure(facts)) : facts.subscriptions;
  return decideAgreement(subscriptions, facts.billingAccounts, answer);
}

function productBlockers(scenario: Scenario, facts: Facts, now: number): readonly Blocker[] {
  if (scenario !== 'join' || facts.products.kind === 'cannot-tell') return [];
  const tenant = nameOwnTenant(facts);
  // If the person has another tenant, Microsoft 365 may be there.
  if (!isAnswer(facts, 'no') || otherTenants(facts).length > 0) return [];
  const stopped = microsoft365Products(facts.products.value).filter((one) => canBeReactivated(one, now));
  if (stopped.length === 0) return [];
  return [
    {
      id: 'microsoft-365-disabled',
      about: { tenant, product: someNames(stopped.map(nameProduct)) },
    },
  ];
}

function decideOutcome(
  scenario: Scenario,
  facts: Facts,
  looks: readonly CheckResult[],
  blockers: readonly Blocker[],
): VerdictOutcome {
  const has = (ids: readonly BlockerId[]): boolean => blockers.some((blocker) => ids.includes(blocker.id));
  // The note in the second article takes precedence: with an Enterprise Agreement nothing else is shown.
  if (has(withEnterpriseAgreement)) return 'out-of-scope';
  // What can never move does not move from another account either.
  if (has(['move-as-partner']) && has(outOfScope)) return 'out-of-scope';
  if (has(wrongPlace)) return 'held-back';
  if (bothAreHere(facts, looks)) return 'already-done';
  if (has(outOfScope)) return 'out-of-scope';
  if (blockers.length > 0) return 'held-back';
  const inDoubt = looks.some((look) => look.weight === 'decides' && look.check.answer !== 'yes');
  return inDoubt || mayBeThere(scenario, looks) ? 'unsure' : 'ready';
}

/** Nobody is sent to buy what they have, or may have. */
function mayBeThere(scenario: Scenario, looks: readonly CheckResult[]): boolean {
  const checks = looks.map((look) => look.check);
  return scenario !== 'join' && !answers(checks, routes[scenario].to, 'no');
}

/** Facts about two different tenants cannot show that both products are in one. */
function bothAreHere(facts: Facts, looks: readonly CheckResult[]): boolean {
  const sameTenant = looks.some((look) => look.check.id === 'managed-tenant' && look.check.because !== 'ambiguous');
  return sameTenant && isAnswer(facts, 'yes') && hasUsableAzure(ownAzure(facts)) === 'yes';
}

function isAnswer(facts: Facts, answer: 'yes' | 'no'): boolean {
  const here = microsoft365Here(facts);
  return here.kind === 'known' && here.value === answer;
}

function blockersFor(outcome: VerdictOutcome, blockers: readonly Blocker[]): readonly Blocker[] {
  if (outcome === 'out-of-scope')
    return blockers.filter(({ id }) => id === 'move-as-partner' || outOfScope.includes(id));
  return outcome === 'held-back' ? blockers : [];
}

function inOrderOfWeight(blockers: readonly Blocker[]): readonly Blocker[] {
  return blockerWeight.flatMap((id) => blockers.filter((blocker) => blocker.id === id).slice(0, 1));
}

interface NoticeMatter extends DecidedFacts {
  readonly outcome: VerdictOutcome;
  readonly checks: readonly Check[];
  readonly blockers: readonly Blocker[];
  readonly now: number;
}

function noticesFor(scenario: Scenario, facts: Facts, matter: NoticeMatter): readonly Notice[] {
  const goes = matter.outcome === 'ready' || matter.outcome === 'held-back' || matter.outcome === 'unsure';
  const forbids = (ids: readonly BlockerId[]): boolean => matter.blockers.some(({ id }) => ids.includes(id));
  const { checks } = matter;
  const isOrdered = scenario === 'add-azure' && matter.agreement.kind === 'partner';
  const maySignUp = !isGoalHere({ scenario, checks }) && !forbids(noSignUp) && !hasNoActiveRole(checks) && !isOrdered;
  const hasToMove = scenario !== 'join' || !isTogether({ checks });
  const notices = [
    ...accountNotices(facts),
    ...(scenario === 'join' ? [...guestNotices(matter.findings), ...directionNotices(facts)] : []),
    ...(scenario === 'join' && isInDeveloperTenant(facts)
      ? [{ id: 'developer-tenant-here' as const, about: { tenant: nameOwnTenant(facts) } }]
      : []),
    ...tenantNotices(matter.findings),
    ...presenceNotices(scenario, facts),
    ...lastingNotices(scenario, facts, matter.now),
    ...productNotices(facts, matter.now),
    ...subscriptionNotices(scenario, facts),
    ...(goes && scenario === 'add-microsoft-365' ? roleNotices(facts, matter.role) : []),
    ...(goes && !forbids(['owner-with-condition']) ? ownerNotices(matter.checks) : []),
    ...(goes && scenario === 'join' ? unreadOwnerNotices(facts) : []),
    ...(goes ? agreementNotices(scenario, facts, matter.agreement) : []),
    ...(goes && hasToMove ? departureNotices(scenario, facts, { maySignUp, agreement: matter.agreement }) : []),
  ];
  return oncePerText(notices);
}

function oncePerText(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

function stepsFor(
  scenario: Scenario,
  outcome: VerdictOutcome,
  checks: readonly Check[],
  blockers: readonly Blocker[],
  agreement: Agreement,
): readonly StepId[] {
  if (outcome === 'already-done' || outcome === 'out-of-scope') return [];
  // What is here already is not bought a second time.
  if (outcome === 'unsure' && isGoalHere({ scenario, checks })) return [];
  if (blockers.some(({ id }) => wrongPlace.includes(id))) return [];
  // A partner orders Azure, and what a partner sold does not move.
  const isPartners = scenario !== 'add-microsoft-365' && agreement.kind === 'partner';
  if (isPartners && answers(checks, 'has-azure', 'cannot-tell')) return [];
  const stopped = blockers.some(
    (blocker) => blocker.id === 'subscription-disabled' || blocker.id === 'subscription-past-due',
  );
  // People with a disabled subscription should reactivate it; signing up again would create a second one.
  if (scenario === 'add-azure' && stopped) return ['azure-check-users', 'azure-share-access'];
  // Both are in one tenant, and one has stopped: nothing has to move.
  if (scenario === 'join' && stopped && answers(checks, 'has-microsoft-365', 'yes')) return [];
  if (acceptsHere({ scenario, outcome, checks })) return acceptingSteps;
  // What comes after is in a tenant where whoever sends it may have no access.
  if (scenario === 'join' && answers(checks, 'has-azure', 'yes')) return sendingSteps;
  // With a customer agreement, a role of the billing account is needed, too, and nobody has looked at that one.
  const mayTakeMore = agreement.kind === 'customer' || agreement.kind === 'ask';
  const hasAllRoles = answers(checks, 'purchase-role', 'yes') && !mayTakeMore;
  const isDone = (step: StepId): boolean => step === 'm365-know-your-role' && hasAllRoles;
  return stepsOf(scenario).filter((step) => !isDone(step));
}
