import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../../sandbox/core/core.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { runDoctor } from '../../src/cli/doctor/run-doctor.ts';

const reportSchema = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      outcome: z.enum(['ok', 'warning', 'broken', 'skipped']),
      what: z.string(),
      why: z.string(),
      fix: z.string(),
    }),
  ),
});
export type ReportedFinding = z.infer<typeof reportSchema>['findings'][number];

/** What is planted: settings that differ, faults of the simulated cloud, another clock, an older Node. */
export interface Planted {
  readonly settings?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
  readonly clockIsAheadMs?: number;
  readonly nodeVersion?: string;
}

export interface Diagnosis {
  readonly exitCode: number;
  readonly findings: readonly ReportedFinding[];
  /** Everything that was printed. */
  readonly printed: string;
}

/** A simulated cloud, and something that says it is alive where the bot would be. */
export interface Ward {
  readonly sandbox: RunningSandbox;
  readonly folder: string;
  /** Every setting of a healthy bot. */
  readonly healthy: Readonly<Record<string, string>>;
  diagnose(planted?: Planted): Promise<Diagnosis>;
  close(): Promise<void>;
}

export async function openWard(): Promise<Ward> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-doctor-'));
  const bot = await listen(createServer((_request, response) => response.end('{"status":"alive"}')));
  const sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: originOf(bot) });
  const healthy = {
    ...sandbox.environment,
    DATA_FILE: join(folder, 'onetenant.sqlite'),
    CONTENT_FOLDER: 'content',
    LOG_LEVEL: 'silent',
  };
  return {
    sandbox,
    folder,
    healthy,
    async diagnose({ settings = {}, faults = [], clockIsAheadMs = 0, nodeVersion = '24.21.0' } = {}) {
      for (const fault of faults) sandbox.core.faults.add(fault);
      let printed = '';
      const exitCode = await runDoctor({
        words: ['--json'],
        environment: { ...healthy, ...settings },
        root: folder,
        nodeVersion,
        clock: { now: () => Date.now() + clockIsAheadMs },
        print: (text) => {
          printed += text;
        },
      });
      sandbox.core.faults.clear();
      return { exitCode, printed, findings: reportSchema.parse(JSON.parse(printed)).findings };
    },
    async close() {
      await sandbox.stop();
      bot.close();
      bot.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Listens on a free port of this machine. */
export function listen<T extends Server>(server: T): Promise<T> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address on which nobody listens. */
export async function nobodysOrigin(): Promise<string> {
  const server = await listen(createServer());
  const origin = originOf(server);
  await new Promise((resolve) => server.close(resolve));
  return origin;
}
