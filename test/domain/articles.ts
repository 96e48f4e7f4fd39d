import type { StepId, TopicId } from '../../src/domain/steps.ts';
import type { BlockerId, CheckId, NoticeId } from '../../src/domain/verdict-shape.ts';

/** Where in the chat a fact from the source articles appears. */
export type ArticlePlace =
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'topic'; readonly id: TopicId }
  | { readonly kind: 'check'; readonly id: CheckId }
  | { readonly kind: 'blocker'; readonly id: BlockerId }
  | { readonly kind: 'notice'; readonly id: NoticeId };

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type To22 = Digit | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22;
type To32 = To22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31 | 32;
type To14 = Digit | 10 | 11 | 12 | 13 | 14;

/**
 * Every fact, step, note and link in the source articles.
 * `S1`: "Sign up for Azure with a Microsoft 365 account". `S2`: "One Microsoft Entra tenant across Office 365 and Azure
 * subscriptions". `C`: "Associate or add an Azure subscription to your Microsoft Entra tenant".
 */
export type ArticleRow = `S1.${To22}` | `S2.${To32}` | `C.${To14}`;

/** Where each row of the sources appears. A row without a place does not compile. */
export const articlePlaces = {
  'S1.1': [topic('quick-guidance'), topic('background')],
  'S1.2': [step('azure-sign-in-with-work-account')],
  'S1.3': [check('has-azure'), topic('background'), notice('not-azure-subscription')],
  'S1.4': [step('azure-share-access'), topic('share-azure-access')],
  'S1.5': [topic('change-directory-consequences'), step('join-prepare')],
  'S1.6': [step('azure-open-sign-up')],
  'S1.7': [step('azure-sign-in-with-work-account')],
  'S1.8': [notice('no-admin-role-needed'), notice('billing-role-for-azure')],
  'S1.9': [notice('use-this-account')],
  'S1.10': [step('azure-fill-in-details')],
  'S1.11': [step('azure-share-access'), topic('share-azure-access')],
  'S1.12': [topic('background')],
  'S1.13': [topic('background')],
  'S1.14': [topic('background')],
  'S1.15': [topic('background')],
  'S1.16': [topic('background')],
  'S1.17': [topic('background'), notice('lands-in-this-tenant'), blocker('guest-account')],
  'S1.18': [topic('background')],
  'S1.19': [topic('background')],
  'S1.20': [topic('background')],
  'S1.21': [topic('support')],
  'S1.22': [step('azure-share-access')],
  'S2.1': [topic('quick-guidance')],
  'S2.2': [blocker('enterprise-agreement'), topic('enterprise-agreement'), notice('agreement-unknown')],
  'S2.3': [topic('support')],
  'S2.4': [topic('quick-guidance'), step('azure-sign-in-with-work-account')],
  'S2.5': [topic('quick-guidance'), step('m365-sign-in-with-azure-account')],
  'S2.6': [check('purchase-role'), blocker('role-missing'), topic('know-your-role')],
  'S2.7': [topic('background')],
  'S2.8': [topic('example-kelley')],
  'S2.9': [step('azure-open-sign-up')],
  'S2.10': [step('azure-sign-in-with-work-account'), topic('names-of-today')],
  'S2.11': [step('azure-sign-in-with-work-account')],
  'S2.12': [step('azure-fill-in-details')],
  'S2.13': [step('azure-check-users'), topic('example-kelley')],
  'S2.14': [step('azure-check-users')],
  'S2.15': [topic('example-kelley')],
  'S2.16': [step('m365-choose-plan')],
  'S2.17': [step('m365-sign-in-top-right')],
  'S2.18': [step('m365-sign-in-with-azure-account'), blocker('personal-account')],
  'S2.19': [step('m365-try-or-buy')],
  'S2.20': [step('m365-continue-after-receipt')],
  'S2.21': [step('m365-check-users')],
  'S2.22': [step('m365-know-your-role'), topic('know-your-role')],
  'S2.23': [topic('get-a-role')],
  'S2.24': [topic('background')],
  'S2.25': [topic('background')],
  'S2.26': [topic('background')],
  'S2.27': [topic('background'), notice('lands-in-this-tenant')],
  'S2.28': [topic('background')],
  'S2.29': [topic('background')],
  'S2.30': [topic('background')],
  'S2.31': [topic('change-directory-consequences'), step('join-prepare')],
  'S2.32': [topic('support')],
  'C.1': [check('owner-of-subscription'), check('accepting-administrator'), step('join-find-who-accepts')],
  'C.2': [check('offer-can-move'), blocker('offer-cannot-move'), blocker('bought-through-partner')],
  'C.3': [topic('change-directory-consequences'), step('join-prepare')],
  'C.4': [step('join-open-subscription')],
  'C.5': [step('join-change-directory')],
  'C.6': [step('join-send-request'), step('join-accept-request'), step('accept-tell-owner'), step('accept-open-link')],
  'C.7': [step('join-switch-directory')],
  'C.8': [topic('change-directory-consequences')],
  'C.9': [step('join-aftercare')],
  'C.10': [step('join-prepare'), topic('change-directory-consequences')],
  'C.11': [notice('tenant-policy-may-block')],
  'C.12': [blocker('owner-with-condition')],
  'C.13': [topic('alternatives-to-moving')],
  'C.14': [topic('alternatives-to-moving')],
} satisfies Record<ArticleRow, readonly [ArticlePlace, ...ArticlePlace[]]>;

function step(id: StepId): ArticlePlace {
  return { kind: 'step', id };
}

function topic(id: TopicId): ArticlePlace {
  return { kind: 'topic', id };
}

function check(id: CheckId): ArticlePlace {
  return { kind: 'check', id };
}

function blocker(id: BlockerId): ArticlePlace {
  return { kind: 'blocker', id };
}

function notice(id: NoticeId): ArticlePlace {
  return { kind: 'notice', id };
}
