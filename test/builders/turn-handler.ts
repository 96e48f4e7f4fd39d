import type { TurnContext } from 'botbuilder';
import type { TurnCause, TurnEnd } from '../../src/bot/context/conversation-turn.ts';
import type { ConversationRecord } from '../../src/bot/record/conversation-record.ts';
import type { TurnHandler } from '../../src/bot/turn/turn-runner.ts';

/** What a test does in a turn. Without an end the conversation is kept. */
export type Answer = (
  context: TurnContext,
  record: ConversationRecord,
  cause: TurnCause,
) => Promise<TurnEnd | undefined>;

/** A handler that does what a test says, and nothing else. */
export function aTurnHandler(does: Partial<Omit<TurnHandler, 'answer'>> & { readonly answer: Answer }): TurnHandler {
  return {
    answerAgain: async () => undefined,
    apologise: async (context) => {
      await context.sendActivity('sorry');
    },
    checklist: () => null,
    erase: async () => undefined,
    readAhead: async () => null,
    refresh: () => ({}),
    tellCannotSave: async () => undefined,
    tellNewer: async () => undefined,
    wantsFreshStart: () => false,
    ...does,
    answer: async (context, record, cause) => (await does.answer(context, record, cause)) ?? 'kept',
  };
}
