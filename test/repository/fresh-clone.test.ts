import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runNpm } from '../../scripts/run-npm.ts';
import { freePort } from '../builders/free-port.ts';

/**
 * The README's two commands, as somebody runs them who has just cloned the repository: with the npm and the Node that came
 * with their machine, each with a cache of its own. It needs the npm registry and many minutes: `npm run test:long -- fresh`.
 */
const isAsked = process.env.FRESH_CLONES === '1';
const describeIfAsked = isAsked ? describe : describe.skip;
if (!isAsked)
  process.stderr.write('Skipped, because it needs the registry and long: fresh clones (npm run test:long -- fresh)\n');

const theirs = [
  { node: '18.20.8', npm: '9.2.0' },
  { node: '20.20.2', npm: '10.8.2' },
  { node: '22.19.0', npm: '10.9.4' },
  { node: '24.21.0', npm: '11.6.0' },
];
const otherMachines = [
  { os: 'linux', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'darwin', cpu: 'x64' },
];
/** What the machine says about its own network, and nothing else of it. */
const network = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|npm_config_registry|NODE_EXTRA_CA_CERTS)$/i.test(name),
  ),
);

describeIfAsked.each(theirs)('with Node $node and npm $npm', ({ node, npm }) => {
  let folder: string;
  let clone: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onetenant-fresh-'));
    clone = join(folder, 'onetenant');
    execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);
    environment = await aMachine(folder, node, npm);
  }, 600_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('npm ci says what it added, and nothing else', async () => {
    const { stdout, stderr } = await promisify(execFile)('npm', ['ci', '--no-progress'], {
      cwd: clone,
      env: environment,
    });

    expect(stderr).toBe('');
    expect(stdout.trim()).toMatch(/^added \d+ packages in \w+( \w+)?$/);
    const [megabytes] = execFileSync('du', ['-sm', 'node_modules'], { cwd: clone, encoding: 'utf8' }).split('\t');
    // Npm 9 brings what is for a Linux without glibc as well.
    expect(Number(megabytes)).toBeLessThanOrEqual(npm.startsWith('9.') ? 880 : 800);
  }, 1_800_000);

  test('npm start answers, and a signal to it leaves nothing running', async () => {
    const [bot, http, https] = [await freePort(), await freePort(), await freePort()];
    const ports = { PORT: String(bot), SANDBOX_HTTP_PORT: String(http), SANDBOX_HTTPS_PORT: String(https) };
    const started = spawn('npm', ['start'], { cwd: clone, env: { ...environment, ...ports } });
    let said = '';
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    while (!said.includes('Press Ctrl+C')) {
      if (started.exitCode !== null) throw new Error(said);
      await pause(200);
    }

    expect((await fetch(`http://localhost:${bot}/healthz`)).status).toBe(200);
    expect((await fetch(`http://localhost:${http}/`)).status).toBe(200);
    expect(
      Number((await fetch(`http://localhost:${http}/page/webchat.js`)).headers.get('content-length')),
    ).toBeGreaterThan(1_000_000);
    expect(said).not.toMatch(/Warning|EBADENGINE|\n\s+at /);

    const ended = once(started, 'exit');
    started.kill('SIGTERM');
    await ended;
    while ((await runningIn(clone)).length > 0) await pause(200);
  }, 600_000);

  test('npm test runs', async () => {
    const { stderr } = await promisify(execFile)('npm', ['test', '--', 'test/domain'], {
      cwd: clone,
      env: environment,
    });

    expect(stderr).toMatch(/Tests: +\d+ passed, \d+ total/);
  }, 1_200_000);

  // Npm 9 knows no other machine than its own.
  (npm.startsWith('9.') ? test.skip : test).each(otherMachines)(
    'npm ci would work on $os $cpu',
    async ({ os, cpu }) => {
      const args = ['ci', '--dry-run', `--os=${os}`, `--cpu=${cpu}`];

      const { stdout } = await promisify(execFile)('npm', args, { cwd: clone, env: environment, maxBuffer: 2 ** 24 });

      expect(stdout).toMatch(/(added|changed|removed|up to date)/);
    },
    600_000,
  );
});

/** A home, and a path with one Node and one npm. */
async function aMachine(folder: string, node: string, npm: string): Promise<Record<string, string>> {
  const [tools, bin, home] = ['tools', 'bin', 'home'].map((name) => join(folder, name)) as [string, string, string];
  for (const made of [tools, bin, home]) await mkdir(made);
  await writeFile(join(tools, 'package.json'), '{}');
  const packages = [`node-${process.platform}-${process.arch}@${node}`, `npm@${npm}`];
  await runNpm(tools, process.env, ['install', '--force', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);
  const theirNode = join(tools, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  await symlink(theirNode, join(bin, 'node'));
  await writeFile(join(bin, 'npm'), `#!/bin/sh\nexec node '${join(tools, 'node_modules/npm/bin/npm-cli.js')}' "$@"\n`);
  await chmod(join(bin, 'npm'), 0o755);
  return { ...network, HOME: home, PATH: `${bin}:/usr/bin:/bin`, npm_config_cache: join(folder, 'cache') };
}

/** The processes that were started there. */
async function runningIn(folder: string): Promise<readonly string[]> {
  const pids = execFileSync('ps', ['-eo', 'pid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim());
  const folders = await Promise.all(
    pids.filter((pid) => pid !== '').map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')),
  );
  return folders.filter((environ) => environ.includes(`INIT_CWD=${resolve(folder)}\0`));
}
