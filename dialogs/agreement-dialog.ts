import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { agreementQuestionCard } from '../cards/agreement-question-card.ts';
import type { AgreementAnswer } from '../src/domain/offers.ts';
import { conversationOf } from './conversation-context.ts';
import { askAgain, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

export const agreementHears = {
  'answer-agreement': (step, { answer }) => keepAnswer(answer)(step),
  no: keepAnswer('neither'),
  'not-sure': keepAnswer('not-sure'),
  // Somebody who types "Enterprise Agreement" here says which one it is.
  'show-topic': (step, { topic }) =>
    topic === 'enterprise-agreement' ? keepAnswer('enterprise')(step) : askAgain(step, 'agreement'),
} satisfies Hears;

/** Asks whether Azure comes through an Enterprise Agreement or a partner, where the facts look the same for both. */
export function agreementDialog(): WaterfallDialog {
  return new WaterfallDialog('agreement', [ask, takeAnswer('agreement', agreementHears)]);
}

async function ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.waitAt('agreement');
  if (!isQuiet(step)) await conversation.show(agreementQuestionCard({}, conversation.t));
  return Dialog.EndOfTurn;
}

/** Keeps what somebody says about their agreement, and tells what it means for them. */
export function keepAnswer(answer: AgreementAnswer) {
  return async (step: WaterfallStepContext): Promise<DialogTurnResult> => {
    conversationOf(step.context).keep({ agreementAnswer: answer });
    return step.replaceDialog('verdict');
  };
}
