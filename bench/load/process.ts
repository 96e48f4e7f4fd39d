import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { buildSync } from 'esbuild';
import { installApart } from '../../scripts/install-apart.ts';
import { freePort } from '../../test/builders/free-port.ts';
import type { BenchCloud } from './cloud.ts';

/** One bot in a process of its own. */
export interface BenchBot {
  readonly name: BotName;
  readonly port: number;
  /** Milliseconds from the start of the process until it could be called. */
  readonly listeningAfterMs: number;
  readonly startedAt: number;
  /** What it has used of the processor since it started, in milliseconds. Steps of 10. */
  cpuMs(): number;
  /** What it holds in memory, in MB. */
  residentMb(): number;
  stop(): Promise<void>;
}

export type BotName = 'onetenant' | 'bare-http' | 'botbuilder-echo' | 'botbuilder-dialog' | 'agents-dialog';

export interface BotOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Flags of Node, such as `--cpu-prof`. */
  readonly flags?: readonly string[];
  /** Called with the file that conversations are kept in, before the bot starts. */
  readonly fillStore?: (file: string) => Promise<void>;
}

const tickMs = 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

const running = new Set<ChildProcess>();
// A run that is broken off takes its bots with it.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

let bundle: { readonly folder: string; readonly isOurs: boolean } | null = null;

/** Builds the bundle that `startBot` starts, unless there is one already. */
export function prepareBundle(builtFolder?: string): void {
  const folder = builtFolder ?? join(tmpdir(), `onetenant-bench-${process.pid}`);
  bundle = { folder, isOurs: builtFolder === undefined };
  if (bundle.isOurs) execFileSync(process.execPath, ['scripts/build.mjs', '--out', folder], { stdio: 'ignore' });
}

export async function removeBundle(): Promise<void> {
  if (bundle?.isOurs === true) await rm(bundle.folder, { recursive: true, force: true });
  if (peersFolder !== null) await rm(peersFolder, { recursive: true, force: true });
}

let peersFolder: string | null = null;

/** The peers as plain JavaScript: Node takes some 35 ms more to start from TypeScript. Their packages stay as they are. */
async function preparePeers(): Promise<string> {
  await installApart('bench/peers', process.env);
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-bench-peers-'));
  symlinkSync(resolve('bench/peers/node_modules'), join(folder, 'node_modules'));
  buildSync({
    entryPoints: ['bench/peers/bot.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
  });
  return folder;
}

export async function startBot(name: BotName, cloud: BenchCloud, options: BotOptions = {}): Promise<BenchBot> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-bench-data-'));
  const start = await (name === 'onetenant' ? ours(cloud, folder, options) : theirs(name));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...(options.flags ?? []), ...start.program], {
    cwd: start.folder,
    env: { ...start.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const port = await portOf(child);
  return {
    name,
    port,
    startedAt,
    listeningAfterMs: performance.now() - startedAt,
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * tickMs;
    },
    residentMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // An orderly end takes more than a second and nothing of it is measured; what flags ask for may be written at the end.
      child.kill(options.flags === undefined ? 'SIGKILL' : 'SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(patience);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Start {
  readonly folder: string;
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What the image gives Node. */
const imageOptions = /NODE_OPTIONS="(.+)"/.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '';

/** The production bundle with everything on, as the image starts it: the log at its usual level, the store on the disk. */
async function ours(cloud: BenchCloud, folder: string, { environment, fillStore }: BotOptions): Promise<Start> {
  const authority = join(folder, 'authority.pem');
  const dataFile = join(folder, 'onetenant.sqlite');
  await writeFile(authority, cloud.caPem);
  await fillStore?.(dataFile);
  return {
    folder: bundle?.folder ?? 'dist',
    program: ['onetenant.mjs'],
    environment: {
      ...cloud.environment,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      DATA_FILE: dataFile,
      LOG_LEVEL: 'info',
      CONTACT: 'servicedesk@contoso.example',
      NODE_EXTRA_CA_CERTS: authority,
      NODE_ENV: 'production',
      NODE_OPTIONS: imageOptions,
      ...environment,
    },
  };
}

async function theirs(name: BotName): Promise<Start> {
  peersFolder ??= await preparePeers();
  // Not in production: there the Agents SDK insists on signed requests.
  return { folder: process.cwd(), program: [join(peersFolder, 'bot.mjs'), name], environment: {} };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((found, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      if (said.length < 10_000) said += chunk.toString();
      const port = /listens on port (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      found(Number(port));
      // From here on the log is taken in and not looked at: the driver shares the machine with what it measures.
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', listen).resume();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${said}`)));
  });
}
