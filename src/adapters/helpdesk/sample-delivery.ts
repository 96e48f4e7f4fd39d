import { randomUUID } from 'node:crypto';
import { type DeskKind, deskKinds } from './desk-kinds.ts';
import type { SampleDelivery, SampleTicket } from './sample-ticket.ts';

/** A delivery as this kind of desk sends it, with its authentication. `now`: milliseconds since 1970. */
export function sampleDelivery(kind: DeskKind, ticket: SampleTicket, secret: string, now: number): SampleDelivery {
  const { body, headers } = deskKinds[kind].sample(ticket, { secret, now, id: randomUUID() });
  return { body, headers: { 'content-type': 'application/json', ...headers } };
}
