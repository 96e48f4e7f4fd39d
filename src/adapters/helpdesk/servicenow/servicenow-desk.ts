import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskAdapter, DeskParts } from '../desk-adapter.ts';
import type { DeskEntry } from '../desk-entry.ts';
import { type ProbeQuestion, probeThrough } from '../probe.ts';
import { bodyId, deliveryIdFrom, isOneOf, isSignedBy, refused } from '../proof.ts';
import { ownUsersOf } from '../requester.ts';
import { eventOf, readWritten } from '../written-body.ts';
import { tablePath, writeToServiceNow } from './servicenow-writer.ts';

const rowsSchema = z.object({ result: z.array(z.unknown()) });

export function createServiceNowDesk({ entry }: DeskParts): DeskAdapter {
  return {
    receive: (delivery) => receive(delivery, entry),
    write: (effect, number, way) => writeToServiceNow(entry, effect, number, way),
    probe: (send) => probeThrough(send, oneRow(entry)),
  };
}

/** The table that notes go to. The user table would say who we are, but few accounts may read it. */
function oneRow(entry: DeskEntry): ProbeQuestion {
  return { path: `${tablePath(entry)}?sysparm_limit=1&sysparm_fields=sys_id`, answer: rowsSchema };
}

function receive(delivery: DeskDelivery, entry: DeskEntry): DeskReading {
  const refusal = proofFault(delivery, entry);
  if (refusal !== null) return refused(401, refusal);
  const body = readWritten(delivery.value);
  if (body === null) return refused(422, 'unknown-shape');
  // The business rule sends the record's id and update count, which stay the same if it sends again.
  const deliveryId = body.delivery === null ? bodyId(delivery.bytes) : deliveryIdFrom(body.delivery);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsersOf(entry)) };
}

/** If the business rule signs, the signature must be right; otherwise the long secret in the header must. */
function proofFault({ headers, bytes }: DeskDelivery, { secrets, options }: DeskEntry): string | null {
  const signature = headers['x-onetenant-signature'];
  const secret = headers['x-onetenant-secret'];
  if (signature !== undefined) {
    const isRight = isSignedBy(signature, secrets, { algorithm: 'sha256', encoding: 'base64' }, [bytes]);
    return isRight ? null : 'wrong-signature';
  }
  if (options?.signed === 'yes' || secret === undefined) return 'unsigned';
  return isOneOf(secret, secrets) ? null : 'wrong-secret';
}
