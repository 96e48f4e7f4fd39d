/**
 * Places where a process that ends leaves something different behind. Only tests listen: they end the process there, and
 * look whether anything is lost or comes twice. No setting of a bot leads here.
 */
export type TurnPoint =
  /** The conversation was read. */
  | 'read'
  /** It was run, and is not saved yet. */
  | 'ran'
  /** State and messages are saved, and nothing was sent. */
  | 'saved'
  /** Before each message; from the second on, the ones before it went out and are crossed off. */
  | 'sending'
  /** The channel has a message, and it is not crossed off yet. */
  | 'sent'
  /** All is sent and crossed off; the channel may have its answer or not. */
  | 'settled'
  /** A scheduled job was read, and its turn has not begun. */
  | 'woken'
  /** The turn of a scheduled job is over, and the job is not removed yet. */
  | 'followed'
  /** An administrator's answer is kept, and the chat of who asked is not woken yet. */
  | 'request-answered'
  /** An approval is used up, and the chat that goes on with it is not saved yet. */
  | 'request-used';

/** Told of each point as it is passed. */
export type Passes = (point: TurnPoint) => void;
