import type { Browser, Page } from 'playwright-core';
import { stepsOf } from '../../src/domain/steps.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { openBrowser, openPage } from './browser.ts';

/** The tab in Teams as a pane of the sandbox's page, beside the chat. */

const t = createTranslator('nl');
const steps = stepsOf('add-azure');
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

async function press(page: Page, name: string): Promise<void> {
  await page.locator('#webchat').getByRole('button', { name, exact: true }).last().click();
}

async function counts(page: Page, count: number): Promise<void> {
  const counted = t('card.steps.counted', { count, total: steps.length });
  await page.locator('#webchat').getByText(counted).first().waitFor();
}

test('in the chat of Teams, the pane shows the tab: what is ticked there changes the card, and the theme is chosen beside it', async () => {
  const { page, strayRequests } = await openPage(browser, 'nl-NL');
  await page.goto(`${stage.sandbox.core.addresses.http}/?language=nl&person=global-admin-m365`);
  expect(await page.locator('#tab-pane').isVisible()).toBe(false);
  await page.locator('#channel').selectOption('msteams');
  await page.locator('#tab-pane > summary').click();
  const tab = page.frameLocator('#tab-frame');
  await tab.getByRole('heading', { level: 1, name: t('tab.title') }).waitFor();

  await page.locator('#webchat').getByText(t('card.welcome.first-title')).first().waitFor();
  await press(page, t('scenarios.add-azure.choice'));
  await press(page, t('button.sign-in'));
  await page.locator('#webchat').getByText(t('card.sign-in.open-window')).first().waitFor();
  await press(page, t('button.sign-in'));
  await page.locator('#webchat').getByText(t('verdict.add-azure.ready.title')).first().waitFor();
  await press(page, t('button.tick-step', { step: 1 }));
  await counts(page, 1);

  await page.locator('#tab-pane > summary').click();
  await page.locator('#tab-pane > summary').click();
  const second = t('steps.azure-sign-in-with-work-account.title');
  await tab.getByRole('checkbox', { name: second }).waitFor();
  expect(await tab.getByRole('checkbox', { name: t('steps.azure-open-sign-up.title') }).isChecked()).toBe(true);
  await tab.getByRole('checkbox', { name: second }).click();
  await tab.getByText(t('tab.ticked', { step: second })).waitFor();
  await counts(page, 2);

  await page.locator('#tab-theme').selectOption('contrast');
  await tab.locator('html[data-contrast]').waitFor();
  expect(strayRequests).toEqual([]);
});
