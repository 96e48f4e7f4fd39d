import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDocumentStore } from '../../../src/adapters/storage/open-document-store.ts';
import { hasDamage } from '../../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import { explainFailedStart } from '../../../src/lifecycle.ts';

/** What whoever starts the bot reads when the file of its store cannot be used: each with a real file of that kind. */

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetenant-trouble-'));
  file = join(folder, 'store.sqlite');
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

test('a file of a newer release names that release', () => {
  change('PRAGMA user_version = 99');

  expect(startWith(file)).toEqual({
    line: 'DATA_FILE was written by a newer release. Start that release again, or set DATA_FILE to another file.',
    exitCode: 78,
  });
});

test('a file that is no store says so', () => {
  writeFileSync(file, 'a letter, and by no means a database\n'.repeat(200));

  expect(startWith(file)).toMatchObject({ line: expect.stringMatching(/^DATA_FILE is not a store/), exitCode: 78 });
});

test('a damaged first page says to put a copy back', async () => {
  await fillStore();
  spoil(100, 300);

  expect(startWith(file)).toMatchObject({
    line: expect.stringMatching(/^DATA_FILE is damaged\. .+put a copy back/),
    exitCode: 78,
  });
});

test('a file without the table of a store says to put a copy back', async () => {
  await fillStore();
  change('DROP TABLE documents').close();

  expect(startWith(file)).toMatchObject({
    line: expect.stringMatching(/^DATA_FILE lacks a table of the store.+put a copy back/),
    exitCode: 78,
  });
});

test('damage further on is found by a look at every page', async () => {
  await fillStore();
  expect(hasDamage(file)).toBe(false);
  spoil(statSync(file).size - 8_192, 8_192);

  expect(hasDamage(file)).toBe(true);
});

test('a file that another program holds may be free at the next start', () => {
  const other = change('BEGIN EXCLUSIVE');

  expect(startWith(file)).toMatchObject({
    line: expect.stringMatching(/^DATA_FILE is held by another program\./),
    exitCode: 1,
  });
  other.close();
});

test('a folder that cannot be made, and a name that is a folder, ask for another place', () => {
  writeFileSync(file, '');
  mkdirSync(join(folder, 'inside'));

  for (const place of [join(file, 'deeper', 'store.sqlite'), join(folder, 'inside')])
    expect(startWith(place)).toMatchObject({
      line: expect.stringMatching(/^DATA_FILE cannot be opened as a store\. Set DATA_FILE to/),
      exitCode: 78,
    });
});

const withPermissions = process.platform === 'win32' ? test.skip : test;
withPermissions.each([
  ['a file', () => chmodSync(file, 0o444), () => file],
  ['a folder', () => chmodSync(folder, 0o555), () => join(folder, 'deeper', 'store.sqlite')],
] as const)('%s that may only be read asks for the permission to write', async (_what, protect, place) => {
  await fillStore();
  chmodSync(folder, 0o777);
  protect();

  expect(asSomebodyElse(() => startWith(place()))).toMatchObject({
    line: expect.stringMatching(/^DATA_FILE is in a place where the bot’s user may not write\./),
    exitCode: 78,
  });
});

function startWith(place: string): ReturnType<typeof explainFailedStart> | null {
  try {
    void openDocumentStore({ STORAGE: 'sqlite', DATA_FILE: place, STORAGE_CONTAINER: 'onetenant' }).close();
    return null;
  } catch (fault) {
    return explainFailedStart(fault);
  }
}

function change(statement: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(statement);
  return database;
}

async function fillStore(): Promise<void> {
  const store = openDocumentStore({ STORAGE: 'sqlite', DATA_FILE: file, STORAGE_CONTAINER: 'onetenant' });
  for (let count = 0; count < 100; count += 1) await store.write(`chat/${count}`, 'x'.repeat(400), null);
  await store.close();
}

function spoil(from: number, length: number): void {
  const bytes = openSync(file, 'r+');
  writeSync(bytes, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(bytes);
}

/** Root may write everywhere, so root is nobody for a moment. */
function asSomebodyElse<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
