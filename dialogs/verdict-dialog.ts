import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { verdictCard } from '../cards/verdict-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { lookOnWhereCut } from './looking-on.ts';
import { talkOf } from './talk.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

/** Tells what holds the person back, or that nothing does, and leads to the steps. */
export function verdictDialog(): WaterfallDialog {
  return new WaterfallDialog('verdict', [tellVerdict, takeAnswer]);
}

async function tellVerdict(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const scenario = scenarioOf(talk);
  const { facts } = talk.journey;
  if (scenario === null || facts === null) return step.replaceDialog('explain-sign-in');
  const verdict = verdictOf(talk, scenario, facts);
  talk.waitAt('verdict');
  if (!isQuiet(step)) {
    await lookOnWhereCut(talk, 'verdict', facts);
    await talk.show(
      verdictCard({ verdict, readAt: facts.readAt, consentUrl: talk.consentUrl(facts.identity.tenantId) }, talk.t),
    );
    talk.note({ event: 'verdict.told', scenario, outcome: verdict.outcome });
    talk.tellDesk('progress');
  }
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (talk.heard.wish?.do) {
    case 'show-steps':
    case 'yes':
      return step.replaceDialog(talk.journey.errand?.kind === 'scenario' ? 'join-confirmation' : 'steps');
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
