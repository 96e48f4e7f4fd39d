import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { teamsPages } from '../../src/domain/channel.ts';
import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

/** The page of the tab in Teams, before it knows whose it is. */

const publicUrl = 'https://bot.contoso.example';
const chatUrl = 'https://teams.microsoft.com/l/chat/0/0?users=28:bot';
const running: RunningHttpServer[] = [];

async function serve(root = process.cwd()): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    publicUrl,
    door: { admit: async () => ({ kind: 'denied' }) },
    tab: {
      root,
      signIn: { admit: async () => ({ kind: 'refused', because: 'no-token' }) },
      checklists: { read: async () => ({ kind: 'nothing' }), tick: async () => ({ kind: 'nothing' }) },
      clock: { now: () => 0 },
      journal: { note: () => undefined },
      publicUrl,
      chatUrl,
      trustedProxies: 0,
    },
  });
  running.push(server);
  return (path, init) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
}

afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

test('only the pages of Teams may show it, and it runs nothing that is not its own', async () => {
  const { status, headers } = await (await serve())('/tab/checklist');
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
      const [name = '', ...sources] = part.split(' ');
      return [name, sources];
    }),
  );

  expect(status).toBe(200);
  expect(policy).toEqual({
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'self'", ...teamsPages],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'connect-src': ["'self'"],
  });
  expect(
    teamsPages.every(
      (page) => page.startsWith('https://') && /\.(?:microsoft\.com|microsoft|microsoft\.us)$/.test(page),
    ),
  ).toBe(true);
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
});

test.each(locales)(
  'in %s, the page and its words are of that language, as Teams or the browser asks',
  async (locale) => {
    const opens = await serve();
    const asked = await (await opens(`/tab/checklist?locale=${locale}-xx`)).text();
    const preferred = await (
      await opens('/tab/checklist?locale={locale}', { headers: { 'accept-language': locale } })
    ).text();

    for (const text of [asked, preferred]) {
      expect(text).toContain(`<html lang="${locale}"`);
      expect(text).toContain(`<h1>${createTranslator(locale)('tab.title')}</h1>`);
    }
    const folder = /\/tab\/assets\/[\w-]+/.exec(asked)?.[0];
    const words = await opens(`${folder}/words/${locale}.js`);
    expect(await words.text()).toContain(JSON.stringify(createTranslator(locale)('tab.problems.nothing.title')));
  },
);

test('every file that the page names is there, kept for ever, and sent with its type', async () => {
  const opens = await serve();
  const text = await (await opens('/tab/checklist')).text();
  const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');

  expect(named).toHaveLength(4);
  for (const path of named) {
    const { status, headers } = await opens(path);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-type')).toMatch(path.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
  }
  expect((await opens('/tab/assets/older/tab.js')).headers.get('cache-control')).toBe('no-store');
  expect((await opens('/tab/assets/older/nothing.js')).status).toBe(404);
});

test('without TeamsJS the page comes all the same, and says what is missing', async () => {
  const root = await mkdtemp(join(tmpdir(), 'onetenant-tab-'));
  await mkdir(join(root, 'webchat'));
  for (const path of ['webchat/tab', 'webchat/look.css']) await symlink(join(process.cwd(), path), join(root, path));
  const text = await (await (await serve(root))('/tab/checklist')).text();
  await rm(root, { recursive: true });

  expect(text).toContain('tab.js');
  expect(text).not.toContain('teams-js.js');
});

test('without a token nothing is answered', async () => {
  const opens = await serve();

  expect((await opens('/api/tab/checklist')).status).toBe(401);
  expect((await opens('/api/tab/ticks', { method: 'POST', body: '{}' })).status).toBe(401);
});
