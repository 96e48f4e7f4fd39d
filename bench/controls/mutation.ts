/** A place in the code, and what stands there once a control is off. */
interface Edit {
  readonly control: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One control, how it is switched off, and the tests that should miss it. */
export interface Mutation extends Edit {
  /** A second control that holds the same. Both are switched off together, because one alone is missed by nobody. */
  readonly doubledBy?: Edit;
  /** Patterns of test files, for jest. Where the threat model names a test of this control, that one alone must notice. */
  readonly test: string;
}
