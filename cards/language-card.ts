import { languages, locales, type Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, everyChoice, heading, paragraph } from './pieces.ts';

/** Nothing varies yet: every language is offered to everybody. */
export type LanguageView = Readonly<Record<string, never>>;

/** Lets people choose a language. Each language is named in itself, so that nobody gets stuck. */
export function languageCard(_view: LanguageView, t: Translator): AdaptiveCard {
  const title = t('card.language.title');
  const text = t('card.language.text');
  return buildCard(
    t,
    { title, text },
    [heading(title), paragraph(text)],
    [
      ...locales.map((locale) => button(languages[locale].name, { do: 'set-language', locale })),
      button(t('button.back'), { do: 'back' }),
    ],
    everyChoice,
  );
}
