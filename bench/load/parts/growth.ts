import { openSqliteDocumentStore } from '../../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import type { Cloud } from '../cloud.ts';
import { drive } from '../drive.ts';
import { median, short } from '../numbers.ts';
import { type BotOptions, startBot } from '../process.ts';
import type { Row } from '../row.ts';

const stretchMs = 1_200;

/** How the cost of a turn grows with users, subscriptions, the size of what is kept, and conversations in the store. */
export async function measureGrowth(cloud: Cloud): Promise<readonly Row[]> {
  return [
    await users(cloud),
    await along(cloud, 'subscriptions of each person', [1, 20, 400], (many) => {
      cloud.subscriptions = many;
      return {};
    }),
    await along(cloud, 'conversations in the store', [1, 1_000, 100_000], (many) => ({
      fillStore: (file) => fill(file, many),
    })),
  ];
}

async function users(cloud: Cloud): Promise<Row> {
  const bot = await startBot('onetenant', cloud);
  try {
    await drive(bot, cloud, { users: 32, until: { ms: 2_000 } });
    const cells: string[] = [];
    for (const many of [1, 32, 256]) {
      const { turnsPerSecond, cpuMsPerTurn } = await drive(bot, cloud, {
        users: many,
        until: { ms: stretchMs },
        leadInMs: 300,
      });
      cells.push(`${many}: ${short(turnsPerSecond)}/s, ${short(cpuMsPerTurn)} ms`);
    }
    return plainRow('turns per second and CPU per turn at 1, 32 and 256 users', cells);
  } finally {
    await bot.stop();
  }
}

async function along(
  cloud: Cloud,
  what: string,
  sizes: readonly number[],
  optionsFor: (size: number) => BotOptions,
): Promise<Row> {
  const cells: string[] = [];
  for (const size of sizes) {
    const bot = await startBot('onetenant', cloud, optionsFor(size));
    try {
      await drive(bot, cloud, { users: 1, until: { turns: 30 } });
      await drive(bot, cloud, { users: 16, until: { ms: 1_200 } });
      const costs: number[] = [];
      for (let stretch = 0; stretch < 2; stretch += 1)
        costs.push((await drive(bot, cloud, { users: 16, until: { ms: stretchMs }, leadInMs: 200 })).cpuMsPerTurn);
      cells.push(`${size.toLocaleString('en')}: ${short(median(costs))} ms`);
    } finally {
      await bot.stop();
    }
  }
  cloud.subscriptions = 1;
  return plainRow(`CPU per turn along ${what}`, cells);
}

/** Finished conversations of others, as large as real ones. */
async function fill(file: string, many: number): Promise<void> {
  const store = openSqliteDocumentStore(file);
  await store.close();
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const insert = database.prepare('INSERT INTO documents (key, value, etag) VALUES (?, ?, ?)');
  const value = JSON.stringify({ version: 0, padding: 'x'.repeat(1_000) });
  for (let number = 0; number < many; number += 1) insert.run(`conversation/directline/old-${number}`, value, 'e');
  database.exec('COMMIT');
  database.close();
}

function plainRow(what: string, cells: readonly string[]): Row {
  return {
    what,
    ours: cells.join('; '),
    peer: '–',
    ratio: '–',
    spread: '–',
    target: 'no worse than n log n',
    reached: '–',
  };
}
