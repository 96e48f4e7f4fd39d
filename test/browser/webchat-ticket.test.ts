import type { Page } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import { Helpdesk } from '../conversations/helpdesk.ts';
import { type Intranet, openIntranet, picture, signsIn } from './intranet.ts';

/** A link to a ticket, opened in a browser that knows nothing of the bot. */

const t = createTranslator('nl');
let intranet: Intranet;
let desk: Helpdesk;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
  desk = new Helpdesk(intranet.stage);
});
afterAll(() => intranet.close());

test('the link opens a whole page, leaves the address, and ends at the step of the ticket after sign-in', async () => {
  const link = await aLink('Azure voor mij');
  const reader = await intranet.newReader();
  const page = await reader.newPage();

  await page.goto(link);
  expect(page.url()).not.toContain('#');
  await shows(page, t('card.sign-in.title'));
  expect(await page.locator('body').innerText()).not.toContain('Azure voor mij');
  await page.locator('.ac-adaptiveCard').first().waitFor();
  await page.locator('.webchat__connectivityStatus', { hasText: '...' }).waitFor({ state: 'hidden' });
  await picture(page, 'webchat-ticket-nl');
  await signsIn(page, page, 'global-admin-m365');

  await shows(page, t('verdict.add-azure.ready.title'));
  await reader.close();
  expect(intranet.strayRequests).toEqual([]);
  expect(intranet.complaints).toEqual([]);
});

test('a link that was used says what to do', async () => {
  const link = await aLink('Nog een');
  const first = await intranet.newReader();
  const second = await intranet.newReader();
  const firstPage = await first.newPage();
  await firstPage.goto(link);
  await shows(firstPage, t('card.sign-in.title'));

  const page = await second.newPage();
  await page.goto(link);
  await shows(page, t('tickets.notice.link-spent.title'));

  await first.close();
  await second.close();
});

async function aLink(title: string): Promise<string> {
  const ticket = await desk.files('global-admin-m365', { title, locale: 'nl' });
  await desk.hears(ticket, '/webchat/ticket#');
  const link = desk
    .notes(ticket)
    .map((note) => /https?:\S+\/webchat\/ticket#[\w-]+/.exec(note)?.[0])
    .find((one) => one !== undefined);
  if (link === undefined) throw new Error('the desk got no link');
  return link;
}

async function shows(page: Page, words: string): Promise<void> {
  await page.getByText(words).last().waitFor();
}
