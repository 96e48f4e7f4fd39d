import type { Change } from '../src/domain/proof.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { TextBlock } from './adaptive-card.ts';
import { bullets, remark, shown } from './pieces.ts';
import { plainText } from './plain-text.ts';

/** What changed, one line each; what a thing was before and is now stands in the same line. */
export function changeLines(changes: readonly Change[], t: Translator): readonly TextBlock[] {
  return bullets(changes.map((change) => changeLine(change, t)));
}

/** "and 37 more", when not all are told. */
export function restLine(rest: number, t: Translator): readonly TextBlock[] {
  return rest > 0 ? [remark(t('card.verdict.more', { count: rest }))] : [];
}

function changeLine(change: Change, t: Translator): string {
  const { kind, ...about } = change;
  const line = t(`change.${kind}`, shown(about, t));
  if (change.kind !== 'subscription-state' && change.kind !== 'product-state') return line;
  const states = { before: plainText(change.before, 40), after: plainText(change.after, 40) };
  return `${line} ${t('card.proof.before-after', states)}`;
}
