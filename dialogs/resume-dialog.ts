import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { resumeCard } from '../cards/resume-card.ts';
import { nextOpenStep } from '../src/domain/plan.ts';
import type { StepId } from '../src/domain/steps.ts';
import { type ConversationContext, conversationOf, type DialogId } from './conversation-context.ts';
import { type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf } from './verdicts.ts';

/** Where to carry on when the person wants to. */
export interface ResumeOptions {
  readonly at: DialogId;
  readonly isQuiet?: boolean;
}

export const resumeHears = {
  'carry-on': carryOn,
  yes: carryOn,
  no: startAnew,
} satisfies Hears;

/** Offers somebody who comes back after a while to carry on where they were. */
export function resumeDialog(): WaterfallDialog {
  return new WaterfallDialog('resume', [offer, takeAnswer('resume', resumeHears)]);
}

async function offer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  if (scenario === null) return step.replaceDialog('choose-scenario');
  if (!isQuiet(step))
    await conversation.show(resumeCard({ scenario, nextStep: nextStepOf(conversation) }, conversation.t));
  return Dialog.EndOfTurn;
}

function carryOn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.replaceDialog((step.options as ResumeOptions).at);
}

function startAnew(step: WaterfallStepContext): Promise<DialogTurnResult> {
  conversationOf(step.context).startGoal(null);
  return step.replaceDialog('choose-scenario');
}

function nextStepOf(conversation: ConversationContext): StepId | null {
  return conversation.progress.plan === null ? null : nextOpenStep(conversation.progress.plan);
}
