import type { Move } from '../src/domain/plan.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { changesFold, moveLines, moveNames } from './join-parts.ts';
import { box, buildCard, button, heading, paragraph, shown, spoken, strong } from './pieces.ts';

export interface JoinConfirmationView extends Move {
  /** Whether the person is in the tenant that it goes to: somebody else sends the request. */
  readonly accepts: boolean;
}

/** Says what really happens when a subscription moves, before anyone starts. Going on is a choice, not the default. */
export function joinConfirmationCard(view: JoinConfirmationView, t: Translator): AdaptiveCard {
  const title = view.accepts ? 'card.join.accept-title' : 'card.join.title';
  const question = t(view.accepts ? 'card.join.accept-confirm' : 'card.join.confirm');
  const lines = (names: typeof shown) => moveLines(view, names, t, view.accepts);
  return buildCard(
    t,
    { title: t(title, moveNames(view, spoken, t)), text: [...lines(spoken), question].join(' ') },
    [
      heading(t(title, moveNames(view, shown, t))),
      box('warning', lines(shown).map(paragraph)),
      strong(question),
      ...changesFold(t),
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
