import type { Product } from './facts.ts';
import type { ThreeValued } from './known.ts';
import { daysUntil } from './text.ts';

/**
 * Friendly names by Microsoft's SKU part number.
 * Source: Microsoft Learn: product names and service plan identifiers for licensing.
 * Some mislead: `O365_BUSINESS_PREMIUM` is Business Standard, `SPB` is Business Premium, `SPE_F1` is F3.
 */
const names: Readonly<Record<string, string>> = {
  O365_BUSINESS_ESSENTIALS: 'Microsoft 365 Business Basic',
  O365_BUSINESS_PREMIUM: 'Microsoft 365 Business Standard',
  SPB: 'Microsoft 365 Business Premium',
  O365_BUSINESS: 'Microsoft 365 Apps for business',
  SMB_BUSINESS: 'Microsoft 365 Apps for business (prepaid)',
  SMB_BUSINESS_ESSENTIALS: 'Microsoft 365 Business Basic (prepaid)',
  SMB_BUSINESS_PREMIUM: 'Microsoft 365 Business Standard (prepaid)',
  STANDARDPACK: 'Office 365 E1',
  ENTERPRISEPACK: 'Office 365 E3',
  ENTERPRISEPREMIUM: 'Office 365 E5',
  ENTERPRISEPREMIUM_NOPSTNCONF: 'Office 365 E5 without Audio Conferencing',
  DESKLESSPACK: 'Office 365 F3',
  SPE_E3: 'Microsoft 365 E3',
  SPE_E5: 'Microsoft 365 E5',
  SPE_F1: 'Microsoft 365 F3',
  M365_F1: 'Microsoft 365 F1',
  M365_F1_COMM: 'Microsoft 365 F1',
  OFFICESUBSCRIPTION: 'Microsoft 365 Apps for enterprise',
  DEVELOPERPACK_E5: 'Microsoft 365 E5 Developer',
  DEVELOPERPACK: 'Office 365 E3 Developer',
  EXCHANGESTANDARD: 'Exchange Online (Plan 1)',
  EXCHANGEENTERPRISE: 'Exchange Online (Plan 2)',
  EXCHANGEDESKLESS: 'Exchange Online Kiosk',
  SHAREPOINTSTANDARD: 'SharePoint (Plan 1)',
  SHAREPOINTENTERPRISE: 'SharePoint (Plan 2)',
  TEAMS_ESSENTIALS_AAD: 'Microsoft Teams Essentials',
  MICROSOFT_365_COPILOT: 'Copilot for Microsoft 365',
  STANDARDWOFFPACK_FACULTY: 'Office 365 A1 for faculty',
  STANDARDWOFFPACK_STUDENT: 'Office 365 A1 for students',
  M365EDU_A3_FACULTY: 'Microsoft 365 A3 for faculty',
  M365EDU_A5_FACULTY: 'Microsoft 365 A5 for faculty',
  M365_G3_GOV: 'Microsoft 365 G3 GCC',
  ENTERPRISEPACK_GOV: 'Office 365 G3 GCC',
  SPE_E3_USGOV_GCCHIGH: 'Microsoft 365 E3 GCC High',
  AAD_PREMIUM: 'Microsoft Entra ID P1',
  AAD_PREMIUM_P2: 'Microsoft Entra ID P2',
  EMS: 'Enterprise Mobility + Security E3',
  EMSPREMIUM: 'Enterprise Mobility + Security E5',
  INTUNE_A: 'Microsoft Intune',
  FLOW_FREE: 'Microsoft Power Automate Free',
  POWER_BI_STANDARD: 'Microsoft Fabric (Free)',
  TEAMS_EXPLORATORY: 'Microsoft Teams Exploratory',
  POWERAPPS_VIRAL: 'Microsoft Power Apps Plan 2 Trial',
  POWERAPPS_DEV: 'Microsoft Power Apps for Developer',
  WINDOWS_STORE: 'Windows Store for Business',
  RIGHTSMANAGEMENT_ADHOC: 'Rights Management Adhoc',
};

/** Free and self-service plans that appear in tenants without anyone buying them. They do not count as Microsoft 365. */
const freeOrViral: ReadonlySet<string> = new Set([
  'FLOW_FREE',
  'POWER_BI_STANDARD',
  'TEAMS_EXPLORATORY',
  'POWERAPPS_VIRAL',
  'POWERAPPS_DEV',
  'WINDOWS_STORE',
  'RIGHTSMANAGEMENT_ADHOC',
]);

/** Paid, but about identity and devices: no mail, files or Office apps. */
const identityOnly: ReadonlySet<string> = new Set([
  'AAD_PREMIUM',
  'AAD_PREMIUM_P2',
  'EMS',
  'EMSPREMIUM',
  'INTUNE_A',
  'AAD_FREE',
]);

/** Add-ons that require Microsoft 365, so they prove nothing alone. */
const addOns: ReadonlySet<string> = new Set(['MICROSOFT_365_COPILOT']);

/** A Developer Program tenant cannot buy Azure or other paid services. Source: Microsoft Learn: troubleshoot Azure sign-up. */
const developerPartNumber = 'DEVELOPERPACK_E5';

/** What kind of product this is, for the question "do they have Microsoft 365?". */
export type ProductKind = 'microsoft-365' | 'free' | 'identity-only' | 'other';

/**
 * Whether a product counts as Microsoft 365.
 * An unlisted product counts if it includes mail, files or Office apps.
 * `EXCHANGE_S_FOUNDATION` is in nearly every product and proves nothing.
 */
export function decideProductKind(product: Pick<Product, 'skuPartNumber' | 'servicePlans'>): ProductKind {
  const partNumber = product.skuPartNumber.toUpperCase();
  if (freeOrViral.has(partNumber)) return 'free';
  if (identityOnly.has(partNumber)) return 'identity-only';
  if (addOns.has(partNumber)) return 'other';
  if (Object.hasOwn(names, partNumber)) return 'microsoft-365';
  return product.servicePlans.some(isProductivityPlan) ? 'microsoft-365' : 'other';
}

// Families are matched by prefix, because faculty, government and deskless plans add a suffix.
const productivityPlans = [
  'EXCHANGE_S_STANDARD',
  'EXCHANGE_S_ENTERPRISE',
  'EXCHANGE_S_DESKLESS',
  'SHAREPOINT',
  'OFFICESUBSCRIPTION',
  'OFFICE_BUSINESS',
];
// Small SharePoint and Project plans that come with free products.
const emptyPlans = ['SHAREPOINTWAC', 'SHAREPOINT_PROJECT'];

function isProductivityPlan(plan: string): boolean {
  const name = plan.toUpperCase();
  if (emptyPlans.some((prefix) => name.startsWith(prefix))) return false;
  return productivityPlans.some((prefix) => name.startsWith(prefix));
}

/** The common name of a product, or its part number if we do not know one. */
export function nameProduct(skuPartNumber: string): string {
  const partNumber = skuPartNumber.toUpperCase();
  return Object.hasOwn(names, partNumber) ? (names[partNumber] ?? skuPartNumber) : skuPartNumber;
}

export const productStages = [
  'active',
  'trial-ending',
  'expired',
  'disabled',
  'about-to-be-deleted',
  'deleted',
  'unknown',
] as const;
export type ProductStageId = (typeof productStages)[number];

/** Where a product is in its life cycle, until when, and what helps. */
export interface ProductStage {
  readonly stage: ProductStageId;
  /** As Graph reports it, shown if `stage` is unknown. */
  readonly raw: string;
  /** When the current stage ends; null if never or not known. */
  readonly deadline: string | null;
  readonly daysLeft: number | null;
  readonly wayOut: ProductWayOut;
}
export type ProductWayOut =
  | 'none-needed'
  | 'buy-before-trial-ends'
  | 'renew'
  | 'reactivate'
  | 'reactivate-at-once'
  | 'buy-again'
  | 'look-in-admin-center';

/** A trial that ends within this many days is mentioned. */
export const trialEndsSoonDays = 30;
/** A disabled product that will be deleted within this many days is shown as urgent. */
export const deletionSoonDays = 14;

/**
 * Where a product is in its life cycle.
 * Active, then expired (30 days, everything works), then disabled (90 days, administrators only), then deleted.
 * Source: Microsoft Learn: "What happens to my data and access when my subscription ends?"; the lengths differ per
 * agreement, so a deadline is shown only if Graph gives it.
 */
export function decideProductStage(product: Product, now: number): ProductStage {
  const deadline = product.nextLifecycleAt;
  const daysLeft = daysUntil(deadline, now);
  const staged = (stage: ProductStageId, wayOut: ProductWayOut): ProductStage => ({
    stage,
    raw: product.status,
    deadline,
    daysLeft,
    wayOut,
  });
  switch (product.status.toLowerCase()) {
    case 'enabled':
      return isEndingTrial(product, daysLeft)
        ? staged('trial-ending', 'buy-before-trial-ends')
        : staged('active', 'none-needed');
    case 'warning':
      return staged('expired', 'renew');
    case 'suspended':
    case 'lockedout':
      return daysLeft !== null && daysLeft <= deletionSoonDays
        ? staged('about-to-be-deleted', 'reactivate-at-once')
        : staged('disabled', 'reactivate');
    case 'deleted':
      return staged('deleted', 'buy-again');
    default:
      return staged('unknown', 'look-in-admin-center');
  }
}

function isEndingTrial(product: Product, daysLeft: number | null): boolean {
  return product.trial === 'yes' && daysLeft !== null && daysLeft <= trialEndsSoonDays;
}

/** Whether people can use it now. Expired products work for another 30 days. */
export function worksNow(product: Product): ThreeValued {
  switch (product.status.toLowerCase()) {
    case 'enabled':
    case 'warning':
      return 'yes';
    case 'suspended':
    case 'lockedout':
    case 'deleted':
      return 'no';
    default:
      return 'cannot-tell';
  }
}

/** Whether these products give the tenant a working Microsoft 365. */
export function hasMicrosoft365(products: readonly Product[]): ThreeValued {
  const answers = products.filter((product) => decideProductKind(product) === 'microsoft-365').map(worksNow);
  if (answers.includes('yes')) return 'yes';
  return answers.includes('cannot-tell') ? 'cannot-tell' : 'no';
}

/**
 * A Developer Program tenant: its only Microsoft 365 is the free developer one. It cannot buy Azure or Microsoft 365.
 * Source: Microsoft Learn: troubleshoot Azure sign-up.
 */
export function isDeveloperTenant(products: readonly Product[]): boolean {
  const working = products.filter(
    (product) => decideProductKind(product) === 'microsoft-365' && worksNow(product) !== 'no',
  );
  return working.length > 0 && working.every((product) => product.skuPartNumber.toUpperCase() === developerPartNumber);
}
