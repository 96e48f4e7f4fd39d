import { topicLinks } from '../src/domain/links.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { TopicId } from '../src/domain/steps.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import {
  buildCard,
  button,
  heading,
  linkLines,
  paragraph,
  primaryButton,
  section,
  spoken,
  subheading,
  textToSend,
} from './pieces.ts';

export interface TopicView {
  readonly topic: TopicId;
  /** The route of the person, where they have one: what they copy for support is about it. */
  readonly scenario?: Scenario | null;
  /** The name of their tenant; absent where it was not read. */
  readonly tenant?: string;
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
      ...(view.topic === 'enterprise-agreement' ? [textToSend(supportText(view, t), t)] : []),
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

/** What people with an Enterprise Agreement copy for a support request or their administrator. */
export function supportText({ scenario, tenant = '' }: TopicView, t: Translator): string {
  // A tenant whose name is not known is not named.
  const about = tenant === '' ? 'none' : (scenario ?? 'none');
  return t(`card.topic.support-text.${about}`, spoken({ tenant }, t));
}
