import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { needsAgreementAnswer } from '../src/domain/verdict.ts';
import { readFactsOrMove } from './reading.ts';
import { talkOf } from './talk.ts';
import { scenarioOf } from './verdicts.ts';

/** Looks at what holds for this person, and asks about the agreement where the facts cannot tell. Ends in the verdict. */
export function checkDialog(): WaterfallDialog {
  return new WaterfallDialog('check', [readFacts]);
}

async function readFacts(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const scenario = scenarioOf(talk);
  if (scenario === null) return step.replaceDialog('choose-scenario');
  const reading = await readFactsOrMove(step, scenario);
  if (reading.kind === 'moved') return reading.result;
  talk.journey.facts = reading.facts;
  talk.journey.factsBefore ??= reading.facts;
  const mustAsk = talk.journey.agreementAnswer === null && needsAgreementAnswer(reading.facts);
  return step.replaceDialog(mustAsk ? 'agreement' : 'verdict');
}
