import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

/** The pages at the bot's own address, to which the app in Teams links. */

const publicUrl = 'https://bot.contoso.example';
let server: RunningHttpServer;

beforeAll(async () => {
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    publicUrl,
    door: { admit: async () => ({ kind: 'denied' }) },
  });
});
afterAll(() => server.stop());

const opens = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

test.each(locales.flatMap((locale) => ['/', '/privacy', '/terms'].map((path) => ({ locale, path }))))(
  '$path in $locale is a page of that language, with links to the others',
  async ({ locale, path }) => {
    const answer = await opens(path, { headers: { 'accept-language': `${locale};q=0.9, xx` } });
    const text = await answer.text();

    expect(answer.status).toBe(200);
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).not.toContain('\\n');
    expect(text).toMatch(/<h1>[^<]+<\/h1>\s*<p>/);
    for (const other of ['/', '/privacy', '/terms'].filter((one) => one !== path))
      expect(text).toContain(`href="${other}?lang=${locale}"`);
  },
);

test('privacy says what the chat says', async () => {
  const text = await (await opens('/privacy?lang=nl')).text();

  for (const paragraph of createTranslator('nl').lines('topics.privacy.paragraphs')) expect(text).toContain(paragraph);
});

test('the language in the address counts more than that of the browser, and one that nobody knows is English', async () => {
  const dutch = await opens('/terms?lang=nl', { headers: { 'accept-language': 'de' } });
  const unknown = await opens('/terms?lang=%22%3E%3Cscript%3E', { headers: { 'accept-language': 'de' } });

  expect(await dutch.text()).toContain('<html lang="nl">');
  const text = await unknown.text();
  expect(text).toContain('<html lang="en">');
  expect(text).not.toContain('<script');
});

test('they may not be framed, run no script, and answer HEAD', async () => {
  const answer = await opens('/', { method: 'HEAD' });

  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await opens('/about/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
});
