import { randomUUID } from 'node:crypto';
import { openDocumentStore } from '../../adapters/storage/open-document-store.ts';
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

function unreachable(settings: Settings, fault: unknown): Diagnosis {
  const why = 'No message can be answered: every answer is stored before it is sent.';
  if (settings.STORAGE === 'azure')
    return broken({
      what: `the storage account does not accept a document (${innerCodeOf(fault)})`,
      why,
      fix: 'Check STORAGE_ACCOUNT_URL and STORAGE_CONTAINER, and that the managed identity has "Storage Blob Data Contributor" on that container.',
    });
  return broken({
    what: `the file of DATA_FILE cannot be written (${innerCodeOf(fault)})`,
    why,
    fix: 'Check that the folder of DATA_FILE exists, belongs to the user that runs the bot, and is not full.',
  });
}

function innerCodeOf(fault: unknown): string {
  return codeOf(fault instanceof StoreFault ? fault.cause : fault) ?? 'no code';
}
