import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Stage } from './stage.ts';

/** Every byte of the store of a stage, as text: the file, its log and its index. */
export function storedBytes({ settings }: Stage): string {
  return ['', '-wal', '-shm']
    .map((end) => `${settings.DATA_FILE}${end}`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

/** One stored document as it stands there; null when there is none. */
export function storedDocument({ settings }: Stage, key: string): string | null {
  const database = new DatabaseSync(settings.DATA_FILE, { readOnly: true });
  try {
    const row = database.prepare('SELECT value FROM documents WHERE key = ?').get(key);
    return row === undefined ? null : String(row.value);
  } finally {
    database.close();
  }
}

/** Keys of stored documents that start with this. */
export function storedKeys({ settings }: Stage, prefix: string): readonly string[] {
  const database = new DatabaseSync(settings.DATA_FILE, { readOnly: true });
  try {
    const rows = database.prepare('SELECT key FROM documents ORDER BY key').all();
    return rows.map(({ key }) => String(key)).filter((key) => key.startsWith(prefix));
  } finally {
    database.close();
  }
}

/** Puts a document in the place of what is stored, as another release would have written it. The bot has to be stopped. */
export function putDocument({ settings }: Stage, key: string, value: string): void {
  const database = new DatabaseSync(settings.DATA_FILE);
  try {
    database
      .prepare(
        'INSERT INTO documents (key, value, etag) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, etag = excluded.etag',
      )
      .run(key, value, crypto.randomUUID());
  } finally {
    database.close();
  }
}
