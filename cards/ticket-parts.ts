import type { Translator } from '../src/i18n/index.ts';
import { cleanText, literalText, plainText, spokenText } from './plain-text.ts';

/** How a ticket is named. Its texts come from a desk and are not trusted. */
export interface TicketNameView {
  /** Empty while the desk has not given one. */
  readonly number: string;
  readonly deskName: string;
}

const longestNumber = 64;
const longestDeskName = 80;

/** "Ticket 35 at Service desk", ready to stand in a card. */
export function ticketName(view: TicketNameView, t: Translator): string {
  return name(view, t, plainText);
}

/** The same for what is read aloud. */
export function spokenTicketName(view: TicketNameView, t: Translator): string {
  return name(view, t, spokenText);
}

/** The same for a message of plain text. */
export function literalTicketName(view: TicketNameView, t: Translator): string {
  return name(view, t, literalText);
}

/** What is filled into sentences of a card about one ticket. */
export function ticketParams({ number, deskName }: TicketNameView): { number: string; desk: string } {
  return { number: plainText(number, longestNumber), desk: plainText(deskName, longestDeskName) };
}

/** The same for a message of plain text. */
export function literalTicketParams({ number, deskName }: TicketNameView): { number: string; desk: string } {
  return { number: literalText(number, longestNumber), desk: literalText(deskName, longestDeskName) };
}

function name({ number, deskName }: TicketNameView, t: Translator, plain: typeof plainText): string {
  const desk = plain(deskName, longestDeskName);
  if (cleanText(number, longestNumber) === '') return t('tickets.name-without-number', { desk });
  return t('tickets.name', { number: plain(number, longestNumber), desk });
}
