/** The response to the channel for one delivered activity. No reasons and no stack: those are in the log. */
export type DoorAnswer =
  | { readonly kind: 'done'; readonly status: number; readonly body?: unknown }
  /** The token is not valid for this activity. */
  | { readonly kind: 'denied' }
  /** Not an activity that channels send. */
  | { readonly kind: 'malformed' }
  /** Cannot be handled now; the channel may deliver it again. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** What the token alone says about a caller. */
export type CallerAdmission =
  /** A channel signed the token for this bot. `receive` runs the turn for one activity, and never rejects. */
  | { readonly kind: 'admitted'; receive(body: unknown): Promise<DoorAnswer> }
  | Extract<DoorAnswer, { readonly kind: 'denied' | 'unavailable' }>;

/**
 * Receives what a channel delivers. The token comes first and alone, so that nothing of a body is read for a caller
 * that proves nothing.
 */
export interface MessageDoor {
  /** Checks the `Authorization` header. Never rejects. */
  admit(authorization: string): Promise<CallerAdmission>;
}
