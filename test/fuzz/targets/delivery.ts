import { Webhook } from 'standardwebhooks';
import { createDesks } from '../../../src/adapters/helpdesk/create-desks.ts';
import { type DeskKind, deskKindNames, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import { macOf } from '../../../src/adapters/helpdesk/proof.ts';
import type { DeskReading } from '../../../src/ports/desk.ts';
import { type FuzzTarget, promise } from './target.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const seconds = String(now / 1_000);
const iso = new Date(now).toISOString();
const whsec = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const plain = 'a-secret-of-twenty-four-bytes-or-more';
const secretOf = (kind: DeskKind): string => (deskKinds[kind].secrets === 'whsec' ? whsec : plain);

const desks = createDesks(
  {
    DESKS: deskKindNames.map((kind) => ({
      id: kind,
      kind,
      name: kind,
      locale: 'en',
      tenant: '11111111-2222-3333-4444-555555555555',
      domains: ['contoso.com'],
      url: 'https://desk.example',
      user: 'bot@contoso.com',
      key: secretOf(kind),
      secrets: [secretOf(kind)],
      bringsAnswers: true,
      ...(kind === 'jira' ? { fields: { personId: 'customfield_10001', scenario: 'customfield_10002' } } : {}),
    })),
    DESK_PRIVATE_HOSTS: [],
  },
  { now: () => now },
  () => undefined,
);

/** Whatever its desk proves itself with, over exactly these bytes. */
function proofOf(bytes: Buffer, kind: string): Readonly<Record<string, string>> {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': seconds,
    'webhook-signature': new Webhook(whsec).sign('msg_1', new Date(now), bytes.toString('utf8')),
    'x-zendesk-webhook-signature': macOf('sha256', plain, [iso, bytes]).toString('base64'),
    'x-zendesk-webhook-signature-timestamp': iso,
    'x-zendesk-webhook-invocation-id': 'inv_1',
    'x-hub-signature':
      kind === 'zammad'
        ? `sha1=${macOf('sha1', plain, [bytes]).toString('hex')}`
        : `sha256=${macOf('sha256', plain, [bytes]).toString('hex')}`,
    'x-atlassian-webhook-identifier': 'atl_1',
    'x-zammad-delivery': 'zam_1',
    'x-onetenant-secret': plain,
  };
}

/** `reads`: what a desk's reader may say is looked at through this. */
export const deliveryTarget = (reads: (reading: DeskReading) => DeskReading = (reading) => reading): FuzzTarget => ({
  what: 'a delivery with the right proof is read within limits, or refused',
  try(bytes) {
    for (const desk of desks) {
      const text = bytes.toString('utf8');
      const value = readBody(text, (unread) => desk.mend(unread));
      if (value === null) continue;
      const reading = reads(desk.receive({ headers: proofOf(bytes, desk.id), bytes, value }, now));
      look(reading, desk.id);
      const unproved = desk.receive({ headers: {}, bytes, value }, now);
      promise(unproved.kind === 'refused' && unproved.status === 401, `${desk.id} reads nothing without a proof`);
    }
  },
});

function readBody(text: string, mend: (text: string) => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return mend(text);
  }
}

function look(reading: DeskReading, id: string): void {
  if (reading.kind === 'refused') {
    promise((reading.message ?? '').length <= 400, `${id} refuses briefly`);
    return;
  }
  promise(/^[\w-]{1,200}$/.test(reading.deliveryId), `${id} names its delivery`);
  const { event } = reading;
  if (event.kind === 'nothing') return;
  const number = event.kind === 'handed-over' ? event.ticket.number : event.number;
  const kind = deskKindNames.find((name) => name === id);
  promise(kind !== undefined && deskKinds[kind].numbers.shape.test(number), `${id} has numbers of its own shape`);
  promise(JSON.stringify(event).length <= 60_000, `${id} hands over so much and no more`);
}
