import type { TurnHandler } from '../../src/bot/turn/turn-runner.ts';

/** A handler that does what a test says, and nothing else. */
export function aTurnHandler(does: Partial<TurnHandler> & Pick<TurnHandler, 'answer'>): TurnHandler {
  return {
    answerAgain: async () => undefined,
    apologise: async (context) => {
      await context.sendActivity('sorry');
    },
    erase: async () => undefined,
    prepare: async () => undefined,
    refresh: () => ({}),
    tellNewer: async () => undefined,
    wantsFreshStart: () => false,
    ...does,
  };
}
