import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { welcomeCard } from '../cards/welcome-card.ts';
import { conversationOf } from './conversation-context.ts';
import { type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

/** How the choices are introduced. */
export type ChoiceOptions = {
  readonly greeting?: 'first' | 'again' | 'returning' | 'after-sign-out';
  readonly isQuiet?: boolean;
};

/** Whatever its card offers is heard anywhere. */
export const chooseScenarioHears = {} satisfies Hears;

/** Asks which way round the person goes. The goal that they choose leads on from here. */
export function chooseScenarioDialog(): WaterfallDialog {
  return new WaterfallDialog('choose-scenario', [showChoices, takeAnswer('choose-scenario', chooseScenarioHears)]);
}

async function showChoices(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.waitAt('choose-scenario');
  const { greeting = 'again' } = step.options as ChoiceOptions;
  if (!isQuiet(step)) await conversation.show(welcomeCard({ greeting }, conversation.t));
  return Dialog.EndOfTurn;
}
