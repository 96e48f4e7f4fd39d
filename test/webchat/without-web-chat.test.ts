import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createTranslator, locales } from '../../src/i18n/index.ts';
import { openBrowser } from '../browser/browser.ts';
import { type AWebServer, startAWebServer } from './a-web-server.ts';

/** A bot whose Web Chat could not be fetched: it runs, and the panel says what is missing. */
let root: string;
let web: AWebServer;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'onetenant-no-web-chat-'));
  await cp('webchat', join(root, 'webchat'), { recursive: true, filter: (path) => basename(path) !== 'library' });
  web = await startAWebServer({ root });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await web.stop();
  await rm(root, { recursive: true });
});

test.each(locales)('the panel says in %s that there is no chat window, and begins no chat', async (locale) => {
  const page = await browser.newPage();

  const answer = await page.goto(`${web.url}/webchat/panel?locale=${locale}`);

  await page.getByText(createTranslator(locale)('webchat.panel.missing')).waitFor();
  expect(answer?.status()).toBe(503);
  expect(await page.locator('#start-over').isHidden()).toBe(true);
  expect(web.issued).toEqual([]);
  await page.close();
});

test('the file itself is not there', async () => {
  expect((await web.asks('/webchat/assets/anything/webchat.js')).status).toBe(404);
});

test('once it has come, the next reader has a chat window', async () => {
  await mkdir(join(root, 'webchat/library'));
  await writeFile(join(root, 'webchat/library/webchat.js'), 'window.WebChat = {};');

  const answer = await web.asks('/webchat/panel');

  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('id="bundle"');
});
