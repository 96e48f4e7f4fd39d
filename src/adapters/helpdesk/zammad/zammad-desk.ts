import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskAdapter, DeskParts } from '../desk-adapter.ts';
import { probeThrough } from '../probe.ts';
import { deliveryIdFrom, isSignedBy, refused } from '../proof.ts';
import { ownUsersOf } from '../requester.ts';
import { eventOf, readWritten } from '../written-body.ts';
import { TicketIds, ZammadWriter } from './zammad-writer.ts';

const whoAmI = { path: '/api/v1/users/me', answer: z.object({ id: z.number() }) };

export function createZammadDesk(parts: DeskParts): DeskAdapter {
  const ids = new TicketIds();
  return {
    receive: (delivery) => receive(delivery, parts.entry.secrets, ownUsersOf(parts.entry), ids),
    write: (effect, number, way) => new ZammadWriter(parts, ids, way.send).write(effect, number, way.mayBeThere),
    probe: (send) => probeThrough(send, whoAmI),
  };
}

function receive(
  { headers, bytes, value }: DeskDelivery,
  secrets: readonly string[],
  ownUsers: readonly string[],
  ids: TicketIds,
): DeskReading {
  const signature = /^sha1=([0-9a-f]{40})$/.exec(headers['x-hub-signature'] ?? '')?.[1];
  if (signature === undefined) return refused(401, 'unsigned');
  if (!isSignedBy(signature, secrets, { algorithm: 'sha1', encoding: 'hex' }, [bytes]))
    return refused(401, 'wrong-signature');
  const deliveryId = deliveryIdFrom(headers['x-zammad-delivery']);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  const body = readWritten(value);
  if (body === null) return refused(422, 'unknown-shape');
  ids.keep(body.number, body.id);
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsers) };
}
