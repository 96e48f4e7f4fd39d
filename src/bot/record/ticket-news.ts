import { createHash } from 'node:crypto';
import { errorName } from '../../domain/errors.ts';
import type { TicketNews } from '../../domain/ticket.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Tickets } from '../../ports/tickets.ts';
import { type ConversationRecord, type TicketPost, writable } from './conversation-record.ts';
import { knownTicket } from './ticket-places.ts';

/** What the tickets have to hear of a chat. */
export type TicketEar = Pick<Tickets, 'tell' | 'raise' | 'keepPlace'>;

/** Tells the tickets in order, and gives back what is still to be told: all from the first that they could not take. */
export async function tellTickets(
  posts: readonly TicketPost[],
  conversation: string,
  { tickets, journal }: { readonly tickets?: TicketEar | undefined; readonly journal: Journal },
): Promise<TicketPost[]> {
  if (tickets === undefined) return [...posts];
  for (const [index, post] of posts.entries()) {
    try {
      await tell(post, conversation, tickets);
    } catch (error) {
      // The store is away, or the desk is no longer in the settings. What the person was told stays true: it is told later.
      journal.note({ event: 'job.failed', error: errorName(error) });
      return posts.slice(index);
    }
  }
  return [];
}

function tell(post: TicketPost, conversation: string, tickets: TicketEar): Promise<void> {
  switch (post.kind) {
    case 'news':
      return tickets.tell(post.ticketId, post.news, post.round);
    case 'raise':
      return tickets.raise(post.from);
    case 'place':
      return tickets.keepPlace(post.ticketId, conversation, post.round);
  }
}

/** From it can be seen that something was told already, without keeping what it was. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

type WithoutMark<News> = News extends { readonly id: string; readonly at: string } ? Omit<News, 'id' | 'at'> : never;

/** What happened in the chat, before it has an id and a time. */
export type TicketNewsItem = WithoutMark<TicketNews>;

/** Has the tickets told of something, once the turn is saved. `round`: by default the one that this chat knows the ticket of. */
export function postNews(
  record: ConversationRecord,
  ticketId: string,
  news: TicketNewsItem,
  { now, randomId, round }: { readonly now: number; readonly randomId: () => string; readonly round?: number },
): void {
  const whole = { ...news, id: randomId(), at: new Date(now).toISOString() } as TicketNews;
  writable(record).ticketNews.push({
    kind: 'news',
    ticketId,
    news: whole,
    round: round ?? roundOf(record, ticketId),
  });
}

/** Has the tickets know that this ticket is held in this chat from now on. */
export function postPlace(record: ConversationRecord, ticketId: string): void {
  writable(record).ticketNews.push({ kind: 'place', ticketId, round: roundOf(record, ticketId) });
}

/** Has a ticket made for what is handed over here, once the turn is saved. */
export function postRaise(record: ConversationRecord, from: Parameters<Tickets['raise']>[0]): void {
  writable(record).ticketNews.push({ kind: 'raise', from });
}

function roundOf(record: ConversationRecord, ticketId: string): number {
  return knownTicket(record, ticketId)?.round ?? 0;
}
