import { createHash } from 'node:crypto';
import type { DeskEffect } from '../../domain/ticket.ts';
import { effectMark } from '../../domain/ticket-mark.ts';

const markAtEnd = /\[onetenant:[A-Za-z0-9_-]{1,128}(?::reply)?\]\s*$/;

/** The mark in an effect's note, by which the effect is recognised at the desk. */
export function noteMark(effect: DeskEffect): string {
  return effectMark(effect.id);
}

/** The mark in an effect's reply to the person, which can be there without the note. */
export function replyMark(effect: DeskEffect): string {
  return `[onetenant:${effect.id}:reply]`;
}

/** The name in a ticket that we made, of 30 characters, by which it is found again where a desk searches no text. */
export function madeName(effect: DeskEffect): string {
  return `onetenant-${createHash('sha256').update(effect.id).digest('hex').slice(0, 20)}`;
}

export function markedNote(effect: DeskEffect): string {
  return marked(effect.note, noteMark(effect));
}

export function markedReply(effect: DeskEffect): string {
  return marked(effect.reply, replyMark(effect));
}

/**
 * What is left of an effect, with its marks, given the text that is already at the desk. Null if the note is there, because it is
 * written last.
 */
export function stillToWrite(effect: DeskEffect, there: string): DeskEffect | null {
  if (effect.note !== '' && there.includes(noteMark(effect))) return null;
  const reply = there.includes(replyMark(effect)) ? '' : markedReply(effect);
  return { ...effect, note: markedNote(effect), reply };
}

/** Whether we wrote this text. Only the end counts: a colleague may quote us above a reply. */
export function isOurText(text: string): boolean {
  return markAtEnd.test(text.slice(-200));
}

function marked(text: string, mark: string): string {
  if (text === '') return '';
  return text.includes(mark) ? text : `${text}\n\n${mark}`;
}
