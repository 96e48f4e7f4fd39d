import { randomUUID } from 'node:crypto';
import { type BigIntStats, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import {
  type DocumentStore,
  type Durability,
  type Json,
  type StoredDocument,
  StoreFault,
  type WriteResult,
} from '../../../ports/document-store.ts';
import { checkedText, checkKey, checkLimit, jsonOrText } from '../document-rules.ts';
import { busyTimeoutMs, onceFree } from './busy.ts';
import { GroupCommit } from './group-commit.ts';

const schemaVersion = 1;
/** The last code point: no printable key starts with it, so it comes after every key with a given prefix. */
const afterEverything = '\u{10FFFF}';
/** How often it is looked whether the file is still there, in milliseconds: without a name, what is written to it is lost. */
const lookEveryMs = 1_000;

/**
 * Stores documents in one SQLite file, for one machine.
 * Several processes may open the same file: write-ahead logging lets them read and write concurrently, and every
 * write is a single compare-and-swap statement, so none overwrites a version that it has not read.
 * A write is on disk when its promise resolves, unless the caller asked for less. Throws `StoreFault` if the file is not one of our stores.
 */
export function openSqliteDocumentStore(file: string): DocumentStore {
  return new SqliteDocumentStore(file);
}

/** Whether a page of the file is damaged, in a time that grows with the file. Throws SQLite's error when it cannot be read at all. */
export function hasDamage(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok';
  } finally {
    database.close();
  }
}

class SqliteDocumentStore implements DocumentStore {
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #commits: GroupCommit;
  readonly #file: StoreFile | null;
  #closing: Promise<void> | null = null;

  constructor(file: string) {
    this.#database = openDatabase(file);
    this.#statements = attempt('the file cannot be used as a store', () => prepare(this.#database));
    this.#file = file === ':memory:' ? null : new StoreFile(file);
    this.#commits = attempt('the file cannot be used as a store', () => new GroupCommit(this.#database, file));
  }

  async read(key: string): Promise<StoredDocument | null> {
    checkKey(key);
    return this.#attempt('the document could not be read', () => documentOf(this.#statements.read.get(key)));
  }

  async readIfChanged(key: string, etag: string): Promise<StoredDocument | 'unchanged' | null> {
    checkKey(key);
    return this.#attempt('the document could not be read', () => {
      const row = this.#statements.readIfChanged.get(etag, key);
      return row?.value === null ? 'unchanged' : documentOf(row);
    });
  }

  async write(
    key: string,
    value: Json,
    expected: string | null,
    durability: Durability = 'disk',
  ): Promise<WriteResult> {
    checkKey(key);
    const text = checkedText(value);
    const etag = randomUUID();
    this.#file?.check();
    const { create, replace } = this.#statements;
    const statement = () => (expected === null ? create.run(key, text, etag) : replace.run(text, etag, key, expected));
    const { changes } = await this.#commits
      .run(statement, durability)
      .catch(asFault('the document could not be written'));
    return Number(changes) === 1 ? { kind: 'written', etag, size: text.length } : { kind: 'conflict' };
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    this.#file?.check();
    const statement = () => this.#statements.remove.run(key);
    await this.#commits.run(statement, 'disk').catch(asFault('the document could not be removed'));
  }

  async list(prefix: string, limit: number, after = ''): Promise<readonly string[]> {
    checkLimit(limit);
    return this.#attempt('the keys could not be listed', () =>
      this.#statements.list.all(prefix, `${prefix}${afterEverything}`, after, limit).map((row) => String(row.key)),
    );
  }

  async scrub(): Promise<void> {
    // Removed rows are zeroed in the file at once; their copies in the log go when it is truncated.
    this.#commits.flush();
    await this.#attempt('the log of the store could not be cut off', () =>
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    );
  }

  #attempt<T>(fact: string, work: () => T): Promise<T> {
    this.#file?.check();
    return onceFree(work).catch(asFault(fact));
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#commits.close();
    this.#database.close();
  }
}

/**
 * Notices when the file of an open store, or its log, is removed or replaced. SQLite itself goes on with a file that has no name
 * any more. The log is there as long as anybody has the store open.
 */
class StoreFile {
  readonly #opened: ReadonlyMap<string, BigIntStats>;
  #lookedAt = performance.now();

  constructor(file: string) {
    this.#opened = new Map([file, `${file}-wal`].map((path) => [path, statSync(path, { bigint: true })]));
  }

  check(): void {
    if (performance.now() - this.#lookedAt < lookEveryMs) return;
    const isAsOpened = [...this.#opened].every(([path, opened]) => {
      const now = statSync(path, { bigint: true, throwIfNoEntry: false });
      return now?.ino === opened.ino && now.dev === opened.dev;
    });
    if (!isAsOpened)
      throw new StoreFault('the file was removed or replaced while it was in use', { cause: { code: 'FILE_REMOVED' } });
    this.#lookedAt = performance.now();
  }
}

/** Written by `write` above, so it is a document's JSON, unless the disk changed it. */
function documentOf(row: Readonly<Record<string, unknown>> | undefined): StoredDocument | null {
  return row === undefined ? null : { value: jsonOrText(String(row.value)), etag: String(row.etag) };
}

function openDatabase(file: string): DatabaseSync {
  return attempt('the file cannot be used as a store', () => {
    const database = new DatabaseSync(file);
    try {
      setUp(database);
      return database;
    } catch (cause) {
      database.close();
      throw cause;
    }
  });
}

function setUp(database: DatabaseSync): void {
  database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA secure_delete = ON');
  database.exec('PRAGMA synchronous = FULL');
  // However many processes start at once, only one creates the tables.
  database.exec('BEGIN IMMEDIATE');
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > schemaVersion) throw newerStore(version);
  if (version === 0) {
    database.exec('CREATE TABLE documents (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, etag TEXT NOT NULL)');
    database.exec(`PRAGMA user_version = ${schemaVersion}`);
  }
  database.exec('COMMIT');
  // From here on `GroupCommit` does the syncing.
  database.exec('PRAGMA synchronous = NORMAL');
  // Nor does SQLite wait for other processes itself: it would block the only thread (`onceFree`).
  database.exec('PRAGMA busy_timeout = 0');
}

function newerStore(version: number): StoreFault {
  const fact = `the store has version ${version}, newer than this program`;
  return new StoreFault(fact, { cause: { code: 'STORE_NEWER' } });
}

function prepare(database: DatabaseSync) {
  return {
    read: database.prepare('SELECT value, etag FROM documents WHERE key = ?'),
    readIfChanged: database.prepare(
      'SELECT CASE WHEN etag = ? THEN NULL ELSE value END AS value, etag FROM documents WHERE key = ?',
    ),
    create: database.prepare('INSERT INTO documents (key, value, etag) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING'),
    replace: database.prepare('UPDATE documents SET value = ?, etag = ? WHERE key = ? AND etag = ?'),
    remove: database.prepare('DELETE FROM documents WHERE key = ?'),
    list: database.prepare('SELECT key FROM documents WHERE key >= ? AND key < ? AND key > ? ORDER BY key LIMIT ?'),
  };
}

function attempt<T>(fact: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    return asFault(fact)(cause);
  }
}

function asFault(fact: string): (cause: unknown) => never {
  return (cause) => {
    throw cause instanceof StoreFault ? cause : new StoreFault(fact, { cause });
  };
}
