import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { agreementQuestionCard } from '../cards/agreement-question-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { talkOf } from './talk.ts';

/** Asks whether Azure comes through an Enterprise Agreement or a partner, where the facts look the same for both. */
export function agreementDialog(): WaterfallDialog {
  return new WaterfallDialog('agreement', [ask, takeAnswer]);
}

async function ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  talk.waitAt('agreement');
  if (!isQuiet(step)) await talk.show(agreementQuestionCard({}, talk.t));
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const wish = talk.heard.wish;
  if (wish?.do === 'answer-agreement') talk.journey.agreementAnswer = wish.answer;
  else if (wish?.do === 'no') talk.journey.agreementAnswer = 'neither';
  else if (wish?.do === 'not-sure') talk.journey.agreementAnswer = 'not-sure';
  else if (wish?.do === 'show-topic' && wish.topic === 'enterprise-agreement')
    talk.journey.agreementAnswer = 'enterprise';
  else return askAgain(step, 'agreement');
  return step.replaceDialog('verdict');
}
