/** Texts that are likely about the same thing. */
export interface AlikeGroup<One> {
  /** The first is the one that most others are like. */
  readonly members: readonly One[];
}

/** From this share of common words on, two texts are alike. */
const alikeFrom = 0.4;

/** Puts texts together that share most of their words, the largest group first. A text is in one group. */
export function groupAlike<One extends { readonly text: string }>(texts: readonly One[]): readonly AlikeGroup<One>[] {
  const groups: { readonly words: ReadonlySet<string>; readonly members: One[] }[] = [];
  for (const one of texts) {
    const words = wordsOf(one.text);
    const group = groups.find((known) => likeness(known.words, words) >= alikeFrom);
    if (group === undefined) groups.push({ words, members: [one] });
    else group.members.push(one);
  }
  return groups.toSorted((a, b) => b.members.length - a.members.length).map(({ members }) => ({ members }));
}

function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared === 0 ? 0 : shared / (some.size + others.size - shared);
}

/** Short words are in every sentence; of longer ones the beginning counts, so that forms of a word are one. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length > 2).map((word) => word.slice(0, 6)));
}
