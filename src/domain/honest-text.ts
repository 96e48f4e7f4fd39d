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

/** A letter that is neither Latin nor of the scripts that Latin letters may stand beside. Source: Unicode UTS 39, 5.2, highly restrictive. */
const foreign =
  /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

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
const longestLabel = 63;

/**
 * A text in which no name passes for another. A name that mixes scripts is shown in ASCII, as browsers do, and so is one that
 * looks Latin where other Latin letters stand or nothing shows its script. Takes time in proportion to its length.
 */
export function honestNames(text: string): string {
  if (!foreign.test(text)) return text;
  const unmixed = eachLabel(text, () => (part) => foreign.test(part) && isMixed(part));
  const isOfItsScript = shownAsItself.test(unmixed);
  return eachLabel(unmixed, (name) => {
    const isBesideLatin = /[.@．。｡]/u.test(name) && /\p{Script=Latin}/u.test(name);
    return (part) => foreign.test(part) && looksLatin.test(part) && (isBesideLatin || !isOfItsScript);
  });
}

/** `ruleFor` is asked once for each name; what it returns says which parts may mislead. */
function eachLabel(text: string, ruleFor: (name: string) => (part: string) => boolean): string {
  return text.replace(names, (name) => {
    if (!foreign.test(name)) return name;
    const mayMislead = ruleFor(name);
    return name.replace(/[^.@．。｡]+/gu, (label) => (label.split('-').some(mayMislead) ? inAscii(label) : label));
  });
}

function isMixed(word: string): boolean {
  const isLatin = /\p{Script=Latin}/u.test(word);
  return isLatin || scripts.filter((script) => script.test(word)).length > 1;
}

/** A name of the Internet has this form for every label that may be one; of others each foreign letter is a mark. */
function inAscii(label: string): string {
  const address = label.length <= longestLabel ? URL.parse(`http://${label}`) : null;
  return address?.hostname ?? label.replace(/[^\p{ASCII}]/gu, '�');
}
