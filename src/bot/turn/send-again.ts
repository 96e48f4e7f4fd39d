/** How the channel refused a message. */
export interface SendFault {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly code: string;
  readonly retryAfterSeconds: number | null;
}

/** What happens with messages that the channel did not take. */
export type SendFate =
  /** The bot may not write there any more, so nothing is kept that would. */
  | { readonly kind: 'gone' }
  /** They are tried again at this time, in milliseconds since 1970. */
  | { readonly kind: 'again'; readonly at: number }
  /** They wait until the person says something. */
  | { readonly kind: 'waits' };

/** How a message fared so far. */
export interface SendTrial {
  /** Times that this was tried, this one included. */
  readonly tries: number;
  /** Whether the person is waiting for an answer, or the message is proactive. */
  readonly began: 'person' | 'bot';
  /** Whether 403 and 404 mean that the bot may not write there any more. */
  readonly refusesForGood: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** From 0 to 1, so that many bots do not come back at the same moment. */
  readonly jitter: number;
}

/** How often messages are sent before the bot gives them up. */
export const sendTriesMax = 5;
/** How long before a proactive message is sent again, in milliseconds; doubles each time. */
const firstPauseMs = 15_000;
const refusedForGood = [403, 404];
/** Source: "Status codes from bot conversational APIs": only these are worth another try. */
const worthAnotherTry = [412, 429, 502, 503, 504];
/** Of these, the ones that say that nothing arrived. */
const didNotArrive = [412, 429];
/** The message itself is wrong or too large, so it would be refused each time. */
const refusedAsItIs = [400, 413];

/** Whether the channel would refuse this message whenever it is sent. Source: the same page, 400 and 413. */
export function isRefusedAsItIs({ status }: SendFault): boolean {
  return status !== null && refusedAsItIs.includes(status);
}

/**
 * Decides about messages that were not taken. A refusal for good drops the address. An answer to somebody is repeated after 412
 * and 429 only: after anything else it may have arrived, and would come twice. What the bot says by itself is tried up to five times.
 */
export function decideSendFate(fault: SendFault, trial: SendTrial): SendFate {
  const { status, retryAfterSeconds } = fault;
  if (status === null) return { kind: 'waits' };
  if (trial.refusesForGood && refusedForGood.includes(status)) return { kind: 'gone' };
  const isWorthIt = (trial.began === 'person' ? didNotArrive : worthAnotherTry).includes(status);
  if (!isWorthIt || trial.tries >= sendTriesMax) return { kind: 'waits' };
  const growing = firstPauseMs * 2 ** (trial.tries - 1);
  const pauseMs = Math.max(growing, (retryAfterSeconds ?? 0) * 1_000);
  return { kind: 'again', at: trial.now + Math.round(pauseMs * (1 + trial.jitter / 2)) };
}
