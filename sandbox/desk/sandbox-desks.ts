import { randomBytes } from 'node:crypto';
import type { SandboxAddresses } from '../core/core.ts';
import { tenants } from '../people/tenants.ts';

export const sandboxDeskIds = ['zendesk', 'jira', 'zammad', 'servicenow', 'freshdesk', 'generic'] as const;
export type SandboxDeskId = (typeof sandboxDeskIds)[number];

/** The fields of a ticket form in which a desk keeps what the bot needs, by the name that the desk gave them. */
export interface DeskFields {
  readonly scenario: string;
  readonly personId: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly locale: string;
}

/** One simulated helpdesk. Its id is its kind. */
export interface SandboxDesk {
  readonly id: SandboxDeskId;
  readonly name: string;
  /** The user that the bot signs in as; null where a key is all. */
  readonly user: string | null;
  /** How the desk names that user in what it sends. */
  readonly ownUser: string | null;
  readonly tenantId: string;
  readonly domains: readonly string[];
  /** Null if the rule that sends a ticket includes everything itself. */
  readonly fields: DeskFields | null;
  /** The key with which the bot writes here. */
  readonly key: string;
  /** The secret with which this desk signs its deliveries. */
  readonly secret: string;
  /** A secret that was taken out of use. */
  readonly oldSecret: string;
  readonly readKey: string;
}

type DeskPlan = Pick<SandboxDesk, 'name' | 'user' | 'ownUser' | 'fields'>;

const fieldsNamed = (prefix: string): DeskFields => ({
  scenario: `${prefix}onetenant_scenario`,
  personId: `${prefix}entra_object_id`,
  userPrincipalName: `${prefix}entra_user_name`,
  tenantId: `${prefix}entra_tenant_id`,
  locale: `${prefix}onetenant_locale`,
});

const plans = {
  zendesk: {
    name: 'Contoso Support',
    user: 'onetenant@contoso.com',
    ownUser: '900',
    fields: {
      scenario: '4711001',
      personId: '4711002',
      userPrincipalName: '4711003',
      tenantId: '4711004',
      locale: '4711005',
    },
  },
  jira: {
    name: 'Contoso IT (Jira)',
    user: 'onetenant@contoso.com',
    ownUser: 'onetenant-account',
    fields: {
      scenario: 'customfield_10101',
      personId: 'customfield_10102',
      userPrincipalName: 'customfield_10103',
      tenantId: 'customfield_10104',
      locale: 'customfield_10105',
    },
  },
  zammad: { name: 'Contoso Helpdesk (Zammad)', user: null, ownUser: '90', fields: fieldsNamed('') },
  servicenow: { name: 'Contoso Now', user: 'onetenant', ownUser: 'onetenant', fields: fieldsNamed('u_') },
  freshdesk: { name: 'Contoso Freshdesk', user: null, ownUser: '900', fields: fieldsNamed('cf_') },
  generic: { name: 'Contoso Desk', user: null, ownUser: null, fields: null },
} as const satisfies Record<SandboxDeskId, DeskPlan>;

/** The six desks of one sandbox, with keys and secrets of their own. */
export function makeDesks(): readonly SandboxDesk[] {
  const { contoso } = tenants;
  return sandboxDeskIds.map((id) => ({
    ...plans[id],
    id,
    tenantId: contoso.id,
    domains: [contoso.domain, contoso.initialDomain],
    key: id === 'generic' ? newSecret(id) : randomBytes(24).toString('base64url'),
    secret: newSecret(id),
    oldSecret: newSecret(id),
    readKey: randomBytes(24).toString('base64url'),
  }));
}

/** Where a desk's own API is. */
export function deskAddress({ https }: Pick<SandboxAddresses, 'https'>, { id }: SandboxDesk): string {
  return id === 'generic' ? `${https}/desks/generic/callback` : `${https}/desks/${id}`;
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
    ...(desk.user === null ? {} : { user: desk.user }),
    key: desk.key,
    secrets: [desk.secret],
    readKeys: [desk.readKey],
    ...(desk.ownUser === null ? {} : { ownUser: desk.ownUser }),
    ...(desk.id === 'zendesk' ? { forPeople: true } : {}),
    bringsAnswers: true,
    ...(optionsOf[desk.id] === undefined ? {} : { options: optionsOf[desk.id] }),
    ...(desk.fields === null ? {} : { fields: desk.fields }),
  }));
  return {
    DESKS: JSON.stringify(entries),
    DESK_PRIVATE_HOSTS: new URL(addresses.https).host,
    TEAMS_SERVICE_URL: `${addresses.http}/connector/`,
    OPERATOR_ROLE: operatorRole,
  };
}

/** The application role that opens the operator page. */
export const operatorRole = 'OneTenant.Operator';

const optionsOf: Partial<Record<SandboxDeskId, Readonly<Record<string, string>>>> = {
  jira: { serviceDeskId: '4', requestTypeId: '25' },
  zammad: { group: 'Users' },
};

function newSecret(kind: SandboxDeskId): string {
  return kind === 'generic' ? `whsec_${randomBytes(32).toString('base64')}` : randomBytes(32).toString('base64url');
}
