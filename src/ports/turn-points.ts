/**
 * Points at which a crash leaves a different state behind. Only tests listen: they end the process there and
 * check that nothing is lost or sent twice. No setting reaches this.
 */
export type TurnPoint =
  /** The conversation was read. */
  | 'read'
  /** It was run but not saved. */
  | 'ran'
  /** State and messages are saved, but nothing was sent. */
  | 'saved'
  /** Before each message; from the second on, the previous ones are sent and crossed off. */
  | 'sending'
  /** The channel has a message that is not crossed off yet. */
  | 'sent'
  /** Everything is sent and crossed off; the channel may or may not have its answer. */
  | 'settled'
  /** A scheduled job was read, but its turn has not started. */
  | 'job-read'
  /** The turn of a scheduled job has ended, but the job is not removed yet. */
  | 'followed'
  /** An administrator's answer is stored, but the requester's chat has not been continued. */
  | 'request-answered'
  /** An approval is used up, but the chat that continues with it is not saved. */
  | 'request-used';

/** Called as each point is passed. */
export type Passes = (point: TurnPoint) => void;
