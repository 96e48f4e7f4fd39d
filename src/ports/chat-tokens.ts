/** Gives one visitor access to one conversation for about half an hour. Never logged, stored or shown. */
export interface ChatToken {
  readonly token: string;
  readonly conversationId: string;
  readonly expiresInSeconds: number;
}

/** Direct Line's response to a token request. */
export type ChatTokenAnswer =
  | { readonly kind: 'issued'; readonly chat: ChatToken }
  /** The conversation no longer exists; start a new one. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** Issues tokens for the chat window on web pages. Never rejects, and answers within 5 seconds. */
export interface ChatTokens {
  /** Starts a conversation for a visitor. `userId` starts with `dl_` and cannot be guessed. */
  issue(visitor: { readonly userId: string; readonly pageOrigin: string }): Promise<ChatTokenAnswer>;
  /** A fresh token for an existing conversation. `previous` may have expired. */
  renew(visit: {
    readonly userId: string;
    readonly conversationId: string;
    readonly previous: string;
  }): Promise<ChatTokenAnswer>;
}
