import { z } from 'zod';
import { ticketStates } from '../../domain/ticket.ts';
import type { TicketReport } from '../../ports/ticket-door.ts';

/** The response to a desk whose delivery was stored. */
export const acceptedSchema = z.object({
  id: z.string().nullable().describe('The ticket at OneTenant; null when the delivery concerns none.'),
});

/** Why what a desk sent is not taken, in words for whoever reads its log. */
export const refusalSchema = z.object({
  error: z.object({ message: z.string().describe('Which field is wrong, and how to set it.') }),
});

const moment = z.string().describe('ISO 8601 in UTC.');
const state = z.enum(ticketStates);

/** What a desk may read of its own ticket. */
export const reportSchema = z.object({
  id: z.string(),
  desk: z.string().describe('The desk, as its address names it.'),
  number: z.string().describe('The ticket at the desk.'),
  about: z.enum(['add-azure', 'add-microsoft-365', 'join', 'status', 'ask']),
  state,
  receivedAt: moment,
  changedAt: moment,
  history: z.array(z.object({ at: moment, to: state, because: z.string().nullable() })),
  effects: z
    .object({ waiting: z.number().int(), delivered: z.number().int(), dead: z.number().int() })
    .describe('What the desk is to be told: how much waits, how much it has, how much it will not get.'),
}) satisfies z.ZodType<TicketReport>;
