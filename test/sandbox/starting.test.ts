import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isFaultNamed } from '../../sandbox/channel/fault-names.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { freePort } from '../builders/free-port.ts';
import { aPlace, leftOf, type Place } from './npm-start.ts';

/** How `npm start` begins and ends, with real processes. */

let place: Place;
beforeEach(async () => {
  place = await aPlace();
});
afterEach(() => place.clear());

const withSignals = process.platform === 'win32' ? describe.skip : describe;

withSignals('nothing is left running', () => {
  test.each(['SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('when npm is ended by %s', async (signal) => {
    const started = await place.starts('npm start');
    await started.runs();
    const processes = started.processes();

    started.child.kill(signal);

    expect(processes.length).toBeGreaterThan(2);
    expect(await leftOf(processes)).toEqual([]);
  });

  test('when somebody presses Ctrl+C, which every process of the terminal hears', async () => {
    const started = await place.starts('npm start');
    await started.runs();
    const processes = started.processes();

    process.kill(-(started.child.pid ?? 0), 'SIGINT');

    expect(await leftOf(processes)).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'when the sandbox is ended by %s, with exit code 0',
    async (signal) => {
      const started = await place.starts('sandbox');
      await started.runs();
      const processes = started.processes();

      // As from a terminal and from whoever hands it on.
      started.child.kill(signal);
      started.child.kill(signal);

      expect(processes).toHaveLength(2);
      expect(await started.ends()).toBe(0);
      expect(await leftOf(processes)).toEqual([]);
    },
  );

  test('when the sandbox is ended by SIGKILL, which it cannot hear', async () => {
    const started = await place.starts('sandbox');
    await started.runs();
    const processes = started.processes();

    started.child.kill('SIGKILL');

    expect(processes).toHaveLength(2);
    expect(await leftOf(processes)).toEqual([]);
  });

  test('when the sandbox is ended while the bot is starting', async () => {
    const started = await place.starts('sandbox');
    let processes = started.processes();
    for (; processes.length < 2; processes = started.processes()) await pause(20);

    started.child.kill('SIGTERM');

    expect(await started.ends()).toBe(0);
    expect(await leftOf(processes)).toEqual([]);
  });
});

describe('a port that cannot be had is told in one line, with exit code 78', () => {
  const names = ['PORT', 'SANDBOX_HTTP_PORT', 'SANDBOX_HTTPS_PORT'];

  test.each(['127.0.0.1', '::1'])('when other programs have all of them on %s', async (host) => {
    const others = await Promise.all(names.map(() => listenOn(host)));
    const ports = others.map((other) => String(other?.port));
    if (others.includes(null)) return;

    const started = await place.starts('sandbox', Object.fromEntries(names.map((name, at) => [name, ports[at] ?? ''])));

    expect(await started.ends()).toBe(78);
    expect(started.stderr().trimEnd().split('\n')).toEqual(
      names.map((name, at) =>
        expect.stringMatching(
          new RegExp(
            `^${name} ${ports[at]} \\(.+\\) is in use by another program\\. Set ${name} to another number\\.$`,
          ),
        ),
      ),
    );
    await Promise.all(others.map((other) => other?.close()));
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'none of them is a port',
      { PORT: 'abc', SANDBOX_HTTPS_PORT: '65536', SANDBOX_HTTP_PORT: '0' },
      /^(?:(?:PORT|SANDBOX_HTTPS?_PORT) must be a whole number from 1 to 65535\.\n){3}$/,
    ],
    [
      'one is given twice',
      { PORT: '4001', SANDBOX_HTTP_PORT: '4001' },
      /^PORT and SANDBOX_HTTP_PORT are both 4001\..+\n$/,
    ],
  ])('when %s', async (_what, changes, lines) => {
    const started = await place.starts('sandbox', changes);

    expect(await started.ends()).toBe(78);
    expect(started.stderr()).toMatch(lines);
  });
});

test('what keeps the bot from starting is told in one line, and nothing is left', async () => {
  const started = await place.starts('sandbox', { DATA_FILE: '/dev/null/x/store.sqlite' });
  const processes = started.processes();

  expect(await started.ends()).toBe(78);
  expect(started.stderr()).toMatch(/^DATA_FILE .+\n$/);
  expect(await leftOf(processes)).toEqual([]);
});

test('every request that comes while the sandbox starts is answered', async () => {
  const httpPort = await freePort();
  const address = `http://127.0.0.1:${httpPort}/sandbox/settings`;
  const asked: Promise<number | 'nobody there' | 'no answer'>[] = [];
  let isStarted = false;

  const starting = startSandbox({ httpPort, httpsPort: 0 }).finally(() => {
    isStarted = true;
  });
  while (!isStarted) {
    asked.push(statusOf(address));
    await pause(2);
  }
  const sandbox = await starting;
  const answers = await Promise.all(asked);
  await sandbox.stop();

  expect(new Set(answers)).toEqual(new Set(['nobody there', 200]));
});

async function statusOf(address: string): Promise<number | 'nobody there' | 'no answer'> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(20_000), headers: { connection: 'close' } });
    await response.text();
    return response.status;
  } catch (fault) {
    return isFaultNamed(fault, ['TimeoutError']) ? 'no answer' : 'nobody there';
  }
}

/** Another program on a free port; null where this machine does not have that address. */
async function listenOn(host: string): Promise<{ readonly port: number; close(): Promise<void> } | null> {
  const port = await freePort();
  const server: Server = createServer();
  const isThere = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
  return isThere ? { port, close: () => new Promise((resolve) => server.close(() => resolve())) } : null;
}
