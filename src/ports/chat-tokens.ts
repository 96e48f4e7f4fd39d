/** A key to one conversation, for one visitor, for about half an hour. Never logged, stored or shown. */
export interface ChatToken {
  readonly token: string;
  readonly conversationId: string;
  readonly expiresInSeconds: number;
}

/** What Direct Line answered to a request for a token. */
export type ChatTokenAnswer =
  | { readonly kind: 'issued'; readonly chat: ChatToken }
  /** The conversation is not there any more: begin a new one. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** Hands out keys for the chat window on web pages. Never rejects, and answers within 5 seconds. */
export interface ChatTokens {
  /** A new conversation for a visitor; `userId` starts with `dl_` and cannot be guessed. */
  issue(visitor: { readonly userId: string; readonly pageOrigin: string }): Promise<ChatTokenAnswer>;
  /** A fresh key for a conversation that goes on. `previous` may have run out. */
  renew(visit: {
    readonly userId: string;
    readonly conversationId: string;
    readonly previous: string;
  }): Promise<ChatTokenAnswer>;
}
