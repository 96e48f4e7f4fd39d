import { languageName } from './language-name.ts';
import { type Locale, languages, locales } from './locales.ts';

/** What people type to get a language, whichever language they say it in: "deutsch", "in het Duits", "german please", or its code. */
export function waysToAskFor(locale: Locale): readonly string[] {
  const { name, calledAlso } = languages[locale];
  const asked = locales.flatMap((speaker) => {
    const named = languageName(locale, languages[speaker].tag);
    return languages[speaker].asksFor.map((way) => way.replace('{language}', named));
  });
  return [...new Set([name, ...asked, ...calledAlso, locale].map((way) => way.toLowerCase()))];
}
