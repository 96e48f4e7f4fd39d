import { randomUUID } from 'node:crypto';
import { openDocumentStore } from '../../adapters/storage/open-document-store.ts';
import { hasDamage } from '../../adapters/storage/sqlite/sqlite-document-store.ts';
import { damaged, fileTrouble, type StoreTrouble } from '../../adapters/storage/store-trouble.ts';
import type { Settings } from '../../config/settings.ts';
import { codeOf } from '../../domain/errors.ts';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import { broken, type Diagnosis, type Examination, ok } from './check.ts';

export const checkStorage: Examination = {
  id: 'storage',
  title: 'Storage',
  async run({ settings }) {
    let store: DocumentStore | null = null;
    try {
      store = openDocumentStore(settings);
      if (settings.STORAGE === 'sqlite' && hasDamage(settings.DATA_FILE)) return brokenFile(damaged);
      return (await keepsItsPromise(store)) ? ok(`${settings.STORAGE} stores, compares and removes`) : forgetful();
    } catch (fault) {
      return unreachable(settings, fault);
    } finally {
      await store?.close();
    }
  },
};

/** Writes a probe, checks that conflicting and outdated writes are refused, reads it back and removes it. */
async function keepsItsPromise(store: DocumentStore): Promise<boolean> {
  const key = `doctor/${randomUUID()}`;
  try {
    const first = await store.write(key, { probe: 1 }, null);
    const second = await store.write(key, { probe: 2 }, null);
    if (first.kind !== 'written' || second.kind !== 'conflict') return false;
    const third = await store.write(key, { probe: 3 }, first.etag);
    const late = await store.write(key, { probe: 4 }, first.etag);
    const kept = await store.read(key);
    return third.kind === 'written' && late.kind === 'conflict' && JSON.stringify(kept?.value) === '{"probe":3}';
  } finally {
    await store.remove(key);
  }
}

function forgetful(): Diagnosis {
  return broken({
    what: 'what was written did not come back, or two writers both won',
    why: 'Two replicas could overwrite each other’s conversations.',
    fix: 'Move the file to a local disk, or use STORAGE=azure.',
  });
}

const why = 'No message can be answered: every answer is stored before it is sent.';

function unreachable(settings: Settings, fault: unknown): Diagnosis {
  if (settings.STORAGE === 'azure')
    return isThrottled(fault)
      ? broken({
          what: 'the storage account throttles',
          why,
          fix: 'Wait a minute and try again. If it stays so, see who else uses that account, and give the bot one of its own.',
        })
      : broken({
          what: `the storage account does not accept a document (${innerCodeOf(fault)})`,
          why,
          fix: 'Check STORAGE_ACCOUNT_URL and STORAGE_CONTAINER, and that the managed identity has "Storage Blob Data Contributor" on that container.',
        });
  return brokenFile(fileTrouble(fault));
}

function brokenFile({ what, fix }: StoreTrouble): Diagnosis {
  return broken({ what: `the file of DATA_FILE ${what}`, why, fix });
}

function innerCodeOf(fault: unknown): string {
  return codeOf(fault instanceof StoreFault ? fault.cause : fault) ?? 'no code';
}

function isThrottled(fault: unknown): boolean {
  return innerCodeOf(fault) === 'ServerBusy';
}
