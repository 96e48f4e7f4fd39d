import type { DeskTicket } from '../../sandbox/desk/desk-tickets.ts';
import type { DeskKind } from '../../src/adapters/helpdesk/desk-kinds.ts';
import type { Stage } from './stage.ts';

export interface Filed {
  readonly title?: string;
  readonly about?: 'add-azure' | 'add-microsoft-365' | 'join' | 'status' | 'ask';
  readonly locale?: string;
  readonly knows?: 'object-id' | 'user-name' | 'mail-only';
}

/** One of the sandbox's helpdesks, as its colleagues see and use it. */
export class Helpdesk {
  readonly #stage: Stage;
  readonly id: DeskKind;

  constructor(stage: Stage, id: DeskKind = 'zendesk') {
    this.#stage = stage;
    this.id = id;
  }

  get name(): string {
    return this.#stage.settings.DESKS.find(({ id }) => id === this.id)?.name ?? '';
  }

  /** Files a ticket for a person and hands it over; the bot has done what is to be done about it by then. */
  async files(personId: string, filed: Filed = {}): Promise<DeskTicket> {
    const { title = 'I would like to use Azure', about = 'add-azure', ...more } = filed;
    const { ticket } = (await this.#post('tickets', { personId, title, about, ...more })) as { ticket: { id: string } };
    await this.#stage.works();
    return this.ticket(ticket.id);
  }

  /** A colleague answers the person. */
  async answers(ticket: { readonly id: string }, text: string): Promise<void> {
    await this.#post(`tickets/${ticket.id}/answers`, { text });
    await this.#stage.works();
  }

  /** A colleague hands the ticket over once more. */
  async handsOver(ticket: { readonly id: string }): Promise<void> {
    await this.#post(`tickets/${ticket.id}/deliveries`, { how: 'hand-over' });
    await this.#stage.works();
  }

  async closes(ticket: { readonly id: string }): Promise<void> {
    await this.#post(`tickets/${ticket.id}/close`, {});
    await this.#stage.works();
  }

  ticket(id: string): DeskTicket {
    const found = this.#stage.sandbox.desks.book.find(this.id, id);
    if (found === undefined) throw new Error(`no ticket ${id}`);
    return found;
  }

  tickets(): readonly DeskTicket[] {
    return this.#stage.sandbox.desks.book.list(this.id);
  }

  /** Everything that the bot wrote in a ticket, oldest first. */
  notes(ticket: { readonly id: string }): readonly string[] {
    return this.ticket(ticket.id)
      .comments.filter(({ by }) => by === 'bot')
      .map(({ body }) => body);
  }

  /** Waits until the bot has written this in the ticket. */
  async hears(ticket: { readonly id: string }, words: string): Promise<void> {
    for (let look = 0; look < 100; look += 1) {
      await this.#stage.works();
      if (this.notes(ticket).some((note) => note.includes(words))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the desk never heard: ${words}; but: ${this.notes(ticket).join('\n---\n')}`);
  }

  async #post(path: string, body: object): Promise<unknown> {
    const url = `${this.#stage.sandbox.core.addresses.http}/sandbox/desk/${this.id}/${path}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
