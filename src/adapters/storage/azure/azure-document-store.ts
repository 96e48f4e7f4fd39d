import { randomUUID } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import {
  type BlobRequestConditions,
  BlobServiceClient,
  type ContainerClient,
  RestError,
  type StoragePipelineOptions,
} from '@azure/storage-blob';
import {
  type DocumentStore,
  type Json,
  type StoredDocument,
  StoreFault,
  type WriteResult,
} from '../../../ports/document-store.ts';
import { readRetryAfter } from '../../upstream/retry-after.ts';
import { checkedText, checkKey, checkLimit, DocumentRefused, jsonOrText } from '../document-rules.ts';
import { blobNameOf, keyOfBlob, longestBlobName } from './blob-name.ts';

/** Where the documents are, and how the bot authenticates. */
export type AzureStorageAccess =
  | {
      readonly kind: 'managed-identity';
      readonly accountUrl: string;
      /** Client id of a user-assigned identity; by default the machine's own identity is used. */
      readonly clientId?: string;
    }
  | { readonly kind: 'connection-string'; readonly connectionString: string };

export interface AzureStorageOptions {
  readonly access: AzureStorageAccess;
  readonly container: string;
  /** Timeout for one attempt, in milliseconds. There are two attempts. */
  readonly tryTimeoutMs?: number;
}

/** Of a call that fails in other ways; each of these two tries may take its whole time. */
const triesMax = 2;
/** Of a call that is throttled, which is told at once. */
const throttledTriesMax = 3;
const pauseMs = 100;
/** Nobody in a chat waits longer for a single document. */
const longestPauseMs = 1_000;
const pageSize = 1_000;

/**
 * Stores documents as blobs in one container, for any number of replicas. A blob's ETag is the document's version, and
 * Azure compares it atomically with the write.
 * Nothing is set up at start and failures are not cached: a write that finds no container creates it,
 * so a store that was down works again at the next call.
 */
export function openAzureDocumentStore(options: AzureStorageOptions): DocumentStore {
  return new AzureDocumentStore(options);
}

class AzureDocumentStore implements DocumentStore {
  readonly #container: ContainerClient;
  readonly #tryTimeoutMs: number;
  #isClosed = false;

  constructor({ access, container, tryTimeoutMs = 2_000 }: AzureStorageOptions) {
    this.#container = serviceFor(access).getContainerClient(container);
    this.#tryTimeoutMs = tryTimeoutMs;
  }

  async read(key: string): Promise<StoredDocument | null> {
    const found = await this.#read(key, {});
    // No ETag was sent, so `unchanged` cannot occur.
    return found === 'unchanged' ? null : found;
  }

  async readIfChanged(key: string, etag: string): Promise<StoredDocument | 'unchanged' | null> {
    return this.#read(key, { ifNoneMatch: etag });
  }

  #read(key: string, conditions: BlobRequestConditions): Promise<StoredDocument | 'unchanged' | null> {
    const blob = this.#container.getBlobClient(checkedName(key));
    return this.#attempt('the document could not be read', async (abortSignal) => {
      const found = await blob
        .download(0, undefined, { abortSignal, conditions, maxRetryRequests: 0 })
        .catch(unchangedOrMissing);
      if (found === null || found === 'unchanged') return found;
      const text = await textOf(found.readableStreamBody);
      // Written by `write` below, so it is a document's JSON, unless somebody else changed it.
      return { value: jsonOrText(text), etag: etagOf(found) };
    });
  }

  async write(key: string, value: Json, expected: string | null): Promise<WriteResult> {
    const blob = this.#container.getBlockBlobClient(checkedName(key));
    const body = Buffer.from(checkedText(value));
    const conditions = expected === null ? { ifNoneMatch: '*' } : { ifMatch: expected };
    // Identifies this write, so that a retry recognises a first attempt that arrived although its response was lost.
    const mark = randomUUID();
    return this.#attempt('the document could not be written', async (abortSignal, attempt) => {
      const options = {
        abortSignal,
        conditions,
        metadata: { write: mark },
        blobHTTPHeaders: { blobContentType: 'application/json' },
      };
      try {
        const upload = () => blob.upload(body, body.length, options);
        return writtenAs(await upload().catch(this.#afterMakingTheContainer(upload, abortSignal)), body.length);
      } catch (error) {
        if (!isConflict(error)) throw error;
        if (attempt === 1) return { kind: 'conflict' };
        const now = await blob.getProperties({ abortSignal }).catch(nullWhenMissing);
        return now?.metadata?.write === mark ? writtenAs(now, body.length) : { kind: 'conflict' };
      }
    });
  }

  async remove(key: string): Promise<void> {
    const blob = this.#container.getBlobClient(checkedName(key));
    await this.#attempt('the document could not be removed', async (abortSignal) => {
      await blob.delete({ abortSignal }).catch(nullWhenMissing);
    });
  }

  async list(prefix: string, limit: number, after = ''): Promise<readonly string[]> {
    checkLimit(limit);
    const names = { prefix: blobNameOf(prefix), ...(after === '' ? {} : { startFrom: blobNameOf(after) }) };
    return this.#attempt('the keys could not be listed', async (abortSignal) => {
      const pages = this.#container.listBlobsFlat({ ...names, abortSignal }).byPage({ maxPageSize: pageSize });
      return await firstKeys(pages, limit, after).catch((error: unknown) => nullWhenMissing(error) ?? []);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #afterMakingTheContainer<T>(again: () => Promise<T>, abortSignal: AbortSignal): (error: unknown) => Promise<T> {
    return async (error) => {
      if (!(error instanceof RestError) || error.code !== 'ContainerNotFound') throw error;
      await this.#container.createIfNotExists({ abortSignal });
      return again();
    };
  }

  /**
   * Two attempts of two seconds, and a third when the service throttles, after pauses that grow. The SDK passes its own timeouts
   * only to the service; they do not end a call that hangs.
   */
  async #attempt<T>(fact: string, work: (abortSignal: AbortSignal, attempt: number) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new StoreFault('the store is closed');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(AbortSignal.timeout(this.#tryTimeoutMs), attempt);
      } catch (cause) {
        const pause = pauseBeforeAnother(cause, attempt);
        if (pause === null) throw new StoreFault(fact, { cause });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}

function serviceFor(access: AzureStorageAccess): BlobServiceClient {
  const options: StoragePipelineOptions = { retryOptions: { maxTries: 1 } };
  if (access.kind === 'connection-string')
    return BlobServiceClient.fromConnectionString(access.connectionString, options);
  const identity = new ManagedIdentityCredential(access.clientId === undefined ? {} : { clientId: access.clientId });
  return new BlobServiceClient(access.accountUrl, identity, options);
}

function checkedName(key: string): string {
  checkKey(key);
  const name = blobNameOf(key);
  if (name.length > longestBlobName) throw new DocumentRefused('the key has too many signs that have to be escaped');
  return name;
}

async function firstKeys(
  pages: AsyncIterable<{ readonly segment: { readonly blobItems: readonly { readonly name: string }[] } }>,
  limit: number,
  after: string,
): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const page of pages) {
    keys.push(...page.segment.blobItems.map(({ name }) => keyOfBlob(name)).filter((key) => key > after));
    if (keys.length >= limit) break;
  }
  return keys.slice(0, limit);
}

async function textOf(stream: NodeJS.ReadableStream | undefined): Promise<string> {
  if (stream === undefined) throw new Error('the answer has no body');
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function writtenAs(answer: { readonly etag?: string | undefined }, size: number): WriteResult {
  return { kind: 'written', etag: etagOf(answer), size };
}

function etagOf({ etag }: { readonly etag?: string | undefined }): string {
  if (etag === undefined) throw new Error('the answer has no version');
  return etag;
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof RestError && error.statusCode === 404) return null;
  throw error;
}

function unchangedOrMissing(error: unknown): 'unchanged' | null {
  return error instanceof RestError && error.statusCode === 304 ? 'unchanged' : nullWhenMissing(error);
}

/** 409 and 412: the blob already exists, has another version, or is gone. 404 with a version: it was removed. */
function isConflict(error: unknown): boolean {
  return (
    error instanceof RestError &&
    (error.code === 'BlobAlreadyExists' || error.statusCode === 412 || error.code === 'BlobNotFound')
  );
}

/**
 * Milliseconds until the next try, or null if there is none: a refusal is final. Azure Storage throttles with 503 (Server Busy) and
 * 500 (Operation Timeout), and asks for an exponential backoff (Microsoft Learn: "Scalability and performance targets for Blob
 * storage"); where it says when to come back, that counts.
 */
function pauseBeforeAnother(error: unknown, attempt: number): number | null {
  if (!isThrottled(error)) return attempt < triesMax && isWorthAnotherTry(error) ? pauseMs : null;
  const seconds = readRetryAfter(error.response?.headers.get('retry-after'), Date.now());
  const pause = seconds === null ? pauseMs * 3 ** (attempt - 1) * (1 + Math.random()) : seconds * 1_000;
  return attempt < throttledTriesMax && pause <= longestPauseMs ? pause : null;
}

function isThrottled(error: unknown): error is RestError {
  if (!(error instanceof RestError)) return false;
  return error.statusCode === 429 || error.statusCode === 503 || error.code === 'OperationTimedOut';
}

/** A timeout, no connection, or a server error. */
function isWorthAnotherTry(error: unknown): boolean {
  return !(error instanceof RestError) || error.statusCode === undefined || error.statusCode >= 500;
}
