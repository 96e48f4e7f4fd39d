import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskAdapter, DeskParts } from '../desk-adapter.ts';
import { probeThrough } from '../probe.ts';
import { bodyId, deliveryIdFrom, isOneOf, refused } from '../proof.ts';
import { ownUsersOf } from '../requester.ts';
import { eventOf, readWritten } from '../written-body.ts';
import { writeToFreshdesk } from './freshdesk-writer.ts';

const whoAmI = { path: '/api/v2/agents/me', answer: z.object({ id: z.number() }) };

export function createFreshdeskDesk({ entry }: DeskParts): DeskAdapter {
  return {
    receive: (delivery) => receive(delivery, entry.secrets, ownUsersOf(entry)),
    write: (effect, number, way) => writeToFreshdesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
  };
}

/** Freshdesk neither signs its deliveries nor gives them ids, so we use a long secret header and a hash of the body. */
function receive(
  { headers, bytes, value }: DeskDelivery,
  secrets: readonly string[],
  ownUsers: readonly string[],
): DeskReading {
  const secret = headers['x-onetenant-secret'];
  if (secret === undefined) return refused(401, 'unsigned');
  if (!isOneOf(secret, secrets)) return refused(401, 'wrong-secret');
  const body = readWritten(value);
  if (body === null) return refused(422, 'unknown-shape');
  const deliveryId = body.delivery === null ? bodyId(bytes) : deliveryIdFrom(body.delivery);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsers) };
}
