import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Journal } from '../ports/journal.ts';
import type { DoorAnswer, MessageDoor } from '../ports/message-door.ts';
import type { BodyBudget } from './body-budget.ts';
import { answer, readJsonBody, refusalByHeaders, refuseBody } from './json-bodies.ts';
import type { TurnAdmission } from './turn-admission.ts';

/** What handles the delivered activities. */
export interface MessagesRouteParts {
  readonly door: MessageDoor;
  readonly admission: TurnAdmission;
  readonly bodies: BodyBudget;
  readonly journal: Journal;
}

const limits = { maxBytes: 256 * 1_024, timeoutMs: 10_000 };
const bearerShape = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/;
const headerMax = 8_192;

const shedRetrySeconds = 2;

/**
 * `POST /api/messages`, for Teams, Web Chat and Direct Line. The cheapest check comes first, and nothing of the body is
 * read for a caller without a valid token: headers, the token's format and signature, room for a turn, the body, a slot.
 */
export function messagesRoute(
  parts: MessagesRouteParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { door, admission, bodies } = parts;
  return async (request, response) => {
    const refusal = refusalByHeaders(request, limits);
    if (refusal !== null) return answer(response, refusal);
    const authorization = request.headers.authorization ?? '';
    if (authorization.length > headerMax || !bearerShape.test(authorization)) return answer(response, 401);
    const caller = await door.admit(authorization);
    if (caller.kind !== 'admitted') return tell(response, caller);
    if (admission.isFull) return shed(parts, 'all', response);
    const body = await readJsonBody(request, { ...limits, bodies });
    if (body.kind === 'refused') return refuseBody(response, body);
    const outcome = await admission.run(conversationOf(body.value), () => caller.receive(body.value));
    if (outcome.kind === 'shed') return shed(parts, outcome.tooMuchOf, response);
    tell(response, outcome.value);
  };
}

function shed({ journal }: MessagesRouteParts, tooMuchOf: 'one' | 'all', response: ServerResponse): void {
  journal.note({ event: 'request.shed', tooMuchOf });
  answer(response, tooMuchOf === 'one' ? 429 : 503, { retryAfterSeconds: shedRetrySeconds });
}

/** The activity is not verified yet, so this is used only to order the turns of callers that proved who they are. */
function conversationOf(activity: unknown): string {
  if (typeof activity !== 'object' || activity === null || !('conversation' in activity)) return '';
  const { conversation } = activity;
  if (typeof conversation !== 'object' || conversation === null || !('id' in conversation)) return '';
  return typeof conversation.id === 'string' ? conversation.id : '';
}

function tell(response: ServerResponse, told: DoorAnswer): void {
  switch (told.kind) {
    case 'done':
      answer(response, told.status, { body: told.body });
      return;
    case 'denied':
      answer(response, 401);
      return;
    case 'malformed':
      answer(response, 400);
      return;
    case 'unavailable':
      answer(response, 503, { retryAfterSeconds: told.retryAfterSeconds });
      return;
  }
}
