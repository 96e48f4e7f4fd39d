import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { needsAgreementAnswer } from '../src/domain/verdict.ts';
import { conversationOf } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { scenarioOf } from './verdicts.ts';

/** Checks what applies to this person, and asks about the agreement if the facts cannot tell. Ends in the verdict. */
export function checkDialog(): WaterfallDialog {
  return new WaterfallDialog('check', [readFacts]);
}

async function readFacts(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  if (scenario === null) return step.replaceDialog('choose-scenario');
  const reading = await readFactsOrMove(step, scenario, 'check');
  if (reading.kind === 'moved') return reading.result;
  conversation.keep({ facts: reading.facts });
  if (conversation.progress.factsBefore === null) conversation.keep({ factsBefore: reading.facts });
  const mustAsk = conversation.progress.agreementAnswer === null && needsAgreementAnswer(reading.facts);
  return step.replaceDialog(mustAsk ? 'agreement' : 'verdict');
}
