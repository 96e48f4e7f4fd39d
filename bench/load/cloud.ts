import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { localCertificates } from '../../sandbox/core/certificates.ts';
import { clientInfo, issueAccessToken, issueIdToken, type TokenOrder } from '../../sandbox/entra/user-tokens.ts';
import type { People } from '../../sandbox/people/people-registry.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { makeBlobStore } from './blob-store.ts';
import type { Reply } from './reply.ts';

/** Who is asked. `login` is Entra's token endpoint, `documents` its public descriptions of tenants; `openid` is the channel's own key document, `store` a blob store for the parts that want a remote one. */
export type CloudService =
  | 'openid'
  | 'jwks'
  | 'login'
  | 'documents'
  | 'graph'
  | 'arm'
  | 'connector'
  | 'token-service'
  | 'store';

/** Told of everything that a bot says: the conversation and the body as it came. */
export type HearsReply = (conversationId: string, body: string) => void;

/**
 * The channel, the token service, Entra, Graph and Azure for thousands of people, in one process that costs little.
 * Graph and Azure play back what the sandbox answered the first time, so that the answers are the sandbox's own and the
 * sandbox's speed does not count. Each conversation has a sign-in of its own: nobody's tokens are shared.
 */
export interface BenchCloud {
  readonly caPem: string;
  readonly serviceUrl: string;
  /** What a bot needs to run here. Without port, file and log level. */
  readonly environment: Readonly<Record<string, string>>;
  /** The header that the channel sends with each activity. */
  readonly authorization: string;
  /** Milliseconds that each service takes before it answers. */
  readonly delays: Record<CloudService, number>;
  /** Requests that each service got. */
  readonly counts: Record<CloudService, number>;
  /** How many subscriptions everybody has, at least those of the story. */
  subscriptions: number;
  hears: HearsReply;
  /** From now on this person's Graph and Azure are those after the sign-up. */
  completes(userId: string): void;
  stop(): Promise<void>;
}

const story = 'global-admin-m365';
const none = {
  openid: 0,
  jwks: 0,
  login: 0,
  documents: 0,
  graph: 0,
  arm: 0,
  connector: 0,
  'token-service': 0,
  store: 0,
};

export async function startCloud(): Promise<BenchCloud> {
  const before = await startSandbox({ httpPort: 0, httpsPort: 0 });
  const after = await startSandbox({ httpPort: 0, httpsPort: 0 });
  after.core.people.complete(story);
  const certificates = await localCertificates();
  const handle = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  const plain = createServer(handle);
  const secure = createTlsServer({ key: certificates.keyPem, cert: certificates.certificatePem }, handle);
  for (const server of [plain, secure]) {
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  const http = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  const port = (secure.address() as AddressInfo).port;
  const serviceUrl = `${http}/connector/`;
  const { bot, signIn } = before.core.registrations;
  const channelToken = await before.core.channelKey.sign(
    { serviceurl: serviceUrl },
    { issuer: 'https://api.botframework.com', audience: bot.appId, expiresInSeconds: 36_000 },
  );
  const blobs = makeBlobStore();
  const signIns = await makeSignIns(before);
  const cloudPlays = { before: playback(before, port), after: playback(after, port) };
  const completed = new Set<string>();
  const signedIn = new Set<string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { service, reply } = route(request, body);
    cloud.counts[service] += 1;
    if (cloud.delays[service] > 0) await new Promise((resolve) => setTimeout(resolve, cloud.delays[service]));
    const { status, headers = { 'content-type': 'application/json' }, text } = await reply();
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
    response.end(text);
  }

  function route(
    request: IncomingMessage,
    body: string,
  ): { service: CloudService; reply: () => Reply | Promise<Reply> } {
    const url = request.url ?? '/';
    if (url.startsWith('/connector/')) return { service: 'connector', reply: () => takeActivity(url, body) };
    if (url.startsWith('/api/')) return { service: 'token-service', reply: () => answerToken(url) };
    if (url.startsWith('/blobs/')) return { service: 'store', reply: () => blobs(request, url, body) };
    if (url === '/openid') return { service: 'openid', reply: () => json({ jwks_uri: `${http}/jwks` }) };
    if (url === '/jwks') return { service: 'jwks', reply: () => json(before.core.channelKey.jwks()) };
    if (url.includes('/oauth2/')) return { service: 'login', reply: () => answerLogin(url, body) };
    if (url.includes('/.well-known/'))
      return { service: 'documents', reply: () => cloudPlays.before(request, body, null) };
    const userId = (request.headers.authorization ?? '').split('.')[1] ?? '';
    const plays = completed.has(userId) ? cloudPlays.after : cloudPlays.before;
    const service = url.startsWith('/v1.0/') ? 'graph' : 'arm';
    const token = service === 'graph' ? signIns.graphToken : signIns.armToken;
    return { service, reply: () => plays(request, body, token, cloud.subscriptions) };
  }

  function takeActivity(url: string, body: string): Reply {
    cloud.hears(decodeURIComponent(url.split('/')[4] ?? ''), body);
    return json({ id: `m${cloud.counts.connector}` });
  }

  function answerToken(url: string): Reply {
    const query = new URL(url, http).searchParams;
    const userId = query.get('userId') ?? '';
    if (url.startsWith('/api/usertoken/SignOut')) return json(null);
    if (url.startsWith('/api/botsignin/'))
      return json({ signInLink: `${http}/sign-in`, tokenExchangeResource: { id: 'x', uri: signIn.scope } });
    if (query.has('code')) signedIn.add(userId);
    if (!signedIn.has(userId)) return { status: 404, text: '' };
    return json({
      channelId: 'directline',
      connectionName: signIn.connectionName,
      token: signIns.tokenOf(userId),
      expiration: new Date(Date.now() + 3_600_000).toISOString(),
    });
  }

  function answerLogin(url: string, body: string): Reply | Promise<Reply> {
    const form = new URLSearchParams(body);
    const assertion = form.get('assertion');
    if (assertion === null) return forward(`${before.core.addresses.https}${url}`, body);
    const isGraph = (form.get('scope') ?? '').includes('//localhost');
    return json({
      ...signIns.answer,
      access_token: `${isGraph ? 'graph' : 'arm'}.${signIns.userOf(assertion)}.${padding}`,
    });
  }

  const cloud: BenchCloud = {
    caPem: certificates.caPem,
    serviceUrl,
    authorization: `Bearer ${channelToken}`,
    environment: {
      ...before.environment,
      CONNECTOR_HOSTS: new URL(http).host,
      BOT_OPENID_URL: `${http}/openid`,
      LOGIN_URL: `https://localhost:${port}`,
      GRAPH_URL: `https://localhost:${port}`,
      ARM_URL: `https://127.0.0.1:${port}`,
      TOKEN_SERVICE_URL: http,
    },
    delays: { ...none },
    counts: { ...none },
    subscriptions: 1,
    hears: () => undefined,
    completes: (userId) => void completed.add(userId),
    async stop() {
      for (const server of [plain, secure]) {
        server.closeAllConnections();
        server.close();
      }
      await Promise.all([before.stop(), after.stop()]);
    },
  };
  return cloud;
}

/** As long as a token of Entra is. */
const padding = 'x'.repeat(1_400);

interface SignIns {
  readonly graphToken: string;
  readonly armToken: string;
  /** What the token endpoint answers, without the access token. */
  readonly answer: Record<string, unknown>;
  tokenOf(userId: string): string;
  userOf(token: string): string;
}

/** One sign-in, signed once, which names each user in its own id. The bot reads it and lets Entra judge it. */
async function makeSignIns({ core }: RunningSandbox): Promise<SignIns> {
  const people = core.people as People;
  const person = people.get(story);
  if (person === undefined) throw new Error('the sandbox has no such person');
  const proofs = { secondFactor: false, compliantDevice: false, at: core.now() };
  const { appId: clientId } = core.registrations.signIn;
  const order = { person, tenantId: person.homeTenantId, clientId, proofs, declaresCp1: true };
  const orderFor = (resource: TokenOrder['resource'], scopes: string): TokenOrder => ({ ...order, resource, scopes });
  const signInOrder = orderFor('sign-in', 'access_as_user');
  const [header = '', payload = '', signature = ''] = (await issueAccessToken(core, people, signInOrder)).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return {
    graphToken: await issueAccessToken(core, people, orderFor('graph', 'User.Read')),
    armToken: await issueAccessToken(core, people, orderFor('arm', 'user_impersonation')),
    answer: {
      token_type: 'Bearer',
      expires_in: 3_600,
      ext_expires_in: 3_600,
      scope: 'User.Read',
      client_info: clientInfo(people, signInOrder),
      id_token: await issueIdToken(core, people, { ...signInOrder, nonce: null }),
    },
    tokenOf: (userId) => `${header}.${encode({ ...claims, uti: userId })}.${signature}`,
    userOf: (token) =>
      (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { uti: string }).uti,
  };
}

type Playback = (
  request: IncomingMessage,
  body: string,
  token: string | null,
  subscriptions?: number,
) => Reply | Promise<Reply>;

/** Asks the sandbox once for each question and says the same again. */
function playback(sandbox: RunningSandbox, port: number): Playback {
  const { https } = sandbox.core.addresses;
  const told = new Map<string, Reply>();
  return (request, body, token, subscriptions = 1) => {
    const url = request.url ?? '';
    const key = `${subscriptions} ${url} ${body}`;
    const known = told.get(key);
    if (known !== undefined) return known;
    return forward(`${https}${url}`, body, token).then(({ text, ...rest }) => {
      const here = text.replaceAll(https, `https://localhost:${port}`);
      const reply = { ...rest, text: url.startsWith('/subscriptions?') ? withMore(here, subscriptions) : here };
      if (reply.status < 500) told.set(key, reply);
      return reply;
    });
  };
}

/** The same subscription over again, each with an id of its own. */
function withMore(text: string, count: number): string {
  const list = JSON.parse(text) as { value: Record<string, unknown>[] };
  const [first] = list.value;
  if (first === undefined || list.value.length >= count) return text;
  const id = String(first.subscriptionId);
  const others = Array.from({ length: count - list.value.length }, (_, index) => {
    const other = `${id.slice(0, -6)}${String(index).padStart(6, '0')}`;
    return JSON.parse(JSON.stringify(first).replaceAll(id, other)) as Record<string, unknown>;
  });
  return JSON.stringify({ ...list, value: [...list.value, ...others] });
}

async function forward(url: string, body: string, token: string | null = null): Promise<Reply> {
  const isForm = url.includes('/oauth2/');
  const response = await fetch(url, {
    ...(body === '' ? {} : { method: 'POST', body }),
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const type = response.headers.get('content-type') ?? 'application/json';
  return { status: response.status, headers: { 'content-type': type }, text: await response.text() };
}

function json(value: unknown): Reply {
  return { status: 200, text: JSON.stringify(value) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
