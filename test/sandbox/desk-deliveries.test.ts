import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { sandboxDeskIds, sandboxDeskKinds } from '../../sandbox/desk/desk-kinds.ts';
import { ruleText } from '../../sandbox/desk/rule-text.ts';
import type { SandboxDesk } from '../../sandbox/desk/sandbox-desk.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { mendWritten } from '../../src/adapters/helpdesk/mended-body.ts';
import { type DeskBot, startDeskBot } from './desk-bot.ts';

/** What a desk sends to the bot: real words, real proof, its own habits. */

let bot: DeskBot;
let sandbox: RunningSandbox;

beforeAll(async () => {
  bot = await startDeskBot();
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: bot.origin, deskLongestWaitMs: 2 });
});
beforeEach(async () => {
  bot.deliveries.length = 0;
  bot.answers.length = 0;
  await sandbox.reset();
});
afterAll(async () => {
  await sandbox.stop();
  await bot.stop();
});

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.core.addresses.http}/sandbox/desk${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

const files = async (desk: string, more: Record<string, unknown> = {}) => {
  const answer = await control('POST', `/${desk}/tickets`, {
    title: 'Azure, please',
    personId: 'member-m365',
    ...more,
  });
  return answer.body as unknown as { ticket: { id: string; number: string }; delivery: Record<string, unknown> };
};

function deskOf(id: string): SandboxDesk {
  const desk = sandbox.desks.find(id);
  if (desk === undefined) throw new Error(`no desk ${id}`);
  return desk;
}

describe.each(sandboxDeskIds.filter((kind) => kind !== 'jira'))('%s', (kind) => {
  test('says who asks for what in its rule, with the free text first', async () => {
    const person = sandbox.core.people.get('member-m365');

    const { ticket, delivery } = await files(kind, { about: 'add-azure', locale: 'nl' });

    const [sent] = bot.deliveries;
    const told = kind === 'generic' ? (sent?.body.data as Record<string, unknown>) : sent?.body;
    expect(delivery).toMatchObject({ event: 'handed-over', state: 'delivered', tries: [{ status: 202 }] });
    expect(sent?.path).toBe(`/api/tickets/${kind}`);
    expect(Object.keys(told ?? {})[0]).toBe('title');
    expect(told).toMatchObject({
      title: 'Azure, please',
      number: ticket.number,
      about: expect.stringMatching(/add.azure$/),
      personId: person?.objectId,
      userPrincipalName: person?.userPrincipalName,
    });
  });

  test('sends nothing but what the documentation has an administrator set up', async () => {
    await files(kind, { title: 'She said "now"' });

    const documented = ruleText(kind === 'servicenow' ? kind : `${kind}-handed-over`);
    // What escapes nothing is no JSON, with a quote in the title.
    const { text = '', body = {} } = bot.deliveries[0] ?? {};
    const sent = Object.keys(body).length === 0 ? (mendWritten(text) ?? {}) : body;
    const told = (kind === 'generic' ? sent.data : sent) as object;
    expect(Object.keys(told).filter((name) => !documented.includes(name))).toEqual([]);
    expect(told).toMatchObject({ title: expect.stringContaining('now') });
  });

  test('tells what a colleague answers and that a ticket was closed', async () => {
    const { ticket } = await files(kind);

    await control('POST', `/${kind}/tickets/${ticket.id}/answers`, { text: 'We are on it' });
    await control('POST', `/${kind}/tickets/${ticket.id}/close`);

    const words = bot.deliveries.map(({ body }) => String(body.event ?? body.type).replace('ticket.', ''));
    expect(words).toEqual(['handed-over', 'answered', 'withdrawn']);
    expect(bot.deliveries[1]?.text).toContain('We are on it');
  });

  test('keeps what colleagues write among themselves', async () => {
    const { ticket } = await files(kind);

    await control('POST', `/${kind}/tickets/${ticket.id}/answers`, { text: 'not for them', visibility: 'internal' });

    expect(bot.deliveries).toHaveLength(1);
  });
});

test('Jira tells of labels, comments and states in its own webhook bodies', async () => {
  const person = sandbox.core.people.get('member-m365');
  const { ticket } = await files('jira', { about: 'join', locale: 'nl' });
  await control('POST', `/jira/tickets/${ticket.id}/answers`, { text: 'secret', visibility: 'internal' });
  await control('POST', `/jira/tickets/${ticket.id}/close`);

  const [first, second, third] = bot.deliveries.map(({ body }) => body);

  expect(first).toMatchObject({
    webhookEvent: 'jira:issue_updated',
    changelog: { items: [{ field: 'labels', toString: 'onetenant' }] },
    issue: {
      key: ticket.number,
      fields: {
        labels: ['onetenant'],
        customfield_10101: { value: 'join' },
        customfield_10102: person?.objectId,
        customfield_10105: 'nl',
      },
    },
  });
  expect(second).toMatchObject({ webhookEvent: 'comment_created', comment: { body: 'secret', jsdPublic: false } });
  expect(third).toMatchObject({ issue: { fields: { status: { statusCategory: { key: 'done' } } } } });
});

describe('signatures', () => {
  const at = (iso: string, secret: string, body: string) => ({
    id: 'x',
    body,
    secret,
    signedAt: Date.parse(iso),
    isRetry: false,
  });

  test('Zendesk signs the time and the body, as in its own example', () => {
    const headers = sandboxDeskKinds.zendesk.sign(
      at('2021-03-25T05:09:27Z', 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==', '{"event":"ticket.updated","id":123}'),
    );

    expect(headers['x-zendesk-webhook-signature-timestamp']).toBe('2021-03-25T05:09:27Z');
    expect(headers['x-zendesk-webhook-signature']).toBe('S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=');
  });

  test('Jira signs the body with SHA-256', () => {
    const given = at('2026-01-01T00:00:00Z', "It's a Secret to Everybody", 'Hello World!');

    expect(sandboxDeskKinds.jira.sign(given)['x-hub-signature']).toBe(
      'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9',
    );
  });

  test('Zammad signs the body with SHA-1', () => {
    const given = at('2026-01-01T00:00:00Z', 's3cr3t-t0k3n', '{"ticket":{"id":1}}');

    expect(sandboxDeskKinds.zammad.sign(given)['x-hub-signature']).toBe(
      'sha1=7bdffa93191ed6f1b0902f001bded754bfe933e0',
    );
  });

  test('any desk signs so that the library of Standard Webhooks takes it', async () => {
    await files('generic');

    const [sent] = bot.deliveries;
    const verified = new Webhook(deskOf('generic').secret).verify(sent?.text ?? '', sent?.headers as never);

    expect(verified).toMatchObject({ type: 'ticket.handed-over' });
  });

  test.each(['freshdesk', 'topdesk', 'servicenow'])('%s shows its secret', async (kind) => {
    await files(kind);

    expect(bot.deliveries[0]?.headers['x-onetenant-secret']).toBe(deskOf(kind).secret);
  });
});

describe('a delivery that comes again', () => {
  const idOf: Record<string, string> = {
    zendesk: 'x-zendesk-webhook-invocation-id',
    jira: 'x-atlassian-webhook-identifier',
    zammad: 'x-zammad-delivery',
    generic: 'webhook-id',
  };

  test.each(sandboxDeskIds)('%s sends the same bytes under the same id', async (kind) => {
    const { ticket } = await files(kind);

    await control('POST', `/${kind}/tickets/${ticket.id}/deliveries`, { how: 'again' });

    const [first, second] = bot.deliveries;
    expect(second?.text).toBe(first?.text);
    expect(second?.headers[idOf[kind] ?? '']).toBe(first?.headers[idOf[kind] ?? '']);
  });

  test.each(['zendesk', 'generic'])('%s can sign it as of ten minutes ago', async (kind) => {
    const { ticket } = await files(kind);

    await control('POST', `/${kind}/tickets/${ticket.id}/deliveries`, { how: 'old-signature' });

    const headers = bot.deliveries[1]?.headers ?? ({} as Record<string, never>);
    const signedAt =
      kind === 'generic'
        ? Number(headers['webhook-timestamp']) * 1000
        : Date.parse(String(headers['x-zendesk-webhook-signature-timestamp']));
    expect(Date.now() - signedAt).toBeGreaterThan(9 * 60_000);
  });

  test('a desk that signs no time uses a secret that was taken out of use', async () => {
    const { ticket } = await files('jira');

    await control('POST', `/jira/tickets/${ticket.id}/deliveries`, { how: 'old-signature' });

    const right = createHmac('sha256', deskOf('jira').oldSecret)
      .update(bot.deliveries[1]?.text ?? '')
      .digest('hex');
    expect(bot.deliveries[1]?.headers['x-hub-signature']).toBe(`sha256=${right}`);
  });
});

describe('when the bot does not take it', () => {
  test.each([
    ['zendesk', [409, 409], 3],
    ['zendesk', ['cut'], 2],
    ['zendesk', [{ status: 503, retryAfter: '0' }], 2],
    ['jira', [500, 429, 'cut'], 4],
    ['zammad', [400, 500], 3],
    ['freshdesk', [500, 500, 500], 4],
    ['generic', [500], 2],
  ] as const)('%s after %j tries again, %i times in all', async (kind, answers, count) => {
    bot.answers.push(...answers);

    await files(kind);

    const sent = await bot.received(count);
    expect(new Set(sent.map(({ text }) => text)).size).toBe(1);
  });

  test.each([
    ['zendesk', 500],
    ['zendesk', { status: 503, retryAfter: '600' }],
    ['jira', 400],
    ['servicenow', 500],
    ['generic', 410],
  ] as const)('%s gives up at once after %j', async (kind, answer) => {
    bot.answers.push(answer);

    const { delivery } = await files(kind);

    expect(delivery).toMatchObject({ state: 'given-up' });
    expect(bot.deliveries).toHaveLength(1);
  });

  test('Zammad says which delivery it is every time, and gives up after five', async () => {
    bot.answers.push(500, 500, 500, 500, 500);

    const { ticket } = await files('zammad');
    await bot.received(5);

    const ids = bot.deliveries.map(({ headers }) => headers['x-zammad-delivery']);
    expect(new Set(ids).size).toBe(1);
    await expect(control('GET', `/zammad/tickets/${ticket.id}`)).resolves.toMatchObject({
      body: { deliveries: [{ event: 'handed-over' }] },
    });
  });
});

test('a desk can know less about somebody', async () => {
  await files('zendesk', { knows: 'user-name' });
  await files('zendesk', { knows: 'mail-only' });

  expect(bot.deliveries.map(({ body }) => [body.personId, body.userPrincipalName, body.tenantId])).toEqual([
    ['', sandbox.core.people.get('member-m365')?.userPrincipalName, ''],
    ['', '', ''],
  ]);
});

test('what is asked wrongly is refused with what is wrong', async () => {
  await expect(control('POST', '/nowhere/tickets', {})).resolves.toMatchObject({ status: 404 });
  await expect(control('POST', '/zendesk/tickets', { title: 'x', personId: 'nobody' })).resolves.toMatchObject({
    status: 404,
  });
  await expect(control('POST', '/zendesk/tickets', { title: 'x' })).resolves.toMatchObject({ status: 400 });
  await expect(control('POST', '/zendesk/tickets/1/close')).resolves.toMatchObject({ status: 404 });
});
