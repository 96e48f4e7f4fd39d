import type { IncomingMessage } from 'node:http';

const mostBytes = 4_096;
const timeoutMs = 5_000;

/** The fields of a small form; null if it is not a form, too long or too slow. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) return null;
  const text = await readText(request);
  return text === null ? null : new URLSearchParams(text);
}

function readText(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (text: string | null): void => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      resolve(text);
    };
    const timer = setTimeout(() => finish(null), timeoutMs);
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > mostBytes) return finish(null);
      chunks.push(chunk);
    });
    request.once('end', () => finish(Buffer.concat(chunks).toString('utf8')));
    request.once('error', () => finish(null));
    request.once('close', () => finish(null));
  });
}
