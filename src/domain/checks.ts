import type { AzureSubscription, Facts, SubscriptionOwnership } from './facts.ts';
import { type CannotTellReason, cannotTell, type Known, known, type ThreeValued } from './known.ts';
import { type Agreement, decideOffer, type Offer } from './offers.ts';
import { hasMicrosoft365, isDeveloperTenant, unlistedProducts } from './products.ts';
import { decideAcceptor, namePurchaseRole, type RoleDecision } from './roles.ts';
import { azureHere, hasUsableAzure, nameSubscription, stageOf } from './subscriptions.ts';
import {
  homeElsewhere,
  homeOfMember,
  isDelegatedAdmin,
  isGuest,
  isPersonalAccount,
  nameMembership,
  nameOwnTenant,
  otherTenants,
  type TenantFinding,
} from './tenants.ts';
import { inPlainOrder, sameId, someNames } from './text.ts';
import { type Blocker, type BlockerId, type Check, type CheckId, outOfScope } from './verdict-shape.ts';

/** The result of one check: its answer, what it blocks, and whether the outcome depends on it. */
export interface CheckResult {
  readonly check: Check;
  readonly blockers: readonly Blocker[];
  /** `decides`: a cannot-tell here makes the outcome unsure. `informs`: shown, but the outcome does not depend on it. */
  readonly weight: 'decides' | 'informs';
}

type About = Readonly<Record<string, string>>;

/**
 * Is it a work or school account of this tenant? A guest may move a subscription, but not sign up for one. `partner` says what
 * a partner of the customer is told.
 */
export function checkAccount(
  facts: Facts,
  route: 'signing-up' | 'moving',
  partner: 'partner-admin' | 'partner-orders' | 'move-as-partner' | 'partner-cannot-move',
): CheckResult {
  const about = { tenant: nameOwnTenant(facts), account: accountName(facts) };
  // Source: Microsoft Learn: "Create a subscription"; B3 of the second article: a personal account does not work.
  if (isPersonalAccount(facts))
    return no('work-account', about, route === 'moving' ? 'personal-move' : 'personal-account');
  if (isDelegatedAdmin(facts)) return no('work-account', about, partner);
  if (isGuest(facts))
    return route === 'signing-up'
      ? no('work-account', { ...about, home: homeElsewhere(facts) ?? '' }, 'guest-account')
      : { ...noWith('work-account', about, []), weight: 'informs' };
  // Where a sign-up ends up matters to those who sign up.
  if (route === 'signing-up' && isKeptElsewhere(facts)) return unclear('work-account', about, 'kept-elsewhere');
  return yes('work-account', about);
}

/**
 * Is it a tenant that an organisation runs for its own people, and do all services agree on which one? `developer` says what is
 * in the way in a developer tenant; null where nothing is.
 */
export function checkTenant(
  facts: Facts,
  findings: readonly TenantFinding[],
  developer: 'developer-tenant' | 'developer-licences' | null,
): CheckResult {
  const about = { tenant: nameOwnTenant(facts) };
  const kinds = findings.map((finding) => finding.kind);
  if (kinds.includes('unmanaged-tenant')) return no('managed-tenant', about, 'unmanaged-tenant');
  if (kinds.includes('customers-tenant')) return no('managed-tenant', about, 'customers-tenant');
  if (isInDeveloperTenant(facts))
    return developer === null
      ? { ...noWith('managed-tenant', about, []), weight: 'informs' }
      : no('managed-tenant', about, developer);
  if (kinds.includes('facts-contradict')) return unclear('managed-tenant', about, 'ambiguous');
  if (facts.tenant.kind === 'cannot-tell') return unclear('managed-tenant', about, facts.tenant.because);
  // Graph leaves this field empty if we may not read it; a paid product or a role also proves a managed tenant.
  return yes('managed-tenant', about);
}

/** Does the tenant have a working Microsoft 365? It `decides` where the route starts from it. */
export function checkMicrosoft365(facts: Facts, weight: CheckResult['weight']): CheckResult {
  const about = { tenant: nameOwnTenant(facts) };
  return { ...fromAnswer('has-microsoft-365', about, microsoft365Here(facts)), weight };
}

/** Does the person see an Azure subscription in the tenant, in whatever state? It `decides` where the route starts from it. */
export function checkAzure(facts: Facts, weight: CheckResult['weight']): CheckResult {
  const about = { tenant: nameOwnTenant(facts) };
  return { ...fromAnswer('has-azure', about, azurePresence(facts)), weight };
}

/** May this person buy Microsoft 365 for the tenant? Source: second article, the note about Global and Billing Administrator. */
export function checkPurchaseRole(facts: Facts, role: RoleDecision, agreement: Agreement): CheckResult {
  const about = { tenant: nameOwnTenant(facts) };
  switch (role.kind) {
    case 'active': {
      const named = { ...about, role: namePurchaseRole(role.role) };
      // With a customer agreement it also takes a role on the billing account, which nobody read.
      return agreement.kind === 'customer' || agreement.kind === 'ask'
        ? { ...unclear('purchase-role', named, 'billing-role-unread'), weight: 'informs' }
        : yes('purchase-role', named);
    }
    case 'eligible':
      return no('purchase-role', { ...about, role: namePurchaseRole(role.role) }, 'role-to-activate');
    case 'someone-else-may-be':
    case 'none':
      return no('purchase-role', about, 'role-missing');
    case 'cannot-tell':
      return unclear('purchase-role', about, role.because);
  }
}

/**
 * May they buy on the web at all? An Enterprise Agreement is outside both articles: `enterprise` says what is told then. A
 * customer of a partner gets Azure from that partner: `partner` says what that stops here, null when it stops nothing. The
 * answer is null if nothing was found and the person was not asked.
 */
export function checkAgreement(
  facts: Facts,
  agreement: Agreement,
  {
    partner,
    enterprise = 'enterprise-agreement',
  }: {
    readonly partner: 'azure-from-partner' | 'bought-through-partner' | 'partner-cannot-move' | null;
    readonly enterprise?: 'enterprise-agreement' | 'enterprise-licences' | 'enterprise-move';
  },
): CheckResult | null {
  const about = { tenant: nameOwnTenant(facts) };
  switch (agreement.kind) {
    case 'enterprise':
      return no('self-service-agreement', about, enterprise);
    case 'partner':
      return partner === null ? null : no('self-service-agreement', about, partner);
    case 'customer':
    case 'online':
      return yes('self-service-agreement', about);
    case 'ask':
      return unclear('self-service-agreement', about, agreement.because);
    case 'none-seen':
      return null;
  }
}

/** Whether only the person's own answer says that Azure comes from a partner. */
export function isAnsweredPartner(agreement: Agreement): boolean {
  return agreement.kind === 'partner' && agreement.source === 'answer';
}

/** What is in the way of a subscription that a partner sold: their customer asks them, and they know it themselves. */
export function soldTo(facts: Facts): 'bought-through-partner' | 'partner-cannot-move' {
  return isDelegatedAdmin(facts) ? 'partner-cannot-move' : 'bought-through-partner';
}

/** Is at least one of the Azure subscriptions here usable? Null if there are none. */
export function checkUsability(facts: Facts): CheckResult | null {
  const here = ownAzure(facts);
  if (here.length === 0) return null;
  const about = { tenant: nameOwnTenant(facts), subscription: someNames(here.map(nameSubscription)) };
  const answer = hasUsableAzure(here);
  if (answer === 'yes') return yes('subscription-usable', about);
  if (answer === 'cannot-tell') return unclear('subscription-usable', about, 'unreadable');
  return noWith('subscription-usable', about, stateBlockers(here));
}

/** Everything that joining needs: a working subscription that can move, Owner on it, and somebody who accepts it in the other tenant. */
export function checkMove(facts: Facts, agreement: Agreement, now: number): readonly CheckResult[] {
  const target = checkTarget(facts);
  // Where both are here, nobody has to accept anything.
  const isTogether = target.check.answer === 'yes' && ownAzure(facts).length > 0;
  return [...checkWhatMoves(facts, agreement), ...(isTogether ? [] : [checkAcceptor(facts, now)]), target];
}

/**
 * Whether the person signed in to the tenant that the subscription goes to: it has Microsoft 365, and no Azure that they see.
 * Their colleague in the other tenant then asks, and they accept.
 */
export function isAtTarget(facts: Facts): boolean {
  const microsoft365 = microsoft365Here(facts);
  return microsoft365.kind === 'known' && microsoft365.value === 'yes' && ownAzure(facts).length === 0;
}

/** Whether the only Microsoft 365 of the tenant is that of the Developer Program. */
export function isInDeveloperTenant({ products }: Facts): boolean {
  return products.kind === 'known' && isDeveloperTenant(products.value);
}

/** The Azure subscriptions in the tenant the person signed in to. Empty if they could not be read. */
export function ownAzure(facts: Facts): readonly AzureSubscription[] {
  if (facts.subscriptions.kind === 'cannot-tell') return [];
  return azureHere(facts.subscriptions.value, facts.identity.tenantId);
}

/** The person's sign-in name. Empty if it could not be read, because an object id would mean nothing to them. */
export function accountName(facts: Facts): string {
  if (facts.profile.kind === 'cannot-tell') return '';
  if (hasGuestName(facts)) return '';
  return signInName(facts) ?? facts.profile.value.displayName ?? '';
}

/** The name that the person signs in with; null if it could not be read, and for people whom the directory names after another tenant. */
export function signInName(facts: Facts): string | null {
  return facts.profile.kind === 'cannot-tell' || hasGuestName(facts) ? null : facts.profile.value.userPrincipalName;
}

/**
 * Whether the directory calls the person by a name with #EXT#, which nobody signs in with. Members from another tenant have one too.
 * Source: Microsoft Learn: "Properties of a Microsoft Entra B2B collaboration user", 18 March 2025.
 */
export function hasGuestName(facts: Facts): boolean {
  return facts.profile.kind === 'known' && /#EXT#@/i.test(facts.profile.value.userPrincipalName ?? '');
}

/** Whether a member's account is kept in another tenant, by what Azure says or by the name that the directory gives such people. */
export function isKeptElsewhere(facts: Facts): boolean {
  return homeOfMember(facts) !== null || hasGuestName(facts);
}

/** Whether the tenant has a working Microsoft 365, as far as it could be read. */
export function microsoft365Here(facts: Facts): Known<ThreeValued> {
  if (facts.products.kind === 'cannot-tell') return facts.products;
  const answer = hasMicrosoft365(facts.products.value);
  const isUnlisted = answer === 'cannot-tell' && unlistedProducts(facts.products.value).length > 0;
  return isUnlisted ? cannotTell('unknown-product') : known(answer);
}

function azurePresence(facts: Facts): Known<ThreeValued> {
  if (facts.subscriptions.kind === 'cannot-tell') return facts.subscriptions;
  return known(ownAzure(facts).length > 0 ? 'yes' : 'no');
}

function checkWhatMoves(facts: Facts, agreement: Agreement): readonly CheckResult[] {
  const azure = checkAzure(facts, 'decides');
  if (azure.check.answer === 'cannot-tell') return [azure];
  const here = ownAzure(facts);
  if (here.length === 0) return [mayBeElsewhere(facts) ? azure : { ...azure, blockers: [nothingToMove(facts)] }];
  const candidates = here.map((subscription) => ({
    subscription,
    looks: checkSubscription(facts, subscription, agreement),
  }));
  const [best] = candidates.toSorted(
    (a, b) =>
      Number(canNeverGo(a.looks)) - Number(canNeverGo(b.looks)) ||
      count(a.looks, 'no') - count(b.looks, 'no') ||
      count(a.looks, 'cannot-tell') - count(b.looks, 'cannot-tell') ||
      // What is past due still works, so it comes before what has stopped, as in `stateBlockers`.
      Number(stageOf(a.subscription) === 'disabled') - Number(stageOf(b.subscription) === 'disabled') ||
      inPlainOrder(nameSubscription(a.subscription), nameSubscription(b.subscription)) ||
      inPlainOrder(a.subscription.subscriptionId, b.subscription.subscriptionId),
  );
  const looks = best === undefined ? [] : best.looks;
  return [azure, ...looks];
}

/**
 * An empty list has two meanings: there is no subscription, or it is in another tenant. That need not be one of the person's
 * own tenants: whoever only accepts the subscription is not in the tenant it comes from.
 */
function mayBeElsewhere(facts: Facts): boolean {
  const mayComeHere = isAtTarget(facts) || whyDirectionIsOpen(facts) !== null;
  return mayComeHere || facts.memberships.kind === 'cannot-tell' || otherTenants(facts).length > 0;
}

function nothingToMove(facts: Facts): Blocker {
  return { id: 'no-subscription-to-move', about: { tenant: nameOwnTenant(facts) } };
}

function checkSubscription(
  facts: Facts,
  subscription: AzureSubscription,
  agreement: Agreement,
): readonly CheckResult[] {
  const offer = decideOffer(subscription.quotaId);
  const about = { tenant: nameOwnTenant(facts), subscription: nameSubscription(subscription), offer: offer.name };
  return [
    checkOffer(offer, agreement, about, soldTo(facts)),
    checkState(subscription, about),
    checkOwnership(facts, subscription, about),
  ];
}

/**
 * Where the offer does not show who sold the subscription, the person's answer does.
 * Source: "Associate or add an Azure subscription to your Microsoft Entra tenant": partner, Internal and Students Starter stay.
 */
function checkOffer(offer: Offer, agreement: Agreement, about: About, sold: BlockerId): CheckResult {
  const isOpen = offer.agreement === 'ambiguous' || offer.agreement === 'unknown';
  if (isOpen && isAnsweredPartner(agreement)) return no('offer-can-move', about, sold);
  if (offer.limits.includes('cannot-change-directory'))
    return no('offer-can-move', about, offer.agreement === 'partner' ? sold : 'offer-cannot-move');
  if (offer.quotaId === null) return unclear('offer-can-move', about, 'incomplete');
  return offer.id === 'unknown' ? unclear('offer-can-move', about, 'ambiguous') : yes('offer-can-move', about);
}

function checkState(subscription: AzureSubscription, about: About): CheckResult {
  const answer = hasUsableAzure([subscription]);
  if (answer === 'yes') return yes('subscription-usable', about);
  if (answer === 'cannot-tell') return unclear('subscription-usable', about, 'unreadable');
  return noWith('subscription-usable', about, stateBlockers([subscription]));
}

/**
 * Source: "How to change the Entra directory of your Azure subscription" (17 March 2026): a subscription owner makes the request.
 * In practice, a condition on Owner makes the change fail.
 */
function checkOwnership(facts: Facts, subscription: AzureSubscription, about: About): CheckResult {
  const owner = ownerOf(facts, subscription);
  if (owner.kind === 'cannot-tell') return unclear('owner-of-subscription', about, owner.because);
  return owner.value === 'owner'
    ? yes('owner-of-subscription', about)
    : no('owner-of-subscription', about, owner.value);
}

/** Whether the person is Owner of a subscription, from all that was read about it. */
export function ownerOf({ ownership }: Facts, { subscriptionId }: AzureSubscription): SubscriptionOwnership['owner'] {
  if (ownership.kind === 'cannot-tell') return ownership;
  const answers = ownership.value.filter((one) => sameId(one.subscriptionId, subscriptionId)).map(({ owner }) => owner);
  const values = answers.flatMap((answer) => (answer.kind === 'known' ? [answer.value] : []));
  if (values.includes('owner')) return known('owner');
  const doubt = answers.find((answer) => answer.kind === 'cannot-tell');
  if (doubt !== undefined) return doubt;
  if (values.includes('owner-with-condition')) return known('owner-with-condition');
  return values.includes('not-owner') ? known('not-owner') : cannotTell('incomplete');
}

/**
 * Who accepts the request in the other tenant: this person, or a colleague. It never blocks, because the Owner can name
 * anybody there. Source: "How to change the Entra directory of your Azure subscription" (17 March 2026): "an Entra admin in
 * the destination directory". The page does not say which role that is; being a guest there is neither asked for nor enough.
 */
function checkAcceptor(facts: Facts, now: number): CheckResult {
  return { ...acceptorHere(facts, now), weight: 'informs' };
}

function acceptorHere(facts: Facts, now: number): CheckResult {
  const others = otherTenants(facts);
  if (!isAtTarget(facts)) {
    const whyOpen = whyDirectionIsOpen(facts) ?? 'other-tenant';
    return unclear('accepting-administrator', { tenants: someNames(others.map(nameMembership)) }, whyOpen);
  }
  const about = { tenant: nameOwnTenant(facts) };
  const acceptor = decideAcceptor(facts, now);
  switch (acceptor.kind) {
    case 'global-administrator':
      return yes('accepting-administrator', about);
    case 'no-role':
      return noWith('accepting-administrator', about, []);
    case 'another-role':
      return unclear('accepting-administrator', about, 'not-documented');
    case 'cannot-tell':
      return unclear('accepting-administrator', about, acceptor.because);
  }
}

/** Why nobody can say whether the subscription leaves this tenant or comes to it: neither is seen here, and Microsoft 365 may be. */
export function whyDirectionIsOpen(facts: Facts): CannotTellReason | null {
  if (ownAzure(facts).length > 0) return null;
  const seen = microsoft365Here(facts);
  if (seen.kind === 'cannot-tell') return seen.because;
  return seen.value === 'cannot-tell' ? 'unreadable' : null;
}

/**
 * Microsoft 365 cannot be moved, so the subscription goes to the tenant that has it. A token covers one tenant only, so we
 * cannot see whether another tenant has Microsoft 365. The person need not be in it: its administrator accepts.
 *
 * That the other tenant stays unseen leaves nobody unsure. It is so for everybody who sends a subscription, so "unsure" would
 * say nothing about this one. All that decides here was read, and a step of its own finds the tenant and who accepts. Whoever is
 * in other tenants, too, is told that nobody can see from here which of them it is (`describeMove`).
 */
function checkTarget(facts: Facts): CheckResult {
  const here = checkMicrosoft365(facts, 'informs');
  // If we cannot tell, Microsoft 365 may be here after all, and then nothing has to move.
  const mayBeOnlyHere = here.check.answer === 'cannot-tell' && otherTenants(facts).length === 0;
  return mayBeOnlyHere ? { ...here, weight: 'decides' } : here;
}

/** Whether something stands in the way that nobody can put right. A subscription with a fault that can be mended goes first. */
function canNeverGo(looks: readonly CheckResult[]): boolean {
  return looks.some(({ blockers }) => blockers.some(({ id }) => outOfScope.includes(id)));
}

function stateBlockers(here: readonly AzureSubscription[]): readonly Blocker[] {
  const inStage = (stage: 'past-due' | 'disabled') =>
    here.filter((one) => stageOf(one) === stage).map(nameSubscription);
  const blockers: Blocker[] = [];
  const pastDue = inStage('past-due');
  const disabled = inStage('disabled');
  // Comes first because paying rescues a subscription that still works.
  if (pastDue.length > 0) blockers.push({ id: 'subscription-past-due', about: { subscription: someNames(pastDue) } });
  if (disabled.length > 0) blockers.push({ id: 'subscription-disabled', about: { subscription: someNames(disabled) } });
  return blockers;
}

function fromAnswer(id: CheckId, about: About, answer: Known<ThreeValued>): CheckResult {
  if (answer.kind === 'cannot-tell') return unclear(id, about, answer.because);
  if (answer.value === 'cannot-tell') return unclear(id, about, 'unreadable');
  return answer.value === 'yes' ? yes(id, about) : noWith(id, about, []);
}

function yes(id: CheckId, about: About): CheckResult {
  return { check: { id, answer: 'yes', because: null, about }, blockers: [], weight: 'decides' };
}

function no(id: CheckId, about: About, blocker: BlockerId): CheckResult {
  return noWith(id, about, [{ id: blocker, about }]);
}

function noWith(id: CheckId, about: About, blockers: readonly Blocker[]): CheckResult {
  return { check: { id, answer: 'no', because: null, about }, blockers, weight: 'decides' };
}

function unclear(id: CheckId, about: About, because: CannotTellReason): CheckResult {
  return { check: { id, answer: 'cannot-tell', because, about }, blockers: [], weight: 'decides' };
}

function count(looks: readonly CheckResult[], answer: ThreeValued): number {
  return looks.filter((look) => look.check.answer === answer).length;
}
