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

/** Whether we wrote this ourselves. Only the end counts: a colleague may quote us above an answer. */
export function isOurText(text: string): boolean {
  return markAtEnd.test(text.slice(-200));
}

function marked(text: string, mark: string): string {
  if (text === '') return '';
  return text.includes(mark) ? text : `${text}\n\n${mark}`;
}
