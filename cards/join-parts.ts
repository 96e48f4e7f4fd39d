import { topicLinks } from '../src/domain/links.ts';
import type { Move } from '../src/domain/plan.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { Fold } from './adaptive-card.ts';
import { bullets, fold, linkLines, type shown } from './pieces.ts';

const topic = 'change-directory-consequences';

/** What happens when a subscription moves, in two sentences: where it goes, and what that costs everybody. */
export function moveLines(move: Move, names: typeof shown, t: Translator, accepts = false): readonly string[] {
  const about = moveNames(move, names, t);
  const moves = move.isDoubted ? 'card.join.moves-perhaps' : 'card.join.moves';
  return [t(accepts ? 'card.join.accept-moves' : moves, about), t('card.join.in-short')];
}

/** The same as names for a sentence; null is a neutral word. */
export function moveNames(
  { subscription, source, target }: Omit<Move, 'isDoubted'>,
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
