import { sameBodyMs } from '../../domain/ticket-life.ts';
import type { DeskDelivery, DeskReading } from '../../ports/desk.ts';
import type { DeskEntry } from './desk-entry.ts';
import { bodyId, deliveryIdFrom, isOneOf, refused } from './proof.ts';
import { ownUsersOf } from './requester.ts';
import { type SampleDelivery, type SampleParts, type SampleTicket, writtenSample } from './sample-ticket.ts';
import { eventOf, readWritten, unknownShape } from './written-body.ts';

/** What desks share that cannot sign what they send, or need not: a long secret in a header proves them. */

const secretHeader = 'x-onetenant-secret';

/** Null if the header holds one of the secrets. */
export function headerSecretFault(
  headers: DeskDelivery['headers'],
  secrets: readonly string[],
): 'unsigned' | 'wrong-secret' | null {
  const secret = headers[secretHeader];
  if (secret === undefined) return 'unsigned';
  return isOneOf(secret, secrets) ? null : 'wrong-secret';
}

/** Reads what a desk sends that neither signs its deliveries nor names them. */
export function readWithSecret(delivery: DeskDelivery, now: number, entry: DeskEntry): DeskReading {
  const fault = headerSecretFault(delivery.headers, entry.secrets);
  return fault === null ? readProved(delivery, ownUsersOf(entry), now) : refused(401, fault);
}

/** Reads a delivery that has been proved. Its id stands in the body; without one, the same bytes are the same delivery for some hours. */
export function readProved({ bytes, value }: DeskDelivery, ownUsers: readonly string[], now: number): DeskReading {
  const body = readWritten(value);
  if (body === null) return unknownShape(value);
  const deliveryId =
    body.delivery === null ? `${bodyId(bytes)}-${Math.floor(now / sameBodyMs)}` : deliveryIdFrom(body.delivery);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsers) };
}

/** A delivery with the secret in its header. */
export function headerSecretSample(ticket: SampleTicket, { secret, now, id }: SampleParts): SampleDelivery {
  return {
    body: JSON.stringify({ ...writtenSample(ticket, { now }), delivery: id }),
    headers: { [secretHeader]: secret },
  };
}
