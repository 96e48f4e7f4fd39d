import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { mendWritten } from '../mended-body.ts';
import { name, noRequester, ownStates, states } from '../options.ts';
import { probeThrough } from '../probe.ts';
import { deliveryIdFrom, isSignedBy, macOf, refused } from '../proof.ts';
import { ownUsersOf } from '../requester.ts';
import { writtenSample } from '../sample-ticket.ts';
import { eventOf, readWritten, unknownShape } from '../written-body.ts';
import { TicketIds, ZammadWriter } from './zammad-writer.ts';

const whoAmI = { path: '/api/v1/users/me', answer: z.object({ id: z.number() }) };

export const zammad: DeskDescriptor = {
  title: 'Zammad',
  needsUser: false,
  secrets: 'text',
  options: z.strictObject({ group: name, customer: name, requester: noRequester, states, ...ownStates }).partial(),
  numbers: { shape: /^\d{1,32}$/, example: '65001' },
  signsDeliveryId: false,
  signIn: ({ key = '' }) => ({ authorization: `Token token=${key}` }),
  oauth: null,
  create(parts) {
    const ids = new TicketIds();
    return {
      receive: (delivery) => receive(delivery, parts.entry.secrets, ownUsersOf(parts.entry), ids),
      create: (effect, way) => new ZammadWriter(parts, ids, way.send).create(effect, way.mayBeThere),
      update: (effect, number, way) => new ZammadWriter(parts, ids, way.send).update(effect, number, way.mayBeThere),
      probe: (send) => probeThrough(send, whoAmI),
      mend: mendWritten,
    };
  },
  sample(ticket, { secret, now, id }) {
    const body = JSON.stringify(writtenSample(ticket, { now }));
    return {
      body,
      headers: {
        'x-hub-signature': `sha1=${macOf('sha1', secret, [body]).toString('hex')}`,
        'x-zammad-delivery': id,
      },
    };
  },
};

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
  if (body === null) return unknownShape(value);
  ids.keep(body.number, body.id);
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsers) };
}
