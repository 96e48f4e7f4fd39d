import type { BrowserContext, FrameLocator } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Intranet, openIntranet, opensPanel, presses, shows } from './intranet.ts';

const t = createTranslator('nl');
let intranet: Intranet;
let reader: BrowserContext;
let panel: FrameLocator;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
});
afterAll(() => intranet.close());
beforeEach(async () => {
  reader = await intranet.newReader({ width: 390, height: 640, colorScheme: 'dark' });
  const page = await reader.newPage();
  await page.goto(`${intranet.origin}/`);
  panel = await opensPanel(page);
  await presses(panel, t('scenarios.add-microsoft-365.choice'));
  await shows(panel, t('card.sign-in.title'));
  const opened = page.waitForEvent('popup');
  await presses(panel, t('button.sign-in'));
  await (await opened).locator('button[value="member-azure"]').click();
  await panel
    .getByRole('button', { name: t('button.ask-admin'), exact: true })
    .last()
    .waitFor();
});
afterEach(() => reader.close());

test('only the line that unfolds a part says whether it is unfolded', async () => {
  const line = panel.locator('.ac-pushButton[aria-controls]').last();
  await line.click();
  await panel.locator('.ac-pushButton[aria-expanded=true]').waitFor();
  expect(await panel.locator('#chat .ac-adaptiveCard [aria-expanded]:not(button)').count()).toBe(0);

  await line.click();
  await panel.locator('.ac-pushButton[aria-expanded=true]').waitFor({ state: 'detached' });
  expect(await panel.locator('#chat .ac-adaptiveCard [aria-expanded]:not(button)').count()).toBe(0);
});

test('the text for an administrator is seen whole, looks like the page, and one press selects it', async () => {
  await presses(panel, t('button.ask-admin'));
  const text = panel.locator('textarea.ac-input');
  await text.click();

  const frame = reader
    .pages()[0]
    ?.frames()
    .find((one) => one.parentFrame() !== null);
  const seen = await frame?.evaluate(`(() => {
    const text = document.querySelector('textarea.ac-input');
    const style = getComputedStyle(text);
    return {
      hidden: Math.max(0, text.scrollHeight - text.clientHeight),
      left: text.value.length - (text.selectionEnd - text.selectionStart),
      isPageFont: style.fontFamily === getComputedStyle(text.closest('.ac-adaptiveCard')).fontFamily,
    };
  })()`);

  expect(seen).toMatchObject({ hidden: 0, left: 0, isPageFont: true });
});
