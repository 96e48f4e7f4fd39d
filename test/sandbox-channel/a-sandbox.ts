import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { channelServices } from '../../sandbox/channel/channel-services.ts';
import type { Fault, Person, SandboxCore, SeenRequest, SigningKey } from '../../sandbox/core/core.ts';

type Json = Record<string, unknown>;

export interface BotCall {
  readonly activity: Json;
  readonly authorization: string;
}

export interface BotReply {
  readonly status: number;
  readonly body?: unknown;
}

export interface ASandbox {
  readonly core: SandboxCore;
  readonly url: string;
  readonly bot: {
    readonly calls: BotCall[];
    /** What the bot does with an activity; by default it accepts everything and says nothing. */
    answer: (activity: Json) => BotReply | Promise<BotReply>;
    stop(): Promise<void>;
    /** Calls the connector or the token service as the bot. */
    asks(method: string, path: string, body?: unknown): Promise<Answer>;
    /** Resolves when the bot has received an activity that fits. */
    received(fits: (activity: Json) => boolean): Promise<Json>;
  };
  readonly entra: { answer: 'grant' | 'deny' | 'down'; readonly grants: string[]; expiresInSeconds: number };
  moveClock(milliseconds: number): void;
  ask(method: string, path: string, options?: AskOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AskOptions {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The parsed body; an empty object when there is none. */
  readonly body: Json;
}

export const anna: Person = {
  id: 'anna',
  displayName: 'Anna de Vries',
  userPrincipalName: 'anna@contoso.example',
  story: 'Anna has Microsoft 365 only.',
  expected: { 'add-azure': 'ready', 'add-microsoft-365': 'ready', join: 'ready' },
  objectId: '00000000-0000-4000-8000-0000000000a1',
  homeTenantId: '00000000-0000-4000-8000-0000000000f1',
};

const botAppId = '11111111-2222-4333-8444-555555555555';
const signInAppId = '33333333-4444-4555-8666-777777777777';

/** The channel side over real HTTP, with a bot and an Entra that a test can steer. */
export async function startASandbox(): Promise<ASandbox> {
  const clock = { skew: 0 };
  const entra: ASandbox['entra'] = { answer: 'grant', grants: [], expiresInSeconds: 3600 };
  const addresses = { bot: '', http: '', https: 'https://localhost:1' };
  const core: SandboxCore = {
    addresses,
    registrations: {
      bot: { appId: botAppId, tenantId: anna.homeTenantId, secret: 'bot-secret' },
      signIn: {
        optionalClaims: [],
        appId: signInAppId,
        secret: 'sign-in-secret',
        scope: `api://${signInAppId}/access_as_user`,
        connectionName: 'onetenant',
      },
    },
    people: peopleOf([anna]),
    channelKey: await aKey('channel', () => core.now()),
    entraKey: await aKey('entra', () => core.now()),
    faults: aFaultBook(),
    requests: aRequestLog(),
    now: () => Date.now() + clock.skew,
  };
  const calls: BotCall[] = [];
  const waiting = new Set<() => void>();
  const bot: ASandbox['bot'] = {
    calls,
    answer: () => ({ status: 200 }),
    stop: () => endServer(botServer),
    asks: async (method, path, body) => ask(method, path, { token: await botToken(core), body }),
    received: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = calls.find(({ activity }) => fits(activity));
          if (!found) return;
          waiting.delete(look);
          resolve(found.activity);
        };
        waiting.add(look);
        look();
      }),
  };
  const botServer = createServer((request, response) => {
    void readJson(request).then(async (activity) => {
      calls.push({ activity, authorization: request.headers.authorization ?? '' });
      for (const look of waiting) look();
      const { status, body } = await bot.answer(activity);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  addresses.bot = await listen(botServer);
  const app = Fastify();
  addEntra(app, core, entra);
  await app.register(channelServices(core));
  addresses.http = await app.listen({ host: '127.0.0.1', port: 0 });

  async function ask(method: string, path: string, { token, body, headers }: AskOptions = {}): Promise<Answer> {
    const isRaw = body instanceof FormData || body instanceof Uint8Array;
    const response = await fetch(path.startsWith('http') ? path : `${addresses.http}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: isRaw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, body: parse(text) };
  }

  return {
    core,
    url: addresses.http,
    bot,
    entra,
    ask,
    moveClock: (milliseconds) => {
      clock.skew += milliseconds;
    },
    stop: async () => {
      await app.close();
      await endServer(botServer);
    },
  };
}

export async function botToken(core: SandboxCore, claims: Json = { appid: botAppId }): Promise<string> {
  return core.entraKey.sign(claims, {
    issuer: `${core.addresses.https}/v2.0`,
    audience: 'https://api.botframework.com',
    expiresInSeconds: 3600,
  });
}

async function aKey(kid: string, now: () => number): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return {
    sign: (claims, { issuer, audience, expiresInSeconds }) => {
      const seconds = Math.floor(now() / 1000);
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + expiresInSeconds)
        .sign(privateKey);
    },
    jwks: () => ({ keys: [jwk] }),
    verify: async (token, { audience, issuer }) => {
      const options = { audience, currentDate: new Date(now()), ...(issuer ? { issuer } : {}) };
      return (await jwtVerify(token, publicKey, options)).payload;
    },
  };
}

function peopleOf(people: readonly Person[]): SandboxCore['people'] {
  const complete = new Set<string>();
  return {
    list: () => people,
    get: (id) => people.find((person) => person.id === id),
    complete: (id) => void complete.add(id),
    revoke: () => undefined,
    isComplete: (id) => complete.has(id),
    reset: () => complete.clear(),
  };
}

function aFaultBook(): SandboxCore['faults'] {
  let faults: Fault[] = [];
  return {
    add: (fault) => void faults.push(fault),
    list: () => faults,
    take: (service, path) => faults.find((each) => each.service === service && path.includes(each.path ?? '')) ?? null,
    clear: () => {
      faults = [];
    },
  };
}

function aRequestLog(): SandboxCore['requests'] {
  let seen: SeenRequest[] = [];
  return {
    record: (request) => void seen.push({ ...request, at: new Date(0).toISOString() }),
    list: () => seen,
    clear: () => {
      seen = [];
    },
  };
}

function addEntra(app: FastifyInstance, core: SandboxCore, entra: ASandbox['entra']): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get('/login/common/oauth2/v2.0/authorize', async ({ query }, reply) => {
    const { redirect_uri, state, code_challenge } = query as Record<string, string>;
    const back = new URL(redirect_uri ?? '');
    back.searchParams.set('state', state ?? '');
    if (entra.answer === 'deny') back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', `code-for-${code_challenge}`);
    return reply.redirect(back.href);
  });
  app.post('/login/common/oauth2/v2.0/token', async ({ body }, reply) => {
    const form = body as Record<string, string>;
    entra.grants.push(form.grant_type ?? '');
    if (entra.answer === 'down') return reply.code(503).send('');
    if (entra.answer === 'deny') return reply.code(400).send({ error: 'invalid_grant' });
    const access_token = await core.entraKey.sign(
      { oid: anna.objectId, preferred_username: anna.userPrincipalName, grant: form.grant_type },
      { issuer: 'entra', audience: signInAppId, expiresInSeconds: entra.expiresInSeconds },
    );
    return { token_type: 'Bearer', access_token, refresh_token: 'a-refresh-token', expires_in: entra.expiresInSeconds };
  });
}

async function readJson(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function parse(text: string): Json {
  return /^[{[]/.test(text) ? JSON.parse(text) : {};
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function endServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
