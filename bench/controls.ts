/** One control, how it is switched off, and the tests that should miss it. */
export interface Mutation {
  readonly control: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Patterns of test files, for jest. */
  readonly test: string;
}
