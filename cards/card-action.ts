import { z } from 'zod';
import { longestAcceptLink, type TypedAcceptance } from '../src/domain/acceptance.ts';
import { scenarios } from '../src/domain/scenario.ts';
import { stepIds, topicIds } from '../src/domain/steps.ts';
import { locales } from '../src/i18n/locales.ts';
import { whyIds } from '../src/i18n/words.ts';
import { cleanText } from './plain-text.ts';

/** What a field for a question takes. Characters. */
export const longestAsked = 1_000;
/** How much of a question goes along with the buttons below its answer. Characters. */
const longestCarried = 400;

/** A question as buttons carry it: what somebody typed comes back with their press, and is stored nowhere. */
export function carried(asked: string): { readonly asked?: string } {
  const text = cleanText(asked, longestCarried);
  return text === '' ? {} : { asked: text };
}

const nonce = z.string().min(1).max(64).optional();
const bare = <const Name extends string>(name: Name) => z.object({ do: z.literal(name), nonce });
const scenario = z.enum(scenarios);
const requestId = z.string().regex(/^[\w-]{16,64}$/);
const questionId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const ticketId = z.string().regex(/^[\w-]{16,64}$/);
const ticketNumber = z.string().regex(/^[\w#-]{1,64}$/);
/** What somebody asked, in their own words. */
const asked = z
  .string()
  .max(2 * longestAsked)
  .optional();

// One character more than is taken, so that what is too long is seen to be.
const typed = z.string().transform((text) => text.slice(0, longestAcceptLink + 1));

const cardAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('choose-scenario'), scenario, nonce }),
  bare('show-status'),
  bare('not-sure'),
  z.object({ do: z.literal('accept-suggestion'), scenario, nonce }),
  bare('sign-in'),
  bare('without-sign-in'),
  bare('sign-out'),
  bare('check-again'),
  bare('show-steps'),
  z.object({ do: z.literal('tick-step'), step: z.enum(stepIds), done: z.boolean(), nonce }),
  /** Typed only, as it stands on the button of a step. 0 is the step that is next. */
  z.object({ do: z.literal('tick-by-number'), number: z.number().int(), done: z.boolean(), nonce }),
  z.object({ do: z.literal('show-step'), step: z.enum(stepIds), nonce }),
  bare('i-have-done-it'),
  z.object({ do: z.literal('show-topic'), topic: z.enum(topicIds), nonce }),
  bare('show-help'),
  bare('show-menu'),
  bare('show-language'),
  bare('start-over'),
  bare('carry-on'),
  bare('back'),
  bare('repeat'),
  bare('cancel'),
  z.object({ do: z.literal('set-language'), locale: z.enum(locales), nonce }),
  z.object({ do: z.literal('talk-to-person'), asked, nonce }),
  bare('confirm-join'),
  z.object({
    do: z.literal('answer-agreement'),
    answer: z.enum(['enterprise', 'partner', 'neither', 'not-sure']),
    nonce,
  }),
  z.object({ do: z.literal('why-do-you-ask'), about: z.enum(whyIds), nonce }),
  bare('yes'),
  bare('no'),
  z.object({ do: z.literal('remind-me'), when: z.enum(['tomorrow', 'when-visible']), nonce }),
  bare('stop-reminding'),
  bare('ask-admin'),
  z.object({ do: z.literal('ask-acceptor'), targetTenant: typed.optional(), acceptLink: typed.optional(), nonce }),
  z.object({ do: z.literal('open-request'), id: requestId, nonce }),
  z.object({ do: z.literal('answer-request'), answer: z.enum(['approved', 'declined']), nonce }),
  bare('show-receipt'),
  bare('delete-my-data'),
  bare('delete-my-data-now'),
  z.object({ do: z.literal('ask-question'), id: questionId, asked, nonce }),
  z.object({ do: z.literal('none-of-these'), asked, nonce }),
  z.object({ do: z.literal('answer-helped'), id: questionId, helped: z.boolean(), asked, nonce }),
  bare('my-tickets'),
  z.object({ do: z.literal('open-ticket'), ticket: ticketId, nonce }),
  z.object({ do: z.literal('put-off-ticket'), ticket: ticketId, nonce }),
  z.object({ do: z.literal('decline-ticket'), ticket: ticketId, nonce }),
  z.object({ do: z.literal('ask-for-ticket'), number: ticketNumber, nonce }),
  bare('leave-ticket'),
  z.object({ do: z.literal('hand-over'), course: z.boolean(), asked, nonce }),
  z.object({ do: z.literal('answer-colleague'), ticket: ticketId, nonce }),
  bare('send-answer'),
]);

/** Every button that a card of ours can hold, with what it carries. */
export type CardAction = z.infer<typeof cardAction>;

/** What a button does, by its name. */
export type ActionName = CardAction['do'];

/** One kind of button with what it carries. */
export type ActionOf<Name extends ActionName> = Extract<CardAction, { readonly do: Name }>;

const typedMembers: readonly string[] = ['asked', 'targetTenant', 'acceptLink'] satisfies (
  | 'asked'
  | keyof TypedAcceptance
)[];

/** The press as text, to know it again: without what the person typed, which is never kept. */
export function printOfPress(action: CardAction): string {
  return JSON.stringify(action, (name, value: unknown) => (typedMembers.includes(name) ? undefined : value));
}

/**
 * Reads a button press. Null when it is not one of ours, or is older or newer than the bot: answer that politely.
 * Fields that a button does not have are dropped, so nothing else that a client sends gets through.
 */
export function parseCardAction(value: unknown): CardAction | null {
  const parsed = cardAction.safeParse(value);
  return parsed.success ? parsed.data : null;
}
