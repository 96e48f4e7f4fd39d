import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskAdapter, DeskParts } from '../desk-adapter.ts';
import type { DeskEntry } from '../desk-entry.ts';
import { probeThrough } from '../probe.ts';
import { deliveryIdFrom, isSignedBy, refused } from '../proof.ts';
import { readJira } from './jira-reading.ts';
import { writeToJira } from './jira-writer.ts';

const whoAmI = { path: '/rest/api/3/myself', answer: z.object({ accountId: z.string() }) };

export function createJiraDesk({ entry }: DeskParts): DeskAdapter {
  return {
    receive: (delivery) => receive(delivery, entry),
    write: (effect, number, way) => writeToJira(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
  };
}

function receive({ headers, bytes, value }: DeskDelivery, entry: DeskEntry): DeskReading {
  const signature = /^sha256=([0-9a-f]{64})$/.exec(headers['x-hub-signature'] ?? '')?.[1];
  if (signature === undefined) return refused(401, 'unsigned');
  if (!isSignedBy(signature, entry.secrets, { algorithm: 'sha256', encoding: 'hex' }, [bytes]))
    return refused(401, 'wrong-signature');
  const deliveryId = deliveryIdFrom(headers['x-atlassian-webhook-identifier']);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  const event = readJira(value, entry);
  if (event === null) return refused(422, 'unknown-shape');
  return { kind: 'read', deliveryId, event };
}
