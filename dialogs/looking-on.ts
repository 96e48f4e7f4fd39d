import type { Facts } from '../src/domain/facts.ts';
import { type LookingMoment, passesByItself, wasCutShort } from '../src/domain/looking-on.ts';
import { compareFacts } from '../src/domain/proof.ts';
import type { Talk } from './talk.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

/** Whether what a reading would show at this moment lacks something only because a service was slow or away. */
export function lacksSomething(talk: Talk, moment: LookingMoment, facts: Facts): boolean {
  switch (moment) {
    case 'status':
      return wasCutShort(facts);
    case 'verdict':
      return verdictLacks(talk, facts);
    case 'proof':
      return wasCutShort(facts) && proofLacks(talk, facts);
  }
}

/** Has the bot look on by itself where something is missing that comes later. */
export async function lookOnWhereCut(talk: Talk, moment: LookingMoment, facts: Facts): Promise<void> {
  if (lacksSomething(talk, moment, facts)) return talk.lookOn(moment, facts.readAt);
  talk.stopLooking();
}

function verdictLacks(talk: Talk, facts: Facts): boolean {
  const scenario = scenarioOf(talk);
  if (scenario === null) return false;
  return verdictOf(talk, scenario, facts).checks.some(({ because }) => because !== null && passesByItself(because));
}

function proofLacks(talk: Talk, facts: Facts): boolean {
  const scenario = scenarioOf(talk);
  const { factsBefore } = talk.journey;
  if (scenario === null || factsBefore === null) return false;
  return compareFacts(scenario, factsBefore, facts, 1).kind === 'cannot-tell';
}
