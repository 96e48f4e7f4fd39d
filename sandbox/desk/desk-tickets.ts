/** Where a ticket is, in words that every desk has a name of its own for. */
export const deskStates = ['new', 'open', 'pending', 'solved', 'closed'] as const;
export type DeskState = (typeof deskStates)[number];

export type Actor = 'bot' | 'colleague' | 'person';

export interface DeskComment {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly by: Actor;
  readonly body: string;
  readonly visibility: 'public' | 'internal';
}

export interface HistoryLine {
  readonly at: string;
  readonly by: Actor;
  readonly what: 'opened' | 'commented' | 'moved' | 'tagged' | 'changed';
  readonly detail: string;
}

/** One request of the bot about a ticket. Never a body or a header. */
export interface TicketRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

/** How handing something of a ticket to the bot went. */
export interface DeliveryNote {
  readonly id: string;
  readonly event: 'handed-over' | 'answered' | 'closed' | 'echo';
  readonly kind: 'first' | 'again' | 'old-signature';
  readonly tries: readonly { readonly at: string; readonly status: number | null }[];
  readonly state: 'on-its-way' | 'delivered' | 'given-up';
}

/** Who asked, as the form fields of the desk say it. */
export interface TicketRequester {
  readonly personId: string | null;
  readonly userPrincipalName: string | null;
  readonly tenantId: string | null;
  readonly name: string;
  readonly mail: string;
}

export interface TicketPlan {
  readonly title: string;
  readonly description: string;
  readonly requester: TicketRequester;
  /** Empty when the form does not say. */
  readonly scenario: string;
  readonly locale: string | null;
  readonly by: Actor;
  /** What a desk keeps beside this, by its own names. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface DeskTicket extends Omit<TicketPlan, 'by' | 'fields'> {
  readonly deskId: string;
  /** What the desk's API calls it. */
  readonly id: string;
  /** What people call it. */
  readonly number: string;
  readonly openedAt: string;
  title: string;
  state: DeskState;
  /** One more with every change. */
  version: number;
  /** ISO 8601 in whole seconds; no two changes share one. */
  updatedAt: string;
  updatedBy: Actor;
  tags: string[];
  fields: Record<string, unknown>;
  readonly comments: DeskComment[];
  readonly history: HistoryLine[];
  readonly requests: TicketRequest[];
  readonly deliveries: DeliveryNote[];
}

/** The tickets of all desks of one sandbox, in memory. */
export class DeskTickets {
  readonly #now: () => number;
  readonly #nameTicket: (deskId: string, count: number) => Pick<DeskTicket, 'id' | 'number'>;
  readonly #all: DeskTicket[] = [];
  readonly #tellers = new Set<(ticket: DeskTicket, change: HistoryLine) => void>();
  /** The field that a desk demands of a ticket when it is solved, by the desk's id. */
  readonly demands = new Map<string, string>();
  #lastNumber = 0;
  #lastComment = 0;

  /** `nameTicket`: what a desk calls its first, second, … ticket. */
  constructor(now: () => number, nameTicket: (deskId: string, count: number) => Pick<DeskTicket, 'id' | 'number'>) {
    this.#now = now;
    this.#nameTicket = nameTicket;
  }

  open(deskId: string, { by, fields, ...plan }: TicketPlan): DeskTicket {
    this.#lastNumber += 1;
    const at = this.#seconds();
    const ticket: DeskTicket = {
      ...plan,
      ...this.#nameTicket(deskId, this.#lastNumber),
      deskId,
      openedAt: at,
      state: 'new',
      version: 0,
      updatedAt: at,
      updatedBy: by,
      tags: [],
      fields: { ...fields },
      comments: [],
      history: [],
      requests: [],
      deliveries: [],
    };
    this.#all.push(ticket);
    this.#touch(ticket, { by, what: 'opened', detail: plan.title });
    return ticket;
  }

  /** By the name that the desk's API uses. */
  find(deskId: string, id: string): DeskTicket | undefined {
    return this.#all.find((ticket) => ticket.deskId === deskId && ticket.id === id);
  }

  findByNumber(deskId: string, number: string): DeskTicket | undefined {
    return this.#all.find((ticket) => ticket.deskId === deskId && ticket.number === number);
  }

  list(deskId?: string): readonly DeskTicket[] {
    return this.#all.filter((ticket) => deskId === undefined || ticket.deskId === deskId);
  }

  /** `movesTo`: the state that the same change gives the ticket, as in "reply and solve". */
  comment(
    ticket: DeskTicket,
    said: Pick<DeskComment, 'by' | 'body' | 'visibility'>,
    movesTo: DeskState = ticket.state,
  ): DeskComment {
    this.#lastComment += 1;
    const comment = { ...said, id: this.#lastComment, at: new Date(this.#now()).toISOString() };
    ticket.comments.push(comment);
    ticket.state = movesTo;
    this.#touch(ticket, { by: said.by, what: 'commented', detail: said.visibility });
    return comment;
  }

  move(ticket: DeskTicket, state: DeskState, by: Actor): void {
    if (ticket.state === state) return;
    ticket.state = state;
    this.#touch(ticket, { by, what: 'moved', detail: state });
  }

  setTags(ticket: DeskTicket, tags: readonly string[], by: Actor): void {
    const sorted = [...new Set(tags)].sort();
    if (sorted.join(' ') === ticket.tags.join(' ')) return;
    ticket.tags = sorted;
    this.#touch(ticket, { by, what: 'tagged', detail: sorted.join(' ') });
  }

  change(ticket: DeskTicket, fields: Readonly<Record<string, unknown>>, by: Actor): void {
    if (Object.keys(fields).length === 0) return;
    ticket.fields = { ...ticket.fields, ...fields };
    this.#touch(ticket, { by, what: 'changed', detail: Object.keys(fields).join(' ') });
  }

  noteRequest(ticket: DeskTicket, request: Omit<TicketRequest, 'at'>): void {
    ticket.requests.push({ ...request, at: new Date(this.#now()).toISOString() });
  }

  /** A note with the same id takes the place of the earlier one. */
  noteDelivery(ticket: DeskTicket, note: DeliveryNote): void {
    const place = ticket.deliveries.findIndex(({ id, kind }) => id === note.id && kind === note.kind);
    if (place === -1) ticket.deliveries.push(note);
    else ticket.deliveries[place] = note;
  }

  /** Tells of every change from now on. */
  onChange(tell: (ticket: DeskTicket, change: HistoryLine) => void): void {
    this.#tellers.add(tell);
  }

  /** The field that its desk demands of a solved ticket, if a change would solve it without; null otherwise. */
  lacks(ticket: DeskTicket, next: DeskState | null, given: Readonly<Record<string, unknown>>): string | null {
    const field = this.demands.get(ticket.deskId);
    const isSolving = next !== ticket.state && (next === 'solved' || next === 'closed');
    return field !== undefined && isSolving && !given[field] && !ticket.fields[field] ? field : null;
  }

  clear(): void {
    this.demands.clear();
    this.#all.length = 0;
  }

  #touch(ticket: DeskTicket, change: Omit<HistoryLine, 'at'>): void {
    const line = { ...change, at: new Date(this.#now()).toISOString() };
    ticket.version += 1;
    if (ticket.version > 1) ticket.updatedAt = this.#seconds(Date.parse(ticket.updatedAt) + 1000);
    ticket.updatedBy = change.by;
    ticket.history.push(line);
    for (const tell of this.#tellers) tell(ticket, line);
  }

  #seconds(notBefore = 0): string {
    return `${new Date(Math.max(this.#now(), notBefore)).toISOString().slice(0, 19)}Z`;
  }
}
