import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { ChannelGate, isAllowedServiceUrl } from '../../src/adapters/bot-framework/channel-gate.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';

const botAppId = '11111111-2222-3333-4444-555555555555';
const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const now = Date.UTC(2026, 10, 20, 12);

let server: Server;
let keyRequests = 0;
let keysWait: Promise<void> = Promise.resolve();
let keysAnswer: () => { status: number; body: unknown };
let ours: { publicKey: CryptoKey; privateKey: CryptoKey };
let theirs: { publicKey: CryptoKey; privateKey: CryptoKey };

beforeAll(async () => {
  ours = await generateKeyPair('RS256', { extractable: true });
  theirs = await generateKeyPair('RS256', { extractable: true });
  const jwk = {
    ...(await exportJWK(ours.publicKey)),
    kid: 'channel-1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams', 'webchat', 'directline'],
  };
  const teamsOnly = {
    ...(await exportJWK(ours.publicKey)),
    kid: 'teams-only',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  keysAnswer = () => ({ status: 200, body: { keys: [jwk, teamsOnly] } });
  server = createServer((request, response) => {
    if (request.url === '/openid') {
      response.end(
        JSON.stringify({ issuer, jwks_uri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys` }),
      );
      return;
    }
    keyRequests += 1;
    void keysWait.then(() => {
      const answer = keysAnswer();
      response.statusCode = answer.status;
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server.close());

const events: JournalEvent[] = [];
const journal = { note: (event: JournalEvent) => void events.push(event) };

function aGate(clock: { now: () => number } = { now: () => now }): ChannelGate {
  const openIdUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`;
  return new ChannelGate({
    openIdUrl,
    issuer,
    botAppId,
    connectorHosts: ['smba.trafficmanager.net', '*.botframework.com'],
    clock,
    journal,
  });
}

interface TokenChanges {
  readonly claims?: Record<string, unknown>;
  readonly without?: readonly string[];
  readonly key?: CryptoKey;
  readonly keyId?: string;
}

async function aHeader({
  claims = {},
  without = [],
  key = ours.privateKey,
  keyId = 'channel-1',
}: TokenChanges = {}): Promise<string> {
  const all: Record<string, unknown> = {
    iss: issuer,
    aud: botAppId,
    serviceurl: serviceUrl,
    nbf: now / 1_000 - 60,
    exp: now / 1_000 + 3_600,
    ...claims,
  };
  for (const name of without) delete all[name];
  return `Bearer ${await new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(key)}`;
}

const caller = { channelId: 'msteams', serviceUrl };

async function answerTo(header: string, from = caller): Promise<string> {
  return decisionOf(aGate(), header, from);
}

/** What the gate says of a token, and then of the activity that it came with. */
async function decisionOf(gate: ChannelGate, header: string, from = caller): Promise<string> {
  const decision = await gate.admit(header);
  if (decision.kind === 'keys-unavailable') return decision.kind;
  const denied = decision.kind === 'denied' ? decision : gate.refusalOf(decision.token, from);
  return denied?.reason ?? 'admitted';
}

test('a token of the channel is let in', async () => {
  expect(await answerTo(await aHeader())).toBe('admitted');
});

test.each(['https://smba.trafficmanager.net/emea', 'https://SMBA.trafficmanager.net/EMEA/'])(
  'a token for the same address written as %s is let in',
  async (serviceurl) => {
    expect(await answerTo(await aHeader({ claims: { serviceurl } }))).toBe('admitted');
  },
);

test.each<[string, TokenChanges, string]>([
  ['for another bot', { claims: { aud: 'another' } }, 'signature'],
  ['for a list of bots without ours', { claims: { aud: ['a', 'b'] } }, 'signature'],
  ['of another issuer', { claims: { iss: `${issuer}.evil` } }, 'signature'],
  ['of Microsoft Entra', { claims: { iss: 'https://sts.windows.net/x/', appid: botAppId, ver: '1.0' } }, 'signature'],
  ['without issuer', { without: ['iss'] }, 'signature'],
  ['without audience', { without: ['aud'] }, 'signature'],
  ['without expiry', { without: ['exp'] }, 'signature'],
  ['that expired 6 minutes ago', { claims: { exp: now / 1_000 - 360 } }, 'signature'],
  ['that is valid only in 6 minutes', { claims: { nbf: now / 1_000 + 360 } }, 'signature'],
  ['for another service address', { claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }, 'service-url'],
  ['without service address', { without: ['serviceurl'] }, 'service-url'],
  ['with an unknown key', { keyId: 'zz' }, 'signature'],
])('a token %s is refused', async (_what, changes, reason) => {
  expect(await answerTo(await aHeader(changes))).toBe(reason);
});

test('a token signed by somebody else under our key id is refused', async () => {
  expect(await answerTo(await aHeader({ key: theirs.privateKey }))).toBe('signature');
});

test.each([
  ['4 minutes past its end', { exp: now / 1_000 - 240 }],
  ['4 minutes before its start', { nbf: now / 1_000 + 240 }],
])('a token %s is let in, as clocks differ', async (_what, claims) => {
  expect(await answerTo(await aHeader({ claims }))).toBe('admitted');
});

test('a token without signature is refused', async () => {
  const [, payload] = (await aHeader()).split('.');
  const header = Buffer.from('{"alg":"none","kid":"channel-1"}').toString('base64url');

  expect(await answerTo(`Bearer ${header}.${payload}.x`)).toBe('header');
});

test('a token signed with our public key as a shared secret is refused', async () => {
  const [, payload] = (await aHeader()).split('.');
  const head = `${Buffer.from('{"alg":"HS256","kid":"channel-1"}').toString('base64url')}.${payload}`;
  const signature = createHmac('sha256', await exportSPKI(ours.publicKey))
    .update(head)
    .digest('base64url');

  expect(await answerTo(`Bearer ${head}.${signature}`)).toBe('header');
});

test.each(['', 'Basic abc', 'Bearer', 'Bearer a b', 'bearer a.b.c', `Bearer ${'a'.repeat(9_000)}.b.c`])(
  'the header %# is refused',
  async (header) => {
    expect(await answerTo(header)).toBe('header');
  },
);

test.each(['', 'emulator', 'AseChannel', 'slack'])('the channel "%s" is refused', async (channelId) => {
  expect(await answerTo(await aHeader(), { channelId, serviceUrl })).toBe('channel');
});

test('a key counts only for the channels it is endorsed for', async () => {
  const header = await aHeader({ keyId: 'teams-only' });

  expect(await answerTo(header, { channelId: 'webchat', serviceUrl })).toBe('channel');
  expect(await answerTo(header)).toBe('admitted');
});

test('a remembered token is not good for another address or after its end', async () => {
  let time = now;
  const gate = aGate({ now: () => time });
  const header = await aHeader({ claims: { exp: now / 1_000 + 60 } });
  expect(await decisionOf(gate, header)).toBe('admitted');

  expect(await decisionOf(gate, header, { ...caller, serviceUrl: 'https://europe.botframework.com/' })).toBe(
    'service-url',
  );
  time = now + 10 * 60_000;
  expect(await decisionOf(gate, header)).toBe('signature');
});

test('a hundred tokens with unknown keys ask for the keys at most twice', async () => {
  const gate = aGate();
  await gate.warm();
  keyRequests = 0;

  await Promise.all(
    Array.from({ length: 100 }, async (_, index) => gate.admit(await aHeader({ keyId: `unknown-${index}` }))),
  );

  expect(keyRequests).toBeLessThanOrEqual(2);
});

test('a key that was published a moment after the last look is fetched before anybody is refused', async () => {
  const gate = aGate();
  await gate.warm();
  const before = keysAnswer;
  const jwk = { ...(await exportJWK(theirs.publicKey)), kid: 'new-key', endorsements: ['msteams'] };
  keysAnswer = () => ({ status: 200, body: { keys: [jwk] } });

  const decision = await decisionOf(gate, await aHeader({ key: theirs.privateKey, keyId: 'new-key' }));

  keysAnswer = before;
  expect(decision).toBe('admitted');
});

test('a good token does not wait for a slow key document that an unknown key asks for', async () => {
  const gate = aGate();
  await gate.warm();
  const release = Promise.withResolvers<void>();
  keysWait = release.promise;
  const unknown = decisionOf(gate, await aHeader({ keyId: 'nobody knows' }));

  expect(await decisionOf(gate, await aHeader())).toBe('admitted');

  release.resolve();
  keysWait = Promise.resolve();
  expect(await unknown).toBe('signature');
});

test('keys of yesterday serve until newer ones are there, and no longer than two days', async () => {
  let time = now;
  const gate = aGate({ now: () => time });
  await gate.warm();
  const before = keysAnswer;
  keysAnswer = () => ({ status: 500, body: {} });
  const headerAt = (at: number) => aHeader({ claims: { nbf: at / 1_000 - 60, exp: at / 1_000 + 3_600 } });

  time = now + 25 * 60 * 60_000;
  const nextDay = await decisionOf(gate, await headerAt(time));
  time = now + 49 * 60 * 60_000;
  const later = await decisionOf(gate, await headerAt(time));

  keysAnswer = before;
  expect([nextDay, later]).toEqual(['admitted', 'keys-unavailable']);
});

test('without keys nobody is let in, and one line in half a minute says so to whoever runs the bot', async () => {
  let time = now;
  const before = keysAnswer;
  keysAnswer = () => ({ status: 500, body: {} });
  const gate = aGate({ now: () => time });
  events.length = 0;

  for (const at of [0, 1_000, 29_000, 31_000]) {
    time = now + at;
    expect((await gate.admit(await aHeader())).kind).toBe('keys-unavailable');
  }

  keysAnswer = before;
  const line = { event: 'door.keys-not-fetched', code: 'HTTP_500', answers: false };
  expect(events).toEqual([line, line]);
});

test('keys that cannot be renewed are told while those of before still answer', async () => {
  let time = now;
  const gate = aGate({ now: () => time });
  await gate.warm();
  const before = keysAnswer;
  keysAnswer = () => ({ status: 404, body: {} });
  events.length = 0;

  time = now + 25 * 60 * 60_000;
  await decisionOf(gate, await aHeader({ claims: { nbf: time / 1_000 - 60, exp: time / 1_000 + 3_600 } }));
  await gate.warm().catch(() => undefined);

  keysAnswer = before;
  expect(events).toEqual([{ event: 'door.keys-not-fetched', code: 'HTTP_404', answers: true }]);
});

test.each([
  ['https://smba.trafficmanager.net/emea/', true],
  ['https://europe.webchat.botframework.com/', true],
  ['http://smba.trafficmanager.net/emea/', false],
  ['https://smba.trafficmanager.net.evil.example/', false],
  ['https://smba.trafficmanager.net@evil.example/', false],
  ['https://evilbotframework.com/', false],
  ['http://169.254.169.254/', false],
  ['http://localhost:3979/', false],
  ['', false],
  ['not an address', false],
])('answers to %s are allowed: %s', (address, isAllowed) => {
  expect(isAllowedServiceUrl(address, ['smba.trafficmanager.net', '*.botframework.com'])).toBe(isAllowed);
});
