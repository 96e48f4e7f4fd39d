import { startApp } from './app.ts';
import { readSettings } from './config/settings.ts';

const reading = readSettings(process.env);
if (reading.kind === 'faulty') {
  for (const { name, problem } of reading.faults) console.error(`${name} ${problem}`);
  console.error('OneTenant did not start. .env.example explains every setting.');
  process.exit(78);
}

const app = await startApp(reading.settings);
console.log(`OneTenant listens on port ${app.port}.`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void app.stop().then(() => process.exit(0));
  });
}
