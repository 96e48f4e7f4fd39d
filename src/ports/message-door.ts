/** What the channel gets back for one delivered activity. No reasons, no stack: those are in the log. */
export type DoorAnswer =
  | { readonly kind: 'done'; readonly status: number; readonly body?: unknown }
  /** The token is not good for this activity. */
  | { readonly kind: 'denied' }
  /** Not an activity that a channel sends. */
  | { readonly kind: 'malformed' }
  /** Cannot be handled now; the channel may deliver it again. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** Takes in what a channel delivers: checks who is calling, runs the turn, answers. Never rejects. */
export interface MessageDoor {
  receive(authorization: string, body: unknown): Promise<DoorAnswer>;
}
