import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** What each picture of the documents shows, in words, and with which look it was made. */
const book = 'test/browser/pictures.json';
const looks = ['webchat/look.css', 'webchat/chat-look.js'];
/** The command that renews them. */
const renewing = 'UPDATE_SCREENSHOTS=1 npm test -- test/browser test/operator/in-a-browser';

/**
 * Makes a picture for the documents when it is asked to. Else it fails where the picture shows other words than what is there, or was
 * made with another look. Days, times and numbers may differ.
 */
export async function keepsPicture(subject: Page | Locator, name: string, words: readonly string[]): Promise<void> {
  const shown = createHash('sha256');
  for (const text of words) shown.update(withoutDays(text));
  const look = createHash('sha256');
  for (const path of looks) look.update(readFileSync(path, 'utf8'));
  const made = `${shown.digest('hex').slice(0, 16)} ${look.digest('hex').slice(0, 16)}`;
  const kept: Record<string, string> = existsSync(book) ? JSON.parse(readFileSync(book, 'utf8')) : {};
  if (process.env.UPDATE_SCREENSHOTS === undefined) {
    if (kept[name] !== made) throw new Error(`docs/images/${name}.png is old. Renew it: ${renewing}`);
    return;
  }
  await subject.screenshot({ path: `docs/images/${name}.png` });
  const all = Object.entries({ ...kept, [name]: made }).toSorted(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(book, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

const months = ['en', 'nl'].flatMap((locale) =>
  (['long', 'short'] as const).flatMap((month) => {
    const name = new Intl.DateTimeFormat(locale, { month });
    return Array.from({ length: 12 }, (_, at) => name.format(new Date(2026, at, 15)));
  }),
);
const anyMonth = new RegExp(`\\b(?:${months.join('|').replaceAll('.', '')})\\b`, 'gi');

function withoutDays(text: string): string {
  return text
    .replace(anyMonth, '#')
    .replace(/\p{N}+/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();
}
