import { BotAdapter } from '../../src/adapters/bot-framework/bot-adapter.ts';
import { createChannelDoor } from '../../src/adapters/bot-framework/channel-door.ts';
import { ChannelGate } from '../../src/adapters/bot-framework/channel-gate.ts';
import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import { type ChannelSigner, startChannelSigner } from '../builders/channel-tokens.ts';

/** Whoever is not the channel stays outside: every row over real HTTP, with an empty answer and no turn. */

const botAppId = '11111111-2222-3333-4444-555555555555';
const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const connectorHosts = ['smba.trafficmanager.net', '*.botframework.com'];
const now = Date.UTC(2026, 10, 20, 12);
const seconds = now / 1_000;

let signer: ChannelSigner;
let server: RunningHttpServer;
let turns = 0;
const denials: string[] = [];
const silent = { note: () => undefined };

beforeAll(async () => {
  signer = await startChannelSigner({ botAppId, issuer, serviceUrl, now });
  const clock = { now: () => now };
  const journal = {
    note: (event: { event: string }) => {
      if (event.event === 'door.denied') denials.push(JSON.stringify(event));
    },
  };
  const adapter = new BotAdapter({
    clock,
    botAppId,
    tokenServiceUrl: 'http://127.0.0.1:1',
    botToken: async () => 'not used',
    connectorHosts,
  });
  const gate = new ChannelGate({
    openIdUrl: signer.openIdUrl,
    issuer,
    botAppId,
    connectorHosts,
    clock,
    journal: silent,
  });
  const runTurn = async (): Promise<void> => {
    turns += 1;
  };
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    journal,
    door: createChannelDoor({ gate, adapter, journal, runTurn }),
  });
});
afterAll(async () => {
  await server.stop();
  await signer.stop();
});
beforeEach(() => {
  turns = 0;
});

const activity = {
  type: 'message',
  id: 'a1',
  text: 'hello',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:somebody' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1' },
};

async function asks(authorization: string | null, changes: Readonly<Record<string, unknown>> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify({ ...activity, ...changes }),
  });
}

async function isRefused(response: Response, status = 401): Promise<void> {
  expect(response.status).toBe(status);
  expect(await response.text()).toBe('');
  expect(turns).toBe(0);
  // And the next honest caller is served.
  expect((await asks(`Bearer ${await signer.token()}`)).status).toBe(200);
  expect(turns).toBe(1);
}

test.each<[string, string | null]>([
  ['none', null],
  ['an empty one', ''],
  ['Basic', 'Basic YTpi'],
  ['Negotiate', 'Negotiate abc'],
  ['Bearer without a token', 'Bearer'],
  ['Bearer with a space', 'Bearer '],
  ['two tokens', 'Bearer a.b.c a.b.c'],
  ['two tokens with a comma', 'Bearer a.b.c, Bearer a.b.c'],
  ['small letters', 'bearer a.b.c'],
  ['one part', 'Bearer abc'],
  ['two parts', 'Bearer a.b'],
  ['an empty signature', 'Bearer a.b.'],
  ['an encrypted token', 'Bearer a.b.c.d.e'],
  ['padding', 'Bearer YQ==.YQ==.YQ=='],
  ['letters that say nothing', 'Bearer a.b.c'],
  ['nine thousand letters', `Bearer ${'a'.repeat(9_000)}.b.c`],
])('an Authorization header with %s', async (_what, header) => {
  await isRefused(await asks(header));
});

type Forging = () => string | Promise<string>;
const good = (): Record<string, unknown> => signer.claims();

test.each<[string, Forging]>([
  // Another algorithm, or none.
  ['without signature', () => signer.forge({ alg: 'none', kid: 'channel-1' }, good(), '')],
  ['with alg none and a signature', () => signer.forge({ alg: 'none', kid: 'channel-1' }, good())],
  ['with alg None', () => signer.forge({ alg: 'None', kid: 'channel-1' }, good())],
  ['signed with our public key as secret, HS256', () => signer.forgeWithPublicKey('HS256')],
  ['signed with our public key as secret, HS384', () => signer.forgeWithPublicKey('HS384')],
  ['signed with our public key as secret, HS512', () => signer.forgeWithPublicKey('HS512')],
  ['that says RS512', () => signer.forge({ alg: 'RS512', kid: 'channel-1' }, good())],
  ['that says PS256', () => signer.forge({ alg: 'PS256', kid: 'channel-1' }, good())],
  ['that says ES256', () => signer.forge({ alg: 'ES256', kid: 'channel-1' }, good())],
  ['with a list of algorithms', () => signer.forge({ alg: ['RS256'], kid: 'channel-1' }, good())],
  ['without algorithm', () => signer.forge({ kid: 'channel-1' }, good())],
  // Another key.
  ['signed by somebody else under our key id', () => signer.token({ signedBy: 'theirs' })],
  ['with an unknown key id', () => signer.token({ header: { kid: 'zz' } })],
  ['without key id', () => signer.forge({ alg: 'RS256' }, good())],
  ['with a number for a key id', () => signer.forge({ alg: 'RS256', kid: 1 }, good())],
  ['with a path for a key id', () => signer.token({ header: { kid: '../../channel-1' } })],
  ['with a prototype for a key id', () => signer.token({ header: { kid: '__proto__' } })],
  [
    'with a key of its own',
    () => signer.token({ signedBy: 'theirs', header: { jwk: { kty: 'RSA', e: 'AQAB', n: 'AQAB' } } }),
  ],
  [
    'with an address of its keys',
    () => signer.token({ signedBy: 'theirs', header: { jku: 'https://evil.example/keys' } }),
  ],
  [
    'with a chain of its own',
    () => signer.token({ signedBy: 'theirs', header: { x5u: 'https://evil.example/chain' } }),
  ],
  ['with a critical extension', () => signer.forge({ alg: 'RS256', kid: 'channel-1', crit: ['exp'], exp: 1 }, good())],
  // Changed on the way.
  [
    'with other claims than were signed',
    async () => swap(await signer.token(), 1, { ...good(), aud: botAppId, extra: 1 }),
  ],
  [
    'with another header than was signed',
    async () => swap(await signer.token(), 0, { alg: 'RS256', kid: 'channel-1', typ: 'x' }),
  ],
  ['with half a signature', async () => (await signer.token()).slice(0, -100)],
  ['with a signature of nothing', async () => `${(await signer.token()).split('.').slice(0, 2).join('.')}.AA`],
  ['whose claims are no JSON', () => signer.forge({ alg: 'RS256', kid: 'channel-1' }, 'not json')],
  ['whose claims are a list', () => signer.forge({ alg: 'RS256', kid: 'channel-1' }, [])],
  ['whose header is no JSON', () => signer.forge('not json', good())],
  ['whose header is null', () => signer.forge('null', good())],
  // For somebody else.
  ['for another bot', () => signer.token({ claims: { aud: '99999999-2222-3333-4444-555555555555' } })],
  ['for other bots', () => signer.token({ claims: { aud: ['a', 'b'] } })],
  ['for the channel', () => signer.token({ claims: { aud: issuer } })],
  ['for an empty audience', () => signer.token({ claims: { aud: '' } })],
  ['for a number', () => signer.token({ claims: { aud: 5 } })],
  ['without audience', () => signer.token({ without: ['aud'] })],
  // From somebody else.
  ['of an issuer with a longer name', () => signer.token({ claims: { iss: `${issuer}.evil.example` } })],
  ['of an issuer with a slash', () => signer.token({ claims: { iss: `${issuer}/` } })],
  ['of an issuer in capitals', () => signer.token({ claims: { iss: issuer.toUpperCase() } })],
  ['of a list of issuers', () => signer.token({ claims: { iss: [issuer] } })],
  ['without issuer', () => signer.token({ without: ['iss'] })],
  [
    'of Microsoft Entra, as an emulator has',
    () => signer.token({ claims: { iss: 'https://sts.windows.net/t/', ver: '1.0', appid: botAppId } }),
  ],
  [
    'of Microsoft Entra v2',
    () => signer.token({ claims: { iss: 'https://login.microsoftonline.com/t/v2.0', ver: '2.0', azp: botAppId } }),
  ],
  [
    'of our own calls to the channel',
    () => signer.token({ claims: { iss: 'https://sts.windows.net/t/', aud: issuer, appid: botAppId } }),
  ],
  // At another time.
  ['that ended six minutes ago', () => signer.token({ claims: { exp: seconds - 360 } })],
  ['that ended last year', () => signer.token({ claims: { exp: seconds - 31_536_000 } })],
  ['that never ends', () => signer.token({ without: ['exp'] })],
  ['that ends at a word', () => signer.forge({ alg: 'RS256', kid: 'channel-1' }, { ...good(), exp: 'never' })],
  ['that begins in six minutes', () => signer.token({ claims: { nbf: seconds + 360 } })],
  // For another place.
  [
    'for another service address',
    () => signer.token({ claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }),
  ],
  ['for an address that begins like it', () => signer.token({ claims: { serviceurl: serviceUrl.slice(0, -2) } })],
  ['for the same address with two slashes', () => signer.token({ claims: { serviceurl: `${serviceUrl}/` } })],
  ['for a list of addresses', () => signer.token({ claims: { serviceurl: [serviceUrl] } })],
  ['without service address', () => signer.token({ without: ['serviceurl'] })],
  ['by a key that is endorsed for another channel', () => signer.token({ header: { kid: 'webchat-only' } })],
])('a token %s', async (_what, forging) => {
  await isRefused(await asks(`Bearer ${await forging()}`));
});

function swap(token: string, part: 0 | 1, content: unknown): string {
  return token
    .split('.')
    .map((old, index) => (index === part ? Buffer.from(JSON.stringify(content)).toString('base64url') : old))
    .join('.');
}

test.each<[string, Readonly<Record<string, unknown>>, number]>([
  ['the machine itself for an address', { serviceUrl: 'http://169.254.169.254/' }, 401],
  ['a host with a longer name', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }, 401],
  ['a host behind a name', { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }, 401],
  ['a host with a backslash', { serviceUrl: 'https://evil.example\\.botframework.com/' }, 401],
  ['plain http', { serviceUrl: serviceUrl.replace('https', 'http') }, 401],
  ['loopback', { serviceUrl: 'http://localhost:3978/' }, 401],
  ['an address that is none', { serviceUrl: 'x' }, 401],
  ['an empty address', { serviceUrl: '' }, 400],
  ['no address', { serviceUrl: undefined }, 400],
  ['a number for an address', { serviceUrl: 5 }, 400],
  ['an empty channel', { channelId: '' }, 400],
  ['no channel', { channelId: undefined }, 400],
  ['a number for a channel', { channelId: 5 }, 400],
  ['the emulator', { channelId: 'emulator' }, 401],
  ['another Azure', { channelId: 'AseChannel' }, 401],
  ['another channel', { channelId: 'slack' }, 401],
  ['a channel in capitals', { channelId: 'MSTEAMS' }, 401],
])('a good token with %s', async (_what, changes, status) => {
  await isRefused(await asks(`Bearer ${await signer.token()}`, changes), status);
});

test.each([
  'http://169.254.169.254/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://evilbotframework.com/',
])('an address that is not on the list is refused although the token names it, too: %s', async (address) => {
  const token = await signer.token({ claims: { serviceurl: address } });

  await isRefused(await asks(`Bearer ${token}`, { serviceUrl: address }));
});

test.each(['emulator', 'slack', 'AseChannel'])(
  'the channel %s is refused although the key is for any',
  async (channelId) => {
    const token = await signer.token({ header: { kid: 'for-any-channel' } });

    await isRefused(await asks(`Bearer ${token}`, { channelId }));
  },
);

test.each([
  ['ended four minutes ago', { exp: seconds - 240 }],
  ['begins in four minutes', { nbf: seconds + 240 }],
])('clocks differ: a token that %s is let in', async (_what, claims) => {
  expect((await asks(`Bearer ${await signer.token({ claims })}`)).status).toBe(200);
  expect(turns).toBe(1);
});

test('ten thousand forged tokens leave nothing behind and ask for the keys at most twice', async () => {
  await asks(`Bearer ${await signer.token()}`);
  const gate = new ChannelGate({
    openIdUrl: signer.openIdUrl,
    issuer,
    botAppId,
    connectorHosts,
    clock: { now: () => now },
    journal: silent,
  });
  await gate.warm();
  const before = signer.keyRequests();
  const filler = 'x'.repeat(4_000);

  for (let count = 0; count < 10_000; count += 1) {
    const header = { alg: 'RS256', kid: `kid-${count}` };
    const admission = await gate.admit(
      `Bearer ${signer.forge(header, { iss: `https://sts.windows.net/${count}`, filler })}`,
    );
    if (admission.kind !== 'denied') throw new Error(`forged token ${count} was ${admission.kind}`);
  }

  expect(signer.keyRequests() - before).toBeLessThanOrEqual(2);
  expect((await gate.admit(`Bearer ${await signer.token()}`)).kind).toBe('admitted');
});

test('the log says why somebody stayed outside, and never with what', async () => {
  denials.length = 0;
  await asks(`Bearer ${await signer.token({ claims: { aud: 'CNRY-audience' } })}`);

  expect(denials).toEqual(['{"event":"door.denied","reason":"signature"}']);
});
