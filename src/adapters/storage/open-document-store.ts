import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import { type AzureStorageAccess, openAzureDocumentStore } from './azure/azure-document-store.ts';
import { openSqliteDocumentStore } from './sqlite/sqlite-document-store.ts';

/** The settings that select the store. */
export interface StorageSettings {
  readonly STORAGE: 'sqlite' | 'azure';
  readonly DATA_FILE: string;
  readonly STORAGE_ACCOUNT_URL?: string | undefined;
  readonly STORAGE_CONNECTION_STRING?: string | undefined;
  readonly STORAGE_CONTAINER: string;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

/** Opens the configured store. Throws `StoreFault` if a file cannot be used; Azure is contacted only at the first call. */
export function openDocumentStore(settings: StorageSettings): DocumentStore {
  switch (settings.STORAGE) {
    case 'sqlite':
      makeFolder(dirname(settings.DATA_FILE));
      return openSqliteDocumentStore(settings.DATA_FILE);
    case 'azure':
      return openAzureDocumentStore({ access: azureAccess(settings), container: settings.STORAGE_CONTAINER });
  }
}

function azureAccess(settings: StorageSettings): AzureStorageAccess {
  const { STORAGE_ACCOUNT_URL, STORAGE_CONNECTION_STRING, MANAGED_IDENTITY_CLIENT_ID } = settings;
  if (STORAGE_CONNECTION_STRING !== undefined)
    return { kind: 'connection-string', connectionString: STORAGE_CONNECTION_STRING };
  return {
    kind: 'managed-identity',
    accountUrl: STORAGE_ACCOUNT_URL ?? '',
    ...(MANAGED_IDENTITY_CLIENT_ID === undefined ? {} : { clientId: MANAGED_IDENTITY_CLIENT_ID }),
  };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new StoreFault('the folder of the store cannot be made', { cause });
  }
}
