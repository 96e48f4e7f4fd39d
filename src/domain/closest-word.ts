/** One slip is forgiven from this length on, two from the other. Letters. */
const oneSlipFrom = 5;
const twoSlipsFrom = 10;

/**
 * The known word that this one is a misspelling of; null if none is close enough. The first letter must be right.
 * Slips are a letter too many, too few, wrong, or swapped with its neighbour.
 */
export function closestWord(word: string, byLetter: ReadonlyMap<string, readonly string[]>): string | null {
  const most = word.length >= twoSlipsFrom ? 2 : word.length >= oneSlipFrom ? 1 : 0;
  if (most === 0) return null;
  let best: string | null = null;
  let fewest = most + 1;
  for (const candidate of byLetter.get(word[0] ?? '') ?? []) {
    if (candidate.length < oneSlipFrom - 1 || Math.abs(candidate.length - word.length) >= fewest) continue;
    // A second slip is forgiven where the word at least begins right.
    if (most === 2 && fewest > 1 && candidate.slice(0, 3) !== word.slice(0, 3)) continue;
    const slips = slipsBetween(word, candidate, fewest - 1);
    if (slips < fewest) [best, fewest] = [candidate, slips];
    if (fewest === 1) break;
  }
  return best;
}

/** Damerau-Levenshtein distance (optimal string alignment); `most + 1` as soon as it is more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let slips = Math.min(
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      line.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, above] = [above, line];
  }
  return above[other.length] ?? most + 1;
}
