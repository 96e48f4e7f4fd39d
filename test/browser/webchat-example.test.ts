import type { Browser } from 'playwright-core';
import { type Stage, setStage } from '../conversations/stage.ts';
import { openBrowser, openPage } from './browser.ts';
import { opensPanel } from './intranet.ts';

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = [await setStage(), await openBrowser()];
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

test('the example page of the sandbox shows the chat, without any setting', async () => {
  const { page, strayRequests } = await openPage(browser, 'nl-NL');
  await page.goto(`${stage.sandbox.core.addresses.http}/intranet?locale=nl`);

  await opensPanel(page);

  expect(strayRequests).toEqual([]);
});

test.each([
  { name: 'on paper', media: { media: 'print' } },
  { name: 'in high contrast', media: { forcedColors: 'active' } },
] as const)('$name the conversation can be read', async ({ media }) => {
  const { page } = await openPage(browser, 'nl-NL');
  await page.emulateMedia(media);
  await page.goto(`${stage.sandbox.core.addresses.bot}/webchat/panel?locale=nl`);

  await page.locator('.ac-adaptiveCard').waitFor();

  const isPaper = 'media' in media;
  await page.locator('[data-id=webchat-sendbox-input]').waitFor({ state: isPaper ? 'hidden' : 'visible' });
  const outline = await page.evaluate(
    "getComputedStyle(document.querySelector('.webchat__bubble__content')).borderTopStyle",
  );
  expect(outline).toBe('solid');
});
