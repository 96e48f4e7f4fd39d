import { Webhook } from 'standardwebhooks';
import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { type DeskKind, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import type { DeskSend } from '../../../src/adapters/helpdesk/desk-send.ts';
import type { DeskEffect } from '../../../src/domain/ticket.ts';
import type { Desk } from '../../../src/ports/desk.ts';
import { type StandIn, type StandInRequest, startStandIn } from '../stand-in.ts';
import { aDesk, anEffect, anEntry, personId, tenantId, webhookSecret } from './desks.ts';

let api: StandIn;

beforeEach(async () => {
  api = await startStandIn();
});
afterEach(() => api.stop());

const fresh = { mayBeThere: false };
const unsure = { mayBeThere: true };
const requester = { personId, userPrincipalName: 'anna@contoso.com', tenantId };

function desk(kind: DeskKind, changes: Partial<DeskEntry> = {}): Desk {
  return aDesk(anEntry(kind, { url: `${api.origin}/base`, ...changes }), { privateHosts: [`127.0.0.1:${api.port}`] });
}

/** What was sent, as `METHOD /path` without the address, with its body. */
function sent(): readonly { readonly call: string; readonly body: unknown }[] {
  return api.requests.map(({ method, url, body }) => ({
    call: `${method} ${url.replace('/base', '').split('?')[0]}`,
    body: body === '' ? null : JSON.parse(body),
  }));
}

function byMethod(routes: Readonly<Record<string, object>>) {
  return ({ method }: StandInRequest) => routes[method] ?? { status: 405 };
}

function basicOf(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

describe('Zendesk', () => {
  const ticket = { status: 200, body: { ticket: { id: 35, updated_at: '2026-11-21T10:00:00Z', tags: ['vip'] } } };
  const solved = anEffect({ note: 'It works.', status: 'solved', tag: 'onetenant-solved' });

  test('a note, the state and a tag go in one update that keeps the tags that are there', async () => {
    api.route('/base/api/v2/tickets/35', ticket);

    expect(await desk('zendesk').write(solved, '35', fresh)).toEqual({ kind: 'written', number: null });

    expect(sent()[1]).toEqual({
      call: 'PUT /api/v2/tickets/35.json',
      body: {
        ticket: {
          comment: { body: `It works.\n\n[onetenant:${solved.id}]`, public: false },
          status: 'solved',
          tags: ['vip', 'onetenant-solved'],
          safe_update: true,
          updated_stamp: '2026-11-21T10:00:00Z',
        },
      },
    });
    expect(api.requests[0]?.headers.authorization).toBe(basicOf('onetenant@contoso.com/token:api-key'));
  });

  test('a colleague who was faster is read again', async () => {
    let overtaken = 1;
    api.route('/base/api/v2/tickets/35', ({ method }) => {
      if (method === 'GET' || overtaken === 0) return ticket;
      overtaken -= 1;
      return { status: 409, body: { error: 'UpdateConflict' } };
    });

    expect(await desk('zendesk').write(solved, '35', fresh)).toMatchObject({ kind: 'written' });
    expect(sent().map(({ call }) => call.split(' ')[0])).toEqual(['GET', 'PUT', 'GET', 'PUT']);
  });

  test('somebody who is always faster makes it wait', async () => {
    api.route('/base/api/v2/tickets/35', byMethod({ GET: ticket, PUT: { status: 409 } }));

    expect(await desk('zendesk').write(solved, '35', fresh)).toMatchObject({ kind: 'again', status: 409 });
  });

  test('a reply is public and comes before the note', async () => {
    api.route('/base/api/v2/tickets/35', ticket);
    const effect = anEffect({ reply: 'Open https://bot/webchat/ticket#code', note: 'A link was given.' });

    await desk('zendesk').write(effect, '35', fresh);

    const comments = sent().flatMap(({ body }) => (body === null ? [] : [body]));
    expect(comments).toMatchObject([
      { ticket: { comment: { public: true, body: expect.stringContaining(`[onetenant:${effect.id}:reply]`) } } },
      { ticket: { comment: { public: false, body: expect.stringContaining(`[onetenant:${effect.id}]`) } } },
    ]);
  });

  test('what is there already is not written again', async () => {
    api.route('/base/api/v2/tickets/35/comments', {
      body: { comments: [{ body: `Note\n\n[onetenant:${solved.id}]` }] },
    });

    expect(await desk('zendesk').write(solved, '35', unsure)).toEqual({ kind: 'written', number: null });
    expect(sent().map(({ call }) => call)).toEqual(['GET /api/v2/tickets/35/comments.json']);
  });

  test('the mark of effect 12 is not taken for that of effect 1', async () => {
    api.route('/base/api/v2/tickets/35', ticket);
    api.route('/base/api/v2/tickets/35/comments', { body: { comments: [{ body: '[onetenant:5f0c9e0a-12]' }] } });

    await desk('zendesk').write(anEffect({ id: '5f0c9e0a-1' }), '35', unsure);

    expect(sent().map(({ call }) => call)).toContain('PUT /api/v2/tickets/35.json');
  });

  test('a reply that is there and a note that is not: only the note is written', async () => {
    api.route('/base/api/v2/tickets/35', ticket);
    const effect = anEffect({ reply: 'A link', note: 'A note' });
    api.route('/base/api/v2/tickets/35/comments', { body: { comments: [{ body: `[onetenant:${effect.id}:reply]` }] } });

    await desk('zendesk').write(effect, '35', unsure);

    const bodies = sent().flatMap(({ body }) => (body === null ? [] : [JSON.stringify(body)]));
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('A note');
  });

  test('a ticket is made once, with the person as requester', async () => {
    const effect = anEffect({ kind: 'create', title: 'Anna asks for a colleague', requester });
    api.route(
      '/base/api/v2/tickets.json',
      byMethod({ GET: { body: { tickets: [] } }, POST: { status: 201, body: { ticket: { id: 77 } } } }),
    );

    expect(await desk('zendesk').write(effect, '', unsure)).toEqual({ kind: 'written', number: '77' });

    expect(api.requests.at(-1)?.headers['idempotency-key']).toBe(effect.id);
    expect(sent().at(-1)?.body).toMatchObject({
      ticket: { subject: effect.title, external_id: effect.id, requester: { email: 'anna@contoso.com' } },
    });
  });

  test('a ticket that was made before is found', async () => {
    const effect = anEffect({ kind: 'create', requester });
    api.route('/base/api/v2/tickets.json', { body: { tickets: [{ id: 77 }] } });

    expect(await desk('zendesk').write(effect, '', unsure)).toEqual({ kind: 'written', number: '77' });
    expect(sent()).toHaveLength(1);
  });
});

describe('Jira Service Management', () => {
  const transitions = {
    transitions: [
      { id: '11', name: 'Respond', to: { name: 'Waiting for customer', statusCategory: { key: 'indeterminate' } } },
      { id: '61', name: 'Finish', to: { name: 'Fertig', statusCategory: { key: 'done' } } },
    ],
  };
  const issue = '/base/rest/api/3/issue/IT-42';
  const open = { body: { fields: { status: { statusCategory: { key: 'indeterminate' } } } } };

  test('label, state, answer and note go one after the other, the note last and internal', async () => {
    api.route(issue, { status: 204, text: '' });
    api.route(`${issue}/transitions`, byMethod({ GET: { body: transitions }, POST: { status: 204, text: '' } }));
    api.route(`${issue}/comment`, { status: 201, body: { id: '1' } });
    const effect = anEffect({
      note: 'Line one\n\n*bold* !https://evil/p.png!',
      reply: 'Hello',
      status: 'solved',
      tag: 'onetenant-solved',
    });

    expect(await desk('jira').write(effect, 'IT-42', fresh)).toEqual({ kind: 'written', number: null });

    expect(sent().map(({ call }) => call)).toEqual([
      'PUT /rest/api/3/issue/IT-42',
      'GET /rest/api/3/issue/IT-42/transitions',
      'POST /rest/api/3/issue/IT-42/transitions',
      'POST /rest/api/3/issue/IT-42/comment',
      'POST /rest/api/3/issue/IT-42/comment',
    ]);
    expect(sent()[0]?.body).toEqual({
      update: { labels: expect.arrayContaining([{ remove: 'onetenant-talking' }, { add: 'onetenant-solved' }]) },
    });
    expect(sent()[2]?.body).toEqual({ transition: { id: '61' } });
    expect(sent()[3]?.body).not.toHaveProperty('properties');
    expect(sent()[4]?.body).toMatchObject({
      body: { type: 'doc', content: [{ content: [{ type: 'text', text: 'Line one' }] }, { content: [] }, {}, {}, {}] },
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });
  });

  test.each([
    ['pending', '11'],
    ['solved', '61'],
  ] as const)('the state %s is looked up among the transitions', async (status, id) => {
    api.route(`${issue}/transitions`, byMethod({ GET: { body: transitions }, POST: { status: 204, text: '' } }));

    api.route(issue, open);

    await desk('jira').write(anEffect({ note: '', status }), 'IT-42', fresh);

    expect(sent().at(-1)?.body).toEqual({ transition: { id } });
  });

  test('a state that cannot be reached from here leaves the rest as it is', async () => {
    api.route(issue, open);
    api.route(`${issue}/transitions`, { body: { transitions: [] } });
    api.route(`${issue}/comment`, { status: 201 });

    expect(await desk('jira').write(anEffect({ status: 'open' }), 'IT-42', fresh)).toEqual({
      kind: 'written',
      number: null,
    });
    expect(await desk('jira').write(anEffect({ status: 'solved' }), 'IT-42', fresh)).toEqual({
      kind: 'written',
      number: null,
      stateRefused: { status: null, words: '' },
    });
  });

  test('an own name for a state goes first', async () => {
    api.route(`${issue}/transitions`, byMethod({ GET: { body: transitions }, POST: { status: 204, text: '' } }));

    api.route(issue, open);

    await desk('jira', { options: { stateOpen: 'Fertig' } }).write(
      anEffect({ note: '', status: 'open' }),
      'IT-42',
      fresh,
    );

    expect(sent().at(-1)?.body).toEqual({ transition: { id: '61' } });
  });

  test('a step that fails after others makes the next try look first', async () => {
    api.route(issue, { status: 204, text: '' });
    api.route(`${issue}/comment`, { status: 503, headers: { 'retry-after': '7' } });

    const writing = await desk('jira').write(anEffect({ tag: 'onetenant', reopens: true }), 'IT-42', fresh);

    expect(writing).toEqual({ kind: 'again', status: 503, retryAfterSeconds: 7, mayBeThere: true });
  });

  test('a request is made on behalf of the person, and its own fields are filled in', async () => {
    api.route('/base/rest/servicedeskapi/request', { status: 201, body: { issueId: '1', issueKey: 'IT-50' } });
    const effect = anEffect({ kind: 'create', title: 'A colleague, please', requester });
    const options = { serviceDeskId: '3', requestTypeId: '25' };

    expect(await desk('jira', { options }).write(effect, '', fresh)).toEqual({ kind: 'written', number: 'IT-50' });
    expect(sent()[0]?.body).toMatchObject({
      serviceDeskId: '3',
      requestTypeId: '25',
      raiseOnBehalfOf: 'anna@contoso.com',
      requestFieldValues: { summary: 'A colleague, please', customfield_10102: personId },
    });
  });

  test('a request that was made before is found by its mark', async () => {
    api.route('/base/rest/api/3/search/jql', { body: { issues: [{ key: 'IT-50' }] } });
    const effect = anEffect({ kind: 'create', requester });

    expect(await desk('jira').write(effect, '', unsure)).toEqual({ kind: 'written', number: 'IT-50' });
    expect(decodeURIComponent(api.requests[0]?.url ?? '').replaceAll('+', ' ')).toContain(`"onetenant:${effect.id}\\"`);
  });
});

describe('Zammad', () => {
  const found = { body: [{ id: 12, number: '65001' }] };

  test('the number is looked up, the tag added, and the note goes with the state', async () => {
    api.route('/base/api/v1/tickets/search', found);
    api.route('/base/api/v1/tags', { body: { tags: ['vip', 'onetenant-talking'] } });
    api.route('/base/api/v1/tags/remove', { status: 201, text: 'true' });
    api.route('/base/api/v1/tags/add', { status: 201, text: 'true' });
    api.route('/base/api/v1/tickets/12', { body: {} });

    const effect = anEffect({ status: 'solved', tag: 'onetenant-solved' });
    expect(await desk('zammad').write(effect, '65001', fresh)).toEqual({ kind: 'written', number: null });

    expect(sent().slice(2)).toEqual([
      { call: 'DELETE /api/v1/tags/remove', body: { item: 'onetenant-talking', object: 'Ticket', o_id: 12 } },
      { call: 'POST /api/v1/tags/add', body: { item: 'onetenant-solved', object: 'Ticket', o_id: 12 } },
      {
        call: 'PUT /api/v1/tickets/12',
        body: {
          state: 'closed',
          article: {
            body: `${effect.note}\n\n[onetenant:${effect.id}]`,
            type: 'note',
            internal: true,
            content_type: 'text/plain',
          },
        },
      },
    ]);
    expect(api.requests[0]?.headers.authorization).toBe('Token token=api-key');
  });

  test('a pending ticket gets the moment that Zammad asks for', async () => {
    api.route('/base/api/v1/tickets/search', found);
    api.route('/base/api/v1/tickets/12', { body: {} });

    await desk('zammad').write(anEffect({ note: '', status: 'pending' }), '65001', fresh);

    expect(sent().at(-1)?.body).toEqual({ state: 'pending reminder', pending_time: '2026-11-24T10:00:10.000Z' });
  });

  test('a number that the search does not know yet is looked for later', async () => {
    api.route('/base/api/v1/tickets/search', { body: [{ id: 13, number: '650010' }] });

    expect(await desk('zammad').write(anEffect(), '65001', fresh)).toMatchObject({ kind: 'again', status: 404 });
  });

  test('what is there already is not written again', async () => {
    api.route('/base/api/v1/tickets/search', found);
    api.route('/base/api/v1/ticket_articles/by_ticket/12', { body: [{ body: 'x [onetenant:5f0c9e0a-1]' }] });

    expect(await desk('zammad').write(anEffect(), '65001', unsure)).toMatchObject({ kind: 'written' });
    expect(sent().every(({ call }) => call.startsWith('GET'))).toBe(true);
  });

  test('a ticket is made for the person, and its id is kept for the next note', async () => {
    api.route('/base/api/v1/tickets', { status: 201, body: { id: 14, number: '65002' } });
    const zammad = desk('zammad', { options: { group: 'IT' }, fields: { personId: 'entra_object_id' } });

    const writing = await zammad.write(anEffect({ kind: 'create', title: 'Help', requester }), '', fresh);
    await zammad.write(anEffect(), '65002', fresh);

    expect(writing).toEqual({ kind: 'written', number: '65002' });
    expect(sent()[0]?.body).toMatchObject({
      title: 'Help',
      group: 'IT',
      customer_id: 'guess:anna@contoso.com',
      entra_object_id: personId,
      article: { internal: true },
    });
    expect(sent().map(({ call }) => call)).toEqual(['POST /api/v1/tickets', 'PUT /api/v1/tickets/14']);
  });
});

test('a ticket that Zammad finds, but that is not ours, is not taken for ours', async () => {
  api.route('/base/api/v1/tickets/search', { body: [{ id: 12, number: '65001' }] });
  api.route('/base/api/v1/ticket_articles/by_ticket/12', { body: [{ body: 'Something about 5f0c9e0a and 1' }] });
  api.route('/base/api/v1/tickets', { status: 201, body: { id: 14, number: '65002' } });
  api.route('/base/api/v1/tickets/12', { body: { id: 12, number: '65001' } });
  const effect = anEffect({ kind: 'create', title: 'Help' });

  expect(await desk('zammad').write(effect, '', unsure)).toEqual({ kind: 'written', number: '65002' });

  api.route('/base/api/v1/ticket_articles/by_ticket/12', { body: [{ body: `Help [onetenant:${effect.id}]` }] });
  expect(await desk('zammad').write(effect, '', unsure)).toEqual({ kind: 'written', number: '65001' });
});

test.each(['', '../1', '1/../2', '1?x=y', '1'.repeat(65)])(
  'the number "%s" never becomes part of an address',
  async (number) => {
    expect(await desk('zendesk').write(anEffect(), number, fresh)).toEqual({ kind: 'refused', status: 400 });
    expect(api.requests).toEqual([]);
  },
);

describe('ServiceNow', () => {
  const table = '/base/api/now/table/incident';
  const rows = { body: { result: [{ sys_id: 'abc', number: 'INC1' }] } };

  test('note, answer and state go in one change of the record', async () => {
    api.route(table, rows);
    api.route(`${table}/abc`, { body: { result: {} } });
    const effect = anEffect({ reply: 'Hello', status: 'solved', tag: 'onetenant-solved' });
    const options = { tagField: 'u_onetenant_state' };

    expect(await desk('servicenow', { options }).write(effect, 'INC1', fresh)).toEqual({
      kind: 'written',
      number: null,
    });

    expect(sent().at(-1)).toEqual({
      call: 'PATCH /api/now/table/incident/abc',
      body: {
        work_notes: `${effect.note}\n\n[onetenant:${effect.id}]`,
        comments: `Hello\n\n[onetenant:${effect.id}:reply]`,
        state: '6',
        close_code: 'Solved (Permanently)',
        close_notes: effect.note,
        u_onetenant_state: 'onetenant-solved',
      },
    });
    expect(api.requests[0]?.headers.authorization).toBe(basicOf('onetenant@contoso.com:api-key'));
  });

  test('a pending incident says what it waits for', async () => {
    api.route(table, rows);
    api.route(`${table}/abc`, { body: { result: {} } });

    await desk('servicenow').write(anEffect({ note: '', status: 'pending' }), 'INC1', fresh);

    expect(sent().at(-1)?.body).toEqual({ state: '3', hold_reason: '1' });
  });

  test('the journal is looked through before anything is written again', async () => {
    api.route(table, rows);
    api.route('/base/api/now/table/sys_journal_field', {
      body: { result: [{ element: 'work_notes', value: 'x\n[onetenant:5f0c9e0a-1]' }] },
    });

    expect(await desk('servicenow').write(anEffect(), 'INC1', unsure)).toMatchObject({ kind: 'written' });
    expect(decodeURIComponent(api.requests[1]?.url ?? '')).toContain('element_id=abc^valueLIKEonetenant:5f0c9e0a-1');
    expect(sent()).toHaveLength(2);
  });

  test('an incident that is gone takes nothing more', async () => {
    api.route(table, { body: { result: [] } });

    expect(await desk('servicenow').write(anEffect(), 'INC1', fresh)).toEqual({ kind: 'gone', status: 404 });
  });

  test('an incident is made once', async () => {
    api.route(
      table,
      byMethod({
        GET: { body: { result: [] } },
        POST: { status: 201, body: { result: { sys_id: 'd', number: 'INC2' } } },
      }),
    );
    const effect = anEffect({ kind: 'create', title: 'Help', requester });

    expect(await desk('servicenow').write(effect, '', unsure)).toEqual({ kind: 'written', number: 'INC2' });
    expect(sent()[1]?.body).toMatchObject({ short_description: 'Help', correlation_id: effect.id });
  });
});

describe('Freshdesk', () => {
  const ticket = '/base/api/v2/tickets/1017';

  test('tags are kept, and texts go as escaped text', async () => {
    api.route(ticket, { body: { id: 1017, tags: ['vip'] } });
    api.route(`${ticket}/notes`, { status: 201 });
    const effect = anEffect({ note: '<img src=x>\n& more', status: 'pending', tag: 'onetenant-waiting' });

    expect(await desk('freshdesk').write(effect, '1017', fresh)).toEqual({ kind: 'written', number: null });

    expect(sent().slice(1)).toEqual([
      { call: 'PUT /api/v2/tickets/1017', body: { status: 3, tags: ['vip', 'onetenant-waiting'] } },
      {
        call: 'POST /api/v2/tickets/1017/notes',
        body: { body: `&lt;img src=x&gt;<br>&amp; more<br><br>[onetenant:${effect.id}]`, private: true },
      },
    ]);
    expect(api.requests[0]?.headers.authorization).toBe(basicOf('api-key:X'));
  });

  test('the conversation is looked through page by page', async () => {
    const others = Array.from({ length: 5 }, () => ({ body_text: 'other' }));
    api.route(`${ticket}/conversations?per_page=5&page=1`, { body: others });
    api.route(`${ticket}/conversations?per_page=5&page=2`, { body: [{ body_text: '[onetenant:5f0c9e0a-1]' }] });

    expect(await desk('freshdesk').write(anEffect(), '1017', unsure)).toMatchObject({ kind: 'written' });
    expect(sent()).toHaveLength(2);
  });

  test('a reply goes to the person, then the note to colleagues', async () => {
    api.route(`${ticket}/reply`, { status: 201 });
    api.route(`${ticket}/notes`, { status: 201 });

    await desk('freshdesk').write(anEffect({ reply: 'Hello', reopens: true }), '1017', fresh);

    expect(sent().map(({ call }) => call)).toEqual([
      'POST /api/v2/tickets/1017/reply',
      'POST /api/v2/tickets/1017/notes',
    ]);
  });

  test('a ticket that may have been made is looked for by its tag', async () => {
    api.route('/base/api/v2/search/tickets', { body: { results: [], total: 0 } });
    api.route('/base/api/v2/tickets', { status: 201, body: { id: 1020 } });

    const writing = await desk('freshdesk').write(anEffect({ kind: 'create', title: 'Help', requester }), '', unsure);

    expect(writing).toEqual({ kind: 'written', number: '1020' });
    const made = sent()[1]?.body as { tags: string[]; email: string };
    expect(made.email).toBe('anna@contoso.com');
    expect(made.tags[0]?.length).toBeLessThanOrEqual(32);
    expect(decodeURIComponent(api.requests[0]?.url ?? '')).toContain(`tag:'${made.tags[0]}'`);
  });
});

describe('a generic desk', () => {
  test('each effect is a signed message that is named by it', async () => {
    const mine = `whsec_${Buffer.from('our own secret of 24 bytes or more').toString('base64')}`;
    api.route('/base', { status: 200, body: { number: 'T-18' } });
    const effect = anEffect({ kind: 'create', title: 'Help', requester });

    expect(await desk('generic', { key: mine }).write(effect, '', fresh)).toEqual({ kind: 'written', number: 'T-18' });

    const [request] = api.requests;
    expect(request?.url).toBe('/base');
    expect(request?.headers['webhook-id']).toBe(effect.id);
    // The library judges the moment by its own clock, so only the signature is compared.
    const at = new Date(Number(request?.headers['webhook-timestamp']) * 1_000);
    expect(request?.headers['webhook-signature']).toBe(new Webhook(mine).sign(effect.id, at, request?.body ?? ''));
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      type: 'ticket.create',
      data: { id: effect.id, title: 'Help', requester: { personId } },
    });
    expect(mine).not.toBe(webhookSecret);
  });

  test('an address that is not found refuses the effect, 410 ends the ticket', async () => {
    api.route('/base', { status: 404 });
    expect(await desk('generic').write(anEffect(), 'T-1', fresh)).toEqual({ kind: 'refused', status: 404 });

    api.route('/base', { status: 410 });
    expect(await desk('generic').write(anEffect(), 'T-1', fresh)).toEqual({ kind: 'gone', status: 410 });
  });
});

describe('TOPdesk', () => {
  const path = '/base/tas/api/incidents/number/I%202605%20001';
  const incident = { id: 'a', number: 'I 2605 001', completed: false, closed: false };
  const statuses = [
    { id: 's-1', name: 'Aangemeld' },
    { id: 's-2', name: 'In behandeling' },
    { id: 's-4', name: 'Gereed' },
  ];
  const solved = anEffect({ note: 'It <works>.', status: 'solved', tag: 'onetenant-solved' });
  const options = { tagField: 'optionalFields2.text1' };

  beforeEach(() => {
    api.route('/base/tas/api/incidents/statuses', { body: statuses });
    api.route(path, { body: incident });
    api.route(`${path}/actions`, { status: 204, text: '' });
  });

  test('a number with blanks is one part of the path; the note is an invisible action, and comes last', async () => {
    expect(await desk('topdesk', { options }).write(solved, 'I 2605 001', fresh)).toEqual({
      kind: 'written',
      number: null,
    });

    expect(sent().filter(({ body }) => body !== null)).toEqual([
      {
        call: 'PATCH /tas/api/incidents/number/I%202605%20001',
        body: { processingStatus: { id: 's-4' }, completed: true, optionalFields2: { text1: 'onetenant-solved' } },
      },
      {
        call: 'PATCH /tas/api/incidents/number/I%202605%20001',
        body: {
          action: `It &lt;works&gt;.<br><br>[onetenant:${solved.id}]`,
          actionInvisibleForCaller: true,
        },
      },
    ]);
    expect(api.requests[0]?.headers.authorization).toBe(basicOf('onetenant@contoso.com:api-key'));
  });

  test('a number stays one part of the path, whatever is in it, beside the shape that numbers must have', async () => {
    const number = 'C26/034?a#b';
    const paths: string[] = [];
    const send: DeskSend = async ({ method, path: asked }) => {
      paths.push(`${method} ${asked}`);
      return { kind: 'silent', mayBeThere: false, because: 'no-answer' };
    };

    await deskKinds.topdesk
      .create({ entry: anEntry('topdesk'), clock: { now: () => 0 } })
      .update(anEffect(), number, { ...unsure, send });

    expect(paths).toEqual(['GET /tas/api/incidents/number/C26%2F034%3Fa%23b/actions?page_size=20']);
    expect(await desk('topdesk').write(anEffect(), number, fresh)).toEqual({ kind: 'refused', status: 400 });
    expect(api.requests).toEqual([]);
  });

  test('a reply is visible to the caller', async () => {
    await desk('topdesk').write(anEffect({ reply: 'Hello', note: '', reopens: true }), 'I 2605 001', fresh);

    expect(sent()[0]?.body).toMatchObject({ actionInvisibleForCaller: false });
  });

  test('a status of the entry comes before the usual ones, and one that is not there is told', async () => {
    const own = desk('topdesk', { options: { stateSolved: 'aangemeld' } });
    await own.write(solved, 'I 2605 001', fresh);
    expect(sent().find(({ body }) => body !== null)?.body).toMatchObject({ processingStatus: { id: 's-1' } });

    const gone = desk('topdesk', { options: { ...options, stateSolved: 'Klaar' } });
    expect(await gone.write(solved, 'I 2605 001', fresh)).toEqual({
      kind: 'written',
      number: null,
      stateRefused: { status: null, words: '' },
    });
  });

  test('a state that is refused keeps neither the tag nor the note out, and its words are told', async () => {
    api.route(path, ({ method, body }) =>
      method === 'PATCH' && body.includes('processingStatus')
        ? { status: 400, body: [{ message: "The field 'optionalFields1.text3' is mandatory" }] }
        : { body: incident },
    );

    expect(await desk('topdesk', { options }).write(solved, 'I 2605 001', fresh)).toMatchObject({
      kind: 'written',
      stateRefused: { status: 400, words: "The field 'optionalFields1.text3' is mandatory" },
    });
    expect(
      sent()
        .slice(-2)
        .map(({ body }) => Object.keys(body as object)),
    ).toEqual([['optionalFields2'], ['action', 'actionInvisibleForCaller']]);
  });

  test('a completed incident gets the note alone, unless it is to be opened again', async () => {
    api.route(path, { body: { ...incident, completed: true } });
    const open = anEffect({ note: 'Late', status: 'open', tag: 'onetenant-link' });

    await desk('topdesk').write(open, 'I 2605 001', fresh);
    expect(sent().filter(({ body }) => body !== null)).toHaveLength(1);

    await desk('topdesk').write({ ...open, reopens: true }, 'I 2605 001', fresh);
    expect(sent().map(({ body }) => body)).toContainEqual({
      processingStatus: { id: 's-2' },
      completed: false,
      closed: false,
    });
  });

  test('what is there already is not written again', async () => {
    api.route(`${path}/actions`, { body: [{ memoText: `It works.<br/><br/>[onetenant:${solved.id}]` }] });

    expect(await desk('topdesk').write(solved, 'I 2605 001', unsure)).toEqual({ kind: 'written', number: null });
    expect(sent().map(({ call }) => call)).toEqual(['GET /tas/api/incidents/number/I%202605%20001/actions']);
  });

  test('an incident is made with what its desk demands, and found again by its external number', async () => {
    api.route(
      '/base/tas/api/incidents',
      byMethod({ GET: { status: 204, text: '' }, POST: { status: 201, body: incident } }),
    );
    const made = anEffect({ kind: 'create', title: 'x'.repeat(100), requester, tag: 'onetenant-needs-human' });
    const entry = {
      options: { ...options, group: 'Servicedesk' },
      createdWith: { 'optionalFields2.text2': 'Own' },
      fields: {},
    };

    expect(await desk('topdesk', entry).write(made, '', unsure)).toEqual({ kind: 'written', number: 'I 2605 001' });
    const body = sent().find(({ call }) => call.startsWith('POST'))?.body as { externalNumber: string };
    expect(body).toMatchObject({
      briefDescription: 'x'.repeat(80),
      actionInvisibleForCaller: true,
      callerLookup: { email: 'anna@contoso.com' },
      operatorGroup: { name: 'Servicedesk' },
      optionalFields2: { text1: 'onetenant-needs-human', text2: 'Own' },
    });
    expect(body.externalNumber).toMatch(/^onetenant-[0-9a-f]{20}$/);

    api.route('/base/tas/api/incidents', { body: [incident] });
    expect(await desk('topdesk', entry).write(made, '', unsure)).toEqual({ kind: 'written', number: 'I 2605 001' });
    expect(api.requests.at(-1)?.url).toContain(encodeURIComponent(`==${body.externalNumber}`));
  });
});

describe('answers that are not good, at every desk', () => {
  const kinds = ['zendesk', 'jira', 'zammad', 'servicenow', 'freshdesk', 'topdesk', 'generic'] as const;
  const effects: readonly DeskEffect[] = [
    anEffect({ status: 'solved', tag: 'onetenant-solved', reply: 'Hello' }),
    anEffect({ kind: 'create', title: 'Help', requester }),
  ];
  const everywhere = kinds.flatMap((kind) => effects.map((effect) => [kind, effect.kind, effect] as const));

  test.each(everywhere)('%s, %s: 429 waits as long as the desk says', async (kind, _kind, effect) => {
    api.route('/base', { status: 429, headers: { 'retry-after': '60' } });

    expect(await desk(kind).write(effect, deskKinds[kind].numbers.example, fresh)).toMatchObject({
      kind: 'again',
      status: 429,
      retryAfterSeconds: 60,
    });
  });

  test.each(everywhere)('%s, %s: 410 ends the ticket', async (kind, _kind, effect) => {
    api.route('/base', { status: 410 });

    expect(await desk(kind).write(effect, deskKinds[kind].numbers.example, fresh)).toEqual({
      kind: 'gone',
      status: 410,
    });
  });

  test.each(everywhere)('%s, %s: 422 is not tried again', async (kind, _kind, effect) => {
    api.route('/base', { status: 422, body: { error: 'RecordInvalid' } });

    expect(await desk(kind).write(effect, deskKinds[kind].numbers.example, fresh)).toEqual({
      kind: 'refused',
      status: 422,
    });
  });

  test.each(everywhere)('%s, %s: a redirect is not followed', async (kind, _kind, effect) => {
    api.route('/base', { status: 302, headers: { location: `${api.origin}/elsewhere` } });

    expect(await desk(kind).write(effect, deskKinds[kind].numbers.example, fresh)).toMatchObject({
      kind: 'again',
      status: 302,
    });
    expect(api.requests.every(({ url }) => !url.startsWith('/elsewhere'))).toBe(true);
  });

  test.each(everywhere)(
    '%s, %s: a page of something in between is never taken for success',
    async (kind, kindOf, effect) => {
      api.route('/base', { status: 502, text: '<html>Bad gateway</html>' });

      const writing = await desk(kind).write(effect, deskKinds[kind].numbers.example, unsure);

      expect(writing).toMatchObject({ kind: 'again', status: 502 });
      expect(kindOf).toBe(effect.kind);
    },
  );

  const jiraIssue = '/base/rest/api/3/issue/IT-42';
  const freshdeskTicket = '/base/api/v2/tickets/1017';
  const topdeskIncident = '/base/tas/api/incidents/number/I%202605%20001';
  const transitions = { body: { transitions: [{ id: '31', to: { name: 'Resolved' } }] } };
  const page = { status: 200, text: '<html>Please sign in</html>' };

  test.each<readonly [string, DeskKind, string, Partial<DeskEffect>, string]>([
    ['a label', 'jira', 'IT-42', { tag: 'onetenant', note: '', reopens: true }, jiraIssue],
    ['a state', 'jira', 'IT-42', { status: 'solved', note: '' }, `${jiraIssue}/transitions`],
    ['a note', 'jira', 'IT-42', {}, `${jiraIssue}/comment`],
    ['a state', 'freshdesk', '1017', { status: 'solved', note: '' }, freshdeskTicket],
    ['a reply', 'freshdesk', '1017', { reply: 'Hello', note: '', reopens: true }, `${freshdeskTicket}/reply`],
    ['a note', 'freshdesk', '1017', {}, `${freshdeskTicket}/notes`],
    ['a note', 'topdesk', 'I 2605 001', {}, topdeskIncident],
    ['a reply', 'topdesk', 'I 2605 001', { reply: 'Hello', note: '', reopens: true }, topdeskIncident],
  ])('a page that says yes to %s of %s is not taken for that desk', async (_what, kind, number, changes, path) => {
    api.route(path, byMethod({ GET: transitions, POST: page, PUT: page, PATCH: page }));

    const writing = await desk(kind).write(anEffect(changes), number, fresh);

    expect(writing).toEqual({ kind: 'again', status: 200, retryAfterSeconds: null, mayBeThere: true });
  });

  test.each([
    ['jira', 'IT-42', `${jiraIssue}/comment`],
    ['freshdesk', '1017', `${freshdeskTicket}/notes`],
  ] as const)('a note of %s that is "accepted" only is looked for and written again', async (kind, number, path) => {
    api.route(path, byMethod({ GET: { body: [] }, POST: { status: 202, body: {} } }));
    expect(await desk(kind).write(anEffect(), number, fresh)).toMatchObject({ kind: 'again', mayBeThere: true });

    api.route(path, byMethod({ GET: { body: [] }, POST: { status: 201, text: '{"id":' } }));
    expect(await desk(kind).write(anEffect(), number, fresh)).toMatchObject({ kind: 'again', mayBeThere: true });
  });

  test('an answer with more than is read counts, as long as its status is right', async () => {
    api.route(freshdeskTicket, { body: { id: 1017, description: 'x'.repeat(80_000) } });

    const writing = await desk('freshdesk').write(anEffect({ status: 'solved', note: '' }), '1017', fresh);

    expect(writing).toEqual({ kind: 'written', number: null });
  });

  test.each([200, 201, 202, 204])('%i is a yes of a generic desk', async (status) => {
    api.route('/base', { status, text: '' });

    expect(await desk('generic').write(anEffect(), 'T-1', fresh)).toEqual({ kind: 'written', number: null });
  });
});
