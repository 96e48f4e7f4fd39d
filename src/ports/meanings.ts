import type { Nearness } from '../domain/by-meaning.ts';

/** A text that sentences are compared with by meaning: a question with its wordings, or how people ask for something. */
export interface ComparedText {
  readonly kind: 'question' | 'wish';
  /** The id of the question, or the name of the wish. */
  readonly name: string;
  readonly text: string;
}

/**
 * Compares a sentence with the questions and wishes by meaning, with an embedding service that the organisation chose.
 * The sentence leaves this machine, without what could tell who typed it.
 */
export interface Meanings {
  /** Loads or makes what sentences are compared with. Never rejects. */
  warm(): Promise<void>;
  /**
   * What lies nearest to a sentence; null if the service gave no usable answer within 800 ms, or is left alone for a while.
   * `names`: those of the person and their tenant, which are taken out. Never rejects.
   */
  nearestTo(text: string, names: readonly string[]): Promise<Nearness | null>;
  /** Gives up what it is loading. Never rejects. */
  stop(): Promise<void>;
}
