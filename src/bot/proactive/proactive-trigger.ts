import type { TurnContext } from 'botbuilder';
import type { Reading } from '../../../dialogs/conversation-context.ts';

/** Why a turn runs that nobody in the conversation started. */
export type ProactiveTrigger =
  | { readonly kind: 'reminder-due'; readonly dueAt: string }
  | { readonly kind: 'admin-answered'; readonly requestId: string }
  /** A reading was cut short, and it is time to read again. */
  | { readonly kind: 'recheck-due'; readonly dueAt: string }
  /** A desk handed over a ticket, and this is the chat of its person. */
  | { readonly kind: 'ticket-arrived'; readonly ticketId: string }
  /** Something happened to a ticket of this chat: a colleague answered, or the desk took it back. */
  | { readonly kind: 'ticket-changed'; readonly ticketId: string }
  /** What the tickets are to know may not have been told: the process that should have ended too early. */
  | { readonly kind: 'ticket-news' }
  /** Messages wait that the channel could not take. */
  | { readonly kind: 'send-again' };

const triggerKey = Symbol('proactive trigger');

/** Marks a turn. Only this process can: nothing that a channel delivers carries the mark. */
export function setTrigger(context: TurnContext, trigger: ProactiveTrigger): void {
  context.turnState.set(triggerKey, trigger);
}

/** Why the bot started this turn; null when a channel did. */
export function triggerOf(context: TurnContext): ProactiveTrigger | null {
  return context.turnState.get<ProactiveTrigger | undefined>(triggerKey) ?? null;
}

const lastReadingKey = Symbol('reading');

/** Hands a turn the facts that were read for it before it took the conversation. */
export function giveReading(context: TurnContext, reading: Reading): void {
  context.turnState.set(lastReadingKey, reading);
}

/** The facts that were read for this turn before it began; null when there are none. */
export function givenReading(context: TurnContext): Reading | null {
  return context.turnState.get<Reading | undefined>(lastReadingKey) ?? null;
}
