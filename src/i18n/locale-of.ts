import { type Locale, locales } from './locales.ts';

const defaultLocale: Locale = 'en';

/** The language of a channel's locale such as `nl-NL`; English for a language that we do not speak. */
export function localeOf(channelLocale: string | null | undefined): Locale {
  const language = channelLocale?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language) ?? defaultLocale;
}
