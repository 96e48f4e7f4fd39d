import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { Understanding } from '../../src/bot/input/understanding.ts';
import { boxCommands } from '../../src/bot/message-extension/box-request.ts';
import { createTranslator, locales, phrasesOf } from '../../src/i18n/index.ts';

/** The zip that an administrator uploads, made by the command that they would run. */

const run = promisify(execFile);
const settings = {
  BOT_APP_ID: 'aaaaaaaa-2222-3333-4444-555555555555',
  SIGN_IN_APP_ID: 'bbbbbbbb-2222-3333-4444-555555555555',
  PUBLIC_URL: 'https://bot.contoso.example',
};
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onetenant-package-'));
  file = join(folder, 'onetenant.zip');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function makes(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  return run(process.execPath, ['scripts/teams-package.ts', '--out', file, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
  });
}

async function unpacked() {
  const files = unzipSync(new Uint8Array(await readFile(file)));
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  const manifest = json('manifest.json');
  const words: Record<string, string>[] = manifest.localizationInfo.additionalLanguages.map(
    ({ file: name }: { file: string }) => json(name),
  );
  return { files, manifest, words };
}

test('it is valid by the newest schema, and carries the settings', async () => {
  const { stdout } = await makes(settings);
  const { files, manifest } = await unpacked();

  expect(stdout).toMatch(/valid for Teams app manifest 1\.\d+/);
  const others = locales.filter((locale) => locale !== 'en').map((locale) => `${locale}.json`);
  expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png', ...others].sort());
  expect(manifest.bots[0]).toMatchObject({ botId: settings.BOT_APP_ID, scopes: ['personal', 'team', 'groupChat'] });
  expect(manifest.webApplicationInfo).toEqual({
    id: settings.SIGN_IN_APP_ID,
    resource: `api://botid-${settings.BOT_APP_ID}`,
  });
  expect(manifest.validDomains).toEqual(['token.botframework.com', 'bot.contoso.example']);
  expect(JSON.stringify(manifest)).not.toContain('${');
});

test('website, privacy and terms lead to pages that the bot has, unless others are named', async () => {
  await makes({ ...settings, TEAMS_TERMS_URL: 'https://contoso.example/terms' });

  const { developer } = (await unpacked()).manifest;
  expect(developer).toMatchObject({
    websiteUrl: 'https://bot.contoso.example/',
    privacyUrl: 'https://bot.contoso.example/privacy',
    termsOfUseUrl: 'https://contoso.example/terms',
  });
});

test('a package for this machine is made, with a warning', async () => {
  const { stderr } = await makes({ ...settings, PUBLIC_URL: 'http://localhost:3978' });

  expect(stderr).toContain('which nobody’s Teams can reach');
});

test('with the tab, the chat comes first, and signing in names the host that the tab is on', async () => {
  await makes(settings, ['--tab']);
  const { manifest, words } = await unpacked();

  expect(manifest.staticTabs).toEqual([
    { entityId: 'conversations', scopes: ['personal'] },
    {
      entityId: 'checklist',
      name: createTranslator('en')('tab.title'),
      contentUrl: 'https://bot.contoso.example/tab/checklist?locale={locale}',
      scopes: ['personal'],
    },
  ]);
  expect(manifest.webApplicationInfo.resource).toBe(`api://bot.contoso.example/botid-${settings.BOT_APP_ID}`);
  const others = locales.filter((locale) => locale !== 'en');
  expect(words.map((one) => one['staticTabs[1].name'])).toEqual(
    others.map((locale) => createTranslator(locale)('tab.title')),
  );
});

test('without it nothing of a tab is in the package, so that a bot that is not ready for one signs people in as before', async () => {
  await makes(settings);
  const { manifest, words } = await unpacked();

  expect(manifest.staticTabs).toBeUndefined();
  expect(JSON.stringify(words)).not.toContain('staticTabs');
});

test('it can be made for tenants that take an older manifest only', async () => {
  await makes(settings, ['--schema', '1.19']);

  expect((await unpacked()).manifest.manifestVersion).toBe('1.19');
});

test('half the settings make no package, and every fault is named at once', async () => {
  const made = makes({ BOT_APP_ID: 'not an id', PUBLIC_URL: settings.PUBLIC_URL });

  await expect(made).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/BOT_APP_ID[\s\S]*SIGN_IN_APP_ID/),
  });
});

test('a manifest that breaks the schema makes no package', async () => {
  const made = makes({ ...settings, TEAMS_WEBSITE_URL: `https://contoso.example/${'x'.repeat(2_100)}` });

  await expect(made).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('developer') });
});

test('the icons have the sizes that Teams asks for', async () => {
  await makes(settings);
  const { files } = await unpacked();

  for (const [name, size] of [
    ['color.png', 192],
    ['outline.png', 32],
  ] as const) {
    const png = Buffer.from(files[name] ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test('the message box has its commands in every language, and the links of the bot are its own', async () => {
  await makes(settings);
  const { manifest, words } = await unpacked();
  const [box] = manifest.composeExtensions;

  expect(box.botId).toBe(settings.BOT_APP_ID);
  expect(box.commands.map(({ id }: { id: string }) => id)).toEqual([...boxCommands]);
  expect(box.messageHandlers[0].value.domains).toEqual(['bot.contoso.example']);
  for (const [index, command] of box.commands.entries()) {
    const titles = words.map((file) => file[`composeExtensions[0].commands[${index}].title`]);
    expect(titles.every((title) => (title ?? '') !== '' && title !== command.title)).toBe(true);
  }
  expect(box.commands[0].parameters).toMatchObject([{ name: 'question', title: 'Question' }]);
  expect(words.every((file) => file['composeExtensions[0].commands[0].parameters[0].title'])).toBe(true);
});

test('every command, in every language of the bot, is something that the bot understands', async () => {
  await makes(settings);
  const { manifest, words } = await unpacked();
  const understanding = new Understanding(phrasesOf);
  const english = manifest.bots[0].commandLists.flatMap((list: { commands: { title: string }[] }) =>
    list.commands.map(({ title }) => title),
  );
  const translated = words.map((file) =>
    Object.entries(file).flatMap(([key, title]) => (/^bots.*\.title$/.test(key) ? [title] : [])),
  );

  expect(words).toHaveLength(locales.length - 1);
  expect(translated.map(({ length }) => length)).toEqual(words.map(() => english.length));
  for (const title of [...english, ...translated.flat()]) {
    expect({ title, kind: understanding.exactly(title).kind }).toEqual({ title, kind: 'intent' });
  }
});
