import { join } from 'node:path';
import process from 'node:process';
import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import { loadContent } from '../../../src/adapters/search/content.ts';
import { atOnce } from '../../../src/adapters/search/in-slices.ts';
import { loadIntentWeights, shippedIntentModel } from '../../../src/adapters/search/intent-model.ts';
import { makeQuestionIndex } from '../../../src/adapters/search/question-index.ts';
import { judge, type Row } from '../row.ts';

const rounds = 5;
const content = () => loadContent(join(import.meta.dirname, '..', '..', '..', 'content'), Date.now());

/** How long others wait at most while the index of questions is made, as a share of making it in one piece. */
export async function measureQuestionIndex(): Promise<readonly Row[]> {
  const found: { readonly longest: number; readonly inOnePiece: number; readonly share: number }[] = [];
  const weights = await loadIntentWeights();
  for (let round = 0; round < rounds; round += 1) {
    const longest = await longestSlice();
    const inOnePiece = wholeAtOnce(weights);
    found.push({ longest, inOnePiece, share: longest / inOnePiece });
  }
  found.sort((one, other) => one.share - other.share);
  const median = found[Math.floor(rounds / 2)];
  if (median === undefined) return [];
  return [
    {
      what: 'question index: longest hold of the process while it is made, against making it in one piece',
      ours: `${median.longest.toFixed(1)} ms`,
      peer: `${Math.round(median.inOnePiece)} ms`,
      ratio: median.share.toFixed(3),
      spread: `${found[0]?.share.toFixed(3)}–${found.at(-1)?.share.toFixed(3)}`,
      target: '≤ 0.05 (0.02)',
      reached: judge(median.share, { reach: 0.05, aim: 0.02 }),
    },
  ];
}

async function longestSlice(): Promise<number> {
  const index = makeQuestionIndex(content());
  let isMade = false;
  const made = index.ready().then(() => {
    isMade = true;
  });
  let longest = 0;
  for (let before = processorTime(); !isMade; before = processorTime()) {
    await nextTurnOfTheLoop();
    longest = Math.max(longest, processorTime() - before);
  }
  await made;
  return longest;
}

function wholeAtOnce(weights: string): number {
  const read = content();
  const before = processorTime();
  const index = makeQuestionIndex(read, atOnce(shippedIntentModel(weights)));
  index.find('tenant', 'en');
  return processorTime() - before;
}

/** Of this thread, in milliseconds: what else runs on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
