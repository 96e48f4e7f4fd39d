import { type Locale, languages, locales, wordsOf } from '../src/i18n/index.ts';

/** What Teams shows in one language, under the names that the manifest uses for it. */
export interface WordsFile {
  /** Its name in the app package. */
  readonly file: string;
  readonly content: Readonly<Record<string, string>>;
}

const [defaultLocale, ...otherLocales] = ['en', ...locales.filter((locale) => locale !== 'en')] as [
  Locale,
  ...Locale[],
];

/** The texts that stand in the manifest itself, in English, and which other languages there are. */
export function wordsInManifest() {
  const { name, description, commands, 'in-group': inGroup } = wordsOf(languages[defaultLocale]).teams;
  return {
    name,
    description,
    localizationInfo: {
      defaultLanguageTag: defaultLocale,
      additionalLanguages: otherLocales.map((locale) => ({ languageTag: locale, file: `${locale}.json` })),
    },
    commandLists: [
      { scopes: ['personal'], commands: Object.values(commands) },
      { scopes: ['team', 'groupChat'], commands: Object.values(inGroup) },
    ],
  };
}

/** A file of texts for every language but English. A text is found by its place in the manifest. */
export function wordsFiles(schema: string): readonly WordsFile[] {
  return otherLocales.map((locale) => ({ file: `${locale}.json`, content: contentIn(locale, schema) }));
}

function contentIn(locale: Locale, schema: string): Readonly<Record<string, string>> {
  const { name, description, commands, 'in-group': inGroup } = wordsOf(languages[locale]).teams;
  // The order of the commands is that of the manifest, whatever order a language writes them down in.
  const english = wordsOf(languages[defaultLocale]).teams;
  const lists = [inOrderOf(english.commands, commands), inOrderOf(english['in-group'], inGroup)];
  const places = lists.flatMap((list, at) =>
    list.flatMap(({ title, description: about }, index) => [
      [`bots[0].commandLists[${at}].commands[${index}].title`, title],
      [`bots[0].commandLists[${at}].commands[${index}].description`, about],
    ]),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schema}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(places),
  };
}

function inOrderOf<T>(order: object, values: Readonly<Record<string, T>>): readonly T[] {
  return Object.keys(order).flatMap((name) => values[name] ?? []);
}
