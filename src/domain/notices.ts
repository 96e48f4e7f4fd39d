import { accountName, isKeptElsewhere, microsoft365Here, ownAzure, ownerOf, whyDirectionIsOpen } from './checks.ts';
import type { AzureSubscription, Facts, Product } from './facts.ts';
import { type Agreement, decideOffer, isRealAzure, type OfferLimit } from './offers.ts';
import {
  decideProductStage,
  endsSoon,
  isUnbought,
  microsoft365Products,
  nameProduct,
  type ProductStageId,
  unlistedProducts,
  worksNow,
} from './products.ts';
import { namePurchaseRole, type RoleDecision } from './roles.ts';
import type { Scenario } from './scenario.ts';
import {
  hasSpendingLimit,
  hasUsableAzure,
  nameSubscription,
  type SubscriptionStageId,
  stageOf,
} from './subscriptions.ts';
import { homeOfMember, isPersonalAccount, nameOwnTenant, type TenantFinding } from './tenants.ts';
import { inPlainOrder, someNames } from './text.ts';
import type { Check, Notice, NoticeId } from './verdict-shape.ts';

/** How many items get a notice of their own. The rest share one, so that a list of hundreds does not flood a card. */
const toldOneByOne = 3;

/** What the findings about a tenant mean for a person who is about to sign up. The serious ones are blockers, not notices. */
export function tenantNotices(findings: readonly TenantFinding[]): readonly Notice[] {
  const notices: Notice[] = [];
  const elsewhere: { subscription: string; tenant: string; here: string }[] = [];
  for (const finding of findings) {
    switch (finding.kind) {
      case 'several-tenants':
        // Whoever reaches it as a partner is in the others, and not in this one.
        if (findings.some(({ kind }) => kind === 'partner-admin')) break;
        notices.push(
          notice('several-tenants', {
            tenant: finding.tenant,
            tenants: someNames([finding.tenant, ...finding.others]),
          }),
        );
        break;
      case 'chat-in-other-tenant':
        notices.push(notice('chat-in-other-tenant', { tenant: finding.tenant, chat: finding.chat }));
        break;
      case 'facts-contradict':
        notices.push(notice('facts-contradict', { graph: finding.graph, azure: finding.azure }));
        break;
      case 'external-member':
        notices.push(notice('external-member', { tenant: finding.tenant, home: finding.home }));
        break;
      case 'subscription-in-other-tenant':
        elsewhere.push(finding);
        break;
      case 'personal-account':
      case 'guest-account':
      case 'partner-admin':
      case 'unmanaged-tenant':
      case 'customers-tenant':
        break;
    }
  }
  return [...notices, ...subscriptionsElsewhere(elsewhere)];
}

/** Which account it is, where the way out is to use another one. */
export function accountNotices(facts: Facts): readonly Notice[] {
  const { shownAs = '' } = facts.identity;
  return isPersonalAccount(facts) && shownAs !== '' ? [notice('signed-in-as', { account: shownAs })] : [];
}

/** Who somebody is in a tenant of others, for a move; on the other routes being a guest is in the way. */
export function guestNotices(findings: readonly TenantFinding[]): readonly Notice[] {
  const guest = findings.find((finding) => finding.kind === 'guest-account');
  if (guest === undefined) return [];
  return [notice('guest-here', { tenant: guest.tenant, home: guest.home ?? '' })];
}

/** Which way a subscription moves, where neither product is seen here and Microsoft 365 may be. */
export function directionNotices(facts: Facts): readonly Notice[] {
  if (isPersonalAccount(facts) || whyDirectionIsOpen(facts) === null) return [];
  return [notice('direction-unknown', { tenant: nameOwnTenant(facts) })];
}

/**
 * That all Microsoft 365 here ends soon, for whoever builds on it: a subscription that comes here, or somebody who came for it.
 * Azure keeps the tenant, so for Azure it is a deadline like any other.
 * Source: "What happens to my data and access when my Microsoft 365 for business subscription ends?", 6 February 2025.
 */
export function lastingNotices(scenario: Scenario, facts: Facts, now: number): readonly Notice[] {
  const buildsOnIt = scenario === 'add-microsoft-365' || (scenario === 'join' && ownAzure(facts).length === 0);
  if (!buildsOnIt || facts.products.kind === 'cannot-tell') return [];
  const works = microsoft365Products(facts.products.value).filter((one) => worksNow(one) !== 'no');
  if (works.length === 0 || !works.every((one) => endsSoon(one, now))) return [];
  const [date = ''] = works.flatMap((one) => one.nextLifecycleAt ?? []).toSorted(inPlainOrder);
  return [notice('microsoft-365-ends', { tenant: nameOwnTenant(facts), product: namesOf(works), date })];
}

/** Deadlines and pitfalls of the products, most urgent first. */
export function productNotices(facts: Facts, now: number): readonly Notice[] {
  if (facts.products.kind === 'cannot-tell') return [];
  const tenant = nameOwnTenant(facts);
  const products = microsoft365Products(facts.products.value);
  const unlisted = unlistedProducts(facts.products.value);
  const inStage = (stage: ProductStageId) =>
    products.filter((product) => decideProductStage(product, now).stage === stage);
  const soldByPartner = products.filter((product) => product.soldByTenantId !== null);
  return [
    ...productsTold('product-about-to-be-deleted', inStage('about-to-be-deleted'), tenant),
    ...productsTold('product-disabled', inStage('disabled'), tenant),
    ...productsTold('product-expired', inStage('expired'), tenant),
    ...productsTold('trial-ends', inStage('trial-ending'), tenant),
    ...(soldByPartner.length === 0 ? [] : [notice('sold-by-partner', { tenant, product: namesOf(soldByPartner) })]),
    ...(unlisted.length === 0 ? [] : [notice('product-not-listed', { tenant, product: namesOf(unlisted) })]),
  ];
}

/** Problems with the Azure subscriptions here, most urgent first. */
export function subscriptionNotices(scenario: Scenario, facts: Facts): readonly Notice[] {
  if (facts.subscriptions.kind === 'cannot-tell') return [];
  const all = facts.subscriptions.value;
  const here = ownAzure(facts);
  const inStage = (stage: SubscriptionStageId) => here.filter((subscription) => stageOf(subscription) === stage);
  const gone = all.filter((subscription) => isRealAzure(subscription) && stageOf(subscription) === 'deleted');
  const limitedBy = (limit: OfferLimit) => withLimit(here, limit);
  // Nothing can end or stop that has stopped already.
  const runs = (one: AzureSubscription) => stageOf(one) !== 'disabled';
  const noCredit = limitedBy('no-credit');
  const notReal = all.filter((one) => !isRealAzure(one));
  const isSupport = (one: AzureSubscription) => decideOffer(one.quotaId).id === 'support-plan';
  return [
    ...subscriptionsTold('subscription-deleted', gone),
    ...subscriptionsTold('subscription-disabled', inStage('disabled')),
    ...subscriptionsTold('subscription-past-due', inStage('past-due')),
    ...subscriptionsTold('subscription-warned', inStage('warned')),
    ...subscriptionsTold(
      'spending-limit-on',
      here.filter((one) => hasSpendingLimit(one) === 'yes' && runs(one) && !noCredit.includes(one)),
    ),
    ...subscriptionsTold('free-services-only', noCredit),
    ...subscriptionsTold('offer-ends', limitedBy('time-limited').filter(runs)),
    ...subscriptionsTold('offer-retired', limitedBy('retired')),
    // For joining, the check of the subscription itself already says so.
    ...(scenario === 'join'
      ? []
      : subscriptionsTold('offer-cannot-change-directory', limitedBy('cannot-change-directory'))),
    ...subscriptionsTold('support-plan-only', notReal.filter(isSupport)),
    ...subscriptionsTold(
      'not-azure-subscription',
      notReal.filter((one) => !isSupport(one)),
    ),
  ];
}

/** What is already here and what was not found, so that nobody buys twice or in the wrong place. */
export function presenceNotices(scenario: Scenario, facts: Facts): readonly Notice[] {
  const tenant = nameOwnTenant(facts);
  const notices: Notice[] = [];
  const products = facts.products.kind === 'known' ? facts.products.value : [];
  const here = ownAzure(facts);
  const microsoft365 = microsoft365Here(facts);
  // For joining, each product is in a tenant of its own: what is missing here is where it should be.
  if (scenario === 'add-azure' && isNo(microsoft365)) notices.push(notice('no-microsoft-365-found', { tenant }));
  if (isNo(microsoft365) && onlyFree(products))
    notices.push(notice('free-products-only', { tenant, product: namesOf(products) }));
  if (scenario === 'add-microsoft-365' && facts.subscriptions.kind === 'known' && here.length === 0)
    notices.push(notice('no-azure-found', { tenant }));
  if (scenario !== 'add-microsoft-365' && hasUsableAzure(here) === 'yes')
    notices.push(notice('azure-already-here', { tenant, subscription: someNames(here.map(nameSubscription)) }));
  const working = microsoft365Products(products).filter((one) => worksNow(one) === 'yes');
  if (scenario !== 'add-azure' && working.length > 0)
    notices.push(notice('microsoft-365-already-here', { tenant, product: namesOf(working) }));
  return notices;
}

/**
 * What people should know about their role before buying. Activation can also wait in a group, which we don't read.
 * Source: Microsoft Learn: "Privileged Identity Management (PIM) for Groups", read November 2026.
 */
export function roleNotices(facts: Facts, role: RoleDecision): readonly Notice[] {
  const tenant = nameOwnTenant(facts);
  if (role.kind === 'someone-else-may-be')
    return (['someone-else-may-be-admin', 'self-service-possible', 'role-may-wait-in-group'] as const).map((id) =>
      notice(id, { tenant }),
    );
  if (role.kind !== 'active') return [];
  const about = { tenant, role: namePurchaseRole(role.role) };
  const notices: Notice[] = [];
  if (role.endsInDays !== null && role.endsAt !== null)
    notices.push(notice('role-ends-soon', { ...about, date: role.endsAt, daysLeft: String(role.endsInDays) }));
  if (role.through.kind === 'group')
    notices.push(notice('role-through-group', { ...about, group: role.through.groupName ?? '–' }));
  return notices;
}

/**
 * Where the Owner role is missing, it may be waiting for activation, which we don't read.
 * Source: Microsoft Learn: "Activate my Azure resource roles in Privileged Identity Management", read November 2026.
 */
export function ownerNotices(checks: readonly Check[]): readonly Notice[] {
  return checks
    .filter((check) => check.id === 'owner-of-subscription' && check.answer === 'no')
    .map((check) => notice('owner-may-wait', { subscription: check.about.subscription ?? '' }));
}

/** Where somebody has hundreds of subscriptions, not each was looked at. Nothing is said of those. */
export function unreadOwnerNotices(facts: Facts): readonly Notice[] {
  const unread = ownAzure(facts).filter((one) => {
    const owner = ownerOf(facts, one);
    return owner.kind === 'cannot-tell' && owner.because === 'not-read';
  });
  const isPartly = unread.length > 0 && unread.length < ownAzure(facts).length;
  return isPartly ? [notice('owner-not-read', { subscription: someNames(unread.map(nameSubscription)) })] : [];
}

/** What the agreement means for buying. Source: the note on Enterprise Agreement in the second article; "Understand MCA roles". */
export function agreementNotices(scenario: Scenario, facts: Facts, agreement: Agreement): readonly Notice[] {
  const tenant = nameOwnTenant(facts);
  switch (agreement.kind) {
    case 'ask':
      if (scenario === 'join') return [notice('agreement-unknown-move', { tenant })];
      return scenario === 'add-microsoft-365' && !isYes(microsoft365Here(facts))
        ? [notice('agreement-unknown', { tenant }), notice('billing-role-perhaps', { tenant })]
        : [notice('agreement-unknown', { tenant })];
    case 'none-seen':
      // What moves is in another tenant, and so is its agreement.
      return scenario === 'join' ? [] : [notice('agreement-unknown', { tenant })];
    // With a Microsoft Customer Agreement, a directory role or Owner is not enough: the billing account has its own roles.
    case 'customer':
      // The page on moving asks for no billing role.
      if (scenario === 'join') return [];
      return [notice(scenario === 'add-azure' ? 'billing-role-for-azure' : 'billing-role-needed', { tenant })];
    case 'partner':
      if (facts.subscriptions.kind === 'cannot-tell' && agreement.source === 'answer')
        return partnerByAnswer(scenario, tenant);
      return [
        notice('sold-by-partner', { tenant, product: someNames(ownAzure(facts).map(nameSubscription)) || 'Azure' }),
      ];
    case 'enterprise':
    case 'online':
      return [];
  }
}

/** What somebody said about a partner, where nobody could see whether there is any Azure. Microsoft 365 is bought without it. */
function partnerByAnswer(scenario: Scenario, tenant: string): readonly Notice[] {
  if (scenario === 'add-microsoft-365') return [];
  return [notice(scenario === 'join' ? 'partner-by-answer-move' : 'partner-by-answer', { tenant })];
}

/** What people should know just before they follow the steps. Where nobody may sign up, nothing tells them how to. */
export function departureNotices(
  scenario: Scenario,
  facts: Facts,
  { maySignUp, agreement }: { readonly maySignUp: boolean; readonly agreement: Agreement },
): readonly Notice[] {
  const tenant = nameOwnTenant(facts);
  const mfa = notice('mfa-will-be-asked', { tenant });
  // Sources: "How to change the Entra directory of your Azure subscription" (17 March 2026): a request that somebody accepts;
  // "Manage Azure subscription policies": a policy can block subscriptions from leaving or entering a tenant.
  if (scenario === 'join')
    return [
      notice('somebody-must-accept', { tenant }),
      ...subscriptionsTold('offer-keeps-its-payer', withLimit(ownAzure(facts), 'no-billing-transfer')),
      notice('tenant-policy-may-block', { tenant }),
      mfa,
    ];
  if (!maySignUp) return [mfa];
  // Where what an external member signs up for ends up, is documented nowhere: no account is recommended.
  const landing = isKeptElsewhere(facts)
    ? [notice('landing-not-documented', { tenant, home: homeOfMember(facts) ?? '' }), mfa]
    : [
        notice('lands-in-this-tenant', { tenant }),
        accountName(facts) === ''
          ? notice('use-account-here', { tenant })
          : notice('use-this-account', { tenant, account: accountName(facts) }),
        mfa,
      ];
  // Source: first article: the account that signs up for Azure needs no administrator rights.
  if (scenario !== 'add-azure') return landing;
  // With a customer agreement, its billing account may pay.
  const payer = agreement.kind === 'customer' ? [] : [notice('signer-pays', { tenant })];
  return [...payer, notice('no-admin-role-needed', { tenant }), ...landing];
}

function productsTold(id: NoticeId, products: readonly Product[], tenant: string): readonly Notice[] {
  const sorted = products.toSorted(
    (a, b) =>
      inPlainOrder(a.nextLifecycleAt ?? '9', b.nextLifecycleAt ?? '9') ||
      inPlainOrder(nameProduct(a), nameProduct(b)) ||
      inPlainOrder(a.skuId, b.skuId),
  );
  const tell = (some: readonly Product[]): Notice => {
    return notice(id, { tenant, product: namesOf(some), date: some[0]?.nextLifecycleAt ?? '' });
  };
  const rest = sorted.slice(toldOneByOne);
  return [
    ...sorted.slice(0, toldOneByOne).map((product) => tell([product])),
    ...(rest.length === 0 ? [] : [tell(rest)]),
  ];
}

function subscriptionsTold(id: NoticeId, subscriptions: readonly AzureSubscription[]): readonly Notice[] {
  const sorted = subscriptions.toSorted(
    (a, b) =>
      inPlainOrder(nameSubscription(a), nameSubscription(b)) || inPlainOrder(a.subscriptionId, b.subscriptionId),
  );
  const tell = (some: readonly AzureSubscription[]): Notice =>
    notice(id, {
      subscription: someNames(some.map(nameSubscription)),
      offer: someNames(some.map((one) => decideOffer(one.quotaId).name)),
    });
  const rest = sorted.slice(toldOneByOne);
  return [...sorted.slice(0, toldOneByOne).map((one) => tell([one])), ...(rest.length === 0 ? [] : [tell(rest)])];
}

function withLimit(here: readonly AzureSubscription[], limit: OfferLimit): readonly AzureSubscription[] {
  return here.filter((one) => decideOffer(one.quotaId).limits.includes(limit));
}

function subscriptionsElsewhere(
  found: readonly { subscription: string; tenant: string; here: string }[],
): readonly Notice[] {
  const tell = (some: typeof found): Notice =>
    notice('subscription-in-other-tenant', {
      subscription: someNames(some.map((one) => one.subscription)),
      tenant: someNames(some.map((one) => one.tenant)),
    });
  const rest = found.slice(toldOneByOne);
  return [...found.slice(0, toldOneByOne).map((one) => tell([one])), ...(rest.length === 0 ? [] : [tell(rest)])];
}

function onlyFree(products: readonly Product[]): boolean {
  return products.length > 0 && products.every(isUnbought);
}

function isYes(fact: ReturnType<typeof microsoft365Here>): boolean {
  return fact.kind === 'known' && fact.value === 'yes';
}

function isNo(fact: ReturnType<typeof microsoft365Here>): boolean {
  return fact.kind === 'known' && fact.value === 'no';
}

function namesOf(products: readonly Product[]): string {
  return someNames(products.map(nameProduct));
}

function notice(id: NoticeId, about: Readonly<Record<string, string>>): Notice {
  return { id, about };
}
