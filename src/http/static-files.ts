import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** A file for browsers, both uncompressed and compressed. */
export interface StaticFile {
  readonly bytes: Buffer;
  readonly brotli: Buffer;
  readonly type: string;
  /** Hash of the content. */
  readonly hash: string;
}

/** For files whose address names their content. */
export const forever = 'public, max-age=31536000, immutable';

const compress = promisify(brotliCompress);
/** Compresses the chat bundle to 709 kB in 0.2 s; the highest setting saves another 8 % but takes ten times as long. */
const bundleQuality = 9;
const smallFileQuality = constants.BROTLI_MAX_QUALITY;
const smallFileBytes = 64 * 1_024;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Reads and compresses one file, off the main thread. */
export async function readStaticFile(root: string, path: string): Promise<StaticFile> {
  return asStaticFile(await readFile(join(root, path)), extname(path));
}

/** For a file that may not be there. Throws what else went wrong. */
export function nullIfMissing(fault: unknown): null {
  if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT') return null;
  throw fault;
}

export async function asStaticFile(bytes: Buffer, extension: string): Promise<StaticFile> {
  const quality = bytes.length > smallFileBytes ? bundleQuality : smallFileQuality;
  const brotli = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { bytes, brotli, type: types[extension] ?? 'application/octet-stream', hash: hashOf(bytes) };
}

export function hashOf(...parts: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url').slice(0, 16);
}

/** Runs once, on the first call. A failure is not cached. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = null;
      throw fault;
    });
    return made;
  };
}

/** Whether Brotli is among the accepted encodings and not refused with `q=0` (RFC 9110, 12.5.3). */
function acceptsBrotli({ headers }: IncomingMessage): boolean {
  const codings = String(headers['accept-encoding'] ?? '').split(',');
  return codings.some((coding) => {
    const [name = '', ...parameters] = coding
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    return name === 'br' && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

/** Sends a file as the browser takes it. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  headers: Readonly<Record<string, string>>,
): void {
  const takesBrotli = acceptsBrotli(request);
  const bytes = takesBrotli ? file.brotli : file.bytes;
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': String(bytes.length),
    vary: 'Accept-Encoding',
    ...(takesBrotli ? { 'content-encoding': 'br' } : {}),
  });
  response.end(bytes);
}

/** Answers with a text that is always the same. */
export function answersWith(
  headers: Readonly<Record<string, string>>,
  type: 'text/css' | 'text/javascript',
  text: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  return async (_request, response) => {
    response.writeHead(200, {
      ...headers,
      'content-type': `${type}; charset=utf-8`,
      'content-length': String(bytes.length),
    });
    response.end(bytes);
  };
}
