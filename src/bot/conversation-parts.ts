import type { KeptData } from '../ports/kept-data.ts';
import type { QuestionIndex } from '../ports/question-index.ts';
import type { SingleSignOn } from './single-sign-on.ts';
import type { TalkParts } from './turn-talk.ts';
import type { Understanding } from './understand.ts';

/** What a conversation is made of. */
export interface ConversationParts extends TalkParts {
  readonly understanding: Understanding;
  readonly singleSignOn: SingleSignOn;
  /** Tenants whose people may use the bot; empty means every tenant. */
  readonly allowedTenants: readonly string[];
  readonly questions: QuestionIndex;
  readonly keptData: Pick<KeptData, 'forget'>;
  /** Page where somebody can open a chat with the bot; empty when there is none. */
  readonly chatUrl: string;
  /** Where people find a human; empty when the operator gave nothing. */
  readonly contact: string;
}
