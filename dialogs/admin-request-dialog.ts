import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { adminAnswerCard, adminAnsweredCard } from '../cards/admin-answer-card.ts';
import type { ActionOf } from '../cards/card-action.ts';
import { decideRole } from '../src/domain/roles.ts';
import { nameOwnTenant } from '../src/domain/tenants.ts';
import { type ConversationContext, conversationOf } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { askAgain, goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

export const adminRequestHears = {
  'check-again': goTo('admin-request'),
  'answer-request': answerRequest,
} satisfies Hears;

/** An administrator who opened somebody's request: is checked with their own sign-in, and approves or declines. */
export function adminRequestDialog(): WaterfallDialog {
  return new WaterfallDialog('admin-request', [openRequest, takeAnswer('admin-request', adminRequestHears)]);
}

async function openRequest(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const id = requestIdOf(conversation);
  if (id === null) return step.replaceDialog('choose-scenario');
  if (!isQuiet(step)) {
    const reading = await readFactsOrMove(step, 'status', 'admin-request');
    if (reading.kind === 'moved') return reading.result;
    conversation.keep({ facts: reading.facts });
    const opened = await conversation.requests.open(id, {
      ...reading.facts.identity,
      role: decideRole(reading.facts, conversation.now()),
    });
    const tenant = nameOwnTenant(reading.facts);
    await conversation.show(
      opened.kind === 'refused'
        ? adminAnsweredCard(opened, conversation.t)
        : adminAnswerCard({ name: opened.requesterName, scenario: opened.scenario, tenant }, conversation.t),
    );
  }
  conversation.waitAt('admin-request');
  return Dialog.EndOfTurn;
}

async function answerRequest(
  step: WaterfallStepContext,
  { answer }: ActionOf<'answer-request'>,
): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const id = requestIdOf(conversation);
  const { facts } = conversation.progress;
  if (id === null || facts === null) return askAgain(step, 'admin-request');
  const answered = await conversation.requests.answer(
    id,
    { ...facts.identity, role: decideRole(facts, conversation.now()) },
    answer,
  );
  await conversation.show(
    adminAnsweredCard(answered.kind === 'refused' ? answered : { kind: 'answered', answer }, conversation.t),
  );
  return step.replaceDialog('choose-scenario', { isQuiet: true });
}

function requestIdOf(conversation: ConversationContext): string | null {
  return conversation.progress.goal?.kind === 'admin-request' ? conversation.progress.goal.requestId : null;
}
