/** A name that Microsoft no longer uses, and what it is called now. */
export interface OldName {
  readonly now: string;
  readonly was: readonly string[];
  /** One or two sentences for people who still use the old name. */
  readonly explanation: string;
}

/** An old name found in what a person typed, spelled as in the glossary. */
export interface OldNameFound {
  readonly was: string;
  readonly now: string;
  readonly explanation: string;
}

/** The first old name in a text; if names overlap, the longest. Null if there is none. */
export function findOldName(text: string, names: readonly OldName[]): OldNameFound | null {
  const heard = spaced(text);
  const candidates = names.flatMap((name) =>
    name.was
      .map((was) => ({ was, now: name.now, explanation: name.explanation, at: heard.indexOf(spaced(was)) }))
      .filter((one) => one.at >= 0),
  );
  const [first] = candidates.toSorted((a, b) => a.at - b.at || b.was.length - a.was.length);
  if (first === undefined) return null;
  return { was: first.was, now: first.now, explanation: first.explanation };
}

// Spaces around whole words, so that "aad" does not match inside "kwaad".
function spaced(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ` ${plain} `;
}
