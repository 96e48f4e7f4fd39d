import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSandbox } from '../../sandbox/start-sandbox.ts';
import { startsBundled } from '../builders/bundled-programs.ts';
import { until } from '../builders/until.ts';

/** The bot as the process that an operator starts, and a simulated Microsoft cloud around it. */
export interface World {
  readonly sandbox: RunningSandbox;
  readonly channel: SlowChannel;
  readonly folder: string;
  /** The bot as an operator starts it, or through another entry file. */
  starts(changes?: Readonly<Record<string, string>>, entry?: string): BotProcess;
  stop(): Promise<void>;
}

export interface BotProcess {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** The port it listens on, once it does. Rejects when it ends before. */
  port(): Promise<number>;
  /** Exit code and milliseconds since this was asked. */
  ends(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
}

/** Takes what the bot says, after a while, and signs what it delivers. */
export interface SlowChannel {
  readonly serviceUrl: string;
  readonly got: { conversation: string; text: string }[];
  /** The messages that it was asked to take, the ones that still wait included. */
  readonly asked: string[];
  delayMs: number;
  /** Delivers one message of a person and gives the status back. */
  delivers(port: number, conversation: string, changes?: Readonly<Record<string, unknown>>): Promise<number>;
}

/** With a port, the bot listens there and the channel of the sandbox knows it; without one, each bot takes any free port. */
export async function makeWorld(botPort = 0): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-process-'));
  // Only when it is needed: the benches that use this tell their usage without it.
  const { startSandbox } = await import('../../sandbox/start-sandbox.ts');
  const sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${botPort}` });
  const authority = join(folder, 'authority.pem');
  await writeFile(authority, sandbox.caCertificatePem);
  const { server, channel } = await startChannel(sandbox);
  const bundled = await startsBundled();
  const started: BotProcess[] = [];
  return {
    sandbox,
    channel,
    folder,
    starts(changes = {}, entry = 'src/index.ts') {
      const environment = {
        ...bundled,
        ...sandbox.environment,
        PORT: String(botPort),
        HOST: '127.0.0.1',
        DATA_FILE: join(folder, 'onetenant.sqlite'),
        LOG_LEVEL: 'info',
        CONNECTOR_HOSTS: `${sandbox.environment.CONNECTOR_HOSTS},${new URL(channel.serviceUrl).host}`,
        NODE_EXTRA_CA_CERTS: authority,
        ...changes,
      };
      const bot = startBot(environment, entry);
      started.push(bot);
      return bot;
    },
    async stop() {
      for (const { child } of started) child.kill('SIGKILL');
      server.closeAllConnections();
      server.close();
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startBot(environment: Readonly<Record<string, string>>, entry: string): BotProcess {
  const child = spawn(process.execPath, [entry], {
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '', ...environment, PATH: process.env.PATH ?? '' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    async port() {
      for (;;) {
        const port = /listens on port (\d+)/.exec(stdout)?.[1];
        if (port !== undefined) return Number(port);
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the bot ended: ${stdout}${stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async ends() {
      const askedAt = performance.now();
      return { code: await exit, tookMs: performance.now() - askedAt };
    },
  };
}

/** Waits until `/readyz` answers so. */
export function readiness(port: number, wanted: number): Promise<void> {
  return until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === wanted);
}

async function startChannel(sandbox: RunningSandbox): Promise<{ server: Server; channel: SlowChannel }> {
  const got: SlowChannel['got'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      if (body.includes('"type":"message"')) channel.asked.push(body);
      setTimeout(() => {
        const conversation = /conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
        got.push({ conversation, text: body });
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"sent"}');
      }, channel.delayMs).unref();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const token = await sandbox.core.channelKey.sign(
    { serviceurl: serviceUrl },
    {
      issuer: sandbox.environment.BOT_TOKEN_ISSUER ?? '',
      audience: sandbox.environment.BOT_APP_ID ?? '',
      // Longer than any soak.
      expiresInSeconds: 86_400,
    },
  );
  const channel: SlowChannel = {
    serviceUrl,
    got,
    asked: [],
    delayMs: 0,
    async delivers(port, conversation, changes = {}) {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: crypto.randomUUID(),
          text: 'help',
          locale: 'en-US',
          channelId: 'directline',
          serviceUrl,
          from: { id: `dl_${conversation}`, name: 'Somebody' },
          recipient: { id: 'bot' },
          conversation: { id: conversation },
          ...changes,
        }),
      });
      await response.text();
      return response.status;
    },
  };
  return { server, channel };
}
