import { SignInBook } from '../token-service/sign-in-book.ts';
import { UserTokenBook } from '../token-service/user-token-book.ts';
import { AttachmentBook } from './attachment-book.ts';
import { ConversationBook } from './conversations.ts';

/** The state of one sandbox's channel, in memory only. */
export interface ChannelState {
  readonly conversations: ConversationBook;
  readonly attachments: AttachmentBook;
  readonly signIns: SignInBook;
  readonly userTokens: UserTokenBook;
  /** Chat tokens of an earlier generation count as expired. */
  chatTokenGeneration: number;
  /** People, by their Teams id, whose token cannot be exchanged because consent is missing. */
  readonly withoutConsent: Set<string>;
}

export function newChannelState(): ChannelState {
  return {
    conversations: new ConversationBook(),
    attachments: new AttachmentBook(),
    signIns: new SignInBook(),
    userTokens: new UserTokenBook(),
    chatTokenGeneration: 0,
    withoutConsent: new Set(),
  };
}

export function clearChannelState(state: ChannelState): void {
  state.conversations.clear();
  state.attachments.clear();
  state.signIns.clear();
  state.userTokens.clear();
  state.withoutConsent.clear();
}
