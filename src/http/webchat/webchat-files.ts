import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locale, languages, locales, wordsOf } from '../../i18n/index.ts';
import { asStaticFile, hashOf, nullIfMissing, once, readStaticFile, type StaticFile } from '../static-files.ts';

/** Every file that a browser loads, created on first use and then cached. */
export interface WebchatFiles {
  /** The script that pages include. */
  embed(): Promise<StaticFile>;
  /** The panel's page with its placeholders. */
  page(): Promise<string>;
  /** The panel's own small files, by name. */
  panel(): Promise<PanelFiles>;
  /** Microsoft's Web Chat; null if it could not be fetched. The next request looks for it again. */
  bundle(): Promise<StaticFile | null>;
}

export interface PanelFiles {
  readonly hash: string;
  readonly files: ReadonlyMap<string, StaticFile>;
}

/** Put there by scripts/browser-libraries.ts before the bot starts. */
const bundlePath = 'webchat/library/webchat.js';
const panelPaths = [
  'look.css',
  'panel.css',
  'panel.js',
  'attention.js',
  'chat-line.js',
  'chat-look.js',
  'copying.js',
  'direct-line.js',
  'draft.js',
  'hearing.js',
  'host-page.js',
  'on-gesture.js',
  'preview.js',
  'reading-place.js',
  'sign-on.js',
  'ticket-link.js',
  'visit.js',
];
const wordsMark = '__WORDS__';

/** `root` is the folder that holds `webchat/`. */
export function webchatFiles(root: string): WebchatFiles {
  const bundle = once(() => readStaticFile(root, bundlePath));
  return {
    embed: once(() => makeEmbed(root)),
    page: once(() => readFile(join(root, 'webchat/panel.html'), 'utf8')),
    panel: once(() => readPanel(root)),
    bundle: () => bundle().catch(nullIfMissing),
  };
}

async function readPanel(root: string): Promise<PanelFiles> {
  const making = [
    ...panelPaths.map(async (path) => [path, await readStaticFile(join(root, 'webchat'), path)] as const),
    ...locales.map(async (locale) => [`words/${locale}.js`, await makeWords(locale)] as const),
  ];
  const made = await Promise.all(making);
  return { hash: hashOf(...made.map(([, { hash }]) => hash)), files: new Map(made) };
}

/** A module with the panel's words in one language, so that a browser fetches no other. */
function makeWords(locale: Locale): Promise<StaticFile> {
  const language = languages[locale];
  const words = { tag: language.tag, ...wordsOf(language).webchat };
  return asStaticFile(Buffer.from(`export const words = ${JSON.stringify(words)};\n`), '.js');
}

/** The script is a single classic file, so its few texts are inserted here. */
async function makeEmbed(root: string): Promise<StaticFile> {
  const source = await readFile(join(root, 'webchat/embed.js'), 'utf8');
  const launchers = locales.map((locale) => [locale, wordsOf(languages[locale]).webchat.launcher]);
  const words = JSON.stringify(Object.fromEntries(launchers));
  return asStaticFile(Buffer.from(withoutComments(source).replace(wordsMark, () => words)), '.js');
}

/** Whole-line comments are for readers of the source only. */
function withoutComments(source: string): string {
  return source.replace(/^\s*(?:\/\*\*?|\*|\/\/).*\n/gm, '').replace(/^\s+/gm, '');
}
