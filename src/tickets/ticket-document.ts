import { z } from 'zod';
import { type DeskEffect, type TicketId, ticketStates } from '../domain/ticket.ts';
import { tokenFaultKinds } from '../ports/desk.ts';

const requesterSchema = z.object({
  personId: z.string().nullable(),
  userPrincipalName: z.string().nullable(),
  tenantId: z.string().nullable(),
});

const effectSchema = z.object({
  id: z.string(),
  kind: z.enum(['create', 'update']),
  note: z.string(),
  reply: z.string(),
  status: z.enum(['open', 'pending', 'solved']).nullable(),
  // Effects of older releases changed whatever they found.
  reopens: z.boolean().default(true),
  tag: z.string().nullable(),
  title: z.string(),
  requester: requesterSchema.nullable(),
}) satisfies z.ZodType<DeskEffect, unknown>;

const outgoingSchema = z.object({
  effect: effectSchema,
  plannedAt: z.string(),
  tries: z.number(),
  /** Milliseconds since 1970. */
  nextAt: z.number(),
  /** A worker has claimed it until this time; 0 if none has. */
  leaseUntil: z.number(),
  mayBeThere: z.boolean(),
  lastStatus: z.number().nullable(),
  fate: z.enum(['waiting', 'delivered', 'dead']),
  endedAt: z.string().nullable(),
  /** It is gathered until its time, and not told at once. */
  isHeld: z.boolean().default(false),
  /** A later progress note replaces it while it waits. */
  isProgress: z.boolean(),
  /** The person asked for a colleague, and is told how this fares. Effects of older releases are not. */
  isHandOver: z.boolean().default(false),
  /** Why there was no token for the last attempt; null if the desk was asked. */
  signInFault: z.enum(tokenFaultKinds).nullable().default(null),
  /** The desk took the note, but not the state: its HTTP status, and its own words. */
  stateRefused: z.object({ status: z.number().nullable(), words: z.string() }).nullable().default(null),
});

const taskSchema = z.object({
  tries: z.number(),
  nextAt: z.number(),
  leaseUntil: z.number(),
  /** The revision that requested it; a later request is a new task. */
  since: z.number(),
});

/** When nobody reacts: first a reminder, then the ticket goes back. */
const patienceSchema = taskSchema.extend({ isReminded: z.boolean() });

const ticketSchema = z.object({
  shape: z.literal(1),
  id: z.string().transform((text) => text as TicketId),
  deskId: z.string(),
  number: z.string(),
  title: z.string(),
  about: z.enum(['add-azure', 'add-microsoft-365', 'join', 'status', 'ask']),
  requester: requesterSchema,
  locale: z.string().nullable(),
  tenantId: z.string(),
  state: z.enum(ticketStates),
  version: z.number().nullable(),
  /** Increases with every write. */
  revision: z.number(),
  receivedAt: z.string(),
  changedAt: z.string(),
  history: z.array(z.object({ at: z.string(), to: z.enum(ticketStates), because: z.string().nullable() })),
  /** Marks of the deliveries and news that were applied. */
  applied: z.array(z.string()),
  conversation: z.string().nullable(),
  /** The requester, once known. */
  personId: z.string().nullable(),
  /** What the desk itself calls the requester; null if it does not say. */
  requesterAtDesk: z.string().nullable().default(null),
  /** One more each time the ticket goes to another person: what a chat of an earlier one still says does not count. */
  round: z.number().default(0),
  /** Writing to the person; null when done. */
  person: taskSchema.nullable(),
  /** Continuing the chat; null when done. */
  wake: taskSchema.nullable(),
  /** What its person was shown last that may be all they wanted; null if there is more to do. */
  shown: z.enum(['already-done', 'status']).nullable().default(null),
  /** Waiting for the person; null while nobody waits for them. */
  patience: patienceSchema.nullable().default(null),
  answers: z.array(z.object({ id: z.string(), text: z.string(), at: z.string() })),
  /** Hashes of recent replies, and how long each is remembered. Tickets from older releases have none. */
  heard: z.array(z.object({ hash: z.string(), untilMs: z.number() })).default([]),
  outbox: z.array(outgoingSchema),
  effectsMade: z.number(),
  /** The desk accepts nothing more for this ticket. */
  isGone: z.boolean(),
  /** The desk has closed the ticket or taken it back, and not handed it over since: its state is the desk's own. */
  isClosed: z.boolean().default(false),
  /** Key of the document that brings a worker here; null if there is nothing left to do. */
  work: z.string().nullable(),
});

/** Everything about one ticket in one document, so that it changes atomically. */
export type Ticket = Readonly<z.infer<typeof ticketSchema>>;
/** An effect for a desk, with its attempts. */
export type Outgoing = Readonly<z.infer<typeof outgoingSchema>>;
/** Work on a ticket, with its attempts and its lease. */
export type Task = Readonly<z.infer<typeof taskSchema>>;

/** An expired ticket that is being removed. */
const removedSchema = z.object({ removed: z.literal(true) });

/** Parses a stored ticket; `removed` if it is being removed. Throws `ZodError` for a shape that no release wrote. */
export function parseTicket(value: unknown): Ticket | 'removed' {
  return removedSchema.safeParse(value).success ? 'removed' : ticketSchema.parse(value);
}

/** What there is to do for a ticket now or later. */
export function workIn(ticket: Ticket): readonly (Task | Outgoing)[] {
  return [ticket.person, ticket.wake, ticket.patience, headOf(ticket)].filter((work) => work !== null);
}

/** The first effect in the outbox. */
export function headOf(ticket: Ticket): Outgoing | null {
  return ticket.outbox.find(({ fate }) => fate === 'waiting') ?? null;
}
