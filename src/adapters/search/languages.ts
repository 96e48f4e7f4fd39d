import { languages } from '../../i18n/index.ts';
import type { Content } from './content-as-built.ts';
import { foldedWords, type LanguageOfReader } from './sentence-reader.ts';

/** What the reader knows of each language, with the words of `texts` and the synonyms and old names of the content. */
export function languagesOfReader(
  texts: Readonly<Record<string, readonly string[]>>,
  content: Pick<Content, 'synonyms' | 'oldNames'> = { synonyms: {}, oldNames: {} },
): Readonly<Record<string, LanguageOfReader>> {
  return Object.fromEntries(
    Object.entries(languages).map(([locale, { searchWords }]) => [
      locale,
      {
        concepts: searchWords.concepts ?? {},
        stem: searchWords.stem,
        elided: searchWords.elided,
        silent: new Set(foldedWords(searchWords.stopWords)),
        texts: texts[locale] ?? [],
        synonyms: [
          ...(content.synonyms[locale] ?? []),
          ...(content.oldNames[locale] ?? []).map(({ now, was }) => [now, ...was]),
        ],
      },
    ]),
  );
}
