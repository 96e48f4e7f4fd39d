import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { DeskDescriptor } from '../adapters/helpdesk/desk-descriptor.ts';
import { deskKindNames, deskKinds } from '../adapters/helpdesk/desk-kinds.ts';
import { jsonOrNull } from '../domain/json.ts';
import { locales } from '../i18n/locales.ts';

const guidPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const domainPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const leastSecretBytes = 24;
/** The secret in Zendesk's test mode. It is in their documentation, so anyone could sign with it. */
const publishedSecret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const secret = z
  .string()
  .refine((text) => secretBytes(text) >= leastSecretBytes, `must be ${leastSecretBytes} bytes or more`)
  .refine((text) => text !== publishedSecret, 'is the desk’s published test secret; create your own');

const shortText = z.string().min(1).max(200);

const address = z
  .string()
  .refine(isPlainUrl, 'must be an https URL without a user name, a query or a trailing slash')
  .refine((text) => !text.startsWith('http:'), 'must begin with https://');

/** Values of the desk's own fields. */
const ownFields = z
  .record(z.string().min(1).max(80), z.union([z.string().max(400), z.record(z.string(), z.string().max(400))]))
  .default({});

/** One helpdesk that may hand over tickets, and how to write back to it. */
const deskSettingsSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 lower-case letters, digits and dashes'),
  kind: z.enum(deskKindNames),
  name: z.string().min(1).max(80),
  locale: z.enum(locales).default('en'),
  tenant: z.string().regex(guidPattern, 'must be an id such as 11111111-2222-3333-4444-555555555555'),
  domains: z.array(z.string().regex(domainPattern, 'must be a domain such as contoso.com').toLowerCase()).default([]),
  url: address,
  user: shortText.optional(),
  key: z.string().min(1).max(4_000).optional(),
  oauth: z
    .strictObject({
      clientId: shortText,
      clientSecret: z.string().min(1).max(4_000),
      refreshToken: z.string().min(1).max(4_000).optional(),
      scope: z.string().min(1).max(1_000).optional(),
      tokenUrl: address.optional(),
    })
    .optional(),
  secrets: z.array(secret).min(1).max(3),
  readKeys: z.array(secret).max(3).default([]),
  ownUser: shortText.optional(),
  forPeople: z.boolean().default(false),
  bringsAnswers: z.boolean().default(false),
  solvedWith: ownFields,
  createdWith: ownFields,
  // What a kind of desk has no use for is found by `deskFaults`.
  options: z.record(z.string(), z.string()).default({}),
  fields: z
    .strictObject({
      scenario: shortText.optional(),
      personId: shortText.optional(),
      userPrincipalName: shortText.optional(),
      tenantId: shortText.optional(),
      locale: shortText.optional(),
    })
    .default({}),
});

/** The setting DESKS: a JSON list of helpdesks. A fault names its place, never its value. */
export const desksSchema = z
  .string()
  .transform((text, context) => {
    const value = jsonOrNull(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'must be a JSON list' });
    return z.NEVER;
  })
  .pipe(z.array(deskSettingsSchema).max(50));

/** Hosts in the setting DESK_PRIVATE_HOSTS: `desk.internal` or `desk.internal:8443`. */
export const privateHostPattern = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

/** The parts of an entry that are compared. A malformed part is reported by the schema and ignored here. */
const outlineSchema = z.object({
  id: z.string().optional().catch(undefined),
  kind: z.enum(deskKindNames).optional().catch(undefined),
  tenant: z.string().regex(guidPattern).optional().catch(undefined),
  url: z.string().refine(isPlainUrl).optional().catch(undefined),
  user: z.unknown().optional(),
  key: z.string().optional().catch(undefined),
  oauth: z
    .looseObject({
      refreshToken: z.string().optional().catch(undefined),
      tokenUrl: z.string().refine(isPlainUrl).optional().catch(undefined),
    })
    .optional()
    .catch({}),
  secrets: z.array(z.string()).optional().catch(undefined),
  forPeople: z.boolean().optional().catch(undefined),
  options: z.record(z.string(), z.string()).optional().catch(undefined),
});
type Outline = z.infer<typeof outlineSchema>;

/** What is wrong with a desk's entry. */
export interface DeskFault {
  /** Where the fault is: `[0].url`. */
  readonly place: string;
  readonly problem: string;
}

/** The settings that a desk must match; null for one that is itself invalid. */
export interface AroundDesks {
  readonly privateHosts: readonly string[] | null;
  readonly allowedTenants: readonly string[] | null;
}

/**
 * Finds faults across fields: parts that do not go together, entries that clash, and
 * addresses and tenants that other settings do not allow. Reads the raw text, so that these faults are reported along with all others.
 */
export function deskFaults(text: string, around: AroundDesks): readonly DeskFault[] {
  const entries = z.array(outlineSchema.catch({})).safeParse(jsonOrNull(text));
  if (!entries.success) return [];
  return entries.data.flatMap((desk, index) => [
    ...at(`[${index}].id`, idFaults(desk, entries.data.slice(0, index))),
    ...at(`[${index}].tenant`, tenantFaults(desk, around.allowedTenants)),
    ...at(`[${index}].url`, [...urlFaults(desk, around.privateHosts), ...gatewayFaults(desk)]),
    ...at(`[${index}].user`, userFaults(desk)),
    ...at(`[${index}].key`, keyFaults(desk)),
    ...oauthFaults(`[${index}].oauth`, desk, around.privateHosts),
    ...at(`[${index}].secrets`, secretsFaults(desk)),
    ...optionsFaults(`[${index}].options`, desk),
    ...at(`[${index}].forPeople`, forPeopleFaults(desk, entries.data.slice(0, index))),
  ]);
}

function at(place: string, problems: readonly string[]): readonly DeskFault[] {
  return problems.map((problem) => ({ place, problem }));
}

function idFaults({ id }: Outline, before: readonly Outline[]): readonly string[] {
  return id !== undefined && before.some((one) => one.id === id) ? ['is used by an entry before it'] : [];
}

function tenantFaults({ tenant }: Outline, allowedTenants: AroundDesks['allowedTenants']): readonly string[] {
  if (tenant === undefined || allowedTenants === null || allowedTenants.length === 0) return [];
  const isAllowed = allowedTenants.some((one) => one.toLowerCase() === tenant.toLowerCase());
  return isAllowed ? [] : ['is not one of ALLOWED_TENANTS'];
}

function urlFaults({ url }: Pick<Outline, 'url'>, privateHosts: AroundDesks['privateHosts']): readonly string[] {
  if (url === undefined || url.startsWith('http:') || privateHosts === null) return [];
  const parsed = new URL(url);
  return isOnPrivateNetwork(parsed.hostname) && !isPrivateHost(parsed, privateHosts)
    ? ['is on a private network; list its host in DESK_PRIVATE_HOSTS if that is intended']
    : [];
}

function userFaults({ kind, user, oauth }: Outline): readonly string[] {
  const isNeeded = descriptorOf(kind)?.needsUser === true && oauth === undefined;
  return isNeeded && user === undefined ? ['is missing; it is the API user there'] : [];
}

/** `key` and `oauth` are two ways to sign in; where a kind of desk gives no tokens, there is one. */
function keyFaults({ kind, key, oauth }: Outline): readonly string[] {
  const gives = descriptorOf(kind)?.oauth != null;
  if (kind !== undefined && key === undefined && oauth === undefined)
    return [gives ? 'is missing; give it, or oauth' : 'is missing'];
  if (key !== undefined && oauth !== undefined && gives) return ['and oauth are two ways to sign in; give one of them'];
  if (descriptorOf(kind)?.secrets !== 'whsec' || key === undefined || key === '') return [];
  if (!key.startsWith('whsec_')) return [`must start with whsec_ for a ${kind} desk`];
  return secretBytes(key) >= leastSecretBytes ? [] : [`must be ${leastSecretBytes} bytes or more for a ${kind} desk`];
}

function oauthFaults(
  place: string,
  { kind, oauth }: Outline,
  privateHosts: AroundDesks['privateHosts'],
): readonly DeskFault[] {
  const descriptor = descriptorOf(kind);
  if (oauth === undefined || descriptor === undefined) return [];
  const { oauth: endpoint } = descriptor;
  if (endpoint === null) return at(place, [`is not known at a ${kind} desk; give key`]);
  const isLost = oauth.refreshToken !== undefined && !endpoint.keepsRefreshTokens;
  return [
    ...at(`${place}.refreshToken`, isLost ? [`works once at a ${kind} desk; leave it out`] : []),
    ...at(`${place}.tokenUrl`, urlFaults({ url: oauth.tokenUrl }, privateHosts)),
  ];
}

/** Some vendors take tokens at a gateway only, and answer 401 or 404 to them at the address of the site. */
function gatewayFaults({ kind, url, oauth }: Outline): readonly string[] {
  const gateway = descriptorOf(kind)?.oauth?.gateway;
  if (gateway === undefined || url === undefined || oauth === undefined) return [];
  return gateway.not.test(new URL(url).hostname) ? [`must be ${gateway.instead} with oauth`] : [];
}

function secretsFaults({ kind, secrets = [] }: Outline): readonly string[] {
  const isFaulty = descriptorOf(kind)?.secrets === 'whsec' && !secrets.every((text) => text.startsWith('whsec_'));
  return isFaulty ? [`must start with whsec_ for a ${kind} desk`] : [];
}

function optionsFaults(place: string, { kind, options = {} }: Outline): readonly DeskFault[] {
  const schema = descriptorOf(kind)?.options;
  if (schema === undefined) return [];
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  const whatThereIs = known.length === 0 ? 'it has none' : `there are ${known.join(', ')}`;
  return [
    ...at(place, unknown.length === 0 ? [] : [`has names that a ${kind} desk does not know; ${whatThereIs}`]),
    ...known.flatMap((name) => {
      const value = options[name];
      if (value === undefined) return [];
      const { error } = schema.shape[name].safeParse(value);
      return at(`${place}.${name}`, error === undefined ? [] : [error.issues[0]?.message ?? 'is not valid']);
    }),
  ];
}

function descriptorOf(kind: Outline['kind']): DeskDescriptor | undefined {
  return kind === undefined ? undefined : deskKinds[kind];
}

function forPeopleFaults({ forPeople }: Outline, before: readonly Outline[]): readonly string[] {
  const isSecond = forPeople === true && before.some((one) => one.forPeople === true);
  return isSecond ? ['is already true for an entry before it'] : [];
}

/** Whether DESK_PRIVATE_HOSTS lists this host, with or without its port. */
function isPrivateHost(url: URL, privateHosts: readonly string[]): boolean {
  const withPort = `${url.hostname}:${url.port === '' ? '443' : url.port}`;
  return privateHosts.some((host) => [url.hostname, withPort].includes(host.toLowerCase()));
}

/** Judged by the text alone; a name that resolves to a private address is refused when it is called. */
function isOnPrivateNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return !isPublic(host);
  // A name without a dot, such as localhost, exists only inside a network.
  return !host.includes('.') || host.endsWith('.localhost');
}

function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}

/** Standard Webhooks encodes its secrets in base64 after `whsec_`; the others use the text itself. */
function secretBytes(text: string): number {
  if (!text.startsWith('whsec_')) return Buffer.byteLength(text);
  return Buffer.from(text.slice('whsec_'.length), 'base64').length;
}

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text) || text.endsWith('/')) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
}
