import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startApp } from '../src/app.ts';
import { readSettings } from '../src/config/settings.ts';

/** The bot as it is. When it is asked (SIGUSR2) it collects garbage, and tells what is left and how long its event loop was held since. */

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const reading = readSettings(process.env);
if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
const resolutionMs = 10;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });

process.on('SIGUSR2', () => {
  // Before the collection, which holds the loop too.
  const heldMs = { p99: inMs(delay.percentile(99)), max: inMs(delay.max) };
  collect();
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  process.stdout.write(`measured ${JSON.stringify({ heapUsed, rss, heldMs })}\n`);
  // The collection just made is not part of what comes next.
  setTimeout(() => delay.reset(), 50);
});

const app = await startApp(reading.settings, { jobsEveryMs: 3_600_000 });
delay.enable();
process.stdout.write(`OneTenant listens on port ${app.port}.\n`);

/** Without the time between two looks, which is no delay. */
function inMs(nanoseconds: number): number {
  return Math.max(0, Math.round(nanoseconds / 1e6 - resolutionMs));
}
