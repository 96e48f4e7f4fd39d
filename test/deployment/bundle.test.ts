import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { Chat } from '../conversations/chat.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onetenant-bundle-'));
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', '--out', folder]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the bundle holds nothing of the sandbox, of the tests, or of the tools', async () => {
  const inputs = await bundledFiles();

  const ours = inputs.filter((path) => !path.startsWith('node_modules/'));
  expect(ours.length).toBeGreaterThan(50);
  expect(ours.filter((path) => !/^(src|dialogs|cards|webchat)\//.test(path))).toEqual([]);
  expect(
    inputs.filter((path) =>
      /node_modules\/(jest|fastify|selfsigned|playwright|botframework-webchat|esbuild)\//.test(path),
    ),
  ).toEqual([]);
});

test('the bundle asks for no package at run time but those it can do without', async () => {
  const asked = Object.values((await metafile()).outputs).flatMap((output) => output.imports);

  const packages = asked.filter((one) => one.external === true && !isOfNode(one.path)).map((one) => one.path);
  // Each stands in a `try` of the package that would like to have it.
  expect([...new Set(packages)].sort()).toEqual(['bufferutil', 'dtrace-provider', 'encoding', 'utf-8-validate']);
});

test('the bundle without settings names every one that is missing and ends with 78', async () => {
  const bot = startBundle({});

  const [code] = (await once(bot.process, 'exit')) as [number];

  expect(code).toBe(78);
  for (const name of ['BOT_APP_ID', 'BOT_APP_TENANT_ID', 'SIGN_IN_APP_ID']) expect(bot.said()).toContain(name);
});

describe('as a process of its own, in a folder without packages', () => {
  let sandbox: RunningSandbox;
  let bot: Bot;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${port}` });
    const authority = join(folder, 'authority.pem');
    await writeFile(authority, sandbox.caCertificatePem);
    bot = startBundle({
      ...sandbox.environment,
      PORT: String(port),
      DATA_FILE: join(folder, 'data', 'onetenant.sqlite'),
      CONTACT: 'servicedesk@contoso.example',
      LOG_LEVEL: 'info',
      NODE_EXTRA_CA_CERTS: authority,
    });
    await untilItListens(bot);
  });

  afterAll(async () => {
    bot.process.kill('SIGKILL');
    await sandbox.stop();
  });

  test('is alive and ready', async () => {
    const [alive, ready] = await Promise.all(
      ['healthz', 'readyz'].map((path) => fetch(`http://127.0.0.1:${port}/${path}`)),
    );

    expect([alive?.status, ready?.status]).toEqual([200, 200]);
  });

  test.each(['en', 'nl'] as const)('leads somebody through signing in to a verdict, in %s', async (locale) => {
    const t = createTranslator(locale);
    const chat = await Chat.open(sandbox.core.addresses.http, { as: 'global-admin-m365', locale });
    // The channel does not wait for the bot when somebody opens the window.
    while (chat.heard.length === 0) await chat.listens();
    expect(chat.words()).toContain(t('card.welcome.first-title'));

    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();

    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });

  // Last, because the process is gone afterwards.
  test('ends by itself, without a fault, when it is asked to', async () => {
    const exit = once(bot.process, 'exit');

    bot.process.kill('SIGTERM');

    expect(await exit).toEqual([0, null]);
  });
});

interface Bot {
  readonly process: ChildProcess;
  said(): string;
}

/** Only the settings that are given: nothing of this machine reaches the bot. */
function startBundle(environment: Readonly<Record<string, string>>): Bot {
  let output = '';
  const bot = spawn(process.execPath, [join(folder, 'onetenant.mjs')], { cwd: folder, env: environment });
  for (const stream of [bot.stdout, bot.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { process: bot, said: () => output };
}

async function untilItListens(bot: Bot): Promise<void> {
  while (!bot.said().includes('app.started')) {
    if (bot.process.exitCode !== null) throw new Error(`the bundle ended: ${bot.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>
  >;
}

async function metafile(): Promise<Metafile> {
  return JSON.parse(await readFile(join(folder, 'onetenant.meta.json'), 'utf8')) as Metafile;
}

async function bundledFiles(): Promise<readonly string[]> {
  return Object.keys((await metafile()).inputs);
}

function isOfNode(path: string): boolean {
  return process.getBuiltinModule(path.replace(/\/$/, '')) !== undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
