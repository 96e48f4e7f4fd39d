import type { CannotTellReason } from '../domain/known.ts';
import { words as en } from './en/words.ts';
import type { LinesPath, PluralPath, Shape, TextPath } from './shape.ts';

/** What every language fills in. English decides which sentences there are; no language decides what they say. */
export type Words = Shape<typeof en>;

/** A sentence, by its path: `steps.azure-open-sign-up.title`. */
export type TextKey = TextPath<typeof en>;

/** A sentence that counts, by its path: `card.steps.counted`. */
export type PluralKey = PluralPath<typeof en>;

/** A list of sentences, by its path: `topics.background.paragraphs`. */
export type LinesKey = LinesPath<typeof en>;

/** Short messages that need no card of their own. */
export type MessageId = keyof typeof en.message;

/** Messages that have a title, for a card of their own. */
export type TitledMessageId = {
  [Id in MessageId]: `message.${Id}.title` extends TextKey ? Id : never;
}[MessageId];

/** Reasons that have other words for somebody who typed a code: the bot itself is not what was refused. */
export function isReworded(reason: CannotTellReason): reason is CannotTellReason & keyof typeof en.codes {
  return Object.hasOwn(en.codes, reason);
}

/** Questions that the bot can explain. */
export type WhyId = keyof typeof en.why;

export const whyIds = Object.keys(en.why) as readonly WhyId[];
