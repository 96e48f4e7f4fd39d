import { z } from 'zod';
import { isAzureEmbeddings } from '../domain/azure-embeddings.ts';
import { publicConnectorHosts } from '../domain/channel.ts';
import { deskFaults, desksSchema, privateHostPattern } from './desks.ts';

interface SettingNotes {
  /** What it is for, in one sentence, with its unit. */
  readonly about: string;
  readonly example: string;
  /** Never printed, not even in an error. */
  readonly secret?: true;
}

const originPattern = /^https?:\/\/[^/?#\s]+$/;
const guidPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const containerPattern = /^[a-z0-9](?:-?[a-z0-9]){2,62}$/;
const containerHint = 'must be 3 to 63 lower-case letters, digits and single dashes';
const connectionStringHint = 'must be a connection string of Azure Storage';

const origin = z
  .string()
  .regex(originPattern, 'must be an origin such as https://example.com, without a path or a trailing slash');
/** As browsers write it in the Origin header, so that the two can be compared. It also goes into the content security policy. */
const exactOrigin = origin.refine(
  (text) => /^[\w.:/[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text,
  'must be exactly one origin in lower case, without a wildcard, a path or the default port',
);
const guid = z.string().regex(guidPattern, 'must be an id such as 11111111-2222-3333-4444-555555555555');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** People's questions go there, so nobody on the way may read them. */
const embeddingsAddress = z
  .url()
  .max(500)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, pathname, username, hash } = new URL(text);
    const isSafe =
      protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
    return isSafe && pathname.endsWith('/embeddings') && username === '' && hash === '';
  }, 'must be an https address that ends in /embeddings, with or without ?api-version=…; http only on this machine');

function setting<T extends z.ZodType>(schema: T, notes: SettingNotes): T {
  return schema.meta({ ...notes });
}

/** Every setting, with its meaning, default and example. `.env.example` is generated from this. */
const settingsSchema = z.object({
  PORT: setting(z.coerce.number().int().min(0).max(65_535).default(3978), {
    about: 'TCP port the bot listens on. 0 means any free port.',
    example: '3978',
  }),
  HOST: setting(z.string().min(1).default('0.0.0.0'), {
    about: 'Address the bot listens on.',
    example: '0.0.0.0',
  }),
  BOT_APP_ID: setting(guid, {
    about: 'Application (client) id of the bot registration.',
    example: '11111111-2222-3333-4444-555555555555',
  }),
  BOT_APP_TENANT_ID: setting(guid, {
    about: 'Tenant of the bot registration.',
    example: '22222222-3333-4444-5555-666666666666',
  }),
  BOT_APP_SECRET: setting(z.string().min(1).optional(), {
    about: 'Client secret of the bot registration. Leave empty in Azure, where the bot uses its managed identity.',
    example: '',
    secret: true,
  }),
  MANAGED_IDENTITY_CLIENT_ID: setting(guid.optional(), {
    about: 'Client id of the user-assigned managed identity, which replaces the two secrets.',
    example: '',
  }),
  SIGN_IN_APP_ID: setting(guid, {
    about: 'Application (client) id of the registration that people sign in to.',
    example: '33333333-4444-5555-6666-777777777777',
  }),
  SIGN_IN_APP_SECRET: setting(z.string().min(1).optional(), {
    about:
      'Client secret of the sign-in registration. Leave empty if the managed identity is its federated credential.',
    example: '',
    secret: true,
  }),
  SIGN_IN_CONNECTION: setting(z.string().min(1).max(64).default('onetenant'), {
    about: 'Name of the OAuth connection on the Azure Bot resource.',
    example: 'onetenant',
  }),
  ALLOWED_TENANTS: setting(list.pipe(z.array(guid)).default([]), {
    about: 'Ids of the tenants whose people may use the bot, separated by commas. Empty means every tenant.',
    example: '',
  }),
  STORAGE: setting(z.enum(['sqlite', 'azure']).default('sqlite'), {
    about:
      'Where conversations are stored: sqlite (a file, for one machine) or azure (Blob Storage, for any number of replicas).',
    example: 'sqlite',
  }),
  DATA_FILE: setting(z.string().min(1).default('data/onetenant.sqlite'), {
    about: 'File of the SQLite store, for one machine.',
    example: 'data/onetenant.sqlite',
  }),
  STORAGE_ACCOUNT_URL: setting(origin.optional(), {
    about:
      'Blob endpoint of the storage account, if STORAGE is azure. The bot signs in to it with its managed identity.',
    example: 'https://stonetenant.blob.core.windows.net',
  }),
  STORAGE_CONNECTION_STRING: setting(
    z
      .string()
      .regex(/(^|;)BlobEndpoint=|AccountName=/, connectionStringHint)
      .optional(),
    {
      about: 'Connection string of the storage account, instead of STORAGE_ACCOUNT_URL. For the emulator (Azurite).',
      example: '',
      secret: true,
    },
  ),
  STORAGE_CONTAINER: setting(z.string().regex(containerPattern, containerHint).default('onetenant'), {
    about: 'Container of the storage account that holds the conversations.',
    example: 'onetenant',
  }),
  KEEP_IDLE_DAYS: setting(z.coerce.number().int().min(1).max(365).default(30), {
    about: 'Days of inactivity after which a conversation is removed, 1 to 365.',
    example: '30',
  }),
  WAIT_DAYS: setting(z.coerce.number().int().min(0).max(60).default(3), {
    about:
      'Days after which a ticket whose person does not react goes back to its desk, 0 to 60; one day before, they are reminded. 0: never.',
    example: '3',
  }),
  QUESTIONS_KEPT: setting(z.enum(['counts', 'text']).default('counts'), {
    about:
      'What is kept of questions: "counts" keeps how they ended; "text" also keeps, for 30 days, the wording of those without a good answer, cleaned of names, addresses and numbers.',
    example: 'counts',
  }),
  EMBEDDINGS_URL: setting(embeddingsAddress.optional(), {
    about:
      'Address of an embedding service, up to /embeddings and with its api-version if it has one: questions are then also compared by meaning, and their text goes there. Empty: nothing leaves the machine.',
    example: 'https://contoso.openai.azure.com/openai/v1/embeddings',
  }),
  EMBEDDINGS_MODEL: setting(z.string().min(1).max(100).optional(), {
    about: 'Name of the embedding model; in Azure OpenAI, of its deployment. Needed with EMBEDDINGS_URL.',
    example: 'text-embedding-3-small',
  }),
  EMBEDDINGS_KEY: setting(z.string().min(1).optional(), {
    about:
      'Key of the embedding service. Leave empty in Azure, or write managed-identity, and the bot uses its managed identity.',
    example: '',
    secret: true,
  }),
  CONTENT_FOLDER: setting(z.string().min(1).default('content'), {
    about: 'Folder with the questions and answers.',
    example: 'content',
  }),
  CONTACT: setting(z.string().max(200).default(''), {
    about:
      'Where people reach a human: an email address, a phone number or an https link. Shown on the card "talk to a person".',
    example: 'servicedesk@contoso.com',
  }),
  TEAMS_CATALOG_APP_ID: setting(guid.optional(), {
    about:
      "Id of the app in your organisation's Teams catalogue. With it, the bot installs itself for people who have a ticket and not the app. Empty: it installs nothing.",
    example: '',
  }),
  CHAT_URL: setting(z.string().max(500).default(''), {
    about:
      'Page where an administrator can open a chat with the bot; {request} is replaced by the id of the request. Empty if there is none.',
    example: 'https://intranet.contoso.com/onetenant?request={request}',
  }),
  LOGIN_URL: setting(origin.default('https://login.microsoftonline.com'), {
    about: 'Microsoft Entra sign-in endpoint of your cloud.',
    example: 'https://login.microsoftonline.com',
  }),
  GRAPH_URL: setting(origin.default('https://graph.microsoft.com'), {
    about: 'Microsoft Graph endpoint of your cloud.',
    example: 'https://graph.microsoft.com',
  }),
  ARM_URL: setting(origin.default('https://management.azure.com'), {
    about: 'Azure Resource Manager endpoint of your cloud.',
    example: 'https://management.azure.com',
  }),
  TOKEN_SERVICE_URL: setting(origin.default('https://token.botframework.com'), {
    about: 'Bot Framework token service of your cloud.',
    example: 'https://token.botframework.com',
  }),
  BOT_OPENID_URL: setting(
    z.url({ protocol: /^https?$/ }).default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
    {
      about: 'OpenID metadata of the channel, which leads to its signing keys.',
      example: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    },
  ),
  BOT_TOKEN_ISSUER: setting(z.string().min(1).default('https://api.botframework.com'), {
    about: 'Issuer of the tokens that the channel sends.',
    example: 'https://api.botframework.com',
  }),
  CONNECTOR_HOSTS: setting(list.default([...publicConnectorHosts]), {
    about:
      'Hosts the bot may send its answers to, separated by commas. A star at the start matches one or more labels.',
    example: publicConnectorHosts.join(','),
  }),
  PUBLIC_URL: setting(exactOrigin.optional(), {
    about: 'Origin of the bot as browsers see it. Needed for the chat window on web pages.',
    example: 'https://onetenant.contoso.com',
  }),
  DIRECT_LINE_SECRET: setting(z.string().min(1).optional(), {
    about: 'Key of the Azure Bot’s Direct Line channel. Without it there is no chat window on web pages.',
    example: '',
    secret: true,
  }),
  DIRECT_LINE_URL: setting(exactOrigin.default('https://directline.botframework.com'), {
    about: 'Direct Line endpoint of your region or cloud.',
    example: 'https://europe.directline.botframework.com',
  }),
  WEBCHAT_ORIGINS: setting(list.pipe(z.array(exactOrigin)).default([]), {
    about: 'Origins of the pages that may show the chat window, separated by commas. Exact: no wildcards, no paths.',
    example: 'https://intranet.contoso.com,https://contoso.sharepoint.com',
  }),
  WEBCHAT_STARTS_PER_MINUTE: setting(z.coerce.number().int().min(1).max(300).default(10), {
    about: 'New chats per minute from one address, 1 to 300. Raise it if a whole office shares one address.',
    example: '10',
  }),
  TRUSTED_PROXIES: setting(z.coerce.number().int().min(0).max(5).default(0), {
    about:
      'Number of reverse proxies in front of the bot that add to X-Forwarded-For, 0 to 5. Azure Container Apps: 1.',
    example: '1',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(z.url({ protocol: /^https?$/ }).optional(), {
    about:
      'Collector for traces and metrics over OTLP/HTTP; /v1/traces and /v1/metrics are appended. Empty turns it off.',
    example: 'http://localhost:4318',
  }),
  APPLICATIONINSIGHTS_CONNECTION_STRING: setting(
    z
      .string()
      .regex(/(^|;)\s*InstrumentationKey=/i, 'must be a connection string of Application Insights')
      .optional(),
    {
      about:
        'Application Insights resource for traces and metrics. The bot signs in to it with its managed identity, if it has one.',
      example: '',
      secret: true,
    },
  ),
  DESKS: setting(desksSchema.default([]), {
    about:
      'Helpdesks that hand over tickets: a JSON list, one object per desk. docs/helpdesk.md gives the object for each kind. Empty means none.',
    example: '[]',
    secret: true,
  }),
  DESK_PRIVATE_HOSTS: setting(
    list
      .pipe(z.array(z.string().regex(privateHostPattern, 'must be hosts such as desk.internal or desk.internal:8443')))
      .default([]),
    {
      about:
        'Hosts of helpdesks on a private network, separated by commas, with their port if it is not 443. No other private address is ever called.',
      example: '',
    },
  ),
  TEAMS_SERVICE_URL: setting(
    z
      .url({ protocol: /^https?$/ })
      .regex(/\/$/, 'must end with a slash')
      .default('https://smba.trafficmanager.net/teams/'),
    {
      about: 'Connector address for opening a Teams chat with the person of a ticket.',
      example: 'https://smba.trafficmanager.net/teams/',
    },
  ),
  OPERATOR_ROLE: setting(
    z
      .string()
      .regex(/^[\w.-]{1,120}$/, 'must be the name of an app role')
      .default('OneTenant.Operator'),
    {
      about: 'App role of the sign-in registration that lets people see the tickets and their outcomes.',
      example: 'OneTenant.Operator',
    },
  ),
  LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    about: 'How much is logged. Never contains tokens or what people type.',
    example: 'info',
  }),
});

/** All settings, parsed and validated. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What is wrong with a setting. */
export interface SettingFault {
  readonly name: string;
  /** What is wrong and what is accepted. Never the value. */
  readonly problem: string;
}

/** The settings, or everything that is wrong with them. */
export type SettingsReading =
  | { readonly kind: 'read'; readonly settings: Settings }
  | { readonly kind: 'faulty'; readonly faults: readonly SettingFault[] };

/** Container Apps takes no empty secret, so the template names what stands in its place. */
function isStandIn(name: string, value: string): boolean {
  return name === 'EMBEDDINGS_KEY' && value === 'managed-identity';
}

/** Parses the settings and reports all faults at once. An empty value counts as missing. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsReading {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([name, value]) => value !== undefined && value !== '' && !isStandIn(name, value)),
  );
  const parsed = settingsSchema.safeParse(given);
  const faults = [
    ...missingProofs(given),
    ...missingPublicUrl(given),
    ...missingStorageAccount(given),
    ...missingForEmbeddings(given),
    ...(parsed.error?.issues ?? []).map((issue) => describeIssue(issue, given)),
    ...misplacedDesks(given),
  ];
  if (!parsed.success || faults.length > 0) return { kind: 'faulty', faults };
  return { kind: 'read', settings: parsed.data };
}

/** Each registration authenticates with its secret or with the managed identity. */
function missingProofs(given: Readonly<Record<string, string | undefined>>): readonly SettingFault[] {
  if (given.MANAGED_IDENTITY_CLIENT_ID !== undefined) return [];
  return ['BOT_APP_SECRET', 'SIGN_IN_APP_SECRET']
    .filter((name) => given[name] === undefined)
    .map((name) => ({ name, problem: 'is missing; set it, or set MANAGED_IDENTITY_CLIENT_ID' }));
}

/** The chat window's requests are checked against the bot's own origin, so it has to be known. */
function missingPublicUrl(given: Readonly<Record<string, string | undefined>>): readonly SettingFault[] {
  if (given.DIRECT_LINE_SECRET === undefined || given.PUBLIC_URL !== undefined) return [];
  return [{ name: 'PUBLIC_URL', problem: 'is missing; DIRECT_LINE_SECRET needs it' }];
}

function missingStorageAccount(given: Readonly<Record<string, string | undefined>>): readonly SettingFault[] {
  const isFound = given.STORAGE_ACCOUNT_URL !== undefined || given.STORAGE_CONNECTION_STRING !== undefined;
  if (given.STORAGE !== 'azure' || isFound) return [];
  return [{ name: 'STORAGE_ACCOUNT_URL', problem: 'is missing; STORAGE=azure needs it' }];
}

/** The service needs the name of a model, and a proof; the managed identity proves itself to Azure alone. */
function missingForEmbeddings({
  EMBEDDINGS_URL: url,
  EMBEDDINGS_MODEL: model,
  EMBEDDINGS_KEY: key,
  MANAGED_IDENTITY_CLIENT_ID: identity,
}: Readonly<Record<string, string | undefined>>): readonly SettingFault[] {
  if (url === undefined) return [];
  const isProvenByIdentity = identity !== undefined && isAzureEmbeddings(url);
  return [
    ...(model === undefined ? [{ name: 'EMBEDDINGS_MODEL', problem: 'is missing; EMBEDDINGS_URL needs it' }] : []),
    ...(key === undefined && !isProvenByIdentity
      ? [
          {
            name: 'EMBEDDINGS_KEY',
            problem: 'is missing; set it, or let MANAGED_IDENTITY_CLIENT_ID prove itself to Azure OpenAI',
          },
        ]
      : []),
  ];
}

/** Checks each desk against the other desks and the other settings. */
function misplacedDesks(given: Readonly<Record<string, string | undefined>>): readonly SettingFault[] {
  const { DESK_PRIVATE_HOSTS: hosts, ALLOWED_TENANTS: tenants } = settingsSchema.shape;
  return deskFaults(given.DESKS ?? '[]', {
    privateHosts: hosts.safeParse(given.DESK_PRIVATE_HOSTS).data ?? null,
    allowedTenants: tenants.safeParse(given.ALLOWED_TENANTS).data ?? null,
  }).map(({ place, problem }) => ({ name: 'DESKS', problem: `${place} ${problem}` }));
}

function describeIssue(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): SettingFault {
  const [first = 'settings', ...inside] = issue.path;
  const name = String(first);
  if (given[name] === undefined) return { name, problem: 'is missing' };
  const problem = inPlainWords(issue);
  return { name, problem: name === 'DESKS' ? `${placeOf(inside)}${problem}` : problem };
}

/** Rules of our own come with a sentence of their own; zod's built-in ones are put into one here. */
function inPlainWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is missing';
      return issue.message.startsWith('Invalid input') ? `must be a ${issue.expected}` : issue.message;
    case 'invalid_value':
      return issue.message.startsWith('Invalid') ? `must be one of ${issue.values.join(', ')}` : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big') ? `must be at most ${issue.maximum}` : issue.message;
    case 'too_small':
      if (!issue.message.startsWith('Too small')) return issue.message;
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`;
    default:
      return issue.message;
  }
}

/** `[0].url `, to locate one wrong entry among many; the value is never shown. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return place === '' ? '' : `${place} `;
}

/** The text of `.env.example`: every setting with its meaning; optional ones are commented out. */
export function envExample(): string {
  const blocks = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const notes = schema.meta() as unknown as SettingNotes;
    const isRequired = !schema.safeParse(undefined).success;
    const secrecy = notes.secret === true ? ' Secret.' : '';
    return `# ${notes.about}${secrecy}\n${isRequired ? '' : '# '}${name}=${notes.example}\n`;
  });
  return `# Settings of OneTenant. Printed by "npm run env"; do not edit by hand.\n\n${blocks.join('\n')}`;
}
