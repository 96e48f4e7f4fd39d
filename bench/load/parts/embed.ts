import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { judge, type Row } from '../row.ts';

/** The chat window's own bench, told in two lines of this table. */
export async function measureEmbed(): Promise<readonly Row[]> {
  const said = execFileSync(process.execPath, ['bench/embed.ts', '20 Mbit/s'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const cellsOf = (start: string): readonly string[] =>
    (said.split('\n').find((line) => line.includes(start)) ?? '').split('|').map((cell) => cell.trim());
  const bytes = Number(cellsOf('embed.js: all that a page loads')[2]);
  const [, , ours = '', sample = '', ratio = '', range = ''] = cellsOf('20 Mbit/s, 40 ms: click → first bot message');
  return [
    {
      what: 'embed: bytes on the wire before the first click',
      ours: `${bytes}`,
      peer: '–',
      ratio: '–',
      spread: '–',
      target: '≤ 4,000 (2,000)',
      reached: judge(bytes, { reach: 4_000, aim: 2_000 }),
    },
    {
      what: 'embed: click → first bot message, 20 Mbit/s, against the vendor’s sample page',
      ours: `${ours} ms`,
      peer: `${sample} ms`,
      ratio,
      spread: range,
      target: '≤ 0.7 (0.5)',
      reached: judge(Number(ratio), { reach: 0.7, aim: 0.5 }),
    },
  ];
}
