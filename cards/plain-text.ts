import { honestNames, visibleText } from '../src/domain/honest-text.ts';

/** Parts two characters that would be read together, and is not seen. */
const joiner = '\u2060';

/** How much of a name is shown. Longer names end in an ellipsis. */
export const longestName = 120;

/**
 * Makes a text from outside safe to show in a card or a message: it reads as it was written, so Markdown, links, mentions and
 * tricks with invisible or foreign letters stay dead letters. It is Markdown from then on; `markdownForTeams` and the chat
 * window's preview know how to read it.
 */
export function plainText(text: string, longest: number = longestName): string {
  return escapeMarkdown(cleanText(text, longest));
}

/** What who runs the bot wrote in its settings: no Markdown either, but a mail address in it is a link where the channel makes one. */
export function ownWords(text: string): string {
  return cleanText(text, 300).replace(/[\\`*_{}[\]<>|~]|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&');
}

/** For what is read aloud or copied, where escapes would be heard: what could become a link or a mark is left out. */
export function spokenText(text: string, longest: number = longestName): string {
  return cleanText(text.replace(/:\/\/|www\./gi, ' ').replace(/[\\`*_{}[\]<>|~]/g, ' '), longest);
}

/**
 * For a message of plain text: it reads as it was written, without escapes that would be seen there. What a client makes a link
 * or a mention of by itself is left out, and a character without width parts the names that Teams would make links of.
 */
export function literalText(text: string, longest: number = longestName): string {
  const clean = cleanText(text.replace(/:\/\/|www\.|[<>]/gi, ' '), longest);
  return clean.replace(/[.:](?=[^\s\d])/g, `$&${joiner}`);
}

/** On one line, not longer than `longest` letters, without what nobody sees and names that pass for others. Not yet safe in a card. */
export function cleanText(text: string, longest: number = longestName): string {
  const visible = cut(visibleText(text).replace(/\s+/gu, ' ').trim(), longest);
  // In ASCII a name may be longer.
  return cut(honestNames(visible), longest);
}

function cut(visible: string, longest: number): string {
  // A letter has at least one code unit, so what is short enough need not be taken apart.
  if (visible.length <= longest) return visible;
  const letters = [...graphemes.segment(visible.slice(0, longest * 8))].map((part) => part.segment);
  if (letters.length <= longest && visible.length <= longest * 2) return visible;
  // What was cut before has an ellipsis already.
  if (letters.length === longest + 1 && letters.at(-1) === '…' && visible.length <= longest * 2 + 1) return visible;
  return `${capLength(letters, longest)}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Some letters are made of dozens of code units, so both what people see and what is sent have a limit. */
function capLength(letters: readonly string[], longest: number): string {
  let kept = '';
  for (const letter of letters.slice(0, longest)) {
    if (kept.length + letter.length > longest * 2) break;
    kept += letter;
  }
  return kept.trimEnd();
}

/**
 * A mark that could act is escaped: those of Markdown, a dot or colon within a word (Web Chat makes links of bare names and
 * addresses), what its typographer would replace, and what begins a heading or a list. One pass, each mark is looked at once.
 */
function escapeMarkdown(text: string): string {
  return text.replace(
    /[\\`*_{}[\]<>|~"']|\.(?=\S)|:(?=[^\s\d])|&(?=[#\w])|\((?=(?:[crp]|tm)\))|(?<=[-.,?!+])[-.,?!+]|(?<=(?<!:)\/)\/|^[-+#=:]|(?<=^\d{1,9})[.)]/gi,
    '\\$&',
  );
}

/**
 * The same Markdown for Teams, whose apps for phones show most escapes as they stand: only those of Markdown's own marks stay.
 * What else could act is parted by a character without width, which also keeps the apps from making links of names.
 * Source: MarkDownBlockParser.cpp of Adaptive Cards, which knows escapes of `*` and `_` alone.
 */
export function markdownForTeams(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string, at: number) => {
    const isFirst = at === 0 || markdown[at - 1] === '\n' || mark === '/';
    const shown = '\\`*_{}[]<>|~'.includes(mark) ? `\\${mark}` : mark;
    return `${isFirst ? joiner : ''}${shown}${parting.includes(mark) ? joiner : ''}`;
  });
}

const parting = '.:])&/';
