import { type Locale, locales } from './locales.ts';

const defaultLocale: Locale = 'en';
/** Longer lists are nobody's wishes. Characters. */
const wishMax = 500;

/**
 * The language of the bot that comes closest to what somebody wants. The first wish that names one of ours wins; English if none does.
 * A wish is a language as channels, systems and desks write it (`nl-BE`, `fr_BE`, `DE`), or a browser's list of them with weights
 * (`fr;q=0.8, en`, as in the header Accept-Language). Every channel and every page chooses by this rule.
 */
export function localeOf(...wishes: readonly (string | null | undefined)[]): Locale {
  const wanted = wishes.flatMap((wish) => languagesIn(wish ?? ''));
  return wanted.map((code) => locales.find((locale) => locale === code)).find((locale) => locale) ?? defaultLocale;
}

/** The codes of the languages in one wish, the most wanted first. */
function languagesIn(wish: string): readonly string[] {
  return wish
    .slice(0, wishMax)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = options.find((option) => option.startsWith('q='));
      return { code: tag.split(/[-_]/)[0] ?? '', weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ code }) => code);
}
