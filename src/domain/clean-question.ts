/** What is known of the words of a question that is cleaned. */
export interface CleaningHelp {
  /** Names of the person and of their tenant, as far as they are known. */
  readonly names: readonly string[];
  /** Whether the questions and answers use this word, given in lower case and without accents. */
  readonly knows: (word: string) => boolean;
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
/** After these words somebody is named. */
const beforeNames = new Set(
  (
    'name called heet naam heisse heiße appelle regards groet groeten groetjes gruss gruß grusse grüße mvg mr mrs ms miss dr herr ' +
    'herrn frau meneer mevrouw mw dhr collega colleague kollege kollegin kollegen baas boss chef chefin manager'
  ).split(' '),
);
const linkWords = new Set('is am ist my mijn mein meine m de der die van von vom'.split(' '));
/** The most words of one name. */
const longestName = 3;

/**
 * Takes out of a typed question what could tell who asked it: addresses, ids, numbers and names. What is not surely an ordinary
 * word goes too: a word with a capital that no question or answer uses, and what follows "my name is".
 */
export function cleanQuestion(text: string, help: CleaningHelp): string {
  const names = new Set([...help.names, ...givenNames].flatMap(wordsIn).map(folded));
  const without = addresses.reduce((left, pattern) => left.replace(pattern, ` ${gap} `), text.normalize('NFC'));
  let leftOfName = 0;
  const cleaned = without.replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu, (word) => {
    const key = folded(word);
    const isName = isNamed(word, key, names, help) || (leftOfName > 0 && !linkWords.has(key) && !help.knows(key));
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

function isNamed(word: string, key: string, names: ReadonlySet<string>, { knows }: CleaningHelp): boolean {
  if (/\p{N}/u.test(word)) return !harmless.test(word);
  if (names.has(key)) return !isPlain(word) || !knows(key) || !ordinary.has(key);
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

/** Names that are words as well: in lower case they stay. */
const ordinary = new Set('bill mark will may grant art rob frank max contoso azure microsoft office'.split(' '));

/** Common given names in the languages of the bot: people type them without a capital. */
const givenNames = (
  'james john robert michael william david richard joseph thomas charles daniel matthew anthony andrew joshua kevin brian george ' +
  'edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel ' +
  'gregory alexander patrick jack dennis jerry tyler aaron mary patricia jennifer linda elizabeth barbara susan jessica sarah ' +
  'karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca ' +
  'laura sharon cynthia kathleen amy angela anna emma olivia sophia megan hannah rachel jan piet kees hans henk willem johan ' +
  'pieter gerrit dirk jeroen bas sander martijn bart rik koen thijs daan sem lars ruben jesse tim niels wouter joost sjoerd ' +
  'maarten arjan erik marco johannes cornelis hendrik marieke anneke ingrid monique petra esther sanne femke lotte eva fleur ' +
  'annemarie mirjam wilma ans truus els joke ria greet saskia astrid marloes ilse peter wolfgang klaus juergen jurgen dieter ' +
  'manfred uwe guenter gunter helmut bernd stefan andreas markus christian sebastian tobias florian matthias philipp lukas felix ' +
  'jonas leon paul moritz ursula monika helga renate brigitte sabine karin gisela claudia susanne birgit heike martina silke katja ' +
  'anja tanja julia katharina lena lea sophie marie johanna pierre jean jacques michel philippe alain nicolas christophe laurent ' +
  'julien camille chloe ines louise manon mohammed mohamed ahmed fatima aisha ali hassan omar mehmet ayse mustafa nora lucas noah liam'
).split(' ');
