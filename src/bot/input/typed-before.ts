import type { Language } from '../../i18n/language.ts';
import { languages } from '../../i18n/locales.ts';

/** What people type before a code or a number, in any language, for a pattern. */
export function typedBefore(what: keyof Language['before']): string {
  const words = Object.values(languages).flatMap(({ before }) => before[what]);
  return words.map((word) => word.replaceAll('.', '\\.')).join('|');
}
