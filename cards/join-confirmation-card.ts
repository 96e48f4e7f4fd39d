import { topicLinks } from '../src/domain/links.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { box, buildCard, bullets, button, heading, linkLines, paragraph, shown, spoken, strong } from './pieces.ts';

export interface JoinConfirmationView {
  /** Names, or null when they are not known. */
  readonly subscription: string | null;
  readonly source: string | null;
  readonly target: string | null;
  /** Whether the person is in the tenant that it goes to: somebody else sends the request. */
  readonly accepts: boolean;
}

/** Names what really happens when a subscription moves, before anyone starts. Going on is a choice, not the default. */
export function joinConfirmationCard(view: JoinConfirmationView, t: Translator): AdaptiveCard {
  const names = { subscription: view.subscription ?? '', source: view.source ?? '', target: view.target ?? '' };
  const told = view.accepts
    ? ({
        title: 'card.join.accept-title',
        intro: 'card.join.accept-intro',
        confirm: 'card.join.accept-confirm',
      } as const)
    : ({ title: 'card.join.title', intro: 'card.join.intro', confirm: 'card.join.confirm' } as const);
  const topic = 'change-directory-consequences';
  const consequences = t.lines(`topics.${topic}.paragraphs`);
  const question = t(told.confirm);
  return buildCard(
    t,
    {
      title: t(told.title, spoken(names, t)),
      text: `${t(told.intro, spoken(names, t))} ${question}`,
    },
    [
      heading(t(told.title, shown(names, t))),
      paragraph(t(told.intro, shown(names, t))),
      box('warning', bullets(consequences)),
      ...linkLines(topicLinks[topic], t),
      strong(question),
    ],
    [
      button(t('button.confirm-join'), { do: 'confirm-join' }),
      button(t('button.show-alternatives'), { do: 'show-topic', topic: 'alternatives-to-moving' }),
      button(t('button.why-do-you-ask'), { do: 'why-do-you-ask', about: 'confirm-join' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.cancel'), { do: 'cancel' }),
    ],
  );
}
