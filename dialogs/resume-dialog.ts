import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { resumeCard } from '../cards/resume-card.ts';
import { nextOpenStep } from '../src/domain/plan.ts';
import type { StepId } from '../src/domain/steps.ts';
import { askAgain, isQuiet } from './answers.ts';
import { type MomentId, newJourney, type Talk, talkOf } from './talk.ts';
import { scenarioOf } from './verdicts.ts';

/** Where to carry on when the person wants to. */
export interface ResumeOptions {
  readonly at: MomentId;
  readonly isQuiet?: boolean;
}

/** Offers somebody who comes back after a while to carry on where they were. */
export function resumeDialog(): WaterfallDialog {
  return new WaterfallDialog('resume', [offer, takeAnswer]);
}

async function offer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const scenario = scenarioOf(talk);
  if (scenario === null) return step.replaceDialog('choose-scenario');
  if (!isQuiet(step)) await talk.show(resumeCard({ scenario, nextStep: nextStepOf(talk) }, talk.t));
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (talk.heard.wish?.do) {
    case 'carry-on':
    case 'yes':
      return step.replaceDialog((step.options as ResumeOptions).at);
    case 'start-over':
    case 'no':
      talk.journey = newJourney(null);
      return step.replaceDialog('choose-scenario');
    default:
      return askAgain(step, 'resume');
  }
}

function nextStepOf(talk: Talk): StepId | null {
  return talk.journey.plan === null ? null : nextOpenStep(talk.journey.plan);
}
