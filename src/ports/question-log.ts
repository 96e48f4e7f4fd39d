/** How a question ended. */
export const questionOutcomes = [
  /** An answer was shown. */
  'answer',
  /** One of those that were offered was chosen, and shown. */
  'chosen',
  /** Some were offered, none surely the right one. */
  'did-you-mean',
  'none',
  /** It was about something else entirely. */
  'off-topic',
  /** Of what was offered, nothing was meant. */
  'none-of-these',
  'helped',
  'did-not-help',
] as const;
/** How a question ended. */
export type QuestionOutcome = (typeof questionOutcomes)[number];

/** The outcomes after which nobody was helped. */
export const badOutcomes: readonly QuestionOutcome[] = ['none', 'off-topic', 'none-of-these', 'did-not-help'];

/** One question, as it ended. Only the outcome and the id of the entry are counted. */
export interface EndedQuestion {
  readonly outcome: QuestionOutcome;
  /** The entry that was shown; null when there was none. */
  readonly found: string | null;
  readonly locale: string;
  /** As typed; empty when that is not known. */
  readonly asked: string;
  /** What is taken out of the text: names of the person and their tenant. */
  readonly names: readonly string[];
  /** Key of the conversation, so that the text goes with it. It is not stored. */
  readonly conversation: string;
  /** The same for a turn that runs again. */
  readonly activityId: string;
}

/** Counts how questions end and, where the organisation wants it, keeps the wording of those without a good answer. */
export interface QuestionLog {
  /** Never rejects: what cannot be stored is left out. */
  note(question: EndedQuestion): Promise<void>;
}

/** How often one outcome of one entry happened on one day. */
export interface QuestionCount {
  /** YYYY-MM-DD, in UTC. */
  readonly day: string;
  readonly outcome: QuestionOutcome;
  readonly found: string | null;
  readonly count: number;
}

/** The wording of a question without a good answer. Who asked is not stored. */
export interface KeptQuestion {
  readonly day: string;
  readonly outcome: QuestionOutcome;
  readonly found: string | null;
  readonly locale: string;
  readonly text: string;
}

/** What operators see of questions. Rejects with `StoreFault` if the store is unavailable. */
export interface QuestionRecords {
  /** Whether texts are kept. */
  readonly keepsTexts: boolean;
  /** Oldest day first. */
  counts(): Promise<readonly QuestionCount[]>;
  /** Newest day first. */
  texts(): Promise<readonly KeptQuestion[]>;
}
