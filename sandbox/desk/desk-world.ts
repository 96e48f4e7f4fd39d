import type { SandboxCore } from '../core/core.ts';
import { Courier, type CourierOptions } from './courier.ts';
import { kindOf } from './desk-kinds.ts';
import { type Actor, type DeskComment, type DeskState, type DeskTicket, DeskTickets } from './desk-tickets.ts';
import { DeskTokens } from './desk-tokens.ts';
import type { SandboxDesk } from './sandbox-desk.ts';
import { makeDesks } from './sandbox-desks.ts';

/** All desks of one sandbox: their keys, their tickets, and what they send. */
export interface DeskWorld {
  readonly desks: readonly SandboxDesk[];
  readonly book: DeskTickets;
  readonly courier: Courier;
  find(id: string): SandboxDesk | undefined;
  /** The access tokens that a desk gave. */
  tokensOf(desk: SandboxDesk): DeskTokens;
  /** Forgets every ticket and everything that was still to be sent. */
  clear(): void;
}

const ended: readonly DeskState[] = ['solved', 'closed'];

export function createDeskWorld(
  core: SandboxCore,
  desks: readonly SandboxDesk[] = makeDesks(),
  options: CourierOptions = { pace: 1, longestWaitMs: Number.POSITIVE_INFINITY },
): DeskWorld {
  const book = new DeskTickets(
    () => core.now(),
    (id, count) => kindOf({ id }).newTicket(count),
  );
  const courier = new Courier(core, book, options);
  const tokens = new Map(desks.map((desk) => [desk.id, new DeskTokens(desk, () => core.now())]));
  const find = (id: string) => desks.find((desk) => desk.id === id);
  book.onChange((ticket, { by, what }) => {
    const desk = find(ticket.deskId);
    if (by === 'bot' && desk !== undefined && kindOf(desk).echoes) echo(courier, desk, ticket, { by, what });
  });
  return {
    desks,
    book,
    courier,
    find,
    tokensOf: (desk) => tokens.get(desk.id) ?? new DeskTokens(desk, () => core.now()),
    clear() {
      courier.clear();
      book.clear();
    },
  };
}

function echo(
  courier: Courier,
  desk: SandboxDesk,
  ticket: DeskTicket,
  { by, what }: { readonly by: Actor; readonly what: string },
): void {
  const comment: DeskComment | undefined = ticket.comments.at(-1);
  if (what === 'commented' && comment) void courier.tell(desk, ticket, { kind: 'answered', comment }, 'echo');
  if (what === 'moved' && ended.includes(ticket.state))
    void courier.tell(desk, ticket, { kind: 'withdrawn', by }, 'echo');
}
