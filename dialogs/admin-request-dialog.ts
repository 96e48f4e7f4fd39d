import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { adminAnswerCard, adminAnsweredCard } from '../cards/admin-answer-card.ts';
import { decideRole } from '../src/domain/roles.ts';
import { nameOwnTenant } from '../src/domain/tenants.ts';
import { askAgain, isQuiet } from './answers.ts';
import { readFactsOrMove } from './reading.ts';
import { type Talk, talkOf } from './talk.ts';

/** An administrator who opened somebody's request: is checked with their own sign-in, and approves or declines. */
export function adminRequestDialog(): WaterfallDialog {
  return new WaterfallDialog('admin-request', [openRequest, takeAnswer]);
}

async function openRequest(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const id = requestIdOf(talk);
  if (id === null) return step.replaceDialog('choose-scenario');
  if (!isQuiet(step)) {
    const reading = await readFactsOrMove(step, 'status');
    if (reading.kind === 'moved') return reading.result;
    talk.journey.facts = reading.facts;
    const opened = await talk.openRequest(id, {
      ...reading.facts.identity,
      role: decideRole(reading.facts, talk.now()),
    });
    const tenant = nameOwnTenant(reading.facts);
    await talk.show(
      opened.kind === 'refused'
        ? adminAnsweredCard(opened, talk.t)
        : adminAnswerCard({ name: opened.requesterName, scenario: opened.scenario, tenant }, talk.t),
    );
  }
  talk.waitAt('admin-request');
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const id = requestIdOf(talk);
  const { wish } = talk.heard;
  const { facts } = talk.journey;
  if (wish?.do === 'check-again') return step.replaceDialog('admin-request');
  if (id === null || facts === null || wish?.do !== 'answer-request') return askAgain(step, 'admin-request');
  const answered = await talk.answerRequest(
    id,
    { ...facts.identity, role: decideRole(facts, talk.now()) },
    wish.answer,
  );
  await talk.show(
    adminAnsweredCard(answered.kind === 'refused' ? answered : { kind: 'answered', answer: wish.answer }, talk.t),
  );
  return step.replaceDialog('choose-scenario', { isQuiet: true });
}

function requestIdOf(talk: Talk): string | null {
  return talk.journey.errand?.kind === 'admin-request' ? talk.journey.errand.requestId : null;
}
