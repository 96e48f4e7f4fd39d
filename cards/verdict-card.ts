import { blockerLinks, stepLinks } from '../src/domain/links.ts';
import type { StepId } from '../src/domain/steps.ts';
import {
  type Blocker,
  type BlockerId,
  type Notice,
  needsAcceptor,
  type Verdict,
  type VerdictOutcome,
} from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardButton, CardElement, CardState } from './adaptive-card.ts';
import { box, buildCard, button, heading, linkButton, paragraph, shown, spoken, stateBadge, strong } from './pieces.ts';
import { blockersFolds, checksFold, noticesFold, noticeText, wayOutItems } from './verdict-parts.ts';

export interface VerdictView {
  readonly verdict: Verdict;
  /** ISO 8601. */
  readonly readAt: string;
  /** Where an administrator approves the bot for this tenant; shown where nobody has. */
  readonly consentUrl?: string | null;
  /** The first step that is not ticked; null where there is none, or where it may not be taken at once. */
  readonly nextStep?: StepId | null;
}

/** How each outcome stands. */
const states = {
  ready: 'ready',
  'held-back': 'held-back',
  unsure: 'needs-a-look',
  'already-done': 'proven',
  'out-of-scope': 'held-back',
} as const satisfies Record<VerdictOutcome, CardState>;

type WayOut = 'ask-admin' | 'sign-out' | 'show-support-text' | 'show-alternatives' | 'link' | 'check-again';

/** The one next thing for what is in the way. `link`: the first of its links. */
const waysOut = {
  'personal-account': 'sign-out',
  'guest-account': 'sign-out',
  'partner-admin': 'check-again',
  'unmanaged-tenant': 'ask-admin',
  'customers-tenant': 'sign-out',
  'role-missing': 'ask-admin',
  'role-to-activate': 'link',
  'enterprise-agreement': 'show-support-text',
  'enterprise-licences': 'show-support-text',
  'bought-through-partner': 'link',
  'azure-from-partner': 'link',
  'developer-tenant': 'link',
  'offer-cannot-move': 'show-alternatives',
  'not-owner': 'ask-admin',
  'owner-with-condition': 'ask-admin',
  'no-subscription-to-move': 'link',
  'subscription-disabled': 'link',
  'subscription-past-due': 'link',
  'microsoft-365-expired': 'link',
} as const satisfies Record<BlockerId, WayOut>;

/** Tells in two seconds how somebody stands and what to do next; what was looked at, and what is good to know, is one press away. */
export function verdictCard(view: VerdictView, t: Translator): AdaptiveCard {
  const { verdict } = view;
  const [first] = verdict.blockers;
  const words = `verdict.${verdict.scenario}.${verdict.outcome}` as const;
  const text = t(`${words}.text`);
  const checks = { ...verdict, readAt: view.readAt, consentUrl: view.consentUrl ?? null };
  return buildCard(
    t,
    { title: t(`${words}.title`), text: spokenText(view, text, t) },
    [
      stateBadge(states[verdict.outcome], t),
      heading(first === undefined ? t(`${words}.title`) : t(`blockers.${first.id}.title`, shown(first.about, t))),
      ...(first === undefined ? [paragraph(text)] : wayOutItems(first, t, waysOut[first.id] === 'link' ? 1 : 0)),
      ...beforeStarting(view, t),
      ...nextStepItems(view.nextStep ?? null, t),
      ...blockersFolds(verdict.blockers, text, t),
      ...checksFold(checks, t),
      ...noticesFold(
        verdict.notices.filter((notice) => notice !== toSee(view)),
        t,
      ),
    ],
    verdictButtons(view, t),
  );
}

/** What is in the way and the way out, or what must not be missed before the first step. */
function spokenText(view: VerdictView, text: string, t: Translator): string {
  const [first] = view.verdict.blockers;
  const notice = toSee(view);
  if (first !== undefined) {
    const about = spoken(first.about, t);
    return `${t(`blockers.${first.id}.title`, about)}. ${t(`blockers.${first.id}.what-to-do`, about)}`;
  }
  const step = view.nextStep == null ? '' : t('card.verdict.first-step', { title: t(`steps.${view.nextStep}.title`) });
  const warned = notice === undefined ? '' : t(`notices.${notice.id}`, spoken(notice.about, t));
  return [text, warned, step].filter((part) => part !== '').join(' ');
}

/** With whom to sign up: the one thing that makes a second tenant when it is missed. */
function toSee({ verdict, nextStep }: VerdictView): Notice | undefined {
  return nextStep == null ? undefined : verdict.notices.find(({ id }) => id === 'use-this-account');
}

function beforeStarting(view: VerdictView, t: Translator): readonly CardElement[] {
  const notice = toSee(view);
  return notice === undefined ? [] : [box('warning', [paragraph(noticeText(notice, t))])];
}

function nextStepItems(step: StepId | null, t: Translator): readonly CardElement[] {
  if (step === null) return [];
  return [
    strong(t('card.verdict.first-step', { title: t(`steps.${step}.title`) })),
    paragraph(t(`steps.${step}.body`)),
  ];
}

function verdictButtons(view: VerdictView, t: Translator): readonly CardButton[] {
  const { verdict } = view;
  const all = [...wayOutButtons(view, t), ...otherButtons(verdict, t)];
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at).map(onlyFirstStandsOut);
}

/** What to do next, and the second thing in sight. */
function wayOutButtons({ verdict, nextStep }: VerdictView, t: Translator): readonly CardButton[] {
  const [first] = verdict.blockers;
  const again = button(t('button.check-again'), { do: 'check-again' });
  if (first !== undefined) return [wayOutButton(first, t), again];
  if (verdict.outcome === 'already-done') return [button(t('button.show-status'), { do: 'show-status' }), again];
  const steps = button(t('button.show-steps'), { do: 'show-steps' });
  if (nextStep == null) return verdict.steps.length > 0 ? [steps, again] : [again];
  const [link] = stepLinks[nextStep];
  const done = button(t('button.i-have-done-it'), { do: 'i-have-done-it' });
  return link === undefined ? [steps, done] : [linkButton(link, t), done, steps];
}

function wayOutButton({ id }: Blocker, t: Translator): CardButton {
  const way: WayOut = waysOut[id];
  switch (way) {
    case 'link':
      return linkButton(blockerLinks[id][0], t);
    case 'show-support-text':
      return button(t('button.show-support-text'), { do: 'show-topic', topic: 'enterprise-agreement' });
    case 'show-alternatives':
      return button(t('button.show-alternatives'), { do: 'show-topic', topic: 'alternatives-to-moving' });
    default:
      return button(t(`button.${way}`), { do: way });
  }
}

function otherButtons(verdict: Verdict, t: Translator): readonly CardButton[] {
  const cannotMove =
    verdict.scenario === 'join' && (verdict.outcome === 'held-back' || verdict.outcome === 'out-of-scope');
  return [
    ...(verdict.steps.length > 0 ? [button(t('button.show-steps'), { do: 'show-steps' })] : []),
    ...(needsAdmin(verdict) ? [button(t('button.ask-admin'), { do: 'ask-admin' })] : []),
    ...(needsAcceptor(verdict) ? [button(t('button.ask-acceptor'), { do: 'ask-acceptor' })] : []),
    ...(cannotMove
      ? [button(t('button.show-alternatives'), { do: 'show-topic', topic: 'alternatives-to-moving' })]
      : []),
    button(t('button.check-again'), { do: 'check-again' }),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-status'), { do: 'show-status' }),
  ];
}

function isSame(one: CardButton, other: CardButton): boolean {
  return one.title === other.title;
}

function onlyFirstStandsOut(one: CardButton, at: number): CardButton {
  return at === 0 ? { ...one, style: 'positive' } : one;
}

function needsAdmin(verdict: Verdict): boolean {
  const forAdmins = ['role-missing', 'unmanaged-tenant', 'not-owner', 'owner-with-condition'];
  // Who sees no waiting role when they look needs the administrator after all.
  const mayLackRole = verdict.checks.some(
    (check) => check.id === 'purchase-role' && check.because === 'eligible-roles-hidden',
  );
  return mayLackRole || verdict.blockers.some((blocker) => forAdmins.includes(blocker.id));
}
