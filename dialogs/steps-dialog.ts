import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { ActionOf } from '../cards/card-action.ts';
import { type StepsView, stepsCard } from '../cards/steps-card.ts';
import { ownAzure, signInName } from '../src/domain/checks.ts';
import { generalPlan, makePlan, openTicks, type Plan, tickStep, untickStep } from '../src/domain/plan.ts';
import type { StepId } from '../src/domain/steps.ts';
import type { Blocker } from '../src/domain/verdict.ts';
import { keepAnswer } from './agreement-dialog.ts';
import { type ConversationContext, conversationOf } from './conversation-context.ts';
import { goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

export const stepsHears = {
  'tick-step': tickOff,
  'tick-by-number': tickByNumber,
  'show-steps': goTo('steps'),
  no: goTo('steps'),
  'i-have-done-it': goTo('proof'),
  yes: goTo('proof'),
  'check-again': goTo('explain-sign-in'),
  'answer-agreement': (step, { answer }) => keepAnswer(answer)(step),
} satisfies Hears;

/** Walks through the steps: blockers first, then step n of m, ticked off one by one in the same card and kept over days. */
export function stepsDialog(): WaterfallDialog {
  return new WaterfallDialog('steps', [showSteps, takeAnswer('steps', stepsHears)]);
}

async function showSteps(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const plan = currentPlan(conversation);
  if (plan === null) return step.replaceDialog('choose-scenario');
  if (mustAgree(plan, conversation)) return step.replaceDialog('join-confirmation');
  conversation.keep({ plan });
  // Where there is nothing to do, the verdict says how things stand and what helps.
  if (plan.steps.length === 0) return step.replaceDialog('verdict', step.options);
  conversation.waitAt('steps');
  if (!isQuiet(step)) await conversation.show(stepsCardOf(plan, conversation, true), { slot: 'steps' });
  return Dialog.EndOfTurn;
}

/** The steps card as it would be shown now; null when there are no steps to show. Changes nothing. */
export function currentStepsCard(
  conversation: ConversationContext,
  { isOpen = true }: Pick<StepsView, 'isOpen'> = {},
): AdaptiveCard | null {
  const plan = currentPlan(conversation);
  return plan === null || plan.steps.length === 0 ? null : stepsCardOf(plan, conversation, isOpen);
}

/** The steps that somebody sees now; null where there are none, or where they have to agree first. Changes nothing. */
export function planInSight(conversation: ConversationContext): Plan | null {
  const plan = currentPlan(conversation);
  return plan === null || plan.steps.length === 0 || mustAgree(plan, conversation) ? null : plan;
}

function stepsCardOf(plan: Plan, conversation: ConversationContext, isOpen: boolean): AdaptiveCard {
  const { facts } = conversation.progress;
  const hasAzure = facts !== null && ownAzure(facts).length > 0;
  const blockers = currentBlockers(conversation);
  const account = facts === null || blockers.length > 0 ? null : signInName(facts);
  return stepsCard({ plan, blockers, hasAzure, account, isOpen }, conversation.t);
}

/** Ticks a step or takes its tick back, and shows the steps. */
export function tickOff(
  step: WaterfallStepContext,
  { step: stepId, done }: ActionOf<'tick-step'>,
): Promise<DialogTurnResult> {
  keepTick(conversationOf(step.context), stepId, done);
  return step.replaceDialog('steps');
}

/** The same outside of the dialog. False, and nothing changes, where the plan does not take this tick now. */
export function tickWhereOpen(conversation: ConversationContext, stepId: StepId, done: boolean): boolean {
  const plan = currentPlan(conversation);
  if (plan === null || mustAgree(plan, conversation)) return false;
  const { next, last } = openTicks(plan);
  if (stepId !== (done ? next : last)) return false;
  keepTick(conversation, stepId, done);
  return true;
}

function keepTick(conversation: ConversationContext, stepId: StepId, done: boolean): void {
  conversation.keep({ plan: tick(currentPlan(conversation), stepId, done) });
  conversation.desk.tell('progress');
}

/** Does what the button of that number does, where the card has it: the next step is ticked, or the last tick is taken back. */
export async function tickByNumber(
  step: WaterfallStepContext,
  { number, done }: ActionOf<'tick-by-number'>,
): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const plan = currentPlan(conversation);
  if (plan === null || plan.steps.length === 0 || mustAgree(plan, conversation)) return step.replaceDialog('steps');
  const { next, last } = openTicks(plan);
  const onCard = done ? next : last;
  if (onCard === null || (number !== 0 && plan.steps[number - 1] !== onCard)) {
    await conversation.say(done ? 'only-next-step' : 'only-last-tick');
    return step.replaceDialog('steps');
  }
  return tickOff(step, { do: 'tick-step', step: onCard, done });
}

/** Nobody takes a step of a move before they agreed to what it breaks. */
export function mustAgree({ scenario, steps }: Plan, { progress }: ConversationContext): boolean {
  return scenario === 'join' && steps.length > 0 && !progress.joinConfirmed;
}

/** The checked plan where facts were read, else the general one, marked as unchecked. */
export function currentPlan(conversation: ConversationContext): Plan | null {
  const scenario = scenarioOf(conversation);
  if (scenario === null) return null;
  const { facts, plan } = conversation.progress;
  if (facts !== null) return makePlan(verdictOf(conversation, scenario, facts), plan);
  return plan?.scenario === scenario ? plan : generalPlan(scenario);
}

function currentBlockers(conversation: ConversationContext): readonly Blocker[] {
  const scenario = scenarioOf(conversation);
  const { facts } = conversation.progress;
  return scenario === null || facts === null ? [] : verdictOf(conversation, scenario, facts).blockers;
}

function tick(plan: Plan | null, step: StepId, isDone: boolean): Plan | null {
  if (plan === null) return null;
  return isDone ? tickStep(plan, step) : untickStep(plan, step);
}
