import type { Facts } from '../src/domain/facts.ts';
import { compareFacts } from '../src/domain/proof.ts';
import { passesByItself, type RecheckDialog, wasCutShort } from '../src/domain/recheck.ts';
import type { ConversationContext } from './conversation-context.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

/** Whether what this dialog would show of a reading lacks something only because a service was slow or away. */
export function lacksSomething(conversation: ConversationContext, dialogId: RecheckDialog, facts: Facts): boolean {
  switch (dialogId) {
    case 'status':
      return wasCutShort(facts);
    case 'verdict':
      return verdictLacks(conversation, facts);
    case 'proof':
      return wasCutShort(facts) && proofLacks(conversation, facts);
  }
}

/** Schedules another check if something is missing that may arrive later. */
export async function recheckWhereCut(
  conversation: ConversationContext,
  dialogId: RecheckDialog,
  facts: Facts,
): Promise<void> {
  if (lacksSomething(conversation, dialogId, facts)) return conversation.facts.recheckLater(dialogId, facts.readAt);
  conversation.facts.stopRecheck();
}

function verdictLacks(conversation: ConversationContext, facts: Facts): boolean {
  const scenario = scenarioOf(conversation);
  if (scenario === null) return false;
  return verdictOf(conversation, scenario, facts).checks.some(
    ({ because }) => because !== null && passesByItself(because),
  );
}

function proofLacks(conversation: ConversationContext, facts: Facts): boolean {
  const scenario = scenarioOf(conversation);
  const { factsBefore } = conversation.progress;
  if (scenario === null || factsBefore === null) return false;
  return compareFacts(scenario, factsBefore, facts, 1).kind === 'cannot-tell';
}
