import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteDocumentStore } from '../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import { Chat } from './chat.ts';
import type { BenchCloud } from './cloud.ts';
import { deliveryOf, genericDesk } from './delivery.ts';
import { startBot } from './process.ts';

interface Kept {
  readonly key: string;
  readonly value: string;
}

/** What the bot itself keeps of one conversation that was begun, and of one ticket that is settled. */
export interface StoreSample {
  readonly documents: readonly Kept[];
  /** What tells one conversation or ticket from another; each is found in the keys. */
  readonly names: readonly string[];
}

const ticketNumber = 'sample-ticket';
const deliveryId = 'sample-delivery';

export async function takeSample(cloud: BenchCloud): Promise<StoreSample> {
  let dataFile = '';
  const fillStore = async (file: string): Promise<void> => {
    dataFile = file;
  };
  const bot = await startBot('onetenant', cloud, { fillStore });
  try {
    const chat = new Chat(cloud, bot);
    await chat.opens();
    chat.leaves();
    const delivery = deliveryOf(genericDesk(cloud.environment), deliveryId, { number: ticketNumber, version: 1 });
    const answered = await fetch(`http://127.0.0.1:${bot.port}/api/tickets/generic`, { method: 'POST', ...delivery });
    const { id } = (await answered.json()) as { readonly id: string };
    const names = [chat.conversationId, id, ticketNumber, deliveryId];
    for (;;) {
      const documents = await documentsIn(dataFile);
      // What is still to be done for the ticket has a document of its own until it is done.
      if (!documents.some(({ key }) => key.startsWith('ticket-work/'))) return { documents, names };
      await pause(20);
    }
  } finally {
    await bot.stop();
  }
}

/** Fills a store with so many conversations and tickets of others. */
export async function fill(file: string, many: number, { documents, names }: StoreSample): Promise<void> {
  await openSqliteDocumentStore(file).close();
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const insert = database.prepare('INSERT INTO documents (key, value, etag) VALUES (?, ?, ?)');
  const named = documents.filter(({ key }) => names.some((name) => key.includes(name)));
  for (let number = 0; number < many; number += 1) {
    const other = (text: string): string =>
      names.reduce((all, name) => all.replaceAll(name, `${name}-${number}`), text);
    for (const { key, value } of named) insert.run(other(key), other(value), 'e');
  }
  database.exec('COMMIT');
  database.close();
}

async function documentsIn(file: string): Promise<readonly Kept[]> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  const rows = database.prepare('SELECT key, value FROM documents').all();
  database.close();
  return rows.map(({ key, value }) => ({ key: String(key), value: String(value) }));
}

/** Bytes of what is kept of one conversation. */
export async function bytesOf(file: string, conversationId: string): Promise<number> {
  const own = (await documentsIn(file)).filter(({ key }) => key.includes(`/${conversationId}/`));
  return own.reduce((sum, { value }) => sum + value.length, 0);
}
