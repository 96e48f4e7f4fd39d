import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { suggestionCard } from '../cards/suggestion-card.ts';
import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { suggestScenario } from '../src/domain/suggest-scenario.ts';
import { conversationOf } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

export const suggestionHears = {
  yes: takeSuggestion,
  no: goTo('choose-scenario'),
  'check-again': goTo('suggestion'),
} satisfies Hears;

/** For somebody who is not sure: lets the facts suggest a scenario, and asks whether that is right. */
export function suggestionDialog(): WaterfallDialog {
  return new WaterfallDialog('suggestion', [suggest, takeAnswer('suggestion', suggestionHears)]);
}

async function suggest(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (!isQuiet(step)) {
    const reading = await readFactsOrMove(step, 'status', 'suggestion');
    if (reading.kind === 'moved') return reading.result;
    conversation.keep({ facts: reading.facts });
    await conversation.show(suggestionCard(suggestScenario(reading.facts), conversation.t));
  }
  conversation.waitAt('suggestion');
  return Dialog.EndOfTurn;
}

function takeSuggestion(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const { facts } = conversation.progress;
  const scenario = facts === null ? null : suggestedIn(facts);
  if (scenario === null) return step.replaceDialog('choose-scenario');
  conversation.startGoal({ kind: 'scenario', scenario });
  return step.replaceDialog('check');
}

function suggestedIn(facts: Facts): Scenario | null {
  const suggestion = suggestScenario(facts);
  return suggestion.kind === 'scenario' ? suggestion.scenario : null;
}
