import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { stepsCard } from '../cards/steps-card.ts';
import { generalPlan, makePlan, type Plan, tickStep, untickStep } from '../src/domain/plan.ts';
import type { StepId } from '../src/domain/steps.ts';
import type { Blocker } from '../src/domain/verdict.ts';
import { askAgain, isQuiet } from './answers.ts';
import { type Talk, talkOf } from './talk.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

/** Walks through the steps: blockers first, then step n of m, ticked off one by one in the same card and kept over days. */
export function stepsDialog(): WaterfallDialog {
  return new WaterfallDialog('steps', [showSteps, takeTick]);
}

async function showSteps(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const plan = currentPlan(talk);
  if (plan === null) return step.replaceDialog('choose-scenario');
  if (scenarioOf(talk) === 'join' && !talk.journey.joinConfirmed) return step.replaceDialog('join-confirmation');
  talk.journey.plan = plan;
  talk.waitAt('steps');
  if (!isQuiet(step)) await talk.show(stepsCardOf(plan, talk), { slot: 'steps' });
  return Dialog.EndOfTurn;
}

/** The steps card as it would be shown now; null when there are no steps to show. Changes nothing. */
export function currentStepsCard(talk: Talk): AdaptiveCard | null {
  const plan = currentPlan(talk);
  return plan === null ? null : stepsCardOf(plan, talk);
}

function stepsCardOf(plan: Plan, talk: Talk): AdaptiveCard {
  return stepsCard({ plan, blockers: currentBlockers(talk) }, talk.t);
}

async function takeTick(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const wish = talk.heard.wish;
  switch (wish?.do) {
    case 'tick-step':
      talk.journey.plan = tick(currentPlan(talk), wish.step, wish.done);
      talk.tellDesk('progress');
      return step.replaceDialog('steps');
    case 'show-steps':
      return step.replaceDialog('steps');
    case 'i-have-done-it':
    case 'yes':
      return step.replaceDialog('proof');
    case 'check-again':
    case 'sign-in':
      return step.replaceDialog('explain-sign-in');
    case 'no':
      return step.replaceDialog('steps');
    default:
      return askAgain(step, 'steps');
  }
}

/** The checked plan where facts were read, else the general one, marked as unchecked. */
function currentPlan(talk: Talk): Plan | null {
  const scenario = scenarioOf(talk);
  if (scenario === null) return null;
  const { facts, plan } = talk.journey;
  if (facts !== null) return makePlan(verdictOf(talk, scenario, facts), plan);
  return plan?.scenario === scenario ? plan : generalPlan(scenario);
}

function currentBlockers(talk: Talk): readonly Blocker[] {
  const scenario = scenarioOf(talk);
  const { facts } = talk.journey;
  return scenario === null || facts === null ? [] : verdictOf(talk, scenario, facts).blockers;
}

function tick(plan: Plan | null, step: StepId, isDone: boolean): Plan | null {
  if (plan === null) return null;
  return isDone ? tickStep(plan, step) : untickStep(plan, step);
}
