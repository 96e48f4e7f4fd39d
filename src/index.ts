import { redactConsole } from './adapters/telemetry/redacted-console.ts';
import { startApp } from './app.ts';
import { commandLine } from './config/command-line.ts';
import { readSettings } from './config/settings.ts';
import { endWell, explainFailedStart } from './lifecycle.ts';

commandLine({
  about:
    'Runs the bot. Everything it needs to know comes from settings in the environment; .env.example explains each.',
  call: 'npm run bot     (in the image: node onetenant.mjs)',
});
const reading = readSettings(process.env);
if (reading.kind === 'faulty') {
  for (const { name, problem } of reading.faults) console.error(`${name} ${problem}`);
  console.error('OneTenant did not start. .env.example explains every setting.');
  process.exit(78);
}

try {
  const app = await startApp(reading.settings);
  endWell(app, process);
  console.log(`OneTenant listens on port ${app.port}.`);
  redactConsole(console, app.journal);
} catch (error) {
  const { line, exitCode } = explainFailedStart(error);
  console.error(line);
  process.exit(exitCode);
}
