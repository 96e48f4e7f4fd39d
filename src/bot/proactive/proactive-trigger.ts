import type { TurnContext } from 'botbuilder';
import type { StepId } from '../../domain/steps.ts';
import type { StepUpEnd } from '../../ports/step-up-sign-in.ts';

/** Why a turn runs that nobody in the conversation started. */
export type ProactiveTrigger =
  | { readonly kind: 'reminder-due'; readonly dueAt: string }
  | { readonly kind: 'admin-answered'; readonly requestId: string }
  /** A reading was cut short, and it is time to read again. */
  | { readonly kind: 'recheck-due'; readonly dueAt: string }
  /** The person came back from proving who they are, and this came of it. */
  | { readonly kind: 'step-up-ended'; readonly stepUpId: string; readonly end: StepUpEnd }
  /** A desk handed over a ticket, and this is the chat of its person. */
  | { readonly kind: 'ticket-arrived'; readonly ticketId: string }
  /** Something happened to a ticket of this chat: a colleague answered, or the desk took it back. */
  | { readonly kind: 'ticket-changed'; readonly ticketId: string }
  /** What the tickets are to know may not have been told: the process that should have ended too early. */
  | { readonly kind: 'ticket-news' }
  /** The person ticked a step in the tab in Teams, or took its tick back. */
  | { readonly kind: 'ticked-in-tab'; readonly step: StepId; readonly done: boolean }
  /** Messages wait that the channel could not take. */
  | { readonly kind: 'send-again' };

/** Runs one turn; without a trigger it is the answer to an activity of a channel. */
export type RunTurn = (context: TurnContext, trigger?: ProactiveTrigger) => Promise<void>;
