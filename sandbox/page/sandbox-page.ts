import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { SandboxCore } from '../core/core.ts';
import { languagesOfPage } from '../words/sandbox-words.ts';

interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly cache: string;
}

const files: Readonly<Record<string, PageFile>> = {
  '/page/page.css': { path: 'sandbox/page/page.css', type: 'text/css; charset=utf-8', cache: 'no-cache' },
  '/webchat/look.css': { path: 'webchat/look.css', type: 'text/css; charset=utf-8', cache: 'no-cache' },
  ...scripts('page', 'sandbox/page', [
    'chat-window.js',
    'desk-pane.js',
    'desk-view.js',
    'fill.js',
    'page.js',
    'people-list.js',
    'tab-host.js',
    'tab-pane.js',
    'tour.js',
  ]),
  ...scripts('webchat', 'webchat', [
    'attention.js',
    'chat-look.js',
    'copying.js',
    'hearing.js',
    'on-gesture.js',
    'preview.js',
    'reading-place.js',
  ]),
  '/page/webchat.js': {
    path: 'webchat/library/webchat.js',
    type: 'text/javascript; charset=utf-8',
    cache: 'private, max-age=86400, immutable',
  },
};

function scripts(address: string, folder: string, names: readonly string[]): Readonly<Record<string, PageFile>> {
  const type = 'text/javascript; charset=utf-8';
  return Object.fromEntries(
    names.map((name) => [`/${address}/${name}`, { path: `${folder}/${name}`, type, cache: 'no-cache' }]),
  );
}

/** Web Chat adds one empty style tag before it applies the nonce; this is the hash of nothing. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The page at `/`: a real chat window beside everything that can be changed in the sandbox. */
export function sandboxPage(core: SandboxCore, root: string): FastifyPluginAsync {
  return async (app) => {
    const read = rememberFiles(root);
    app.get('/', async (_request, reply) => {
      const html = (await read('sandbox/page/index.html')).toString('utf8');
      const nonce = randomBytes(16).toString('base64');
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': contentPolicy(core, nonce),
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        })
        .send(html.replace('{{nonce}}', nonce));
    });
    for (const [address, { path, type, cache }] of Object.entries(files)) {
      app.get(address, async (_request, reply) => {
        const file = await read(path).catch(nullIfMissing);
        if (file === null) return reply.code(404).send();
        return reply
          .headers({ 'content-type': type, 'cache-control': cache, 'x-content-type-options': 'nosniff' })
          .send(file);
      });
    }
    app.get('/page/languages.json', async (_request, reply) =>
      reply.headers({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }).send(languagesOfPage()),
    );
    app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
  };
}

function contentPolicy(core: SandboxCore, nonce: string): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${emptyStyleHash}`,
    "frame-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self' blob: ${core.addresses.http.replace(/^http/, 'ws')}`,
  ].join('; ');
}

/** Web Chat is not in the repository and may not have been fetched; the page then says so. */
function nullIfMissing(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null;
  throw fault;
}

/** Reads a file once, when it is first asked for. */
function rememberFiles(root: string): (path: string) => Promise<Buffer> {
  const readings = new Map<string, Promise<Buffer>>();
  return (path) => {
    const known = readings.get(path);
    if (known) return known;
    const reading = readFile(join(root, path));
    readings.set(path, reading);
    reading.catch(() => readings.delete(path));
    return reading;
  };
}
