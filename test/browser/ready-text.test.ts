import type { FrameLocator, Page } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Intranet, openIntranet, opensOnPhone, presses, signsIn } from './intranet.ts';

const t = createTranslator('nl');
let intranet: Intranet;
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
});
afterAll(() => intranet.close());
beforeEach(async () => {
  ({ page, panel } = await opensOnPhone(intranet, 'dark'));
  await presses(panel, t('scenarios.add-microsoft-365.choice'));
  await signsIn(page, panel, 'member-azure');
  await panel
    .getByRole('button', { name: t('button.ask-admin'), exact: true })
    .last()
    .waitFor();
});
afterEach(() => page.context().close());

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

  const seen = await page
    .frames()
    .at(-1)
    ?.evaluate(`(() => {
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

test('the text and ids can be copied by a button, which says so, also aloud', async () => {
  await presses(panel, t('button.ask-admin'));
  const text = await panel.locator('textarea.ac-input').inputValue();
  const button = panel.locator('.copy:visible');
  await button.click();

  await panel.locator('#voice', { hasText: t('webchat.panel.copied') }).waitFor({ state: 'attached' });
  expect(await button.innerText()).toBe(t('webchat.panel.copied'));
  const box = panel.locator('[data-id="webchat-sendbox-input"]');
  await box.press('Control+V');
  expect(await box.inputValue()).toBe(text);
});
