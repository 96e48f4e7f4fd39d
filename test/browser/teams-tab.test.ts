import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { stepsOf } from '../../src/domain/steps.ts';
import { createTranslator, type Locale, locales } from '../../src/i18n/index.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { tabOf, tabToken } from '../teams/tab-visitor.ts';
import { TeamsChat } from '../teams/teams-chat.ts';
import { openBrowser } from './browser.ts';
import { keepsPicture } from './pictures.ts';
import { openInTeams, type TeamsPage, type TeamsPageOptions } from './teams-page.ts';

/** The tab "My checklist" in a real browser, with Microsoft's TeamsJS, in a page at the address of Teams. */

let stage: Stage;
let browser: Browser;
let teams: TeamsPage | null = null;
const t = createTranslator('en');
const person = 'global-admin-m365';
const steps = stepsOf('add-azure');
const [first = '', second = ''] = steps;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});
beforeEach(async () => {
  await stage.sandbox.reset();
  await stage.restartsBot();
});
afterEach(async () => {
  await teams?.close();
  teams = null;
});

async function atSteps(as = person): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  return chat;
}

async function opens(options: Partial<TeamsPageOptions> = {}): Promise<TeamsPage> {
  teams = await openInTeams(stage, browser, { as: person, ...options });
  return teams;
}

const stepNamed = (id: string, locale: Locale = 'en'): string =>
  createTranslator(locale)(`steps.${id}.title` as 'steps.azure-open-sign-up.title');
const problemNamed = (id: 'nothing' | 'no-chat' | 'sign-in' | 'refused' | 'away' | 'outside'): string =>
  t(`tab.problems.${id}.title`);

test('the checklist opens in Teams without another sign-in: the goal, the verdict, the steps and what was found', async () => {
  await atSteps();
  const { tab, complaints } = await opens();

  await tab.getByRole('heading', { level: 2, name: t('scenarios.add-azure.name') }).waitFor();
  const headings = await tab.getByRole('heading').allTextContents();

  expect(headings).toEqual([
    t('tab.title'),
    t('scenarios.add-azure.name'),
    t('verdict.add-azure.ready.title'),
    t('tab.steps'),
    t('tab.found'),
  ]);
  expect(await tab.getByRole('checkbox').count()).toBe(steps.length);
  expect(await tab.locator('main').innerText()).toContain('megan.bowen@contoso.com');
  // TeamsJS would ask Microsoft for more pages that may show a tab; the policy keeps it from that.
  expect(complaints.filter((line) => !line.includes('res.cdn.office.net'))).toEqual([]);
});

test('a picture of the tab for the documents', async () => {
  await atSteps();
  await tabOf(stage, await tabToken(stage, person)).ticks(first, true);
  const { page, tab } = await opens({ width: 800, height: 1_400 });
  await tab.getByRole('checkbox', { name: stepNamed(first) }).waitFor();

  await keepsPicture(page, 'teams-tab-en', [await tab.locator('main').innerText()]);
});

test('ticking in the tab ticks in the chat: the focus stays on the step, and the change is heard', async () => {
  const chat = await atSteps();
  const { page, tab } = await opens();
  const box = tab.getByRole('checkbox', { name: stepNamed(first) });

  await box.focus();
  await page.keyboard.press('Space');
  await tab.getByText(t('tab.ticked', { step: stepNamed(first) })).waitFor();

  expect(await box.isChecked()).toBe(true);
  expect(await box.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
  expect(await tab.getByRole('status').innerText()).toBe(t('tab.ticked', { step: stepNamed(first) }));
  await chat.listens();
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: steps.length }));

  await page.keyboard.press('Space');
  await tab.getByText(t('tab.unticked', { step: stepNamed(first) })).waitFor();
  expect(await box.isChecked()).toBe(false);
});

test('a tick in the chat shows up in the tab when somebody comes back to it', async () => {
  const chat = await atSteps();
  const { page, tab } = await opens();
  const box = tab.getByRole('checkbox', { name: stepNamed(first) });
  await box.waitFor();

  await chat.presses('tick-step', { step: first, done: true });
  await comesBack(page);
  await tab.getByText(t('tab.updated')).waitFor();

  expect(await box.isChecked()).toBe(true);
});

test('of two tabs, the one that is behind says how it stands, and loses nothing', async () => {
  await atSteps();
  const { tab } = await opens();
  const box = tab.getByRole('checkbox', { name: stepNamed(first) });
  await box.waitFor();
  const other = tabOf(stage, await tabToken(stage, person));
  await other.ticks(first, true);
  await other.ticks(second, true);

  await box.click();
  // It was ticked meanwhile, so what the person wanted holds.
  await tab.getByText(t('tab.ticked', { step: stepNamed(first) })).waitFor();
  expect(await tab.getByRole('checkbox', { name: stepNamed(second) }).isChecked()).toBe(true);

  await other.ticks(second, false);
  await other.ticks(first, false);
  await tab.getByRole('checkbox', { name: stepNamed(second) }).click();
  await tab.getByText(t('tab.unticked', { step: stepNamed(second) })).waitFor();
  expect(await box.isChecked()).toBe(false);
});

test('while the bot is away the tab keeps what it shows, says that a tick was not saved, and goes on when the bot is back', async () => {
  await atSteps();
  const { page, tab } = await opens();
  const box = tab.getByRole('checkbox', { name: stepNamed(first) });
  await box.waitFor();

  await stage.stopsBot();
  await box.click();
  await tab.getByText(t('tab.not-saved')).waitFor();
  expect(await box.isChecked()).toBe(false);
  expect(await tab.getByRole('checkbox').count()).toBe(steps.length);

  await stage.startsBot();
  await box.click();
  await tab.getByText(t('tab.ticked', { step: stepNamed(first) })).waitFor();
  expect(await box.isChecked()).toBe(true);
  await page.reload();
  await tab.getByRole('checkbox', { name: stepNamed(first) }).waitFor();
  expect(await tab.getByRole('checkbox', { name: stepNamed(first) }).isChecked()).toBe(true);
});

test('a token that ended is replaced by a new one, and the person notices nothing', async () => {
  await atSteps();
  const ended = await tabToken(stage, person, 'expired');
  teams = await openInTeams(stage, browser, { as: person });
  const good = (): Promise<string> => tabToken(stage, person);
  let given = 0;
  teams.gives(async () => (++given === 1 ? ended : good()));
  await teams.page.reload();

  await teams.tab.getByRole('checkbox', { name: stepNamed(first) }).waitFor();
  expect(given).toBe(2);
});

test.each<[string, 'sign-in' | 'refused', () => Promise<string>]>([
  ['Teams gives no token', 'sign-in', async () => Promise.reject(new Error('resourceRequiresConsent'))],
  ['every token has ended', 'refused', () => tabToken(stage, person, 'expired')],
  ['the token is not one of Entra', 'refused', async () => 'a.b.c'],
])('when %s, the tab says what to do next, and trying again helps', async (_what, problem, token) => {
  await atSteps();
  const { page, tab, gives, opened } = await opens();
  gives(token);
  await page.reload();

  await tab.getByRole('heading', { level: 2, name: problemNamed(problem) }).waitFor();
  await tab.getByRole('link', { name: t('tab.open-chat') }).click();
  await expectSoon(() => opened.length === 1);
  expect(opened[0]).toContain('https://teams.microsoft.com/l/chat/0/0?users=28:');

  gives(() => tabToken(stage, person));
  await tab.getByRole('button', { name: t('tab.try-again') }).click();
  await tab.getByRole('checkbox', { name: stepNamed(first) }).waitFor();
});

test('whoever has no chat yet, or no goal yet, is led to the chat', async () => {
  const { page, tab } = await opens();
  await tab.getByRole('heading', { level: 2, name: problemNamed('no-chat') }).waitFor();
  expect(await tab.getByRole('status').textContent()).toBe(problemNamed('no-chat'));

  await TeamsChat.install(stage, { as: person, locale: 'en' });
  await comesBack(page);
  await tab.getByRole('heading', { level: 2, name: problemNamed('nothing') }).waitFor();
  expect(await tab.getByRole('link', { name: t('tab.open-chat') }).count()).toBe(1);
});

test('when the bot is away at first, the tab says so and opens by itself', async () => {
  await atSteps();
  const { page, tab } = await opens();
  await tab.getByRole('checkbox').first().waitFor();
  await page.route('**/api/tab/**', (route) => route.abort());
  await page.reload();
  await tab.getByRole('heading', { level: 2, name: problemNamed('away') }).waitFor();

  await page.unroute('**/api/tab/**');
  await tab.getByRole('checkbox', { name: stepNamed(first) }).waitFor({ timeout: 20_000 });
});

test('a page that is not Teams cannot show the tab, and the tab alone says where it belongs', async () => {
  const foreign = await opens({ at: 'https://intranet.contoso.example' });
  await expectSoon(() => foreign.complaints.some((line) => line.includes('frame-ancestors')));
  expect(foreign.tokensAsked()).toBe(0);
  await foreign.close();

  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${stage.sandbox.core.addresses.bot}/tab/checklist`);
  await page.getByRole('heading', { level: 2, name: problemNamed('outside') }).waitFor();
  await context.close();
});

test.each(locales)('the tab speaks %s, and its words fit 320 pixels without scrolling sideways', async (locale) => {
  await atSteps();
  const their = createTranslator(locale);
  const { tab } = await opens({ locale, width: 320, height: 700 });

  await tab.getByRole('heading', { level: 1, name: their('tab.title') }).waitFor();
  await tab.getByRole('checkbox', { name: stepNamed(first, locale) }).waitFor();

  expect(await tab.locator('html').getAttribute('lang')).toBe(locale);
  expect(await tab.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
  const small = await tab
    .locator('a, button, input, label')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 20).map((one) => one.outerHTML));
  expect(small).toEqual([]);
});

test.each(['default', 'dark', 'contrast'])('in the %s theme of Teams nothing shuts anybody out', async (theme) => {
  await atSteps();
  const { page, tab } = await opens({ theme, width: 390 });
  await tab.getByRole('checkbox').first().waitFor();

  expect(await violationsIn(page)).toEqual([]);
});

test('the tab changes with the theme of Teams while it is open', async () => {
  await atSteps();
  const { tab, changesTheme } = await opens();
  await tab.getByRole('checkbox').first().waitFor();
  const ground = () =>
    tab.locator('body').evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor);
  const light = await ground();

  await changesTheme('contrast');
  await tab.locator('html[data-contrast]').waitFor();
  expect(await ground()).toBe('rgb(0, 0, 0)');

  await changesTheme('default');
  await tab.locator('html:not([data-contrast])').waitFor();
  expect(await ground()).toBe(light);
});

/** The tab is hidden while somebody is in the chat, and seen again. */
async function comesBack(page: TeamsPage['page']): Promise<void> {
  const frame = page.frames().find((one) => one.url().includes('/tab/checklist'));
  await frame?.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
}

async function expectSoon(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(holds()).toBe(true);
}

/** By the rules of axe-core, in the tab. */
async function violationsIn(page: TeamsPage['page']): Promise<readonly string[]> {
  const frame = page.frames().find((one) => one.url().includes('/tab/checklist'));
  if (frame === undefined) throw new Error('there is no tab');
  await frame.evaluate(await readFile(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8'));
  return frame.evaluate<string[]>(
    "axe.run({ elementRef: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target.join(' ')).join(', ')))",
  );
}
