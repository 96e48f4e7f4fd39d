/** What a sentence names, by concept: `enterprise-agreement`. */
export interface SaidWords {
  readonly named: readonly {
    readonly concept: string;
    /** Somebody says that they do not have it: "no EA". */
    readonly isRefused: boolean;
  }[];
  /** It is a question, by its sign or its first word. */
  readonly asks: boolean;
}
