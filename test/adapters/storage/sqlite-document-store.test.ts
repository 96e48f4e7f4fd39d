import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
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

test('a file that another process holds keeps nobody waiting but who writes, and that comes in its turn', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const told: string[] = [];

  const writes = ['a', 'b'].map((key) => store.write(key, 1, null).then(() => told.push(key)));
  for (let rounds = 0; rounds < 50; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(await store.read('a')).toBeNull();
  expect(told).toEqual([]);
  other.exec('ROLLBACK');
  await Promise.all(writes);

  expect(told).toEqual(['a', 'b']);
  other.close();
  await store.close();
});

test('a store that is closed while another process holds the file still writes what it was asked for', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');

  const written = store.write('a', 1, null);
  const closed = store.close();
  other.exec('ROLLBACK');

  expect((await written).kind).toBe('written');
  await closed;
  other.close();
});

test('a document that is no JSON any more comes as it is, for whoever reads it to put aside', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  await store.write('a', { kept: true }, null);
  const other = new DatabaseSync(file);
  other.exec(`UPDATE documents SET value = '{"kept":tr'`);
  other.close();

  expect((await store.read('a'))?.value).toBe('{"kept":tr');
  await store.close();
});

test('a damaged page is told by its code', async () => {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteDocumentStore(file);
  for (let count = 0; count < 200; count += 1) await store.write(`chat/${count}`, 'x'.repeat(400), null);
  await store.close();
  const { size } = statSync(file);
  const bytes = openSync(file, 'r+');
  writeSync(bytes, Buffer.alloc(size - 8_192, 0xa5), 0, size - 8_192, 8_192);
  closeSync(bytes);

  const damaged = openSqliteDocumentStore(file);
  await expect(damaged.read('chat/7')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', cause: { errcode: 11 } });
  await damaged.close();
});

const mayGrowNoMore = process.platform === 'win32' ? test.skip : test;
mayGrowNoMore('a disk that takes no more is told by its code, and what was written before can be read', async () => {
  const file = join(folder, 'store.sqlite');
  const source = resolve('src/adapters/storage/sqlite/sqlite-document-store.ts');
  const program = `
    import { openSqliteDocumentStore } from ${JSON.stringify(source)};
    const store = openSqliteDocumentStore(${JSON.stringify(file)});
    for (let count = 0, fault; fault === undefined; count += 1)
      await store.write('chat/' + count, 'x'.repeat(9_000), null).catch((rejected) => {
        fault = rejected;
        console.log(fault.code, fault.cause.errcode & 0xff);
      });
    console.log((await store.read('chat/0')).value.length);`;
  // A limit on the size of files, in blocks of 512 bytes; the signal that would end the program is left out.
  const limited = `trap '' XFSZ; ulimit -f 400; exec "$0" --input-type=module --eval "$1"`;

  const { stdout } = await run('sh', ['-c', limited, process.execPath, program]);

  expect(stdout).toMatch(/^STORE_UNAVAILABLE (?:10|13)\n9000\n$/);
});

test.each([
  ['file', ''],
  ['log', '-wal'],
])(
  'a %s that is removed while it is in use is noticed, and nothing more is written where it would be lost',
  async (_what, end) => {
    const file = join(folder, 'store.sqlite');
    const store = openSqliteDocumentStore(file);
    await store.write('a', 1, null);
    rmSync(`${file}${end}`);

    let fault: unknown = null;
    for (let tries = 0; fault === null; tries += 1)
      await store.write(`b/${tries}`, 1, null).catch((rejected: unknown) => {
        fault = rejected;
      });

    expect(fault).toMatchObject({ code: 'STORE_UNAVAILABLE', cause: { code: 'FILE_REMOVED' } });
    await store.close();
  },
);

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
