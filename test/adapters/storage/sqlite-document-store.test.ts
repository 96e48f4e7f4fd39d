import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { openSqliteDocumentStore } from '../../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import { type DocumentStore, StoreFault } from '../../../src/ports/document-store.ts';
import { documentStoreContract, type StorePlace } from '../../contracts/document-store.ts';

const run = promisify(execFile);

documentStoreContract('SQLite', async () => placeIn(mkdtempSync(join(tmpdir(), 'onetenant-store-'))));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetenant-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file that is not a store is refused with a clear fact', () => {
  const file = join(folder, 'store.sqlite');
  writeFileSync(file, 'this is not a database'.repeat(1_000));

  expect(() => openSqliteDocumentStore(file)).toThrow(StoreFault);
  expect(() => openSqliteDocumentStore(file)).toThrow('cannot be used as a store');
});

test('a folder that does not exist is refused in the same way', () => {
  expect(() => openSqliteDocumentStore(join(folder, 'missing', 'store.sqlite'))).toThrow(StoreFault);
});

test('a store of a newer program is left alone', () => {
  const file = join(folder, 'store.sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();

  expect(() => openSqliteDocumentStore(file)).toThrow('version 99');
});

test('a store that is locked too long says so and works again afterwards', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');

  await expect(store.write('a', 1, null)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  other.exec('ROLLBACK');

  expect((await store.write('a', 1, null)).kind).toBe('written');
  other.close();
  await store.close();
});

test('two processes that count in the same document lose nothing', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  await store.write('counter', 0, null);
  const program = countingProgram(file, 50);

  await Promise.all([0, 1].map(() => run(process.execPath, ['--input-type=module', '--eval', program])));

  expect((await store.read('counter'))?.value).toBe(100);
  await store.close();
});

function countingProgram(file: string, times: number): string {
  const source = resolve('src/adapters/storage/sqlite/sqlite-document-store.ts');
  return `
    import { openSqliteDocumentStore } from ${JSON.stringify(source)};
    const store = openSqliteDocumentStore(${JSON.stringify(file)});
    for (let done = 0; done < ${times}; ) {
      const found = await store.read('counter');
      if ((await store.write('counter', found.value + 1, found.etag)).kind === 'written') done += 1;
    }
    await store.close();`;
}

function placeIn(path: string): StorePlace {
  const opened: DocumentStore[] = [];
  return {
    async open() {
      const store = openSqliteDocumentStore(join(path, 'store.sqlite'));
      opened.push(store);
      return store;
    },
    async end() {
      for (const store of opened) await store.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}
