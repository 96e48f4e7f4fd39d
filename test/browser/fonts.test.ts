import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { broughtFonts, browserEnvironment, findBrowser, fontConfiguration } from './browser.ts';

/** A machine without fonts of its own, as a bare Linux is. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onetenant-no-fonts-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('text can be seen with the fonts that came along, and with none it cannot', async () => {
  expect(await widthOfText(join(folder, 'nowhere'))).toBe(0);
  expect(await widthOfText(broughtFonts)).toBeGreaterThan(20);
});

test('the browsers of the other tests have those fonts beside those of the machine', () => {
  expect(browserEnvironment().FONTCONFIG_FILE).toBe(join(tmpdir(), 'onetenant-fonts.conf'));
});

async function widthOfText(fonts: string): Promise<number> {
  const file = join(folder, 'fonts.conf');
  await writeFile(file, fontConfiguration(join(folder, 'no-machine.conf'), fonts));
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    env: { ...browserEnvironment(), FONTCONFIG_FILE: file },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.setContent('<span style="font-family: system-ui, sans-serif">Hello</span>');
  const box = await page.locator('span').boundingBox();
  await browser.close();
  return box?.width ?? 0;
}
