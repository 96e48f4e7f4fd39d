import { type Locale, languages, locales, wordsOf } from '../../i18n/index.ts';
import { asStaticFile, hashOf, nullIfMissing, once, readStaticFile, type StaticFile } from '../static-files.ts';

/** What the tab's page loads, by name. Its address names the hash of all of it. */
export interface TabFiles {
  readonly hash: string;
  readonly files: ReadonlyMap<string, StaticFile>;
}

export const teamsJsName = 'teams-js.js';
/** Put there by scripts/browser-libraries.ts before the bot starts. */
const teamsJsPath = 'webchat/library/MicrosoftTeams.min.js';
const paths: Readonly<Record<string, string>> = {
  'look.css': 'webchat/look.css',
  'tab.css': 'webchat/tab/tab.css',
  'tab.js': 'webchat/tab/tab.js',
  'bot-calls.js': 'webchat/tab/bot-calls.js',
  'drawing.js': 'webchat/tab/drawing.js',
  'teams-host.js': 'webchat/tab/teams-host.js',
};

/** Every file of the tab, read on first use. Without TeamsJS the page says so, and the next request looks for it again. `root` is the folder that holds `webchat/`. */
export function tabFiles(root: string): () => Promise<TabFiles> {
  const own = once(() => readOwn(root));
  const teamsJs = once(() => readStaticFile(root, teamsJsPath));
  return async () => {
    const [made, library] = await Promise.all([own(), teamsJs().catch(nullIfMissing)]);
    const files = new Map([...made, ...(library === null ? [] : [[teamsJsName, library] as const])]);
    return { hash: hashOf(...[...files.values()].map(({ hash }) => hash)), files };
  };
}

async function readOwn(root: string): Promise<readonly (readonly [string, StaticFile])[]> {
  return Promise.all([
    ...Object.entries(paths).map(async ([name, path]) => [name, await readStaticFile(root, path)] as const),
    ...locales.map(async (locale) => [`words/${locale}.js`, await makeWords(locale)] as const),
  ]);
}

/** A module with the tab's words in one language, so that a browser fetches no other. */
function makeWords(locale: Locale): Promise<StaticFile> {
  const { tab } = wordsOf(languages[locale]);
  return asStaticFile(Buffer.from(`export const words = ${JSON.stringify(tab)};\n`), '.js');
}
