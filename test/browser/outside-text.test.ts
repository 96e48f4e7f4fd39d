import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type CardChannel, toDialect } from '../../cards/dialect.ts';
import { galleryPage } from '../../cards/gallery/gallery-page.ts';
import { buildCard, heading, linkLines, paragraph, section } from '../../cards/pieces.ts';
import { markdownForTeams, ownWords, plainText } from '../../cards/plain-text.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { outsideTexts } from '../cards/outside-texts.ts';
import { openBrowser, openPage } from './browser.ts';

/** Text from outside in every Markdown that it goes through: Web Chat's, its first words, and our own page of cards. */

const t = createTranslator('en');
const fileOf = (...path: string[]): string => join(process.cwd(), ...path);
let browser: Browser;
let page: Page;

interface Drawn {
  readonly text: string;
  /** Elements that are more than a paragraph. */
  readonly marked: readonly string[];
}

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ page } = await openPage(browser, 'en-US'));
});
afterEach(() => page.close());

test('Web Chat reads it as it is, without a link', async () => {
  await page.addScriptTag({ path: fileOf('webchat/library/webchat.js') });

  const drawn = await drawEach(
    outsideTexts.map(({ text }) => plainText(text)),
    'WebChat.renderMarkdown(text, {}, { externalLinkAlt: "" })',
  );

  expect(faultsIn(drawn)).toEqual([]);
});

test('Web Chat reads it as it is in the middle of a sentence, and our own link stays one', async () => {
  await page.addScriptTag({ path: fileOf('webchat/library/webchat.js') });
  const link = '[Azure](https://portal.azure.com/)';
  // What who runs the bot wrote is theirs: its address may be a link.
  const contact = ownWords('servicedesk@contoso.com');

  const drawn = await drawEach(
    outsideTexts.map(({ text }) => `Tenant ${plainText(text)} (${plainText(text)}): ${link} ${contact}`),
    'WebChat.renderMarkdown(text, {}, { externalLinkAlt: "" })',
  );

  const offenders = offendersAmong(outsideTexts, ({ title, read }) => {
    const { text, marked } = at(drawn, title);
    const name = read.normalize('NFC');
    return [
      ...(text === `Tenant ${name} (${name}): Azure servicedesk@contoso.com` ? [] : [text]),
      ...(marked.join() === 'A https://portal.azure.com/,IMG,A mailto:servicedesk@contoso.com' ? [] : [marked.join()]),
    ];
  });
  expect(offenders).toEqual([]);
});

test('as Teams gets it, nothing is a link either, for a reader that knows every escape', async () => {
  await page.addScriptTag({ path: fileOf('webchat/library/webchat.js') });

  const drawn = await drawEach(
    outsideTexts.map(({ text }) => markdownForTeams(plainText(text))),
    'WebChat.renderMarkdown(text, {}, { externalLinkAlt: "" })',
  );

  expect(offendersAmong(outsideTexts, ({ title }) => at(drawn, title).marked)).toEqual([]);
});

test('the first words, drawn before Web Chat runs, show no escape', async () => {
  const source = await readFile(fileOf('webchat/preview.js'), 'utf8');
  await page.setContent('<div id="chat"></div>');
  await page.addScriptTag({ type: 'module', content: `${source}\nwindow.preview = previewFirstWords;` });
  await page.waitForFunction('window.preview');
  const card = toDialect(cardOf(outsideTexts.map(({ text }) => text)), 'webchat', { nonce: 'n' });

  await page.evaluate(
    `preview({ subscribe: (hear) => { queueMicrotask(() => hear(${JSON.stringify({
      type: 'message',
      from: { role: 'bot' },
      attachments: [{ content: card }],
    })})); return { unsubscribe() {} }; } }, document.getElementById('chat'))`,
  );

  const shown = await page.locator('#preview p').allTextContents();
  expect(shown.slice(1, -1)).toEqual(outsideTexts.map(({ read }) => read.normalize('NFC')));
});

test.each<CardChannel>(['webchat', 'teams'])('the page of every card draws it as it is, for %s', async (channel) => {
  const card = toDialect(cardOf(outsideTexts.map(({ text }) => text)), channel, { nonce: 'n' });

  await page.setContent(await galleryPage([{ name: 'outside', locale: 'en', channel, card }]));
  await page.locator('#channel').selectOption(channel);

  const shown = await page.locator('.card .ac-textBlock').allTextContents();
  expect(shown.slice(1, -1).map((text) => text.replaceAll('\u2060', ''))).toEqual(
    outsideTexts.map(({ read }) => read.normalize('NFC')),
  );
  expect(await page.locator('.card a').count()).toBe(1);
});

function cardOf(texts: readonly string[]) {
  const lines = texts.map((text) => paragraph(plainText(text)));
  return buildCard(
    t,
    { title: 'x', text: 'y' },
    [heading('Names'), section(lines), ...linkLines(['azure-portal'], t)],
    [],
  );
}

/** What a page draws of each text, in order. */
async function drawEach(texts: readonly string[], html: string): Promise<readonly Drawn[]> {
  return page.evaluate(`${JSON.stringify(texts)}.map((text) => {
    const drawn = document.createElement('div');
    drawn.innerHTML = ${html};
    const marked = [...drawn.querySelectorAll(':not(p)')].map((one) => [one.tagName, one.getAttribute('href')].filter(Boolean).join(' '));
    return { text: drawn.textContent.replaceAll('\\u200B', '').trim(), marked };
  })`);
}

function at(drawn: readonly Drawn[], title: string): Drawn {
  return drawn[outsideTexts.findIndex((one) => one.title === title)] ?? { text: '', marked: ['nothing'] };
}

function faultsIn(drawn: readonly Drawn[]): readonly string[] {
  return offendersAmong(outsideTexts, ({ title, read }) => {
    const { text, marked } = at(drawn, title);
    return [...(text === read.normalize('NFC') ? [] : [`“${text}”`]), ...marked];
  });
}
