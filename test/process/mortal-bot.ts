import process from 'node:process';
import { startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/settings.ts';
import { endWell } from '../../src/lifecycle.ts';
import { machineStopwatch } from '../../src/ports/stopwatch.ts';
import { hasNoRival } from '../builders/has-no-rival.ts';

/**
 * The bot as it is, but it ends itself without a word (SIGKILL) at the N-th passage of a point: DIES_AT="saved 2".
 * It tells every point that it passes, and does what is due when it is asked to (SIGUSR2). Its clock may be ahead. Nobody else is alive, so that no test waits for a claim of the dead to run out, unless HAS_RIVALS says so.
 */

const [dyingPoint, passage = '1'] = (process.env.DIES_AT ?? '').split(' ');
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);

const reading = readSettings(process.env);
if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));

let passages = 0;
let isAsked = false;
let look = (): void => {
  isAsked = true;
};
process.on('SIGUSR2', () => look());
const app = await startApp(reading.settings, {
  clock: { now: () => Date.now() + aheadMs },
  jobsEveryMs: 3_600_000,
  stopwatch: process.env.HAS_RIVALS === undefined ? hasNoRival : machineStopwatch,
  passes: (point) => {
    process.stdout.write(`passes ${point}\n`);
    if (point !== dyingPoint) return;
    passages += 1;
    if (passages === Number(passage)) process.kill(process.pid, 'SIGKILL');
  },
});
endWell(app, process);
look = () => void app.runDue();
if (isAsked) look();
process.stdout.write(`OneTenant listens on port ${app.port}.\n`);
