import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { verdictCard } from '../cards/verdict-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { conversationOf } from './conversation-context.ts';
import { recheckWhereCut } from './recheck.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

/** Tells what holds the person back, or that nothing does, and leads to the steps. */
export function verdictDialog(): WaterfallDialog {
  return new WaterfallDialog('verdict', [tellVerdict, takeAnswer]);
}

async function tellVerdict(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  const { facts } = conversation.progress;
  if (scenario === null || facts === null) return step.replaceDialog('explain-sign-in');
  const verdict = verdictOf(conversation, scenario, facts);
  conversation.waitAt('verdict');
  if (!isQuiet(step)) {
    await recheckWhereCut(conversation, 'verdict', facts);
    await conversation.show(
      verdictCard(
        { verdict, readAt: facts.readAt, consentUrl: conversation.consentUrl(facts.identity.tenantId) },
        conversation.t,
      ),
    );
    conversation.note({ event: 'verdict.told', scenario, outcome: verdict.outcome });
    conversation.desk.tell('progress');
  }
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  switch (conversation.heard.intent?.do) {
    case 'show-steps':
    case 'yes':
      return step.replaceDialog(conversation.progress.goal?.kind === 'scenario' ? 'join-confirmation' : 'steps');
    case 'check-again':
      return step.replaceDialog('check');
    case 'i-have-done-it':
      return step.replaceDialog('proof');
    case 'no':
      return step.replaceDialog('choose-scenario');
    default:
      return askAgain(step, 'verdict');
  }
}
