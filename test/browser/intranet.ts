import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { openBrowser } from './browser.ts';
import { keepsPicture } from './pictures.ts';

export interface IntranetPage {
  readonly path: string;
  /** Attributes of the script tag, as an intranet owner writes them. */
  readonly options?: string;
  readonly language?: string;
  /** A script of the page itself, at `<path>.js`, before the line that adds the chat. */
  readonly script?: string;
  /** The page's own content security policy; `BOT` stands for the bot's origin. */
  readonly policy?: string;
  readonly body?: string;
}

/** An intranet on an origin of its own, with the bot, the cloud and a browser around it. */
export interface Intranet {
  readonly stage: Stage;
  readonly browser: Browser;
  readonly bot: string;
  readonly origin: string;
  /** The same pages on another site, which is on the bot's list, too. */
  readonly otherSite: string;
  /** The same pages on an origin that is not on the list. */
  readonly strangeOrigin: string;
  readonly strayRequests: string[];
  readonly complaints: string[];
  newReader(options?: {
    locale?: string;
    width?: number;
    height?: number;
    colorScheme?: 'dark' | 'light';
    /** `active`: the reader's system decides on colours. */
    forcedColors?: 'active' | 'none';
  }): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** The pages are Dutch unless they say otherwise. */
const t = createTranslator('nl');
const shut = "default-src 'none'; script-src BOT 'self'; frame-src BOT";

export async function openIntranet(pages: readonly IntranetPage[]): Promise<Intranet> {
  let bot = '';
  const answerPage: RequestListener = (request, response) => {
    const page = pages.find(({ path }) => request.url === path);
    const scripted = pages.find(({ path }) => request.url === `${path}.js`);
    // Restify changes every response of this process: a written head gives nothing back.
    if (page === undefined) {
      response.writeHead(scripted === undefined ? 404 : 200, { 'content-type': 'text/javascript' });
      response.end(scripted?.script);
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': (page.policy ?? shut).replaceAll('BOT', bot),
    });
    response.end(html(bot, page));
  };
  const [known, strange] = [createServer(answerPage), createServer(answerPage)];
  const [port, strangePort] = [await listens(known), await listens(strange)];
  const origin = `http://localhost:${port}`;
  const otherSite = `http://127.0.0.1:${port}`;
  // The sandbox's own page is listed by the sandbox; here the list is ours.
  const settings = { WEBCHAT_ORIGINS: `${origin},${otherSite}`, WEBCHAT_STARTS_PER_MINUTE: '300' };
  const stage = await setStage({ settings });
  bot = stage.sandbox.core.addresses.bot;
  const browser = await openBrowser();
  const strayRequests: string[] = [];
  const complaints: string[] = [];
  return {
    stage,
    browser,
    bot,
    origin,
    otherSite,
    strangeOrigin: `http://localhost:${strangePort}`,
    strayRequests,
    complaints,
    async newReader({
      locale = 'nl-NL',
      width = 1280,
      height = 900,
      colorScheme = 'light',
      forcedColors = 'none',
    } = {}) {
      const context = await browser.newContext({
        locale,
        viewport: { width, height },
        colorScheme,
        forcedColors,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(15_000);
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== '127.0.0.1')
          strayRequests.push(request.url());
      });
      context.on('weberror', (fault) => complaints.push(fault.error().message));
      context.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
      });
      return context;
    },
    async close() {
      await browser.close();
      await stage.stop();
      for (const server of [known, strange]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listens(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The panel on a page. */
export function panelOf(page: Page): FrameLocator {
  return page.frameLocator('#onetenant-chat iframe');
}

export async function opensPanel(page: Page): Promise<FrameLocator> {
  await page.locator('#onetenant-chat .launcher').click();
  await panelOf(page).locator('.ac-adaptiveCard').first().waitFor();
  return panelOf(page);
}

/** Somebody opens the chat in a window as large as a phone. Closing the page's context ends it. */
export async function opensOnPhone(
  { newReader, origin }: Intranet,
  colorScheme: 'dark' | 'light' = 'light',
): Promise<{ readonly page: Page; readonly panel: FrameLocator }> {
  const page = await (await newReader({ width: 390, height: 640, colorScheme })).newPage();
  await page.goto(`${origin}/`);
  return { page, panel: await opensPanel(page) };
}

/** Presses the button of the newest sign-in card, and picks a person in Microsoft's window. Gives that window. */
export async function signsIn(page: Page, chat: FrameLocator | Page, person: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await presses(chat, t('button.sign-in'));
  const popup = await opened;
  await popup.locator(`button[value="${person}"]`).click();
  return popup;
}

/** Presses the newest button that says this. */
export async function presses(panel: FrameLocator | Page, title: string): Promise<void> {
  await panel.getByRole('button', { name: title, exact: true }).last().click();
}

export async function says(panel: FrameLocator, text: string): Promise<void> {
  const box = panel.locator('[data-id=webchat-sendbox-input]');
  await box.fill(text);
  await box.press('Enter');
}

/** Waits until the conversation shows this text. */
export async function shows(panel: FrameLocator, text: string): Promise<void> {
  await panel.locator('#chat').getByText(text).filter({ visible: true }).last().waitFor();
}

/** What shuts people out, by the rules of axe-core, in every frame of the page. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const source = await readFile(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  // The page's own policy allows no foreign script, so the checker comes in through the debugger.
  for (const frame of page.frames()) await frame.evaluate(source);
  for (const frame of page.frames()) {
    const rules = await frame.evaluate(
      "axe.run({ elementRef: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target.join(' ')).join(', ')))",
    );
    found.push(...(rules as string[]));
  }
  return found;
}

/** A picture of the whole page for the documents. */
export async function picture(page: Page, name: string): Promise<void> {
  const words: string[] = [];
  for (const frame of page.frames()) {
    const cards = frame.locator('main, .ac-adaptiveCard');
    words.push(...(await cards.allInnerTexts()));
  }
  await keepsPicture(page, name, words);
}

function html(bot: string, { path, options = '', language = 'nl', script, body = '' }: IntranetPage): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Intranet</title></head>
<body><main><h1>Contoso intranet</h1><p>Nieuws, roosters en formulieren.</p>${body}</main>
${script === undefined ? '' : `<script src="${path}.js"></script>`}
<script src="${bot}/webchat/embed.js" ${options}></script></body>
</html>`;
}
