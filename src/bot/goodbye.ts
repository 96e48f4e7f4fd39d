import type { TurnContext } from 'botbuilder';

const goodbyeKey = Symbol('goodbye');

/** Marks a turn as the last of its conversation: what is kept is removed instead of saved. */
export function sayGoodbye(context: TurnContext): void {
  context.turnState.set(goodbyeKey, true);
}

export function isGoodbye(context: TurnContext): boolean {
  return context.turnState.get<boolean | undefined>(goodbyeKey) === true;
}
