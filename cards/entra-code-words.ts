import type { CannotTellReason } from '../src/domain/known.ts';
import type { Translator } from '../src/i18n/index.ts';
import { isReworded } from '../src/i18n/words.ts';

/** What a code of Entra means, and what to do, for somebody who typed it. */
export function entraCodeWords(
  reason: CannotTellReason,
  t: Translator,
): { readonly meaning: string; readonly wayOut: string } {
  return isReworded(reason)
    ? { meaning: t(`codes.${reason}.meaning`), wayOut: t(`codes.${reason}.way-out`) }
    : { meaning: t(`reasons.${reason}.meaning`), wayOut: t(`reasons.${reason}.way-out`) };
}
