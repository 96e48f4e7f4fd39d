import { phrasesOf } from '../../i18n/index.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { ComparedText } from '../../ports/meanings.ts';
import type { Content } from './content-as-built.ts';

/** What people come for. Other phrases are too short to lie near anything. */
const wishes = [
  'choose-add-azure',
  'choose-add-microsoft-365',
  'choose-join',
  'show-status',
  'talk-to-person',
] as const;

/** The wishes that people come with and all questions, in every language. By id, so that a new question changes the end alone. */
export function comparedTexts({ questions }: Content): readonly ComparedText[] {
  const asked = Object.values(questions)
    .flat()
    .toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }))
    .map(({ id, title, also }) => ({ kind: 'question' as const, name: id, text: [title, ...also].join(' ') }));
  return [...locales.flatMap((locale) => wishes.map((name) => wishText(name, locale))), ...asked];
}

/** Single letters and numbers stand on buttons and mean nothing by themselves. */
function wishText(name: (typeof wishes)[number], locale: Locale): ComparedText {
  const phrases = phrasesOf(locale)[name].filter((phrase) => phrase.includes(' '));
  return { kind: 'wish', name, text: phrases.join('. ') };
}
