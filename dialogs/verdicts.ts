import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { decideVerdict, type Verdict } from '../src/domain/verdict.ts';
import type { Talk } from './talk.ts';

/** The scenario that the errand is about; null for status and suggestion. */
export function scenarioOf(talk: Talk): Scenario | null {
  return talk.journey.errand?.kind === 'scenario' ? talk.journey.errand.scenario : null;
}

/** What the facts mean now, with what the person said about the agreement. */
export function verdictOf(talk: Talk, scenario: Scenario, facts: Facts): Verdict {
  return decideVerdict(scenario, facts, {
    now: talk.now(),
    agreementAnswer: talk.journey.agreementAnswer,
    chatTenantId: talk.chatTenantId,
  });
}
