import { type LinkId, linkUrls, stepLinks } from '../src/domain/links.ts';
import { type Plan, type PlanStep, stepsToTell } from '../src/domain/plan.ts';
import { type StepId, warnedSteps } from '../src/domain/steps.ts';
import type { Blocker } from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardButton, CardElement } from './adaptive-card.ts';
import {
  addressLines,
  box,
  buildCard,
  bullets,
  button,
  fold,
  heading,
  linkButton,
  linkLines,
  paragraph,
  primaryButton,
  progress,
  remark,
  smallButton,
  strong,
  subheading,
} from './pieces.ts';
import { plainText, spokenText } from './plain-text.ts';
import { blockerBox, blockersFolds } from './verdict-parts.ts';

export interface StepsView {
  readonly plan: Plan;
  /** What is in the way, told before the steps. */
  readonly blockers?: readonly Blocker[];
  /** Whoever has Azure already adds a subscription: what is free is for people who are new to it. */
  readonly hasAzure?: boolean;
  /** The user name to sign up with; absent when it was not read. */
  readonly account?: string | null;
  /** False on a card above what the chat goes on with: it tells how things stand, and leads back. */
  readonly isOpen?: boolean;
}

/** Shows how far somebody is and the step that is next, its warning first. Other steps and notes are one press away. */
export function stepsCard(view: StepsView, t: Translator): AdaptiveCard {
  const { plan, blockers = [], hasAzure = false, account = null, isOpen = true } = view;
  const scenario = t(`scenarios.${plan.scenario}.name`);
  const isGeneral = plan.basis === 'general';
  const title = t(isGeneral ? 'card.steps.unchecked-title' : 'card.steps.title', { scenario });
  const counted = t('card.steps.counted', { count: plan.done.length, total: plan.steps.length });
  const steps = stepsToTell(plan);
  const next = steps.find((step) => step.state === 'next');
  const [blocker] = blockers;
  return buildCard(
    t,
    { title, text: spokenProgress(next, hasAzure, account, counted, t) },
    [
      heading(title),
      ...(isGeneral ? [remark(t('card.steps.unchecked'))] : []),
      progress(plan.done.length, plan.steps.length, next === undefined ? counted : placeOf(next, t)),
      ...(blocker === undefined ? [] : [blockerBox(blocker, t)]),
      ...(next === undefined ? [strong(t('card.steps.all-done'))] : nextItems(next, hasAzure, account, t)),
      ...(next === undefined ? [] : fold(t('card.steps.notes'), noteItems(next.id, hasAzure, t))),
      ...fold(
        counted,
        steps.flatMap((step) => lineOf(step, isOpen ? plan.done.at(-1) : undefined, t)),
      ),
      ...blockersFolds(blockers, '', t),
    ],
    buttonsOf(view, next, t),
    // Where a step has no page of its own, its tick stands alone.
    !isGeneral && next !== undefined && linksOf(next.id, hasAzure).length === 0 ? 1 : 2,
  );
}

/** A step in words, where no card is drawn. */
export function stepTexts(
  step: PlanStep,
  { hasAzure = false, account = null }: Omit<StepsView, 'plan'>,
  t: Translator,
) {
  return {
    place: placeOf(step, t),
    state: stateWord(step, t),
    title: t(`steps.${step.id}.title`),
    body: bodyOf(step.id, hasAzure, t),
    warnings: warningOf(step.id, t),
    account: signsIn(step.id, account) ? t('card.steps.account', { account: spokenText(account) }) : null,
    links: linksOf(step.id, hasAzure).map((id) => ({ title: t(`links.${id}`), url: linkUrls[id] })),
  };
}

/** The step that is next: its title, what must not be missed, and what to do. */
function nextItems(step: PlanStep, hasAzure: boolean, account: string | null, t: Translator): readonly CardElement[] {
  return [
    subheading(t(`steps.${step.id}.title`)),
    ...warningOf(step.id, t).map((words) => box('warning', [paragraph(words)])),
    paragraph(bodyOf(step.id, hasAzure, t)),
    ...(signsIn(step.id, account) ? [strong(t('card.steps.account', { account: plainText(account) }))] : []),
  ];
}

/** The steps at which somebody signs in to sign up: another account there makes a second tenant. */
const signInSteps: readonly StepId[] = [
  'azure-open-sign-up',
  'azure-sign-in-with-work-account',
  'm365-sign-in-with-azure-account',
];

function signsIn(step: StepId, account: string | null): account is string {
  return account !== null && signInSteps.includes(step);
}

function bodyOf(step: StepId, hasAzure: boolean, t: Translator): string {
  return addsSubscription(step, hasAzure) ? t('card.steps.add-subscription') : t(`steps.${step}.body`);
}

function addsSubscription(step: StepId, hasAzure: boolean): boolean {
  return hasAzure && step === 'azure-open-sign-up';
}

/** The sign-in is on the page that the step before opened. */
const onSignUpPage: readonly StepId[] = ['azure-open-sign-up', 'azure-sign-in-with-work-account'];

function linksOf(step: StepId, hasAzure: boolean): readonly LinkId[] {
  return hasAzure && onSignUpPage.includes(step) ? ['azure-subscriptions'] : stepLinks[step];
}

function warningOf(step: StepId, t: Translator): readonly string[] {
  return warnedSteps.includes(step) ? t.lines(`steps.${step}.notes`).slice(0, 1) : [];
}

/** What is good to know about a step, and the links that are no button. */
function noteItems(step: StepId, hasAzure: boolean, t: Translator): readonly CardElement[] {
  const notes = t.lines(`steps.${step}.notes`).slice(warnedSteps.includes(step) ? 1 : 0);
  const [first, ...others] = linksOf(step, hasAzure);
  const address = first !== undefined && signInSteps.includes(step) ? addressLines(first, t) : [];
  return [...bullets(notes), ...address, ...linkLines(others, t)];
}

/** Each step in one line. Only the last tick can be taken back, where people look for it. */
function lineOf(step: PlanStep, undoable: StepId | undefined, t: Translator): readonly CardElement[] {
  const line = remark(stepLine(step, t));
  if (step.id !== undoable) return [line];
  const label = t('button.untick-step', { step: step.number });
  const untick = smallButton(label, { do: 'tick-step', step: step.id, done: false });
  return [line, { type: 'ActionSet', actions: [untick] }];
}

/** "✓ Done · Step 2 of 5: …": the state is a word, never only a sign. */
export function stepLine(step: PlanStep, t: Translator): string {
  const signs = { done: '✓ ', next: '→ ', later: '' };
  return `${signs[step.state]}${stateWord(step, t)} · ${t.labelled(placeOf(step, t), t(`steps.${step.id}.title`))}`;
}

function stateWord({ state }: PlanStep, t: Translator): string {
  const words = { done: 'card.steps.done', next: 'card.steps.current', later: 'card.steps.todo' } as const;
  return t(words[state]);
}

function placeOf(step: PlanStep, t: Translator): string {
  return t('card.steps.progress', { step: step.number, total: step.of });
}

function spokenProgress(
  next: PlanStep | undefined,
  hasAzure: boolean,
  account: string | null,
  counted: string,
  t: Translator,
): string {
  if (next === undefined) return `${counted}. ${t('card.steps.all-done')}`;
  const title = t.labelled(placeOf(next, t), t(`steps.${next.id}.title`));
  const named = signsIn(next.id, account) ? [t('card.steps.account', { account: spokenText(account) })] : [];
  return [`${counted}.`, `${title}.`, ...warningOf(next.id, t), bodyOf(next.id, hasAzure, t), ...named].join(' ');
}

/** The steps at which the Owner has the portal's link in hand. */
const askAt: readonly StepId[] = ['join-send-request', 'join-accept-request'];

function buttonsOf({ plan, hasAzure = false, isOpen = true }: StepsView, next: PlanStep | undefined, t: Translator) {
  if (!isOpen) return [primaryButton(t('button.show-steps'), { do: 'show-steps' })];
  return plan.basis === 'general' ? generalButtons(next, t) : checkedButtons(plan, next, hasAzure, t);
}

/** Where the step happens stands out, then the tick that moves on; who did all of it at once says so in a small line. With every tick there, it is time to look. */
function checkedButtons(
  plan: Plan,
  next: PlanStep | undefined,
  hasAzure: boolean,
  t: Translator,
): readonly CardButton[] {
  const allDone = { do: 'i-have-done-it' } as const;
  const again = button(t('button.check-again'), { do: 'check-again' });
  const [first, ...others] =
    next === undefined
      ? [button(t('button.i-have-done-it'), allDone), again]
      : [...stepButtons(next, hasAzure, t), smallButton(t('button.i-have-done-it'), allDone), again];
  return [
    ...(first === undefined ? [] : [{ ...first, style: 'positive' as const }]),
    ...others,
    button(t('button.remind-tomorrow'), { do: 'remind-me', when: 'tomorrow' }),
    ...(next !== undefined && askAt.includes(next.id) ? [] : backgroundButton(plan, t)),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-menu'), { do: 'show-menu' }),
  ];
}

function stepButtons(next: PlanStep, hasAzure: boolean, t: Translator): readonly CardButton[] {
  const links = linksOf(next.id, hasAzure)
    .slice(0, 1)
    .map((id) => linkButton(id, t));
  const tick = tickButton(next, t);
  if (!askAt.includes(next.id)) return [...links, tick];
  const ask = button(t('button.ask-acceptor'), { do: 'ask-acceptor' });
  return next.id === 'join-accept-request' ? [ask, tick, ...links] : [...links, tick, ask];
}

/** Says which step it ticks, so that it can stand alone. */
export function tickButton({ id, number }: Pick<PlanStep, 'id' | 'number'>, t: Translator): CardButton {
  return button(t('button.tick-step', { step: number }), { do: 'tick-step', step: id, done: true });
}

function backgroundButton(plan: Plan, t: Translator): readonly CardButton[] {
  return plan.scenario === 'join'
    ? [button(t('button.show-consequences'), { do: 'show-topic', topic: 'change-directory-consequences' })]
    : [button(t('button.show-background'), { do: 'show-topic', topic: 'background' })];
}

function generalButtons(next: PlanStep | undefined, t: Translator): readonly CardButton[] {
  return [
    primaryButton(t('button.sign-in'), { do: 'sign-in' }),
    ...(next === undefined ? [] : [tickButton(next, t)]),
    ...(next === undefined ? [] : stepLinks[next.id].slice(0, 1).map((id) => linkButton(id, t))),
    button(t('button.show-background'), { do: 'show-topic', topic: 'background' }),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-menu'), { do: 'show-menu' }),
  ];
}
