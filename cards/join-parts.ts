import { topicLinks } from '../src/domain/links.ts';
import type { Move } from '../src/domain/plan.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { Fold } from './adaptive-card.ts';
import { bullets, fold, linkLines, type shown } from './pieces.ts';

const topic = 'change-directory-consequences';

/** What happens when a subscription moves: where it goes, as far as that was seen, and what that costs everybody. */
export function moveLines(move: Move, names: typeof shown, t: Translator, accepts = false): readonly string[] {
  const about = moveNames(move, names, t);
  const { alsoIn, isDoubted, isSeveral } = move;
  const moves = isDoubted ? doubtOf(move) : isSeveral ? 'card.join.moves-each' : 'card.join.moves';
  const where = alsoIn === null ? [] : [t('card.join.moves-where', names({ tenants: alsoIn }, t))];
  return [
    [t(accepts ? 'card.join.accept-moves' : moves, about), ...where].join(' '),
    t(
      isDoubted || accepts
        ? 'card.join.in-short-perhaps'
        : isSeveral
          ? 'card.join.in-short-each'
          : 'card.join.in-short',
    ),
  ];
}

/** What was not seen: Microsoft 365 beside the subscription, or the subscription itself. */
function doubtOf({ subscription }: Move): 'card.join.moves-perhaps' | 'card.join.moves-from-unseen' {
  return subscription === null ? 'card.join.moves-from-unseen' : 'card.join.moves-perhaps';
}

/** The same as names for a sentence; null is a neutral word. */
export function moveNames(
  { subscription, source, target }: Pick<Move, 'subscription' | 'source' | 'target'>,
  names: typeof shown,
  t: Translator,
) {
  return names({ subscription: subscription ?? '', source: source ?? '', target: target ?? '' }, t);
}

/** Everything that a move changes, behind a line that counts it. */
export function changesFold(t: Translator): readonly Fold[] {
  const changes = t.lines(`topics.${topic}.paragraphs`);
  return fold(t('card.join.changes', { count: t.number(changes.length) }), [
    ...bullets(changes),
    ...linkLines(topicLinks[topic], t),
  ]);
}
