import { z } from 'zod';
import type { DeskEffect } from '../../../domain/ticket.ts';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskAdapter, DeskParts } from '../desk-adapter.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { failureOf, written } from '../outcomes.ts';
import { reachFor } from '../probe.ts';
import { deliveryIdFrom, isNear, isOneOf, macOf, refused } from '../proof.ts';
import { ownUsersOf } from '../requester.ts';
import { writtenSample } from '../sample-ticket.ts';
import { envelopeSchema, eventOf, readEnvelope, unknownShape } from '../written-body.ts';

/** Source: Standard Webhooks, "Verifying webhook authenticity". */
const skewMs = 300_000;
const signaturesAtMost = 20;

const answerSchema = z.object({ number: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });

/** Any desk that uses Standard Webhooks in both directions. */
export const generic: DeskDescriptor = {
  title: 'any other desk that speaks Standard Webhooks',
  needsUser: false,
  secrets: 'whsec',
  options: z.strictObject({}),
  numbers: { shape: /^[A-Za-z0-9-]{1,64}$/, example: 'T-17' },
  signsDeliveryId: true,
  // Each message is signed instead.
  signIn: () => ({}),
  oauth: null,
  create: createGenericDesk,
  sample(ticket, { secret, now, id }) {
    const { event: _event, ...data } = writtenSample(ticket, { now });
    const message = { type: `ticket.${ticket.event}`, timestamp: new Date(now).toISOString(), data };
    const body = JSON.stringify(message);
    const seconds = String(Math.floor(now / 1_000));
    return {
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': standardSignature(standardKey(secret), id, seconds, Buffer.from(body)),
      },
    };
  },
};

function createGenericDesk({ entry, clock }: DeskParts): DeskAdapter {
  const keys = entry.secrets.map(standardKey);
  const outgoing = standardKey(entry.key ?? '');
  const write: DeskAdapter['update'] = async (effect, number, { send }) => {
    const text = JSON.stringify(messageOf(effect, number, clock.now()));
    const timestamp = String(Math.floor(clock.now() / 1_000));
    // The receiver detects a repeated effect by its id, so there is nothing to look up first.
    const answer = await send({
      method: 'POST',
      path: '',
      text,
      headers: {
        'webhook-id': effect.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': standardSignature(outgoing, effect.id, timestamp, Buffer.from(text)),
      },
    });
    // The URL names no ticket, so 404 means that the URL is wrong, not that the ticket is gone.
    if (answer.kind === 'answered' && answer.status === 404) return { kind: 'refused', status: 404 };
    return failureOf(answer) ?? written(numberIn(answer.kind === 'answered' ? answer.json : null));
  };
  return {
    receive: (delivery, now) => receive(delivery, now, keys, ownUsersOf(entry)),
    create: (effect, way) => write(effect, '', way),
    update: write,
    probe: reachFor,
  };
}

/** The key in a `whsec_` secret. */
export function standardKey(secret: string): Uint8Array {
  return new Uint8Array(Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
}

/** Source: Standard Webhooks, "Signature scheme": id, timestamp in seconds and body, joined by dots. */
export function standardSignature(key: Uint8Array, id: string, timestamp: string, bytes: Uint8Array): string {
  return `v1,${macOf('sha256', key, [`${id}.${timestamp}.`, bytes]).toString('base64')}`;
}

function receive(
  { headers, bytes, value }: DeskDelivery,
  now: number,
  keys: readonly Uint8Array[],
  ownUsers: readonly string[],
): DeskReading {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (id === undefined || timestamp === undefined || signatures === undefined) return refused(401, 'unsigned');
  const deliveryId = deliveryIdFrom(id);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  if (!/^\d{1,12}$/.test(timestamp)) return refused(401, 'too-old');
  const expected = keys.map((key) => standardSignature(key, id, timestamp, bytes));
  const given = signatures.split(' ').slice(0, signaturesAtMost);
  if (!given.some((one) => isOneOf(one, expected))) return refused(401, 'wrong-signature');
  if (!isNear(Number(timestamp) * 1_000, now, skewMs)) return refused(401, 'too-old');
  const body = readEnvelope(value);
  if (body === null) return unknownShape(value, envelopeSchema);
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsers) };
}

function messageOf(effect: DeskEffect, number: string, now: number): object {
  const { id, note, reply, status, tag, title, requester } = effect;
  const isNew = effect.kind === 'create';
  return {
    type: isNew ? 'ticket.create' : 'ticket.update',
    timestamp: new Date(now).toISOString(),
    data: {
      id,
      number,
      note,
      reply,
      status,
      tag,
      ...(isNew ? { title, requester } : {}),
    },
  };
}

function numberIn(json: unknown): string | null {
  const parsed = answerSchema.safeParse(json);
  return parsed.success ? parsed.data.number : null;
}
