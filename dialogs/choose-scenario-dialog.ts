import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { welcomeCard } from '../cards/welcome-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { conversationOf } from './conversation-context.ts';
import { goalOf } from './goals.ts';

/** How the choices are introduced. */
export type ChoiceOptions = {
  readonly greeting?: 'first' | 'returning' | 'after-sign-out';
  readonly isQuiet?: boolean;
};

/** Asks which way round the person goes; it ends in the goal they choose. */
export function chooseScenarioDialog(): WaterfallDialog {
  return new WaterfallDialog('choose-scenario', [showChoices, takeChoice]);
}

async function showChoices(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.waitAt('choose-scenario');
  const { greeting = 'returning' } = step.options as ChoiceOptions;
  if (!isQuiet(step)) await conversation.show(welcomeCard({ greeting }, conversation.t));
  return Dialog.EndOfTurn;
}

async function takeChoice(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const goal = conversation.heard.intent === null ? null : goalOf(conversation.heard.intent);
  if (goal === null) return askAgain(step, 'choose-scenario');
  conversation.startGoal(goal);
  return step.replaceDialog('explain-sign-in');
}
