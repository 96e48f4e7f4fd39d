import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import type { Desk, DeskWriting } from '../../../src/ports/desk.ts';
import { type StandIn, type StandInAnswer, startStandIn } from '../stand-in.ts';
import { aDesk, anEffect, anEntry, now, recorded } from './desks.ts';

/** Tokens that end (OAuth 2.0): fetched when there is something to write, and nowhere but in memory. */

let api: StandIn;
let clock: number;
const calls: unknown[] = [];

beforeEach(async () => {
  api = await startStandIn();
  clock = now;
  calls.length = 0;
});
afterEach(() => api.stop());

const secret = 'marker-of-a-client-secret';
const client = { clientId: 'onetenant', clientSecret: secret };

/** What each desk is asked with, and the number of a ticket there. */
const asked = {
  zendesk: {
    path: '/oauth/tokens',
    type: 'application/json',
    form: { grant_type: 'client_credentials', scope: 'tickets:read tickets:write users:read' },
    number: '35436',
    lifeSeconds: 172_799,
  },
  jira: {
    path: '/oauth/token',
    type: 'application/x-www-form-urlencoded;charset=UTF-8',
    form: { grant_type: 'client_credentials' },
    number: 'IT-42',
    lifeSeconds: 3_600,
  },
  servicenow: {
    path: '/oauth_token.do',
    type: 'application/x-www-form-urlencoded;charset=UTF-8',
    form: { grant_type: 'client_credentials' },
    number: 'INC0010023',
    lifeSeconds: 1_799,
  },
} as const;
type Kind = keyof typeof asked;
const kinds = Object.keys(asked) as Kind[];

function aDeskWithTokens(kind: Kind, oauth: Partial<DeskEntry['oauth']> = {}): Desk {
  const { user: _user, key: _key, ...entry } = anEntry(kind, { url: api.origin });
  // Atlassian gives its tokens at an address of its own.
  const tokenUrl = kind === 'jira' ? { tokenUrl: `${api.origin}/oauth/token` } : {};
  return aDesk(
    { ...entry, oauth: { ...client, ...tokenUrl, ...oauth } },
    { privateHosts: ['127.0.0.1'], clock: () => clock, observe: (call) => calls.push(call) },
  );
}

function tokenOf(kind: Kind, changes: object = {}): StandInAnswer {
  return { body: { ...(JSON.parse(recorded(`${kind}-token`)) as object), ...changes } };
}

function writes(desk: Desk, kind: Kind): Promise<DeskWriting> {
  return desk.write(anEffect(), asked[kind].number, { mayBeThere: false });
}

function askedForTokens(kind: Kind) {
  return api.requests.filter(({ url }) => url === asked[kind].path);
}

function askedOfDesk(kind: Kind) {
  return api.requests.filter(({ url }) => url !== asked[kind].path);
}

describe.each(kinds)('%s', (kind) => {
  const { path, type, form, lifeSeconds } = asked[kind];

  test('gives a token to the client, and takes it', async () => {
    const { access_token } = JSON.parse(recorded(`${kind}-token`)) as { access_token: string };
    api.route(path, tokenOf(kind));

    await writes(aDeskWithTokens(kind), kind);

    const [question] = askedForTokens(kind);
    expect(question).toMatchObject({ method: 'POST', headers: { 'content-type': type, accept: 'application/json' } });
    const body = question?.body ?? '';
    expect(type === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))).toEqual({
      ...form,
      client_id: 'onetenant',
      client_secret: secret,
    });
    expect(askedOfDesk(kind)[0]?.headers.authorization).toBe(`Bearer ${access_token}`);
  });

  test('is asked for one token, however many want one', async () => {
    api.route(path, tokenOf(kind));
    const desk = aDeskWithTokens(kind);

    await Promise.all([1, 2, 3, 4, 5].map(() => writes(desk, kind)));
    await writes(desk, kind);

    expect(askedForTokens(kind)).toHaveLength(1);
  });

  test('is asked for the next token before the one ends, and not long before', async () => {
    api.route(path, tokenOf(kind));
    const desk = aDeskWithTokens(kind);
    await writes(desk, kind);

    clock = now + (lifeSeconds - 65) * 1_000;
    await writes(desk, kind);
    expect(askedForTokens(kind)).toHaveLength(1);

    clock = now + (lifeSeconds - 55) * 1_000;
    await writes(desk, kind);
    expect(askedForTokens(kind)).toHaveLength(2);
  });

  test('that ended a token before its time gets the request once more, with a new one', async () => {
    let given = 0;
    api.route(path, () => {
      given += 1;
      return tokenOf(kind, { access_token: `token-${given}` });
    });
    api.route('/', ({ headers }) => ({ status: headers.authorization === 'Bearer token-1' ? 401 : 404 }));

    await writes(aDeskWithTokens(kind), kind);

    expect(given).toBe(2);
    expect(askedOfDesk(kind).map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('that takes no token at all is asked twice, and its answer is told', async () => {
    api.route(path, tokenOf(kind));
    api.route('/', { status: 401 });

    expect(await writes(aDeskWithTokens(kind), kind)).toMatchObject({ kind: 'again', status: 401 });
    expect(askedForTokens(kind)).toHaveLength(2);
    expect(askedOfDesk(kind)).toHaveLength(2);
  });

  const faults: readonly (readonly [string, StandInAnswer | 'silence', object])[] = [
    [
      'refuses the client',
      { status: 401, body: { error: 'invalid_client' } },
      { because: 'refused', status: 401, code: 'invalid_client' },
    ],
    [
      'refuses it with 400',
      { status: 400, body: { error: 'invalid_scope' } },
      { because: 'refused', status: 400, code: 'invalid_scope' },
    ],
    ['refuses it without a word', { status: 403, text: 'no' }, { because: 'refused', status: 403, code: '' }],
    [
      'says no with 200',
      { body: { error: 'access_denied' } },
      { because: 'refused', status: 200, code: 'access_denied' },
    ],
    [
      'was asked too often',
      { status: 429, headers: { 'retry-after': '90' } },
      { because: 'busy', status: 429, retryAfterSeconds: 90 },
    ],
    ['is down', { status: 503, text: '<html>' }, { because: 'failing', status: 503 }],
    ['is a page', { text: '<html>Sign in</html>' }, { because: 'not-there', status: 200 }],
    ['is nowhere', { status: 404 }, { because: 'not-there', status: 404 }],
    [
      'is elsewhere',
      { status: 302, headers: { location: 'https://elsewhere.example' } },
      { because: 'not-there', status: 302 },
    ],
    ['gives a token of another kind', tokenOf(kind, { token_type: 'mac' }), { because: 'not-there', status: 200 }],
    [
      'gives a token that is no header',
      tokenOf(kind, { access_token: 'a\r\nb' }),
      { because: 'not-there', status: 200 },
    ],
  ];
  test.each(faults)(
    'whose token endpoint %s: nothing goes to the desk, and all of it stays',
    async (_what, answer, fault) => {
      api.route(path, answer);

      const writing = await writes(aDeskWithTokens(kind), kind);

      expect(writing).toMatchObject({
        kind: 'again',
        mayBeThere: false,
        signIn: { host: `127.0.0.1:${api.port}`, ...fault },
      });
      expect(askedOfDesk(kind)).toEqual([]);
    },
  );
});

test('who was asked too often is left alone until it said', async () => {
  api.route('/oauth/tokens', { status: 429, headers: { 'retry-after': '90' } });
  const desk = aDeskWithTokens('zendesk');
  expect(await writes(desk, 'zendesk')).toMatchObject({ kind: 'again', status: 429, retryAfterSeconds: 90 });

  api.route('/oauth/tokens', tokenOf('zendesk'));
  clock = now + 89_000;
  expect(await writes(desk, 'zendesk')).toMatchObject({ kind: 'again', status: 429 });
  expect(askedForTokens('zendesk')).toHaveLength(1);

  clock = now + 91_000;
  await writes(desk, 'zendesk');
  expect(askedForTokens('zendesk')).toHaveLength(2);
});

test('a token endpoint that says nothing costs the effect some of its time, and is told', async () => {
  api.route('/oauth/tokens', 'silence');

  const writing = await writes(aDeskWithTokens('zendesk'), 'zendesk');

  expect(writing).toMatchObject({ kind: 'again', status: null, signIn: { because: 'silent', silence: 'too-slow' } });
});

test('a token endpoint at a private address is not called', async () => {
  const { user: _user, key: _key, ...entry } = anEntry('jira', { url: 'https://jira.contoso.example' });
  const desk = aDesk({ ...entry, oauth: { ...client, tokenUrl: `${api.origin}/oauth/token` } });

  expect(await writes(desk, 'jira')).toMatchObject({ signIn: { because: 'silent', silence: 'private-address' } });
  expect(api.requests).toEqual([]);
});

test('ServiceNow takes a refresh token where client credentials are not allowed, as long as it is valid', async () => {
  const { refresh_token: _refresh, ...answer } = JSON.parse(recorded('servicenow-token')) as Record<string, unknown>;
  api.route('/oauth_token.do', { body: answer });
  const desk = aDeskWithTokens('servicenow', { refreshToken: 'marker-of-a-refresh-token' });

  await writes(desk, 'servicenow');
  clock = now + 1_800_000;
  await writes(desk, 'servicenow');

  const bodies = askedForTokens('servicenow').map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  const question = { grant_type: 'refresh_token', refresh_token: 'marker-of-a-refresh-token', client_id: 'onetenant' };
  expect(bodies).toMatchObject([question, question]);
});

test('a scope of the entry takes the place of the usual one', async () => {
  api.route('/oauth/tokens', tokenOf('zendesk'));

  await writes(aDeskWithTokens('zendesk', { scope: 'read write' }), 'zendesk');

  expect(JSON.parse(askedForTokens('zendesk')[0]?.body ?? '')).toMatchObject({ scope: 'read write' });
});

test('a token of which nobody says when it ends is kept for an hour', async () => {
  api.route('/oauth/tokens', tokenOf('zendesk', { expires_in: undefined }));
  const desk = aDeskWithTokens('zendesk');
  await writes(desk, 'zendesk');

  clock = now + 58 * 60_000;
  await writes(desk, 'zendesk');
  expect(askedForTokens('zendesk')).toHaveLength(1);

  clock = now + 61 * 60_000;
  await writes(desk, 'zendesk');
  expect(askedForTokens('zendesk')).toHaveLength(2);
});

test('nothing that is told about a call holds a secret or a token', async () => {
  api.route('/oauth/tokens', tokenOf('zendesk', { access_token: 'marker-of-a-token' }));
  const desk = aDeskWithTokens('zendesk');
  await writes(desk, 'zendesk');
  clock = now + 2 * 86_400_000;
  api.route('/oauth/tokens', { status: 401, body: { error: 'invalid_client', error_description: `not ${secret}` } });
  const refused = await writes(desk, 'zendesk');
  const look = await desk.probe();

  expect(refused).toMatchObject({ signIn: { code: 'invalid_client' } });
  expect(JSON.stringify([calls, refused, look])).not.toContain('marker');
});
