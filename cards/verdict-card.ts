import { blockerLinks, type LinkId, stepLinks } from '../src/domain/links.ts';
import type { Move } from '../src/domain/plan.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { StepId } from '../src/domain/steps.ts';
import {
  acceptsHere,
  areBothHere,
  type Blocker,
  type BlockerId,
  betterRoute,
  type CheckId,
  isAnotherForbidden,
  isStartMissing,
  isTogether,
  type Notice,
  type NoticeId,
  needsAcceptor,
  needsAdmin,
  urgentNotices,
  type Verdict,
  type VerdictOutcome,
} from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardButton, CardElement, CardState } from './adaptive-card.ts';
import { changesFold, moveLines } from './join-parts.ts';
import {
  addressLines,
  box,
  buildCard,
  button,
  heading,
  linkButton,
  paragraph,
  shown,
  smallButton,
  spoken,
  stateBadge,
  strong,
} from './pieces.ts';
import { tickButton } from './steps-card.ts';
import {
  alreadyHere,
  blockersFolds,
  checksFold,
  goalUnseen,
  isGuestUnsure,
  mayHaveRoleWaiting,
  noticesFold,
  productUnseen,
  textForOthersFold,
  verdictText,
  verdictTitle,
} from './verdict-parts.ts';

export interface VerdictView {
  readonly verdict: Verdict;
  /** ISO 8601. */
  readonly readAt: string;
  /** Where an administrator approves the bot for this tenant; shown where nobody has. */
  readonly consentUrl?: string | null;
  /** The first step that is not ticked; null where there is none, or where it may not be taken at once. */
  readonly nextStep?: StepId | null;
  /** What moves, for somebody who may move it and has not yet agreed to what that breaks. */
  readonly move?: Move | null;
}

/** How each outcome stands. */
const states = {
  ready: 'ready',
  'held-back': 'held-back',
  unsure: 'needs-a-look',
  'already-done': 'proven',
  'out-of-scope': 'another-way',
} as const satisfies Record<VerdictOutcome, CardState>;

type WayOut =
  | 'ask-admin'
  | 'sign-out'
  | 'other-account'
  | 'show-support-text'
  | 'show-alternatives'
  | 'link'
  | 'check-again';

/** The one next thing for what is in the way. `link`: the first of its links. */
const waysOut = {
  'personal-account': 'sign-out',
  'personal-move': 'link',
  'guest-account': 'sign-out',
  'partner-admin': 'link',
  'partner-orders': 'link',
  'move-as-partner': 'show-alternatives',
  'partner-cannot-move': 'link',
  'unmanaged-tenant': 'link',
  'customers-tenant': 'sign-out',
  'role-missing': 'ask-admin',
  'role-to-activate': 'link',
  'enterprise-agreement': 'show-support-text',
  'enterprise-licences': 'show-support-text',
  'enterprise-move': 'show-support-text',
  'bought-through-partner': 'link',
  'azure-from-partner': 'link',
  'developer-tenant': 'other-account',
  'developer-licences': 'other-account',
  'offer-cannot-move': 'show-alternatives',
  'not-owner': 'ask-admin',
  'owner-with-condition': 'ask-admin',
  'no-subscription-to-move': 'link',
  'subscription-disabled': 'link',
  'subscription-past-due': 'link',
  'microsoft-365-disabled': 'link',
} as const satisfies Record<BlockerId, WayOut>;

/** Tells in two seconds how somebody stands and what to do next; what was looked at, and what is good to know, is one press away. */
export function verdictCard(view: VerdictView, t: Translator): AdaptiveCard {
  const { verdict } = view;
  const [first] = verdict.blockers;
  const title = verdictTitle(verdict, t);
  const isAlready = isAnotherForbidden(verdict);
  const text = verdictText(verdict, shown, t);
  const checks = { ...verdict, readAt: view.readAt, consentUrl: view.consentUrl ?? null };
  const boxed = warnings(view, shown, t);
  return buildCard(
    t,
    { title, text: spokenText(view, t) },
    [
      stateBadge(states[verdict.outcome], t),
      heading(first === undefined || isAlready ? title : t(`blockers.${first.id}.title`, shown(first.about, t))),
      ...(first === undefined ? sentences(view, text) : [paragraph(wayOutText(verdict, first, shown, t))]),
      ...(boxed.length === 0 ? [] : [box('warning', boxed.map(paragraph))]),
      ...nextStepItems(view, t),
      ...(view.move == null ? [] : changesFold(t)),
      ...blockersFolds(verdict.blockers, text, t, first === undefined ? [] : linksBesideButton(first)),
      ...textForOthersFold(verdict, t),
      ...checksFold(checks, t),
      ...noticesFold(noticesToUnfold(view, t), addressOf(view, t), t),
    ],
    verdictButtons(view, t),
    // Whoever agrees to a move does one thing.
    view.move == null ? 2 : 1,
  );
}

/** What is not in sight, or only in short. */
function noticesToUnfold(view: VerdictView, t: Translator): readonly Notice[] {
  const inSight = noticesInSight(view);
  const cut = inSight.filter((notice) => inShort(view, notice, shown, t) !== null);
  const rest = view.verdict.notices.filter((one) => !inSight.includes(one) && one !== alreadyHere(view.verdict));
  return [...cut, ...rest];
}

/** The same in words, where no card is drawn: what is in the way with the way out, or what the verdict means. */
export function verdictTexts(view: VerdictView, t: Translator) {
  const { verdict } = view;
  const [first] = verdict.blockers;
  const isBlocker = first !== undefined && !isAnotherForbidden(verdict);
  return {
    state: states[verdict.outcome],
    title: isBlocker ? t(`blockers.${first.id}.title`, spoken(first.about, t)) : verdictTitle(verdict, t),
    text: first === undefined ? verdictText(verdict, spoken, t) : wayOutText(verdict, first, spoken, t),
    warnings: warnings(view, spoken, t),
  };
}

/** The address behind the button, where another account there would sign up. */
function addressOf(view: VerdictView, t: Translator): readonly CardElement[] {
  const namesAccount = noticesInSight(view).some(({ id }) => signUpAccount.includes(id));
  const [link] = view.nextStep == null ? [] : stepLinks[view.nextStep];
  return namesAccount && link !== undefined ? addressLines(link, t) : [];
}

/** Where the way out is a link, the first one is a button. */
function linksBesideButton({ id }: Blocker): readonly LinkId[] {
  return blockerLinks[id].slice(waysOut[id] === 'link' ? 1 : 0);
}

/** What the verdict means. Where somebody is ready, what must not be missed takes the room: the title and the button say it, too. */
function sentences({ verdict, nextStep, move }: VerdictView, text: string): readonly CardElement[] {
  const isFull = hasDeadline(verdict) || isAgreementUnknown(verdict) || nextStep === checksRole;
  const isTold = move != null || (verdict.outcome === 'ready' && isFull);
  return text === '' || isTold ? [] : [paragraph(text)];
}

/** What is in the way and the way out, or what must not be missed before the first step. */
function spokenText(view: VerdictView, t: Translator): string {
  const [first] = view.verdict.blockers;
  if (first !== undefined) {
    const about = spoken(first.about, t);
    const title = isAnotherForbidden(view.verdict) ? '' : `${t(`blockers.${first.id}.title`, about)}. `;
    return [`${title}${wayOutText(view.verdict, first, spoken, t)}`, ...warnings(view, spoken, t)].join(' ');
  }
  const step = view.nextStep == null ? '' : t('card.verdict.first-step', { title: t(`steps.${view.nextStep}.title`) });
  // Not everywhere in sight, but whoever signs up outside their agreement pays for it.
  const inSight = noticesInSight(view);
  const agreement = view.verdict.notices
    .filter((notice) => !inSight.includes(notice))
    .filter(({ id }) => id === 'agreement-unknown' || id === 'agreement-unknown-move')
    .map(({ id }) => t(`notices.${id}`))
    .join(' ');
  return [verdictText(view.verdict, spoken, t), ...warnings(view, spoken, t), agreement, step]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * What is told where everybody sees it: who somebody is here and what the tenant is, that what the route starts from was not
 * found, the most urgent deadline, which account to sign up with, and that an Enterprise Agreement forbids it. Beside what is in the
 * way there is room for one.
 */
function noticesInSight({ verdict, nextStep, move }: VerdictView): readonly Notice[] {
  const here = verdict.notices.filter(({ id }) => whoAndWhere.includes(id));
  const whose = verdict.notices.filter(({ id }) => id === 'signed-in-as');
  if (verdict.blockers.length > 0) return [...mostUrgent(verdict), ...whose, ...here].slice(0, 1);
  const missing = isStartMissing(verdict) ? verdict.notices.filter(({ id }) => notFound.includes(id)) : [];
  const begins = nextStep != null || move != null;
  const first = begins ? verdict.notices.filter(({ id }) => beforeTheFirstStep.includes(id)) : [];
  return [...here, ...missing, ...mostUrgent(verdict), ...first];
}

const whoAndWhere: readonly NoticeId[] = [
  'guest-here',
  'direction-unknown',
  'developer-tenant-here',
  'partner-by-answer',
  'partner-by-answer-move',
];
const notFound: readonly NoticeId[] = ['no-microsoft-365-found', 'no-azure-found'];
/** Its link is the shop, where filling in the form as a new customer makes a second tenant. */
const opensShop: StepId = 'm365-choose-plan';
/** Before that, it is too early to say that somebody may buy. */
const checksRole: StepId = 'm365-know-your-role';
const signUpAccount: readonly NoticeId[] = ['use-this-account', 'use-account-here'];
/** Who pays; the account makes a second tenant where it is another one; outside an Enterprise Agreement somebody pays twice. */
const beforeTheFirstStep: readonly NoticeId[] = [
  'signer-pays',
  'use-this-account',
  'use-account-here',
  'agreement-unknown',
  'agreement-unknown-move',
];

/** What is in the way first says itself what it is. Where there is nothing to sign up for, all that has stopped is told. */
function mostUrgent(verdict: Verdict): readonly Notice[] {
  const { notices, blockers } = verdict;
  const [first] = blockers;
  return urgentNotices
    .filter((urgent) => urgent !== first?.id)
    .flatMap((urgent) => notices.filter(({ id }) => id === urgent))
    .slice(0, areBothHere(verdict) ? 2 : 1);
}

/**
 * Beside the first step there is room for a deadline in short, and for one line about who signs up. The rest stands in the
 * fold. Empty where that line says it.
 */
function inShort(view: VerdictView, notice: Notice, names: typeof shown, t: Translator): string | null {
  if (view.nextStep == null) return null;
  const { id, about } = notice;
  const inSight = noticesInSight(view).map((one) => one.id);
  const isFull = hasDeadline(view.verdict);
  const isAccountTold = inSight.some((one) => signUpAccount.includes(one));
  if (isAccountTold && (id === 'signer-pays' || (id === 'agreement-unknown' && isFull))) return '';
  if (signUpAccount.includes(id))
    return inSight.length === 1 && isStepAlone(view) ? null : accountInShort(view, notice, names, t);
  if (!isFull) return null;
  if (id === 'role-ends-soon') return t('card.verdict.role-ends', names(about, t));
  if (id === 'trial-ends') return t('card.verdict.trial-ends', names(about, t));
  if (!urgentNotices.includes(id)) return null;
  const { product, subscription = '', date = '' } = about;
  return t(
    date === '' ? 'card.verdict.deadline' : 'card.verdict.deadline-on',
    names({ what: product ?? subscription, date }, t),
  );
}

/** Which account signs up, and in short what else is told about whoever does. */
function accountInShort(view: VerdictView, { about }: Notice, names: typeof shown, t: Translator): string {
  const inSight = noticesInSight(view).map(({ id }) => id);
  const isOutside = hasDeadline(view.verdict) && inSight.includes('agreement-unknown');
  const { account = t('card.verdict.account-here') } = names(about, t);
  const signUp = t(isOutside ? 'card.verdict.account-outside-agreement' : 'card.verdict.account', { account });
  return inSight.includes('signer-pays') ? `${signUp} ${t('card.verdict.account-pays')}` : signUp;
}

function warnings(view: VerdictView, names: typeof shown, t: Translator): readonly string[] {
  const told = noticesInSight(view)
    .map((notice) => inShort(view, notice, names, t) ?? t(`notices.${notice.id}`, names(notice.about, t)))
    .filter((line) => line !== '');
  if (view.move != null) return [...moveLines(view.move, names, t), ...told];
  return view.nextStep === opensShop ? [t('card.verdict.sign-in-first'), ...told] : told;
}

function isAgreementUnknown({ notices }: Verdict): boolean {
  return notices.some(({ id }) => id === 'agreement-unknown');
}

function hasDeadline(verdict: Verdict): boolean {
  return mostUrgent(verdict).length > 0;
}

/** Where a deadline or the agreement takes the room, the title of the step alone stands there. */
function isStepAlone({ nextStep, verdict }: VerdictView): boolean {
  return nextStep === opensShop || isAgreementUnknown(verdict) || hasDeadline(verdict);
}

/** The first step, or nothing where the button alone leads to it. */
function nextStepItems(view: VerdictView, t: Translator): readonly CardElement[] {
  const { nextStep, verdict } = view;
  if (nextStep == null || (nextStep === opensShop && isAgreementUnknown(verdict))) return [];
  return [
    strong(t('card.verdict.first-step', { title: t(`steps.${nextStep}.title`) })),
    ...(isStepAlone(view) ? [] : [paragraph(t(`steps.${nextStep}.body`))]),
  ];
}

function verdictButtons(view: VerdictView, t: Translator): readonly CardButton[] {
  const { verdict } = view;
  const all = [...wayOutButtons(view, t), ...otherButtons(verdict, t)];
  return all.filter((one, at) => all.findIndex(({ title }) => title === one.title) === at).map(onlyFirstStandsOut);
}

/** What to do about what is in the way; where it is here already, that is about another one. */
function wayOutText(verdict: Verdict, { id, about }: Blocker, names: typeof shown, t: Translator): string {
  const { scenario } = verdict;
  const text = t(`blockers.${id}.what-to-do`, names(about, t));
  return scenario !== 'join' && isAnotherForbidden(verdict) ? `${t(`card.verdict.another.${scenario}`)} ${text}` : text;
}

/** What to do next, and the second thing in sight. */
function wayOutButtons({ verdict, nextStep, move }: VerdictView, t: Translator): readonly CardButton[] {
  const [first] = verdict.blockers;
  const again = button(t('button.check-again'), { do: 'check-again' });
  const otherAccount = button(t('button.other-account'), { do: 'sign-out' });
  const better = betterRoute(verdict);
  if (first !== undefined && better !== null) return [routeButton(better, t), wayOutButton(first, t)];
  if (first !== undefined) {
    const second = first.id === 'personal-move' ? otherAccount : again;
    return [wayOutButton(first, t), mayHaveBoth(verdict) ? routeButton('join', t) : second];
  }
  if (areBothHere(verdict)) return [linkButton(bothHereLink(verdict), t), again];
  const steps = button(t('button.show-steps'), { do: 'show-steps' });
  const keep = verdict.notices.some(({ id }) => id === 'microsoft-365-ends') ? [linkButton('your-products', t)] : [];
  if (better !== null) return [...keep, routeButton(better, t), otherAccount];
  // Whoever is its Owner themselves sends the request with that account; a guest sees more with one of their own.
  if (acceptsHere(verdict) || isGuestUnsure(verdict)) return [...keep, steps, otherAccount];
  const unseen = goalUnseen(verdict) ?? productUnseen(verdict);
  if (mayHaveRoleWaiting(verdict))
    return [linkButton('activate-role', t), unseen === null ? steps : linkButton(whereToLook[unseen], t)];
  if (unseen !== null) return [linkButton(whereToLook[unseen], t), again];
  if (isStartMissing(verdict)) return [otherAccount, steps];
  if (verdict.outcome === 'already-done')
    return [...keep, button(t('button.show-status'), { do: 'show-status' }), again];
  const done = smallButton(t('button.i-have-done-it'), { do: 'i-have-done-it' });
  if (move != null) return [button(t('button.confirm-join'), { do: 'confirm-join' }), alternativesButton(t), done];
  if (nextStep == null) return verdict.steps.length > 0 ? [steps, again] : [again];
  const [link] = stepLinks[nextStep];
  const tick = tickButton({ id: nextStep, number: verdict.steps.indexOf(nextStep) + 1 }, t);
  return link === undefined ? [steps, tick, done] : [linkButton(link, t), tick, done, steps];
}

/** Whether moving may be the way out: from a developer tenant, and for whoever may buy in none of their tenants. */
function mayHaveBoth({ scenario, blockers: [first], notices }: Verdict): boolean {
  if (first?.id === 'developer-tenant') return true;
  return scenario !== 'join' && first?.id === 'role-missing' && notices.some(({ id }) => id === 'several-tenants');
}

/** Where people see for themselves what could not be read. */
const whereToLook = {
  'has-azure': 'azure-subscriptions',
  'has-microsoft-365': 'your-products',
} as const satisfies Partial<Record<CheckId, LinkId>>;

function alternativesButton(t: Translator): CardButton {
  return button(t('button.show-alternatives'), { do: 'show-topic', topic: 'alternatives-to-moving' });
}

/** Where a subscription is paid for, or else where it is switched on again. */
function bothHereLink({ notices }: Verdict): LinkId {
  const isUnpaid = notices.some(({ id }) => id === 'subscription-past-due');
  return blockerLinks[isUnpaid ? 'subscription-past-due' : 'subscription-disabled'][0];
}

function routeButton(scenario: Scenario, t: Translator): CardButton {
  return button(t(`scenarios.${scenario}.choice`), { do: 'choose-scenario', scenario });
}

function wayOutButton({ id }: Blocker, t: Translator): CardButton {
  const way: WayOut = waysOut[id];
  switch (way) {
    case 'link':
      return linkButton(blockerLinks[id][0], t);
    case 'show-support-text':
      return button(t('button.show-support-text'), { do: 'show-topic', topic: 'enterprise-agreement' });
    case 'show-alternatives':
      return alternativesButton(t);
    case 'other-account':
      return button(t('button.other-account'), { do: 'sign-out' });
    default:
      return button(t(`button.${way}`), { do: way });
  }
}

function otherButtons(verdict: Verdict, t: Translator): readonly CardButton[] {
  const isStuck = verdict.outcome === 'held-back' || verdict.outcome === 'out-of-scope';
  const cannotMove = verdict.scenario === 'join' && isStuck && !isTogether(verdict);
  return [
    ...(verdict.steps.length > 0 ? [button(t('button.show-steps'), { do: 'show-steps' })] : []),
    ...(needsAdmin(verdict) ? [button(t('button.ask-admin'), { do: 'ask-admin' })] : []),
    ...(needsAcceptor(verdict) ? [button(t('button.ask-acceptor'), { do: 'ask-acceptor' })] : []),
    ...(cannotMove ? [alternativesButton(t)] : []),
    button(t('button.check-again'), { do: 'check-again' }),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-status'), { do: 'show-status' }),
  ];
}

function onlyFirstStandsOut(one: CardButton, at: number): CardButton {
  return at === 0 ? { ...one, style: 'positive' } : one;
}
