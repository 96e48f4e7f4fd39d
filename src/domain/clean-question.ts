/** What is known of the words of a question that is cleaned. */
export interface CleaningHelp {
  readonly naming: Naming;
  /** Names of the person and of their tenant, as far as they are known. */
  readonly names: readonly string[];
  /** Whether the questions and answers use this word, given in lower case and without accents. */
  readonly knows: (word: string) => boolean;
}

/** How people are named, in every language that they may write in. */
export interface Naming {
  /** After these words somebody is named. */
  readonly introduced: readonly string[];
  /** Small words between those and a name, or within one. */
  readonly linking: readonly string[];
  readonly givenNames: readonly string[];
  /** Names that are words as well: in lower case they stay. */
  readonly alsoWords: readonly string[];
}

const gap = '…';
/** Longer questions are cut. Characters. */
const longest = 300;

/** Email addresses, web addresses and domains, ids, network addresses, phone numbers. */
const addresses: readonly RegExp[] = [
  /\S+@\S+/gu,
  /\bhttps?:\S+/giu,
  /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?/gu,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/giu,
  /\b(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]*/giu,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/gu,
  /\+?\d[\d\s()/.-]{6,}\d/gu,
];
/** Words with digits that name a product, an error of Microsoft or a small number, and nobody. */
const harmless = /^(?:\d{1,2}|365|(?:o|m|office|microsoft)-?365|[aefgp][1-7]|2fa|aadsts\d{4,7}|az-?\d{3})$/iu;
/** Names of tenants that are words of the subject as well: in lower case they stay. */
const subject = ['contoso', 'azure', 'microsoft', 'office'];
/** The most words of one name. */
const longestName = 3;

/**
 * Takes out of a typed question what could tell who asked it: addresses, ids, numbers and names. What is not surely an ordinary
 * word goes too: a word with a capital that no question or answer uses, and what follows "my name is".
 */
export function cleanQuestion(text: string, help: CleaningHelp): string {
  const { introduced, linking, givenNames, alsoWords } = help.naming;
  const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(folded));
  const [beforeNames, linkWords] = [setOf(introduced), setOf(linking)];
  const known = {
    ...help,
    ordinary: setOf([...alsoWords, ...subject]),
    named: setOf([...help.names, ...givenNames].flatMap(wordsIn)),
  };
  const without = addresses.reduce((left, pattern) => left.replace(pattern, ` ${gap} `), text.normalize('NFC'));
  let leftOfName = 0;
  const cleaned = without.replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu, (word) => {
    const key = folded(word);
    const isName = isNamed(word, key, known) || (leftOfName > 0 && !linkWords.has(key) && !help.knows(key));
    if (isName) leftOfName = Math.max(leftOfName, longestName) - 1;
    else if (beforeNames.has(key)) leftOfName = longestName;
    else if (!linkWords.has(key)) leftOfName = 0;
    return isName ? gap : word;
  });
  return cleaned
    .replace(/\s+/gu, ' ')
    .replace(/…(?:[\s,.]*…)+/gu, gap)
    .replace(/… (?=[,.?!])/gu, gap)
    .trim()
    .slice(0, longest);
}

interface Known extends Pick<CleaningHelp, 'knows'> {
  readonly named: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
}

function isNamed(word: string, key: string, { knows, named, ordinary }: Known): boolean {
  if (/\p{N}/u.test(word)) return !harmless.test(word);
  if (named.has(key)) return !isPlain(word) || !knows(key) || !ordinary.has(key);
  return !isPlain(word) && !word.split(/[-'’]/u).every((part) => isPlain(part) || knows(folded(part)));
}

/** Without a capital. */
function isPlain(word: string): boolean {
  return word === word.toLowerCase();
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}\p{M}'’-]+/u).filter((word) => word.length > 1);
}

function folded(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
