import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxCore } from '../core/core.ts';
import { watchRequests } from '../core/watch-requests.ts';
import type { People } from '../people/people-registry.ts';
import { answerAuthorize } from './authorize.ts';
import type { GrantBook } from './grant-book.ts';
import { chooseLanguage, renderProofPage, renderRefusalPage, renderSignInPage } from './sign-in-page.ts';
import { stsErrorBody } from './sts-refusal.ts';
import { readTenant } from './tenant-names.ts';
import { answerTokenRequest, type Entra } from './token-endpoint.ts';

export interface EntraPlaces {
  /** Shared by the plain and the TLS side: a code that a browser got on one is redeemed on the other. */
  readonly grants: GrantBook;
}

interface ByTenant {
  readonly tenant: string;
}

/** Microsoft Entra: sign-in page, token endpoint, OpenID document and keys. */
export function entraService(core: SandboxCore, people: People, { grants }: EntraPlaces): FastifyPluginAsync {
  const entra: Entra = { core, people, grants };
  return async (app) => {
    watchRequests(app, core, 'login', { query: 'hidden' });
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    addDocuments(app, core);
    app.get<{ Params: ByTenant }>('/:tenant/oauth2/v2.0/authorize', async (request, reply) =>
      showAuthorize(entra, request, reply),
    );
    app.post<{ Params: ByTenant }>('/:tenant/oauth2/v2.0/token', async ({ params, body, headers }, reply) => {
      const form = body instanceof URLSearchParams ? body : new URLSearchParams();
      const answer = await answerTokenRequest(entra, { tenant: params.tenant, form });
      reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
      if (answer.kind === 'granted') return answer.body;
      const asked = headers['client-request-id'];
      const correlationId = typeof asked === 'string' ? asked : undefined;
      return reply.code(answer.status).send(stsErrorBody(answer, core.now(), correlationId));
    });
  };
}

function addDocuments(app: FastifyInstance, core: SandboxCore): void {
  app.get<{ Params: ByTenant }>('/:tenant/v2.0/.well-known/openid-configuration', async ({ params }, reply) => {
    const reading = readTenant(core, params.tenant);
    if (reading.kind === 'refused') return reply.code(400).send(stsErrorBody(reading, core.now()));
    return openIdDocument(core, params.tenant, reading.kind === 'one' ? reading.tenantId : '{tenantid}');
  });
  app.get('/:tenant/discovery/v2.0/keys', async () => core.entraKey.jwks());
  app.get('/common/discovery/instance', async () => ({
    tenant_discovery_endpoint: `${core.addresses.https}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [],
  }));
}

function openIdDocument({ addresses: { http, https } }: SandboxCore, tenant: string, tenantId: string) {
  return {
    issuer: `${https}/${tenantId}/v2.0`,
    // The tenant comes first, as at Entra: the library puts its own tenant in that place.
    authorization_endpoint: `${http}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${https}/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${https}/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nbf', 'name', 'oid', 'tid', 'preferred_username', 'ver'],
  };
}

async function showAuthorize(
  entra: Entra,
  request: FastifyRequest<{ Params: ByTenant }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = new URL(request.url, entra.core.addresses.http).searchParams;
  const answer = answerAuthorize(entra, { tenant: request.params.tenant, query });
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  if (answer.kind === 'redirect') return reply.redirect(answer.url, 302);
  const nonce = randomBytes(16).toString('base64');
  const language = chooseLanguage(query.get('ui_locales'), request.headers['accept-language']);
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'`)
    .header('x-content-type-options', 'nosniff');
  if (answer.kind === 'choose') {
    return reply.send(renderSignInPage({ language, people: entra.people.list(), query: answer.query, nonce }));
  }
  if (answer.kind === 'prove') {
    return reply.send(renderProofPage({ language, demands: answer.demands, query: answer.query, nonce }));
  }
  const { status, code, message } = answer.refusal;
  return reply.code(status).send(renderRefusalPage({ language, nonce }, `AADSTS${code}: ${message}`));
}
