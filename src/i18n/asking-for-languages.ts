import { languageName } from './language-name.ts';
import { type Locale, languages, locales } from './locales.ts';

/** What people type to get a language, whichever language they say it in: "deutsch", "in het Duits", "german please", or its code. */
export function waysToAskFor(locale: Locale): readonly string[] {
  const { name, calledAlso } = languages[locale];
  const names = namesOf(locale);
  const asked = locales.flatMap((speaker) =>
    // People mix: "nederlands please".
    languages[speaker].asksFor.flatMap((way) => names.map((named) => way.replace('{language}', named))),
  );
  return [...new Set([name, ...asked, ...calledAlso, locale].map((way) => way.toLowerCase()))];
}

/** What a language is called, in every language. */
export function namesOf(locale: Locale): readonly string[] {
  const { name, calledAlso } = languages[locale];
  return [...new Set([name, ...locales.map((speaker) => languageName(locale, languages[speaker].tag)), ...calledAlso])];
}
