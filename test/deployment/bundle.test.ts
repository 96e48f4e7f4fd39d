import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { version } from '../../src/config/version.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { freePort } from '../builders/free-port.ts';
import { Chat } from '../conversations/chat.ts';
import { type BundledBot, bundleFolder, startBundle, untilItListens } from './bundled-app.ts';

let folder: string;
let scratch: string;

beforeAll(async () => {
  folder = await bundleFolder();
  scratch = await mkdtemp(join(tmpdir(), 'onetenant-bundle-test-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

test('the bundle holds nothing of the sandbox, of the tests, or of the tools', async () => {
  const inputs = await bundledFiles();

  const ours = inputs.filter((path) => !path.startsWith('node_modules/'));
  expect(ours.length).toBeGreaterThan(50);
  expect(ours.filter((path) => !/^(src|dialogs|cards|webchat)\//.test(path))).toEqual(['package.json']);
  expect(
    inputs.filter((path) => /node_modules\/(jest|fastify|selfsigned|playwright|modern-tar|esbuild)\//.test(path)),
  ).toEqual([]);
});

test('the bundle asks for no package at run time', async () => {
  const asked = Object.values((await metafile()).outputs).flatMap((output) => output.imports);

  const packages = asked.filter((one) => one.external === true && !isOfNode(one.path)).map((one) => one.path);
  // A file of the bundle.
  expect([...new Set(packages)]).toEqual(['./later.cjs']);
});

test('the bundle without settings names every one that is missing and ends with 78', async () => {
  const bot = await startBundle({});

  const [code] = (await once(bot.process, 'exit')) as [number];

  expect(code).toBe(78);
  for (const name of ['BOT_APP_ID', 'BOT_APP_TENANT_ID', 'SIGN_IN_APP_ID']) expect(bot.said()).toContain(name);
});

test('the bundle begins without what the first answer does not need', async () => {
  const { outputs } = await metafile();
  const atStart = partsReadBy('onetenant.mjs', outputs);

  const inputs = Object.entries(outputs).flatMap(([path, { inputs }]) =>
    atStart.has(path) ? Object.keys(inputs) : [],
  );
  expect(inputs).toContain('src/index.ts');
  expect(inputs.filter((path) => /opentelemetry|src\/cli\//.test(path))).toEqual([]);
  // Traces, the doctor, Entra, Graph, Azure, storage, recognizers of text, and parsers of bodies that are never read.
  expect(inputs.filter((path) => seldomUsed.test(path))).toEqual([]);
});

test('the bundle brings what tells a wish from a question, which no start reads', async () => {
  const { outputs } = await metafile();
  const atStart = partsReadBy('onetenant.mjs', outputs);

  const bringing = Object.keys(outputs).filter(
    (path) => outputs[path]?.inputs['src/adapters/search/intent-weights.ts'] !== undefined,
  );

  expect(bringing).toHaveLength(1);
  expect(bringing.filter((path) => atStart.has(path))).toEqual([]);
});

test('the build and its page tell how large the bundle is', async () => {
  const { outputs } = await metafile();
  const bytesOf = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const all = bytesOf(Object.keys(outputs).filter((path) => /\.[mc]js$/.test(path)));
  const atStart = bytesOf([...partsReadBy('onetenant.mjs', outputs)]);

  const page = await readFile('docs/deploy.md', 'utf8');
  const told = /about (\d+) MB of code, of which a start reads (\d+) MB/.exec(page);

  expect(Math.abs(all / 1e6 - Number(told?.[1]))).toBeLessThan(1);
  expect(Math.abs(atStart / 1e6 - Number(told?.[2]))).toBeLessThan(1);
});

test('what the bundle loads later is there as a file', async () => {
  const { outputs } = await metafile();
  const later = Object.entries(outputs).find(([path]) => path.endsWith('parts/later.cjs'))?.[1];

  for (const name of ['@azure/identity', '@azure/storage-blob', '@microsoft/microsoft-graph-client'])
    expect(Object.keys(later?.inputs ?? {}).some((path) => path.includes(`node_modules/${name}/`))).toBe(true);
});

test('the bundle brings its compiled code, which the user of the image can read', async () => {
  const compiled = join(folder, 'compiled');
  const names = await readdir(compiled);

  expect(names.some((name) => name.startsWith(`v${process.versions.node}-`) && name.endsWith('-1000'))).toBe(true);
  for (const name of names)
    for (const file of await readdir(join(compiled, name)))
      expect((await stat(join(compiled, name, file))).mode & 0o004).toBe(0o004);
});

test('a start uses the compiled code, and writes nothing beside the program', async () => {
  // Others run the bundle at the same moment, so this start has one of its own.
  const own = join(scratch, 'bundle');
  await cp(folder, own, { recursive: true, preserveTimestamps: true });
  const before = await everyFile(own);
  const debug = spawnSync(process.execPath, [join(own, 'onetenant.mjs')], {
    cwd: own,
    env: { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
    encoding: 'utf8',
  });

  expect(debug.status).toBe(78);
  expect(`${debug.stdout}${debug.stderr}`).toMatch(/onetenant\.mjs was accepted/);
  expect(await everyFile(own)).toEqual(before);
});

test('the doctor of the bundle names what is missing and ends with 78', async () => {
  const doctor = spawnSync(process.execPath, [join(folder, 'doctor.mjs')], { cwd: folder, env: {}, encoding: 'utf8' });

  expect(doctor.status).toBe(78);
  expect(doctor.stdout).toMatch(/BROKEN +settings +Settings: BOT_APP_ID is missing/);
});

test.each(['onetenant.mjs', 'doctor.mjs'])(
  '%s tells its version, and holds no more of package.json',
  async (program) => {
    const told = spawnSync(process.execPath, [join(folder, program), '--version'], { cwd: folder, encoding: 'utf8' });
    const parts = (await readdir(join(folder, 'parts'))).filter((name) => name.endsWith('.mjs'));
    const code = await Promise.all(parts.map((name) => readFile(join(folder, 'parts', name), 'utf8')));

    expect(told).toMatchObject({ status: 0, stdout: `OneTenant ${version}\n` });
    expect(code.join('\n')).not.toContain('depcruise');
  },
);

describe('as a process of its own, in a folder without packages', () => {
  let sandbox: RunningSandbox;
  let bot: BundledBot;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${port}` });
    bot = await startBundle({
      DIRECT_LINE_SECRET: 'only for this test',
      PUBLIC_URL: `http://localhost:${port}`,
      WEBCHAT_ORIGINS: 'http://intranet.localhost',
      ...sandbox.environment,
      PORT: String(port),
      DATA_FILE: join(scratch, 'data', 'onetenant.sqlite'),
      CONTACT: 'servicedesk@contoso.example',
      LOG_LEVEL: 'info',
    });
    await untilItListens(bot, port);
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
    expect(chat.words()).toContain(t('card.welcome.first-title'));

    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();

    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });

  test('has the chat window for web pages with it', async () => {
    const script = await fetch(`http://127.0.0.1:${port}/webchat/embed.js`);
    const library = await readFile(join(folder, 'webchat/library/webchat.js'));

    expect(script.status).toBe(200);
    expect(await script.text()).toContain('OneTenant');
    expect(library.length).toBeGreaterThan(1_000_000);
  });

  // Last, because the process is gone afterwards.
  test('ends by itself, without a fault, when it is asked to', async () => {
    const exit = once(bot.process, 'exit');

    bot.process.kill('SIGTERM');

    expect(await exit).toEqual([0, null]);
  });
});

const seldomUsed =
  /node_modules\/(@azure\/(identity|msal-node|storage-blob|arm-subscriptions)|@microsoft|axios|csv|formidable|http-signature|send|ws|fs-extra|jsonwebtoken)\//;

/** With the time of its last change. */
async function everyFile(root: string): Promise<readonly string[]> {
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  const told = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => `${name} ${(await stat(join(parentPath, name))).mtimeMs}`);
  return (await Promise.all(told)).sort();
}

interface Output {
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
}
interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, Output>>;
}

/** The files that a program reads before anything asks for more. */
function partsReadBy(program: string, outputs: Metafile['outputs']): ReadonlySet<string> {
  const parts = new Set(Object.keys(outputs).filter((path) => path.endsWith(`/${program}`)));
  for (const part of parts)
    for (const { path, kind, external } of outputs[part]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) parts.add(path);
  return parts;
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
