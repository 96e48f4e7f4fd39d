import type { Facts } from '../src/domain/facts.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { decideVerdict, type Verdict } from '../src/domain/verdict.ts';
import type { ConversationContext, Progress } from './conversation-context.ts';

/** The scenario that the goal is about; null for status and suggestion. */
export function scenarioOf(conversation: ConversationContext): Scenario | null {
  return conversation.progress.goal?.kind === 'scenario' ? conversation.progress.goal.scenario : null;
}

interface DecidedVerdict {
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly agreementAnswer: Progress['agreementAnswer'];
  readonly verdict: Verdict;
}

/** The last verdict of each turn: a tick needs the same one for the plan, the new card and what is in the way. */
const lastDecided = new WeakMap<ConversationContext, DecidedVerdict>();

/** What the facts mean in this turn, with what the person said about the agreement. */
export function verdictOf(conversation: ConversationContext, scenario: Scenario, facts: Facts): Verdict {
  const { agreementAnswer } = conversation.progress;
  const last = lastDecided.get(conversation);
  if (last?.facts === facts && last.scenario === scenario && last.agreementAnswer === agreementAnswer)
    return last.verdict;
  const context = { now: conversation.now(), agreementAnswer, chatTenantId: conversation.chatTenantId };
  const verdict = decideVerdict(scenario, facts, context);
  lastDecided.set(conversation, { scenario, facts, agreementAnswer, verdict });
  return verdict;
}
