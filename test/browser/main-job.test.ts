import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { createTranslator, type Locale, type Translator } from '../../src/i18n/index.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { openBrowser, openPage } from './browser.ts';
import { keepsPicture } from './pictures.ts';

/** Real Web Chat in a real browser, from "hello" to a checked answer. `UPDATE_SCREENSHOTS=1` renews the pictures in docs/images. */

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const routes = [
  { scenario: 'add-azure', person: 'global-admin-m365', firstStep: 'azure-open-sign-up', steps: 5 },
  { scenario: 'add-microsoft-365', person: 'billing-admin-azure', firstStep: 'm365-choose-plan', steps: 6 },
] as const;

describe.each(['nl', 'en'] as const satisfies readonly Locale[])('in %s', (locale) => {
  const t = createTranslator(locale);

  test.each(routes)(
    '$person goes for $scenario, signs in without typing a code, and sees that it worked',
    async (route) => {
      const { page, strayRequests } = await openPage(browser, locale === 'nl' ? 'nl-NL' : 'en-GB');
      await stage.sandbox.reset();
      await page.goto(`${stage.sandbox.core.addresses.http}/?language=${locale}&person=${route.person}`);

      await press(page, t(`scenarios.${route.scenario}.choice`));
      await signInInWindow(page, t);
      await says(page, t(`verdict.${route.scenario}.ready.title`));
      await pictureOfNewest(page, `verdict-${route.scenario}-${locale}`);

      await pressBehindMore(page, t('button.show-steps'), t);
      await says(page, t(`steps.${route.firstStep}.title`));
      await press(page, t('button.tick-step', { step: 1 }));
      // The card is replaced in place; its old buttons no longer count.
      await says(page, t('card.steps.progress', { step: 2, total: route.steps }));
      await pictureOfNewest(page, `steps-${route.scenario}-${locale}`);

      stage.sandbox.core.people.complete(route.person);
      await pressBehindMore(page, t('button.i-have-done-it'), t);
      await says(page, t('card.proof.proven-title'));
      await pictureOfNewest(page, `proof-${route.scenario}-${locale}`);
      // Only what is next stands out, in the chat and beside it.
      expect(await page.locator('.ac-pushButton.style-positive:not([aria-disabled="true"], [data-used])').count()).toBe(
        1,
      );
      if (route.person === 'global-admin-m365') {
        await page.locator('#tour-proof .tick-mark').waitFor();
        expect(await page.locator('.panel .primary:visible').count()).toBe(0);
      }

      await press(page, t('button.show-receipt'));
      await press(page, t('card.receipt.as-text'));
      const receipt = page.locator('textarea.ac-input');
      await receipt.click();
      const selected = await page.evaluate('getSelection().toString()');
      expect(selected).toContain(t.labelled(t('card.receipt.what'), t(`scenarios.${route.scenario}.name`)));
      expect(selected).toBe(await receipt.inputValue());

      expect(strayRequests).toEqual([]);
      await page.context().close();
    },
  );
});

test('an administrator opens the link of a request, and the chat begins with it', async () => {
  const t = createTranslator('en');
  const { page } = await openPage(browser, 'en-GB');
  const link = (stage.settings.CHAT_URL ?? '').replace('{request}', 'x'.repeat(22));

  await page.goto(`${link}&language=en&person=billing-admin-azure`);
  await page.locator('#connection[data-state="online"]').waitFor();
  await says(page, t('card.sign-in.title'));
  await signInInWindow(page, t);

  await says(page, t('card.admin-answer.refused.expired'));
  await page.context().close();
});

/** The newest button with this name that can be pressed. */
function button(page: Page, name: string): Locator {
  return page
    .locator('.ac-pushButton:not([aria-disabled="true"]), .webchat__bubble__content button:not([aria-disabled="true"])')
    .filter({ hasText: new RegExp(`^${escaped(name)}$`) })
    .last();
}

async function press(page: Page, name: string): Promise<void> {
  await button(page, name).click();
}

/** A card that is drawn again has folded what was unfolded, so "More" is pressed until the button is there. */
async function pressBehindMore(page: Page, name: string, t: Translator): Promise<void> {
  const isThere = () =>
    button(page, name)
      .waitFor({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
  await press(page, t('button.more'));
  while (!(await isThere())) await press(page, t('button.more'));
  await press(page, name);
}

async function says(page: Page, words: string): Promise<void> {
  await page.locator('.ac-adaptiveCard').filter({ hasText: words }).last().waitFor();
}

/** The sign-in opens a window, which signs the chosen person in and closes by itself. */
async function signInInWindow(page: Page, t: Translator): Promise<void> {
  await says(page, t('card.sign-in.title'));
  const context: BrowserContext = page.context();
  const [popup] = await Promise.all([context.waitForEvent('page'), press(page, t('button.sign-in'))]);
  if (!popup.isClosed()) await popup.waitForEvent('close', { timeout: 15_000 }).catch(() => popup.close());
}

/** The newest card alone, for the pages that show it. The other journeys look the same. */
async function pictureOfNewest(page: Page, name: string): Promise<void> {
  if (!name.endsWith('add-azure-en')) return;
  await page.waitForTimeout(600);
  const newest = page.locator('.webchat__bubble').last();
  await keepsPicture(newest, name, await newest.allInnerTexts());
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
