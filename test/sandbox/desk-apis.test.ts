import { Webhook } from 'standardwebhooks';
import type { SandboxDeskId } from '../../sandbox/desk/desk-kinds.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';

/** The APIs of the desks as they stand in their documentation, asked without the product's own adapters. */

let sandbox: RunningSandbox;
const nobody = { personId: null, userPrincipalName: null, tenantId: null, name: 'Alex', mail: 'alex@contoso.com' };

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: 'http://127.0.0.1:9' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

function aTicket(desk: SandboxDeskId) {
  const plan = { title: 'Azure', description: '', requester: nobody, scenario: '', locale: null } as const;
  return sandbox.desks.book.open(desk, { ...plan, by: 'person' });
}

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function signIn(desk: SandboxDeskId): string {
  const { key = '', user } = sandbox.desks.find(desk) ?? {};
  switch (desk) {
    case 'zendesk':
      return basic(`${user}/token`, key);
    case 'jira':
    case 'servicenow':
    case 'topdesk':
      return basic(user ?? '', key);
    case 'zammad':
      return `Token token=${key}`;
    case 'freshdesk':
      return basic(key, 'X');
    case 'generic':
      return '';
  }
}

async function ask(
  desk: SandboxDeskId,
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
) {
  const response = await fetch(`${sandbox.core.addresses.https}/desks/${desk}${path}`, {
    method,
    headers: {
      authorization: signIn(desk),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

test.each([
  ['zendesk', '/api/v2/tickets/1'],
  ['jira', '/rest/api/3/issue/IT-1'],
  ['zammad', '/api/v1/tickets/1'],
  ['servicenow', '/api/now/table/incident'],
  ['freshdesk', '/api/v2/tickets/1'],
] as const)('%s lets nobody in without the key', async (desk, path) => {
  for (const authorization of ['', 'Bearer wrong', basic('onetenant@contoso.com/token', 'wrong'), 'Token token=wrong'])
    expect((await ask(desk, 'GET', path, undefined, { authorization })).status).toBe(401);
});

describe('Zendesk', () => {
  test('a comment, tags and a state in one update, and their audits', async () => {
    const { id } = aTicket('zendesk');

    const comment = { body: 'Found it', public: false };
    const answer = await ask('zendesk', 'PUT', `/api/v2/tickets/${id}.json`, {
      ticket: { comment, status: 'pending', tags: ['a', 'b'] },
    });
    const { body } = await ask('zendesk', 'GET', `/api/v2/tickets/${id}/comments.json`);
    const audits = await ask('zendesk', 'GET', `/api/v2/tickets/${id}/audits`);

    expect([answer.status, answer.body.ticket]).toMatchObject([
      200,
      { id: Number(id), status: 'pending', tags: ['a', 'b'] },
    ]);
    expect(body.comments).toMatchObject([{ plain_body: 'Found it', public: false, author_id: 900 }]);
    expect(audits.body.count).toBe(4);
  });

  test('a safe update with an old stamp is a conflict, and changes nothing', async () => {
    const ticket = aTicket('zendesk');
    const updated_stamp = ticket.updatedAt;
    sandbox.desks.book.move(ticket, 'open', 'colleague');

    const body = { ticket: { status: 'solved', safe_update: true, updated_stamp } };
    const answer = await ask('zendesk', 'PUT', `/api/v2/tickets/${ticket.id}`, body);

    expect([answer.status, answer.body.error, ticket.state]).toEqual([409, 'UpdateConflict', 'open']);
    body.ticket.updated_stamp = ticket.updatedAt;
    expect((await ask('zendesk', 'PUT', `/api/v2/tickets/${ticket.id}`, body)).status).toBe(200);
  });

  test('the same idempotency key makes one ticket, and another wish under it is refused', async () => {
    const wish = { ticket: { subject: 'One', comment: { body: 'Only one' }, external_id: 'x-1' } };
    const key = { 'idempotency-key': 'k-1' };

    const first = await ask('zendesk', 'POST', '/api/v2/tickets', wish, key);
    const second = await ask('zendesk', 'POST', '/api/v2/tickets', wish, key);
    const other = await ask('zendesk', 'POST', '/api/v2/tickets', { ticket: { comment: { body: 'Two' } } }, key);
    const found = await ask('zendesk', 'GET', '/api/v2/tickets.json?external_id=x-1');

    expect([first.status, second.status, second.headers.get('x-idempotency-lookup')]).toEqual([201, 201, 'hit']);
    expect(second.body.ticket.id).toBe(first.body.ticket.id);
    expect([other.status, other.body.error]).toEqual([400, 'IdempotentRequestError']);
    expect(found.body.count).toBe(1);
  });

  test('a closed ticket takes nothing more, and a missing one is not there', async () => {
    const ticket = aTicket('zendesk');
    sandbox.desks.book.move(ticket, 'closed', 'colleague');

    const late = await ask('zendesk', 'PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { status: 'open' } });
    const missing = await ask('zendesk', 'GET', '/api/v2/tickets/99999');

    expect([late.status, late.body.error]).toEqual([422, 'RecordInvalid']);
    expect([missing.status, missing.body.error]).toEqual([404, 'RecordNotFound']);
  });
});

describe('Jira Service Management', () => {
  test('a request is made, commented and resolved by a step of its workflow', async () => {
    const made = await ask('jira', 'POST', '/rest/servicedeskapi/request', {
      serviceDeskId: '4',
      requestTypeId: '25',
      requestFieldValues: { summary: 'Azure', description: 'Please' },
    });
    const base = `/rest/servicedeskapi/request/${made.body.issueKey}`;
    const comment = await ask('jira', 'POST', `${base}/comment`, { body: 'Only for us', public: false });
    const steps = await ask('jira', 'GET', `${base}/transition`);
    const { id } = steps.body.values.find(({ name }: { name: string }) => name === 'Resolve this issue');
    const moved = await ask('jira', 'POST', `${base}/transition`, { id });

    expect([made.status, comment.status, comment.body.public, moved.status]).toEqual([201, 201, false, 204]);
    expect((await ask('jira', 'GET', base)).body.currentStatus.status).toBe('Resolved');
  });

  test('a step that the workflow does not allow now is refused', async () => {
    const { number } = aTicket('jira');

    const answer = await ask('jira', 'POST', `/rest/servicedeskapi/request/${number}/transition`, { id: '41' });

    expect(answer.status).toBe(400);
  });

  test('labels are added without the others, and have no spaces', async () => {
    const { number } = aTicket('jira');
    const add = (label: string) =>
      ask('jira', 'PUT', `/rest/api/3/issue/${number}`, { update: { labels: [{ add: label }] } });

    expect([(await add('one')).status, (await add('two')).status, (await add('not this')).status]).toEqual([
      204, 204, 400,
    ]);
    expect((await ask('jira', 'GET', `/rest/api/3/issue/${number}`)).body.fields.labels).toEqual(['one', 'two']);
  });
});

describe('Zammad', () => {
  test('articles, states and tags', async () => {
    const { id } = aTicket('zammad');

    const article = await ask('zammad', 'POST', '/api/v1/ticket_articles', {
      ticket_id: id,
      body: 'Note',
      internal: true,
    });
    const tag = await ask('zammad', 'POST', '/api/v1/tags/add', { object: 'Ticket', o_id: id, item: 'onetenant' });
    const closed = await ask('zammad', 'PUT', `/api/v1/tickets/${id}`, { state: 'closed' });
    const late = await ask('zammad', 'PUT', `/api/v1/tickets/${id}`, { state: 'pending reminder' });

    expect([article.status, article.body]).toMatchObject([201, { internal: true, created_by_id: 90, sender: 'Agent' }]);
    expect([tag.status, tag.body, closed.status, closed.body.state, late.status]).toEqual([
      201,
      true,
      200,
      'closed',
      422,
    ]);
    expect((await ask('zammad', 'GET', `/api/v1/tags?object=Ticket&o_id=${id}`)).body).toEqual({ tags: ['onetenant'] });
    expect((await ask('zammad', 'GET', `/api/v1/ticket_articles/by_ticket/${id}`)).body).toHaveLength(1);
  });

  test('a ticket is found by its number, not read by it', async () => {
    const { id, number } = aTicket('zammad');

    const found = await ask('zammad', 'GET', `/api/v1/tickets/search?query=${number}`);

    expect(found.body).toMatchObject([{ id: Number(id), number }]);
    expect((await ask('zammad', 'GET', `/api/v1/tickets/${number}`)).status).toBe(404);
  });
});

describe('ServiceNow', () => {
  test('an incident is made, and written in through its journal', async () => {
    const made = await ask('servicenow', 'POST', '/api/now/table/incident', {
      short_description: 'Azure',
      correlation_id: 'c-1',
    });
    const { sys_id, number } = made.body.result;
    await ask('servicenow', 'PATCH', `/api/now/table/incident/${sys_id}`, { work_notes: 'Mine', comments: 'Theirs' });
    const query = encodeURIComponent(`element_id=${sys_id}^valueLIKEmine`);
    const journal = await ask('servicenow', 'GET', `/api/now/table/sys_journal_field?sysparm_query=${query}`);
    const found = await ask(
      'servicenow',
      'GET',
      '/api/now/table/incident?sysparm_query=correlation_id=c-1&sysparm_fields=number',
    );

    expect([made.status, made.headers.get('location')]).toEqual([201, expect.stringContaining(sys_id)]);
    expect(journal.body.result).toMatchObject([{ element: 'work_notes', value: 'Mine', sys_created_by: 'onetenant' }]);
    expect(found.body).toEqual({ result: [{ number }] });
  });

  test('it is resolved with a code and notes, or not at all', async () => {
    const ticket = aTicket('servicenow');
    const path = `/api/now/table/incident/${ticket.id}`;

    const refused = await ask('servicenow', 'PATCH', path, { state: '6' });
    const taken = await ask('servicenow', 'PATCH', path, { state: '6', close_code: 'Solved', close_notes: 'Done' });

    expect([refused.status, refused.body.status, taken.status, ticket.state]).toEqual([403, 'failure', 200, 'solved']);
    expect((await ask('servicenow', 'GET', '/api/now/table/incident/0')).status).toBe(404);
  });
});

describe('Freshdesk', () => {
  test('notes, replies, states and tags', async () => {
    const { id } = aTicket('freshdesk');
    const path = `/api/v2/tickets/${id}`;

    const note = await ask('freshdesk', 'POST', `${path}/notes`, { body: '<div>Note &lt;b&gt;</div>' });
    const reply = await ask('freshdesk', 'POST', `${path}/reply`, { body: '<p>Reply</p>' });
    const changed = await ask('freshdesk', 'PUT', path, { status: 4, tags: ['a'] });
    const said = await ask('freshdesk', 'GET', `${path}/conversations?per_page=1&page=2`);

    expect([note.status, note.body.private, note.body.body_text]).toEqual([201, true, 'Note <b>']);
    expect([reply.status, reply.body.private]).toEqual([201, false]);
    expect(changed.body).toMatchObject({ status: 4, tags: ['a'] });
    expect(said.body).toMatchObject([{ body_text: 'Reply' }]);
  });

  test('a ticket needs somebody who asks', async () => {
    const wish = { subject: 'Azure', description: 'Please', status: 2, priority: 1 };

    const refused = await ask('freshdesk', 'POST', '/api/v2/tickets', wish);
    const made = await ask('freshdesk', 'POST', '/api/v2/tickets', { ...wish, email: 'a@b.example', tags: ['t-1'] });
    const found = await ask('freshdesk', 'GET', `/api/v2/search/tickets?query=${encodeURIComponent(`"tag:'t-1'"`)}`);

    expect([refused.status, refused.body.errors[0].field, made.status]).toEqual([400, 'requester_id', 201]);
    expect(found.body).toMatchObject({ total: 1, results: [{ id: made.body.id }] });
  });
});

describe('any desk', () => {
  async function tell(
    body: unknown,
    change: (headers: Record<string, string>) => Record<string, string> = (same) => same,
  ) {
    const now = new Date();
    const text = JSON.stringify(body);
    const signature = new Webhook(sandbox.desks.find('generic')?.key ?? '').sign('e-1', now, text);
    const headers = {
      'webhook-id': 'e-1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signature,
    };
    return ask('generic', 'POST', '/callback', body, change(headers));
  }
  const update = (number: string) => ({ type: 'ticket.update', timestamp: '', data: { number, note: 'Note' } });

  test('a message has its effect once', async () => {
    const ticket = aTicket('generic');

    const answers = [await tell(update(ticket.number)), await tell(update(ticket.number))];

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { number: ticket.number }],
      [200, { number: ticket.number }],
    ]);
    expect(ticket.comments).toHaveLength(1);
  });

  test.each([
    ['a forged signature', (headers: Record<string, string>) => ({ ...headers, 'webhook-signature': 'v1,AAAA' })],
    ['another id', (headers: Record<string, string>) => ({ ...headers, 'webhook-id': 'e-2' })],
    ['no signature', ({ 'webhook-signature': _gone, ...rest }: Record<string, string>) => rest],
    ['an old time', (headers: Record<string, string>) => ({ ...headers, 'webhook-timestamp': '1700000000' })],
  ])('%s is turned away', async (_what, change) => {
    const ticket = aTicket('generic');

    expect((await tell(update(ticket.number), change)).status).toBe(401);
    expect(ticket.comments).toEqual([]);
  });

  test('a ticket that is not there is gone for good', async () => {
    expect((await tell(update('T-0'))).status).toBe(410);
  });
});

describe('a broken desk', () => {
  const read = (id: string) => ask('zendesk', 'GET', `/api/v2/tickets/${id}`);

  test('asks to wait, fails, and answers again', async () => {
    const { id } = aTicket('zendesk');
    sandbox.core.faults.add({ service: 'desk', fault: '429', retryAfterSeconds: 9, times: 1 });
    sandbox.core.faults.add({ service: 'desk', fault: '500', times: 1 });

    const [first, second, third] = [await read(id), await read(id), await read(id)];

    expect([first.status, first.headers.get('retry-after'), second.status, third.status]).toEqual([429, '9', 500, 200]);
  });

  test.each(['down', 'garbage', 'html'] as const)('%s: no answer that could be read', async (fault) => {
    const { id } = aTicket('zendesk');
    sandbox.core.faults.add({ service: 'desk', fault });

    await expect(read(id)).rejects.toThrow();
  });

  test('a slow one answers after a while', async () => {
    const { id } = aTicket('zendesk');
    sandbox.core.faults.add({ service: 'desk', fault: 'slow', delayMs: 150 });
    const before = performance.now();

    const { status } = await read(id);

    expect(status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(140);
  });

  test('a forgetful one did what was asked', async () => {
    const ticket = aTicket('zendesk');
    sandbox.core.faults.add({ service: 'desk', fault: 'forgetful', delayMs: 10 });

    const asked = ask('zendesk', 'PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { status: 'solved' } });

    await expect(asked).rejects.toThrow();
    expect(ticket.state).toBe('solved');
  });

  test('the other desks go on, and a service that is no desk cannot be forgetful', async () => {
    sandbox.core.faults.add({ service: 'desk', fault: '500', path: '/desks/jira' });
    const { id } = aTicket('zendesk');
    const order = await fetch(`${sandbox.core.addresses.http}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'graph', fault: 'forgetful' }),
    });

    expect([(await read(id)).status, order.status]).toEqual([200, 400]);
  });
});

test('every request about a ticket is kept with it, without what was written', async () => {
  const ticket = aTicket('freshdesk');
  await ask('freshdesk', 'POST', `/api/v2/tickets/${ticket.id}/notes`, { body: 'secret words' });
  sandbox.core.faults.add({ service: 'desk', fault: '503', times: 1 });
  await ask('freshdesk', 'GET', `/api/v2/tickets/${ticket.id}`);

  expect(ticket.requests.map(({ method, status }) => [method, status])).toEqual([
    ['POST', 201],
    ['GET', 503],
  ]);
  expect(JSON.stringify([ticket.requests, sandbox.core.requests.list()])).not.toContain('secret words');
});

test('a ticket for a group that does not exist is refused, as each desk refuses it', async () => {
  const zammad = (group: string) =>
    ask('zammad', 'POST', '/api/v1/tickets', { title: 'Azure', group, article: { body: 'Please' } });
  const freshdesk = (group_id: number | null) =>
    ask('freshdesk', 'POST', '/api/v2/tickets', {
      subject: 'Azure',
      description: 'Please',
      email: 'anna@contoso.com',
      status: 2,
      priority: 1,
      group_id,
    });

  expect([(await zammad('Users')).status, (await freshdesk(7001)).status]).toEqual([201, 201]);
  expect(await zammad('Usres')).toMatchObject({ status: 422, body: { error: expect.stringContaining("'group'") } });
  expect(await freshdesk(1)).toMatchObject({ status: 400, body: { errors: [{ field: 'group_id' }] } });
  // What a name becomes that was taken for a number.
  expect(await freshdesk(null)).toMatchObject({ status: 400, body: { errors: [{ field: 'group_id' }] } });
});
