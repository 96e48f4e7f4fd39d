import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import type { RunningApp } from '../../src/app.ts';
import type { Settings } from '../../src/config/settings.ts';
import { oncePerRun } from '../builders/once-per-run.ts';

/** The folder with the bundle, which is built once per run. It holds all that an image holds; nothing is written there. */
export function bundleFolder(): Promise<string> {
  return oncePerRun('bundle', async (folder) => {
    await promisify(execFile)(process.execPath, ['scripts/build.mjs', '--out', folder]);
  });
}

/** The zip for App Service, which is made once per run. Nothing is written there. */
export async function bundledZip(): Promise<string> {
  const folder = await oncePerRun('bundled-zip', async (made) => {
    await promisify(execFile)(process.execPath, ['scripts/bundle-zip.ts', '--out', join(made, 'onetenant.zip')]);
  });
  return join(folder, 'onetenant.zip');
}

/** Stands in for `startApp` of `src/app.ts`: the same settings, but the bundle as a process of its own. */
export async function startApp(settings: Settings): Promise<Pick<RunningApp, 'port' | 'runDue' | 'stop'>> {
  const bot = await startBundle(environmentOf(settings));
  await untilItListens(bot, settings.PORT);
  return {
    port: settings.PORT,
    runDue: () => Promise.reject(new Error('a process of its own does what is due by itself')),
    async stop(): Promise<void> {
      const exit = once(bot.process, 'exit');
      bot.process.kill('SIGTERM');
      await exit;
    },
  };
}

export interface BundledBot {
  readonly process: ChildProcess;
  /** Everything that it printed. */
  said(): string;
}

/** Starts the bundle with only the settings that are given: nothing of this machine reaches it. */
export async function startBundle(environment: Readonly<Record<string, string>>): Promise<BundledBot> {
  const folder = await bundleFolder();
  // Beside the bundle, so that it goes with it when the run is over.
  const authorities = join(dirname(folder), `authorities-${randomUUID()}.pem`);
  // Whom this process trusts, the bundle trusts: among them the authority of the simulated cloud.
  await writeFile(authorities, tls.getCACertificates('default').join('\n'));
  const bot = spawn(process.execPath, [join(folder, 'onetenant.mjs')], {
    cwd: folder,
    env: { ...environment, NODE_EXTRA_CA_CERTS: authorities },
  });
  let output = '';
  for (const stream of [bot.stdout, bot.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return { process: bot, said: () => output };
}

/** Resolves when it answers; rejects with what it said when it ends before that. */
export async function untilItListens(bot: BundledBot, port: number): Promise<void> {
  for (;;) {
    if (bot.process.exitCode !== null) throw new Error(`the bundle ended: ${bot.said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function environmentOf(settings: Settings): Record<string, string> {
  const given = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, textOf(value)]],
  );
  return Object.fromEntries(given);
}

/** A list of words as the settings take it, and a list of anything else as JSON. */
function textOf(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.every((one) => typeof one === 'string') ? value.join(',') : JSON.stringify(value);
}
