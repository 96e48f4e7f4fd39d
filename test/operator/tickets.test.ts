import { createHash } from 'node:crypto';
import { tenants } from '../../sandbox/people/tenants.ts';
import { startHttpServer } from '../../src/http/server.ts';
import { anEffect, aRecord, type Office, office, openOffice } from './an-office.ts';
import { formTokenOf, type Seen, type Visitor } from './visitor.ts';

/** What operators see of tickets, and the one thing that they can do. */

let place: Office;
let operator: Visitor;

beforeAll(async () => {
  place = await openOffice();
});
beforeEach(async () => {
  place.book.tickets = [];
  place.book.replayed.length = 0;
  // The list is kept for half a minute, and sign-ins are counted per minute.
  place.now += 120_000;
  operator = place.visitor();
  await operator.signsIn('desk-operator');
  place.now += 31_000;
  place.events.length = 0;
});
afterAll(() => place.stop());

const numbersOn = ({ text }: Seen): readonly string[] =>
  [...text.matchAll(/<a href="\/operator\/tickets\/[^"]+">([^<]*)</g)].map(([, number]) => number ?? '');
const dead = () => aRecord('D-1', { effects: [anEffect(), anEffect({ id: 'effect-2', fate: 'delivered' })] });

describe('the list', () => {
  test('has the newest work first, fifty at a time', async () => {
    place.book.tickets = Array.from({ length: 101 }, (_, index) =>
      aRecord(`T-${index}`, { changedAt: new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString() }),
    );

    const pages = [];
    for (const page of [1, 2, 3]) pages.push(numbersOn(await operator.asks(`/operator?page=${page}`)));

    expect(pages.map((numbers) => numbers.length)).toEqual([50, 50, 1]);
    expect([pages[0]?.[0], pages[1]?.[0], pages[2]?.[0]]).toEqual(['T-100', 'T-50', 'T-0']);
  });

  test('leads to the next page with the same choice', async () => {
    place.book.tickets = Array.from({ length: 60 }, (_, index) => aRecord(`T-${index}`, { state: 'solved' }));

    const first = await operator.asks('/operator?state=solved&desk=zendesk');

    expect(first.text).toContain(
      '<a rel="next" href="/operator?desk&#61;zendesk&#38;state&#61;solved&#38;page&#61;2">Older</a>',
    );
    expect(first.text).not.toContain('rel="prev"');
  });

  test.each([
    ['state=solved', ['S-1']],
    ['state=waiting', ['W-1', 'D-1']],
    ['only=dead', ['D-1']],
    ['desk=elsewhere', ['S-1', 'W-1', 'D-1']],
    ['state=made-up&page=nothing&desk=%00', ['S-1', 'W-1', 'D-1']],
    ['state=solved&only=dead', []],
    ['page=99', ['S-1', 'W-1', 'D-1']],
  ])('asked for %s it has what fits', async (query, numbers) => {
    place.book.tickets = [aRecord('S-1', { state: 'solved' }), aRecord('W-1'), dead()];

    expect(numbersOn(await operator.asks(`/operator?${query}`)).toSorted()).toEqual(numbers.toSorted());
  });

  test('is read once in half a minute, however many look', async () => {
    place.book.looks = 0;

    await Promise.all([1, 2, 3, 4].map(() => operator.asks('/operator')));
    await operator.asks('/operator?page=2');
    expect(place.book.looks).toBe(1);

    place.now += 31_000;
    await operator.asks('/operator');
    expect(place.book.looks).toBe(2);
  });
});

describe('one ticket', () => {
  test('is shown with its history and with what its desk was told', async () => {
    place.book.tickets = [dead()];

    const { text } = await operator.asks(`/operator/tickets/${dead().id}`);

    expect(text).toContain('<time datetime="2026-11-20T09:00:00.000Z">2026-11-20 09:00 UTC</time>');
    expect(text).toContain('messaged in Microsoft Teams');
    expect(text).toContain('<span class="bad">Not delivered</span>');
    expect(text).toContain('<td data-label="Last answer">403</td>');
  });

  test.each([
    [
      'refused',
      401,
      '<span class="bad">Refused, will be tried again</span><br>The desk gives no token: it does not accept',
    ],
    ['busy', 429, 'Waiting<br>The desk gives no token: too many'],
    ['failing', 503, 'Waiting<br>The desk gives no token: its sign-in service fails'],
    ['not-there', 200, 'Waiting<br>The desk gives no token: something else answers'],
    ['silent', null, 'Waiting<br>The desk gives no token: its sign-in service does not answer'],
  ] as const)('whose desk gives no token (%s) says what to do', async (signInFault, lastStatus, words) => {
    const effect = anEffect({ fate: 'waiting', lastStatus, signInFault, nextAt: '2026-11-21T10:00:00.000Z' });
    place.book.tickets = [aRecord('W-1', { effects: [effect] })];

    expect((await operator.asks(`/operator/tickets/${aRecord('W-1').id}`)).text).toContain(words);
  });

  test('can be sent again only when something was not taken', async () => {
    place.book.tickets = [aRecord('W-1')];

    expect((await operator.asks(`/operator/tickets/${aRecord('W-1').id}`)).text).not.toContain('Send again');
  });

  test('with a reason of another release shows it as it is', async () => {
    const step = { at: '2026-11-20T09:00:00.000Z', to: 'unrouted', because: 'toString' } as const;
    place.book.tickets = [aRecord('W-1', { history: [step] })];

    const { text } = await operator.asks(`/operator/tickets/${aRecord('W-1').id}`);

    expect(text).toContain('<td data-label="Why">toString</td>');
  });

  test.each(['..%2f..%2fetc', 'x', '%00', 'a'.repeat(65)])('named %s is not there', async (id) => {
    expect((await operator.asks(`/operator/tickets/${id}`)).status).toBe(404);
  });
});

describe('send again', () => {
  const path = `/operator/tickets/${dead().id}/replay`;
  let token: string;

  beforeEach(async () => {
    place.book.tickets = [dead(), aRecord('F-1', { deskId: office.otherDesk, effects: [anEffect()] })];
    token = formTokenOf(await operator.asks('/operator'));
  });

  test('has the desk told again, tells so, and notes it without a name', async () => {
    const sent = await operator.sends(path, token);
    const after = await operator.asks(sent.headers.get('location') ?? '');

    expect(sent.status).toBe(303);
    expect(after.text).toContain('1 message to the desk is being sent again.');
    expect(place.book.replayed).toEqual([dead().id]);
    expect(place.events).toEqual([{ event: 'operator.replayed', desk: 'zendesk', count: 1 }]);
  });

  test.each([
    ['of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['of another origin of the same site', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
    ['that says ours, while the browser says another site', { 'sec-fetch-site': 'cross-site' }],
    ['without an origin', { origin: 'null' }],
  ])('a form %s changes nothing', async (_what, headers) => {
    const sent = await operator.sends(path, token, headers);

    expect([sent.status, place.book.replayed]).toEqual([403, []]);
    expect(place.events).toEqual([{ event: 'operator.refused', because: 'form' }]);
  });

  test.each(['', 'guess', 'x'.repeat(5_000)])('a form with the token %p changes nothing', async (guess) => {
    expect([(await operator.sends(path, guess)).status, place.book.replayed]).toEqual([403, []]);
  });

  test('the token of another session changes nothing', async () => {
    const other = place.visitor();
    await other.signsIn('desk-operator');

    expect((await other.sends(path, token)).status).toBe(403);
    expect(place.book.replayed).toEqual([]);
  });

  test('JSON is no form', async () => {
    const sent = await operator.sends(path, token, { 'content-type': 'application/json' });

    expect([sent.status, place.book.replayed]).toEqual([403, []]);
  });

  test('asking with GET changes nothing', async () => {
    expect((await operator.asks(path)).status).toBe(405);
    expect(place.book.replayed).toEqual([]);
  });

  test('without a session nothing is changed', async () => {
    const nobody = place.visitor();

    expect([(await nobody.sends(path, token)).status, place.book.replayed]).toEqual([401, []]);
  });

  test('a ticket of a foreign desk is not there', async () => {
    const sent = await operator.sends(`/operator/tickets/${aRecord('F-1').id}/replay`, token);

    expect([sent.status, place.book.replayed]).toEqual([404, []]);
  });
});

describe('the table of outcomes', () => {
  test('is CSV with a byte order mark, dates in ISO, one line per ticket', async () => {
    place.book.tickets = [aRecord('W-1'), dead()];

    const seen = await operator.asks('/operator/outcomes.csv');
    const bytes = await (
      await fetch(`${place.bot}/operator/outcomes.csv`, {
        headers: { cookie: [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
    ).arrayBuffer();

    expect(seen.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(seen.headers.get('content-disposition')).toMatch(
      /^attachment; filename="onetenant-outcomes-[\d-]{10}\.csv"$/,
    );
    expect([...new Uint8Array(bytes).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(seen.text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'ticket,desk,number,about,state,because,received,taken_up,changed,not_delivered',
      'W-10000000000000,zendesk,W-1,add-azure,waiting,in-teams,2026-11-20T09:00:00.000Z,,2026-11-20T10:00:00.000Z,0',
      'D-10000000000000,zendesk,D-1,add-azure,waiting,in-teams,2026-11-20T09:00:00.000Z,,2026-11-20T10:00:00.000Z,1',
      '',
    ]);
  });

  test.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1', `"'+1"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['a,b;"c"', '"a,b;""c"""'],
  ])('a number %p is a text and no formula', async (number, cell) => {
    place.book.tickets = [aRecord('W-1', { number })];

    expect((await operator.asks('/operator/outcomes.csv')).text).toContain(`,zendesk,${cell},add-azure,`);
  });

  test('needs a session', async () => {
    place.book.looks = 0;

    expect([(await place.visitor().asks('/operator/outcomes.csv')).status, place.book.looks]).toEqual([303, 0]);
  });

  test('of a store that is away is no half table', async () => {
    place.book.isAway = true;

    const seen = await operator.asks('/operator/outcomes.csv');

    place.book.isAway = false;
    expect([seen.status, seen.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '{{constructor}}',
  '\u202Egnp.exe',
];

/** The one at the end of each page. */
const ownScript = /<script>[^<]*<\/script>\s*<\/body>/;

test.each(hostile)('%p in a ticket is shown as text', async (number) => {
  const step = { at: '"><b>', to: 'waiting', because: number } as const;
  place.book.tickets = [aRecord('H-1', { number, history: [step] })];

  for (const path of ['/operator', `/operator/tickets/${aRecord('H-1').id}`]) {
    const { text } = await operator.asks(path);
    expect(text).not.toContain(number.includes('{') ? '\u0000' : number);
    expect(text.replace(ownScript, '')).not.toMatch(/<script|<img|onmouseover='|\u202E|<b>/);
  }
});

test.each([
  '/operator',
  '/operator/tickets/absent',
  '/operator/signed-out',
  '/operator/style.css',
  '/operator/outcomes.csv',
])('%s runs one script at most, stands in no frame, and is kept nowhere', async (path) => {
  const { headers } = await operator.asks(path);

  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
  );
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('no page has a script but the one that its policy names by its bytes, or a style of its own', async () => {
  place.book.tickets = [dead()];

  for (const path of ['/operator', `/operator/tickets/${dead().id}`, '/operator/signed-out']) {
    const { text, headers } = await operator.asks(path);
    const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
    const bytes = scripts.map((script) => createHash('sha256').update(script).digest('base64'));

    expect(bytes.map((digest) => `'sha256-${digest}'`)).toEqual(
      /script-src (\S+);/.exec(headers.get('content-security-policy') ?? '')?.slice(1),
    );
    expect(text.replace(ownScript, '')).not.toMatch(/<script|<style|style="|\son\w+="/);
  }
});

test('without helpdesks there is no such page', async () => {
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    door: { admit: async () => ({ kind: 'denied' }) },
    isReady: () => true,
    operator: null,
  });

  const answers = await Promise.all(
    ['/operator', '/operator/sign-in', '/operator/style.css'].map((path) =>
      fetch(`http://127.0.0.1:${server.port}${path}`),
    ),
  );

  await server.stop();
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

describe('questions', () => {
  const asked = {
    found: null,
    locale: 'en',
    asked: 'where do the pigeons grow',
    names: [],
    conversation: 'conversation/webchat/one/one',
    activityId: 'a1',
  } as const;

  test('are counted by how they ended, with the wording that is kept, and as CSV', async () => {
    await place.questions.note({ ...asked, outcome: 'none' });
    await place.questions.note({ ...asked, outcome: 'did-not-help', found: 'q12', asked: '=where do they grow' });

    expect((await operator.asks('/operator')).text).not.toContain('/operator/questions');
    expect((await operator.asks('/operator/questions')).status).toBe(404);
    expect((await operator.asks('/operator/questions.csv')).status).toBe(404);
    place.rules.botTenantId = tenants.contoso.id;
    operator = place.visitor();
    place.now += 120_000;
    await operator.signsIn('desk-operator');
    const list = await operator.asks('/operator');
    expect(list.text).toContain('href="/operator/questions"');
    const shown = await operator.asks('/operator/questions');
    expect(shown.text).toContain('where do the pigeons grow');
    expect(shown.text).toContain('q12 Title of q12');
    const { text } = await operator.asks('/operator/questions.csv');
    expect(text).toContain('none,,en,,where do the pigeons grow');
    expect(text).toContain('did-not-help,q12,,1,');
    expect(text).not.toContain('webchat/one');
  });
});
