import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { welcomeCard } from '../cards/welcome-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { errandOf } from './errands.ts';
import { newJourney, talkOf } from './talk.ts';

/** How the choices are introduced. */
export type ChoiceOptions = {
  readonly occasion?: 'first' | 'returning' | 'after-sign-out';
  readonly isQuiet?: boolean;
};

/** Asks which way round the person goes; it ends in the errand they choose. */
export function chooseScenarioDialog(): WaterfallDialog {
  return new WaterfallDialog('choose-scenario', [showChoices, takeChoice]);
}

async function showChoices(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  talk.waitAt('choose-scenario');
  const { occasion = 'returning' } = step.options as ChoiceOptions;
  if (!isQuiet(step)) await talk.show(welcomeCard({ occasion }, talk.t));
  return Dialog.EndOfTurn;
}

async function takeChoice(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const errand = talk.heard.wish === null ? null : errandOf(talk.heard.wish);
  if (errand === null) return askAgain(step, 'choose-scenario');
  talk.journey = newJourney(errand);
  return step.replaceDialog('explain-sign-in');
}
