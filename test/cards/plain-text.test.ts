import fc from 'fast-check';
import { cleanText, markdownForTeams, plainText } from '../../cards/plain-text.ts';
import { noteText } from '../../src/domain/ticket-text.ts';
import { growthOf, inProportion } from '../builders/growth.ts';
import { holds } from '../builders/laws.ts';
import { outsideTexts } from './outside-texts.ts';

test.each(outsideTexts)('$title is read as it should be', ({ text, read }) => {
  expect(cleanText(text)).toBe(read.normalize('NFC'));
});

test.each(outsideTexts)('$title shows no escape in Teams that its apps would show', ({ text, read }) => {
  const shown = markdownForTeams(plainText(text));

  expect(shown.replaceAll('\u2060', '').replace(/\\([\\`*_{}[\]<>|~])/g, '$1')).toBe(read.normalize('NFC'));
  expect(shown).not.toMatch(/\w\.\w|\]\(|:\/\/|\{\{|(?<!\\)<|&\w+;|^[-#>=+]|(?<!\\)(?:\\\\)*\\[^\\`*_{}[\]<>|~]/);
});

test.each([
  ['a link of Markdown', '[Sign in](https://evil.example)', '[Sign in] (https://evil.example)'],
  ['letters that look Latin', 'аррӏе.com', 'xn--80ak6aa92e.com'],
  ['characters nobody sees', 'pay\u200Bpal\u034F\u202E', 'paypal'],
  ['marks upon marks', `e${'\u0301'.repeat(500)}`, 'é\u0301\u0301\u0301…'],
  ['lines and tabs', 'a\r\nb\tc\u2028d', 'a\nbcd'],
  ['an address', 'https://contoso.example/x', 'https://contoso.example/x'],
  ['an address of mail', 'Megan <megan@contoso.com>', 'Megan ‹megan@contoso.com›'],
  ['a mention', 'ask @team, (@all)', 'ask @ team, (@ all)'],
])('a desk reads what it may: %s', (_what, text, read) => {
  expect(noteText(text, 2_000)).toBe(read);
});

test('what has been made honest once stays as it is', () => {
  const alphabet = fc.constantFrom(...'aе.-@/ 1Ωжа中\u0301\u200B\u202E_*[]()<>"\\:&');
  holds(
    fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});

/** A quadratic rule takes 1,024 times as long for 32 times the text, a linear one 32 times. */
test.each([
  ['dots', '.'],
  ['names', 'evil.com'],
  ['Cyrillic names', 'а.'],
  ['words of two scripts', 'aа '],
  ['one word of two scripts', 'aа'],
  ['backslashes', '\\'],
  ['digits', '1'],
  ['hyphens', 'а-'],
  ['marks in the wrong order', '\u0301\u0323'],
  ['blanks', ' \u2800'],
  ['brackets', ']('],
])('100 kB of %s take no more than in proportion', (_what, unit) => {
  const work = (bytes: number): unknown => {
    const text = unit.repeat(bytes / Buffer.byteLength(unit));
    return [markdownForTeams(plainText(text, bytes)), noteText(text, bytes)];
  };

  expect(growthOf(work, 12_800)).toBeLessThan(inProportion);
});
