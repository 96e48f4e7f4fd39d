import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { statusCard } from '../cards/status-card.ts';
import { makePlan, nextOpenStep } from '../src/domain/plan.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { viewStatus } from '../src/domain/status.ts';
import type { StepId } from '../src/domain/steps.ts';
import { type ConversationContext, conversationOf, type DialogId } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { recheckWhereCut } from './recheck.ts';
import { goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

export const statusHears = {
  'check-again': goTo('status'),
  'i-have-done-it': onRoute('proof', 'status'),
  yes: onRoute('steps', 'choose-scenario'),
  'show-steps': onRoute('steps', 'choose-scenario'),
  no: onRoute('steps', 'choose-scenario'),
} satisfies Hears;

/** Shows what is there: tenant, roles, Microsoft 365 products and Azure subscriptions. */
export function statusDialog(): WaterfallDialog {
  return new WaterfallDialog('status', [showStatus, takeAnswer('status', statusHears)]);
}

/** The next step of the route, with its ticks; null when all are done, or there is nothing to do. */
function nextStepOf(conversation: ConversationContext, scenario: Scenario): StepId | null {
  const { facts, plan } = conversation.progress;
  const known = facts === null ? plan : makePlan(verdictOf(conversation, scenario, facts), plan);
  return known === null ? null : nextOpenStep(known);
}

function onRoute(there: DialogId, elsewhere: DialogId) {
  return (step: WaterfallStepContext): Promise<DialogTurnResult> =>
    step.replaceDialog(scenarioOf(conversationOf(step.context)) === null ? elsewhere : there);
}

async function showStatus(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (!isQuiet(step)) {
    const scenario = scenarioOf(conversation);
    // On a route the reading stays what its verdict and proof go by, so it reads as much as they need.
    const reading = await readFactsOrMove(step, scenario ?? 'status', 'status');
    if (reading.kind === 'moved') return reading.result;
    conversation.keep({ facts: reading.facts });
    await recheckWhereCut(conversation, 'status', reading.facts);
    await conversation.show(
      statusCard(
        {
          ...viewStatus(reading.facts, conversation.circumstances),
          ticket: conversation.desk.ticket,
          route: scenario === null ? null : { scenario, nextStep: nextStepOf(conversation, scenario) },
        },
        conversation.t,
      ),
    );
    // On a route its desk hears of the verdict and the steps.
    if (scenario === null) conversation.desk.tell('status');
  }
  conversation.waitAt('status');
  return Dialog.EndOfTurn;
}
