import { entraCode } from '../../domain/entra-codes.ts';
import { typedBefore } from './typed-before.ts';

/** A code of Entra that somebody typed. */
export interface TypedCode {
  readonly code: number;
  /** `AADSTS` or a word for an error stands before it, so it is a code even if we do not know it. */
  readonly isNamed: boolean;
}

const named = /aadsts[\s:#-]*(\d{4,9})(?!\d)/giu;
/** A number by itself: no price, no part of an id, a date or an address. */
const bare = /(?<![\p{L}\p{N}_#@+.,/-]|[$€£]\s?)\d{5,7}(?![\p{L}\p{N}_@%/-]|[.,:]\p{N}|\s?[$€£%])/gu;
/** What stands before a code: "error", "foutcode", "Fehlermeldung", "code d’erreur", and perhaps "number" after it. */
const afterErrorWord = new RegExp(
  `(?:${typedBefore('error')})\\p{L}*[\\s:#(]*(?:(?:code|${typedBefore('number')})[\\s:#.(]*)?$`,
  'iu',
);

/**
 * The codes in a text, as people type them: `AADSTS50057`, `50057`, or somewhere in a sentence. A number without a name counts
 * if Entra has such a code. A round one, such as 16000, may be an amount, so it has to stand alone or after a word for an error.
 */
export function typedCodes(text: string): readonly TypedCode[] {
  const withName = [...text.matchAll(named)].map(([, digits]) => ({ code: Number(digits), isNamed: true }));
  if (withName.length > 0) return withName;
  return [...text.matchAll(bare)].flatMap(([digits], at, all) => {
    const code = Number(digits);
    const isNamed = afterErrorWord.test(text.slice(0, all[at]?.index ?? 0));
    const isAlone = text.trim() === digits;
    const isKnown = entraCode(code) !== null && (code % 1_000 !== 0 || isAlone);
    return isNamed || isKnown ? [{ code, isNamed }] : [];
  });
}
