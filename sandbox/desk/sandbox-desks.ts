import { randomBytes } from 'node:crypto';
import type { SandboxAddresses } from '../core/core.ts';
import { tenants } from '../people/tenants.ts';
import { kindOf, sandboxDeskKinds } from './desk-kinds.ts';
import type { SandboxDesk } from './sandbox-desk.ts';

/** One desk of each kind, with keys and secrets of their own. */
export function makeDesks(): readonly SandboxDesk[] {
  const { contoso } = tenants;
  return Object.entries(sandboxDeskKinds).map(([id, { name, user, ownUser, fields, secrets }]) => ({
    name,
    user,
    ownUser,
    fields,
    id,
    tenantId: contoso.id,
    domains: [contoso.domain, contoso.initialDomain],
    key: newSecret(secrets),
    oauth: { clientId: `onetenant-${id}`, clientSecret: newSecret('text'), refreshToken: newSecret('text') },
    secret: newSecret(secrets),
    oldSecret: newSecret(secrets),
    readKey: randomBytes(24).toString('base64url'),
  }));
}

/** Where a desk's own API is. */
export function deskAddress({ https }: Pick<SandboxAddresses, 'https'>, desk: SandboxDesk): string {
  return `${https}/desks/${desk.id}${kindOf(desk).apiPath}`;
}

/** What the bot has to know to work with these desks. */
export function deskSettings(addresses: SandboxAddresses, desks: readonly SandboxDesk[]): Record<string, string> {
  const entries = desks.map((desk) => ({
    id: desk.id,
    kind: desk.id,
    name: desk.name,
    locale: 'en',
    tenant: desk.tenantId,
    domains: desk.domains,
    url: deskAddress(addresses, desk),
    ...(kindOf(desk).signsInWith === 'oauth' ? { oauth: clientOf(desk) } : keyOf(desk)),
    secrets: [desk.secret],
    readKeys: [desk.readKey],
    ...(desk.ownUser === null ? {} : { ownUser: desk.ownUser }),
    bringsAnswers: true,
    ...kindOf(desk).entry,
    ...(desk.fields === null ? {} : { fields: desk.fields }),
  }));
  return {
    DESKS: JSON.stringify(entries),
    DESK_PRIVATE_HOSTS: new URL(addresses.https).host,
    TEAMS_SERVICE_URL: `${addresses.http}/connector/`,
    OPERATOR_ROLE: operatorRole,
  };
}

function keyOf({ user, key }: SandboxDesk): object {
  return { ...(user === null ? {} : { user }), key };
}

/** Client credentials; a refresh token is for desks that do not allow those. */
function clientOf({ oauth: { clientId, clientSecret } }: SandboxDesk): object {
  return { clientId, clientSecret };
}

/** The application role that opens the operator page. */
export const operatorRole = 'OneTenant.Operator';

function newSecret(secrets: 'text' | 'whsec'): string {
  return secrets === 'whsec' ? `whsec_${randomBytes(32).toString('base64')}` : randomBytes(32).toString('base64url');
}
