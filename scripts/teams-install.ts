import { z } from 'zod';
import { createTeamsInstaller, type Installable, type InstallRefusal } from '../src/adapters/graph/teams-installer.ts';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';

/** Installs the app in Teams for people who do not have it. Without --go it only looks, and says what it would do. */

const settingsSchema = z.object({
  LOGIN_URL: z.url().default('https://login.microsoftonline.com'),
  GRAPH_URL: z.url().default('https://graph.microsoft.com'),
  SIGN_IN_APP_ID: z.guid(),
  SIGN_IN_APP_SECRET: z.string().min(1).optional(),
  MANAGED_IDENTITY_CLIENT_ID: z.guid().optional(),
  BOT_APP_ID: z.guid(),
  BOT_APP_TENANT_ID: z.guid(),
  TEAMS_APP_ID: z.guid().optional(),
  TEAMS_CATALOG_APP_ID: z.guid().optional(),
});

/** What to do about a refusal, by status code. */
const advice: Readonly<Record<number, string>> = {
  401: 'Is SIGN_IN_APP_ID right, and its secret still valid?',
  403: 'Has an administrator agreed to TeamsAppInstallation.ReadWriteSelfForUser.All (for --group also GroupMember.Read.All, and AppCatalog.Read.All to find the app)? Does a policy of Teams keep the app from them?',
  404: 'There is nobody and no group of that id in this tenant, or they have no Teams.',
};

await run();

async function run(): Promise<void> {
  const { values, misused } = commandLine({
    about:
      'Installs the app in Teams for people who do not have it, so that tickets reach them. Without --go it changes nothing and says what it would do. It can be run again at any time: whoever has the app is left alone.',
    call: 'npm run teams:install -- --user megan@contoso.com --group 11111111-2222-3333-4444-555555555555',
    options: {
      user: {
        type: 'string',
        value: 'USER',
        about: 'user principal name or object id; can be given many times',
        multiple: true,
        default: [] as string[],
      },
      group: {
        type: 'string',
        value: 'ID',
        about: 'object id of a group, whose people all get it; can be given many times',
        multiple: true,
        default: [] as string[],
      },
      tenant: { type: 'string', value: 'ID', about: 'tenant of these people (default: BOT_APP_TENANT_ID)' },
      go: { type: 'boolean', about: 'install; without it nothing is changed', default: false },
    },
  });
  if (values.user.length + values.group.length === 0) return misused('--user or --group is needed.');
  const settings = settingsSchema.safeParse(withoutEmpty(process.env));
  if (!settings.success)
    return fail(`Settings that are missing or not right:\n${settings.error.issues.map(settingLine).join('\n')}`);
  const { BOT_APP_ID, BOT_APP_TENANT_ID, TEAMS_APP_ID = BOT_APP_ID, TEAMS_CATALOG_APP_ID } = settings.data;
  const tenantId = values.tenant ?? BOT_APP_TENANT_ID;
  const installer = createTeamsInstaller(settings.data, { now: () => Date.now() });

  const catalogId = TEAMS_CATALOG_APP_ID ?? (await lookUp(installer.catalogId(tenantId, TEAMS_APP_ID)));
  if (catalogId === null)
    return fail(
      `The catalogue of ${tenantId} has no app with the id ${TEAMS_APP_ID}. Upload the app package there first.`,
    );
  say(`In the catalogue: ${catalogId} (TEAMS_CATALOG_APP_ID)`);

  const people = new Map<string, Installable>(values.user.map((id) => [id.toLowerCase(), { id, name: id }]));
  for (const group of values.group) {
    const found = await installer.members(tenantId, group);
    if (found.kind === 'refused') return fail(`Group ${group}: ${told(found)}`);
    say(`Group ${group}: ${countOf(found.people.length, 'person', 'people')}`);
    for (const one of found.people) people.set(one.id.toLowerCase(), one);
  }

  const counts = { installed: 0, there: 0, refused: 0 };
  for (const { id, name } of people.values()) {
    const outcome = values.go
      ? await installer.install(tenantId, id, catalogId)
      : await wouldDo(installer.has(tenantId, id, catalogId));
    counts[outcome.kind] += 1;
    say(`${name}: ${outcome.kind === 'refused' ? told(outcome) : words(outcome.kind, values.go)}`);
  }
  const did = values.go ? 'installed' : 'would be installed';
  say(`\n${counts.installed} ${did}, ${counts.there} had it already, ${counts.refused} could not be done.`);
  if (!values.go && counts.installed > 0) say('Nothing was changed. Add --go to install.');
  if (counts.refused > 0) process.exitCode = 1;
}

async function wouldDo(
  asked: Promise<{ readonly kind: 'known'; readonly has: boolean } | InstallRefusal>,
): Promise<{ readonly kind: 'installed' | 'there' } | InstallRefusal> {
  const answer = await asked;
  return answer.kind === 'refused' ? answer : { kind: answer.has ? 'there' : 'installed' };
}

async function lookUp(asked: Promise<{ kind: 'found'; id: string | null } | InstallRefusal>): Promise<string | null> {
  const found = await asked;
  return found.kind === 'refused' ? fail(`The catalogue cannot be read: ${told(found)}`) : found.id;
}

function words(kind: 'installed' | 'there', isDone: boolean): string {
  if (kind === 'there') return 'has it already';
  return isDone ? 'installed' : 'would be installed';
}

function told({ status, code }: InstallRefusal): string {
  if (status === null)
    return code === 'no-token'
      ? 'there is no token for the sign-in registration. Are SIGN_IN_APP_ID and its secret right, and is the tenant?'
      : 'Graph does not answer.';
  return [`Graph answered ${status} (${code}).`, ...(advice[status] === undefined ? [] : [advice[status]])].join(' ');
}

/** An empty line of `.env` is no setting. */
function withoutEmpty(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function settingLine({ path, message }: z.core.$ZodIssue): string {
  return `- ${path.join('.')}: ${message}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
