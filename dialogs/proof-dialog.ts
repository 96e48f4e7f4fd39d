import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { proofCard } from '../cards/proof-card.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { compareFacts, makeReceipt } from '../src/domain/proof.ts';
import { askAgain, isQuiet } from './answers.ts';
import { lookOnWhereCut } from './looking-on.ts';
import { readFactsOrMove } from './reading.ts';
import { talkOf } from './talk.ts';
import { scenarioOf } from './verdicts.ts';

interface ProofOptions {
  /** The facts were read just now, by the bot itself. */
  readonly useLastReading?: boolean;
  readonly isQuiet?: boolean;
}

/** Reads again after the person has done the steps, and tells what changed and in which tenant, or that nothing is visible yet. */
export function proofDialog(): WaterfallDialog {
  return new WaterfallDialog('proof', [readAgain, takeAnswer]);
}

async function readAgain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const scenario = scenarioOf(talk);
  if (scenario === null) return step.replaceDialog('status');
  const before = talk.journey.factsBefore;
  // Without a first reading there is nothing to compare with; the check tells where things stand now.
  if (before === null) return step.replaceDialog('explain-sign-in');
  talk.waitAt('proof');
  if (isQuiet(step)) return Dialog.EndOfTurn;

  const { useLastReading } = step.options as ProofOptions;
  const last = useLastReading === true ? talk.journey.facts : null;
  const reading = last === null ? await readFactsOrMove(step, scenario) : { kind: 'facts' as const, facts: last };
  if (reading.kind === 'moved') return reading.result;
  talk.journey.facts = reading.facts;
  const proof = compareFacts(scenario, before, reading.facts, talk.journey.proofAttempts + 1);
  talk.journey.proofAttempts = proof.kind === 'not-visible-yet' ? talk.journey.proofAttempts + 1 : 0;
  await lookOnWhereCut(talk, 'proof', reading.facts);
  await talk.show(proofCard({ proof, checkedAt: reading.facts.readAt }, talk.t));
  talk.note({ event: 'proof.told', scenario, kind: proof.kind });
  if (proof.kind === 'proven') talk.tellDesk('solved');
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (talk.heard.wish?.do) {
    case 'check-again':
    case 'i-have-done-it':
    case 'yes':
      return step.replaceDialog('proof');
    case 'show-steps':
    case 'no':
      return step.replaceDialog('steps');
    case 'show-receipt':
      return showReceipt(step);
    default:
      return askAgain(step, 'proof');
  }
}

async function showReceipt(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const { facts, factsBefore } = talk.journey;
  const scenario = scenarioOf(talk);
  if (scenario === null || facts === null || factsBefore === null) return askAgain(step, 'proof');
  const receipt = makeReceipt(compareFacts(scenario, factsBefore, facts, 1), facts);
  if (receipt === null) return askAgain(step, 'proof');
  await talk.show(receiptCard(receipt, talk.t));
  return step.replaceDialog('proof', { isQuiet: true });
}
