import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { deskKinds } from '../domain/ticket.ts';

const guidPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const domainPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const leastSecretBytes = 24;
/** Zendesk signs the deliveries of its test mode with this one, and everybody can read it there. */
const publishedSecret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const secret = z
  .string()
  .refine((text) => secretBytes(text) >= leastSecretBytes, `must be ${leastSecretBytes} bytes or more`)
  .refine((text) => text !== publishedSecret, 'is published by the desk for testing; make your own');

const kindsWithUser: ReadonlySet<string> = new Set(['zendesk', 'jira', 'servicenow']);
const shortText = z.string().min(1).max(200);
const optionName = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/);

/** One helpdesk that may hand over tickets, and how it is written back to. */
const deskSettingsSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 small letters, digits and dashes'),
    kind: z.enum(deskKinds),
    name: z.string().min(1).max(80),
    locale: z.enum(['en', 'nl', 'de']).default('en'),
    tenant: z.string().regex(guidPattern, 'must be an id such as 11111111-2222-3333-4444-555555555555'),
    domains: z.array(z.string().regex(domainPattern, 'must be a domain such as contoso.com').toLowerCase()).default([]),
    url: z
      .string()
      .refine(isPlainUrl, 'must be an https address without a name, a question mark or a slash at the end'),
    user: shortText.optional(),
    key: z.string().min(1).max(4_000),
    secrets: z.array(secret).min(1).max(3),
    readKeys: z.array(secret).max(3).default([]),
    ownUser: shortText.optional(),
    forPeople: z.boolean().default(false),
    bringsAnswers: z.boolean().default(false),
    options: z.record(optionName, shortText).default({}),
    fields: z
      .strictObject({
        scenario: shortText.optional(),
        personId: shortText.optional(),
        userPrincipalName: shortText.optional(),
        tenantId: shortText.optional(),
        locale: shortText.optional(),
      })
      .default({}),
  })
  .refine((desk) => desk.kind !== 'generic' || desk.secrets.every((text) => text.startsWith('whsec_')), {
    path: ['secrets'],
    message: 'must start with whsec_ for a generic desk',
  })
  .refine((desk) => desk.kind !== 'generic' || secret.safeParse(desk.key).success, {
    path: ['key'],
    message: `must be ${leastSecretBytes} bytes or more for a generic desk`,
  })
  .refine((desk) => desk.kind !== 'generic' || desk.key.startsWith('whsec_'), {
    path: ['key'],
    message: 'must start with whsec_ for a generic desk',
  })
  .refine((desk) => desk.user !== undefined || !kindsWithUser.has(desk.kind), {
    path: ['user'],
    message: 'is missing; it names the user of the API there',
  });

/** One entry of the setting DESKS, checked. */
export type DeskSettings = Readonly<z.infer<typeof deskSettingsSchema>>;

/** The setting DESKS: a JSON list of helpdesks. A fault is told with its place, never with its value. */
export const desksSchema = z
  .string()
  .transform((text, context) => {
    const value = parseJson(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'must be a JSON list' });
    return z.NEVER;
  })
  .pipe(z.array(deskSettingsSchema).max(50).superRefine(tellClashes));

/** Hosts of the setting DESK_PRIVATE_HOSTS: `desk.internal` or `desk.internal:8443`. */
export const privateHostPattern = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

export interface DeskFault {
  /** Where it is: `[0].url`. */
  readonly place: string;
  readonly problem: string;
}

/** What a desk may not be beside the other settings: on a private network that is not named, or of a tenant that is not allowed. */
export function deskFaults(
  desks: readonly DeskSettings[],
  around: { readonly privateHosts: readonly string[]; readonly allowedTenants: readonly string[] },
): readonly DeskFault[] {
  return desks.flatMap((desk, index) => [
    ...urlFaults(desk, around.privateHosts).map((problem) => ({ place: `[${index}].url`, problem })),
    ...tenantFaults(desk, around.allowedTenants).map((problem) => ({ place: `[${index}].tenant`, problem })),
  ]);
}

/** Whether the operator named this host, with or without its port, as one of a private network. */
export function isPrivateHost(url: URL, privateHosts: readonly string[]): boolean {
  const named = privateHosts.map((host) => host.toLowerCase());
  return named.includes(url.hostname.toLowerCase()) || named.includes(url.host.toLowerCase());
}

function urlFaults({ url }: DeskSettings, privateHosts: readonly string[]): readonly string[] {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:') return ['must begin with https://'];
  if (isPrivateHost(parsed, privateHosts)) return [];
  return isOnPrivateNetwork(parsed.hostname)
    ? ['stands on a private network; name its host in DESK_PRIVATE_HOSTS if that is meant']
    : [];
}

/** As far as the text tells; names that resolve to such an address are refused when they are called. */
function isOnPrivateNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return !isPublic(host);
  // A name without a dot, such as localhost, is only known inside a network.
  return !host.includes('.') || host.endsWith('.localhost');
}

function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}

function tenantFaults({ tenant }: DeskSettings, allowedTenants: readonly string[]): readonly string[] {
  if (allowedTenants.length === 0) return [];
  const isAllowed = allowedTenants.some((one) => one.toLowerCase() === tenant.toLowerCase());
  return isAllowed ? [] : ['is not one of ALLOWED_TENANTS'];
}

function tellClashes(
  desks: readonly { readonly id: string; readonly forPeople: boolean }[],
  context: z.core.$RefinementCtx,
): void {
  for (const [index, desk] of desks.entries()) {
    const before = desks.slice(0, index);
    if (before.some((one) => one.id === desk.id))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is used by an entry before it' });
    if (desk.forPeople && before.some((one) => one.forPeople))
      context.addIssue({
        code: 'custom',
        path: [index, 'forPeople'],
        message: 'is already true for an entry before it',
      });
  }
}

/** Standard Webhooks writes its secrets in base64 after `whsec_`; the others use the text itself. */
function secretBytes(text: string): number {
  if (!text.startsWith('whsec_')) return Buffer.byteLength(text);
  return Buffer.from(text.slice('whsec_'.length), 'base64').length;
}

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text) || text.endsWith('/')) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
