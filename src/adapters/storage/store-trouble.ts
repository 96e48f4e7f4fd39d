import { codeOf } from '../../domain/errors.ts';
import { StoreFault } from '../../ports/document-store.ts';

/** Why a store cannot be used, for whoever runs the bot. */
export interface StoreTrouble {
  /** What is so, without a subject: "is damaged". */
  readonly what: string;
  /** What to do, in whole sentences. */
  readonly fix: string;
  /** Whether it may be over by itself, so that a later start can succeed. */
  readonly mayPass: boolean;
}

const notWritable = {
  what: 'is in a place where the bot’s user may not write',
  fix: 'Let this user write to the file and its folder, and mount the folder for reading and writing.',
  mayPass: false,
};
const full = { what: 'cannot grow, because its disk is full', fix: 'Make room on that disk.', mayPass: true };
const held = {
  what: 'is held by another program',
  fix: 'Close what else has the file open, such as a backup or a viewer of databases.',
  mayPass: true,
};
const putBack = 'Stop the bot, keep the file for a rescue, put a copy back (docs/operations.md), and start it.';
/** A page of the file is not what SQLite wrote. */
export const damaged: StoreTrouble = { what: 'is damaged', fix: putBack, mayPass: false };

/** By SQLite's result codes (https://sqlite.org/rescode.html) and those of the operating system. */
const ofFiles: Readonly<Record<string, StoreTrouble>> = {
  1: { what: 'lacks a table of the store, or has another in its place', fix: putBack, mayPass: false },
  5: held,
  6: held,
  8: notWritable,
  10: {
    what: 'cannot be read or written, because its disk fails',
    fix: 'Look for the disk in the log of the machine, and move the file to another local disk.',
    mayPass: true,
  },
  11: damaged,
  13: full,
  23: notWritable,
  26: {
    what: 'is not a store of OneTenant',
    fix: 'Set DATA_FILE to a file that does not exist yet, or put a copy of the store back.',
    mayPass: false,
  },
  ENOSPC: full,
  EDQUOT: full,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  FILE_REMOVED: { what: 'was removed or replaced while it was in use', fix: putBack, mayPass: false },
  STORE_NEWER: {
    what: 'was written by a newer release',
    fix: 'Start that release again, or set DATA_FILE to another file.',
    mayPass: false,
  },
};

const otherFile = {
  what: 'cannot be opened as a store',
  fix: 'Set DATA_FILE to a file in a folder that the bot’s user may write to.',
  mayPass: false,
};

/** What is wrong with the storage account. Azure's codes say more than its statuses. */
export function accountTrouble(fault: unknown): StoreTrouble {
  const code = codeOf(causeOf(fault)) ?? 'no code';
  if (code === 'ServerBusy')
    return {
      what: 'throttles',
      fix: 'Wait a minute and try again. If it stays so, see who else uses that account, and give the bot one of its own.',
      mayPass: true,
    };
  return {
    what: `does not accept a document (${code})`,
    fix: 'Check STORAGE_ACCOUNT_URL and STORAGE_CONTAINER, and that the managed identity has "Storage Blob Data Contributor" on that container.',
    mayPass: false,
  };
}

/** What is wrong with the file of DATA_FILE. `fault`: what opening or using it threw. */
export function fileTrouble(fault: unknown): StoreTrouble {
  const cause = causeOf(fault);
  const isSqlite = typeof cause === 'object' && cause !== null && 'errcode' in cause;
  const code = isSqlite && typeof cause.errcode === 'number' ? String(cause.errcode & 0xff) : (codeOf(cause) ?? '');
  return ofFiles[code] ?? otherFile;
}

function causeOf(fault: unknown): unknown {
  return fault instanceof StoreFault ? fault.cause : fault;
}
