import { type Checklist, checklistIn } from '../cards/checklist.ts';
import { ownAzure, signInName } from '../src/domain/checks.ts';
import { viewStatus } from '../src/domain/status.ts';
import type { Translator } from '../src/i18n/translator.ts';
import type { ConversationContext } from './conversation-context.ts';
import { currentPlan, mustAgree } from './steps-dialog.ts';
import { viewVerdict } from './verdict-dialog.ts';
import { scenarioOf } from './verdicts.ts';

/** How far the person of this chat is; null where they came for nothing yet. Changes nothing. */
export function currentChecklist(conversation: ConversationContext, t: Translator): Checklist | null {
  const { goal, facts } = conversation.progress;
  const scenario = scenarioOf(conversation);
  if (goal === null || goal.kind === 'admin-request' || goal.kind === 'ticket') return null;
  if (scenario === null && facts === null) return null;
  const plan = currentPlan(conversation);
  const verdict = scenario === null || facts === null ? null : viewVerdict(conversation, scenario, facts);
  const isBlocked = verdict !== null && verdict.verdict.blockers.length > 0;
  return checklistIn(t, {
    route:
      scenario === null
        ? null
        : {
            scenario,
            plan,
            isOpen: plan !== null && !mustAgree(plan, conversation),
            verdict,
            hasAzure: facts !== null && ownAzure(facts).length > 0,
            account: facts === null || isBlocked ? null : signInName(facts),
          },
    status: facts === null ? null : viewStatus(facts, conversation.circumstances),
    ticket: conversation.desk.ticket,
  });
}
