import { stepLinks } from '../src/domain/links.ts';
import { type Plan, type PlanStep, stepsToTell } from '../src/domain/plan.ts';
import type { StepId } from '../src/domain/steps.ts';
import type { Blocker } from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardButton, CardElement, SubmitButton } from './adaptive-card.ts';
import {
  box,
  buildCard,
  bullets,
  button,
  heading,
  linkButton,
  linkLines,
  paragraph,
  primaryButton,
  remark,
  section,
  strong,
} from './pieces.ts';
import { blockerItems } from './verdict-parts.ts';

export interface StepsView {
  readonly plan: Plan;
  /** What is in the way, told before the steps. */
  readonly blockers?: readonly Blocker[];
}

/** Shows the steps: what is in the way first, the step that is next in full, done ones folded to one line. */
export function stepsCard(view: StepsView, t: Translator): AdaptiveCard {
  const { plan } = view;
  if (plan.steps.length === 0) return nothingToDoCard(view, t);
  const scenario = t(`scenarios.${plan.scenario}.name`);
  const isGeneral = plan.basis === 'general';
  const title = t(isGeneral ? 'card.steps.unchecked-title' : 'card.steps.title', { scenario });
  const counted = t('card.steps.counted', { count: plan.done.length, total: plan.steps.length });
  const steps = stepsToTell(plan);
  const allDone = steps.length > 0 && steps.every((step) => step.state === 'done');
  return buildCard(
    t,
    { title, text: spokenProgress(steps, counted, t) },
    [
      heading(title),
      ...(isGeneral ? [box('emphasis', [paragraph(t('card.steps.unchecked'))])] : []),
      ...((view.blockers?.length ?? 0) > 0 ? blockerItems(view.blockers ?? [], t) : []),
      remark(counted),
      ...steps.map((step) => section(stepItems(step, plan, t))),
      ...(allDone ? [section([strong(t('card.steps.all-done'))])] : []),
    ],
    isGeneral ? generalButtons(t) : checkedButtons(plan, t),
  );
}

/** A plan is empty where both are in one tenant, or where this route is not for the person: nothing to count, nothing to have done. */
function nothingToDoCard({ plan, blockers = [] }: StepsView, t: Translator): AdaptiveCard {
  const outcome = blockers.length === 0 ? 'already-done' : 'out-of-scope';
  const title = t(`verdict.${plan.scenario}.${outcome}.title`);
  const text = t(`verdict.${plan.scenario}.${outcome}.text`);
  return buildCard(
    t,
    { title, text },
    [heading(title), paragraph(text), ...blockerItems(blockers, t)],
    [
      primaryButton(t('button.check-again'), { do: 'check-again' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

/** The step that is next stands in full; what is done or comes later is one line, so that the card stays short. */
function stepItems(step: PlanStep, plan: Plan, t: Translator): readonly CardElement[] {
  if (step.state === 'later') return [paragraph(titleLine(step, t))];
  if (step.state === 'done') return doneItems(step, plan.done.at(-1), t);
  const links = stepLinks[step.id];
  return [
    box('emphasis', [
      strong(titleLine(step, t)),
      paragraph(t(`steps.${step.id}.body`)),
      ...bullets(t.lines(`steps.${step.id}.notes`)),
      ...linkLines(links.slice(mostLinkButtons), t),
      tickSet(
        step,
        [...links.slice(0, mostLinkButtons).map((id) => linkButton(id, t)), ...askButton(step, plan, t)],
        t,
      ),
    ]),
  ];
}

const mostLinkButtons = 2;

/** The steps at which the Owner has the portal's link in hand. */
const askAt: readonly StepId[] = ['join-send-request', 'join-accept-request'];

function askButton(step: PlanStep, plan: Plan, t: Translator): readonly SubmitButton[] {
  const canAsk = plan.basis !== 'general' && askAt.includes(step.id);
  return canAsk ? [button(t('button.ask-acceptor'), { do: 'ask-acceptor' })] : [];
}

/** Only the last tick can be taken back: one button, where people look for it. */
function doneItems(step: PlanStep, lastDone: StepId | undefined, t: Translator): readonly CardElement[] {
  const line = remark(titleLine(step, t));
  if (step.id !== lastDone) return [line];
  const untick = button(t('button.untick-step'), { do: 'tick-step', step: step.id, done: false });
  return [line, { type: 'ActionSet', actions: [untick] }];
}

/** "✓ Done · Step 2 of 5: …": the state is a word, never only a sign. */
function titleLine(step: PlanStep, t: Translator): string {
  const state = {
    done: `✓ ${t('card.steps.done')}`,
    next: `→ ${t('card.steps.current')}`,
    later: t('card.steps.todo'),
  };
  const place = t('card.steps.progress', { step: step.number, total: step.of });
  return `${state[step.state]} · ${t.labelled(place, t(`steps.${step.id}.title`))}`;
}

function tickSet(step: PlanStep, links: readonly CardButton[], t: Translator): CardElement {
  const tick = button(t('button.tick-step'), { do: 'tick-step', step: step.id, done: true });
  return { type: 'ActionSet', actions: [...links, tick] };
}

function spokenProgress(steps: readonly PlanStep[], counted: string, t: Translator): string {
  const next = steps.find((step) => step.state === 'next');
  if (next === undefined) return counted;
  const place = t('card.steps.progress', { step: next.number, total: next.of });
  return `${counted}. ${t.labelled(place, t(`steps.${next.id}.title`))}. ${t(`steps.${next.id}.body`)}`;
}

function checkedButtons(plan: Plan, t: Translator): readonly SubmitButton[] {
  return [
    primaryButton(t('button.i-have-done-it'), { do: 'i-have-done-it' }),
    button(t('button.check-again'), { do: 'check-again' }),
    button(t('button.remind-tomorrow'), { do: 'remind-me', when: 'tomorrow' }),
    ...backgroundButton(plan, t),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-menu'), { do: 'show-menu' }),
  ];
}

function backgroundButton(plan: Plan, t: Translator): readonly SubmitButton[] {
  return plan.scenario === 'join'
    ? [button(t('button.show-consequences'), { do: 'show-topic', topic: 'change-directory-consequences' })]
    : [button(t('button.show-background'), { do: 'show-topic', topic: 'background' })];
}

function generalButtons(t: Translator): readonly SubmitButton[] {
  return [
    primaryButton(t('button.sign-in'), { do: 'sign-in' }),
    button(t('button.show-background'), { do: 'show-topic', topic: 'background' }),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-menu'), { do: 'show-menu' }),
  ];
}
