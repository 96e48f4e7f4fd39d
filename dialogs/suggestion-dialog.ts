import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { suggestionCard } from '../cards/suggestion-card.ts';
import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { suggestScenario } from '../src/domain/suggest-scenario.ts';
import { askAgain, isQuiet } from './answers.ts';
import { readFactsOrMove } from './reading.ts';
import { newJourney, talkOf } from './talk.ts';

/** For somebody who is not sure: lets the facts suggest a scenario, and asks whether that is right. */
export function suggestionDialog(): WaterfallDialog {
  return new WaterfallDialog('suggestion', [suggest, takeAnswer]);
}

async function suggest(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  if (!isQuiet(step)) {
    const reading = await readFactsOrMove(step, 'status');
    if (reading.kind === 'moved') return reading.result;
    talk.journey.facts = reading.facts;
    await talk.show(suggestionCard(suggestScenario(reading.facts), talk.t));
  }
  talk.waitAt('suggestion');
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const { facts } = talk.journey;
  switch (talk.heard.wish?.do) {
    case 'yes': {
      const scenario = facts === null ? null : suggestedIn(facts);
      if (scenario === null) return step.replaceDialog('choose-scenario');
      talk.journey = newJourney({ kind: 'scenario', scenario });
      return step.replaceDialog('check');
    }
    case 'no':
      return step.replaceDialog('choose-scenario');
    case 'check-again':
      return step.replaceDialog('suggestion');
    default:
      return askAgain(step, 'suggestion');
  }
}

function suggestedIn(facts: Facts): Scenario | null {
  const suggestion = suggestScenario(facts);
  return suggestion.kind === 'scenario' ? suggestion.scenario : null;
}
