import type { SandboxDeskId } from './sandbox-desks.ts';

/** How a desk retries what the bot did not accept. */
export interface RetryHabit {
  /** How long it waits for an answer. */
  readonly timeoutMs: number;
  /** How long it waits before each further try. */
  readonly waitsMs: readonly number[];
  /** Whether an answer makes it try again; null is no answer at all. */
  triesAgainAfter(status: number | null, retryAfterSeconds: number | null): boolean;
}

const second = 1000;
const minute = 60 * second;

/** Source: what each desk documents, or its code shows. */
export const retryHabits: Record<SandboxDeskId, RetryHabit> = {
  zendesk: {
    timeoutMs: 12 * second,
    waitsMs: [second, 2 * second, 4 * second, 8 * second, 16 * second],
    triesAgainAfter: (status, retryAfterSeconds) => {
      if (status === null || status === 409) return true;
      return (status === 429 || status === 503) && retryAfterSeconds !== null && retryAfterSeconds < 60;
    },
  },
  jira: {
    timeoutMs: 30 * second,
    waitsMs: [5 * minute, 7 * minute, 10 * minute, 12 * minute, 15 * minute],
    triesAgainAfter: (status) => status === null || status >= 500 || [408, 409, 425, 429].includes(status),
  },
  zammad: {
    timeoutMs: 60 * second,
    waitsMs: [10 * second, 20 * second, 30 * second, 40 * second],
    triesAgainAfter: () => true,
  },
  // Sent in the background once; a scheduled job would have to notice.
  servicenow: { timeoutMs: 30 * second, waitsMs: [], triesAgainAfter: () => false },
  freshdesk: {
    timeoutMs: 30 * second,
    waitsMs: [5 * minute, 30 * minute, 60 * minute],
    triesAgainAfter: () => true,
  },
  generic: {
    timeoutMs: 15 * second,
    waitsMs: [5 * second, 5 * minute, 30 * minute, 120 * minute, 300 * minute],
    triesAgainAfter: (status) => status !== 410,
  },
};
