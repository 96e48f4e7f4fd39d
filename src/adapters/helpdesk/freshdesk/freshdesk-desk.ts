import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { digits, noRequester } from '../options.ts';
import { probeThrough } from '../probe.ts';
import { bodyId, deliveryIdFrom, isOneOf, refused } from '../proof.ts';
import { basic, ownUsersOf } from '../requester.ts';
import { writtenSample } from '../sample-ticket.ts';
import { eventOf, readWritten } from '../written-body.ts';
import { writeToFreshdesk } from './freshdesk-writer.ts';

const whoAmI = { path: '/api/v2/agents/me', answer: z.object({ id: z.number() }) };

export const freshdesk: DeskDescriptor = {
  title: 'Freshdesk',
  needsUser: false,
  secrets: 'text',
  options: z
    .strictObject({
      group: digits,
      requesterMail: z.string().regex(/^\S+@\S+$/, 'must be an email address'),
      requester: noRequester,
    })
    .partial(),
  numbers: { shape: /^\d{1,18}$/, example: '1017' },
  signsDeliveryId: false,
  signIn: ({ key }) => ({ authorization: basic(key, 'X') }),
  create: ({ entry }) => ({
    receive: (delivery) => receive(delivery, entry.secrets, ownUsersOf(entry)),
    write: (effect, number, way) => writeToFreshdesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
  }),
  sample: (ticket, { secret, now, id }) => ({
    body: JSON.stringify({ ...writtenSample(ticket, { now }), delivery: id }),
    headers: { 'x-onetenant-secret': secret },
  }),
};

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
