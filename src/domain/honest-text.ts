/**
 * A text without characters that nobody sees and without towers of marks: what is taken out of a tower leaves an ellipsis.
 * Line breaks and blanks stay. Takes time in proportion to its length.
 */
export function visibleText(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/\u2800/g, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1…')
    .replace(/(?<!\S)(?=\p{M})/gu, '◌')
    .normalize('NFC');
}

/** Control, format (bidi marks, zero width), private-use and unpaired characters, fillers and variation selectors. */
const unseen = /(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** A letter or digit that is neither Latin nor of the scripts that Latin letters may stand beside. Source: Unicode UTS 39, 5.2, highly restrictive. */
const foreign =
  /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]|(?![0-9])\p{Nd}/u;

/** Scripts that hardly anybody writes today, with letters like Latin ones. Source: Unicode UAX 31, tables 4 and 7. */
const rare =
  /\p{Script=Cherokee}|\p{Script=Lisu}|\p{Script=Coptic}|\p{Script=Deseret}|\p{Script=Old_Italic}|\p{Script=Osage}/u;

/** What stands between letters like a dot or a slash, and is none. */
const falseMark = /(?<=\p{L})[․‧⸱܁։⁄∕⧸⧵╱〳⟋⼃](?=\p{L})/gu;

/** Forms of Latin letters that no language writes words with: phonetic ones, small capitals, wide, bold and numeral ones. */
const oddForms =
  /[\u0250-\u0258\u025A-\u02AF\u1D00-\u1DBF\u2C60-\u2C7F\uA720-\uA7FF\u2160-\u2188\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]/u;

/** What stands in names of the Internet in Latin letters, beside those that are an ASCII letter with marks. */
const latinOfAddresses = /^[\p{ASCII}ßæœøłđðþħŋ]*$/iu;

/** The scripts whose letters can be taken for those of another. */
const scripts: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Lisu}/u,
];

/** Letters of Cyrillic, Greek and Armenian that look like Latin ones. */
const lookAlikes = 'аысԁеԍһіїјӏорԗԛѕԝхуъьҽпгѵѡАВЕЅІЇЈКМНОРСТХУҮԚԜѴЗαικνρυωηοτεϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹաոսցօզհյքՕՍԼ';
const looksLatin = new RegExp(`^[${lookAlikes}\\P{L}]+$`, 'u');
const shownAsItself = new RegExp(`[^${lookAlikes}\\P{L}\\p{Script=Latin}]`, 'u');

/** Names with dots or an @ between their parts, and single words. */
const names = /[\p{L}\p{M}\p{N}-]+(?:[.@．。｡][\p{L}\p{M}\p{N}-]+)*/gu;
const dots = /[.@．。｡]/u;
const longestLabel = 63;

/**
 * A text in which no name passes for another. A name that mixes scripts is shown in ASCII, as browsers do, and so is one that
 * looks Latin where other Latin letters stand or nothing shows its script. Takes time in proportion to its length.
 */
export function honestNames(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  const unmixed = eachLabel(text.replace(falseMark, '�'), (name) => {
    const isAddress = dots.test(name);
    return (part) =>
      rare.test(part) ||
      hasOddForm(part) ||
      (foreign.test(part) && isMixed(part)) ||
      (isAddress && isOddInAddress(part));
  });
  const isOfItsScript = shownAsItself.test(unmixed);
  return eachLabel(unmixed, (name) => {
    const isBesideLatin = dots.test(name) && /\p{Script=Latin}/u.test(name);
    return (part) => foreign.test(part) && looksLatin.test(part) && (isBesideLatin || !isOfItsScript);
  });
}

/** `ruleFor` is asked once for each name; what it returns says which parts may mislead. */
function eachLabel(text: string, ruleFor: (name: string) => (part: string) => boolean): string {
  return text.replace(names, (name) => {
    if (/^\p{ASCII}*$/u.test(name)) return name;
    const mayMislead = ruleFor(name);
    return name.replace(/[^.@．。｡]+/gu, (label) => (label.split('-').some(mayMislead) ? inAscii(label) : label));
  });
}

/** Beside plain letters, or where a whole word is bold. Words in wide letters alone are usual in Japanese names. */
function hasOddForm(part: string): boolean {
  return oddForms.test(part) && (/[a-z]/i.test(part) || /[\u{1D400}-\u{1D7FF}]/u.test(part));
}

/** Letters that are written like others: those of one script beside Latin ones, small capitals, wide or bold ones, numerals. */
function isOddInAddress(part: string): boolean {
  const bare = part.normalize('NFD').replace(/\p{M}+/gu, '');
  return /\p{Script=Latin}/u.test(bare)
    ? !latinOfAddresses.test(bare)
    : part.normalize('NFKC') !== part.normalize('NFC');
}

function isMixed(word: string): boolean {
  const isLatin = /\p{Script=Latin}/u.test(word);
  return isLatin || scripts.filter((script) => script.test(word)).length > 1;
}

/** A name of the Internet has this form for every label that may be one; of others each foreign letter is a mark. */
function inAscii(label: string): string {
  const address = label.length <= longestLabel ? URL.parse(`http://${label}`) : null;
  // Wide and bold letters become plain ones in an address, and would then pass for them.
  return address?.hostname.startsWith('xn--') === true ? address.hostname : label.replace(/[^\p{ASCII}]/gu, '�');
}
