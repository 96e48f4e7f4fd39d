import { closeSync, fdatasync, openSync, realpathSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type Durability, StoreFault } from '../../../ports/document-store.ts';

interface Waiting {
  /** One statement. */
  readonly run: () => unknown;
  readonly durability: Durability;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Writes what one round of the event loop asks for in one transaction, in the order it was asked for, and waits for the
 * disk once and beside the event loop.
 * SQLite itself would wait for the disk at every commit, and would hold the only thread meanwhile. So it is told not to
 * (`synchronous = NORMAL`), and its log is brought to the disk here. That is as safe as `FULL`: a commit is whole once
 * its part of the log is on the disk, and SQLite brings the log there by itself before it reuses any of it.
 * See docs/performance.md for what that gave, and decision 0026.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  /** Null where the database has no log file of its own, as in memory. */
  #log: number | null;
  #waiting: Waiting[] = [];
  #flushing: NodeJS.Immediate | null = null;
  #syncing: Promise<void> | null = null;
  #nextSync: Promise<void> | null = null;

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#log = file === ':memory:' ? null : openLog(file);
  }

  /** Rejects with whatever the statement throws; the statements beside it are none the worse. */
  run<T>(statement: () => T, durability: Durability): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: statement, durability, resolve: resolve as (result: unknown) => void, reject });
      this.#flushing ??= setImmediate(() => this.flush());
    });
  }

  /** Commits what waits, without waiting for the disk. */
  flush(): void {
    if (this.#flushing !== null) clearImmediate(this.#flushing);
    this.#flushing = null;
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length > 1) this.#commit(group);
    else for (const one of group) this.#settle(one, outcomeOf(one));
  }

  /** Commits what waits and lets go of the log. */
  async close(): Promise<void> {
    this.flush();
    await (this.#nextSync ?? this.#syncing)?.catch(() => undefined);
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
  }

  #commit(group: readonly Waiting[]): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
    } catch (fault) {
      // Another process holds the file: each by itself would wait as long again.
      for (const one of group) one.reject(fault);
      return;
    }
    let results: unknown[];
    try {
      results = group.map(({ run }) => run());
      this.#database.exec('COMMIT');
    } catch {
      // SQLite may have undone the others as well. So nothing of the group counts, and each is asked for by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      for (const one of group) this.#settle(one, outcomeOf(one));
      return;
    }
    for (const [index, one] of group.entries()) this.#settle(one, { result: results[index] });
  }

  #settle({ durability, resolve, reject }: Waiting, outcome: WriteOutcome): void {
    if ('fault' in outcome) reject(outcome.fault);
    else if (durability === 'process' || this.#log === null) resolve(outcome.result);
    else this.#sync(this.#log).then(() => resolve(outcome.result), reject);
  }

  /** Resolves when everything that is committed by now is on the disk. */
  #sync(log: number): Promise<void> {
    if (this.#syncing === null) return this.#startSync(log);
    // The one under way may have begun before the newest commit.
    this.#nextSync ??= this.#syncing
      .catch(() => undefined)
      .then(() => {
        this.#nextSync = null;
        return this.#startSync(log);
      });
    return this.#nextSync;
  }

  #startSync(log: number): Promise<void> {
    const sync = bringToDisk(log).finally(() => {
      if (this.#syncing === sync) this.#syncing = null;
    });
    this.#syncing = sync;
    return sync;
  }
}

type WriteOutcome = { readonly result: unknown } | { readonly fault: unknown };

function outcomeOf({ run }: Waiting): WriteOutcome {
  try {
    return { result: run() };
  } catch (fault) {
    return { fault };
  }
}

/** SQLite keeps this file for as long as the database is open anywhere, and locks none of it. */
function openLog(file: string): number {
  return openSync(`${realpathSync(file)}-wal`, 'r+');
}

function bringToDisk(log: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(log, (cause) =>
      cause === null ? resolve() : reject(new StoreFault('the disk did not take it', { cause })),
    );
  });
}
