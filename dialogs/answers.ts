import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { choiceAfterMissesCard } from '../cards/choice-after-misses-card.ts';
import { type MomentId, type Talk, talkOf } from './talk.ts';

const missesBeforeHelp = 3;

/**
 * What happens to an answer that does not fit the question: the question comes again,
 * and after three in a row the buttons that always work, with a person to talk to.
 */
export async function askAgain(step: WaterfallStepContext, moment: MomentId): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  if (talk.miss() >= missesBeforeHelp) {
    await talk.show(choiceAfterMissesCard({}, talk.t));
    return step.replaceDialog(moment, { isQuiet: true });
  }
  await talk.say(whyAgain(talk));
  return step.replaceDialog(moment);
}

/** Options that every moment takes: a quiet one waits without showing its card again. */
export interface MomentOptions {
  readonly isQuiet?: boolean;
}

/** Whether this dialog was begun to wait only. */
export function isQuiet(step: WaterfallStepContext): boolean {
  return (step.options as MomentOptions | undefined)?.isQuiet === true;
}

function whyAgain(talk: Talk): 'empty-text' | 'no-answer-found' | 'not-understood' {
  if (talk.heard.how === 'words' && talk.heard.text === '') return 'empty-text';
  return talk.heard.text.endsWith('?') ? 'no-answer-found' : 'not-understood';
}
