import { createHash, randomBytes } from 'node:crypto';
import type { RunningSandbox } from '../../sandbox/start-sandbox.ts';

export type Json = Record<string, unknown>;

export interface TokenResponse {
  readonly status: number;
  readonly body: Json;
}

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** What a client sends to the authorize endpoint, with what it keeps for later. */
export function authorizeRequest(sandbox: RunningSandbox, changes: Record<string, string | null> = {}) {
  const { addresses, registrations } = sandbox.core;
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${addresses.http}/token-service/callback`;
  const query: Record<string, string | null> = {
    client_id: registrations.signIn.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: `openid profile offline_access ${registrations.signIn.scope}`,
    state: 'state-of-the-client',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL(`${addresses.http}/login/common/oauth2/v2.0/authorize`);
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, value);
  return { url, verifier, redirectUri };
}

/** Signs in as a person without a click, shows whatever their organisation wants to see, and gives the code that the browser brings back. */
export async function codeFor(sandbox: RunningSandbox, person: string, changes: Record<string, string | null> = {}) {
  const asked = authorizeRequest(sandbox, { person, proof: 'given', ...changes });
  const response = await fetch(asked.url, { redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? 'missing:');
  return { ...asked, code: back.searchParams.get('code') ?? '', back };
}

export async function askToken(sandbox: RunningSandbox, form: Record<string, string>, tenant = 'common') {
  const response = await fetch(`${sandbox.core.addresses.https}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Json } satisfies TokenResponse;
}

export function signInClient({ core }: RunningSandbox) {
  const { appId, secret } = core.registrations.signIn;
  return { client_id: appId, client_secret: secret };
}

/** The token for the bot's own API, as the token service gets it. */
export async function signIn(
  sandbox: RunningSandbox,
  person: string,
  changes: Record<string, string | null> = {},
): Promise<Json> {
  const { code, verifier, redirectUri } = await codeFor(sandbox, person, changes);
  const answer = await askToken(sandbox, {
    ...signInClient(sandbox),
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  if (answer.status !== 200) throw new Error(`signing in failed: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function exchange(
  sandbox: RunningSandbox,
  {
    assertion,
    scope,
    tenant,
    claims,
  }: { readonly assertion: string; readonly scope: string; readonly tenant?: string; readonly claims?: string },
): Promise<TokenResponse> {
  const asked = claims === undefined ? {} : { claims };
  const form = { grant_type: onBehalfOf, requested_token_use: 'on_behalf_of', assertion, scope, ...asked };
  return askToken(sandbox, { ...signInClient(sandbox), ...form }, tenant ?? String(claimsOf(assertion).tid));
}

/** A token for Graph or Azure, on behalf of a person. */
export async function tokenFor(sandbox: RunningSandbox, person: string, resource: 'graph' | 'arm'): Promise<string> {
  const { access_token: assertion } = await signIn(sandbox, person);
  const { GRAPH_URL, ARM_URL } = sandbox.environment;
  const scope = `${resource === 'graph' ? GRAPH_URL : ARM_URL}/.default`;
  const answer = await exchange(sandbox, { assertion: String(assertion), scope });
  if (answer.status !== 200) throw new Error(`no token for ${resource}: ${JSON.stringify(answer.body)}`);
  return String(answer.body.access_token);
}

export function claimsOf(token: unknown): Json {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export async function get(url: string, token?: string): Promise<Answer> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

export function askGraph(sandbox: RunningSandbox, token: string, path: string): Promise<Answer> {
  return get(`${sandbox.environment.GRAPH_URL}/v1.0${path}`, token);
}

export async function askBatch(sandbox: RunningSandbox, token: string, requests: readonly Json[]): Promise<Answer> {
  const response = await fetch(`${sandbox.environment.GRAPH_URL}/v1.0/$batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

export function askArm(sandbox: RunningSandbox, token: string, path: string): Promise<Answer> {
  const separator = path.includes('?') ? '&' : '?';
  return get(`${sandbox.environment.ARM_URL}${path}${separator}api-version=2022-12-01`, token);
}

export function itemsOf({ body }: Answer): readonly Json[] {
  return body.value as readonly Json[];
}

export function errorOf({ body }: Pick<Answer, 'body'>): Json {
  return (body.error ?? {}) as Json;
}
