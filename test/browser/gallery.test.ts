import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type CardChannel, toDialect } from '../../cards/dialect.ts';
import { galleryPage } from '../../cards/gallery/gallery-page.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { createTranslator } from '../../src/i18n/index.ts';
import { openBrowser } from './browser.ts';

/** The page of every card, `npm run cards`, in a real browser. */

const channels: readonly CardChannel[] = ['teams', 'webchat'];
let browser: Browser;
let html: string;
let page: Page;

beforeAll(async () => {
  const t = createTranslator('en');
  browser = await openBrowser();
  html = await galleryPage(
    channels.flatMap((channel) =>
      samples.map(({ name, make }) => ({
        name,
        locale: 'en',
        channel,
        card: toDialect(make(t), channel, { nonce: 'n' }),
      })),
    ),
  );
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 320, height: 800 } });
});
afterEach(() => page.close());

const ofColours = "runOnly: ['color-contrast', 'link-in-text-block'],";
/** What a rule says of structure and names holds in every look; what it says of colours does not. */
const looks = [
  { look: 'light', colorScheme: 'light', forcedColors: 'none', rules: '' },
  { look: 'dark', colorScheme: 'dark', forcedColors: 'none', rules: ofColours },
  { look: 'forced colours', colorScheme: 'dark', forcedColors: 'active', rules: ofColours },
] as const;

test.each(channels)('nothing in it shuts people out (%s)', async (channel) => {
  await page.setContent(html);
  await page.locator('#channel').selectOption(channel);
  await page.evaluate(await readFile(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8'));

  const found: Record<string, unknown> = {};
  for (const { look, colorScheme, forcedColors, rules } of looks) {
    await page.emulateMedia({ colorScheme, forcedColors });
    const violations = await page.evaluate(
      `axe.run({ ${rules} resultTypes: ['violations'], elementRef: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].target.join(' ')].join(' ')))`,
    );
    const overflow = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
    found[look] = { violations, overflow };
  }

  const nothing = { violations: [], overflow: 0 };
  expect(found).toEqual({ light: nothing, dark: nothing, 'forced colours': nothing });
});

test('cards are chosen by name, width and theme, and a part that only Teams draws is said to be replaced', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.setContent(html);
  const progress = page.locator('.instead', { hasText: 'ProgressBar' });

  await page.getByRole('combobox', { name: 'Card' }).fill('steps');
  await page.locator('#width').selectOption('360');
  await page.locator('#theme').selectOption('dark');

  const names = await page.locator('figcaption').allTextContents();
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name.includes('steps'))).toEqual([]);
  expect((await page.locator('.card').first().boundingBox())?.width).toBe(360);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await progress.count()).toBeGreaterThan(0);
  await page.locator('#channel').selectOption('webchat');
  expect(await page.locator('.instead').count()).toBe(0);
});
