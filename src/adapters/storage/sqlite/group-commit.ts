import { closeSync, fdatasync, openSync, realpathSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type Durability, StoreFault } from '../../../ports/document-store.ts';
import { busyPauseMs, busyTimeoutMs, isBusy } from './busy.ts';

interface Waiting {
  readonly run: () => unknown;
  readonly durability: Durability;
  /** When it stops waiting for another process, by `performance.now()`. */
  readonly until: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Writes everything requested in one round of the event loop as one transaction, in the order of the requests, and syncs
 * to disk once, off the main thread.
 * SQLite itself would sync at every commit and block the only thread meanwhile. So its sync is turned off
 * (`synchronous = NORMAL`), and its write-ahead log is synced here. That is as safe as `FULL`: a commit is complete once
 * its part of the log is on disk, and SQLite syncs the log itself before it reuses any of it.
 * For what this gained, see docs/performance.md and decision 0026.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  /** Null if the database has no log file of its own, as in memory. */
  #log: number | null;
  #waiting: Waiting[] = [];
  #flushing: NodeJS.Immediate | null = null;
  #lookingAgain: NodeJS.Timeout | null = null;
  #syncing: Promise<void> | null = null;
  #nextSync: Promise<void> | null = null;

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#log = file === ':memory:' ? null : openLog(file);
  }

  /** Rejects with whatever the statement throws; other statements in the group are not affected. */
  run<T>(statement: () => T, durability: Durability): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const until = performance.now() + busyTimeoutMs;
      this.#waiting.push({ run: statement, durability, until, resolve: resolve as (result: unknown) => void, reject });
      if (this.#lookingAgain === null) this.#flushing ??= setImmediate(() => this.flush());
    });
  }

  /** Commits what is waiting, without syncing to disk. What waits for another process stays, in its place. */
  flush(): void {
    if (this.#flushing !== null) clearImmediate(this.#flushing);
    if (this.#lookingAgain !== null) clearTimeout(this.#lookingAgain);
    this.#flushing = null;
    this.#lookingAgain = null;
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length > 1) this.#commit(group);
    else for (const one of group) this.#settleUnlessBusy(one, outcomeOf(one));
    if (this.#waiting.length > 0) this.#lookingAgain = setTimeout(() => this.flush(), busyPauseMs);
  }

  /** Another process holds the file: who has waited long enough hears so, and the others stay. */
  #waitOn(group: readonly Waiting[], fault: unknown): void {
    const now = performance.now();
    for (const one of group) if (one.until <= now) one.reject(fault);
    this.#waiting.push(...group.filter(({ until }) => until > now));
  }

  #settleUnlessBusy(one: Waiting, outcome: WriteOutcome): void {
    if ('fault' in outcome && isBusy(outcome.fault)) this.#waitOn([one], outcome.fault);
    else this.#settle(one, outcome);
  }

  /** Commits what is waiting and closes the log. */
  async close(): Promise<void> {
    this.flush();
    while (this.#waiting.length > 0) await pause(busyPauseMs);
    await (this.#nextSync ?? this.#syncing)?.catch(() => undefined);
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
  }

  #commit(group: readonly Waiting[]): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
    } catch (fault) {
      if (isBusy(fault)) this.#waitOn(group, fault);
      else for (const one of group) one.reject(fault);
      return;
    }
    let results: unknown[];
    try {
      results = group.map(({ run }) => run());
      this.#database.exec('COMMIT');
    } catch {
      // SQLite may have rolled back the others too, so the whole group is rolled back and each statement is run by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      for (const one of group) this.#settleUnlessBusy(one, outcomeOf(one));
      return;
    }
    for (const [index, one] of group.entries()) this.#settle(one, { result: results[index] });
  }

  #settle({ durability, resolve, reject }: Waiting, outcome: WriteOutcome): void {
    if ('fault' in outcome) reject(outcome.fault);
    else if (durability === 'process' || this.#log === null) resolve(outcome.result);
    else this.#sync(this.#log).then(() => resolve(outcome.result), reject);
  }

  /** Resolves when everything committed so far is on disk. */
  #sync(log: number): Promise<void> {
    if (this.#syncing === null) return this.#startSync(log);
    // The sync in progress may have started before the newest commit.
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

/** SQLite keeps this file as long as any process has the database open, and places no locks on it. */
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
