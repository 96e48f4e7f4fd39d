import { topicLinks } from '../src/domain/links.ts';
import type { TopicId } from '../src/domain/steps.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, linkLines, paragraph, primaryButton, section, subheading } from './pieces.ts';

export interface TopicView {
  readonly topic: TopicId;
}

/** Explains one subject, with where to read more. */
export function topicCard(view: TopicView, t: Translator): AdaptiveCard {
  const title = t(`topics.${view.topic}.title`);
  const paragraphs = t.lines(`topics.${view.topic}.paragraphs`);
  const links = linkLines(topicLinks[view.topic], t);
  return buildCard(
    t,
    { title, text: paragraphs.slice(0, 2).join(' ') },
    [
      heading(title),
      ...paragraphs.map(paragraph),
      ...(links.length === 0 ? [] : [section([subheading(t('card.topic.read-more')), ...links])]),
    ],
    [
      primaryButton(t('button.carry-on'), { do: 'carry-on' }),
      ...(view.topic === 'privacy' ? [button(t('button.delete-my-data'), { do: 'delete-my-data' })] : []),
      button(t('button.show-menu'), { do: 'show-menu' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    ],
  );
}
