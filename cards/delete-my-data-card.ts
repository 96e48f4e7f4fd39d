import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, bullets, button, heading, paragraph, primaryButton, section, subheading } from './pieces.ts';

/** Nothing varies: the same is kept of everybody. */
export type DeleteMyDataView = Readonly<Record<string, never>>;

/** Asks whether somebody really wants to be forgotten: what goes, what stays, and that it cannot be undone. */
export function deleteMyDataCard(_view: DeleteMyDataView, t: Translator): AdaptiveCard {
  const title = t('card.delete-my-data.title');
  const text = t('card.delete-my-data.text');
  return buildCard(
    t,
    { title, text },
    [
      heading(title),
      paragraph(text),
      section([subheading(t('card.delete-my-data.goes-title')), ...bullets(t.lines('card.delete-my-data.goes'))]),
      section([subheading(t('card.delete-my-data.stays-title')), ...bullets(t.lines('card.delete-my-data.stays'))]),
    ],
    [
      // To keep things is what a hasty press should do.
      primaryButton(t('button.keep-my-data'), { do: 'carry-on' }),
      button(t('button.delete-my-data-now'), { do: 'delete-my-data-now' }),
      button(t('button.show-privacy'), { do: 'show-topic', topic: 'privacy' }),
    ],
  );
}
