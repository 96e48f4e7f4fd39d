// Fills a bundle's compile cache: starts it against the simulated cloud, greets, presses two buttons, and stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSandbox } from '../sandbox/start-sandbox.ts';
import { commandLine } from '../src/config/command-line.ts';

/** The user that the image runs the bot as. Node stores its compile cache per user id. */
const userOfImage = 1_000;
const patienceMs = 30_000;

const { words } = commandLine({
  about: 'Fills the cache of compiled code of a bundle, by starting it and talking to it. npm run build does so.',
  call: 'node scripts/fill-compile-cache.ts [FOLDER]     (default: dist)',
  mostWords: 1,
});
const [folder = 'dist'] = words;
// After the command line: `--help` needs no sandbox.
const { startSandbox } = await import('../sandbox/start-sandbox.ts');
const scratch = await mkdtemp(join(tmpdir(), 'onetenant-compile-'));
const port = await freePort();
const sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${port}` });
try {
  await runBot(sandbox);
  await openToReaders(join(folder, 'compiled'));
} finally {
  await sandbox.stop();
  await rm(scratch, { recursive: true });
}
process.exit(0);

async function runBot({ environment, caCertificatePem, core }: RunningSandbox): Promise<void> {
  await writeFile(join(scratch, 'authority.pem'), caCertificatePem);
  const bot = spawn(process.execPath, ['onetenant.mjs'], {
    cwd: folder,
    env: {
      ...environment,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_FILE: join(scratch, 'onetenant.sqlite'),
      CONTACT: 'servicedesk@contoso.example',
      LOG_LEVEL: 'info',
      NODE_EXTRA_CA_CERTS: join(scratch, 'authority.pem'),
    },
    stdio: 'ignore',
  });
  const ended = once(bot, 'exit');
  try {
    await until(() => fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok));
    await talk(`${core.addresses.http}/v3/directline`);
    // By now the bot has also loaded what the first check needs.
    await pause(1_000);
  } finally {
    bot.kill('SIGTERM');
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`the bundle ended with ${code}`);
}

/** A first conversation: the welcome, and what follows the first two buttons. */
async function talk(directLine: string): Promise<void> {
  const user = { id: 'dl_compile' };
  const { token, conversationId } = (await post(`${directLine}/tokens/generate`, '', { user })) as Started;
  await post(`${directLine}/conversations`, token, { user, locale: 'en-US' });
  const activities = `${directLine}/conversations/${conversationId}/activities`;
  for (const press of [1, 2]) {
    const button = await until(() => newestButton(activities, token, press));
    await post(activities, token, { type: 'message', from: user, value: button, channelData: { postBack: true } });
  }
  await until(() => newestButton(activities, token, 3));
}

interface Started {
  readonly token: string;
  readonly conversationId: string;
}

/** The data of the first button on the newest card, once the bot has sent this many cards. */
async function newestButton(activities: string, token: string, cards: number): Promise<unknown> {
  const response = await fetch(activities, { headers: { authorization: `Bearer ${token}` } });
  const said = [...JSON.stringify(await response.json()).matchAll(/"type":"Action\.Submit".*?"data":(\{.*?\})/g)];
  const messages = said.map(([, data]) => JSON.parse(data ?? 'null') as unknown);
  return messages.length >= cards ? messages.at(-1) : null;
}

async function post(url: string, token: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function until<T>(look: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const found = await look().catch(() => null);
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error('the bundle does not answer');
    await pause(50);
  }
}

/** Node makes the cache readable only for its own user; the image is built by one user and run by another. */
async function openToReaders(compiled: string): Promise<void> {
  for (const name of await readdir(compiled)) {
    await chmod(join(compiled, name), 0o755);
    for (const file of await readdir(join(compiled, name))) await chmod(join(compiled, name, file), 0o644);
    const forImage = name.replace(/\d+$/, String(userOfImage));
    if (forImage === name) continue;
    await rm(join(compiled, forImage), { recursive: true, force: true });
    await symlink(name, join(compiled, forImage));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
