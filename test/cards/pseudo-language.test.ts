import { pseudoText, pseudoTranslator, untranslatedIn } from '../../cards/gallery/pseudo-language.ts';
import { samples, worstName } from '../../cards/gallery/samples.ts';
import { languages } from '../../src/i18n/index.ts';

const t = pseudoTranslator();

/** Words of names that a card shows as they are: the samples' own, and the names of the languages. */
const names = [worstName, 'Contoso helpdesk@contoso.com', ...Object.values(languages).map(({ name }) => name)].flatMap(
  wordsIn,
);

test.each(samples.map(({ name, make }) => ({ name, make })))(
  '$name shows no word that cannot be translated',
  ({ make }) => {
    const left = textsIn(make(t)).flatMap((text) => wordsIn(withoutAddresses(untranslatedIn(text))));

    // The worst name is cut off anywhere, so the beginning of one of its words is one too.
    expect(left.filter((word) => !names.some((name) => name.startsWith(word)))).toEqual([]);
  },
);

test('a sentence is marked as a whole, and what is filled in stays readable', () => {
  expect(pseudoText('What you sign up for lands in {tenant}.')).toMatch(/^⟪Ŵĥåţ .* \{tenant\}\.⟫$/);
  expect(t('notices.lands-in-this-tenant', { tenant: 'Contoso' })).toMatch(/ Contoso\.⟫$/);
});

test('a word outside the brackets is found, also after a sentence in a sentence', () => {
  expect(untranslatedIn('⟪å ⟪ƀ⟫ ç⟫ forgotten ⟪đ⟫ 12')).toBe('forgotten  12');
});

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

function withoutAddresses(text: string): string {
  return text.replace(/\bhttps:\S+/g, ' ');
}

function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = ['text', 'title', 'value', 'label', 'placeholder', 'altText', 'speak', 'fallbackText'].flatMap((key) => {
    const value = (node as Record<string, unknown>)[key];
    return typeof value === 'string' ? [value] : [];
  });
  return [...own, ...Object.values(node).flatMap(textsIn)];
}
