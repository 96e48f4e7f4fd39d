import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { commandLine } from '../src/config/command-line.ts';
import { listenTo } from './load/chat.ts';
import { type BenchCloud, startCloud } from './load/cloud.ts';
import { measureCheck, measureDistance } from './load/parts/check.ts';
import { measureColdStart, measureIdentity } from './load/parts/cold.ts';
import { measureEmbed } from './load/parts/embed.ts';
import { measureForged } from './load/parts/forged.ts';
import { measureGrowth } from './load/parts/growth.ts';
import { measureMemory } from './load/parts/memory.ts';
import { measureQuestionIndex } from './load/parts/question-index.ts';
import { measureTurns } from './load/parts/turns.ts';
import { prepareBundle, removeBundle } from './load/process.ts';
import { type Row, tableOf } from './load/row.ts';

/**
 * What the bot costs, beside what others would use: `npm run bench`, or `npm run bench -- turns cold`.
 * The table is the result, so it goes to the console; how far it is, each part's rows and faults go to standard error.
 */
const parts: Readonly<Record<string, (cloud: BenchCloud) => Promise<readonly Row[]>>> = {
  turns: measureTurns,
  cold: measureColdStart,
  identity: measureIdentity,
  memory: measureMemory,
  check: measureCheck,
  distance: measureDistance,
  forged: measureForged,
  growth: measureGrowth,
  embed: measureEmbed,
  questions: measureQuestionIndex,
};

const { words: asked, misused } = commandLine({
  about: 'Measures what the bot costs, beside what others would use. Without parts, all of them.',
  call: `npm run bench -- [PART …]     (parts: ${Object.keys(parts).join(', ')})`,
  mostWords: Number.POSITIVE_INFINITY,
});
const unknown = asked.filter((name) => parts[name] === undefined);
if (unknown.length > 0) misused(`There is no part ${unknown.join(', ')}.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const startedAt = performance.now();
const seconds = (): string => `${Math.round((performance.now() - startedAt) / 1_000)} s`;
prepareBundle(process.env.BENCH_BUNDLE);
const cloud = await startCloud();
listenTo(cloud);
const rows: Row[] = [];
let isWhole = true;
for (const name of asked.length === 0 ? Object.keys(parts) : asked) {
  console.error(`${seconds()}: ${name} …`);
  try {
    const found = (await parts[name]?.(cloud)) ?? [];
    rows.push(...found);
    // Printed at once as well, so that an interrupted run is not wasted.
    console.error(tableOf(found));
  } catch (error) {
    isWhole = false;
    console.error(`${name} failed:`, error);
  }
}
await cloud.stop();
await removeBundle();

const [processor] = cpus();
console.log(
  `${processor?.model ?? 'processor'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${seconds()}\n`,
);
console.log(tableOf(rows));
process.exit(isWhole ? 0 : 1);
