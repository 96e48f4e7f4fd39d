import { azureEmbeddingsScope } from '../../domain/azure-embeddings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import type { ComparedText, Meanings } from '../../ports/meanings.ts';
import { createIdentityToken } from '../entra/identity-token.ts';
import { EmbeddedMeanings } from './embedded-meanings.ts';
import { createEmbed, type Embed, type EmbeddingsCall } from './embeddings-client.ts';
import { KeptVectors } from './kept-vectors.ts';

/** The settings of the embedding service. */
export interface EmbeddingsSettings {
  readonly EMBEDDINGS_URL?: string | undefined;
  readonly EMBEDDINGS_MODEL?: string | undefined;
  readonly EMBEDDINGS_KEY?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

export interface MeaningsOptions {
  readonly settings: EmbeddingsSettings;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly observe?: (call: EmbeddingsCall) => void;
  readonly texts: () => readonly ComparedText[];
  readonly clean: (text: string, names: readonly string[]) => string;
}

/** The comparison by meaning; null where no service is set. */
export function createMeanings({ settings, observe, ...options }: MeaningsOptions): Meanings | null {
  const embed = createEmbedFor(settings, options.clock, observe);
  const { EMBEDDINGS_MODEL: model } = settings;
  if (embed === null || model === undefined) return null;
  const { store, clock, texts, journal, clean } = options;
  return new EmbeddedMeanings({
    embed,
    clock,
    journal,
    clean,
    vectors: new KeptVectors({ store, clock, embed, model, texts }),
  });
}

/** The client of the service that is set, with its key or else the managed identity; null where none is set. */
export function createEmbedFor(
  settings: EmbeddingsSettings,
  clock: Clock,
  observe?: (call: EmbeddingsCall) => void,
): Embed | null {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key } = settings;
  if (url === undefined || model === undefined) return null;
  const proof = key === undefined ? identityProof(settings, url, clock) : { key };
  return createEmbed({ url, model, proof, ...(observe === undefined ? {} : { observe }) });
}

function identityProof({ MANAGED_IDENTITY_CLIENT_ID: clientId }: EmbeddingsSettings, url: string, clock: Clock) {
  return { token: createIdentityToken(clientId ?? '', azureEmbeddingsScope(url), clock) };
}
