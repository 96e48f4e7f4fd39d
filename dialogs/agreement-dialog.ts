import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { agreementQuestionCard } from '../cards/agreement-question-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { conversationOf } from './conversation-context.ts';

/** Asks whether Azure comes through an Enterprise Agreement or a partner, where the facts look the same for both. */
export function agreementDialog(): WaterfallDialog {
  return new WaterfallDialog('agreement', [ask, takeAnswer]);
}

async function ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.waitAt('agreement');
  if (!isQuiet(step)) await conversation.show(agreementQuestionCard({}, conversation.t));
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const intent = conversation.heard.intent;
  if (intent?.do === 'answer-agreement') conversation.keep({ agreementAnswer: intent.answer });
  else if (intent?.do === 'no') conversation.keep({ agreementAnswer: 'neither' });
  else if (intent?.do === 'not-sure') conversation.keep({ agreementAnswer: 'not-sure' });
  else if (intent?.do === 'show-topic' && intent.topic === 'enterprise-agreement')
    conversation.keep({ agreementAnswer: 'enterprise' });
  else return askAgain(step, 'agreement');
  return step.replaceDialog('verdict');
}
