import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { freePort } from '../builders/free-port.ts';
import { Chat } from '../conversations/chat.ts';
import { bundledZip } from './bundled-app.ts';
import { readPrediction } from './template.ts';

/** What the template tells App Service, which starts the program with a shell in the folder of the zip. */
const site = z
  .object({
    linuxFxVersion: z.string(),
    appCommandLine: z.string(),
    appSettings: z.array(z.object({ name: z.string(), value: z.string() })),
  })
  .parse(siteConfig());
const settings = Object.fromEntries(site.appSettings.map(({ name, value }) => [name, value]));

let scratch: string;
let files: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'onetenant-zip-'));
  files = unzipSync(await readFile(await bundledZip()));
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

test('the zip holds the program, its licences and what it is made of, and nothing that a Node of its own would need', () => {
  const names = Object.keys(files);

  for (const name of ['onetenant.mjs', 'doctor.mjs', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
    expect(names).toContain(name);
  for (const folder of ['parts/', 'content/', 'webchat/'])
    expect(names.some((name) => name.startsWith(folder))).toBe(true);
  expect(names.filter((name) => /\.map$|^compiled\/|meta\.json$|node_modules/.test(name))).toEqual([]);
  expect(Buffer.from(files['sbom.cdx.json'] ?? []).toString()).not.toContain('pkg:generic/node');
});

test('App Service runs it on the Node that it is made for, as an image does', async () => {
  const dockerfile = await readFile('Dockerfile', 'utf8');
  const [, options] = /NODE_OPTIONS="(.+)"/.exec(dockerfile) ?? [];

  expect(site.linuxFxVersion).toBe(`NODE|${process.versions.node.split('.')[0]}-lts`);
  expect(site.appCommandLine).toBe(`node ${options} onetenant.mjs`);
  for (const name of ['NODE_ENV', 'HOST']) expect(dockerfile).toContain(`${name}=${settings[name]} `);
  // It is mounted as it is, and nothing is built from it.
  expect(settings).toMatchObject({ WEBSITE_RUN_FROM_PACKAGE: '1', SCM_DO_BUILD_DURING_DEPLOYMENT: 'false' });
});

describe('unpacked and started as App Service does it', () => {
  let sandbox: RunningSandbox;
  let bot: ChildProcess;
  let port: number;

  beforeAll(async () => {
    const folder = join(scratch, 'site/wwwroot');
    for (const [name, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    // A zip that is run as it is can be written to by nobody.
    await chmod(folder, 0o555);
    port = await freePort();
    sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${port}` });
    await writeFile(join(scratch, 'authority.pem'), sandbox.caCertificatePem);
    bot = spawn('sh', ['-c', `exec ${site.appCommandLine}`], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...sandbox.environment,
        PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
        HOST: settings.HOST,
        NODE_ENV: settings.NODE_ENV,
        PORT: String(port),
        DATA_FILE: join(scratch, 'onetenant.sqlite'),
        CONTACT: 'servicedesk@contoso.example',
        LOG_LEVEL: 'info',
        NODE_EXTRA_CA_CERTS: join(scratch, 'authority.pem'),
      },
    });
    await untilReady();
  });

  afterAll(async () => {
    bot.kill('SIGKILL');
    await sandbox.stop();
    await chmod(join(scratch, 'site/wwwroot'), 0o755);
  });

  test.each(['en', 'nl', 'de'] as const)('it leads somebody through signing in to a verdict, in %s', async (locale) => {
    const t = createTranslator(locale);
    const chat = await Chat.open(sandbox.core.addresses.http, { as: 'global-admin-m365', locale });

    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();

    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });

  test('it shows the chat window', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/webchat/embed.js`);

    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('OneTenant')]);
  });

  // Last, because the process is gone afterwards.
  test('it ends by itself, without a fault, when it is asked to', async () => {
    const ended = once(bot, 'exit');

    bot.kill('SIGTERM');

    expect(await ended).toEqual([0, null]);
  });

  async function untilReady(): Promise<void> {
    for (;;) {
      if (bot.exitCode !== null) throw new Error(`the zip ended with ${bot.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

function siteConfig(): unknown {
  const { resources } = readPrediction('app-service-zip');
  const [, found] = Object.entries(resources).find(([name]) => /^Microsoft\.Web\/sites\/[^/]+$/.test(name)) ?? [];
  return z.object({ properties: z.object({ siteConfig: z.unknown() }) }).parse(found).properties.siteConfig;
}
