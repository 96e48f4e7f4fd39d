import { spokenText } from '../cards/plain-text.ts';
import { spokenChanges } from '../cards/proof-parts.ts';
import { stepsToTell } from '../src/domain/plan.ts';
import { compareFacts, makeReceipt } from '../src/domain/proof.ts';
import type { Translator } from '../src/i18n/translator.ts';
import type { ConversationContext, DialogId } from './conversation-context.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

const blockersAtMost = 3;

/**
 * What is known so far, for a colleague who takes over, one line each: the route and the verdict, what is in the way, how far the
 * steps are. It contains no names of people and nothing that was typed. It is in the reader's language.
 */
export function summarise(conversation: ConversationContext, t: Translator = conversation.t): string {
  const scenario = scenarioOf(conversation);
  if (scenario === null) return '';
  const { facts, plan } = conversation.progress;
  const route = `${t(`scenarios.${scenario}.name`)}.`;
  if (facts === null) return [route, ...stepLines(plan, t)].join('\n');
  const { outcome, blockers } = verdictOf(conversation, scenario, facts);
  const more = blockers.length - blockersAtMost;
  return [
    `${route} ${t(`desk-notes.verdict.${outcome}`)} ${t('card.verdict.read-at', { date: t.date(facts.readAt) })}`,
    ...blockers.slice(0, blockersAtMost).map((blocker) => `- ${t(`blockers.${blocker.id}.title`, blocker.about)}`),
    ...(more > 0 ? [`- ${t('card.verdict.more', { count: more })}`] : []),
    ...stepLines(plan, t),
  ].join('\n');
}

/** Whether the verdict is that nothing is to be done. */
export function whatIsShown(conversation: ConversationContext): 'already-done' | null {
  const scenario = scenarioOf(conversation);
  const { facts } = conversation.progress;
  const isDone =
    scenario !== null && facts !== null && verdictOf(conversation, scenario, facts).outcome === 'already-done';
  return isDone ? 'already-done' : null;
}

function stepLines(plan: ConversationContext['progress']['plan'], t: Translator): readonly string[] {
  if (plan === null) return [];
  const next = stepsToTell(plan).find((step) => step.state === 'next');
  const counted = t('card.steps.counted', { count: plan.done.length, total: plan.steps.length });
  return [next === undefined ? counted : `${counted} ${t(`steps.${next.id}.title`)}`];
}

/** What was proven, for the ticket: what, where, when, and what changed. Null when nothing is. It names no person. */
export function summariseProof(conversation: ConversationContext, t: Translator): string | null {
  const scenario = scenarioOf(conversation);
  const { facts, factsBefore } = conversation.progress;
  if (scenario === null || facts === null || factsBefore === null) return null;
  const receipt = makeReceipt(compareFacts(scenario, factsBefore, facts, 1), facts);
  if (receipt === null) return null;
  return [
    `${t(`scenarios.${scenario}.done`)}.`,
    t.labelled(t('card.receipt.where'), `${spokenText(receipt.tenantName)} (${receipt.tenantId})`),
    t.labelled(t('card.receipt.when'), t.date(receipt.provenAt)),
    ...spokenChanges(receipt.changes, t).map((line) => `- ${line}`),
    ...(receipt.moreChanges > 0 ? [t('card.verdict.more', { count: receipt.moreChanges })] : []),
  ].join('\n');
}

/**
 * How the chat went, for a colleague: which questions and answers came one after the other, without a word that was typed.
 * Made from what is kept anyway, so nothing more is kept for it.
 */
export function tellCourse(conversation: ConversationContext, dialogIds: readonly DialogId[], t: Translator): string {
  const lines = dialogIds.map((dialogId) => t(`tickets.course.${dialogId}`));
  const { plan, agreementAnswer, proofAttempts } = conversation.progress;
  return [
    ...lines,
    ...(agreementAnswer === null ? [] : [`${t('agreement.title')} ${t(`agreement.${agreementAnswer}`)}.`]),
    ...(plan?.done ?? []).map((step) => t.labelled(t('card.steps.done'), t(`steps.${step}.title`))),
    ...(proofAttempts === 0 ? [] : [t('tickets.course.looked', { count: proofAttempts })]),
  ].join('\n');
}
