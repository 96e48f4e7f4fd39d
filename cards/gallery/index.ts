import { mkdir, writeFile } from 'node:fs/promises';
import { commandLine } from '../../src/config/command-line.ts';
import { countOf } from '../../src/domain/count-of.ts';
import { createTranslator, locales, type Translator } from '../../src/i18n/index.ts';
import { type CardChannel, toDialect } from '../dialect.ts';
import { galleryPage } from './gallery-page.ts';
import { pseudoLocale, pseudoTranslator } from './pseudo-language.ts';
import { samples } from './samples.ts';

commandLine({ about: 'Puts every card in every language on one page, dist/cards.html.', call: 'npm run cards' });

const channels: readonly CardChannel[] = ['teams', 'webchat'];

const readers: readonly { readonly locale: string; readonly t: Translator }[] = [
  ...locales.map((locale) => ({ locale, t: createTranslator(locale) })),
  { locale: pseudoLocale, t: pseudoTranslator() },
];
const cards = readers.flatMap(({ locale, t }) =>
  channels.flatMap((channel) =>
    samples.map(({ name, make }) => ({
      name,
      locale,
      channel,
      card: toDialect(make(t), channel, { nonce: 'gallery' }),
    })),
  ),
);
await mkdir('dist', { recursive: true });
await writeFile('dist/cards.html', await galleryPage(cards));
console.log(`dist/cards.html: ${countOf(cards.length, 'card')}`);
