import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { decideVerdict, type Verdict } from '../src/domain/verdict.ts';
import type { Journey, Talk } from './talk.ts';

/** The scenario that the errand is about; null for status and suggestion. */
export function scenarioOf(talk: Talk): Scenario | null {
  return talk.journey.errand?.kind === 'scenario' ? talk.journey.errand.scenario : null;
}

interface Decided {
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly agreementAnswer: Journey['agreementAnswer'];
  readonly verdict: Verdict;
}

/** The last verdict of each turn: a tick needs the same one for the plan, the new card and what is in the way. */
const lastDecided = new WeakMap<Talk, Decided>();

/** What the facts mean in this turn, with what the person said about the agreement. */
export function verdictOf(talk: Talk, scenario: Scenario, facts: Facts): Verdict {
  const { agreementAnswer } = talk.journey;
  const last = lastDecided.get(talk);
  if (last?.facts === facts && last.scenario === scenario && last.agreementAnswer === agreementAnswer)
    return last.verdict;
  const context = { now: talk.now(), agreementAnswer, chatTenantId: talk.chatTenantId };
  const verdict = decideVerdict(scenario, facts, context);
  lastDecided.set(talk, { scenario, facts, agreementAnswer, verdict });
  return verdict;
}
