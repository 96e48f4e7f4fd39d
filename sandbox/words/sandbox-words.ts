import { createTranslator, type Locale, languages, locales, wordsOf } from '../../src/i18n/index.ts';
import type { Shape } from '../../src/i18n/shape.ts';
import { words as de } from './de.ts';
import { words as en } from './en.ts';
import { words as fr } from './fr.ts';
import { words as nl } from './nl.ts';
import type { WordsOfALanguage } from './words-of-a-language.ts';

/** A language of the bot needs no words here: the sandbox offers it all the same. */
export const translated: Readonly<Partial<Record<Locale, WordsOfALanguage>>> = { nl, de, fr };

/** One group of the sandbox's words, whole in every language. */
export function wordsFor<Group extends keyof typeof en>(group: Group, locale: Locale): Shape<(typeof en)[Group]> {
  return filledFrom(en[group], translated[locale]?.[group]) as Shape<(typeof en)[Group]>;
}

/** Who somebody is, in the languages that tell it, by code. */
export function storiesOf(person: { readonly id: string; readonly story: string }): Readonly<Record<string, string>> {
  const told = locales.map((locale) => [locale, translated[locale]?.stories?.[person.id]] as const);
  return { en: person.story, ...Object.fromEntries(told.filter(([, story]) => story !== undefined)) };
}

/** What the sandbox's page needs: every language by its code, with its name, its tag, the page's words and the buttons of the bot that it names. */
export function languagesOfPage() {
  const all = locales.map((locale) => {
    const { name, tag } = languages[locale];
    const t = createTranslator(locale);
    const labels = {
      route: t('scenarios.add-azure.choice'),
      done: t('button.i-have-done-it'),
      proof: t('card.proof.proven-title'),
    };
    const { webchat } = wordsOf(languages[locale]);
    return [locale, { name, tag, words: { ...wordsFor('page', locale), labels, webchat } }] as const;
  });
  return Object.fromEntries(all);
}

function filledFrom(english: unknown, own: unknown): unknown {
  if (own === undefined) return english;
  if (typeof english !== 'object' || english === null || typeof own !== 'object' || own === null) return own;
  return Object.fromEntries(
    Object.entries(english).map(([name, text]) => [name, filledFrom(text, (own as Record<string, unknown>)[name])]),
  );
}
