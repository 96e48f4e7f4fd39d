import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import type { DeskEntry } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { digits, noRequester, ownStates, states } from '../options.ts';
import { probeThrough, type SaidRights } from '../probe.ts';
import { deliveryIdFrom, isSignedBy, macOf, refused } from '../proof.ts';
import { basic } from '../requester.ts';
import { readJira, whatIsWrong } from './jira-reading.ts';
import { jiraSample } from './jira-sample.ts';
import { createAtJira, updateAtJira } from './jira-writer.ts';

const whoAmI = { path: '/rest/api/3/myself', answer: z.object({ accountId: z.string() }) };

export const jira: DeskDescriptor = {
  title: 'Jira Service Management',
  needsUser: true,
  secrets: 'text',
  options: z
    .strictObject({
      serviceDeskId: digits,
      requestTypeId: digits,
      label: z.string().regex(/^\S{1,255}$/, 'must be a label, without spaces'),
      requester: noRequester,
      states,
      ...ownStates,
    })
    .partial(),
  numbers: { shape: /^[A-Z][A-Z0-9_]{0,40}-\d{1,18}$/, example: 'IT-42' },
  signsDeliveryId: false,
  signIn: ({ user, key }) => ({ authorization: basic(user ?? '', key) }),
  // The credential of a service account holds its scopes. Source: support.atlassian.com, "Create OAuth 2.0 credential for service accounts".
  oauth: {
    address: () => 'https://auth.atlassian.com/oauth/token',
    body: 'form',
    scope: null,
    keepsRefreshTokens: false,
    gateway: { not: /\.atlassian\.net$/i, instead: 'https://api.atlassian.com/ex/jira/<cloud id>' },
  },
  create: ({ entry }) => ({
    receive: (delivery) => receive(delivery, entry),
    create: (effect, way) => createAtJira(entry, effect, way),
    update: (effect, number, way) => updateAtJira(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI, askRights),
  }),
  sample(ticket, { secret, now, id }) {
    const body = JSON.stringify(jiraSample(ticket, now));
    return {
      body,
      headers: {
        'x-hub-signature': `sha256=${macOf('sha256', secret, [body]).toString('hex')}`,
        'x-atlassian-webhook-identifier': id,
      },
    };
  },
};

/** Without a project in the question, each right counts that the account has in one of them. */
const rightNames = {
  read: 'BROWSE_PROJECTS',
  note: 'ADD_COMMENTS',
  answer: 'ADD_COMMENTS',
  'change-state': 'TRANSITION_ISSUES',
} as const;
const permissionsSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

/** Source: developer.atlassian.com, "Get my permissions". */
async function askRights(send: DeskSend): Promise<SaidRights> {
  const names = [...new Set(Object.values(rightNames))].join(',');
  const answer = await send({ method: 'GET', path: `/rest/api/3/mypermissions?permissions=${names}` });
  const parsed = permissionsSchema.safeParse(answer.kind === 'answered' && answer.status === 200 ? answer.json : null);
  if (!parsed.success) return {};
  const { permissions } = parsed.data;
  return Object.fromEntries(
    Object.entries(rightNames).map(([right, name]) => [right, permissions[name]?.havePermission]),
  );
}

function receive({ headers, bytes, value }: DeskDelivery, entry: DeskEntry): DeskReading {
  const signature = /^sha256=([0-9a-f]{64})$/.exec(headers['x-hub-signature'] ?? '')?.[1];
  if (signature === undefined) return refused(401, 'unsigned');
  if (!isSignedBy(signature, entry.secrets, { algorithm: 'sha256', encoding: 'hex' }, [bytes]))
    return refused(401, 'wrong-signature');
  const deliveryId = deliveryIdFrom(headers['x-atlassian-webhook-identifier']);
  if (deliveryId === null) return refused(400, 'no-delivery-id');
  const event = readJira(value, entry);
  if (event === null) return refused(422, 'unknown-shape', whatIsWrong(value));
  return { kind: 'read', deliveryId, event };
}
