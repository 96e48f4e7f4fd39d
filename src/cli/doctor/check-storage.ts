import { randomUUID } from 'node:crypto';
import { openDocumentStore } from '../../adapters/storage/open-document-store.ts';
import { hasDamage } from '../../adapters/storage/sqlite/sqlite-document-store.ts';
import { accountTrouble, damaged, fileTrouble, type StoreTrouble } from '../../adapters/storage/store-trouble.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import { broken, type Diagnosis, type Examination, ok } from './check.ts';

const file = 'the file of DATA_FILE';

export const checkStorage: Examination = {
  id: 'storage',
  title: 'Storage',
  async run({ settings }) {
    let store: DocumentStore | null = null;
    try {
      store = openDocumentStore(settings);
      if (settings.STORAGE === 'sqlite' && hasDamage(settings.DATA_FILE)) return away(file, damaged);
      return (await keepsItsPromise(store)) ? ok(`${settings.STORAGE} stores, compares and removes`) : forgetful();
    } catch (fault) {
      return settings.STORAGE === 'azure'
        ? away('the storage account', accountTrouble(fault))
        : away(file, fileTrouble(fault));
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

function away(store: string, { what, fix }: StoreTrouble): Diagnosis {
  return broken({
    what: `${store} ${what}`,
    why: 'No message can be answered: every answer is stored before it is sent.',
    fix,
  });
}
