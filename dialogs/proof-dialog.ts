import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { proofCard } from '../cards/proof-card.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { compareFacts, isWaiting, makeReceipt } from '../src/domain/proof.ts';
import { isGoalHere, isTogether, type Verdict } from '../src/domain/verdict.ts';
import { conversationOf } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { recheckWhereCut } from './recheck.ts';
import { askAgain, goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

export const proofHears = {
  'check-again': goTo('proof'),
  'i-have-done-it': goTo('proof'),
  yes: goTo('proof'),
  'show-steps': goTo('steps'),
  no: goTo('steps'),
  'show-receipt': showReceipt,
} satisfies Hears;

/** Reads again after the person has done the steps, and tells what changed and in which tenant, or that nothing is visible yet. */
export function proofDialog(): WaterfallDialog {
  return new WaterfallDialog('proof', [readAgain, takeAnswer('proof', proofHears)]);
}

async function readAgain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  if (scenario === null) return step.replaceDialog('status');
  const before = conversation.progress.factsBefore;
  // Without a first reading there is nothing to compare with; the check shows the current state.
  if (before === null) return step.replaceDialog('explain-sign-in');
  conversation.waitAt('proof');
  if (isQuiet(step)) return Dialog.EndOfTurn;

  const reading = await readFactsOrMove(step, scenario, 'proof');
  if (reading.kind === 'moved') return reading.result;
  conversation.keep({ facts: reading.facts });
  const proof = compareFacts(scenario, before, reading.facts, conversation.progress.proofAttempts + 1);
  // Who had it from the beginning waits for nothing: it is there, or it is still stopped.
  if (isWaiting(proof) && isHereAlready(verdictOf(conversation, scenario, reading.facts)))
    return step.replaceDialog('verdict');
  conversation.keep({ proofAttempts: isWaiting(proof) ? conversation.progress.proofAttempts + 1 : 0 });
  await recheckWhereCut(conversation, 'proof', reading.facts);
  await conversation.show(proofCard({ proof, checkedAt: reading.facts.readAt }, conversation.t));
  conversation.note({ event: 'proof.told', scenario, kind: proof.kind });
  if (proof.kind === 'proven') conversation.desk.tell('solved');
  return Dialog.EndOfTurn;
}

function isHereAlready(verdict: Verdict): boolean {
  return isTogether(verdict) || isGoalHere(verdict);
}

async function showReceipt(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const { facts, factsBefore } = conversation.progress;
  const scenario = scenarioOf(conversation);
  if (scenario === null || facts === null || factsBefore === null) return askAgain(step, 'proof');
  const receipt = makeReceipt(compareFacts(scenario, factsBefore, facts, 1), facts);
  if (receipt === null) return askAgain(step, 'proof');
  await conversation.show(receiptCard(receipt, conversation.t));
  return step.replaceDialog('proof', { isQuiet: true });
}
