import type { Request, Response } from 'restify';
import type { DoorAnswer, MessageDoor } from '../ports/message-door.ts';
import { readJsonBody } from './json-body.ts';
import { answer } from './respond.ts';

const limits = { maxBytes: 256 * 1_024, timeoutMs: 10_000 };
const bearerShape = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/;
const headerMax = 8_192;

/** `POST /api/messages`: what Teams, Web Chat and Direct Line deliver. The header is looked at before the body is read. */
export function messagesRoute(door: MessageDoor): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const authorization = request.headers.authorization ?? '';
    if (authorization.length > headerMax || !bearerShape.test(authorization)) {
      answer(response, 401);
      return;
    }
    const body = await readJsonBody(request, limits);
    if (body.kind === 'refused') {
      answer(response, body.status, { closes: body.status === 413 || body.status === 408 });
      return;
    }
    tell(response, await door.receive(authorization, body.value));
  };
}

function tell(response: Response, told: DoorAnswer): void {
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
