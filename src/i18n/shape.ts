/** A sentence that counts. `count` chooses the arm and can be shown as `{count}`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export interface CheckWords {
  readonly yes: string;
  readonly no: string;
  readonly 'cannot-tell': string;
}

export interface ReasonWords {
  readonly meaning: string;
  readonly 'way-out': string;
}

export interface BlockerWords {
  readonly title: string;
  readonly why: string;
  readonly 'what-to-do': string;
}

export interface StepWords {
  readonly title: string;
  readonly body: string;
  /** The first one of some steps is a warning: see `warnedSteps`. */
  readonly notes: readonly string[];
}

export interface TopicWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface MessageWords {
  /** For a message that is a card of its own. */
  readonly title?: string;
  readonly text: string;
}

/** The same tree with the texts left open: what every language must fill. */
export type Shape<T> = T extends string
  ? string
  : T extends Plural
    ? Plural
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Shape<T[K]> };

/** The same tree with any of it missing. A plural and a list are there as a whole, or not at all. */
export type Draft<T> = T extends string | Plural | readonly string[] ? T : { readonly [K in keyof T]?: Draft<T[K]> };

/** Dotted paths of the sentences in a tree of words; those that count are apart. */
export type TextPath<T> = PathTo<T, string, Plural | readonly string[]>;

/** Dotted paths of the sentences that count in a tree of words. */
export type PluralPath<T> = PathTo<T, Plural, string | readonly string[]>;

/** Dotted paths of the lists of sentences in a tree of words. */
export type LinesPath<T> = PathTo<T, readonly string[], string | Plural>;

type PathTo<T, Wanted, Other> = {
  [K in keyof T & string]: T[K] extends Wanted ? K : T[K] extends Other ? never : `${K}.${PathTo<T[K], Wanted, Other>}`;
}[keyof T & string];
