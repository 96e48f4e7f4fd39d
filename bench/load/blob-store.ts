import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.ts';

/** As much of a blob store as one turn needs: read, and write when the version is the expected one. */
export function makeBlobStore(): (request: IncomingMessage, url: string, body: string) => Reply {
  const kept = new Map<string, { readonly text: string; readonly etag: string }>();
  return (request, url, body) => {
    const name = url.split('?')[0] ?? url;
    const found = kept.get(name);
    if (url.includes('comp=list'))
      return { status: 200, headers: xml, text: '<EnumerationResults><Blobs/></EnumerationResults>' };
    if (request.method === 'GET') {
      if (found === undefined) return refusal(404, 'BlobNotFound');
      if (request.headers['if-none-match'] === found.etag)
        return { status: 304, headers: { etag: found.etag }, text: '' };
      return { status: 200, headers: { etag: found.etag, 'content-type': 'application/json' }, text: found.text };
    }
    if (request.method !== 'PUT') return { status: 202, text: '' };
    const expected = request.headers['if-match'];
    if (request.headers['if-none-match'] === '*' && found !== undefined) return refusal(409, 'BlobAlreadyExists');
    if (expected !== undefined && expected !== found?.etag) return refusal(412, 'ConditionNotMet');
    const etag = `"${randomUUID()}"`;
    kept.set(name, { text: body, etag });
    return { status: 201, headers: { etag }, text: '' };
  };
}

const xml = { 'content-type': 'application/xml' };

function refusal(status: number, code: string): Reply {
  return {
    status,
    headers: { ...xml, 'x-ms-error-code': code },
    text: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
  };
}
