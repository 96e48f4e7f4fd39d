import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFaultNamed, networkFaults } from './channel/fault-names.ts';
import type { BotHost } from './control/bot-control.ts';
import type { BotSettings } from './core/bot-settings.ts';

const lookEveryMs = 50;
const startWithinMs = 30_000;

export type BotStart = { readonly kind: 'running' } | { readonly kind: 'ended'; readonly exitCode: number };

/** The bot in a process of its own, so that it can be killed in mid-work and restarted. */
export class BotProcess implements BotHost {
  readonly #origin: string;
  readonly #program: string;
  #child: ChildProcess | null = null;
  #environment: NodeJS.ProcessEnv | null = null;
  #folder: string | null = null;

  constructor(origin: string, program = 'src/index.ts') {
    this.#origin = origin;
    this.#program = program;
  }

  /** Sets the environment for the next start. */
  async prepare(environment: NodeJS.ProcessEnv, { caCertificatePem }: BotSettings): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'onetenant-sandbox-'));
    const authority = join(this.#folder, 'authority.pem');
    await writeFile(authority, caCertificatePem);
    this.#environment = { ...environment, NODE_EXTRA_CA_CERTS: authority };
  }

  state(): 'running' | 'stopped' {
    return this.#child === null ? 'stopped' : 'running';
  }

  async start(): Promise<BotStart> {
    if (this.#child !== null) return { kind: 'running' };
    const child = spawn(process.execPath, ['--import', './sandbox/end-with-sandbox.ts', this.#program], {
      env: this.#environment ?? {},
      // The IPC channel closes when this process ends, for whatever reason.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    return this.#answers(child);
  }

  /** Kills it at once, whatever it is doing. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Lets it finish what it is doing. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async #answers(child: ChildProcess): Promise<BotStart> {
    const deadline = Date.now() + startWithinMs;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) return { kind: 'ended', exitCode: child.exitCode };
      if (await this.#isThere()) return { kind: 'running' };
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    await this.kill();
    return { kind: 'ended', exitCode: 1 };
  }

  async #isThere(): Promise<boolean> {
    try {
      const response = await fetch(`${this.#origin}/healthz`, { signal: AbortSignal.timeout(1000) });
      await response.body?.cancel();
      return true;
    } catch (fault) {
      if (isFaultNamed(fault, networkFaults)) return false;
      throw fault;
    }
  }
}
