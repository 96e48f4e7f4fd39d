import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { mendWritten } from '../mended-body.ts';
import { digits, noRequester, states } from '../options.ts';
import { probeThrough, type SaidRights } from '../probe.ts';
import { deliveryIdFrom, isNear, isSignedBy, macOf, refused } from '../proof.ts';
import { basic, ownUsersOf } from '../requester.ts';
import { writtenSample } from '../sample-ticket.ts';
import { eventOf, readWritten, unknownShape } from '../written-body.ts';
import { createAtZendesk, updateAtZendesk } from './zendesk-writer.ts';

/** Zendesk signs its own timestamp with the body, so an old delivery can be detected. */
const skewMs = 5 * 60_000;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

/** For an unknown caller, Zendesk returns a user without an id. */
const whoAmI = {
  path: '/api/v2/users/me.json',
  answer: z.object({ user: z.object({ id: z.number() }) }),
  nobody: z.object({ user: z.object({ id: z.null() }) }),
  rights: rightsOfAgent,
};

const agentSchema = z.object({
  user: z.object({
    role: z.string(),
    ticket_restriction: z.string().nullish(),
    only_private_comments: z.boolean().nullish(),
  }),
});

/** Source: developer.zendesk.com, "Users", role, ticket_restriction and only_private_comments. */
function rightsOfAgent(json: unknown): SaidRights {
  const parsed = agentSchema.safeParse(json);
  if (!parsed.success) return {};
  const { role, ticket_restriction, only_private_comments } = parsed.data.user;
  const isAgent = role !== 'end-user';
  return {
    read: isAgent && (ticket_restriction ?? null) === null,
    note: isAgent,
    answer: isAgent && only_private_comments !== true,
    'change-state': isAgent,
  };
}

export const zendesk: DeskDescriptor = {
  title: 'Zendesk',
  needsUser: true,
  secrets: 'text',
  options: z.strictObject({ group: digits, requester: noRequester, states }).partial(),
  numbers: { shape: /^\d{1,18}$/, example: '35436' },
  signsDeliveryId: false,
  signIn: ({ user, key }) => ({ authorization: basic(`${user ?? ''}/token`, key) }),
  // Its refresh tokens work once. Source: developer.zendesk.com, "OAuth Tokens for Grant Types", which asks for JSON too.
  oauth: {
    address: (url) => `${url}/oauth/tokens`,
    body: 'json',
    scope: 'tickets:read tickets:write users:read',
    keepsRefreshTokens: false,
  },
  create: ({ entry }) => ({
    receive: (delivery, now) => receive(delivery, now, entry.secrets, ownUsersOf(entry)),
    create: (effect, way) => createAtZendesk(entry, effect, way),
    update: (effect, number, way) => updateAtZendesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
    mend: mendWritten,
  }),
  sample(ticket, { secret, now, id }) {
    const at = new Date(now).toISOString();
    const body = JSON.stringify(writtenSample(ticket, { now }));
    return {
      body,
      headers: {
        'x-zendesk-webhook-signature': macOf('sha256', secret, [at, body]).toString('base64'),
        'x-zendesk-webhook-signature-timestamp': at,
        'x-zendesk-webhook-invocation-id': id,
      },
    };
  },
};

function receive(
  { headers, bytes, value }: DeskDelivery,
  now: number,
  secrets: readonly string[],
  ownUsers: readonly string[],
): DeskReading {
  const signature = headers['x-zendesk-webhook-signature'];
  const timestamp = headers['x-zendesk-webhook-signature-timestamp'];
  if (signature === undefined || timestamp === undefined) return refused(401, 'unsigned');
  if (!isSignedBy(signature, secrets, { algorithm: 'sha256', encoding: 'base64' }, [timestamp, bytes]))
    return refused(401, 'wrong-signature');
  if (!moment.test(timestamp) || !isNear(Date.parse(timestamp), now, skewMs)) return refused(401, 'too-old');
  const deliveryId = deliveryIdFrom(headers['x-zendesk-webhook-invocation-id']);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  const body = readWritten(value);
  if (body === null) return unknownShape(value);
  return { kind: 'read', deliveryId, event: eventOf(body, ownUsers) };
}
