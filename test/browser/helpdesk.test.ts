import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { BotProcess } from '../../sandbox/bot-process.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { startsBundled } from '../builders/bundled-programs.ts';
import { freePort } from '../builders/free-port.ts';
import { openBrowser, openPage } from './browser.ts';

/** What one command shows: a ticket of Zendesk is chatted to its end in the other pane, through a kill of the bot. */

const t = createTranslator('nl');
let folder: string;
let bot: BotProcess;
let sandbox: RunningSandbox;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onetenant-helpdesk-'));
  const botOrigin = `http://localhost:${await freePort()}`;
  bot = new BotProcess(botOrigin);
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin, bot });
  const environment = { ...sandbox.environment, DATA_FILE: join(folder, 'kept.sqlite'), LOG_LEVEL: 'silent' };
  await bot.prepare({ PATH: process.env.PATH, ...(await startsBundled()), ...environment }, sandbox);
  await bot.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a ticket is taken up in Teams, the bot is killed on the way, and the proof arrives in the ticket', async () => {
  const { page, strayRequests } = await openPage(browser, 'nl-NL');
  await page.goto(`${sandbox.core.addresses.http}/?language=nl`);
  await page.locator('#desk-pane > summary').click();
  await page.locator('#desk-person').selectOption('global-admin-m365');
  await page.locator('#teams-app').click();
  await page.locator('#teams-app[aria-pressed="true"]').waitFor();
  await page.locator('#desk-about').selectOption('add-azure');
  await page.locator('#desk-locale').selectOption('nl');
  await page.locator('#desk-title').fill('Ik wil **Azure** [hier](https://evil.example)');
  await page.locator('#desk-form button[type=submit]').click();
  await noted('Microsoft Teams');

  await page.locator('#teams-chat').click();
  await said(page, 'Ik wil **Azure** [hier]');
  expect(await page.locator('#webchat a[href*="evil.example"]').count()).toBe(0);
  await press(page, t('tickets.arrived.start'));
  await said(page, t('card.sign-in.only-reading'));
  await press(page, t('button.sign-in'));
  await said(page, t('card.sign-in.open-window'));
  // In Teams the sandbox knows who is there, so the window closes by itself.
  await press(page, t('button.sign-in'));
  await said(page, t('verdict.add-azure.ready.title'));

  await bot.kill();
  await bot.start();
  sandbox.core.people.complete('global-admin-m365');
  // Teams keeps what few people need next behind its own menu.
  await page
    .locator('#webchat .ac-pushButton', { hasText: /^\.\.\.$/ })
    .last()
    .click();
  await page.locator('.ac-ctrl-popup-container').getByText(t('button.i-have-done-it'), { exact: true }).click();
  await said(page, t('card.proof.proven-title'));
  await noted('Azure subscription 1');

  expect(theTicket()).toMatchObject({ state: 'solved' });
  const inOrder = theTicket().comments.map(({ body }) => Number(/-(\d+)\]$/.exec(body)?.[1]));
  expect(inOrder).toEqual(inOrder.map((_number, index) => index + 1));
  expect(strayRequests).toEqual([]);
});

function theTicket() {
  const [ticket] = sandbox.desks.book.list('zendesk');
  if (ticket === undefined) throw new Error('no ticket was filed');
  return ticket;
}

/** Until the desk has a note with these words. */
async function noted(words: string): Promise<void> {
  const isNoted = () =>
    sandbox.desks.book.list('zendesk')[0]?.comments.some(({ body }) => body.includes(words)) ?? false;
  while (!isNoted()) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function said(page: Page, words: string): Promise<void> {
  await page.locator('#webchat').getByText(words).last().waitFor();
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator('#webchat').getByRole('button', { name, exact: true }).last().click();
}
