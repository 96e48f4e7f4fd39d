import { stepsToTell } from '../src/domain/plan.ts';
import type { Talk } from './talk.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

/**
 * What is known so far, for a colleague who takes over: the route, the verdict, what is in the way, how far the steps are.
 * It names no person, and nothing of what was typed.
 */
export function summarise(talk: Talk): string {
  const { t } = talk;
  const scenario = scenarioOf(talk);
  if (scenario === null) return '';
  const { facts, plan } = talk.journey;
  const lines = [`${t(`scenarios.${scenario}.name`)}.`];
  if (facts !== null) {
    const verdict = verdictOf(talk, scenario, facts);
    lines.push(`${t(`verdict.${scenario}.${verdict.outcome}.title`)}.`);
    lines.push(...verdict.blockers.map((blocker) => `${t(`blockers.${blocker.id}.title`, blocker.about)}.`));
    lines.push(t('card.verdict.read-at', { date: t.date(facts.readAt) }));
  }
  if (plan !== null) {
    const next = stepsToTell(plan).find((step) => step.state === 'next');
    lines.push(t('card.steps.counted', { count: plan.done.length, total: plan.steps.length }));
    if (next !== undefined) lines.push(t(`steps.${next.id}.title`));
  }
  return lines.join(' ');
}
