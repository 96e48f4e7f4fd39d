import type { AzureSubscription, BillingAccount } from './facts.ts';
import type { CannotTellReason, Known } from './known.ts';
import type { SaidWords } from './said-words.ts';
import { sameId } from './text.ts';

/** The offer under which an Azure subscription was bought. Its text has the same id. */
export const offerIds = [
  'enterprise-or-customer-agreement',
  'dev-test',
  'pay-as-you-go',
  'free-trial',
  'visual-studio',
  'partner-network',
  'partner-sold',
  'azure-in-open',
  'azure-pass',
  'students-starter',
  'students',
  'sponsorship',
  'support-plan',
  'microsoft-internal',
  'access-to-entra',
  'bizspark',
  'prepaid-commitment',
  'retired-other',
  'unknown',
] as const;
export type OfferId = (typeof offerIds)[number];

/** What an offer cannot do. */
export type OfferLimit =
  /** It cannot change directory. */
  | 'cannot-change-directory'
  /** The portal lists it as a subscription, but nothing can be built in it. */
  | 'not-azure'
  /** No longer sold; existing subscriptions may continue. */
  | 'retired'
  /** Ends when its time or credit runs out. */
  | 'time-limited'
  /** Its billing ownership cannot be transferred. */
  | 'no-billing-transfer'
  /** A spending limit, and nothing to spend: only what is free runs. */
  | 'no-credit';

export interface Offer {
  readonly id: OfferId;
  /** Microsoft's product name, in English, or the raw quota id if we do not know it. */
  readonly name: string;
  readonly quotaId: string | null;
  readonly limits: readonly OfferLimit[];
  /** `ambiguous`: two agreements share this quota id, so it cannot show whether there is an Enterprise Agreement. */
  readonly agreement: 'ambiguous' | 'online' | 'partner' | 'none' | 'unknown';
}

type OfferRow = Omit<Offer, 'quotaId'>;

const row = (id: OfferId, name: string, agreement: Offer['agreement'], ...limits: OfferLimit[]): OfferRow => ({
  id,
  name,
  agreement,
  limits,
});

/**
 * Source: Microsoft Learn: understand Cost Management data (quota ids and offers);
 * which offers cannot change directory: "Associate or add an Azure subscription to your Microsoft Entra tenant";
 * no billing transfer: "Azure product transfer hub"; no credit: "Microsoft Azure for Students Starter Offer".
 */
const offersByQuotaId: ReadonlyMap<string, OfferRow> = new Map(
  Object.entries({
    'EnterpriseAgreement_2014-09-01': row(
      'enterprise-or-customer-agreement',
      'Enterprise Agreement or Microsoft Customer Agreement',
      'ambiguous',
    ),
    'MSDNDevTest_2014-09-01': row('dev-test', 'Azure Dev/Test', 'ambiguous'),
    'PayAsYouGo_2014-09-01': row('pay-as-you-go', 'Pay-As-You-Go', 'online'),
    'FreeTrial_2014-09-01': row('free-trial', 'Azure Free Trial', 'online', 'time-limited', 'no-billing-transfer'),
    'MSDN_2014-09-01': row('visual-studio', 'Visual Studio subscription', 'online'),
    'MPN_2014-09-01': row('partner-network', 'Microsoft AI Cloud Partner Program', 'online'),
    'CSP_2015-05-01': row('partner-sold', 'Azure through a partner (CSP)', 'partner', 'cannot-change-directory'),
    'CSP_MG_2017-12-01': row(
      'partner-sold',
      'Azure plan through a partner (CSP)',
      'partner',
      'cannot-change-directory',
    ),
    'CSPDEVTEST_2018-05-01': row(
      'partner-sold',
      'Azure Dev/Test through a partner (CSP)',
      'partner',
      'cannot-change-directory',
    ),
    'AzureInOpen_2014-09-01': row(
      'azure-in-open',
      'Azure in Open Licensing',
      'online',
      'retired',
      'no-billing-transfer',
    ),
    'AzurePass_2014-09-01': row('azure-pass', 'Azure Pass', 'online', 'time-limited'),
    'DreamSpark_2015-02-01': row(
      'students-starter',
      'Azure for Students Starter',
      'online',
      'cannot-change-directory',
      'no-credit',
    ),
    'AzureForStudents_2018-01-01': row('students', 'Azure for Students', 'online', 'time-limited'),
    'Sponsored_2016-01-01': row('sponsorship', 'Azure Sponsorship', 'online', 'time-limited'),
    'Default_2014-09-01': row('support-plan', 'Azure support plan', 'none', 'not-azure', 'no-billing-transfer'),
    'Internal_2014-09-01': row('microsoft-internal', 'Microsoft Azure Internal', 'none', 'cannot-change-directory'),
    'AAD_2015-09-01': row('access-to-entra', 'Access to Microsoft Entra ID', 'none', 'not-azure', 'retired'),
    'BizSpark_2014-09-01': row('bizspark', 'BizSpark', 'online', 'retired'),
    'BizSparkPlus_2014-09-01': row('bizspark', 'BizSpark Plus', 'online', 'retired'),
    'MonetaryCommitment_2015-05-01': row('prepaid-commitment', 'Prepaid monetary commitment', 'online', 'retired'),
    'LegacyMonetaryCommitment_2014-09-01': row('prepaid-commitment', 'Prepaid 6 or 12 month plan', 'online', 'retired'),
    'DevEssentials_2016-01-01': row('retired-other', 'Visual Studio Dev Essentials', 'online', 'retired'),
    'LightweightTrial_2016-09-01': row('retired-other', 'Lightweight trial', 'online', 'retired', 'time-limited'),
    'BackupStorage_2014-09-01': row('retired-other', 'Backup storage', 'online', 'retired'),
    'AzureDynamics_2014-09-01': row('retired-other', 'Azure Dynamics', 'online', 'retired'),
  }).map(([quotaId, offer]) => [quotaId.toLowerCase(), offer]),
);

/** The offer of a subscription, as far as its quota id shows it. Unknown ids are kept unchanged. */
export function decideOffer(quotaId: string | null): Offer {
  const found = quotaId === null ? undefined : offersByQuotaId.get(quotaId.trim().toLowerCase());
  if (found !== undefined) return { ...found, quotaId };
  return { id: 'unknown', name: quotaId ?? '', quotaId, limits: [], agreement: 'unknown' };
}

/** The offer of this name, as `decideOffer` gives it; null where only Microsoft's own name says which one it is. */
export function offerNamed(name: string): Exclude<OfferId, 'unknown'> | null {
  const found = [...offersByQuotaId.values()].find((offer) => offer.name === name);
  return found === undefined || found.id === 'unknown' || found.id === 'retired-other' ? null : found.id;
}

/** Whether anything can be built in it. Support plans and the retired Entra access offer don't count. */
export function isRealAzure(subscription: Pick<AzureSubscription, 'quotaId'>): boolean {
  return !decideOffer(subscription.quotaId).limits.includes('not-azure');
}

/** A person's answer to how their organisation buys Azure. */
export const agreementAnswers = ['enterprise', 'partner', 'neither', 'not-sure'] as const;
export type AgreementAnswer = (typeof agreementAnswers)[number];

/** How the organisation buys Azure. This decides whether the sign-up pages are for them at all. */
export type Agreement =
  | { readonly kind: 'enterprise'; readonly source: 'billing-account' | 'answer' }
  | { readonly kind: 'customer'; readonly source: 'billing-account' | 'answer' }
  /** Bought on the web: Microsoft Online Services Program, or the person answered "neither". */
  | { readonly kind: 'online'; readonly source: 'billing-account' | 'offer' | 'answer' }
  | { readonly kind: 'partner'; readonly source: 'billing-account' | 'offer' | 'answer' }
  /** We found no purchase. This does not rule out an Enterprise Agreement. */
  | { readonly kind: 'none-seen' }
  /** Only the person can say. */
  | { readonly kind: 'ask'; readonly because: CannotTellReason };

/**
 * Decides how Azure is bought from what Azure shows; the person's own answer counts only if Azure shows nothing.
 * An Enterprise Agreement and a Microsoft Customer Agreement share a quota id, so billing accounts decide between them.
 * People see only the accounts that they have a role on, so an account of their own (`Individual`) says nothing about how
 * their organisation bought a subscription.
 * Sources: Microsoft Learn: "View your billing accounts in the Azure portal"; "Understand Cost Management data", 4 October
 * 2023; REST API "Billing Accounts - List" (2020-05-01), `accountType`.
 */
export function decideAgreement(
  subscriptions: Known<readonly AzureSubscription[]>,
  billingAccounts: Known<readonly BillingAccount[]>,
  answer: AgreementAnswer | null = null,
): Agreement {
  const seen = seenAgreement(subscriptions, billingAccounts);
  if (seen.kind !== 'ask' && seen.kind !== 'none-seen') return seen;
  switch (answer) {
    case 'enterprise':
      return { kind: 'enterprise', source: 'answer' };
    case 'partner':
      return hasOtherSeller(subscriptions)
        ? { kind: 'ask', because: 'not-from-partner' }
        : { kind: 'partner', source: 'answer' };
    case 'neither':
      return { kind: hasAgreementOfOrganisation(subscriptions) ? 'customer' : 'online', source: 'answer' };
    case 'not-sure':
    case null:
      return seen;
  }
}

/**
 * An offer that only an Enterprise Agreement and a Microsoft Customer Agreement have: who has the one has not the other.
 * Source: Microsoft Learn: "Understand Cost Management data", 4 October 2023.
 */
function hasAgreementOfOrganisation(subscriptions: Known<readonly AzureSubscription[]>): boolean {
  return (
    subscriptions.kind === 'known' &&
    subscriptions.value.some(({ quotaId }) => sameId(quotaId, 'EnterpriseAgreement_2014-09-01'))
  );
}

/** Offers of partners (CSP) have quota ids of their own, so these come from Microsoft, or from the seller of an Enterprise Agreement. */
function hasOtherSeller(subscriptions: Known<readonly AzureSubscription[]>): boolean {
  return (
    subscriptions.kind === 'known' &&
    subscriptions.value.some(({ quotaId }) => decideOffer(quotaId).agreement === 'ambiguous')
  );
}

function seenAgreement(
  subscriptions: Known<readonly AzureSubscription[]>,
  billingAccounts: Known<readonly BillingAccount[]>,
): Agreement {
  const accounts = billingAccounts.kind === 'known' ? billingAccounts.value.filter(isInUse) : [];
  // The strictest wins: people with an Enterprise Agreement beside other agreements must not get a sign-up link.
  if (hasAccount(accounts, 'EnterpriseAgreement')) return { kind: 'enterprise', source: 'billing-account' };
  if (subscriptions.kind === 'cannot-tell') return agreementWithoutSubscriptions(subscriptions.because, accounts);
  const offers = subscriptions.value.filter(isRealAzure).map((subscription) => decideOffer(subscription.quotaId));
  const mayBeEnterprise = offers.some((offer) => offer.agreement === 'ambiguous' || offer.agreement === 'unknown');
  if (mayBeEnterprise && !accounts.some(isCustomerAgreementOfOrganisation))
    return { kind: 'ask', because: billingAccounts.kind === 'cannot-tell' ? billingAccounts.because : 'ambiguous' };
  if (hasAccount(accounts, 'MicrosoftCustomerAgreement')) return { kind: 'customer', source: 'billing-account' };
  if (offers.some((offer) => offer.agreement === 'online')) return { kind: 'online', source: 'offer' };
  if (offers.some((offer) => offer.agreement === 'partner')) return { kind: 'partner', source: 'offer' };
  return fromAccounts(accounts) ?? { kind: 'none-seen' };
}

function agreementWithoutSubscriptions(because: CannotTellReason, accounts: readonly BillingAccount[]): Agreement {
  const fromAccount = fromAccounts(accounts);
  if (fromAccount !== null) return fromAccount;
  // If Azure Resource Manager does not exist in a tenant, it has never used Azure (AADSTS500011).
  return because === 'service-absent' ? { kind: 'none-seen' } : { kind: 'ask', because };
}

function fromAccounts(accounts: readonly BillingAccount[]): Agreement | null {
  if (hasAccount(accounts, 'MicrosoftCustomerAgreement')) return { kind: 'customer', source: 'billing-account' };
  if (hasAccount(accounts, 'MicrosoftOnlineServicesProgram')) return { kind: 'online', source: 'billing-account' };
  if (hasAccount(accounts, 'MicrosoftPartnerAgreement')) return { kind: 'partner', source: 'billing-account' };
  return null;
}

const statusesOutOfUse = ['deleted', 'disabled', 'expired', 'terminated', 'transferred'];

function isInUse(account: BillingAccount): boolean {
  return !statusesOutOfUse.includes(account.accountStatus?.toLowerCase() ?? '');
}

function isCustomerAgreementOfOrganisation({ agreementType, accountType }: BillingAccount): boolean {
  return sameId(agreementType, 'MicrosoftCustomerAgreement') && sameId(accountType ?? null, 'Enterprise');
}

function hasAccount(accounts: readonly BillingAccount[], agreementType: string): boolean {
  return accounts.some((account) => sameId(account.agreementType, agreementType));
}

/**
 * Who pays in one of these ways has no Enterprise Agreement and no partner. That Microsoft sells, or sends the invoice, is not
 * among them: a direct Enterprise Agreement is with Microsoft, too (Microsoft Learn: "EA Billing administration on the Azure
 * portal").
 */
const payWithNeither = ['card', 'pay-as-you-go', 'customer-agreement', 'trial', 'free'];

/** Which agreement somebody names, in whatever words; null when they name none, or only one that they do not have. */
export function namedAgreement({ named }: SaidWords): AgreementAnswer | null {
  const has = (concept: string): boolean => named.some((one) => one.concept === concept && !one.isRefused);
  const lacks = (concept: string): boolean => named.some((one) => one.concept === concept && one.isRefused);
  // An Enterprise Agreement may be bought through a partner, and is one still.
  if (has('enterprise-agreement')) return 'enterprise';
  if (has('partner')) return 'partner';
  const hasNeither = payWithNeither.some(has) || (lacks('enterprise-agreement') && lacks('partner'));
  return hasNeither ? 'neither' : null;
}
