import type { CannotTellReason, ThreeValued } from '../src/domain/known.ts';
import { blockerLinks } from '../src/domain/links.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import {
  type Blocker,
  betterRoute,
  type Check,
  type CheckId,
  isStartMissing,
  type Notice,
  type Verdict,
} from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { CardElement, Fold } from './adaptive-card.ts';
import { box, bullets, capped, fold, linkLines, paragraph, remark, shown, strong } from './pieces.ts';

/** How many of each are told one by one. */
export const mostTold = 8;

// The symbol helps the eye; the word beside it says the same.
const symbols = { yes: '✓', no: '✗', 'cannot-tell': '?' } satisfies Record<ThreeValued, string>;

/** What people come to get: that it is not there yet is no fault. */
const cameFor: Readonly<Record<Scenario, readonly CheckId[]>> = {
  'add-azure': ['has-azure'],
  'add-microsoft-365': ['has-microsoft-365'],
  join: ['has-microsoft-365'],
};

export interface ChecksView {
  readonly scenario: Scenario;
  readonly checks: readonly Check[];
  /** Where an administrator approves the bot for this tenant; shown where nobody has. */
  readonly consentUrl: string | null;
  /** ISO 8601. */
  readonly readAt: string;
}

/** What was looked at, folded: each with its answer in words; below them, once each, why something could not be seen and the way out. */
export function checksFold({ scenario, checks, consentUrl, readAt }: ChecksView, t: Translator): readonly Fold[] {
  const told = checks.slice(0, 12);
  if (told.length === 0) return [];
  const reasons = new Set(told.flatMap((check) => (check.answer === 'cannot-tell' ? (check.because ?? []) : [])));
  return fold(checksSummary(scenario, told, t), [
    ...told.map((check) => checkLine(scenario, check, t)),
    ...[...reasons].map((because) => reasonLine(because, t)),
    ...(consentUrl !== null && reasons.has('consent-missing') ? [consentLine(consentUrl, t)] : []),
    remark(t('card.verdict.read-at', { date: t.date(readAt) })),
  ]);
}

function checksSummary(scenario: Scenario, checks: readonly Check[], t: Translator): string {
  const good = checks.filter((check) => check.answer === 'yes' || isAwaited(scenario, check)).length;
  if (good === checks.length) return t('card.verdict.checks-good', { count: good });
  return t('card.verdict.checks-mixed', { good: t.number(good), count: t.number(checks.length) });
}

/** What to do about what is in the way, and where. Its title stands above; the first `buttons` links are buttons below. */
export function wayOutItems(blocker: Blocker, t: Translator, buttons: 0 | 1 = 0): readonly CardElement[] {
  return [
    paragraph(t(`blockers.${blocker.id}.what-to-do`, shown(blocker.about, t))),
    ...linkLines(blockerLinks[blocker.id].slice(buttons), t),
  ];
}

/** The same with its title, on a card that is about something else. */
export function blockerBox(blocker: Blocker, t: Translator): CardElement {
  return box('warning', [
    strong(t(`blockers.${blocker.id}.title`, shown(blocker.about, t))),
    ...wayOutItems(blocker, t),
  ]);
}

/** Why the first one is in the way, and everything else that is, folded. `text` is what the verdict says in general; may be empty. */
export function blockersFolds(blockers: readonly Blocker[], text: string, t: Translator): readonly Fold[] {
  const [first, ...others] = blockers;
  if (first === undefined) return [];
  const { shown: told, rest } = capped(others, mostTold - 1);
  const why = paragraph(t(`blockers.${first.id}.why`, shown(first.about, t)));
  return [
    ...fold(t('card.verdict.why'), text === '' ? [why] : [why, paragraph(text)]),
    ...fold(t('card.verdict.more-blockers', { count: others.length }), [
      ...told.flatMap((blocker) => blockerLines(blocker, t)),
      ...more(rest, t),
    ]),
  ];
}

/** What is good to know and not in the way, folded. */
export function noticesFold(notices: readonly Notice[], t: Translator): readonly Fold[] {
  const { shown: told, rest } = capped(notices, mostTold);
  const lines = told.map((notice) => noticeText(notice, t));
  return fold(t('card.verdict.notices', { count: t.number(notices.length) }), [...bullets(lines), ...more(rest, t)]);
}

/** How somebody stands, in a title. */
export function verdictTitle(verdict: Verdict, t: Translator): string {
  const { scenario, outcome } = verdict;
  if (scenario !== 'join' && betterRoute(verdict) !== null) return t(`card.verdict.already.${scenario}`);
  return isStartMissing(verdict) ? t('card.verdict.right-tenant') : t(`verdict.${scenario}.${outcome}.title`);
}

/** What that means: for what could not be seen, what it was. Empty where a notice in sight says it. */
export function verdictText(verdict: Verdict, names: typeof shown, t: Translator): string {
  const { scenario, outcome } = verdict;
  if (betterRoute(verdict) !== null) return '';
  const unseen = outcome === 'unsure' ? mostTelling(verdict.checks) : undefined;
  const text = isStartMissing(verdict) ? '' : t(`verdict.${scenario}.${outcome}.text`);
  const named = unseen === undefined ? '' : t(`checks.${unseen.id}.cannot-tell`, names(unseen.about, t));
  return [named, text].filter((part) => part !== '').join(' ');
}

/** What another tenant holds can never be seen from here, so it says least. */
function mostTelling(checks: readonly Check[]): Check | undefined {
  const unseen = checks.filter(({ answer }) => answer === 'cannot-tell');
  return unseen.find(({ because }) => because !== 'other-tenant') ?? unseen[0];
}

/** One notice in words, names ready to stand in a card. */
function noticeText(notice: Notice, t: Translator): string {
  return t(`notices.${notice.id}`, shown(notice.about, t));
}

function isAwaited(scenario: Scenario, check: Check): boolean {
  return check.answer === 'no' && cameFor[scenario].includes(check.id);
}

function checkLine(scenario: Scenario, check: Check, t: Translator): CardElement {
  const answer = isAwaited(scenario, check)
    ? `– ${t('answer.not-yet')}`
    : `${symbols[check.answer]} ${t(`answer.${check.answer}`)}`;
  return paragraph(t.labelled(`**${answer}**`, t(`checks.${check.id}.${check.answer}`, shown(check.about, t))));
}

function reasonLine(because: CannotTellReason, t: Translator): CardElement {
  const wayOut = t('card.verdict.way-out', { text: t(`reasons.${because}.way-out`) });
  return remark(`${t(`reasons.${because}.meaning`)} ${wayOut}`);
}

function consentLine(url: string, t: Translator): CardElement {
  return paragraph(`[${t('card.verdict.consent')}](${url})`);
}

function blockerLines(blocker: Blocker, t: Translator): readonly CardElement[] {
  const about = shown(blocker.about, t);
  return [
    strong(t(`blockers.${blocker.id}.title`, about)),
    paragraph(`${t(`blockers.${blocker.id}.why`, about)} ${t(`blockers.${blocker.id}.what-to-do`, about)}`),
    ...linkLines(blockerLinks[blocker.id], t),
  ];
}

function more(rest: number, t: Translator): readonly CardElement[] {
  return rest === 0 ? [] : [remark(t('card.verdict.more', { count: rest }))];
}
