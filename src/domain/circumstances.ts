/** What is known of a turn besides the facts. A rule that needs more of a turn gets it here, and every caller passes it on. */
export interface Circumstances {
  /** Milliseconds since 1970 in UTC. */
  readonly now: number;
  /** The tenant that the channel says the chat is in; null on channels that have none. Only Teams provides it. */
  readonly chatTenantId: string | null;
}
