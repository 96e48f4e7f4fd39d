import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chatWindowProtocol } from '../../src/http/webchat/token-routes.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Intranet, openIntranet, opensPanel, panelOf, says, shows } from './intranet.ts';

/**
 * While one release replaces another, a page has the launcher of before, or a window that was opened before the upgrade, or a bot
 * of before answers. `test/webchat/first-release` is the window as it was first, from the history of this repository.
 */

const t = createTranslator('nl');
const first = join(process.cwd(), 'test/webchat/first-release');
/** Files of the first window that a browser has got. */
const served = new Set<string>();
let intranet: Intranet;

beforeAll(async () => {
  intranet = await openIntranet([{ path: '/' }]);
});
afterAll(() => intranet.close());
afterEach(async () => {
  await Promise.all(intranet.browser.contexts().map((context) => context.close()));
  await intranet.stage.sandbox.reset();
});

function source(name: string): Promise<string> {
  return readFile(join(first, `${name}.txt`), 'utf8');
}

/** The launcher of the first release, with the words of its time. */
async function withFirstLauncher(context: BrowserContext): Promise<void> {
  const [launcher, en, nl] = await Promise.all([source('embed.js'), source('words/en.js'), source('words/nl.js')]);
  const words = (text: string) => text.replace(/^[\s\S]*?export const words = /, '').replace(/;\s*$/, '');
  const both = `{ en: (${words(en)}).launcher, nl: (${words(nl)}).launcher }`;
  await context.route('**/webchat/embed.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: launcher.replace('__WORDS__', () => both) }),
  );
}

/**
 * The window of the first release, within today's page: browsers let no page that a test makes up ask this machine. What it asks the
 * bot for goes to the bot of today. On its own page, Web Chat stood in a script of the page.
 */
async function withFirstWindow(context: BrowserContext): Promise<void> {
  const scriptOfPage = `const link = document.getElementById('bundle');
const script = Object.assign(document.createElement('script'), { id: 'bundle', src: link.href, nonce: link.nonce, async: true });
link.replaceWith(script);
`;
  await context.route(/\/webchat\/assets\/[^/]+\/(?!panel\.js).+\.js$/, async (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^\/webchat\/assets\/[^/]+\//, '');
    if (!firstFiles.includes(name)) return route.continue();
    served.add(name);
    await route.fulfill({ contentType: 'text/javascript', body: await source(name) });
  });
  await context.route('**/webchat/assets/*/panel.js', async (route) => {
    served.add('panel.js');
    const [imports = '', rest = ''] = (await source('panel.js')).split(/(?<=from '\.\/words\/nl\.js';\n)/);
    await route.fulfill({ contentType: 'text/javascript', body: `${imports}${scriptOfPage}${rest}` });
  });
}

const firstFiles = [
  'chat-line.js',
  'chat-look.js',
  'direct-line.js',
  'host-page.js',
  'sign-on.js',
  'visit.js',
  'words/en.js',
  'words/nl.js',
];

/** The bot's answers about visits, as another release gives them. */
async function answers(context: BrowserContext, change: (answer: Record<string, unknown>) => object): Promise<void> {
  await context.route('**/api/webchat/{token,refresh}', async (route) => {
    const response = await route.fetch();
    const body = response.ok() ? JSON.stringify(change(await response.json())) : await response.text();
    await route.fulfill({ response, body });
  });
}

async function visit(prepare: (context: BrowserContext) => Promise<void> = async () => undefined): Promise<Page> {
  const context = await intranet.newReader();
  await prepare(context);
  const page = await context.newPage();
  await page.goto(`${intranet.origin}/`);
  return page;
}

async function endsKeys(): Promise<void> {
  await fetch(`${intranet.stage.sandbox.core.addresses.http}/sandbox/tokens/expire`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ of: 'chat' }),
  });
}

const box = '[data-id=webchat-sendbox-input]';

test('window and bot name the same protocol', async () => {
  const { protocol } = (await import(join(process.cwd(), 'webchat/visit.js'))) as { protocol: number };

  expect(protocol).toBe(chatWindowProtocol);
});

test('a page that still has the first launcher opens today’s window, hears of news and closes it', async () => {
  const page = await visit(withFirstLauncher);
  const panel = await opensPanel(page);

  await says(panel, 'help');
  await shows(panel, t('card.help.title'));
  await panel.locator('#close').click();

  await page.locator('#onetenant-chat .holder').waitFor({ state: 'hidden' });
});

test('a window of the first release goes on with today’s bot, also when its key has ended', async () => {
  const page = await visit(withFirstWindow);
  const panel = await opensPanel(page);
  await says(panel, 'help');
  await shows(panel, t('card.help.title'));

  await endsKeys();
  await says(panel, 'privacy');

  await shows(panel, t('topics.privacy.title'));
  await shows(panel, t('card.help.title'));
  expect([...served].sort()).toEqual([...firstFiles, 'panel.js'].sort());
});

test('today’s window works with a bot of before, which names no protocol', async () => {
  const page = await visit((context) => answers(context, ({ protocol: _protocol, ...before }) => before));
  const panel = await opensPanel(page);

  await endsKeys();
  await says(panel, 'help');

  await shows(panel, t('card.help.title'));
});

test.each<[string, (answer: Record<string, unknown>) => object]>([
  ['a later protocol', (answer) => ({ ...answer, protocol: chatWindowProtocol + 1 })],
  ['an answer of another shape', ({ token, ...rest }) => ({ ...rest, key: token })],
])(
  'a window that cannot read %s says to reload, and goes on with the same chat and what was typed',
  async (_what, change) => {
    const page = await visit();
    const panel = await opensPanel(page);
    await says(panel, 'help');
    await shows(panel, t('card.help.title'));

    await answers(page.context(), change);
    await endsKeys();
    await says(panel, 'privacy');
    await panel.getByText(t('webchat.panel.outdated')).waitFor();
    await page.context().unroute('**/api/webchat/{token,refresh}');
    await panel.getByRole('button', { name: t('webchat.panel.reload'), exact: true }).click();

    await shows(panelOf(page), t('card.help.title'));
    expect(await panelOf(page).locator(box).inputValue()).toBe('privacy');
    await panelOf(page).locator(box).press('Enter');
    await shows(panelOf(page), t('topics.privacy.title'));
  },
);

test('a page of somebody in between is no answer of the bot, and is asked past', async () => {
  const page = await visit(async (context) => {
    let times = 0;
    await context.route('**/api/webchat/token', (route) => {
      times += 1;
      return times > 1
        ? route.continue()
        : route.fulfill({ contentType: 'text/html', body: '<h1>Log in to the Wi-Fi</h1>' });
    });
  });

  await opensPanel(page);
});
