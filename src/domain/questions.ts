import type { Facts, Product } from './facts.ts';
import type { ThreeValued } from './known.ts';
import { decideAgreement } from './offers.ts';
import {
  decideProductStage,
  hasMicrosoft365,
  isDeveloperTenant,
  microsoft365Products,
  type ProductStageId,
} from './products.ts';
import { decideRole } from './roles.ts';
import { type Scenario, scenarios } from './scenario.ts';
import { stageOf } from './subscriptions.ts';
import { isGuest, isPersonalAccount, otherTenants } from './tenants.ts';

/** A common question with its answer, in one language. The same id is the same question in every language. */
export interface Question {
  /** `q01` to `q50` come from the source list; later numbers are our own. */
  readonly id: string;
  /** The language that it is written in. */
  readonly locale: string;
  readonly title: string;
  /** Other ways to ask the same question. */
  readonly also: readonly string[];
  readonly keywords: readonly string[];
  /** The answer first, then what to do. */
  readonly paragraphs: readonly string[];
  /** Other answers to the same question, each for people whose facts show something. The first that fits is shown. */
  readonly variants: readonly AnswerVariant[];
  readonly links: readonly string[];
  /** The subjects that the answer covers, as `t01`, several entries can share one; and the question that it was once part of, as `q01`. */
  readonly topics: readonly string[];
  /** What a person may want to do after reading it, best first: at most two. */
  readonly next: readonly NextStep[];
  /** The documents that the answer was compared with, each with its date. For editors; nobody is shown them. */
  readonly sources: readonly string[];
  /** No document says it in so many words: the answer says so, and names no deadline and no amount. */
  readonly inferred: boolean;
  /** The day the answer was last compared with Microsoft's pages, as YYYY-MM-DD. */
  readonly checked: string;
  /** Whom the answer applies to. Empty means everyone; if several are given, any one is enough. */
  readonly appliesTo: readonly FactCondition[];
  /** What was read about somebody that answers the question for them: it is shown above the answer once they signed in. */
  readonly facts: readonly OwnFact[];
}

/** The parts of a status that can answer a question. */
export const ownFacts = ['tenant', 'roles', 'products', 'subscriptions'] as const;
export type OwnFact = (typeof ownFacts)[number];

/** What is answered instead to people of whom one of these conditions is known to hold. */
export interface AnswerVariant {
  readonly conditions: readonly FactCondition[];
  /** The answer first, then what to do. */
  readonly paragraphs: readonly string[];
}

/** A route, the person's own status, a person, or another question by its id. */
export type NextStep = `route:${Scenario}` | 'status' | 'person' | QuestionId;
type QuestionId = `q${number}`;

export function isNextStep(text: string): text is NextStep {
  return (
    text === 'status' ||
    text === 'person' ||
    scenarios.some((scenario) => text === `route:${scenario}`) ||
    isQuestionId(text)
  );
}

/** Whether this is the id of a question: `q01`, `q123`. */
export function isQuestionId(text: string): text is QuestionId {
  return /^q\d{2,3}$/.test(text);
}

/** What a person's facts can show about whether an answer applies to them. */
export const factConditions = [
  'agreement-enterprise',
  'agreement-customer',
  'agreement-partner',
  'azure-disabled',
  'developer-tenant',
  'guest-account',
  'microsoft-365-ended',
  'microsoft-365-from-partner',
  'no-subscriptions',
  'personal-account',
  'role-by-group',
  'role-to-activate',
  'several-tenants',
  'unmanaged-tenant',
] as const;
export type FactCondition = (typeof factConditions)[number];

/** A question and how well it matches what was typed: 1 is a full match, 0 is none. */
export interface RankedQuestion {
  readonly id: string;
  readonly score: number;
}

/** Whether an answer applies to this person. `everybody` if it has no conditions. */
export function decideFit(question: Pick<Question, 'appliesTo'>, facts: Facts, now: number): 'everybody' | ThreeValued {
  if (question.appliesTo.length === 0) return 'everybody';
  const answers = question.appliesTo.map((condition) => conditionHolds(condition, facts, now));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('cannot-tell') ? 'cannot-tell' : 'no';
}

/** The variant for this person; null where the general answer stays: no variant fits, or their facts do not tell. */
export function decideVariant(question: Pick<Question, 'variants'>, facts: Facts, now: number): AnswerVariant | null {
  const isForThem = (condition: FactCondition) => conditionHolds(condition, facts, now) === 'yes';
  return question.variants.find(({ conditions }) => conditions.some(isForThem)) ?? null;
}

/** The most words that an answer may have, in every language: more is not read. */
export const mostAnswerWords = 80;

/** How many words an answer has. A word has a letter or a digit; `>` between two buttons is none. */
export function wordCount(paragraphs: readonly string[]): number {
  return paragraphs.flatMap((text) => text.split(/\s+/)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether one condition holds for these facts. A fact that could not be read is never "no". */
export function conditionHolds(condition: FactCondition, facts: Facts, now: number): ThreeValued {
  switch (condition) {
    case 'agreement-enterprise':
      return agreementIs('enterprise', facts);
    case 'agreement-customer':
      return agreementIs('customer', facts);
    case 'agreement-partner':
      return agreementIs('partner', facts);
    case 'azure-disabled':
      return ofKnown(facts.subscriptions, (all) => all.some((one) => stageOf(one) === 'disabled'));
    case 'developer-tenant':
      return ofKnown(facts.products, isDeveloperTenant);
    case 'guest-account':
      return isGuest(facts) ? 'yes' : 'no';
    case 'microsoft-365-ended':
      return microsoft365Ended(facts, now);
    case 'microsoft-365-from-partner':
      return ofKnown(facts.products, isAllSoldByPartners);
    case 'no-subscriptions':
      return ofKnown(facts.subscriptions, (all) => all.length === 0);
    case 'personal-account':
      return isPersonalAccount(facts) ? 'yes' : 'no';
    case 'role-by-group':
      return roleByGroup(facts, now);
    case 'role-to-activate':
      return roleToActivate(facts, now);
    case 'several-tenants':
      return ofKnown(facts.memberships, () => otherTenants(facts).length > 0);
    case 'unmanaged-tenant':
      return unmanaged(facts);
  }
}

/** Answers older than this many days are due for review. */
export const checkAgainAfterDays = 365;

/** Whether an answer is due for comparison with Microsoft's pages. `now` is in milliseconds since 1970. */
export function isDueForCheck(question: Pick<Question, 'checked'>, now: number): boolean {
  return now - Date.parse(question.checked) > checkAgainAfterDays * 86_400_000;
}

function agreementIs(kind: 'enterprise' | 'customer' | 'partner', facts: Facts): ThreeValued {
  const agreement = decideAgreement(facts.subscriptions, facts.billingAccounts);
  if (agreement.kind === 'ask' || agreement.kind === 'none-seen') return 'cannot-tell';
  return agreement.kind === kind ? 'yes' : 'no';
}

function microsoft365Ended(facts: Facts, now: number): ThreeValued {
  if (facts.products.kind === 'cannot-tell') return 'cannot-tell';
  const ours = microsoft365Products(facts.products.value);
  if (ours.some((one) => endedStages.includes(decideProductStage(one, now).stage))) return 'yes';
  return hasMicrosoft365(facts.products.value) === 'cannot-tell' ? 'cannot-tell' : 'no';
}

/** Whether there is Microsoft 365, and a partner sold all of it: with some of both, nobody knows which one is meant. */
function isAllSoldByPartners(products: readonly Product[]): boolean {
  const ours = microsoft365Products(products);
  return ours.length > 0 && ours.every((product) => product.soldByTenantId !== null);
}

const endedStages: readonly ProductStageId[] = ['expired', 'disabled', 'about-to-be-deleted', 'deleted'];

function roleByGroup(facts: Facts, now: number): ThreeValued {
  const role = decideRole(facts, now);
  if (role.kind === 'cannot-tell') return 'cannot-tell';
  if (role.kind !== 'active') return 'no';
  if (role.through.kind === 'unknown') return 'cannot-tell';
  return role.through.kind === 'group' ? 'yes' : 'no';
}

function roleToActivate(facts: Facts, now: number): ThreeValued {
  const role = decideRole(facts, now);
  if (role.kind === 'cannot-tell') return 'cannot-tell';
  return role.kind === 'eligible' ? 'yes' : 'no';
}

function unmanaged(facts: Facts): ThreeValued {
  if (facts.tenant.kind === 'cannot-tell' || facts.tenant.value.management === 'unknown') return 'cannot-tell';
  return facts.tenant.value.management === 'unmanaged' ? 'yes' : 'no';
}

function ofKnown<T>(
  fact: { readonly kind: 'known'; readonly value: T } | { readonly kind: 'cannot-tell' },
  holds: (value: T) => boolean,
): ThreeValued {
  if (fact.kind === 'cannot-tell') return 'cannot-tell';
  return holds(fact.value) ? 'yes' : 'no';
}
