import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { pseudoText, pseudoTranslator, untranslatedIn } from '../../cards/gallery/pseudo-language.ts';
import { worstName } from '../../cards/gallery/sample-views.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { languages } from '../../src/i18n/index.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { textsIn } from './card-parts.ts';

const t = pseudoTranslator();

/** Words of names that a card shows as they are: the samples' own, and the names of the languages. */
const names = [worstName, 'Contoso helpdesk@contoso.com', ...Object.values(languages).map(({ name }) => name)].flatMap(
  wordsIn,
);

test('no card shows a word that cannot be translated', () => {
  const cards = samples.map(({ name, make }) => ({ title: name, make }));
  const offenders = offendersAmong(cards, ({ make }) =>
    textsIn(seen(make(t)))
      .flatMap((text) => wordsIn(withoutAddresses(untranslatedIn(text))))
      // The worst name is cut off anywhere, so the beginning of one of its words is one too.
      .filter((word) => !names.some((name) => name.startsWith(word))),
  );

  expect(offenders).toEqual([]);
});

test('a sentence is marked as a whole, and what is filled in stays readable', () => {
  expect(pseudoText('What you sign up for will be in {tenant}.')).toMatch(/^⟪Ŵĥåţ .* \{tenant\}\.⟫$/);
  expect(t('notices.lands-in-this-tenant', { tenant: 'Contoso' })).toMatch(/ Contoso\.⟫$/);
});

test('a word outside the brackets is found, also after a sentence in a sentence', () => {
  expect(untranslatedIn('⟪å ⟪ƀ⟫ ç⟫ forgotten ⟪đ⟫ 12')).toBe('forgotten  12');
});

/** What is read aloud is made of sentences of the card, which may be taken out of their brackets. */
function seen({ speak: _speak, fallbackText: _fallbackText, ...rest }: AdaptiveCard): object {
  return rest;
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

function withoutAddresses(text: string): string {
  return text.replace(/\bhttps:\S+/g, ' ');
}
