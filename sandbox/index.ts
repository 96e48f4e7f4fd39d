import { startApp } from '../src/app.ts';
import { readSettings } from '../src/config/settings.ts';
import { startSandbox } from './start-sandbox.ts';

// One command for a first look: the simulated cloud and the bot, in one process.
const botPort = Number(process.env.PORT ?? 3978);
const httpPort = Number(process.env.SANDBOX_HTTP_PORT ?? 3979);
const httpsPort = Number(process.env.SANDBOX_HTTPS_PORT ?? 3980);

const sandbox = await startSandbox({ httpPort, httpsPort, botOrigin: `http://localhost:${botPort}` });
const reading = readSettings({
  LOG_LEVEL: 'warn',
  DATA_FILE: 'data/sandbox.sqlite',
  CONTACT: 'servicedesk@contoso.example',
  ...process.env,
  ...sandbox.environment,
  PORT: String(botPort),
  WEBCHAT_ORIGINS: process.env.WEBCHAT_ORIGINS ?? sandbox.environment.WEBCHAT_ORIGINS,
});
if (reading.kind === 'faulty') {
  for (const { name, problem } of reading.faults) console.error(`${name} ${problem}`);
  process.exit(78);
}
const app = await startApp(reading.settings);

console.log(`
OneTenant is running with a simulated Microsoft cloud. Nothing leaves this machine.

  Chat with it:   ${sandbox.core.addresses.http}/
  The bot:        ${sandbox.core.addresses.bot}
  Control API:    ${sandbox.core.addresses.http}/sandbox

Press Ctrl+C to stop.
`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void app
      .stop()
      .then(() => sandbox.stop())
      .then(() => process.exit(0));
  });
}
