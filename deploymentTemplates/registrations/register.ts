import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { countOf } from '../../src/domain/count-of.ts';
import type { GraphCalls } from './graph-calls.ts';
import { permissionsOf } from './permissions.ts';
import {
  type BotIdentity,
  botRegistrationName,
  type Deployment,
  type FederatedCredential,
  managedIdentityCredential,
  signInRegistration,
  signInRegistrationName,
  tokenServiceCredential,
} from './wanted.ts';

export interface RegisterOptions {
  readonly calls: GraphCalls;
  readonly deployment: Omit<Deployment, 'botAppId'>;
  readonly botIdentity: BotIdentity;
  /** Whether to grant admin consent for everyone in the tenant. */
  readonly agreesForEverybody: boolean;
}

/** The ids for the template's parameters. In a dry run, null for what does not exist yet. */
export interface Registered {
  readonly botAppId: string | null;
  readonly signInAppId: string | null;
}

const application = z.looseObject({
  id: z.string(),
  appId: z.string(),
  identifierUris: z.array(z.string()).default([]),
  signInAudience: z.string().nullish(),
  web: z.object({ redirectUris: z.array(z.string()).default([]) }).nullish(),
  api: z
    .object({
      requestedAccessTokenVersion: z.number().nullish(),
      oauth2PermissionScopes: z.array(z.looseObject({ id: z.string(), value: z.string().nullish() })).default([]),
      preAuthorizedApplications: z
        .array(z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }))
        .default([]),
    })
    .nullish(),
  appRoles: z.array(z.looseObject({ id: z.string(), value: z.string().nullish() })).default([]),
  optionalClaims: z.looseObject({ accessToken: z.array(z.looseObject({ name: z.string() })).nullish() }).nullish(),
  requiredResourceAccess: z
    .array(
      z.object({ resourceAppId: z.string(), resourceAccess: z.array(z.object({ id: z.string(), type: z.string() })) }),
    )
    .default([]),
});
type Application = z.infer<typeof application>;

const applications = z.object({ value: z.array(application) });
const withId = z.object({ value: z.array(z.looseObject({ id: z.string() })) });
const credentials = z.object({
  value: z.array(z.looseObject({ id: z.string(), name: z.string(), issuer: z.string(), subject: z.string() })),
});
const grants = z.object({
  value: z.array(
    z.looseObject({ id: z.string(), consentType: z.string(), resourceId: z.string(), scope: z.string().nullish() }),
  ),
});

/** Placeholder in a dry run for an id that Entra assigns. */
const notYet = '<id that Entra gives>';

/**
 * Creates or corrects the registrations, changing only what differs. A second run changes nothing.
 * Rejects if more than one registration has the name, because we cannot know which one is meant.
 */
export async function register(options: RegisterOptions): Promise<Registered> {
  const botAppId = await registerBot(options);
  const signInAppId = await registerSignIn(options, { ...options.deployment, botAppId: botAppId ?? notYet });
  return { botAppId, signInAppId };
}

/** A managed identity needs no app registration; any other bot identity does. */
async function registerBot({ calls, deployment, botIdentity }: RegisterOptions): Promise<string | null> {
  if (botIdentity === 'managed-identity') return deployment.identity.clientId;
  const name = botRegistrationName(deployment);
  const found =
    (await find(calls, name)) ??
    (await make(calls, { displayName: name, signInAudience: 'AzureADMyOrg' }, 'The registration of the bot itself.'));
  await makeServicePrincipal(calls, found);
  await keepCredential(calls, found, managedIdentityCredential({ ...deployment, botAppId: notYet }));
  return found?.appId ?? null;
}

async function registerSignIn(options: RegisterOptions, deployment: Deployment): Promise<string | null> {
  const { calls } = options;
  const name = signInRegistrationName(deployment);
  const wanted = signInRegistration(deployment);
  const found =
    (await find(calls, name)) ??
    (await make(
      calls,
      {
        displayName: name,
        signInAudience: wanted.signInAudience,
        api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [wanted.scope] },
        appRoles: [wanted.operatorRole],
        web: wanted.web,
        requiredResourceAccess: wanted.requiredResourceAccess,
        optionalClaims: wanted.optionalClaims,
      },
      'The registration that people sign in to.',
    ));
  await correct(calls, found, deployment);
  const principalId = await makeServicePrincipal(calls, found);
  await keepCredential(calls, found, tokenServiceCredential(deployment));
  await keepCredential(calls, found, managedIdentityCredential(deployment));
  if (options.agreesForEverybody) await agree(calls, principalId, deployment);
  return found?.appId ?? null;
}

async function find(calls: GraphCalls, displayName: string): Promise<Application | null> {
  const filter = encodeURIComponent(`displayName eq '${displayName}'`);
  const { value } = applications.parse(await calls.get(`/applications?$filter=${filter}`));
  if (value.length > 1)
    throw new Error(
      `${countOf(value.length, 'registration is', 'registrations are')} called "${displayName}"; rename or delete the others`,
    );
  return value[0] ?? null;
}

async function make(calls: GraphCalls, body: Record<string, unknown>, why: string): Promise<Application | null> {
  const made = await calls.change('POST', '/applications', body, why);
  return made === null ? null : application.parse(made);
}

/** Corrects an application. Redirect URIs, clients and roles that someone added stay; permissions are exactly those of the tier. */
async function correct(calls: GraphCalls, found: Application | null, deployment: Deployment): Promise<void> {
  const wanted = signInRegistration(deployment);
  const scopes = found?.api?.oauth2PermissionScopes ?? [];
  const scope = scopes.find(({ value }) => value === 'access_as_user') ?? wanted.scope;
  const clients = wanted.preAuthorizedApplications.map(({ appId }) => ({ appId, delegatedPermissionIds: [scope.id] }));
  const roles = found?.appRoles ?? [];
  const hasRole = roles.some(({ value }) => value === wanted.operatorRole.value);
  const base = {
    appRoles: hasRole ? roles : [...roles, wanted.operatorRole],
    identifierUris: union(found?.identifierUris ?? [], wanted.identifierUris),
    web: { redirectUris: union(found?.web?.redirectUris ?? [], wanted.web.redirectUris) },
    requiredResourceAccess: wanted.requiredResourceAccess,
    optionalClaims: withClaims(found, wanted.optionalClaims.accessToken),
  };
  const api = {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: scopes.includes(scope as (typeof scopes)[number]) ? scopes : [...scopes, scope],
    preAuthorizedApplications: [
      ...(found?.api?.preAuthorizedApplications ?? []).filter(
        ({ appId }) => !clients.some((one) => one.appId === appId),
      ),
      ...clients,
    ],
  };
  const now = {
    appRoles: found?.appRoles,
    identifierUris: found?.identifierUris,
    web: { redirectUris: found?.web?.redirectUris },
    requiredResourceAccess: found?.requiredResourceAccess,
    optionalClaims: found?.optionalClaims,
    api: {
      requestedAccessTokenVersion: found?.api?.requestedAccessTokenVersion,
      oauth2PermissionScopes: scopes,
      preAuthorizedApplications: found?.api?.preAuthorizedApplications,
    },
  };
  if (isDeepStrictEqual(sorted(now), sorted({ ...base, api }))) return;
  await calls.change(
    'PATCH',
    `/applications/${found?.id ?? notYet}`,
    { ...base, api },
    'Address, redirect, permissions, claims, the role of operators, and Teams as a client that needs no further consent.',
  );
}

/** Claims that someone else asked for stay. */
function withClaims(found: Application | null, wanted: readonly { readonly name: string }[]) {
  const asked = found?.optionalClaims?.accessToken ?? [];
  const missing = wanted.filter(({ name }) => !asked.some((claim) => claim.name === name));
  return { ...found?.optionalClaims, accessToken: [...asked, ...missing] };
}

async function makeServicePrincipal(calls: GraphCalls, found: Application | null): Promise<string> {
  if (found !== null) {
    const existing = await servicePrincipalOf(calls, found.appId);
    if (existing !== null) return existing;
  }
  const made = await calls.change(
    'POST',
    '/servicePrincipals',
    { appId: found?.appId ?? notYet },
    'The registration, present in this tenant.',
  );
  return made === null ? notYet : z.object({ id: z.string() }).parse(made).id;
}

async function servicePrincipalOf(calls: GraphCalls, appId: string): Promise<string | null> {
  const filter = encodeURIComponent(`appId eq '${appId}'`);
  const { value } = withId.parse(await calls.get(`/servicePrincipals?$filter=${filter}&$select=id`));
  return value[0]?.id ?? null;
}

async function keepCredential(
  calls: GraphCalls,
  found: Application | null,
  wanted: FederatedCredential,
): Promise<void> {
  const path = `/applications/${found?.id ?? notYet}/federatedIdentityCredentials`;
  const existing = found === null ? [] : credentials.parse(await calls.get(path)).value;
  const same = existing.find(({ name }) => name === wanted.name);
  if (same !== undefined && same.subject === wanted.subject && same.issuer === wanted.issuer) return;
  if (same === undefined) {
    await calls.change('POST', path, wanted, `Proof without a secret: ${wanted.description}`);
    return;
  }
  const { name: _fixed, ...changeable } = wanted;
  await calls.change('PATCH', `${path}/${same.id}`, changeable, `Proof without a secret: ${wanted.description}`);
}

/** Admin consent for everyone in the tenant, for exactly the delegated permissions of the tier. */
async function agree(calls: GraphCalls, principalId: string, { tier }: Deployment): Promise<void> {
  const filter = encodeURIComponent(`clientId eq '${principalId}'`);
  const existing =
    principalId === notYet ? [] : grants.parse(await calls.get(`/oauth2PermissionGrants?$filter=${filter}`)).value;
  for (const { resource, resourceAppId, permissions } of permissionsOf(tier)) {
    const resourceId = await servicePrincipalOf(calls, resourceAppId);
    if (resourceId === null)
      throw new Error(`this tenant does not know ${resource} yet; use it once, then run this again`);
    const grant = existing.find((one) => one.resourceId === resourceId && one.consentType === 'AllPrincipals');
    const given = (grant?.scope ?? '').split(' ').filter((one) => one !== '');
    const scope = union(
      given,
      permissions.filter(({ actsAlone }) => actsAlone !== true).map((one) => one.scope),
    ).join(' ');
    const why = `Everybody may sign in without asking an administrator: ${resource}.`;
    if (grant === undefined)
      await calls.change(
        'POST',
        '/oauth2PermissionGrants',
        { clientId: principalId, consentType: 'AllPrincipals', resourceId, scope },
        why,
      );
    else if (scope !== given.join(' '))
      await calls.change('PATCH', `/oauth2PermissionGrants/${grant.id}`, { scope }, why);
  }
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}

/** The order of lists has no meaning in Entra, so it is not a difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inside]) => [key, sorted(inside)]),
  );
}
