import { createHash } from 'node:crypto';
import type { Cloud } from './cloud.ts';
import { permissionsOf, type Tier } from './permissions.ts';

/** How the bot itself is registered in Microsoft Entra. */
export type BotIdentity = 'managed-identity' | 'registration';

export interface Deployment {
  /** The `name` and `environmentName` of the template. */
  readonly name: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly cloud: Cloud;
  readonly identity: { readonly clientId: string; readonly principalId: string };
  /** Application id of the bot: the managed identity's, or that of its registration. */
  readonly botAppId: string;
  readonly tier: Tier;
  /** Host of the bot, when pages of its own (a second proof, the page of tickets, a tab in Teams) sign people in. */
  readonly host: string | null;
}

/** A federated credential: whoever holds a token with this issuer and subject can act as the application. */
export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description: string;
}

/** The Teams clients, pre-authorised so that they can sign people in silently. Source: Microsoft's list of client ids. */
const teamsClients = {
  desktopAndMobile: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  web: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
};

/** The token store of Azure Bot Service, as it stands in the subject of its tokens. Source: Microsoft's guide. */
const tokenStore = '9ExAW52n_ky4ZiS_jhpJIQ';

/**
 * Claims that Entra adds to tokens only if the registration asks: `acct` tells a member from a guest where the directory
 * cannot be read. Source: Microsoft Learn: "Optional claims reference", read November 2026.
 */
export const optionalClaims = { accessToken: [{ name: 'acct' }] } as const;

/** App role of people who may see tickets: the `operatorRole` of the template, unless another was chosen. */
export const operatorRoleName = 'OneTenant.Operator';

/** Where operators return after signing in to the tickets page. */
export function operatorRedirectUri(host: string): string {
  return `https://${host}/operator/signed-in`;
}

/** Where people return after they proved more than their sign-in showed. */
export function stepUpRedirectUri(host: string): string {
  return `https://${host}/step-up/signed-in`;
}

export function botRegistrationName({ name, environment }: Pick<Deployment, 'name' | 'environment'>): string {
  return `${name} ${environment} bot`;
}

export function signInRegistrationName({ name, environment }: Pick<Deployment, 'name' | 'environment'>): string {
  return `${name} ${environment} sign-in`;
}

/** The name that the template gives to the managed identity. */
export function identityName({ name, environment }: Pick<Deployment, 'name' | 'environment'>): string {
  return `id-${name}-${environment}`;
}

/** The desired sign-in registration, in Microsoft Graph's format. */
export function signInRegistration(deployment: Deployment): {
  readonly signInAudience: string;
  readonly identifierUris: readonly string[];
  readonly web: { readonly redirectUris: readonly string[] };
  readonly scope: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly operatorRole: Readonly<Record<string, unknown>> & { readonly id: string; readonly value: string };
  readonly preAuthorizedApplications: readonly { readonly appId: string; readonly delegatedPermissionIds: string[] }[];
  readonly requiredResourceAccess: readonly unknown[];
  readonly optionalClaims: { readonly accessToken: readonly { readonly name: string }[] };
} {
  const scopeId = stableGuid(`${deployment.tenantId} ${signInRegistrationName(deployment)} access_as_user`);
  const uris = [`api://botid-${deployment.botAppId}`];
  const {
    host,
    cloud: { redirectUri },
  } = deployment;
  if (host !== null) uris.push(`api://${host}/botid-${deployment.botAppId}`);
  return {
    signInAudience: 'AzureADMyOrg',
    identifierUris: uris,
    web: {
      redirectUris: host === null ? [redirectUri] : [redirectUri, operatorRedirectUri(host), stepUpRedirectUri(host)],
    },
    scope: {
      id: scopeId,
      value: 'access_as_user',
      type: 'User',
      isEnabled: true,
      adminConsentDisplayName: 'Sign in to OneTenant',
      adminConsentDescription: 'Lets OneTenant know who is chatting, and read what that person may read.',
      userConsentDisplayName: 'Sign in to OneTenant',
      userConsentDescription: 'Lets OneTenant know who you are, and read what you may read.',
    },
    operatorRole: {
      id: stableGuid(`${deployment.tenantId} ${signInRegistrationName(deployment)} ${operatorRoleName}`),
      value: operatorRoleName,
      allowedMemberTypes: ['User'],
      isEnabled: true,
      displayName: 'Operator of OneTenant',
      description: 'May see which tickets were handed over, and how they went.',
    },
    preAuthorizedApplications: Object.values(teamsClients).map((appId) => ({
      appId,
      delegatedPermissionIds: [scopeId],
    })),
    optionalClaims,
    requiredResourceAccess: permissionsOf(deployment.tier).map(({ resourceAppId, permissions }) => ({
      resourceAppId,
      resourceAccess: permissions.map(({ id, actsAlone }) => ({ id, type: actsAlone === true ? 'Role' : 'Scope' })),
    })),
  };
}

/** The bot authenticates as a registration with its managed identity. */
export function managedIdentityCredential({ tenantId, identity, cloud }: Deployment): FederatedCredential {
  return {
    name: 'managed-identity',
    issuer: `${cloud.login}/${tenantId}/v2.0`,
    subject: identity.principalId,
    audiences: [cloud.exchangeAudience],
    description: 'The managed identity that OneTenant runs under.',
  };
}

/**
 * The token service authenticates as the sign-in registration when it fetches a person's token.
 * The last part is the "unique identifier" of the OAuth connection, which the template sets to the same text.
 */
export function tokenServiceCredential({ tenantId, name, environment, cloud }: Deployment): FederatedCredential {
  return {
    name: 'bot-token-service',
    issuer: `${cloud.login}/${tenantId}/v2.0`,
    subject: `/eid1/c/pub/t/${encodeGuid(tenantId)}/a/${tokenStore}/${name}-${environment}`,
    audiences: [cloud.exchangeAudience],
    description: 'The token service of Azure Bot, for the OAuth connection.',
  };
}

/** A GUID as Microsoft writes it in subjects: its 16 bytes, the first three groups in reverse byte order, as base64url. */
export function encodeGuid(guid: string): string {
  const [first = '', second = '', third = '', ...rest] = guid.toLowerCase().split('-');
  const backwards = [first, second, third].map((group) => Buffer.from(group, 'hex').reverse());
  return Buffer.concat([...backwards, Buffer.from(rest.join(''), 'hex')]).toString('base64url');
}

/** The same text always gives the same id, so that a second run finds what the first one created. */
function stableGuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) % 4) + 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
