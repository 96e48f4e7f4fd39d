import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';
import { localCertificates } from '../../sandbox/core/certificates.ts';
import type { FactsSettings } from '../../src/adapters/facts/read-facts.ts';
import type { UserToken } from '../../src/ports/facts-source.ts';

export interface StandInAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly text?: string;
}
export interface StandInRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
/** What a path answers: an answer, a function of the request, or silence. */
export type StandInRoute = StandInAnswer | ((request: StandInRequest) => StandInAnswer | 'silence') | 'silence';

export interface StandIn {
  readonly origin: string;
  readonly port: number;
  /** Every request so far, in order. */
  readonly requests: StandInRequest[];
  /** The longest matching beginning of the path wins. */
  route(path: string, route: StandInRoute): void;
  /** What Graph answers to one question of a batch; matched in the same way. */
  inner(path: string, answer: StandInAnswer): void;
  stop(): Promise<void>;
}

export const signInAppId = '5f0c9e0a-0f3e-4a65-9a6e-3c8f1f0b7a11';
export const tenantId = '7c2b8d1e-5a4f-4e1b-8a55-0d6a2f3b9c21';
export const personId = '3d9e7f60-1b2c-4d3e-9f40-5a6b7c8d9e31';

/** A small Login, Graph and Azure on one origin, for answers that the sandbox does not give. */
export async function startStandIn(): Promise<StandIn> {
  const certificates = await localCertificates();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificates.caPem]);
  const routes = new Map<string, StandInRoute>();
  const inners = new Map<string, StandInAnswer>();
  const requests: StandInRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ key: certificates.keyPem, cert: certificates.certificatePem }, (message, response) => {
    void readText(message).then((body) => {
      const request = { method: message.method ?? '', url: message.url ?? '', headers: message.headers, body };
      requests.push(request);
      const route = longest(routes, request.url) ?? { status: 404, body: { error: { code: 'NotFound' } } };
      const answer = typeof route === 'function' ? route(request) : route;
      if (answer !== 'silence') write(response, answer);
    });
  });
  // The plain connection, so that one that is still shaking hands is ended too.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `https://127.0.0.1:${port}`;
  routes.set('/', { status: 404, body: { error: { code: 'NotFound', message: 'no route' } } });
  routes.set(`/${tenantId}/v2.0/.well-known/openid-configuration`, { body: openIdDocument(origin) });
  routes.set(`/${tenantId}/oauth2/v2.0/token`, { body: tokenAnswer() });
  routes.set('/v1.0/$batch', (request) => ({ body: answerBatch(request.body, inners) }));
  routes.set('/subscriptions', { body: { value: [] } });
  routes.set('/tenants', { body: { value: [] } });
  return {
    origin,
    port,
    requests,
    route: (path, route) => routes.set(path, route),
    inner: (path, answer) => inners.set(path, answer),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export function settingsFor(standIn: { readonly origin: string }): FactsSettings {
  return {
    LOGIN_URL: standIn.origin,
    GRAPH_URL: standIn.origin,
    ARM_URL: standIn.origin,
    SIGN_IN_APP_ID: signInAppId,
    SIGN_IN_APP_SECRET: 'not-a-real-secret',
    ALLOWED_TENANTS: [],
  };
}

/** A sign-in as the token service hands it over. Nobody checks its signature but Entra. */
export function aUserToken(claims: Readonly<Record<string, unknown>> = {}): UserToken {
  const payload = { aud: signInAppId, tid: tenantId, oid: personId, exp: 4_000_000_000, ver: '2.0', ...claims };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.c2lnbmF0dXJl` as UserToken;
}

export function tokenAnswer(expiresInSeconds = 3600): Record<string, unknown> {
  return {
    token_type: 'Bearer',
    scope: 'user_impersonation',
    expires_in: expiresInSeconds,
    ext_expires_in: expiresInSeconds,
    access_token: 'traded-token',
  };
}

/** What Entra says when it gives no token. */
export function refusal(error: string, code: number): StandInAnswer {
  return { status: 400, body: { error, error_description: `AADSTS${code}: …`, error_codes: [code] } };
}

function openIdDocument(origin: string): object {
  return {
    token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
    authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${origin}/${tenantId}/oauth2/v2.0/logout`,
    jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
    issuer: `${origin}/${tenantId}/v2.0`,
  };
}

function answerBatch(body: string, inners: ReadonlyMap<string, StandInAnswer>): object {
  const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
  const responses = requests.map(({ id, url }) => {
    const { status = 200, headers = {}, body: inner = emptyList(url) } = longest(inners, url) ?? {};
    return { id, status, headers, body: inner };
  });
  // Graph answers in any order.
  return { responses: responses.reverse() };
}

function emptyList(url: string): object {
  return url.startsWith('/me?') ? { displayName: null } : { value: [] };
}

function longest<T>(routes: ReadonlyMap<string, T>, url: string): T | undefined {
  const [path] = [...routes.keys()].filter((start) => url.startsWith(start)).sort((a, b) => b.length - a.length);
  return path === undefined ? undefined : routes.get(path);
}

function write(response: ServerResponse, { status = 200, headers = {}, body, text }: StandInAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text ?? JSON.stringify(body ?? {}));
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
