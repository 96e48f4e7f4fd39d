import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { acceptAnswerCard, adminAnswerCard, adminAnsweredCard } from '../cards/admin-answer-card.ts';
import type { ActionOf } from '../cards/card-action.ts';
import type { AdminRequestReader } from '../src/domain/admin-request.ts';
import type { Facts } from '../src/domain/facts.ts';
import { decideAcceptor, decideRole } from '../src/domain/roles.ts';
import { nameOwnTenant } from '../src/domain/tenants.ts';
import type { Translator } from '../src/i18n/translator.ts';
import { type ConversationContext, conversationOf, type OpenedRequest } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { askAgain, goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

export const adminRequestHears = {
  'check-again': goTo('admin-request'),
  'answer-request': answerRequest,
  yes: (step) => answerRequest(step, { do: 'answer-request', answer: 'approved' }),
  no: (step) => answerRequest(step, { do: 'answer-request', answer: 'declined' }),
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
    const reader = readerOf(reading.facts, conversation.now());
    const opened = await conversation.requests.open(id, reader);
    await conversation.show(openedCard(opened, reader, nameOwnTenant(reading.facts), conversation.t));
  }
  conversation.waitAt('admin-request');
  return Dialog.EndOfTurn;
}

function openedCard(opened: OpenedRequest, reader: AdminRequestReader, tenant: string, t: Translator): AdaptiveCard {
  if (opened.kind === 'refused') return adminAnsweredCard({ ...opened, tenant }, t);
  const { requesterName: name, scenario, accepts, asksOwner = false } = opened;
  if (accepts === undefined) return adminAnswerCard({ name, scenario, tenant, asksOwner }, t);
  const isRoleUncertain = reader.acceptor.kind !== 'global-administrator';
  return acceptAnswerCard({ name, tenant, link: accepts.link, isRoleUncertain }, t);
}

function readerOf(facts: Facts, now: number): AdminRequestReader {
  return { ...facts.identity, role: decideRole(facts, now), acceptor: decideAcceptor(facts, now) };
}

async function answerRequest(
  step: WaterfallStepContext,
  { answer }: ActionOf<'answer-request'>,
): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const id = requestIdOf(conversation);
  const { facts } = conversation.progress;
  if (id === null || facts === null) return askAgain(step, 'admin-request');
  const answered = await conversation.requests.answer(id, readerOf(facts, conversation.now()), answer);
  const tenant = nameOwnTenant(facts);
  await conversation.show(
    adminAnsweredCard(
      answered.kind === 'refused' ? { ...answered, tenant } : { kind: 'answered', answer },
      conversation.t,
    ),
  );
  return step.replaceDialog('choose-scenario', { isQuiet: true });
}

function requestIdOf(conversation: ConversationContext): string | null {
  return conversation.progress.goal?.kind === 'admin-request' ? conversation.progress.goal.requestId : null;
}
