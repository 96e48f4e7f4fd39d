import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GroupCommit } from '../../../src/adapters/storage/sqlite/group-commit.ts';
import { openSqliteDocumentStore } from '../../../src/adapters/storage/sqlite/sqlite-document-store.ts';

let folder: string;
let database: DatabaseSync;
let commits: GroupCommit;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetenant-commit-'));
  const file = join(folder, 'file.sqlite');
  database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE words (word TEXT PRIMARY KEY)');
  commits = new GroupCommit(database, file);
});
afterEach(async () => {
  await commits.close();
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(word: string): Promise<unknown> {
  return commits.run(() => database.prepare('INSERT INTO words VALUES (?)').run(word), 'disk');
}

function written(): unknown[] {
  return database
    .prepare('SELECT word FROM words ORDER BY rowid')
    .all()
    .map(({ word }) => word);
}

test('what one round writes is in one transaction', async () => {
  const inTransaction: boolean[] = [];
  const look = () => commits.run(() => inTransaction.push(database.isTransaction), 'process');

  await Promise.all([look(), look()]);

  expect(inTransaction).toEqual([true, true]);
  expect(database.isTransaction).toBe(false);
});

test('a statement that fails leaves those beside it as they are, in their order', async () => {
  const results = await Promise.allSettled(['a', 'b', 'a', 'c'].map(write));

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(written()).toEqual(['a', 'b', 'c']);
});

test('what was asked for before the end is written and told', async () => {
  const asked = write('last');

  await commits.close();

  expect(written()).toEqual(['last']);
  await expect(asked).resolves.toBeDefined();
});

test('writes that come while the disk is busy are all told', async () => {
  const first = write('a');
  await new Promise((resolve) => setImmediate(resolve));
  const later = [write('b'), write('c')];
  await new Promise((resolve) => setImmediate(resolve));

  await Promise.all([first, ...later, write('d')]);

  expect(written()).toEqual(['a', 'b', 'c', 'd']);
});

test('a process that is killed keeps what it was told is written, whatever it asked for', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  await store.write('a', 1, null, 'process');

  // As after a kill: nothing is closed, and another process opens the file.
  const other = openSqliteDocumentStore(file);

  expect((await other.read('a'))?.value).toBe(1);
  await other.close();
  await store.close();
});
