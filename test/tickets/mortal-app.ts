import process from 'node:process';
import { startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/settings.ts';
import { machineStopwatch } from '../../src/ports/stopwatch.ts';

/**
 * The bot as it is, but it ends itself without a word (SIGKILL) at the N-th passage of a place in the life of a ticket:
 * DIES_AT="effect-written 2". Its stopwatch may hurry, so that a test need not wait for a claim to run out.
 */
const [place, passage = '1'] = (process.env.DIES_AT ?? '').split(' ');
const times = Number(process.env.STOPWATCH_TIMES ?? 1);

const reading = readSettings(process.env);
if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));

let passages = 0;
const app = await startApp(reading.settings, {
  stopwatch: { ...machineStopwatch, elapsed: () => times * machineStopwatch.elapsed() },
  ticketsEveryMs: 100,
  passesTicket: (name) => {
    if (name !== place) return;
    passages += 1;
    if (passages === Number(passage)) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(`OneTenant listens on port ${app.port}.\n`);
