import type { DeskEffect } from '../../domain/ticket.ts';
import { effectMark } from '../../domain/ticket-mark.ts';

const markAtEnd = /\[onetenant:[A-Za-z0-9_-]{1,128}(?::reply)?\]\s*$/;

/** What the note of an effect can be known by at the desk. */
export function noteMark(effect: DeskEffect): string {
  return effectMark(effect.id);
}

/** The same for its answer to the person, which can be there while the note is not. */
export function replyMark(effect: DeskEffect): string {
  return `[onetenant:${effect.id}:reply]`;
}

export function markedNote(effect: DeskEffect): string {
  return marked(effect.note, noteMark(effect));
}

export function markedReply(effect: DeskEffect): string {
  return marked(effect.reply, replyMark(effect));
}

/** What of an effect's words is still to be written where this stands already; null when its note is there, which comes last. */
export function stillToWrite(
  effect: DeskEffect,
  there: string,
): { readonly note: string; readonly reply: string } | null {
  if (effect.note !== '' && there.includes(noteMark(effect))) return null;
  return { note: markedNote(effect), reply: there.includes(replyMark(effect)) ? '' : markedReply(effect) };
}

/** Whether we wrote this ourselves. Only the end counts: a colleague may quote us above an answer. */
export function isOurText(text: string): boolean {
  return markAtEnd.test(text.slice(-200));
}

function marked(text: string, mark: string): string {
  if (text === '') return '';
  return text.includes(mark) ? text : `${text}\n\n${mark}`;
}
