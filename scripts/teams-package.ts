import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { commandLine } from '../src/config/command-line.ts';
import { type AboutPageId, aboutPaths } from '../src/http/about/about-page.ts';
import { tabPath } from '../src/http/tab/tab-path.ts';
import { type WordsFile, withBoxWords, wordsFiles, wordsInManifest } from './teams-words.ts';

/** Builds the app package that an administrator uploads to Teams, and validates it with Microsoft's own schemas. */

const require = createRequire(join(process.cwd(), 'package.json'));

/** The oldest schema version to support; it allows fewer commands, shorter titles and fewer domains. */
const oldestSchema = '1.19';
const commandsMax = 10;
const titleMax = 32;
const descriptionMax = 128;
const domainsMax = 16;

const guid = z.guid();
const settingsSchema = z.object({
  BOT_APP_ID: guid,
  SIGN_IN_APP_ID: guid,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  TEAMS_APP_ID: guid.optional(),
  TEAMS_APP_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .default('1.0.0'),
  TEAMS_DEVELOPER_NAME: z.string().min(1).max(32).default('OneTenant'),
  TEAMS_WEBSITE_URL: z.url({ protocol: /^https$/ }).optional(),
  TEAMS_PRIVACY_URL: z.url({ protocol: /^https$/ }).optional(),
  TEAMS_TERMS_URL: z.url({ protocol: /^https$/ }).optional(),
});
type PackageSettings = z.infer<typeof settingsSchema>;

/** Used if no setting is given at all, so that the package can be previewed before anything is registered. */
const example: PackageSettings = settingsSchema.parse({
  BOT_APP_ID: '11111111-2222-3333-4444-555555555555',
  SIGN_IN_APP_ID: '33333333-4444-5555-6666-777777777777',
  PUBLIC_URL: 'https://onetenant.example.com',
});

const schemasFolder = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');

const commandSchema = z.object({ title: z.string(), description: z.string() });
const boxCommand = z.looseObject({ id: z.string(), parameters: z.array(z.looseObject({})).optional() });
const manifestTemplate = z.looseObject({
  bots: z.array(z.looseObject({})),
  composeExtensions: z.array(z.looseObject({ commands: z.array(boxCommand) })),
});
const titledCommand = commandSchema.extend({ parameters: z.array(commandSchema).optional() });
const manifestSchema = z.looseObject({
  composeExtensions: z.array(z.looseObject({ commands: z.array(titledCommand) })),
  manifestVersion: z.string(),
  bots: z.array(z.looseObject({ commandLists: z.array(z.looseObject({ commands: z.array(commandSchema) })) })),
  validDomains: z.array(z.string()),
});
type Manifest = z.infer<typeof manifestSchema>;

await makePackage();

async function makePackage(): Promise<void> {
  const { values, misused } = commandLine({
    about:
      'Makes the app package that an administrator uploads to Teams, and checks it. docs/teams.md tells which settings it takes.',
    call: 'npm run teams:package -- [options]',
    options: {
      schema: {
        type: 'string',
        value: 'VERSION',
        about: 'of the Teams app manifest, such as 1.19 (default: the newest)',
      },
      tab: { type: 'boolean', about: 'with the tab "My checklist"; docs/teams.md tells what it needs first' },
      out: { type: 'string', value: 'FILE', about: 'where it goes', default: join('dist', 'teams', 'onetenant.zip') },
    },
  });
  const schema = values.schema ?? newestSchema();
  if (!existsSync(join(schemasFolder, `v${schema}`))) return misused('There is no such --schema.');
  const settings = readPackageSettings();
  if (isLoopback(new URL(settings.PUBLIC_URL).hostname))
    process.stderr.write(
      'PUBLIC_URL is this machine itself, which nobody’s Teams can reach. For a bot on this machine, give the address of a tunnel.\n',
    );
  const hasTab = values.tab === true;
  const manifest = manifestFor(settings, schema, hasTab);
  const parsed = manifestSchema.parse(manifest);
  const words = wordsFiles(schema, hasTab);
  const faults = [
    ...(await faultsOf(manifest, schema)),
    ...(await faultsOf(manifestFor(settings, oldestSchema, hasTab), oldestSchema)),
    ...(await Promise.all(words.map((one) => faultsOfWords(one, schema)))).flat(),
    ...limitFaults(parsed, words),
  ];
  if (faults.length > 0) return fail(['The Teams app package is not right:', ...faults]);
  const file = values.out;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zipped(manifest, words));
  process.stdout.write(`${file}: valid for Teams app manifest ${schema}, and within the limits of ${oldestSchema}.\n`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

/** All settings or none: a package with half of them would upload but not work. */
function readPackageSettings(): PackageSettings {
  const given = process.env;
  const names = Object.keys(settingsSchema.shape);
  const some = Object.fromEntries(names.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
  if (Object.keys(some).length === 0) {
    process.stdout.write(
      'No settings found, so this is an example with made-up ids. docs/teams.md tells which to set.\n',
    );
    return example;
  }
  const parsed = settingsSchema.safeParse(some);
  if (parsed.success) return parsed.data;
  return fail(['Settings that are missing or not right:', ...parsed.error.issues.map(issueLine)]);
}

function issueLine({ path, message }: z.core.$ZodIssue): string {
  return `- ${path.join('.')}: ${message}`;
}

/** The template with the settings, the English texts and the list of the languages filled in. */
function manifestFor(settings: PackageSettings, schema: string, hasTab: boolean): Record<string, unknown> {
  const { commandLists, tabName, ...words } = wordsInManifest();
  const template = manifestTemplate.parse(fillIn('manifest.template.json', settings, schema));
  const bots = template.bots.map((bot) => ({ ...bot, commandLists }));
  const composeExtensions = withBoxWords(template.composeExtensions);
  return { ...template, ...words, bots, composeExtensions, ...(hasTab ? tabParts(settings, tabName) : {}) };
}

/**
 * The chat stays the first tab. Teams puts its language into the address, and gives a tab a token only for an address of the
 * registration that names the tab's host. Source: Microsoft Learn, "Update app manifest for SSO", read on 1 December 2026.
 */
function tabParts(settings: PackageSettings, name: string): Record<string, unknown> {
  const { host } = new URL(settings.PUBLIC_URL);
  const scopes = ['personal'];
  return {
    staticTabs: [
      { entityId: 'conversations', scopes },
      { entityId: 'checklist', name, contentUrl: `https://${host}${tabPath}?locale={locale}`, scopes },
    ],
    webApplicationInfo: { id: settings.SIGN_IN_APP_ID, resource: `api://${host}/botid-${settings.BOT_APP_ID}` },
  };
}

function fillIn(file: string, settings: PackageSettings, schema: string): unknown {
  const url = new URL(settings.PUBLIC_URL);
  const own = (page: AboutPageId): string => `https://${url.host}${aboutPaths[page]}`;
  const values: Readonly<Record<string, string>> = {
    SCHEMA: schema,
    VERSION: settings.TEAMS_APP_VERSION,
    TEAMS_APP_ID: settings.TEAMS_APP_ID ?? settings.BOT_APP_ID,
    BOT_APP_ID: settings.BOT_APP_ID,
    SIGN_IN_APP_ID: settings.SIGN_IN_APP_ID,
    BOT_HOST: url.host,
    DEVELOPER_NAME: settings.TEAMS_DEVELOPER_NAME,
    WEBSITE_URL: settings.TEAMS_WEBSITE_URL ?? own('what-it-is'),
    PRIVACY_URL: settings.TEAMS_PRIVACY_URL ?? own('privacy'),
    TERMS_URL: settings.TEAMS_TERMS_URL ?? own('terms'),
  };
  const text = readFileSync(join('appPackage', file), 'utf8').replace(/\$\{([A-Z_]+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`appPackage/${file} asks for ${name}, which nobody gives`);
    return JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(text);
}

/** The newest version in the schema package, such as 1.30. */
function newestSchema(): string {
  const versions = readdirSync(schemasFolder).flatMap(
    (name) => /^v(\d+)\.(\d+)$/.exec(name)?.slice(1).map(Number) ?? [],
  );
  const minors = versions.filter((_number, index) => index % 2 === 1);
  return `1.${Math.max(...minors)}`;
}

interface SchemaCheck {
  validateAgainstSchema(manifest: object, schema?: object): Promise<readonly string[]>;
}

async function faultsOf(manifest: Record<string, unknown>, schema: string): Promise<readonly string[]> {
  const faults = await schemaCheck().validateAgainstSchema(manifest, readSchema(schema, 'MicrosoftTeams.schema.json'));
  return faults.map((fault) => `- manifest ${schema}: ${fault}`);
}

async function faultsOfWords({ file, content }: WordsFile, schema: string): Promise<readonly string[]> {
  const known = readSchema(schema, 'MicrosoftTeams.Localization.schema.json');
  return (await schemaCheck().validateAgainstSchema(content, known)).map((fault) => `- ${file}: ${fault}`);
}

function schemaCheck(): SchemaCheck {
  return (require('@microsoft/app-manifest') as { AppManifestUtils: SchemaCheck }).AppManifestUtils;
}

/** Read from the package, so it works without a network. */
function readSchema(version: string, file: string): object {
  const text = readFileSync(join(schemasFolder, `v${version}`, file), 'utf8');
  // One pattern in the language schema has an unbalanced bracket, which strict regex parsers refuse.
  return JSON.parse(text.replace(/^\uFEFF/, '').replaceAll('\\\\b]', '\\\\b\\\\]')) as object;
}

/** The limits of older tenants, and whether every language names the same commands. */
function limitFaults(
  { bots, composeExtensions, validDomains }: Manifest,
  words: readonly WordsFile[],
): readonly string[] {
  const faults: string[] = [];
  const check = (at: string, titled: z.infer<typeof commandSchema>): void => {
    faults.push(...lengthFaults(at, titled));
    for (const { file, content } of words) faults.push(...lengthFaults(`${file}: ${at}`, translated(content, at)));
  };
  for (const [extension, { commands }] of composeExtensions.entries()) {
    if (commands.length > commandsMax) faults.push(`- more than ${commandsMax} commands above the message box`);
    for (const [index, command] of commands.entries()) {
      const at = `composeExtensions[${extension}].commands[${index}]`;
      check(at, command);
      for (const [nth, parameter] of (command.parameters ?? []).entries()) check(`${at}.parameters[${nth}]`, parameter);
    }
  }
  if (validDomains.length > domainsMax) faults.push(`- more than ${domainsMax} domains`);
  for (const [bot, { commandLists }] of bots.entries()) {
    for (const [list, { commands }] of commandLists.entries()) {
      if (commands.length > commandsMax) faults.push(`- more than ${commandsMax} commands in list ${list}`);
      for (const [index, command] of commands.entries())
        check(`bots[${bot}].commandLists[${list}].commands[${index}]`, command);
    }
  }
  return faults;
}

function translated(words: Readonly<Record<string, string>>, at: string): z.infer<typeof commandSchema> {
  return { title: words[`${at}.title`] ?? '', description: words[`${at}.description`] ?? '' };
}

function lengthFaults(at: string, { title, description }: z.infer<typeof commandSchema>): readonly string[] {
  return [
    ...(title.length >= 1 && title.length <= titleMax ? [] : [`- ${at}.title: 1 to ${titleMax} characters`]),
    ...(description.length >= 1 && description.length <= descriptionMax
      ? []
      : [`- ${at}.description: 1 to ${descriptionMax} characters`]),
  ];
}

function zipped(manifest: object, words: readonly WordsFile[]): Uint8Array {
  const json = (value: object) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const icon = (name: string) => new Uint8Array(readFileSync(join('appPackage', name)));
  return zipSync(
    {
      'manifest.json': json(manifest),
      ...Object.fromEntries(words.map(({ file, content }) => [file, json(content)])),
      'color.png': icon('color.png'),
      'outline.png': icon('outline.png'),
    },
    // The same input produces the same file.
    { level: 9, mtime: new Date(2026, 0, 1) },
  );
}

function fail(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}
