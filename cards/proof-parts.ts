import type { ProvenChange } from '../src/domain/proof.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { TextBlock } from './adaptive-card.ts';
import { bullets, productName, shown, spoken } from './pieces.ts';
import { plainText, spokenText } from './plain-text.ts';

/** What changed, one line each; what a thing was before and is now stands in the same line. */
export function changeLines(changes: readonly ProvenChange[], t: Translator): readonly TextBlock[] {
  return bullets(changes.map((change) => changeLine(change, t)));
}

/** The same as plain sentences, for a ticket. */
export function spokenChanges(changes: readonly ProvenChange[], t: Translator): readonly string[] {
  return changes.map((change) => sentenceOf(change, t, spoken, spokenText));
}

function changeLine(change: ProvenChange, t: Translator): string {
  return sentenceOf(change, t, shown, plainText);
}

function sentenceOf(change: ProvenChange, t: Translator, names: typeof shown, state: typeof plainText): string {
  const { kind, ...about } = change;
  const filled = names(about, t);
  const name = 'unlisted' in change ? { name: productName(String(filled.name), false, t) } : {};
  const line = t(`change.${kind}`, { ...filled, ...name });
  if (change.kind !== 'subscription-state' && change.kind !== 'product-state') return line;
  const states = { before: state(change.before, 40), after: state(change.after, 40) };
  return `${line} ${t('card.proof.before-after', states)}`;
}
