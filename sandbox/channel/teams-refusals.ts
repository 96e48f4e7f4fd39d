import type { FastifyReply } from 'fastify';
import type { SandboxCore } from '../core/core.ts';
import type { Conversation } from './conversations.ts';

/** A "no" of the Teams connector. */
export interface TeamsRefusal {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterSeconds: number | null;
}

/** What one bot may send to one conversation: messages and seconds. Source: "Optimize your bot with rate limiting in Teams". */
const sendLimits = [
  [7, 1],
  [60, 30],
] as const;

/** Why Teams refuses a message for this conversation now; null if it accepts it. */
export function refuseInTeams(core: SandboxCore, conversation: Conversation): TeamsRefusal | null {
  if (conversation.channelId !== 'msteams') return null;
  if (!conversation.isInstalled) return no(403, 'BotNotInConversationRoster');
  if (conversation.isBlocked) return { status: 403, body: blocked, retryAfterSeconds: null };
  const ordered = conversation.refusals.find(({ left }) => left > 0);
  if (ordered !== undefined) {
    ordered.left -= 1;
    return no(ordered.status, ordered.code, ordered.retryAfterSeconds);
  }
  return throttle(conversation, core.now());
}

export function answerRefused(reply: FastifyReply, { status, body, retryAfterSeconds }: TeamsRefusal): FastifyReply {
  if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).send(body);
}

/** Teams reports a blocked bot in a format that differs from its other errors. */
const blocked = {
  errorCode: 209,
  message: JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Thread is not writable.' }),
};

function throttle({ sentAt }: Conversation, now: number): TeamsRefusal | null {
  while ((sentAt[0] ?? now) < now - 30_000) sentAt.shift();
  const isTooFast = sendLimits.some(
    ([most, seconds]) => sentAt.filter((at) => at > now - seconds * 1_000).length >= most,
  );
  if (isTooFast) return no(429, 'Throttled', 1);
  sentAt.push(now);
  return null;
}

function no(status: number, code: string, retryAfterSeconds: number | null = null): TeamsRefusal {
  return { status, body: { error: { code, message: 'The operation is refused.' } }, retryAfterSeconds };
}
