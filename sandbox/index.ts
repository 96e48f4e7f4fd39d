import { createRequire } from 'node:module';
import { bringLibraries } from '../scripts/browser-libraries.ts';
import { commandLine } from '../src/config/command-line.ts';
import { BotProcess } from './bot-process.ts';
import { explainLostPort, readPorts } from './ports.ts';
import type { RunningSandbox } from './start-sandbox.ts';

// One command for a first look: the simulated cloud, and the bot in a process of its own that can be killed from the page.
const { whenNpmEnds } = createRequire(import.meta.url)('../scripts/watch-npm.cjs') as {
  whenNpmEnds(tell: () => void): void;
};
/** In a demo, nobody wants to wait an hour for the next retry. */
const deskLongestWaitMs = 60_000;

commandLine({
  about:
    'Starts a simulated Microsoft cloud on this machine, and the bot against it. PORT, SANDBOX_HTTP_PORT and SANDBOX_HTTPS_PORT in the environment move the three ports; SANDBOX_EMBEDDINGS=1 has the bot compare questions by meaning.',
  call: 'npm start',
});
const reading = await readPorts(process.env);
if (reading.kind === 'faulty') {
  for (const fault of reading.faults) console.error(fault);
  process.exit(78);
}
const { PORT: botPort, SANDBOX_HTTP_PORT: httpPort, SANDBOX_HTTPS_PORT: httpsPort } = reading.ports;
// Browsers leave out port 80, and the bot compares origins.
const { origin: botOrigin } = new URL(`http://localhost:${botPort}`);
const notBrought = await bringLibraries(process.cwd());
const withEmbeddings = process.env.SANDBOX_EMBEDDINGS === '1';
// Only now: whoever asks for the usage does not wait for it.
const { startSandbox } = await import('./start-sandbox.ts');
const bot = new BotProcess(botOrigin);
let sandbox: RunningSandbox | null = null;
let ending: Promise<void> | null = null;

// From here on there is something to end. A signal may come several times: from the terminal, and from whoever hands it on.
process.once('exit', () => void bot.kill());
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));
whenNpmEnds(() => end(0));

try {
  sandbox = await startSandbox({ httpPort, httpsPort, botOrigin, deskLongestWaitMs, bot, withEmbeddings });
} catch (fault) {
  const line = explainLostPort(fault, reading.ports);
  if (line === null) throw fault;
  console.error(line);
  process.exit(78);
}
await bot.prepare(
  {
    LOG_LEVEL: 'warn',
    DATA_FILE: 'data/sandbox.sqlite',
    CONTACT: 'servicedesk@contoso.example',
    ...process.env,
    ...sandbox.environment,
    PORT: String(botPort),
    WEBCHAT_ORIGINS: process.env.WEBCHAT_ORIGINS ?? sandbox.environment.WEBCHAT_ORIGINS,
  },
  sandbox,
);
const started = await bot.start();
if (started.kind === 'ended') {
  end(started.exitCode);
  await ending;
}

console.log(`
OneTenant is running with a simulated Microsoft cloud. Nothing leaves this machine.

  Chat with it:   ${sandbox.core.addresses.http}/
  The bot:        ${sandbox.core.addresses.bot}
  Its tickets:    ${sandbox.core.addresses.bot}/operator  (sign in as Delia Dennis)
  Control API:    ${sandbox.core.addresses.http}/sandbox

Press Ctrl+C to stop.
`);
if (notBrought !== null) console.error(notBrought);

function end(exitCode: number): void {
  ending ??= endAll(exitCode);
}

async function endAll(exitCode: number): Promise<void> {
  await bot.stop();
  await sandbox?.stop();
  process.exit(exitCode);
}
