import { createHash } from 'node:crypto';
import type { SandboxCore } from '../core/core.ts';
import type { People } from '../people/people-registry.ts';
import type { StoryPerson } from '../people/person.ts';
import { proofClaims, type SignInProofs } from './conditional-access.ts';
import { audienceOf, type ResourceName } from './resources.ts';

export const tokenLifeSeconds = 3600;
/** Entra makes such tokens last up to 28 hours, because what is revoked is told by a challenge. */
const challengedTokenLifeSeconds = 24 * 3600;

export interface TokenOrder {
  readonly person: StoryPerson;
  readonly tenantId: string;
  readonly resource: ResourceName;
  readonly scopes: string;
  readonly clientId: string;
  readonly proofs: SignInProofs;
  /** The client understands claims challenges. */
  readonly declaresCp1: boolean;
}

/** The tenant's own issuer, as it stands in every token. */
export function issuerOf(core: SandboxCore, tenantId: string): string {
  return `${core.addresses.https}/${tenantId}/v2.0`;
}

export function lifeSecondsOf(order: TokenOrder): number {
  return isChallenged(order) ? challengedTokenLifeSeconds : tokenLifeSeconds;
}

/** The sandbox's Graph and Azure ask for it; the bot's own API does not. */
function isChallenged({ declaresCp1, resource }: TokenOrder): boolean {
  return declaresCp1 && resource !== 'sign-in';
}

/** An access token of Entra for one person, one tenant and one resource. */
export function issueAccessToken(core: SandboxCore, people: People, order: TokenOrder): Promise<string> {
  const audience = audienceOf(core, order.resource);
  const claims = {
    ...identityClaims(core, people, order),
    sub: pairwiseSubject(order.person.id, audience),
    azp: order.clientId,
    azpacr: '1',
    scp: order.scopes,
    ...(isChallenged(order) ? { xms_cc: ['cp1'] } : {}),
  };
  return core.entraKey.sign(claims, {
    issuer: issuerOf(core, order.tenantId),
    audience,
    expiresInSeconds: lifeSecondsOf(order),
  });
}

/** An id token: who signed in, for the client itself. */
export function issueIdToken(
  core: SandboxCore,
  people: People,
  { nonce, ...order }: TokenOrder & { readonly nonce: string | null },
): Promise<string> {
  const claims = {
    ...identityClaims(core, people, { ...order, resource: 'sign-in' }),
    sub: pairwiseSubject(order.person.id, order.clientId),
    ...(nonce === null ? {} : { nonce }),
  };
  return core.entraKey.sign(claims, {
    issuer: issuerOf(core, order.tenantId),
    audience: order.clientId,
    expiresInSeconds: tokenLifeSeconds,
  });
}

/** What MSAL keys its accounts by. */
export function clientInfo(people: People, { person, tenantId }: TokenOrder): string {
  const info = { uid: objectIdOf(people, person, tenantId), utid: tenantId };
  return Buffer.from(JSON.stringify(info)).toString('base64url');
}

function identityClaims(core: SandboxCore, people: People, order: TokenOrder): Record<string, unknown> {
  const { person, tenantId } = order;
  return {
    oid: objectIdOf(people, person, tenantId),
    tid: tenantId,
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    ver: '2.0',
    ...proofClaims(order.proofs),
    uti: crypto.randomUUID().replaceAll('-', '').slice(0, 22),
    ...originClaims(people, person, tenantId),
    ...optionalClaims(core, people, order),
    ...roleClaims(order),
  };
}

/** Only tokens for the application itself name its roles; who has none carries no claim. */
function roleClaims({ person, resource, tenantId }: TokenOrder): Record<string, unknown> {
  const isOwn = resource === 'sign-in' && tenantId === person.homeTenantId && person.appRoles.length > 0;
  return isOwn ? { roles: person.appRoles } : {};
}

/** Who comes from elsewhere carries the issuer of their own tenant, whatever they are here. */
function originClaims(people: People, person: StoryPerson, tenantId: string): Record<string, unknown> {
  if (person.account === 'personal') return { idp: 'live.com' };
  const seat = people.seatIn(person, tenantId);
  if (seat === undefined || tenantId === person.homeTenantId) return {};
  return { idp: `https://sts.windows.net/${person.homeTenantId}/` };
}

/** Entra adds them to tokens for an application whose registration asks for them, and to no others. */
function optionalClaims(core: SandboxCore, people: People, order: TokenOrder): Record<string, unknown> {
  const isOwn = order.resource === 'sign-in' && core.registrations.signIn.optionalClaims.includes('acct');
  const userType = people.seatIn(order.person, order.tenantId)?.userType;
  if (!isOwn || userType === undefined || userType === 'Partner') return {};
  return { acct: userType === 'Guest' ? 1 : 0 };
}

function objectIdOf(people: People, person: StoryPerson, tenantId: string): string {
  return people.seatIn(person, tenantId)?.objectId ?? person.objectId;
}

function pairwiseSubject(personId: string, audience: string): string {
  return createHash('sha256').update(`${personId} ${audience}`).digest('base64url');
}
