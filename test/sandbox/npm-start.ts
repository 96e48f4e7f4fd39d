import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startsBundled } from '../builders/bundled-programs.ts';
import { freePort } from '../builders/free-port.ts';

/** `npm start`, or the sandbox without npm, as processes of their own on free ports. */
export interface Started {
  readonly child: ChildProcess;
  readonly environment: Readonly<Record<string, string>>;
  stdout(): string;
  stderr(): string;
  /** Resolves when people can chat. Rejects when it ends before. */
  runs(): Promise<void>;
  /** Exit code, once it ended and said everything. */
  ends(): Promise<number | null>;
  /** Everything that it started, and itself, by id: the outermost first. */
  processes(): readonly number[];
}

export interface Place {
  starts(command: 'npm start' | 'sandbox', changes?: Readonly<Record<string, string>>): Promise<Started>;
  /** Ends whatever is left. */
  clear(): Promise<void>;
}

export async function aPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-npm-start-'));
  const bundled = await startsBundled();
  const seen = new Set<number>();
  return {
    async starts(command, changes = {}) {
      const [PORT, SANDBOX_HTTP_PORT, SANDBOX_HTTPS_PORT] = await threePorts();
      const environment = {
        PORT,
        SANDBOX_HTTP_PORT,
        SANDBOX_HTTPS_PORT,
        DATA_FILE: join(folder, 'sandbox.sqlite'),
        ...changes,
      };
      const [program, ...words] = command === 'npm start' ? ['npm', 'start'] : [process.execPath, 'sandbox/index.ts'];
      const started = watched(
        spawn(program, words, {
          env: {
            PATH: process.env.PATH ?? '',
            HOME: folder,
            NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
            ...bundled,
            ...environment,
          },
          stdio: ['ignore', 'pipe', 'pipe'],
          // A group of its own, as each command of a terminal is.
          detached: true,
        }),
        environment,
      );
      seen.add(started.child.pid ?? 0);
      return {
        ...started,
        processes() {
          const found = started.processes();
          for (const id of found) seen.add(id);
          return found;
        },
      };
    },
    async clear() {
      for (const id of [...seen].filter((id) => id > 1 && isThere(id))) process.kill(id, 'SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function isThere(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Those of them that are still there when nothing changes any more; none, as soon as none is. */
export async function leftOf(ids: readonly number[]): Promise<readonly number[]> {
  // A bot may take 20 seconds to end what it is doing.
  for (let look = 0; look < 250 && ids.some(isThere); look += 1) await pause(100);
  return ids.filter(isThere);
}

function watched(child: ChildProcess, environment: Readonly<Record<string, string>>): Started {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    environment,
    stdout: () => stdout,
    stderr: () => stderr,
    async runs() {
      while (!stdout.includes('Press Ctrl+C')) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${stdout}${stderr}`);
        await pause(50);
      }
    },
    ends: async () => (await ended)[0],
    processes: () => withDescendants(child.pid ?? 0),
  };
}

function withDescendants(root: number): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]));
  const found = [root];
  for (const one of found) for (const [id, parent] of parents) if (parent === one) found.push(id);
  return found;
}

async function threePorts(): Promise<readonly [string, string, string]> {
  const ports = new Set<number>();
  while (ports.size < 3) ports.add(await freePort());
  return [...ports].map(String) as [string, string, string];
}
