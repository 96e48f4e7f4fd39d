import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { openBrowser } from '../browser/browser.ts';
import { type DeskBot, startDeskBot } from './desk-bot.ts';
import { askToken } from './visit.ts';

/** The helpdesk pane of the page, in a real browser. */

let browser: Browser;
let bot: DeskBot;
let sandbox: RunningSandbox;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  bot = await startDeskBot();
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: bot.origin });
});
beforeEach(async () => {
  await sandbox.reset();
  bot.deliveries.length = 0;
  complaints.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterEach(() => page.context().close());
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
  await bot.stop();
});

const meet = async (language: 'en' | 'nl') => {
  await page.goto(`${sandbox.core.addresses.http}/?language=${language}`);
  await page.locator('#desk-pane > summary').click();
};

async function files(title: string, desk = 'zendesk') {
  await page.locator('#desk').selectOption(desk);
  await page.locator('#desk-person').selectOption('member-m365');
  await page.locator('#desk-title').fill(title);
  await page.locator('#desk-form button[type=submit]').click();
  await page.locator('#ticket-heading', { hasText: title }).waitFor();
  const ticket = sandbox.desks.book.list().at(-1);
  if (ticket === undefined) throw new Error('no ticket was filed');
  return ticket;
}

test('a ticket is filed as the desk that was chosen', async () => {
  await meet('en');
  await page.locator('#desk-about').selectOption('join');
  await page.locator('#desk-locale').selectOption('nl');

  const ticket = await files('Both, please', 'zammad');

  const delivered = bot.deliveries.find(({ path }) => path === '/api/tickets/zammad');
  expect(delivered?.body).toMatchObject({ title: 'Both, please', about: 'join', number: ticket.number });
  expect(await page.locator('#desk-news').textContent()).toBe(
    `Ticket ${ticket.number} is filed. The bot answered 202.`,
  );
  expect(complaints).toEqual([]);
});

test('what comes back is text, and only the link to the chat window works', async () => {
  await meet('en');
  const ticket = await files('Azure');

  const link = `${bot.origin}/webchat/ticket#a-code_1`;
  sandbox.desks.book.comment(ticket, {
    by: 'bot',
    body: `<img src=x onerror=alert(1)> https://elsewhere.example/ ${link} and more`,
    visibility: 'internal',
  });
  sandbox.desks.book.setTags(ticket, ['onetenant-waiting'], 'bot');

  await page.locator('#ticket-comments .said', { hasText: '<img src=x' }).waitFor();
  const links = page.locator('#ticket-comments a');
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([link]);
  expect(await page.locator('#ticket-comments img').count()).toBe(0);
  expect(await page.locator('#ticket-facts').textContent()).toContain('onetenant-waiting');
});

test('a colleague answers, among colleagues or not, and closes', async () => {
  await meet('nl');
  const ticket = await files('Azure');

  await page.locator('#answer-text').fill('Kijk eens hier');
  await page.getByRole('button', { name: 'Antwoorden', exact: true }).click();
  await page.locator('#ticket-comments', { hasText: 'Kijk eens hier' }).waitFor();
  await page.locator('#answer-internal').check();
  await page.locator('#answer-text').fill('Onder ons');
  await page.getByRole('button', { name: 'Antwoorden', exact: true }).click();
  await page.locator('#ticket-comments .internal', { hasText: 'Onder ons' }).waitFor();
  await page.getByRole('button', { name: 'Ticket sluiten' }).click();
  await page.locator('#ticket-heading', { hasText: 'gesloten' }).waitFor();

  expect(bot.deliveries.filter(({ path }) => path.endsWith('/zendesk')).map(({ body }) => body.event)).toEqual([
    'handed-over',
    'answered',
    'withdrawn',
  ]);
  expect(ticket.state).toBe('closed');
});

test('it is delivered once more, and with an old signature', async () => {
  await meet('en');
  await files('Azure');

  await page.getByRole('button', { name: 'Deliver again' }).click();
  await page.locator('#desk-news', { hasText: 'once more' }).waitFor();
  await page.getByRole('button', { name: 'Deliver with an old signature' }).click();
  await page.locator('#desk-news', { hasText: 'an old signature' }).waitFor();

  const sent = bot.deliveries.filter(({ path }) => path.endsWith('/zendesk'));
  expect(sent.map(({ text }) => text)).toEqual([sent[0]?.text, sent[0]?.text, sent[0]?.text]);
});

test('one desk is broken and repaired', async () => {
  await meet('en');
  await page.locator('#desk').selectOption('jira');
  await page.locator('#desk-fault').selectOption('forgetful');

  await page.locator('#desk-break').click();
  await page.locator('#desk-news', { hasText: 'broken until' }).waitFor();
  expect(sandbox.core.faults.list()).toEqual([{ service: 'desk', fault: 'forgetful', path: '/desks/jira' }]);
  await page.locator('#desk-repair').click();
  await page.locator('#desk-news', { hasText: 'works again' }).waitFor();

  expect(sandbox.core.faults.list()).toEqual([]);
});

test('the chat that the bot began in Teams is opened', async () => {
  await meet('en');
  await page.locator('#desk-person').selectOption('member-m365');
  const app = page.getByRole('button', { name: 'App in Teams' });
  expect(await app.getAttribute('aria-pressed')).toBe('false');

  await app.click();
  await page.locator('#teams-state', { hasText: 'can write to them' }).waitFor();
  await writesFirst('Your ticket is here');
  await page.getByRole('button', { name: 'Open their Teams chat' }).click();

  await page.getByText('Your ticket is here').first().waitFor();
  expect(await page.locator('#channel').inputValue()).toBe('msteams');
  expect(complaints).toEqual([]);
});

test('without the app the bot is not let in', async () => {
  await meet('en');
  await page.locator('#desk-person').selectOption('member-m365');
  const app = page.getByRole('button', { name: 'App in Teams' });
  await app.click();
  await page.locator('#teams-state', { hasText: 'can write to them' }).waitFor();

  await app.click();
  await page.locator('#teams-state', { hasText: 'cannot write' }).waitFor();

  await expect(writesFirst('never')).rejects.toThrow('403');
});

test.each(['en', 'nl'] as const)('nothing in the pane shuts people out (%s)', async (language) => {
  await meet(language);
  const ticket = await files('A subject that is long enough to need a second line on a narrow screen');
  sandbox.desks.book.comment(ticket, { by: 'bot', body: `${bot.origin}/webchat/ticket#abc`, visibility: 'public' });
  await page.locator('#ticket-comments a').waitFor();
  await page.setViewportSize({ width: 320, height: 800 });

  await page.evaluate(await readFile(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate('axe.run().then((result) => result.violations.map(({ id }) => id))');
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

  expect([violations, overflow]).toEqual([[], 0]);
});

test('a ticket is chosen with the keyboard, and stays chosen', async () => {
  await meet('en');
  await files('First');
  await files('Second');

  await page.locator('#tickets button', { hasText: 'First' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#ticket-heading', { hasText: 'First' }).waitFor();

  expect(await page.locator('#tickets [aria-current]').textContent()).toContain('First');
  expect(await page.evaluate('document.activeElement.textContent')).toContain('First');
});

/** The bot opens a chat with somebody, as it does when a ticket came in. */
async function writesFirst(text: string): Promise<void> {
  const { bot: registration } = sandbox.core.registrations;
  const { body } = await askToken(
    sandbox,
    {
      grant_type: 'client_credentials',
      client_id: registration.appId,
      client_secret: registration.secret,
      scope: 'https://api.botframework.com/.default',
    },
    registration.tenantId,
  );
  const person = sandbox.core.people.get('member-m365');
  const response = await fetch(`${sandbox.environment.TEAMS_SERVICE_URL}v3/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${String(body.access_token)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      members: [{ id: person?.objectId }],
      tenantId: person?.homeTenantId,
      channelData: { tenant: { id: person?.homeTenantId } },
      activity: { type: 'message', text },
    }),
  });
  if (!response.ok) throw new Error(`the connector answered ${response.status}`);
}
