import type { TurnContext } from 'botbuilder';

/** Why a turn runs that nobody in the conversation started. */
export type Occasion =
  | { readonly kind: 'reminder-due'; readonly dueAt: string }
  | { readonly kind: 'admin-answered'; readonly requestId: string }
  /** Messages wait that the channel could not take. */
  | { readonly kind: 'send-again' };

const occasionKey = Symbol('occasion');

/** Marks a turn. Only this process can: nothing that a channel delivers carries the mark. */
export function giveOccasion(context: TurnContext, occasion: Occasion): void {
  context.turnState.set(occasionKey, occasion);
}

export function occasionOf(context: TurnContext): Occasion | null {
  return context.turnState.get<Occasion | undefined>(occasionKey) ?? null;
}
