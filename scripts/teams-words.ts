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
  const { teams, tab } = wordsOf(languages[defaultLocale]);
  const { name, description, commands, 'in-group': inGroup } = teams;
  return {
    name,
    description,
    tabName: tab.title,
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
export function wordsFiles(schema: string, hasTab: boolean): readonly WordsFile[] {
  return otherLocales.map((locale) => ({ file: `${locale}.json`, content: contentIn(locale, schema, hasTab) }));
}

type BoxWords = Readonly<Record<string, Titled & { readonly parameter?: Titled }>>;
interface Titled {
  readonly title: string;
  readonly description: string;
}

/** The commands above the message box, each with its English words. */
export function withBoxWords(extensions: readonly MessageExtension[]) {
  const box: BoxWords = wordsOf(languages[defaultLocale]).teams['message-box'];
  return extensions.map(({ commands, ...extension }) => ({
    ...extension,
    commands: commands.map(({ parameters, ...command }) => {
      const { parameter, ...titled } = wordsOfCommand(box, command.id);
      return {
        ...command,
        ...titled,
        ...(parameters === undefined ? {} : { parameters: parameters.map((one) => ({ ...one, ...parameter })) }),
      };
    }),
  }));
}

/** As the manifest's template has it. */
interface MessageExtension {
  readonly commands: readonly { readonly id: string; readonly parameters?: readonly object[] | undefined }[];
}

function wordsOfCommand(box: BoxWords, id: string): BoxWords[string] {
  const words = box[id];
  if (words === undefined) throw new Error(`appPackage/manifest.template.json has a command ${id}, which has no words`);
  return words;
}

/** The places of the words of the commands above the message box. They are in the order of the English words. */
function boxPlaces(locale: Locale): readonly (readonly [string, string])[] {
  const order = wordsOf(languages[defaultLocale]).teams['message-box'];
  const box: BoxWords = wordsOf(languages[locale]).teams['message-box'];
  return Object.keys(order).flatMap((id, index) => {
    const at = `composeExtensions[0].commands[${index}]`;
    const { parameter, ...titled } = wordsOfCommand(box, id);
    return [...placed(at, titled), ...(parameter === undefined ? [] : placed(`${at}.parameters[0]`, parameter))];
  });
}

function placed(at: string, { title, description }: Titled): readonly (readonly [string, string])[] {
  return [
    [`${at}.title`, title],
    [`${at}.description`, description],
  ];
}

function contentIn(locale: Locale, schema: string, hasTab: boolean): Readonly<Record<string, string>> {
  const { teams, tab } = wordsOf(languages[locale]);
  const { name, description, commands, 'in-group': inGroup } = teams;
  // The order of the commands is that of the manifest, whatever order a language writes them down in.
  const english = wordsOf(languages[defaultLocale]).teams;
  const lists = [inOrderOf(english.commands, commands), inOrderOf(english['in-group'], inGroup)];
  const places = lists.flatMap((list, at) =>
    list.flatMap((command, index) => placed(`bots[0].commandLists[${at}].commands[${index}]`, command)),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schema}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries([...places, ...boxPlaces(locale)]),
    // The chat is the first tab, and Teams has a name for it.
    ...(hasTab ? { 'staticTabs[1].name': tab.title } : {}),
  };
}

function inOrderOf<T>(order: object, values: Readonly<Record<string, T>>): readonly T[] {
  return Object.keys(order).flatMap((name) => values[name] ?? []);
}
