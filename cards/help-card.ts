import { languages, locales, type Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton } from './pieces.ts';

/** Nothing varies yet: the same help for everybody. */
export type HelpView = Readonly<Record<string, never>>;

/** Says what the bot can do and which words always work. */
export function helpCard(_view: HelpView, t: Translator): AdaptiveCard {
  const title = t('card.help.title');
  const names = locales.map((locale) => languages[locale].name);
  const paragraphs = t.lines('card.help.paragraphs', { languages: names.join(', ') });
  return buildCard(
    t,
    { title, text: paragraphs.join(' ') },
    [heading(title), ...paragraphs.map(paragraph)],
    [
      primaryButton(t('button.show-menu'), { do: 'show-menu' }),
      button(t('topics.quick-guidance.title'), { do: 'show-topic', topic: 'quick-guidance' }),
      button(t('button.show-privacy'), { do: 'show-topic', topic: 'privacy' }),
      button(t('button.delete-my-data'), { do: 'delete-my-data' }),
      button(t('button.show-language'), { do: 'show-language' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    ],
  );
}
