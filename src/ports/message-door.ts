/** The response to the channel for one delivered activity. No reasons and no stack: those are in the log. */
export type DoorAnswer =
  | { readonly kind: 'done'; readonly status: number; readonly body?: unknown }
  /** The token is not valid for this activity. */
  | { readonly kind: 'denied' }
  /** Not an activity that channels send. */
  | { readonly kind: 'malformed' }
  /** Cannot be handled now; the channel may deliver it again. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** Receives what a channel delivers: authenticates the caller, runs the turn, answers. Never rejects. */
export interface MessageDoor {
  receive(authorization: string, body: unknown): Promise<DoorAnswer>;
}
