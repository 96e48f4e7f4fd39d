import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import { newsPatienceMs } from '../proactive/scheduled-jobs.ts';
import type { ConversationRecord, TicketPost } from '../record/conversation-record.ts';
import { type TicketEar, tellTickets } from '../record/ticket-news.ts';
import type { ConversationStore } from './conversation-store.ts';

/** What telling the tickets needs. */
export interface TicketNewsParts {
  readonly conversations: ConversationStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly tickets: TicketEar | undefined;
  /** Has the news told later, in case this process ends before it could; `dueAt` is ISO 8601 in UTC. */
  readonly tellNewsAt: (conversation: string, dueAt: string) => Promise<void>;
}

/** What the tickets are to know of a chat: saved with the turn, told after it, and crossed off then. */
export class TicketNewsDelivery {
  readonly #parts: TicketNewsParts;

  constructor(parts: TicketNewsParts) {
    this.#parts = parts;
  }

  /** Plans a second try before the turn is saved, for when this process dies. */
  async plan(key: string): Promise<void> {
    await this.#parts.tellNewsAt(key, new Date(this.#parts.clock.now() + newsPatienceMs).toISOString());
  }

  /** Tells the tickets in order, and gives back what they could not take. */
  tell(key: string, { ticketNews }: ConversationRecord): Promise<TicketPost[]> {
    return tellTickets(ticketNews, key, this.#parts);
  }

  /** Tells the tickets, and crosses off what they know. False when something is left. */
  async settle(key: string, record: ConversationRecord, etag: string): Promise<boolean> {
    const ticketNews = await this.tell(key, record);
    const written = await this.#parts.conversations.save(key, { ...record, ticketNews }, etag);
    // After a conflict another turn has it, and tells it again.
    return ticketNews.length === 0 && written.kind === 'written';
  }
}
