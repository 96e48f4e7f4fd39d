import { type Locale, locales } from '../../i18n/index.ts';

/** The browser's preferred language among ours, by its weights; otherwise our default. */
export function readerLanguage(acceptLanguage: string | undefined): Locale {
  const asked = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = options.find((option) => option.startsWith('q='));
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const found = asked.find(({ language }) => locales.some((locale) => locale === language));
  const [first] = locales;
  return locales.find((locale) => locale === found?.language) ?? (first as Locale);
}
