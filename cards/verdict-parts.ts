import type { CannotTellReason, ThreeValued } from '../src/domain/known.ts';
import { blockerLinks, type LinkId } from '../src/domain/links.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import {
  acceptsHere,
  areBothHere,
  type Blocker,
  type BlockerId,
  betterRoute,
  type Check,
  type CheckId,
  isAnotherForbidden,
  isGoalHere,
  isStartMissing,
  isTogether,
  type Notice,
  urgentNotices,
  type Verdict,
} from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { CardElement, Fold } from './adaptive-card.ts';
import {
  box,
  bullets,
  capped,
  fold,
  linkLines,
  paragraph,
  remark,
  restLine,
  shown,
  spoken,
  strong,
  textToSend,
} from './pieces.ts';

/** How many of each are told one by one. */
export const mostTold = 8;

/** Whether something is in the tenant is neither good nor bad in itself: the same fact reads the same on every route. */
const presence = ['has-azure', 'has-microsoft-365'] as const satisfies readonly CheckId[];
type PresenceId = (typeof presence)[number];
const isPresence = (id: CheckId): boolean => presence.some((one) => one === id);

// The symbol helps the eye; the word beside it says the same.
const symbols = { yes: '✓', no: '✗', 'cannot-tell': '?' } satisfies Record<ThreeValued, string>;

/** What people come to get: that it is not there yet is no fault. */
const cameFor = {
  'add-azure': 'has-azure',
  'add-microsoft-365': 'has-microsoft-365',
} as const satisfies Partial<Record<Scenario, CheckId>>;

export interface ChecksView extends Pick<Verdict, 'scenario' | 'checks'> {
  /** Where an administrator approves the bot for this tenant; shown where nobody has. */
  readonly consentUrl: string | null;
  /** ISO 8601. */
  readonly readAt: string;
}

/** What was looked at, folded: each with its answer in words; below them, once each, why something could not be seen and the way out. */
export function checksFold(view: ChecksView, t: Translator): readonly Fold[] {
  const { consentUrl, readAt } = view;
  const told = view.checks.slice(0, 12);
  if (told.length === 0) return [];
  const reasons = new Set(told.flatMap((check) => (check.answer === 'cannot-tell' ? (check.because ?? []) : [])));
  return fold(checksSummary(view, told, t), [
    ...told.map((check) => checkLine(check, t)),
    ...[...reasons].map((because) => reasonLine(because, t)),
    ...(canSayAgreement(told) ? [paragraph(t('card.verdict.say-agreement'))] : []),
    ...(consentUrl !== null && reasons.has('consent-missing') ? [consentLine(consentUrl, t)] : []),
    remark(t('card.verdict.read-at', { date: t.moment(readAt) })),
  ]);
}

/** Whoever needs another account first has nothing to say about the agreement of this one. */
function canSayAgreement(checks: readonly Check[]): boolean {
  const answerOf = (id: CheckId) => checks.find((check) => check.id === id)?.answer;
  return answerOf('self-service-agreement') === 'cannot-tell' && answerOf('work-account') !== 'no';
}

function checksSummary(view: ChecksView, checks: readonly Check[], t: Translator): string {
  const good = checks.filter((check) => check.answer === 'yes' || isAwaited(view, check)).length;
  if (good === checks.length) return t('card.verdict.checks-good', { count: good });
  return t('card.verdict.checks-mixed', { good: t.number(good), count: t.number(checks.length) });
}

/** What to do about what is in the way, in one paragraph. Its title stands above. */
function wayOut(blocker: Blocker, t: Translator): CardElement {
  return paragraph(t(`blockers.${blocker.id}.what-to-do`, shown(blocker.about, t)));
}

/** The same with its title and where to do it, on a card that is about something else. */
export function blockerBox(blocker: Blocker, t: Translator): CardElement {
  return box('warning', [
    strong(t(`blockers.${blocker.id}.title`, shown(blocker.about, t))),
    wayOut(blocker, t),
    ...linkLines(blockerLinks[blocker.id], t),
  ]);
}

/**
 * Why the first one is in the way, and everything else that is, folded. `text` is what the verdict says in general; may be empty.
 * `links` are those of the first one that stand nowhere else.
 */
export function blockersFolds(
  blockers: readonly Blocker[],
  text: string,
  t: Translator,
  links: readonly LinkId[] = [],
): readonly Fold[] {
  const [first, ...others] = blockers;
  if (first === undefined) return [];
  const { shown: told, rest } = capped(others, mostTold - 1);
  const why = paragraph(t(`blockers.${first.id}.why`, shown(first.about, t)));
  return [
    ...fold(t('card.verdict.why'), [why, ...(text === '' ? [] : [paragraph(text)]), ...linkLines(links, t)]),
    ...fold(t('card.verdict.more-blockers', { count: others.length }), [
      ...told.flatMap((blocker) => blockerLines(blocker, t)),
      ...restLine(rest, t),
    ]),
  ];
}

/** What somebody sends to whoever can help them: to a partner, or to the administrator of the tenant that they are a guest in. */
export function textForOthersFold(verdict: Verdict, t: Translator): readonly Fold[] {
  const forAdministrator = guestTextFold(verdict, t);
  return forAdministrator.length > 0 ? forAdministrator : partnerTextFold(verdict, t);
}

/** Where only a partner can help. Where nobody saw any Azure, it asks for that first. */
function partnerTextFold({ scenario, blockers: [first], notices }: Verdict, t: Translator): readonly Fold[] {
  if (scenario === 'add-microsoft-365') return [];
  const soldBy: readonly BlockerId[] = ['azure-from-partner', 'partner-orders', 'bought-through-partner'];
  const unseen = notices.find(({ id }) => id === 'partner-by-answer' || id === 'partner-by-answer-move');
  const sold = first !== undefined && soldBy.includes(first.id) ? first : undefined;
  const told = unseen ?? sold;
  if (told === undefined) return [];
  const about = spoken(told.about, t);
  const text =
    unseen === undefined
      ? t(`card.verdict.partner-text-${scenario}`, about)
      : t(`card.verdict.partner-text-unseen-${scenario}`, about);
  return fold(t('card.verdict.partner-text'), [textToSend(text, t)]);
}

function guestTextFold({ scenario, blockers, notices }: Verdict, t: Translator): readonly Fold[] {
  const guest = blockers.find(({ id }) => id === 'guest-account') ?? notices.find(({ id }) => id === 'guest-here');
  if (guest === undefined) return [];
  const about = spoken(guest.about, t);
  return fold(t('card.verdict.guest-text', about), [textToSend(t(`card.verdict.guest-text-${scenario}`, about), t)]);
}

/** What is good to know and not in the way, folded. */
export function noticesFold(
  notices: readonly Notice[],
  others: readonly CardElement[],
  t: Translator,
): readonly Fold[] {
  const { shown: told, rest } = capped(notices, mostTold);
  const lines = told.map((notice) => noticeText(notice, t));
  return fold(t('card.verdict.notices', { count: t.number(notices.length) }), [
    ...bullets(lines),
    ...restLine(rest, t),
    ...others,
  ]);
}

/** How somebody stands, in a title. */
export function verdictTitle(verdict: Verdict, t: Translator): string {
  const { scenario, outcome } = verdict;
  if (isGuestUnsure(verdict)) return t('blockers.guest-account.title');
  if (acceptsHere(verdict)) return t('card.verdict.comes-here-title');
  const areHere = areBothHere(verdict) || (isAnotherForbidden(verdict) && isTogether(verdict));
  if (areHere) return t(`verdict.${scenario}.already-done.title`);
  if (scenario !== 'join' && betterRoute(verdict) !== null) return t(`card.verdict.already.${scenario}`);
  return isStartMissing(verdict) ? t('card.verdict.right-tenant') : t(`verdict.${scenario}.${outcome}.title`);
}

/** What that means: for what could not be seen, what it was. Empty where a notice in sight says it. */
export function verdictText(verdict: Verdict, names: typeof shown, t: Translator): string {
  const { scenario, outcome, blockers, notices } = verdict;
  const [first] = blockers;
  if (isGuestUnsure(verdict)) return '';
  // Whoever has a deadline has something to do.
  if (outcome === 'already-done' && notices.some(({ id }) => urgentNotices.includes(id))) return '';
  if (first !== undefined && isAnotherForbidden(verdict))
    return `${t(`blockers.${first.id}.title`)}. ${t(`verdict.${scenario}.${outcome}.text`)}`;
  if (betterRoute(verdict) !== null) return unseen(verdict, names, t);
  if (acceptsHere(verdict)) return comesHereText(verdict, names, t);
  if (outcome === 'held-back' && (isGoalHere(verdict) || isTogether(verdict))) return stoppedText(verdict, t);
  if (blockers.some(({ id }) => forOthers.includes(id))) return '';
  const cameForIt = alreadyHere(verdict);
  const telling = outcome === 'unsure' ? mostTelling(verdict) : undefined;
  // What has stopped is told by its name.
  const isTold = cameForIt !== undefined && telling?.answer === 'no';
  const named =
    telling === undefined || isTold ? '' : t(`checks.${telling.id}.${telling.answer}`, names(telling.about, t));
  const needsNoMore = isStartMissing(verdict) || areBothHere(verdict);
  const goesOn = goalUnseen(verdict) === null ? t(`verdict.${scenario}.${outcome}.text`) : t('card.verdict.look-first');
  return [
    cameForIt === undefined ? '' : t(`notices.${cameForIt.id}`, names(cameForIt.about, t)),
    mayHaveRoleWaiting(verdict) ? t('card.verdict.activate-first') : '',
    named,
    needsNoMore ? '' : goesOn,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whoever comes for Microsoft 365 and has both hears first that it is here, and then what their Azure lacks. */
export function alreadyHere(verdict: Verdict): Notice | undefined {
  if (verdict.scenario !== 'add-microsoft-365' || !areBothHere(verdict)) return undefined;
  return verdict.notices.find(({ id }) => id === 'microsoft-365-already-here');
}

/** Whether nothing is in the way but a role that may be waiting: whoever has it inactive sees too little to look first. */
export function mayHaveRoleWaiting({ outcome, checks }: Verdict): boolean {
  return outcome === 'unsure' && checks.some(({ because }) => because === 'eligible-roles-hidden');
}

/** What the route leads to, where nobody could see whether it is here already; null where that is known. */
export function goalUnseen({ scenario, outcome, checks }: Verdict): (typeof cameFor)[keyof typeof cameFor] | null {
  if (scenario === 'join' || outcome !== 'unsure') return null;
  const goal = cameFor[scenario];
  return checks.some(({ id, answer }) => id === goal && answer === 'cannot-tell') ? goal : null;
}

/** Which of the two nobody could see, for somebody who joins them; null where both were looked for. */
export function productUnseen({ scenario, outcome, checks }: Verdict): PresenceId | null {
  if (scenario !== 'join' || outcome !== 'unsure') return null;
  return presence.find((id) => checks.some((check) => check.id === id && check.answer === 'cannot-tell')) ?? null;
}

/** What could not be seen of what decides; empty where all of it was. */
function unseen({ checks }: Verdict, names: typeof shown, t: Translator): string {
  const open = checks.find(({ id, answer }) => isPresence(id) && answer === 'cannot-tell');
  return open === undefined ? '' : t(`checks.${open.id}.cannot-tell`, names(open.about, t));
}

/** Nothing that the person fixes first: it goes on with this account, or with others. */
const forOthers: readonly BlockerId[] = ['personal-move', 'partner-admin', 'move-as-partner'];

/** That the subscription comes here, and who accepts it. */
function comesHereText({ checks }: Verdict, names: typeof shown, t: Translator): string {
  const acceptor = checks.find(({ id }) => id === 'accepting-administrator');
  if (acceptor === undefined) return '';
  const about = names(acceptor.about, t);
  return `${t('card.verdict.comes-here', about)} ${t(`checks.${acceptor.id}.${acceptor.answer}`, about)}`;
}

/** Nobody "can get Azure afterwards" where it is: it works again, or something else is in the way. */
function stoppedText(verdict: Verdict, t: Translator): string {
  const stops: readonly BlockerId[] = ['subscription-disabled', 'subscription-past-due'];
  if (!verdict.blockers.some(({ id }) => stops.includes(id))) return '';
  return t(isTogether(verdict) ? 'card.verdict.both-here-stopped' : 'card.verdict.azure-stopped');
}

/** Being a guest explains why so little could be seen. */
export function isGuestUnsure({ outcome, notices }: Verdict): boolean {
  return outcome === 'unsure' && notices.some(({ id }) => id === 'guest-here');
}

/** What another tenant holds can never be seen from here, so it says least. */
function mostTelling(verdict: Verdict): Check | undefined {
  const lacking = lackingCheck(verdict);
  const missing = verdict.checks.find(({ id, answer }) => id === lacking && answer === 'no');
  if (missing !== undefined) return missing;
  // That a role on the billing account was not read holds nobody back.
  const open = verdict.checks.filter(
    ({ answer, because }) => answer === 'cannot-tell' && because !== 'billing-role-unread',
  );
  const goal = goalUnseen(verdict);
  return (
    open.find(({ id }) => id === goal) ??
    open.find(({ id }) => isPresence(id)) ??
    open.find(({ because }) => because !== 'other-tenant') ??
    open[0]
  );
}

/** What was seen to be lacking and still holds nobody back. */
function lackingCheck(verdict: Verdict): CheckId | null {
  if (areBothHere(verdict)) return 'subscription-usable';
  return verdict.scenario === 'join' ? 'has-azure' : null;
}

/** One notice in words, names ready to stand in a card. */
function noticeText(notice: Notice, t: Translator): string {
  return t(`notices.${notice.id}`, shown(notice.about, t));
}

/** The same marks give the same count, whatever the outcome. */
function isAwaited({ scenario, checks }: ChecksView, { id, answer }: Check): boolean {
  if (answer !== 'no') return false;
  if (scenario !== 'join') return id === cameFor[scenario];
  // Each is in a tenant of its own: where one is, the other is not.
  return isPresence(id) && checks.some((other) => isPresence(other.id) && other.answer === 'yes');
}

function checkLine(check: Check, t: Translator): CardElement {
  const answer =
    check.answer === 'no' && isPresence(check.id)
      ? `– ${t('answer.not-here')}`
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
