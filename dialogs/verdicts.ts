import { isDeepStrictEqual } from 'node:util';
import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { decideVerdict, type Verdict, type VerdictContext } from '../src/domain/verdict.ts';
import type { ConversationContext } from './conversation-context.ts';

/** The scenario that the goal is about; null for status and suggestion. */
export function scenarioOf(conversation: ConversationContext): Scenario | null {
  return conversation.progress.goal?.kind === 'scenario' ? conversation.progress.goal.scenario : null;
}

interface DecidedVerdict {
  readonly scenario: Scenario;
  readonly context: VerdictContext;
  readonly verdict: Verdict;
}

/** A verdict names days and dates, so within a minute it stays the same. */
const freshMs = 60_000;

/** The last verdict about each reading: a turn needs it several times, and so do the ticks that follow within seconds. */
const lastDecided = new WeakMap<Facts, DecidedVerdict>();

/** What the facts mean now, with what the person said about the agreement. */
export function verdictOf(conversation: ConversationContext, scenario: Scenario, facts: Facts): Verdict {
  const context = { ...conversation.circumstances, agreementAnswer: conversation.progress.agreementAnswer };
  const last = lastDecided.get(facts);
  if (last?.scenario === scenario && stillHolds(last.context, context)) return last.verdict;
  const verdict = decideVerdict(scenario, facts, context);
  lastDecided.set(facts, { scenario, context, verdict });
  return verdict;
}

function stillHolds({ now: decidedAt, ...before }: VerdictContext, { now, ...known }: VerdictContext): boolean {
  return now >= decidedAt && now - decidedAt < freshMs && isDeepStrictEqual(before, known);
}

/** Whether the last reading shows that both are in one tenant: there is nothing left to do. */
export function hasBothAlready(conversation: ConversationContext, scenario: Scenario): boolean {
  const { facts } = conversation.progress;
  return facts !== null && verdictOf(conversation, scenario, facts).outcome === 'already-done';
}
