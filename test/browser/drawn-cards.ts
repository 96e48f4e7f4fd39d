import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { toDialect } from '../../cards/dialect.ts';
import type { Locale } from '../../src/i18n/index.ts';

/** The panel with Web Chat in it and nobody at the other end: what it draws is what a conversation draws. */
export async function openEmptyPanel(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 640 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const files = ['webchat/look.css', 'webchat/panel.css', 'webchat/chat-look.js'];
  const [look, panel, chatLook] = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  await page.setContent(`<!doctype html><html lang="en"><head><style>${look}${panel}</style></head>
    <body><header><h1>OneTenant</h1></header><div id="bar"></div><div id="room"><div id="chat"></div></div></body></html>`);
  await page.addScriptTag({ path: join(process.cwd(), 'webchat/library/webchat.js') });
  await page.addScriptTag({
    type: 'module',
    content: `${chatLook}; Object.assign(window, { look: { styleOptions, adaptiveCardsHostConfig } });`,
  });
  return page;
}

/** Draws the cards under each other, in the place of what was there, and gives the height of each in pixels, at each width of the window. */
export async function heightsOf(
  page: Page,
  cards: readonly AdaptiveCard[],
  locale: Locale,
  widths: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const activities = cards.map((card, at) => ({
    type: 'message',
    id: `${locale}-${at}`,
    from: { id: 'bot', role: 'bot' },
    timestamp: new Date(at * 1_000).toISOString(),
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: toDialect(card, 'webchat', { nonce: 'n' }) },
    ],
  }));
  await page.evaluate(`
    const said = (values) => ({ subscribe: (hear) => {
      for (const value of values) (hear.next ?? hear)(value);
      return { unsubscribe() {} };
    } });
    const room = Object.assign(document.createElement('div'), { style: 'height: 100%' });
    document.getElementById('chat').replaceChildren(room);
    WebChat.renderWebChat({
      directLine: { activity$: said(${JSON.stringify(activities)}), connectionStatus$: said([1, 2]), end() {} },
      store: WebChat.createStore(),
      locale: ${JSON.stringify(locale)},
      ...look,
    }, room);`);
  await page.waitForFunction(`document.querySelectorAll('.ac-adaptiveCard').length === ${cards.length}`);
  const heights: number[][] = cards.map(() => []);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    const drawn = (await page.evaluate(
      "[...document.querySelectorAll('.webchat__bubble__content')].map((bubble) => Math.round(bubble.getBoundingClientRect().height))",
    )) as number[];
    for (const [at, height] of drawn.entries()) heights[at]?.push(height);
  }
  return heights;
}
