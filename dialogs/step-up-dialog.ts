import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { stepUpCard } from '../cards/step-up-card.ts';
import type { Facts } from '../src/domain/facts.ts';
import { type CannotTellReason, cannotTell, type Known } from '../src/domain/known.ts';
import type { StepUpEnd } from '../src/ports/step-up-sign-in.ts';
import { type ConversationContext, conversationOf, type DialogId, type ReadingDialog } from './conversation-context.ts';
import { firstDialogOf } from './goals.ts';
import { goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

export const stepUpHears = {
  'sign-in': goTo('step-up'),
  'without-sign-in': goOnWithout,
  'carry-on': goOnWithout,
  no: goOnWithout,
  'show-steps': goOnWithout,
  yes: goOnUnlessProved,
  'check-again': goOnUnlessProved,
  'i-have-done-it': goOnUnlessProved,
} satisfies Hears;

/** Waits for somebody who proves to Microsoft, in a window, who they are. What comes of it continues the dialog that asked. */
export function stepUpDialog(): WaterfallDialog {
  return new WaterfallDialog('step-up', [ask, takeAnswer('step-up', stepUpHears)]);
}

/**
 * Ends the wait. The dialog to go on with finds the facts in the progress, so nothing is read again and nothing is asked again.
 * Without an end, the person did not prove it: what could be read before is what there is.
 */
export async function endStepUp(conversation: ConversationContext, end: StepUpEnd | null): Promise<DialogId | null> {
  const waiting = conversation.stepUp.waiting;
  if (waiting === null) return null;
  if (end?.kind === 'other-account' && (await conversation.stepUp.offerAgain())) {
    conversation.note({ event: 'step-up.ended', outcome: 'other-account' });
    return 'step-up';
  }
  conversation.stepUp.stop();
  const facts = end?.kind === 'read' ? end.facts : refusedFacts(waiting.facts, end);
  conversation.keep({ facts });
  if (end?.kind !== 'read' || !end.isEnough) await tellMissing(conversation, end, waiting.goesOn);
  conversation.note({ event: 'step-up.ended', outcome: outcomeOf(end) });
  return waiting.goesOn;
}

/** Where the next card tells why a part is missing and what to do, the reason is not told twice. */
function tellMissing(conversation: ConversationContext, end: StepUpEnd | null, goesOn: ReadingDialog): Promise<void> {
  if (end?.kind === 'other-account') return conversation.say('step-up-other-account');
  const isToldNext = goesOn === 'check' || goesOn === 'status';
  return isToldNext ? conversation.say('step-up-without') : conversation.say('step-up-failed');
}

/** Options of a dialog that goes on with what was read for it. */
export const withLastReading = { useLastReading: true };

async function ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const { waiting } = conversation.stepUp;
  if (waiting === null) return step.replaceDialog(firstDialogOf(conversation.progress.goal));
  conversation.waitAt('step-up');
  if (!isQuiet(step)) {
    const wants = lacks(waiting.facts, 'device-refused') ? 'device' : waiting.wants;
    await conversation.show(stepUpCard({ ...waiting, wants }, conversation.t));
  }
  return Dialog.EndOfTurn;
}

async function goOnWithout(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const goesOn = await endStepUp(conversation, null);
  return step.replaceDialog(goesOn ?? firstDialogOf(conversation.progress.goal), withLastReading);
}

/** Somebody who is back before the bot is: what they proved is being read. */
async function goOnUnlessProved(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if ((await conversation.stepUp.state()) !== 'used') return goOnWithout(step);
  await conversation.say('step-up-reading');
  return step.replaceDialog('step-up', { isQuiet: true });
}

function outcomeOf(end: StepUpEnd | null): 'read' | 'not-enough' | 'other-account' | 'refused' | 'given-up' {
  if (end === null) return 'given-up';
  if (end.kind !== 'read') return end.kind;
  return end.isEnough ? 'read' : 'not-enough';
}

/** Where Microsoft said why, that is what the person is told. */
function refusedFacts(facts: Facts, end: Exclude<StepUpEnd, { kind: 'read' }> | null): Facts {
  if (end?.kind !== 'refused' || !tellsMore.includes(end.because)) return facts;
  const told = Object.entries(facts).map(([name, fact]) => [
    name,
    lacksFor(fact, 'second-proof') ? cannotTell(end.because) : fact,
  ]);
  return Object.fromEntries(told) as unknown as Facts;
}

const tellsMore: readonly CannotTellReason[] = [
  'device-refused',
  'blocked-by-policy',
  'app-not-assigned',
  'tenant-restricted',
  'cross-tenant-blocked',
  'account-locked',
  'account-at-risk',
  'account-disabled',
  'consent-missing',
  'misconfigured',
];

function lacks(facts: Facts, because: CannotTellReason): boolean {
  return Object.values(facts).some((fact) => lacksFor(fact, because));
}

function lacksFor(fact: unknown, because: CannotTellReason): boolean {
  const part = fact as Known<unknown>;
  return typeof fact === 'object' && part.kind === 'cannot-tell' && part.because === because;
}
