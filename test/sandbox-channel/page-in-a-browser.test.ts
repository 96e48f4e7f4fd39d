import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { locales } from '../../src/i18n/index.ts';
import { openBrowser } from '../browser/browser.ts';
import { botSays, offerSignIn } from './a-chat.ts';
import { type ASandbox, startASandbox } from './a-sandbox.ts';

/** The real Web Chat bundle, unmodified, against the sandbox's channel. */
let browser: Browser;
let sandbox: ASandbox;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());
beforeEach(async () => {
  sandbox = await startASandbox();
  complaints.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(sandbox.url)) complaints.push(request.url());
  });
});
afterEach(async () => {
  await page.context().close();
  await sandbox.stop();
});

test('a person writes, is echoed at once and reads the answer', async () => {
  const chat = await meet('en');
  sandbox.bot.answer = async ({ id }) => {
    await botSays(sandbox, chat, { text: 'Hello yourself' }, String(id));
    return { status: 200 };
  };

  await say('Hello there');

  await page.getByText('Hello yourself').first().waitFor();
  await page.getByText('Hello there').first().waitFor();
  expect(await page.locator('#connection').textContent()).toBe('Connected');
  expect(complaints).toEqual([]);
});

test('the sign-in button opens a window that closes the matter without a code', async () => {
  const chat = await meet('nl');
  await offerSignIn(sandbox, chat);

  const opened = page.waitForEvent('popup');
  await page.locator('.ac-pushButton', { hasText: 'Sign in' }).click();
  const popup = await opened;

  await popup.locator('[data-outcome="done"]').waitFor();
  await sandbox.bot.received(({ name }) => name === 'tokens/response');
});

test('without Web Chat the page says so, and everything else works', async () => {
  await page.route('**/page/webchat.js', (route) => route.fulfill({ status: 404 }));

  await page.goto(`${sandbox.url}/`);

  await page.locator('#connection[data-state="missing"]').waitFor();
  expect(await page.locator('#connection').textContent()).toMatch(/^There is no chat window/);
  await page.locator('[data-person=anna]').waitFor();
});

test('the page says when the connection is gone', async () => {
  await meet('nl');
  await page.locator('#connection[data-state="online"]').waitFor();

  await unfold('#fault-pane');
  await page.locator('#drop-sockets').click();

  await page.locator('#connection[data-state="offline"]').waitFor();
  expect(await page.locator('#connection').textContent()).toMatch(/^Offline/);
});

test('choosing a person and a channel starts a conversation as them', async () => {
  await meet('en');

  await page.locator('[data-person=anna]').click();
  await page.locator('#channel').selectOption('msteams');

  const update = await sandbox.bot.received(
    ({ type, channelId }) => type === 'conversationUpdate' && channelId === 'msteams',
  );
  expect(update).toMatchObject({ locale: 'en-GB', membersAdded: [{}, { name: 'Anna de Vries' }] });
  expect(await page.locator('#people [aria-pressed=true]').textContent()).toContain(
    'Anna de Vries Anna has Microsoft 365 only. ✓ Add Azure: can start',
  );
});

test('a fault is added, shown and cleared in Dutch', async () => {
  await meet('nl');
  await unfold('#fault-pane');

  await page.locator('#fault-times').fill('2');
  await page.getByRole('button', { name: 'Stukmaken' }).click();
  await page.getByText('graph: 429, nog 2 keer').waitFor();
  await page.getByRole('button', { name: 'Alles herstellen' }).click();

  await page.locator('#faults:empty').waitFor({ state: 'attached' });
  expect(sandbox.core.faults.list()).toEqual([]);
});

test('people are found by name and by what they are, in any order of words', async () => {
  await meet('en');
  const search = page.getByRole('searchbox', { name: 'Search' });

  await search.fill('only VRIES');
  const found = await page.locator('#people strong').allTextContents();
  await search.fill('nobody like this');

  expect(found).toEqual(['Anna de Vries']);
  expect(await page.locator('#nobody-found').textContent()).toBe('Nobody fits these words.');
});

test('the sign-up is finished for whoever signed in, though nobody was chosen before', async () => {
  const chat = await meet('en');
  const finish = page.getByRole('button', { name: 'They finished the sign-up' });
  await finish.click();
  await page.locator('#news', { hasText: 'Nobody has signed in yet' }).waitFor();
  await offerSignIn(sandbox, chat);
  const opened = page.waitForEvent('popup');
  await page.locator('.ac-pushButton', { hasText: 'Sign in' }).click();
  await (await opened).locator('[data-outcome="done"]').waitFor();

  await finish.click();

  await page.locator('#news', { hasText: 'Anna de Vries finished the sign-up' }).waitFor();
  expect(sandbox.core.people.isComplete('anna')).toBe(true);
});

test.each([
  { width: 1280, height: 900, inView: ['#people', '#complete', '#fault-pane > summary', '#request-pane > summary'] },
  { width: 390, height: 844, inView: ['#start-over', '#language'] },
])('everything needed is in view at $width x $height', async ({ width, height, inView }) => {
  await page.setViewportSize({ width, height });
  await meet('de');

  const hidden = [];
  for (const selector of ['[data-id=webchat-sendbox-input]', ...inView]) {
    const box = await page.locator(selector).boundingBox();
    if (box === null || box.y < 0 || box.y + box.height > height) hidden.push({ selector, ...box });
  }

  expect(hidden).toEqual([]);
});

const ofColours = "runOnly: ['color-contrast', 'link-in-text-block'],";
/** What a rule says of structure and names holds in every look; what it says of colours does not. */
const looks = [
  { look: 'light', colorScheme: 'light', forcedColors: 'none', rules: '' },
  { look: 'dark', colorScheme: 'dark', forcedColors: 'none', rules: ofColours },
  { look: 'forced colours', colorScheme: 'dark', forcedColors: 'active', rules: ofColours },
] as const;

test.each(locales)('nothing on the page shuts people out (%s)', async (language) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const chat = await meet(language);
  await botSays(sandbox, chat, { text: 'Hello [there](https://portal.azure.com)' });
  await page.getByText('Hello').first().waitFor();
  await page.locator('[data-person=anna]').click();
  await page.locator('#people [aria-pressed=true][data-person=anna]').waitFor();
  await page.locator('#connection[data-state="online"]').waitFor();
  for (const pane of ['#fault-pane', '#request-pane']) await unfold(pane);
  await page.setViewportSize({ width: 320, height: 800 });
  // The page's own policy allows no foreign script, so the checker comes in through the debugger.
  await page.evaluate(await axeSource());

  const found: Record<string, unknown> = {};
  for (const { look, colorScheme, forcedColors, rules } of looks) {
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
    const violations = await page.evaluate(
      `axe.run({ ${rules} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
    );
    const overflow = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
    found[look] = { violations, overflow };
  }

  const nothing = { violations: [], overflow: 0 };
  expect(found).toEqual({ light: nothing, dark: nothing, 'forced colours': nothing });
});

async function unfold(pane: string): Promise<void> {
  await page.locator(`${pane} > summary`).click();
}

async function meet(language: string): Promise<string> {
  await page.goto(`${sandbox.url}/?language=${language}`);
  const update = await sandbox.bot.received(({ type }) => type === 'conversationUpdate');
  await page.locator('#connection[data-state="online"]').waitFor();
  return (update.conversation as { id: string }).id;
}

async function say(text: string): Promise<void> {
  const box = page.locator('[data-id=webchat-sendbox-input]');
  await box.fill(text);
  await box.press('Enter');
}

async function axeSource(): Promise<string> {
  return readFile(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');
}
