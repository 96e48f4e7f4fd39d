import { bringWebChat } from '../scripts/web-chat.ts';
import { BotProcess } from './bot-process.ts';
import { startSandbox } from './start-sandbox.ts';

// One command for a first look: the simulated cloud, and the bot in a process of its own that can be killed from the page.
const botPort = Number(process.env.PORT ?? 3978);
const httpPort = Number(process.env.SANDBOX_HTTP_PORT ?? 3979);
const httpsPort = Number(process.env.SANDBOX_HTTPS_PORT ?? 3980);
const botOrigin = `http://localhost:${botPort}`;
/** Nobody who looks wants to wait an hour for the next try. */
const deskLongestWaitMs = 60_000;

const noChatWindow = await bringWebChat({ root: process.cwd(), environment: process.env, tell: console.error });
const bot = new BotProcess(botOrigin);
const sandbox = await startSandbox({ httpPort, httpsPort, botOrigin, deskLongestWaitMs, bot });
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
  await sandbox.stop();
  process.exit(started.exitCode);
}

console.log(`
OneTenant is running with a simulated Microsoft cloud. Nothing leaves this machine.

  Chat with it:   ${sandbox.core.addresses.http}/
  The bot:        ${sandbox.core.addresses.bot}
  Its tickets:    ${sandbox.core.addresses.bot}/operator  (sign in as Delia Dennis)
  Control API:    ${sandbox.core.addresses.http}/sandbox

Press Ctrl+C to stop.
`);
if (noChatWindow !== null) console.error(noChatWindow);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void bot
      .stop()
      .then(() => sandbox.stop())
      .then(() => process.exit(0));
  });
}
process.once('exit', () => void bot.kill());
