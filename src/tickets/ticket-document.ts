import { z } from 'zod';
import { type DeskEffect, type TicketId, ticketStates } from '../domain/ticket.ts';

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
  tag: z.string().nullable(),
  title: z.string(),
  requester: requesterSchema.nullable(),
}) satisfies z.ZodType<DeskEffect>;

const outgoingSchema = z.object({
  effect: effectSchema,
  plannedAt: z.string(),
  tries: z.number(),
  /** Milliseconds since 1970. */
  nextAt: z.number(),
  /** Until when somebody is writing it; 0 when nobody is. */
  leaseUntil: z.number(),
  mayBeThere: z.boolean(),
  lastStatus: z.number().nullable(),
  fate: z.enum(['waiting', 'delivered', 'dead']),
  endedAt: z.string().nullable(),
  /** Replaced by a later one of its kind while it waits. */
  isProgress: z.boolean(),
});

const taskSchema = z.object({
  tries: z.number(),
  nextAt: z.number(),
  leaseUntil: z.number(),
  /** The revision that asked for it: a later ask is another task. */
  since: z.number(),
});

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
  /** Grows with every commit. */
  revision: z.number(),
  receivedAt: z.string(),
  changedAt: z.string(),
  history: z.array(z.object({ at: z.string(), to: z.enum(ticketStates), because: z.string().nullable() })),
  /** Marks of the deliveries and news that it has in it. */
  applied: z.array(z.string()),
  conversation: z.string().nullable(),
  /** Who asked, once it is known. */
  personId: z.string().nullable(),
  /** The person is still to be written to. */
  person: taskSchema.nullable(),
  /** The chat is still to be woken. */
  wake: taskSchema.nullable(),
  answers: z.array(z.object({ id: z.string(), text: z.string(), at: z.string() })),
  /** Bodies of answers that were taken lately, and until when each is known again. Tickets of older releases have none. */
  heard: z.array(z.object({ hash: z.string(), untilMs: z.number() })).default([]),
  outbox: z.array(outgoingSchema),
  effectsMade: z.number(),
  /** The desk takes nothing more for it. */
  isGone: z.boolean(),
  /** Key of the document that brings a worker here; null when nothing is left to do. */
  work: z.string().nullable(),
});

/** Everything that is kept of one ticket, in one document, so that it changes all at once. */
export type Ticket = Readonly<z.infer<typeof ticketSchema>>;
/** Something that a desk is to be told, with its tries. */
export type Outgoing = Readonly<z.infer<typeof outgoingSchema>>;
/** Something that a worker does for a ticket, with its tries and its lease. */
export type Task = Readonly<z.infer<typeof taskSchema>>;

/** A ticket at the end of its time, between two removals. */
const removedSchema = z.object({ removed: z.literal(true) });

/** Reads a stored ticket; `removed` at the end of its time. Throws `ZodError` for a shape that no release wrote. */
export function parseTicket(value: unknown): Ticket | 'removed' {
  return removedSchema.safeParse(value).success ? 'removed' : ticketSchema.parse(value);
}

/** When there is next something to do for a ticket, in milliseconds since 1970; null when there is nothing. */
export function nextDueMs(ticket: Ticket): number | null {
  const times = [ticket.person?.nextAt, ticket.wake?.nextAt, headOf(ticket)?.nextAt].filter((at) => at !== undefined);
  return times.length === 0 ? null : Math.min(...times);
}

/** What the desk is to be told first. */
export function headOf(ticket: Ticket): Outgoing | null {
  return ticket.outbox.find(({ fate }) => fate === 'waiting') ?? null;
}
