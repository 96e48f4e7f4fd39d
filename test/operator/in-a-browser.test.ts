import type { Browser, BrowserContext, Page } from 'playwright-core';
import { tenants } from '../../sandbox/people/tenants.ts';
import { ticketStates } from '../../src/domain/ticket.ts';
import { openBrowser } from '../browser/browser.ts';
import { violationsOn } from '../browser/intranet.ts';
import { keepsPicture } from '../browser/pictures.ts';
import { realIndex } from '../questions/question-sets.ts';
import { anEffect, aRecord, type Office, openOffice } from './an-office.ts';

/** The page of tickets in a real browser, with its scripts turned off where that matters. */

const kept = ['can we get a discount on licences', 'discount for licences', 'which region is best for backups'];

let place: Office;
let browser: Browser;
let complaints: string[];

beforeAll(async () => {
  place = await openOffice({
    titleOf: (id) => realIndex().get(id, 'en')?.title ?? null,
    words: kept.join(' ').split(' '),
  });
  browser = await openBrowser();
  place.book.tickets = [
    aRecord('D-1', {
      effects: [anEffect(), anEffect({ id: 'effect-2', fate: 'waiting', nextAt: '2026-11-21T10:00:00.000Z' })],
    }),
    ...Array.from({ length: 60 }, (_, index) => aRecord(`W-${index}`, { changedAt: '2026-11-19T10:00:00.000Z' })),
    ...ticketStates.map((state) =>
      aRecord(`S-${state}`, {
        state,
        about: state === 'solved' ? 'join' : 'status',
        changedAt: new Date(place.now - 86_400_000).toISOString(),
        history: [
          { at: '2026-11-20T09:00:00.000Z', to: 'talking', because: null },
          { at: '2026-11-20T10:00:00.000Z', to: state, because: null },
        ],
      }),
    ),
  ];
});
beforeEach(() => {
  complaints = [];
  place.book.replayed.length = 0;
  place.now += 120_000;
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await place.stop();
});

async function opens(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  context.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  return context.newPage();
}

async function signsIn(page: Page): Promise<void> {
  await page.goto(`${place.bot}/operator`);
  await page.getByRole('button', { name: /delia\.dennis@contoso/ }).press('Enter');
  await page.waitForURL(`${place.bot}/operator`);
}

test('with the keyboard alone and without scripts, an operator finds what was not delivered and sends it again', async () => {
  const page = await opens({ javaScriptEnabled: false });
  await signsIn(page);

  await page.getByLabel('Delivery').selectOption('dead');
  await page.getByRole('button', { name: 'Show' }).press('Enter');
  await page.getByRole('link', { name: 'D-1' }).press('Enter');
  await page.getByRole('button', { name: 'Send again' }).press('Enter');

  await page.getByRole('status').getByText('1 message to the desk is being sent again.').waitFor();
  expect(place.book.replayed).toEqual([aRecord('D-1').id]);
});

test('signing out ends it', async () => {
  const page = await opens();
  await signsIn(page);

  await page.getByRole('button', { name: 'Sign out' }).click();

  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await page.goto(`${place.bot}/operator`);
  expect(new URL(page.url()).pathname).toContain('/authorize');
});

test('a page of another site cannot send the form, even while the operator is signed in', async () => {
  const page = await opens();
  await signsIn(page);
  await page.goto(place.bot.replace('localhost', '127.0.0.1'));

  await page.setContent(
    `<form method="post" action="${place.bot}/operator/tickets/${aRecord('D-1').id}/replay"><button>x</button></form>`,
  );
  await page.getByRole('button').click();
  await page.getByRole('heading', { name: 'Nothing was changed' }).waitFor();

  expect(place.book.replayed).toEqual([]);
});

const looks = [
  { name: 'wide and light', width: 1280, colorScheme: 'light', forcedColors: 'none' },
  { name: 'a phone', width: 390, colorScheme: 'light', forcedColors: 'none' },
  { name: 'narrow and dark', width: 320, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'colours of the reader', width: 1280, colorScheme: 'dark', forcedColors: 'active' },
] as const;

test.each(looks)('nobody is shut out: $name', async ({ width, colorScheme, forcedColors }) => {
  const page = await opens({ viewport: { width, height: 800 }, colorScheme, forcedColors, locale: 'de-DE' });
  await signsIn(page);

  for (const path of ['/operator', `/operator/tickets/${aRecord('D-1').id}`, '/operator/signed-out']) {
    await page.goto(place.bot + path);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

    expect([path, await violationsOn(page), overflow]).toEqual([path, [], 0]);
    if (path !== '/operator') continue;
    // The list is in view, and what sums it up does not push it down.
    const list = await page.locator('#found').boundingBox();
    expect((list?.y ?? 0) < 700).toBe(true);
  }
});

test('the numbers come first, the bars say the same, and the title says filter and page', async () => {
  const page = await opens({ javaScriptEnabled: false });
  await signsIn(page);

  const tiles = await page.getByRole('listitem').allInnerTexts();
  expect(tiles.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    '67 open',
    '1 not delivered',
    '1 solved in 7 days',
  ]);
  const route = page
    .getByRole('table', { name: 'How far they get' })
    .getByRole('row', { name: /From Microsoft 365 to Azure/ });
  expect(await route.getByRole('cell').allInnerTexts()).toEqual(['61', '61', '0', '0']);
  const widths = await route
    .locator('svg rect:last-child')
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('width')));
  expect(widths).toEqual(['100', '100', '0', '0']);

  await page.goto(`${place.bot}/operator?state=waiting&page=2`);
  expect(await page.title()).toBe('Tickets · Waiting for the person · 62 tickets · Page 2 of 2 · OneTenant');
  expect(await page.getByText('✓ Solved').count()).toBeGreaterThan(0);
  await page.getByRole('link', { name: '1 not delivered' }).press('Enter');
  expect(await page.title()).toBe('Tickets · Not delivered only · 1 ticket · OneTenant');
});

test('times are in the zone of the reader and name it, with UTC behind them; without scripts they are in UTC', async () => {
  const timesOn = async (page: Page) => {
    await signsIn(page);
    await page.goto(`${place.bot}/operator/tickets/${aRecord('D-1').id}`);
    const time = page.locator('time').first();
    return [await time.innerText(), await time.getAttribute('title')];
  };

  const inUtc = '2026-11-20 09:00 UTC';
  expect(await timesOn(await opens({ timezoneId: 'America/New_York' }))).toEqual(['20 Nov 2026, 04:00 GMT-5', inUtc]);
  expect(await timesOn(await opens({ javaScriptEnabled: false, timezoneId: 'America/New_York' }))).toEqual([
    inUtc,
    null,
  ]);
});

test('the first stop of the keyboard leads past the head of the page', async () => {
  const page = await opens();
  await signsIn(page);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  expect(await page.evaluate('document.activeElement.id')).toBe('content');
});

/** `UPDATE_SCREENSHOTS=1` renews the picture in docs/images. */
test.each([390, 1280])('the page of questions fits %i pixels, and leads to the wording', async (width) => {
  await askAround();
  place.rules.botTenantId = tenants.contoso.id;
  const page = await opens({ viewport: { width, height: 900 } });
  await signsIn(page);
  await page.goto(`${place.bot}/operator/questions`);

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await violationsOn(page)).toEqual([]);
  if (width === 1280) {
    const main = page.locator('main');
    await keepsPicture(main, 'operator-questions-en', await main.allInnerTexts());
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Wording' }).click();
  await page.getByText('which region is best for backups').waitFor();
  expect(new URL(page.url()).hash).toBe('#texts');
});

/** Five days of questions. */
async function askAround(): Promise<void> {
  const asker = { locale: 'en', names: [], conversation: 'conversation/webchat/one/one' } as const;
  const today = place.now;
  for (let day = 4; day >= 0; day -= 1) {
    place.now = today - day * 86_400_000;
    const ended = [
      ...['q132', 'q21', 'q40', 'q132', 'q26'].map((found) => ({ outcome: 'answer' as const, found, asked: '' })),
      ...['q132', 'q40', 'q26'].map((found) => ({ outcome: 'helped' as const, found, asked: '' })),
      { outcome: 'did-not-help' as const, found: 'q21', asked: '' },
      { outcome: 'did-you-mean' as const, found: null, asked: '' },
      { outcome: 'none' as const, found: null, asked: kept[day % kept.length] ?? '' },
    ];
    for (const [index, one] of ended.entries())
      await place.questions.note({ ...asker, ...one, activityId: `${place.now} ${index}` });
  }
  place.now = today;
}
