import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocumentStore } from '../../src/adapters/storage/open-document-store.ts';
import { readSettings } from '../../src/config/settings.ts';
import { startAzurite } from '../builders/azurite.ts';

const required = {
  BOT_APP_ID: '11111111-2222-3333-4444-555555555555',
  BOT_APP_TENANT_ID: '22222222-3333-4444-5555-666666666666',
  SIGN_IN_APP_ID: '33333333-4444-5555-6666-777777777777',
  MANAGED_IDENTITY_CLIENT_ID: '44444444-5555-6666-7777-888888888888',
};

function settings(changes: Readonly<Record<string, string>>) {
  const reading = readSettings({ ...required, ...changes });
  if (reading.kind === 'faulty') throw new Error(reading.faults.map(({ name }) => name).join());
  return reading.settings;
}

test('without a word about it, conversations are kept in a file, in a folder that is made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-choosing-'));
  const store = openDocumentStore(settings({ DATA_FILE: join(folder, 'new', 'store.sqlite') }));

  expect((await store.write('a', 1, null)).kind).toBe('written');

  await store.close();
  rmSync(folder, { recursive: true });
});

test('with a connection string they are kept in Azure Storage', async () => {
  const azurite = await startAzurite();
  const store = openDocumentStore(
    settings({ STORAGE: 'azure', STORAGE_CONNECTION_STRING: azurite.connectionString, STORAGE_CONTAINER: 'chats' }),
  );

  expect((await store.write('a', 1, null)).kind).toBe('written');

  await store.close();
  await azurite.stop();
});

test('Azure Storage without an account is refused by name', () => {
  expect(() => settings({ STORAGE: 'azure' })).toThrow('STORAGE_ACCOUNT_URL');
});

test.each([
  ['STORAGE', 'memory'],
  ['STORAGE_ACCOUNT_URL', 'https://st.blob.core.windows.net/container'],
  ['STORAGE_CONNECTION_STRING', 'https://st.blob.core.windows.net'],
  ['STORAGE_CONTAINER', 'Capital'],
  ['STORAGE_CONTAINER', 'a'],
  ['KEEP_IDLE_DAYS', '0'],
  ['KEEP_IDLE_DAYS', '400'],
])('%s refuses %s', (name, value) => {
  expect(() => settings({ [name]: value })).toThrow(name);
});
