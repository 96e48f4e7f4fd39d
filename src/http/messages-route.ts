import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Journal } from '../ports/journal.ts';
import type { DoorAnswer, MessageDoor } from '../ports/message-door.ts';
import { answer, readJsonBody, refusalByHeaders } from './json-bodies.ts';
import type { TurnAdmission } from './turn-admission.ts';

/** What handles the delivered activities. */
export interface MessagesRouteParts {
  readonly door: MessageDoor;
  readonly admission: TurnAdmission;
  readonly journal: Journal;
}

const limits = { maxBytes: 256 * 1_024, timeoutMs: 10_000 };
const bearerShape = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/;
const headerMax = 8_192;

/**
 * `POST /api/messages`, for Teams, Web Chat and Direct Line. The cheapest check comes first:
 * headers, the format of the token, the body, a free slot for the turn, and only then the signature.
 */
export function messagesRoute(
  parts: MessagesRouteParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const refusal = refusalByHeaders(request, limits);
    if (refusal !== null) return answer(response, refusal);
    const authorization = request.headers.authorization ?? '';
    if (authorization.length > headerMax || !bearerShape.test(authorization)) return answer(response, 401);
    const body = await readJsonBody(request, limits);
    if (body.kind === 'refused') return answer(response, body.status);
    await receive(parts, authorization, body.value, response);
  };
}

async function receive(
  { door, admission, journal }: MessagesRouteParts,
  authorization: string,
  activity: unknown,
  response: ServerResponse,
): Promise<void> {
  const outcome = await admission.run(conversationOf(activity), () => door.receive(authorization, activity));
  if (outcome.kind === 'ran') return tell(response, outcome.value);
  const { tooMuchOf, retryAfterSeconds } = outcome;
  journal.note({ event: 'request.shed', tooMuchOf });
  answer(response, tooMuchOf === 'one' ? 429 : 503, { retryAfterSeconds });
}

/** Not verified yet, so it is used only to order requests. */
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
