import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { type VerdictView, verdictCard } from '../cards/verdict-card.ts';
import type { Facts } from '../src/domain/facts.ts';
import { describeMove, makePlan, nextOpenStep, type Plan } from '../src/domain/plan.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { StepId } from '../src/domain/steps.ts';
import { acceptsHere, areBothHere, betterRoute, type Verdict } from '../src/domain/verdict.ts';
import { keepAnswer } from './agreement-dialog.ts';
import { type ConversationContext, conversationOf } from './conversation-context.ts';
import { confirmJoin } from './join-confirmation-dialog.ts';
import { recheckWhereCut } from './recheck.ts';
import { tickByNumber, tickOff } from './steps-dialog.ts';
import { goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

export const verdictHears = {
  'show-steps': showSteps,
  yes: takeWhatIsOffered,
  'check-again': goTo('check'),
  'answer-agreement': (step, { answer }) => keepAnswer(answer)(step),
  'i-have-done-it': goTo('proof'),
  'tick-step': tickOff,
  'tick-by-number': tickByNumber,
  'confirm-join': confirmJoin,
  no: goTo('choose-scenario'),
} satisfies Hears;

/** Tells what holds the person back, or that nothing does, and leads to the steps. */
export function verdictDialog(): WaterfallDialog {
  return new WaterfallDialog('verdict', [tellVerdict, takeAnswer('verdict', verdictHears)]);
}

async function tellVerdict(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  const { facts } = conversation.progress;
  if (scenario === null || facts === null) return step.replaceDialog('explain-sign-in');
  const view = viewVerdict(conversation, scenario, facts);
  conversation.waitAt('verdict');
  if (!isQuiet(step)) {
    await recheckWhereCut(conversation, 'verdict', facts);
    await conversation.show(verdictCard(view, conversation.t));
    conversation.note({ event: 'verdict.told', scenario, outcome: view.verdict.outcome });
    conversation.desk.tell('progress');
  }
  return Dialog.EndOfTurn;
}

/** What the verdict card shows about these facts. */
export function viewVerdict(conversation: ConversationContext, scenario: Scenario, facts: Facts): VerdictView {
  const { plan, joinConfirmed } = conversation.progress;
  const verdict = verdictOf(conversation, scenario, facts);
  // Nobody moves a subscription before they read what that breaks.
  const mustAgree = scenario === 'join' && !joinConfirmed;
  return {
    verdict,
    readAt: facts.readAt,
    consentUrl: conversation.consentUrl(facts.identity.tenantId),
    nextStep: mustAgree ? null : stepToTakeNow(verdict, plan),
    move: mustAgree && verdict.outcome === 'ready' && !acceptsHere(verdict) ? describeMove(facts) : null,
  };
}

function stepToTakeNow(verdict: Verdict, earlier: Plan | null): StepId | null {
  return verdict.outcome === 'ready' ? nextOpenStep(makePlan(verdict, earlier)) : null;
}

/** Who agrees where another route fits better, means that one. Where both are here, there is nothing to sign up for. */
function takeWhatIsOffered(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  const { facts } = conversation.progress;
  const verdict = scenario === null || facts === null ? null : verdictOf(conversation, scenario, facts);
  if (verdict !== null && areBothHere(verdict)) return step.replaceDialog('check');
  const better = verdict === null ? null : betterRoute(verdict);
  if (better === null) return showSteps(step);
  conversation.startGoal({ kind: 'scenario', scenario: better });
  return step.replaceDialog('check');
}

/** Where something is in the way, whoever types "what next" reads the same as on the card; the button shows the steps. */
function showSteps(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const scenario = scenarioOf(conversation);
  const { facts } = conversation.progress;
  const isBlocked = scenario !== null && facts !== null && verdictOf(conversation, scenario, facts).blockers.length > 0;
  if (isBlocked && asksWhatNext(conversation)) return step.replaceDialog('verdict');
  // With nothing to do, nothing moves that anybody has to agree to.
  const isOpen = scenario !== null && (facts === null || verdictOf(conversation, scenario, facts).steps.length > 0);
  return step.replaceDialog(isOpen ? 'join-confirmation' : 'steps');
}

/** Typed words ask what to do, unless they are those of the button. */
function asksWhatNext({ heard, t }: ConversationContext): boolean {
  return heard.how === 'words' && heard.text.toLowerCase() !== t('button.show-steps').toLowerCase();
}
