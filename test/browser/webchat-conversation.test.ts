import type { BrowserContext, FrameLocator, Page, WebSocketRoute } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import {
  type Intranet,
  openIntranet,
  opensPanel,
  panelOf,
  picture,
  presses,
  says,
  shows,
  signsIn,
} from './intranet.ts';
import { listening } from './keyboard.ts';

const t = createTranslator('nl');
let intranet: Intranet;
let reader: BrowserContext;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
});
afterAll(() => intranet.close());
beforeEach(async () => {
  reader = await intranet.newReader();
});
afterEach(async () => {
  intranet.stage.sandbox.core.faults.clear();
  await reader.close();
  expect(intranet.strayRequests).toEqual([]);
  expect(intranet.complaints).toEqual([]);
});

test('somebody with Azure gets Microsoft 365, signs in without a code, and goes on after a reload', async () => {
  await reader.addInitScript(listening);
  const page = await visitIntranet();
  let panel = await opensPanel(page);
  await picture(page, 'webchat-welcome-nl');

  await presses(panel, t('scenarios.add-microsoft-365.choice'));
  await signsIn(page, panel, 'billing-admin-azure');
  await shows(panel, t('verdict.add-microsoft-365.ready.title'));

  await page.reload();
  panel = panelOf(page);
  await shows(panel, t('verdict.add-microsoft-365.ready.title'));
  expect(await heardAgain(page)).toEqual([]);
  await presses(panel, t('button.more'));
  await presses(panel, t('button.show-steps'));
  // The verdict has the first step, too.
  await shows(panel, t('card.steps.title', { scenario: t('scenarios.add-microsoft-365.name') }));
  intranet.stage.sandbox.core.people.complete('billing-admin-azure');
  await presses(panel, t('button.more'));
  await presses(panel, t('button.i-have-done-it'));
  await shows(panel, t('card.proof.proven-title'));
});

test('a second tab shows the same conversation, and both hear what is said', async () => {
  const first = await visitIntranet();
  await says(await opensPanel(first), 'hallo uit tab een');
  const second = await visitIntranet();

  const panel = await opensPanel(second);

  await shows(panel, 'hallo uit tab een');
  await says(panel, 'en uit tab twee');
  await shows(panelOf(first), 'en uit tab twee');

  await first.evaluate('OneTenant.close()');
  await says(panel, 'help');
  await first.locator('#onetenant-chat [role=status]', { hasText: /nieuwe? bericht/ }).waitFor({ state: 'attached' });
});

test('without a network the page says so, and sends what was typed when it is back', async () => {
  const panel = await opensPanel(await visitIntranet());

  await reader.setOffline(true);
  await inState(panel, 'offline');
  expect(await panel.locator('#state').textContent()).toBe(t('webchat.panel.offline'));
  await says(panel, 'typ ik zonder netwerk');
  await reader.setOffline(false);

  await inState(panel, 'online');
  await shows(panel, 'typ ik zonder netwerk');
  await wasSent(panel, 'typ ik zonder netwerk');
});

test('a dropped socket is noticed and mended, and nothing is missed', async () => {
  const panel = await opensPanel(await visitIntranet());
  const { http } = intranet.stage.sandbox.core.addresses;
  const id = await conversationOf(panel);

  await fetch(`${http}/sandbox/conversations/${id}/drop-sockets`, { method: 'POST' });

  await panel.getByText(t('webchat.panel.back')).waitFor();
  await says(panel, 'menu');
  await shows(panel, 'menu');
  await wasSent(panel, 'menu');
});

test.each([
  ['blocked', (socket: WebSocketRoute) => socket.close()],
  ['silent', () => undefined],
])('where sockets are %s, answers come all the same', async (_what, plays) => {
  const page = await reader.newPage();
  await page.routeWebSocket(/./, (socket) => void plays(socket));
  await page.goto(intranet.origin);
  const panel = await opensPanel(page);

  await says(panel, 'help');

  await shows(panel, t('card.help.title'));
  expect(await panel.locator('.webchat__bubble--from-user').count()).toBe(1);
});

test.each(['429', '503'] as const)('a press that meets %s is sent again, and counts once', async (fault) => {
  const panel = await opensPanel(await visitIntranet());
  intranet.stage.sandbox.core.faults.add({
    service: 'direct-line',
    fault,
    method: 'POST',
    path: '/activities',
    times: 2,
  });

  await presses(panel, t('scenarios.add-azure.choice'));

  await shows(panel, t('card.sign-in.title'));
});

test('while the bot is stopped the page says so, and the message is answered once it is back', async () => {
  const panel = await opensPanel(await visitIntranet());

  await intranet.stage.stopsBot();
  await says(panel, t('scenarios.add-azure.choice'));
  await inState(panel, 'bot-away');
  await intranet.stage.startsBot();

  await inState(panel, 'online');
  await shows(panel, t('card.sign-in.title'));
  expect(await panel.locator('.webchat__bubble--from-user').count()).toBe(1);
});

test('a key that ran out is renewed without anybody noticing', async () => {
  const panel = await opensPanel(await visitIntranet());
  const { http } = intranet.stage.sandbox.core.addresses;

  await fetch(`${http}/sandbox/tokens/expire`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ of: 'chat' }),
  });
  await says(panel, t('scenarios.add-azure.choice'));

  await shows(panel, t('card.sign-in.title'));
  expect(await panel.locator('.webchat__bubble--from-user').count()).toBe(1);
});

test('a chat that the service forgot says so, and a new one begins at a press', async () => {
  const panel = await opensPanel(await visitIntranet());

  await intranet.stage.sandbox.reset();
  await inState(panel, 'ended');
  await panel.locator('#mend').click();

  await inState(panel, 'online');
  await panel.locator('.ac-adaptiveCard').first().waitFor();
});

test('starting over asks first, and what is half written stays', async () => {
  const page = await visitIntranet();
  const panel = await opensPanel(page);
  const id = await conversationOf(panel);
  await panel.locator('[data-id=webchat-sendbox-input]').fill('half geschreven');

  await panel.locator('#start-over').click();
  await panel.locator('#ask-no:focus').waitFor();
  await page.keyboard.press('Escape');
  await panel.locator('#start-over:focus').waitFor();
  expect(await conversationOf(panel)).toBe(id);
  await page.keyboard.press('Enter');
  await panel.locator('#ask-yes').click();

  await panel.locator('html[data-chat=shown]').waitFor();
  await panel.locator('.ac-adaptiveCard').first().waitFor();
  expect(await conversationOf(panel)).not.toBe(id);
  expect(await panel.locator('[data-id=webchat-sendbox-input]').inputValue()).toBe('half geschreven');
});

async function visitIntranet(): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(`${intranet.origin}/`);
  return page;
}

/** What was said of the bot's messages once they are all drawn. */
async function heardAgain(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(1_000);
  const heard = (await page.frames().at(-1)?.evaluate('heard')) as string[];
  return heard.filter((text) => !text.startsWith(t('webchat.panel.connecting')));
}

async function inState(panel: FrameLocator, state: string): Promise<void> {
  await panel.locator(`#state[data-state=${state}]`).waitFor({ state: 'attached' });
}

/** Web Chat says "sending" under a message until the bot has taken it. */
async function wasSent(panel: FrameLocator, text: string): Promise<void> {
  await panel.locator('.webchat__bubble--from-user', { hasText: text }).waitFor();
  await panel.getByText('Wordt verzonden').waitFor({ state: 'detached' });
}

async function conversationOf(panel: FrameLocator): Promise<string> {
  const requests = intranet.stage.sandbox.core.requests.list();
  await inState(panel, 'online');
  const paths = requests.map(({ path }) => /conversations\/([^/]+)\/stream$/.exec(path)?.[1]);
  return paths.findLast((id) => id !== undefined) ?? '';
}
