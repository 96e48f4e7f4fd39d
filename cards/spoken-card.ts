import type { Translator } from '../src/i18n/index.ts';
import type { CardButton, CardElement } from './adaptive-card.ts';
import { cleanText, spokenText } from './plain-text.ts';

/** How much of a card is read aloud. Words; about half a minute. */
export const spokenWordsMax = 90;

/** Letters. */
const longestTitle = 200;
/** Letters; names in it are up to 120. */
const longestSentence = 300;

interface Part {
  readonly text: string;
  /** What goes first where there is too much; null for what always stays. */
  readonly drop: number | null;
}

/** What sums up a folded part goes before the text. */
const sayLast = { counts: 2, text: 1 } as const;

/**
 * What is read aloud of a card: how it stands, its title, what its author says of it, every warning, what is folded and what
 * can be chosen. Nothing twice, with a stop after each. Where it would be longer than `spokenWordsMax`, first what sums up the
 * folded parts goes, then the text from its end, then the last choices; never a warning. Warnings that are longer by themselves are
 * said with everything.
 */
export function speechOf(
  { title, text }: { readonly title: string; readonly text: string },
  body: readonly CardElement[],
  choices: readonly string[],
  t: Translator,
): string {
  const warnings = warningsIn(body).map(plain);
  const head = [
    ...body.flatMap((part) => (part.type === 'StateBadge' ? [part.text] : [])),
    cleanText(title, longestTitle),
  ];
  // A question that is a button is said among the choices.
  const asked = new Set(choices.map(bare));
  const told = sentencesOf(text)
    .filter((sentence) => !asked.has(bare(sentence)))
    .map((sentence) => ({
      text: cleanText(sentence, longestSentence),
      drop: isIn(warnings, sentence) ? null : sayLast.text,
    }));
  const parts: readonly Part[] = onlyNew([
    ...head.map((one) => ({ text: one, drop: null })),
    ...told,
    ...warnings.map((one) => ({ text: one, drop: null })),
    ...countsIn(body).map((one) => ({ text: plain(one), drop: sayLast.counts })),
  ]);
  return fitted(parts, choices, t);
}

/** The texts of a card that warn: those on a ground or in a colour that warns. */
export function warningsIn(body: readonly CardElement[], isInBox = false): readonly string[] {
  return body.flatMap((part) => {
    if (part.type === 'Container')
      return warningsIn(part.items, isInBox || part.style === 'warning' || part.style === 'attention');
    const warns = part.type === 'TextBlock' && (isInBox || part.color === 'warning' || part.color === 'attention');
    return warns ? [part.text] : [];
  });
}

/** Words as they are read aloud, of text that may be Markdown. */
export function plain(markdown: string): string {
  const words = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*/g, '');
  return spokenText(words.replace(/\\([!-/:-@[-`{-~])/g, '$1'), 400).replace(/^[•✓→–?!]\s+/, '');
}

/** The buttons in sight, small ones too, and the one behind which the others are. */
export function choicesOf(actions: readonly CardButton[], inSight: number, more: string): readonly string[] {
  const behind = actions.slice(inSight);
  const small = behind.filter((one) => 'isSmall' in one && one.isSmall === true);
  const seen = [...actions.slice(0, inSight), ...small].map(({ title }) => title);
  return behind.length > small.length ? [...seen, more] : seen;
}

function countsIn(body: readonly CardElement[]): readonly string[] {
  return body.flatMap((part) => {
    if (part.type === 'ProgressMeter') return [part.text];
    if (part.type === 'Fold') return /\d/.test(part.summary) ? [part.summary] : [];
    return part.type === 'Container' ? countsIn(part.items) : [];
  });
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence.trim() !== '');
}

function isIn(warnings: readonly string[], sentence: string): boolean {
  return warnings.some((warning) => bare(warning).includes(bare(sentence)));
}

function onlyNew(parts: readonly Part[]): readonly Part[] {
  const kept: Part[] = [];
  let said = ' ';
  for (const part of parts) {
    const words = bare(part.text);
    if (words === '' || said.includes(` ${words} `)) continue;
    said += `${words} `;
    kept.push(part);
  }
  return kept;
}

function fitted(parts: readonly Part[], choices: readonly string[], t: Translator): string {
  const whole = [...parts.map(({ text }) => stopped(text)), ...choicesLine(choices, t)].join(' ');
  if (wordsIn(whole) <= spokenWordsMax) return whole;
  // What must be said is too long by itself: then without the rest it would still be.
  const must = parts.filter(({ drop }) => drop === null).map(({ text }) => text);
  if (wordsIn(must.join(' ')) > spokenWordsMax) return whole;
  const first = Math.max(0, ...parts.map(({ drop }) => drop ?? 0));
  const goesFirst = parts.findLastIndex(({ drop }) => drop === first);
  if (first > 0) return fitted(parts.toSpliced(goesFirst, 1), choices, t);
  return choices.length === 0 ? whole : fitted(parts, choices.slice(0, -1), t);
}

function choicesLine(choices: readonly string[], t: Translator): readonly string[] {
  return choices.length === 0 ? [] : [stopped(t('card.spoken-choices', { choices: choices.join('; ') }))];
}

/** With a stop at its end, so that whoever reads aloud pauses there. */
export function stopped(text: string): string {
  return /[.?!…:]$/.test(text) ? text : `${text}.`;
}

/** The words alone: they tell whether something is said already. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}
