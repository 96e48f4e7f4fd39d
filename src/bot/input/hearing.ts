import { type Activity, ActivityTypes, type Attachment, HandoffEventNames, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { type CardAction, parseCardAction, printOfPress } from '../../../cards/card-action.ts';
import type { Heard } from '../../../dialogs/conversation-context.ts';
import { withoutMarkup } from '../../domain/without-markup.ts';
import type { Locale } from '../../i18n/locales.ts';
import { spendPress } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import { isArrival, isPressInvoke, pressedData } from './activity.ts';
import { typedBefore } from './typed-before.ts';
import type { SmallTalk, Understanding } from './understanding.ts';

/** Longer texts are not looked at: recognising them costs time and they are stories, not answers. Characters. */
export const textMax = 2_000;
const answerMax = 256;
/** What an administrator types to open somebody's request, in every language. */
const requestPattern = new RegExp(`^(?:${typedBefore('request')}) ([\\w-]{16,64})$`, 'iu');
/**
 * How people ask for one of their tickets, in every language. A number has a digit, so that "ticket please" is none. A code of
 * Entra is none either. TOPdesk writes its numbers with blanks: I 2605 001.
 */
const ticketPattern = new RegExp(
  `^(?:${typedBefore('ticket')}) (?:(?:${typedBefore('number')}) )?(#?(?!aadsts)(?=[\\w-]*\\d)[\\w-]{1,63}|[a-z]{1,3} \\d{2,6} \\d{2,6})$`,
  'iu',
);

/** What came in, sorted. */
export type Input =
  | { readonly kind: 'arrival' }
  /** Something for a sign-in that is waiting: a signal, a code exchange or a failure. */
  | { readonly kind: 'sign-in-signal' }
  | {
      readonly kind: 'answer';
      readonly heard: Heard;
      readonly smallTalk: SmallTalk | null;
      readonly locale: Locale | null;
    }
  | { readonly kind: 'press-refused'; readonly reason: 'spent' | 'not-live' | 'unreadable' }
  /** A link to a ticket was opened in the chat window. */
  | { readonly kind: 'ticket-link'; readonly code: string }
  /** A hub that colleagues sit at says how it is with what was handed over. */
  | { readonly kind: 'handoff-status'; readonly state: 'accepted' | 'failed' | 'completed' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'only-files' }
  /** Nothing that wants an answer. */
  | { readonly kind: 'noise' };

/** What somebody wants, regardless of the open question; null if it cannot be told without it. */
export function intentOf(activity: Activity, understanding: Understanding): CardAction | null {
  if (isPressInvoke(activity)) return parseCardAction(pressedData(activity));
  if (activity.type !== ActivityTypes.Message) return null;
  if (activity.value !== undefined && activity.value !== null) return parseCardAction(activity.value);
  const heard = hearText(activity, understanding);
  return heard.kind === 'answer' ? heard.heard.intent : null;
}

const signInInvokes = ['signin/verifyState', 'signin/tokenExchange', 'signin/failure'];

/** Sorts one activity into what it means for the conversation. A press that counts is spent in the record; nothing else changes. */
export function hear(activity: Activity, record: ConversationRecord, understanding: Understanding): Input {
  switch (activity.type) {
    case ActivityTypes.ConversationUpdate:
    case ActivityTypes.InstallationUpdate:
      return isArrival(activity) ? { kind: 'arrival' } : { kind: 'noise' };
    case ActivityTypes.Event:
      return hearEvent(activity);
    case ActivityTypes.Invoke:
      return hearInvoke(activity, record);
    case ActivityTypes.Message:
      return activity.value === undefined || activity.value === null
        ? hearText(activity, understanding)
        : hearPress(activity.value, record);
    default:
      return { kind: 'noise' };
  }
}

const ticketLink = z.object({ code: z.string().regex(/^[\w-]{16,128}$/) });
const handoffStatus = z.object({ state: z.enum(['accepted', 'failed', 'completed']) });

function hearEvent({ name, value }: Activity): Input {
  if (name === 'tokens/response') return { kind: 'sign-in-signal' };
  if (name === 'ticket.open') {
    const link = ticketLink.safeParse(value);
    // What was never a code gets the answer of one that does not work any more.
    return { kind: 'ticket-link', code: link.success ? link.data.code : '' };
  }
  const status = name === HandoffEventNames.HandoffStatus ? handoffStatus.safeParse(value) : null;
  return status?.success === true ? { kind: 'handoff-status', state: status.data.state } : { kind: 'noise' };
}

function hearInvoke(activity: Activity, record: ConversationRecord): Input {
  if (signInInvokes.includes(activity.name ?? '')) return { kind: 'sign-in-signal' };
  return isPressInvoke(activity) ? hearPress(pressedData(activity), record) : { kind: 'noise' };
}

/**
 * Buttons that do the same from any card: a ticket is opened for its own person only, and the steps are shown as they stand, for
 * whoever comes back to a card further up.
 */
const neverOld: readonly CardAction['do'][] = ['open-ticket', 'show-steps'];

/** A press counts once, and only while its card is among the last ones shown. */
function hearPress(value: unknown, record: ConversationRecord): Input {
  const press = parseCardAction(value);
  if (press === null) return { kind: 'press-refused', reason: 'unreadable' };
  const { nonce, ...intent } = press;
  // The print is stored, and what somebody wrote is not.
  const print = printOfPress(press);
  if (nonce !== undefined && print === record.spentPress) return { kind: 'press-refused', reason: 'spent' };
  if (neverOld.includes(intent.do)) return answer({ how: 'press', intent: intent as CardAction, text: '' });
  if (nonce === undefined || !record.liveNonces.includes(nonce)) return { kind: 'press-refused', reason: 'not-live' };
  spendPress(record, nonce, print);
  return answer({ how: 'press', intent: intent as CardAction, text: '' });
}

function hearText(activity: Activity, understanding: Understanding): Input {
  const text = typedText(activity);
  if (text.length > textMax) return { kind: 'too-long' };
  if (text === '' && (activity.attachments?.some((one) => !isHtml(one)) ?? false)) return { kind: 'only-files' };
  const short = text.slice(0, answerMax);
  const request = requestPattern.exec(short)?.[1];
  if (request !== undefined) return answer({ how: 'words', intent: { do: 'open-request', id: request }, text: short });
  const number = ticketPattern.exec(short)?.[1];
  if (number !== undefined) return answer({ how: 'words', intent: { do: 'ask-for-ticket', number }, text: short });
  const understood = understanding.exactly(short);
  switch (understood.kind) {
    case 'intent':
      return answer({ how: 'words', intent: understood.intent, text: short }, null, understood.locale);
    case 'small-talk':
      return answer({ how: 'words', intent: null, text: short }, understood.about, understood.locale);
    case 'not-understood':
      return answer({ how: 'words', intent: null, text: short });
  }
}

function answer(heard: Heard, smallTalk: SmallTalk | null = null, locale: Locale | null = null): Input {
  return { kind: 'answer', heard, smallTalk, locale };
}

/** Teams attaches what somebody wrote as HTML too, and some of its clients send nothing else. */
function writtenText({ text, attachments }: Activity): string {
  if (typeof text === 'string' && text.trim() !== '') return text;
  const html: unknown = attachments?.find(isHtml)?.content;
  return typeof html === 'string' ? withoutMarkup(html, textMax + 1) : '';
}

function isHtml({ contentType }: Attachment): boolean {
  return contentType === 'text/html';
}

/** The text without the bot's own mention, control and direction characters. */
export function typedText(activity: Activity): string {
  const text = writtenText(activity);
  // The SDK's type promises a recipient; a client of Direct Line may leave it out.
  const { recipient }: Partial<Activity> = activity;
  const mayMention = Array.isArray(activity.entities) && recipient !== undefined;
  const withoutMention = mayMention ? TurnContext.removeMentionText({ ...activity, text }, recipient.id) : text;
  return onOneLine(withoutMention ?? '');
}

/** A text without control and direction characters. */
export function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
