/** What kind of product this is, for the question "do they have Microsoft 365?". */
export const productClasses = ['suite', 'workload', 'free', 'trial', 'viral', 'add-on', 'other'] as const;
export type ProductClass =
  /** Sold as Microsoft 365 or Office 365, with mail, files, Office apps or Teams in it. */
  | 'suite'
  /** One of those sold alone: Exchange Online, SharePoint Online, OneDrive, Teams. */
  | 'workload'
  /** Costs nothing. */
  | 'free'
  /** Ends by itself; people may have started it without anybody deciding. */
  | 'trial'
  /** Anybody in the tenant can sign up for it. */
  | 'viral'
  /** Needs another product. */
  | 'add-on'
  /** Identity, devices, Dynamics 365, Project, Power Platform, Windows and so on. */
  | 'other';

/** A product in Microsoft's published list. */
export interface PublishedProduct {
  readonly name: string;
  readonly partNumber: string;
  readonly skuId: string;
  readonly servicePlans: readonly string[];
}

/**
 * The class of a product in Microsoft's published list. The first rule that fits decides.
 *
 * A product counts as Microsoft 365 only if it is sold as such and holds mail, files, Office apps or Teams. Service plans
 * alone don't decide, because Dynamics 365 and Project come with SharePoint as storage, and shared devices with a mailbox.
 * Source: Microsoft Learn: "Product names and service plan identifiers for licensing", 29 October 2025.
 */
export function classifyProduct({ name, partNumber, servicePlans }: PublishedProduct): ProductClass {
  const said = `${name} ${partNumber}`;
  if (signUpWords.test(said) || signUpParts.test(partNumber)) return 'viral';
  if (trialWords.test(said)) return 'trial';
  if (freeWords.test(said) || freeParts.has(partNumber.toUpperCase())) return 'free';
  if (suiteNames.test(name) && holdsMicrosoft365(servicePlans)) return 'suite';
  if (workloadNames.test(name) && holdsMicrosoft365(servicePlans)) return 'workload';
  return addOnWords.test(said) ? 'add-on' : 'other';
}

/**
 * Whether service plans include mail, files, Office apps or Teams.
 * Families are matched by prefix, because faculty, government and deskless plans add a suffix.
 * `EXCHANGE_S_FOUNDATION` and `SHAREPOINTWAC` are in nearly every product and prove nothing.
 */
export function holdsMicrosoft365(servicePlans: readonly string[]): boolean {
  return servicePlans.some((plan) => corePlans.test(plan));
}

const corePlans =
  /^(EXCHANGE_[SBL]_(STANDARD|ENTERPRISE|DESKLESS|ESSENTIALS)|SHAREPOINT(STANDARD|ENTERPRISE|DESKLESS|LITE)|ONEDRIVE(STANDARD|ENTERPRISE|LITE|_BASIC)|OFFICESUBSCRIPTION|OFFICE_(BUSINESS|PRO)|TEAMS(1$|_GOV|_AR|ESS))/i;

const suiteNames = /^(Microsoft|Office) 365 /;
const workloadNames =
  /^(Exchange Online|SharePoint Online|OneDrive for Business|Microsoft Teams (Essentials|EEA)|Basic Collaboration)/;

// "IW" is Microsoft's abbreviation for information worker: a member of staff who signs up alone.
const signUpWords = /viral|vTrial|\bIWs\b|ad-?hoc|user-led/i;
const signUpParts = /_IW(_SKU)?$|_INDIVIDUAL_USER$/i;
const trialWords = /trial|tria\b|exploratory|preview/i;
const freeWords = /\(free\)|_FREE\b/i;
/** Free, though their names don't say so. */
const freeParts: ReadonlySet<string> = new Set([
  'POWERAPPS_DEV',
  'WINDOWS_STORE',
  'WSFB_EDU_FACULTY',
  'MICROSOFT_BUSINESS_CENTER',
  'MICROSOFT365_LIGHTHOUSE',
  'NONPROFIT_PORTAL',
]);
const addOnWords =
  /add-?_?on|add-in|attach|addl|additional|capacity|storage|multi-?geo|copilot|(?<!without )audio conferencing|calling|phone|pstn|credits|extra|suite features|shared devices|archiving|teams premium|business voice|E5 (compliance|security)|sandbox tier/i;
