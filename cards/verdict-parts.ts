import type { CannotTellReason, ThreeValued } from '../src/domain/known.ts';
import { blockerLinks } from '../src/domain/links.ts';
import type { Blocker, Check, Notice } from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { CardElement } from './adaptive-card.ts';
import { box, bullets, capped, linkLines, paragraph, remark, section, shown, strong, subheading } from './pieces.ts';

/** How many of each are told one by one. */
export const mostTold = 8;

// The symbol helps the eye; the word beside it says the same.
const symbols = { yes: '✓', no: '✗', 'cannot-tell': '?' } satisfies Record<ThreeValued, string>;

/** What was looked at, each with its answer in words; below them, once each, why something could not be seen and the way out. */
export function checkItems(checks: readonly Check[], consentUrl: string | null, t: Translator): readonly CardElement[] {
  if (checks.length === 0) return [];
  const told = checks.slice(0, 12);
  const reasons = new Set(told.flatMap((check) => (check.answer === 'cannot-tell' ? (check.because ?? []) : [])));
  return [
    section([
      subheading(t('card.verdict.checks-title')),
      ...told.map((check) => checkLine(check, t)),
      ...[...reasons].map((because) => reasonLine(because, t)),
      ...(consentUrl !== null && reasons.has('consent-missing') ? [consentLine(consentUrl, t)] : []),
    ]),
  ];
}

/** What is in the way, most important first: what, why, what to do and where. */
export function blockerItems(blockers: readonly Blocker[], t: Translator): readonly CardElement[] {
  if (blockers.length === 0) return [];
  const { shown: told, rest } = capped(blockers, mostTold);
  return [
    box('warning', [
      subheading(t('card.verdict.blockers-title')),
      ...told.flatMap((blocker) => blockerLines(blocker, t)),
      ...more(rest, t),
    ]),
  ];
}

/** What is good to know and not in the way. */
export function noticeItems(notices: readonly Notice[], t: Translator): readonly CardElement[] {
  if (notices.length === 0) return [];
  const { shown: told, rest } = capped(notices, mostTold);
  const lines = told.map((notice) => t(`notices.${notice.id}`, shown(notice.about, t)));
  return [section([subheading(t('card.verdict.notices-title')), ...bullets(lines), ...more(rest, t)])];
}

function checkLine(check: Check, t: Translator): CardElement {
  const answer = `${symbols[check.answer]} ${t(`answer.${check.answer}`)}`;
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
