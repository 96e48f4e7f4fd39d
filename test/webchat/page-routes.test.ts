import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { createTranslator, locales } from '../../src/i18n/index.ts';
import { type AWebServer, intranetOrigin, startAWebServer } from './a-web-server.ts';

let web: AWebServer;

beforeAll(async () => {
  web = await startAWebServer();
});
afterAll(() => web.stop());

test('the script for pages is at most 4 kB on the wire and asks nobody else', async () => {
  const { headers, bytes } = await compressed('/webchat/embed.js');
  const text = brotliDecompressSync(bytes).toString('utf8');

  expect(headers['content-encoding']).toBe('br');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(bytes.length).toBeLessThanOrEqual(4_096);
  expect(text).not.toContain('__WORDS__');
  expect(text.match(/https?:\/\/[^\s'"`)]+/g) ?? []).toEqual([
    'http://www.w3.org/2000/svg',
    'http://www.w3.org/2000/svg',
  ]);
  // It is one classic script: what runs must be what was written.
  expect(() => new Function(text)).not.toThrow();
});

test('an unchanged script is not sent twice', async () => {
  const first = await web.asks('/webchat/embed.js');
  const again = await web.asks('/webchat/embed.js', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });

  expect(again.status).toBe(304);
  await first.text();
});

test.each([
  ['a list of versions', (etag: string) => `"older", ${etag}`],
  ['a weak one, as a proxy that compresses makes it', (etag: string) => `W/${etag}`],
  ['any', () => '*'],
])('an unchanged script is not sent to a browser that names %s', async (_what, named) => {
  const first = await web.asks('/webchat/embed.js');
  const again = await web.asks('/webchat/embed.js', {
    headers: { 'if-none-match': named(first.headers.get('etag') ?? '') },
  });

  expect(again.status).toBe(304);
  await first.text();
});

test.each(['br;q=0', 'gzip, br;q=0.0', 'gzip', 'identity', 'brand'])(
  'nothing is compressed for a browser that takes %s',
  async (accepted) => {
    const { headers, bytes } = await compressed('/webchat/embed.js', accepted);

    expect(headers['content-encoding']).toBeUndefined();
    expect(bytes.toString('utf8')).toContain('OneTenant');
  },
);

test.each(['/webchat/embed.js', '/webchat/panel', '/webchat/ticket', '/healthz', '/readyz'])(
  'HEAD of %s has the headers of GET, and no body',
  async (path) => {
    const [got, head] = [await web.asks(path), await web.asks(path, { method: 'HEAD' })];

    expect(head.status).toBe(got.status);
    expect(head.headers.get('content-type')).toBe(got.headers.get('content-type'));
    expect(await head.text()).toBe('');
    await got.text();
  },
);

test('the panel may be shown by listed pages only, and runs nothing that is not its own', async () => {
  const [first, second] = [await web.asks('/webchat/panel'), await web.asks('/webchat/panel')];
  const policy = first.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

  expect(policy).toContain(`frame-ancestors 'self' ${intranetOrigin};`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(nonce).toHaveLength(24);
  expect(second.headers.get('content-security-policy')).not.toContain(nonce);
  const html = await first.text();
  expect(html).toContain(`nonce="${nonce}"`);
  expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  expect(html).not.toContain('{{');
  await second.text();
});

test('the page of a link to a ticket is shown inside no other page', async () => {
  const page = await web.asks('/webchat/ticket');

  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self';");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toContain('/ticket-link.js');
});

test.each([
  ['/webchat/panel?locale=nl', 'en-US', 'nl'],
  ['/webchat/panel?locale=nl-BE', 'en-US', 'nl'],
  ['/webchat/panel?locale=de', 'en-US', 'de'],
  ['/webchat/panel', 'de-AT,nl;q=0.8,en;q=0.5', 'de'],
  ['/webchat/panel', 'zxx,nl;q=0.8,en;q=0.5', 'nl'],
  ['/webchat/panel?locale=constructor', 'en', 'en'],
  ['/webchat/panel?locale=zxx', 'zxx', 'en'],
  ['/webchat/panel?locale=nl_BE', 'en', 'nl'],
  ['/webchat/panel', 'de;q=0.3,nl;q=0.9', 'nl'],
  ['/webchat/panel?locale="><script>', 'en', 'en'],
])('%s for a reader of %s is in %s', async (path, language, locale) => {
  const html = await (await web.asks(path, { headers: { 'accept-language': language } })).text();

  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).not.toContain('"><script>');
});

test.each(locales)('in %s the panel fetches that language only', async (locale) => {
  const html = await (await web.asks(`/webchat/panel?locale=${locale}`)).text();

  const [path, ...more] = [...html.matchAll(/"(\/webchat\/[^"]+\/words\/[^"]+)"/g)].map(([, found]) => found ?? '');

  expect(path).toMatch(new RegExp(`/words/${locale}\\.js$`));
  expect(more).toEqual([]);
  expect((await compressed(path ?? '')).status).toBe(200);
});

test.each(locales)('the script for pages says its words in %s', async (locale) => {
  const text = brotliDecompressSync((await compressed('/webchat/embed.js')).bytes).toString('utf8');

  expect(text).toContain(createTranslator(locale)('webchat.launcher.open'));
});

test('what the panel loads is compressed, kept for ever, and there', async () => {
  const html = await (await web.asks('/webchat/panel')).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/webchat\/[^"]+)"/g)].map(([, path]) => path ?? '');

  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
    const { status, headers, bytes } = await compressed(path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toMatch(/^text\/(javascript|css); charset=utf-8$/);
    expect(bytes.length).toBeLessThan(800_000);
  }
});

/** Source of the sizes: the table "bytes on the wire". */
test('docs/webchat.md says how many bytes the window costs, to within a tenth', async () => {
  const page = readFileSync('docs/webchat.md', 'utf8');
  const told = (row: RegExp) => Number(row.exec(page)?.[1]?.replace(',', ''));
  const html = await (await web.asks('/webchat/panel')).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/webchat\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const own = paths.filter((path) => !path.endsWith('/webchat.js'));
  const sizes = await Promise.all(own.map(async (path) => (await compressed(path)).bytes.length));
  const ratios = {
    embed: (await compressed('/webchat/embed.js')).bytes.length / told(/^\| `embed\.js`.* \| ([\d,]+) \|$/m),
    own: sizes.reduce((sum, size) => sum + size, 0) / told(/^\| the window's own files.* \| ([\d,]+) \|$/m),
  };

  expect(Object.entries(ratios).filter(([, ratio]) => !(ratio > 0.9 && ratio < 1.1))).toEqual([]);
});

test('every module that the panel imports is served', async () => {
  const html = await (await web.asks('/webchat/panel')).text();
  const folder = /"(\/webchat\/assets\/[^/]+)\/panel\.js"/.exec(html)?.[1];
  const modules = readdirSync('webchat').filter((name) => name.endsWith('.js') && name !== 'embed.js');

  expect(modules.length).toBeGreaterThan(10);
  for (const name of modules) {
    const imports = [...readFileSync(`webchat/${name}`, 'utf8').matchAll(/from '\.\/([^']+)'/g)].map(
      ([, path]) => path,
    );
    for (const path of imports) expect((await web.asks(`${folder}/${path}`)).status).toBe(200);
  }
});

test('a file of another version is served, and not kept', async () => {
  const response = await web.asks('/webchat/assets/an-older-one/panel.js');

  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  await response.text();
});

test.each([
  '/webchat/assets/x/../../../package.json',
  '/webchat/assets/x/%2e%2e/%2e%2e/package.json',
  '/webchat/assets/x/..%2f..%2fpackage.json',
  '/webchat/assets/x/panel.html',
  '/webchat/assets/x/words/en.d.ts',
  '/webchat/assets/x/',
  '/webchat/',
])('%s is not there', async (path) => {
  expect((await compressed(path)).status).toBe(404);
});

test.each(['?next=//evil.example', '/%5cevil.example', '//evil.example/..'])('%s leads nowhere else', async (tail) => {
  const { status, headers } = await compressed(`/webchat/panel${tail}`);

  expect([200, 404]).toContain(status);
  expect(headers.location).toBeUndefined();
});

test.each([
  ['/webchat/embed.js', 'GET'],
  ['/webchat/panel', 'GET'],
  ['/webchat/assets/x/panel.js', 'GET'],
  ['/api/webchat/token', 'POST'],
  ['/api/webchat/refresh', 'POST'],
])('%s carries the headers that browsers are protected by', async (path, method) => {
  const response = await web.asks(path, { method });
  await response.text();

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringContaining('max-age=31536000'),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
  });
  expect(response.headers.get('server')).toBeNull();
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Asks as a browser does; fetch would decompress and tidy the path. */
function compressed(path: string, accepted = 'gzip, br'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(web.url);
    get({ hostname, port, path, headers: { 'accept-encoding': accepted } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}
