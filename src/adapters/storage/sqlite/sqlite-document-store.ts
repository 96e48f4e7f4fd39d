import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import {
  type DocumentStore,
  type Durability,
  type Json,
  type StoredDocument,
  StoreFault,
  type WriteResult,
} from '../../../ports/document-store.ts';
import { checkedText, checkKey, checkLimit } from '../document-rules.ts';
import { GroupCommit } from './group-commit.ts';

const schemaVersion = 1;
/** The last code point: no printable key starts with it, so it comes after every key with a given prefix. */
const afterEverything = '\u{10FFFF}';
/** How long a write waits for another process on the same file, in milliseconds. It blocks this process meanwhile. */
const busyTimeoutMs = 2_000;

/**
 * Stores documents in one SQLite file, for one machine.
 * Several processes may open the same file: write-ahead logging lets them read and write concurrently, and every
 * write is a single compare-and-swap statement, so none overwrites a version that it has not read.
 * A write is on disk when its promise resolves, unless the caller asked for less. Throws `StoreFault` if the file is not one of our stores.
 */
export function openSqliteDocumentStore(file: string): DocumentStore {
  return new SqliteDocumentStore(file);
}

class SqliteDocumentStore implements DocumentStore {
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #commits: GroupCommit;
  #closing: Promise<void> | null = null;

  constructor(file: string) {
    this.#database = openDatabase(file);
    this.#statements = prepare(this.#database);
    this.#commits = attempt('the file cannot be used as a store', () => new GroupCommit(this.#database, file));
  }

  async read(key: string): Promise<StoredDocument | null> {
    checkKey(key);
    return attempt('the document could not be read', () => documentOf(this.#statements.read.get(key)));
  }

  async readIfChanged(key: string, etag: string): Promise<StoredDocument | 'unchanged' | null> {
    checkKey(key);
    return attempt('the document could not be read', () => {
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
    const { create, replace } = this.#statements;
    const statement = () => (expected === null ? create.run(key, text, etag) : replace.run(text, etag, key, expected));
    const { changes } = await this.#commits
      .run(statement, durability)
      .catch(asFault('the document could not be written'));
    return Number(changes) === 1 ? { kind: 'written', etag, size: text.length } : { kind: 'conflict' };
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    const statement = () => this.#statements.remove.run(key);
    await this.#commits.run(statement, 'disk').catch(asFault('the document could not be removed'));
  }

  async list(prefix: string, limit: number, after = ''): Promise<readonly string[]> {
    checkLimit(limit);
    return attempt('the keys could not be listed', () =>
      this.#statements.list.all(prefix, `${prefix}${afterEverything}`, after, limit).map((row) => String(row.key)),
    );
  }

  async scrub(): Promise<void> {
    // Removed rows are zeroed in the file at once; their copies in the log go when it is truncated.
    this.#commits.flush();
    attempt('the log of the store could not be cut off', () => this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
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

/** Written by `write` above, so it is a document's JSON. */
function documentOf(row: Readonly<Record<string, unknown>> | undefined): StoredDocument | null {
  return row === undefined ? null : { value: JSON.parse(String(row.value)) as Json, etag: String(row.etag) };
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
  if (version > schemaVersion) throw new StoreFault(`the store has version ${version}, newer than this program`);
  if (version === 0) {
    database.exec('CREATE TABLE documents (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, etag TEXT NOT NULL)');
    database.exec(`PRAGMA user_version = ${schemaVersion}`);
  }
  database.exec('COMMIT');
  // From here on `GroupCommit` does the syncing.
  database.exec('PRAGMA synchronous = NORMAL');
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
