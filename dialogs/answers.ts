import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import { choiceAfterMissesCard } from '../cards/choice-after-misses-card.ts';
import { type ConversationContext, conversationOf, type DialogId } from './conversation-context.ts';

const missesBeforeHelp = 3;

/**
 * What happens to an answer that does not fit the question: the question comes again,
 * and after three in a row the buttons that always work, with a person to talk to.
 */
export async function askAgain(step: WaterfallStepContext, dialogId: DialogId): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (conversation.miss() >= missesBeforeHelp) {
    await conversation.show(choiceAfterMissesCard({}, conversation.t));
    return step.replaceDialog(dialogId, { isQuiet: true });
  }
  await conversation.say(whyAgain(conversation));
  return step.replaceDialog(dialogId);
}

/** Options that every dialog takes: a quiet one waits without showing its card again. */
export interface QuietOptions {
  readonly isQuiet?: boolean;
}

/** Whether this dialog was begun to wait only. */
export function isQuiet(step: WaterfallStepContext): boolean {
  return (step.options as QuietOptions | undefined)?.isQuiet === true;
}

function whyAgain(conversation: ConversationContext): 'empty-text' | 'no-answer-found' | 'not-understood' {
  if (conversation.heard.how === 'words' && conversation.heard.text === '') return 'empty-text';
  return conversation.heard.text.endsWith('?') ? 'no-answer-found' : 'not-understood';
}
