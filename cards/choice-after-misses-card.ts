import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton } from './pieces.ts';

/** Nothing varies yet: the same ways out for everybody. */
export type ChoiceAfterMissesView = Readonly<Record<string, never>>;

/** After answers that did not fit: ways out as buttons, and a person to talk to. */
export function choiceAfterMissesCard(_view: ChoiceAfterMissesView, t: Translator): AdaptiveCard {
  const title = t('card.misses.title');
  const text = t('card.misses.text');
  return buildCard(
    t,
    { title, text },
    [heading(title), paragraph(text)],
    [
      primaryButton(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.repeat'), { do: 'repeat' }),
      button(t('button.back'), { do: 'back' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
      button(t('button.show-help'), { do: 'show-help' }),
    ],
  );
}
