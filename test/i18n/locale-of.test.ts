import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { localeOf, locales } from '../../src/i18n/index.ts';

/** What channels, desks, systems and browsers send. `zxx` is the code for "no language", so that nobody ever speaks it here. */
const wishes = [
  [[undefined, null], 'en'],
  [['', '*'], 'en'],
  [['zxx'], 'en'],
  [['constructor'], 'en'],
  [['nl'], 'nl'],
  [['NL'], 'nl'],
  [['nl-BE'], 'nl'],
  [['nl_BE'], 'nl'],
  [['de-Latn-AT'], 'de'],
  [['nld'], 'en'],
  [['zxx', 'de'], 'de'],
  [['de', 'nl'], 'de'],
] as const;

test.each(wishes)('who asks for %j gets "%s"', (wanted, locale) => {
  expect(localeOf(...wanted)).toBe(locale);
});

test.each([
  ['zxx-XX, de', 'de'],
  ['en;q=0.1, de;q=0.2', 'de'],
  ['de;q=0, nl;q=0.001', 'nl'],
  ['zxx,de;q=0.3,en;q=0.8', 'en'],
  [`${'x,'.repeat(5_000)}nl`, 'en'],
])('a browser that lists %s gets "%s"', (list, locale) => {
  expect(localeOf(list)).toBe(locale);
});

/** The window's script is one file for browsers and cannot import the rule, so it is held against the same wishes. */
test.each(wishes)('a page whose own wishes are %j shows the button of the chat in "%s"', (wanted, locale) => {
  expect(launcherLanguage(wanted)).toBe(locale);
});

function launcherLanguage([own, page = null, browser = null]: readonly (string | null | undefined)[]): string {
  const words = Object.fromEntries(locales.map((one) => [one, {}]));
  const source = readFileSync('webchat/embed.js', 'utf8').replace('__WORDS__', JSON.stringify(words));
  const choice = /const wishes = [\s\S]*?const locale = [^;]+;/.exec(source)?.[0] ?? '';
  const document = { documentElement: { lang: page } };
  return runInNewContext(`const words = ${JSON.stringify(words)}; ${choice} locale`, {
    document,
    navigator: { languages: browser === null ? [] : [browser] },
    options: { locale: own },
  });
}
