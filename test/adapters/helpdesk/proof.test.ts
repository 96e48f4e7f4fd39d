import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type DeskKind, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import { standardKey, standardSignature } from '../../../src/adapters/helpdesk/generic/generic-desk.ts';
import { desksSchema } from '../../../src/config/desks.ts';
import type { DeskReading } from '../../../src/ports/desk.ts';
import { aDesk, anEntry, now, receive, recorded, secret, webhookSecret } from './desks.ts';

const withdrawn = '{"event":"withdrawn","number":"1"}';
const status = (reading: DeskReading): number => (reading.kind === 'refused' ? reading.status : 202);

describe('Zendesk', () => {
  const published = { secret: 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ', at: '2021-03-25T05:09:27Z' };
  const signed = (body: string, at: string, key = secret) => ({
    'x-zendesk-webhook-signature': createHmac('sha256', key).update(at).update(body).digest('base64'),
    'x-zendesk-webhook-signature-timestamp': at,
    'x-zendesk-webhook-invocation-id': '01HZQ7G3W5ZB3MHR0QXH3J6B4N',
  });
  const at = '2026-11-21T10:00:00Z';

  test('a delivery with the right signature is read', () => {
    const reading = receive(aDesk(anEntry('zendesk')), withdrawn, signed(withdrawn, at));

    expect(reading).toMatchObject({ kind: 'read', deliveryId: '01HZQ7G3W5ZB3MHR0QXH3J6B4N' });
  });

  test('the scheme is the one of the published vector, whose secret is refused at start', () => {
    const body = '{"event":"ticket.updated","id":123}';
    const vector = 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=';
    const mac = createHmac('sha256', `${published.secret}==`).update(published.at).update(body).digest('base64');

    const entry = anEntry('zendesk', { secrets: [secret, `${published.secret}==`] });

    expect(mac).toBe(vector);
    expect(desksSchema.safeParse(JSON.stringify([entry])).error?.issues[0]?.path).toEqual([0, 'secrets', 1]);
  });

  test.each([
    ['no headers', {}],
    ['an empty signature', { ...signed(withdrawn, at), 'x-zendesk-webhook-signature': '' }],
    ['another secret', signed(withdrawn, at, 'another-secret-of-24-bytes-or-more')],
    ['another body', signed(`${withdrawn} `, at)],
    ['another moment', { ...signed(withdrawn, at), 'x-zendesk-webhook-signature-timestamp': '2026-11-21T10:00:01Z' }],
    ['a moment of six minutes ago', signed(withdrawn, '2026-11-21T09:54:00Z')],
    ['a moment in six minutes', signed(withdrawn, '2026-11-21T10:06:00Z')],
    ['a moment that is none', signed(withdrawn, 'now')],
    ['a moment in seconds', signed(withdrawn, '1795255200')],
  ])('%s is refused', (_what, headers) => {
    expect(status(receive(aDesk(anEntry('zendesk')), withdrawn, headers))).toBe(401);
  });

  test('a delivery without a name, or with one that is none, is refused', () => {
    const desk = aDesk(anEntry('zendesk'));

    expect(
      status(receive(desk, withdrawn, { ...signed(withdrawn, at), 'x-zendesk-webhook-invocation-id': 'a.b' })),
    ).toBe(400);
    expect(
      status(receive(desk, withdrawn, { ...signed(withdrawn, at), 'x-zendesk-webhook-invocation-id': undefined })),
    ).toBe(400);
  });

  test('two secrets are good while they rotate, and the old one no longer afterwards', () => {
    const old = 'the-old-secret-of-more-than-24-bytes';
    const rotating = aDesk(anEntry('zendesk', { secrets: [secret, old] }));

    expect(status(receive(rotating, withdrawn, signed(withdrawn, at, old)))).toBe(202);
    expect(status(receive(rotating, withdrawn, signed(withdrawn, at)))).toBe(202);
    expect(status(receive(aDesk(anEntry('zendesk')), withdrawn, signed(withdrawn, at, old)))).toBe(401);
  });
});

describe('Jira', () => {
  test('the published vector passes the signature', () => {
    const desk = aDesk(anEntry('jira', { secrets: ["It's a Secret to Everybody"] }));
    const headers = {
      'x-hub-signature': 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9',
      'x-atlassian-webhook-identifier': '1',
    };

    // It is no JSON, so it is refused for its shape only.
    expect(status(receive(desk, 'Hello World!', headers))).toBe(422);
    expect(status(receive(desk, 'Hello World?', headers))).toBe(401);
  });

  test.each([
    ['no signature', undefined],
    ['another algorithm', `sha1=${createHmac('sha1', secret).update(withdrawn).digest('hex')}`],
    ['no algorithm', createHmac('sha256', secret).update(withdrawn).digest('hex')],
    ['half a signature', `sha256=${createHmac('sha256', secret).update(withdrawn).digest('hex').slice(0, 32)}`],
  ])('%s is refused', (_what, signature) => {
    const headers = { 'x-hub-signature': signature, 'x-atlassian-webhook-identifier': '1' };

    expect(status(receive(aDesk(anEntry('jira')), withdrawn, headers))).toBe(401);
  });
});

describe('Zammad', () => {
  test('the vector of its signature token passes', () => {
    const desk = aDesk(anEntry('zammad', { secrets: ['s3cr3t-t0k3n'] }));
    const headers = {
      'x-hub-signature': 'sha1=7bdffa93191ed6f1b0902f001bded754bfe933e0',
      'x-zammad-delivery': 'a6d0f9b8-0d2b-4f0d-9f0c-7f5ac5d4a001',
    };

    expect(status(receive(desk, '{"ticket":{"id":1}}', headers))).toBe(422);
    expect(status(receive(desk, '{"ticket":{"id":2}}', headers))).toBe(401);
  });

  test('a delivery without a token, which Zammad sends unsigned, is refused', () => {
    expect(status(receive(aDesk(anEntry('zammad')), withdrawn, { 'x-zammad-delivery': '1' }))).toBe(401);
  });
});

describe('Freshdesk and ServiceNow', () => {
  const withdrawnOf = (kind: DeskKind) =>
    JSON.stringify({ event: 'withdrawn', number: deskKinds[kind].numbers.example });
  const fromServiceNow = withdrawnOf('servicenow');

  test.each(['freshdesk', 'topdesk', 'servicenow'] as const)(
    '%s proves itself with its secret header alone',
    (kind) => {
      const desk = aDesk(anEntry(kind));

      expect(status(receive(desk, withdrawnOf(kind), { 'x-onetenant-secret': secret }))).toBe(202);
      expect(status(receive(desk, withdrawnOf(kind), { 'x-onetenant-secret': `${secret}x` }))).toBe(401);
      expect(status(receive(desk, withdrawn, { 'x-onetenant-secret': '' }))).toBe(401);
      expect(status(receive(desk, withdrawn, {}))).toBe(401);
    },
  );

  test('a body of the same words is the same delivery, another one is not', () => {
    const desk = aDesk(anEntry('freshdesk'));
    const idOf = (body: string) => {
      const reading = receive(desk, body, { 'x-onetenant-secret': secret });
      return reading.kind === 'read' ? reading.deliveryId : null;
    };

    expect(idOf(withdrawn)).toBe(idOf(withdrawn));
    expect(idOf(withdrawn)).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
    expect(idOf(withdrawn)).not.toBe(idOf('{"event":"withdrawn","number":"2"}'));
  });

  test('a signature of ServiceNow that is there must be right, whatever the secret header says', () => {
    const desk = aDesk(anEntry('servicenow'));
    const signature = createHmac('sha256', secret).update(fromServiceNow).digest('base64');

    expect(status(receive(desk, fromServiceNow, { 'x-onetenant-signature': signature }))).toBe(202);
    expect(
      status(receive(desk, `${fromServiceNow} `, { 'x-onetenant-signature': signature, 'x-onetenant-secret': secret })),
    ).toBe(401);
  });

  test('an entry can ask ServiceNow for a signature', () => {
    const desk = aDesk(anEntry('servicenow', { options: { signed: 'yes' } }));

    expect(status(receive(desk, withdrawn, { 'x-onetenant-secret': secret }))).toBe(401);
  });

  test('ServiceNow names its delivery after the record and its count of changes', () => {
    const reading = receive(aDesk(anEntry('servicenow')), recorded('servicenow-handed-over'), {
      'x-onetenant-secret': secret,
    });

    expect(reading).toMatchObject({ deliveryId: '9d385017c611228701d22104cc95c371-4-handed-over' });
    const odd = '{"event":"withdrawn","number":"1","delivery":"a.b"}';
    expect(status(receive(aDesk(anEntry('servicenow')), odd, { 'x-onetenant-secret': secret }))).toBe(400);
  });
});

describe('any desk that speaks Standard Webhooks', () => {
  const body = recorded('generic-handed-over');
  const seconds = Math.floor(now / 1_000);
  const other = `whsec_${Buffer.from('another secret of 24 bytes or more').toString('base64')}`;
  const signed = (text = body, id = 'msg_1', at = seconds, key = webhookSecret) => ({
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': new Webhook(key).sign(id, new Date(at * 1_000), text),
  });

  test('what the library of Standard Webhooks signs is read', () => {
    expect(receive(aDesk(anEntry('generic')), body, signed())).toMatchObject({ kind: 'read', deliveryId: 'msg_1' });
  });

  test('what we sign, the library takes', () => {
    const at = String(Math.floor(Date.now() / 1_000));
    const signature = standardSignature(standardKey(webhookSecret), 'msg_1', at, Buffer.from(body));
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': signature };

    expect(new Webhook(webhookSecret).verify(body, headers)).toEqual(JSON.parse(body));
  });

  test('one good signature of several is enough', () => {
    const good = signed();
    const several = `v2,abc v1,AAAA ${good['webhook-signature']}`;

    expect(status(receive(aDesk(anEntry('generic')), body, { ...good, 'webhook-signature': several }))).toBe(202);
  });

  test.each([
    ['no headers', {}],
    ['an empty signature', { ...signed(), 'webhook-signature': '' }],
    ['only another version', { ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1,', 'v2,') }],
    ['no version', { ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1,', '') }],
    ['a signature of another body', signed('{}')],
    ['the same value with one space more', signed(`${body} `)],
    ['another id', { ...signed(), 'webhook-id': 'msg_2' }],
    ['another moment', { ...signed(), 'webhook-timestamp': String(seconds + 1) }],
    ['another secret', signed(body, 'msg_1', seconds, other)],
    ['301 seconds ago', signed(body, 'msg_1', seconds - 301)],
    ['in 301 seconds', signed(body, 'msg_1', seconds + 301)],
    ['a moment that is no number', { ...signed(), 'webhook-timestamp': 'NaN' }],
    ['a moment with an exponent', { ...signed(), 'webhook-timestamp': '1e9' }],
    ['a negative moment', { ...signed(), 'webhook-timestamp': '-1' }],
    ['a moment in milliseconds', signed(body, 'msg_1', now)],
  ])('%s is refused', (_what, headers) => {
    expect(status(receive(aDesk(anEntry('generic')), body, headers))).toBe(401);
  });

  test.each([-299, 299])('%i seconds from now is near enough', (apart) => {
    expect(status(receive(aDesk(anEntry('generic')), body, signed(body, 'msg_1', seconds + apart)))).toBe(202);
  });

  test.each(['a.b', '', 'a b', 'a'.repeat(129), 'é'])('the delivery id "%s" is refused', (id) => {
    const headers = { ...signed(), 'webhook-id': id };

    expect(status(receive(aDesk(anEntry('generic')), body, headers))).toBe(400);
  });

  test('both secrets are good while they rotate', () => {
    const desk = aDesk(anEntry('generic', { secrets: [other, webhookSecret] }));

    expect(status(receive(desk, body, signed()))).toBe(202);
    expect(status(receive(desk, body, signed(body, 'msg_1', seconds, other)))).toBe(202);
  });
});

test('only the keys of a desk may read its tickets', () => {
  const desk = aDesk(anEntry('zendesk', { readKeys: ['a-read-key-of-24-bytes-or-more'] }));

  expect(desk.mayRead('a-read-key-of-24-bytes-or-more')).toBe(true);
  expect(desk.mayRead('a-read-key-of-24-bytes-or-mor')).toBe(false);
  expect(desk.mayRead('')).toBe(false);
  expect(aDesk(anEntry('zendesk')).mayRead('')).toBe(false);
});
