import { createMeanings } from '../adapters/embeddings/create-meanings.ts';
import { comparedTexts } from '../adapters/search/compared-texts.ts';
import type { Content } from '../adapters/search/content-as-built.ts';
import { leaveOutNames } from '../adapters/search/leave-out-names.ts';
import { openDocumentStore } from '../adapters/storage/open-document-store.ts';
import { readSettings } from '../config/settings.ts';
import type { JournalEvent } from '../ports/journal.ts';
import type { Meanings } from '../ports/meanings.ts';

/** The comparison by meaning for a program that ends by itself. */
export interface OpenMeanings {
  readonly meanings: Meanings | null;
  close(): Promise<void>;
}

/**
 * Opens the embedding service that the bot's settings name, with the vectors that the bot keeps, and makes what is missing.
 * Null if a setting is missing or wrong: `tell` hears which.
 */
export async function openMeanings(
  environment: Readonly<Record<string, string | undefined>>,
  content: Content,
  tell: (line: string) => void,
): Promise<OpenMeanings | null> {
  const reading = readSettings(environment);
  if (reading.kind === 'faulty') {
    for (const { name, problem } of reading.faults) tell(`${name} ${problem}`);
    return null;
  }
  const { settings } = reading;
  const store = openDocumentStore(settings);
  const meanings = createMeanings({
    settings,
    store,
    clock: { now: () => Date.now() },
    journal: { note: (event) => tellOf(event, tell) },
    texts: () => comparedTexts(content),
    clean: leaveOutNames(content),
  });
  await meanings?.warm();
  return {
    meanings,
    async close() {
      await meanings?.stop();
      await store.close();
    },
  };
}

function tellOf(event: JournalEvent, tell: (line: string) => void): void {
  if (event.event !== 'embeddings.failed') return;
  const status = event.status === null ? '' : `, ${event.status}`;
  tell(`The embedding service gave no vectors (${event.because}${status}). Sentences are read without it.`);
}
