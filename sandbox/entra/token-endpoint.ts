import { createHash, timingSafeEqual } from 'node:crypto';
import type { SandboxCore } from '../core/core.ts';
import type { People } from '../people/people-registry.ts';
import type { StoryPerson } from '../people/person.ts';
import { stableId } from '../people/stable-id.ts';
import { tenants } from '../people/tenants.ts';
import { proofsIn, readClaims, refuseProofs, type SignInProofs } from './conditional-access.ts';
import type { GrantBook } from './grant-book.ts';
import { audiences, readScope } from './resources.ts';
import { type StsCode, type StsRefusal, stsRefusal } from './sts-refusal.ts';
import { readTenant, type TenantReading, tenantFor } from './tenant-names.ts';
import {
  clientInfo,
  issueAccessToken,
  issueIdToken,
  issuerOf,
  lifeSecondsOf,
  type TokenOrder,
  tokenLifeSeconds,
} from './user-tokens.ts';

export interface Entra {
  readonly core: SandboxCore;
  readonly people: People;
  readonly grants: GrantBook;
}

export interface TokenRequest {
  /** As it stands in the address. */
  readonly tenant: string;
  readonly form: URLSearchParams;
}

export type StsAnswer = { readonly kind: 'granted'; readonly body: Record<string, unknown> } | StsRefusal;

interface Asked {
  readonly form: URLSearchParams;
  readonly tenant: TenantReading;
  readonly clientId: string;
}

interface UserGrant {
  readonly person: StoryPerson;
  readonly tenant: TenantReading;
  readonly scope: string;
  readonly nonce: string | null;
  readonly proofs: SignInProofs;
}

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Answers a request to the token endpoint. */
export async function answerTokenRequest(entra: Entra, { tenant, form }: TokenRequest): Promise<StsAnswer> {
  const reading = readTenant(entra.core, tenant);
  if (reading.kind === 'refused') return reading;
  const refused = refuseClient(entra.core, form);
  if (refused) return refused;
  const asked: Asked = { form, tenant: reading, clientId: form.get('client_id') ?? '' };
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(entra, asked);
    case 'refresh_token':
      return redeemRefreshToken(entra, asked);
    case 'client_credentials':
      return grantToClient(entra, asked);
    case onBehalfOf:
      return exchangeAssertion(entra, asked);
    default:
      return stsRefusal(70003);
  }
}

function refuseClient(core: SandboxCore, form: URLSearchParams): StsRefusal | null {
  const { bot, signIn } = core.registrations;
  const clientId = form.get('client_id');
  if (!clientId) return stsRefusal(900144, 'Missing: client_id.');
  const client = [bot, signIn].find(({ appId }) => appId === clientId);
  if (!client) return stsRefusal(700016);
  const secret = form.get('client_secret');
  if (!secret) return stsRefusal(7000218);
  return sameText(secret, client.secret) ? null : stsRefusal(7000215);
}

async function redeemCode(entra: Entra, { form, tenant, clientId }: Asked): Promise<StsAnswer> {
  const redeemed = entra.grants.redeemCode(form.get('code') ?? '', entra.core.now());
  if (redeemed.kind === 'used') return stsRefusal(54005);
  if (redeemed.kind === 'expired') return stsRefusal(70008);
  if (redeemed.kind === 'unknown' || redeemed.grant.clientId !== clientId) return stsRefusal(70000);
  const { grant } = redeemed;
  if (form.get('redirect_uri') !== grant.redirectUri) return stsRefusal(500112);
  if (!provesChallenge(grant.codeChallenge, form.get('code_verifier'))) return stsRefusal(501481);
  const person = entra.people.get(grant.personId);
  if (!person) return stsRefusal(50020);
  const there: TenantReading = tenant.kind === 'any' ? { kind: 'one', tenantId: grant.tenantId } : tenant;
  const scope = form.get('scope') ?? grant.scope;
  const { nonce, proofs } = grant;
  return grantToUser(entra, { form, clientId }, { person, tenant: there, scope, nonce, proofs });
}

async function redeemRefreshToken(entra: Entra, { form, tenant, clientId }: Asked): Promise<StsAnswer> {
  const grant = entra.grants.findRefreshToken(form.get('refresh_token') ?? '', entra.core.now());
  if (grant?.clientId !== clientId) return stsRefusal(70000);
  const person = entra.people.get(grant.personId);
  if (!person) return stsRefusal(50020);
  const there: TenantReading = tenant.kind === 'any' ? { kind: 'one', tenantId: grant.tenantId } : tenant;
  const scope = form.get('scope') ?? grant.scope;
  const { proofs } = grant;
  if (proofs.at < (entra.people.revokedAt(person) ?? 0)) return stsRefusal(50173);
  return grantToUser(entra, { form, clientId }, { person, tenant: there, scope, nonce: null, proofs });
}

/** A token of nobody: what an application may do by itself. */
async function grantToClient(entra: Entra, asked: Asked): Promise<StsAnswer> {
  const isSignIn = asked.clientId === entra.core.registrations.signIn.appId;
  return isSignIn ? grantToDirectory(entra, asked) : grantToBot(entra, asked);
}

/** What an administrator agreed to, wherever one did. */
const directoryRoles = [
  'User.Read.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'AppCatalog.Read.All',
  'GroupMember.Read.All',
];

/** With which the bot looks people up in a tenant. It always comes; only its roles tell whether it opens anything. */
async function grantToDirectory({ core }: Entra, { form, tenant, clientId }: Asked): Promise<StsAnswer> {
  const scope = readScope(core, form.get('scope') ?? '');
  if (scope.kind === 'refused') return scope;
  const there = tenant.kind === 'one' ? Object.values(tenants).find(({ id }) => id === tenant.tenantId) : undefined;
  if (there === undefined) return stsRefusal(700016);
  if (scope.resource !== 'graph' || !form.get('scope')?.endsWith('/.default')) return stsRefusal(70011);
  const objectId = stableId(`service principal in ${there.id}`);
  const token = await core.entraKey.sign(
    {
      appid: clientId,
      azp: clientId,
      azpacr: '1',
      tid: there.id,
      oid: objectId,
      sub: objectId,
      idtyp: 'app',
      ver: '2.0',
      ...(there.directory === 'open' ? { roles: directoryRoles } : {}),
    },
    { issuer: issuerOf(core, there.id), audience: audiences.graph, expiresInSeconds: tokenLifeSeconds },
  );
  return { kind: 'granted', body: tokenBody(token) };
}

/** The bot's own token, with which it speaks to the connector and the token service. */
async function grantToBot({ core }: Entra, { form, tenant, clientId }: Asked): Promise<StsAnswer> {
  const { bot } = core.registrations;
  const scope = readScope(core, form.get('scope') ?? '');
  if (scope.kind === 'refused') return scope;
  if (clientId !== bot.appId || scope.resource !== 'bot-framework') return stsRefusal(500011);
  if (tenant.kind !== 'one' || tenant.tenantId !== bot.tenantId) return stsRefusal(700016);
  const token = await core.entraKey.sign(
    { appid: bot.appId, azp: bot.appId, azpacr: '1', tid: bot.tenantId, oid: bot.appId, idtyp: 'app', ver: '2.0' },
    { issuer: issuerOf(core, bot.tenantId), audience: audiences['bot-framework'], expiresInSeconds: tokenLifeSeconds },
  );
  return { kind: 'granted', body: tokenBody(token) };
}

async function exchangeAssertion(entra: Entra, { form, tenant, clientId }: Asked): Promise<StsAnswer> {
  if (form.get('requested_token_use') !== 'on_behalf_of') return stsRefusal(900144, 'Missing: requested_token_use.');
  if (clientId !== entra.core.registrations.signIn.appId) return stsRefusal(500131);
  const claims = await readAssertion(entra.core, form.get('assertion') ?? '');
  if (typeof claims === 'number') return stsRefusal(claims);
  const person = findPerson(entra.people, claims);
  if (!person || person.account === 'personal') return stsRefusal(50020);
  const there: TenantReading = tenant.kind === 'any' ? { kind: 'one', tenantId: String(claims.tid) } : tenant;
  const scope = form.get('scope') ?? '';
  const proofs = proofsIn(claims);
  return grantToUser(entra, { form, clientId }, { person, tenant: there, scope, nonce: null, proofs });
}

async function grantToUser(
  entra: Entra,
  { form, clientId }: Pick<Asked, 'form' | 'clientId'>,
  { person, tenant, scope, nonce, proofs }: UserGrant,
): Promise<StsAnswer> {
  const { core, people, grants } = entra;
  const reading = readScope(core, scope);
  if (reading.kind === 'refused') return reading;
  const there = tenantFor(people, person, tenant);
  if (there.kind === 'refused') return there;
  if (there.kind === 'any' || reading.resource === 'bot-framework') return stsRefusal(500011);
  if (isWithoutConsent(person, reading.resource)) return stsRefusal(65001);
  const claims = readClaims(form.get('claims'));
  if (claims.kind === 'refused') return claims;
  const { tenantId } = there;
  const unproven = refuseProofs({ tenantId, resource: reading.resource }, proofs, claims);
  if (unproven !== null) return unproven;
  const { resource, granted, wants } = reading;
  const { declaresCp1 } = claims;
  const order: TokenOrder = { person, tenantId, resource, scopes: granted, clientId, proofs, declaresCp1 };
  const refreshGrant = { clientId, personId: person.id, tenantId, scope, proofs };
  return {
    kind: 'granted',
    body: {
      ...tokenBody(await issueAccessToken(core, people, order), lifeSecondsOf(order)),
      scope: granted,
      ...(wants.refreshToken ? { refresh_token: grants.issueRefreshToken(refreshGrant, core.now()) } : {}),
      ...(wants.idToken ? { id_token: await issueIdToken(core, people, { ...order, nonce }) } : {}),
      ...(form.get('client_info') === '1' ? { client_info: clientInfo(people, order) } : {}),
    },
  };
}

function isWithoutConsent(person: StoryPerson, resource: string): boolean {
  return person.withoutConsent.some((refused) => refused === resource);
}

function findPerson(people: People, claims: Record<string, unknown>): StoryPerson | undefined {
  const [tenantId, objectId] = [String(claims.tid), String(claims.oid)];
  const personal = people.list().find((one) => one.account === 'personal' && one.objectId === objectId);
  return people.findByObjectId(tenantId, objectId) ?? personal;
}

async function readAssertion(core: SandboxCore, assertion: string): Promise<Record<string, unknown> | StsCode> {
  try {
    return await core.entraKey.verify(assertion, { audience: core.registrations.signIn.appId });
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    if (fault.code === 'ERR_JWT_EXPIRED') return 500133;
    return fault.code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' ? 500131 : 50013;
  }
}

function provesChallenge(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null) return true;
  return verifier !== null && sameText(createHash('sha256').update(verifier).digest('base64url'), challenge);
}

function tokenBody(accessToken: string, lifeSeconds = tokenLifeSeconds): Record<string, unknown> {
  return {
    token_type: 'Bearer',
    expires_in: lifeSeconds,
    ext_expires_in: lifeSeconds,
    access_token: accessToken,
  };
}

function sameText(given: string, kept: string): boolean {
  const [a, b] = [given, kept].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
