import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs';
import type { ActionName, ActionOf, CardAction } from '../cards/card-action.ts';
import { choiceAfterMissesCard } from '../cards/choice-after-misses-card.ts';
import type { MessageId } from '../src/i18n/words.ts';
import { type ConversationContext, conversationOf, type DialogId } from './conversation-context.ts';
import { signInOptionsOf } from './goals.ts';

/** In any order: what was understood in between does not make them good. */
const missesBeforeHelp = 2;

type Take<Action extends CardAction> = (step: WaterfallStepContext, action: Action) => Promise<DialogTurnResult>;

/** What a dialog does with each action that it hears while it waits. What is not in it is not heard there. */
export type Hears = { readonly [Name in ActionName]?: Take<ActionOf<Name>> };

/** The last step of a waterfall that waits: does what the answer asks for, and asks again where the dialog does not hear it. */
export function takeAnswer(
  dialogId: DialogId,
  hears: Hears,
): (step: WaterfallStepContext) => Promise<DialogTurnResult> {
  return async (step) => {
    const { intent } = conversationOf(step.context).heard;
    // Each entry takes the action that it stands under, which no type can follow through a variable.
    const take = intent === null ? undefined : (hears[intent.do] as Take<CardAction> | undefined);
    return intent === null || take === undefined ? askAgain(step, dialogId) : take(step, intent);
  };
}

/** Continues with another dialog, or with the same one from its start. */
export function goTo(dialogId: DialogId): (step: WaterfallStepContext) => Promise<DialogTurnResult> {
  return (step) => step.replaceDialog(dialogId);
}

/**
 * What happens to an answer that does not fit the question: the question comes again,
 * and after two of them the buttons that always work, with a person to talk to.
 */
export async function askAgain(step: WaterfallStepContext, dialogId: DialogId): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (conversation.miss() >= missesBeforeHelp) {
    await conversation.show(choiceAfterMissesCard({}, conversation.t));
    return step.replaceDialog(dialogId, { ...signInOptionsOf(step), isQuiet: true });
  }
  await conversation.say(whyAgain(conversation));
  return step.replaceDialog(dialogId, signInOptionsOf(step));
}

/** Options that every dialog takes: a quiet one waits without showing its card again. */
export interface QuietOptions {
  readonly isQuiet?: boolean;
}

/** Whether this dialog was begun to wait only. */
export function isQuiet(step: WaterfallStepContext): boolean {
  return (step.options as QuietOptions | undefined)?.isQuiet === true;
}

function whyAgain(
  conversation: ConversationContext,
): Extract<MessageId, 'empty-text' | 'no-answer-found' | 'not-understood'> {
  if (conversation.heard.how === 'words' && conversation.heard.text === '') return 'empty-text';
  return conversation.heard.text.endsWith('?') ? 'no-answer-found' : 'not-understood';
}
