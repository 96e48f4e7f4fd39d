import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response } from 'restify';
import type { Clock } from '../../ports/clock.ts';
import type { DeskDelivery } from '../../ports/desk.ts';
import type { DeliveryAnswer, DeliveryRead, TicketDoor } from '../../ports/ticket-door.ts';
import { AtOnce } from '../at-once.ts';
import type { CountsBodies } from '../body-budget.ts';
import { callerAddress } from '../caller-address.ts';
import { answer, readJsonBody, refuseBody } from '../json-bodies.ts';
import { MinuteLimit } from '../minute-limit.ts';
import { ticketsOpenApi } from './openapi.ts';

/** What the routes for helpdesks need. */
export interface TicketRouteParts {
  readonly door: TicketDoor;
  readonly clock: Clock;
  readonly trustedProxies: number;
  /** Origin of the bot as others see it. */
  readonly publicUrl: string | undefined;
}

type Handler = (request: Request, response: Response) => Promise<void>;

export interface TicketRoutes {
  readonly deliver: Handler;
  readonly report: Handler;
  readonly describe: Handler;
}

const bodyLimits = { maxBytes: 64 * 1_024, timeoutMs: 10_000 };
const failuresPerMinute = 30;
/** Far more than any desk sends; this only stops one desk from crowding out the others. */
const deliveriesPerMinute = 60_000;
const atOnce = 64;
const busyRetrySeconds = 2;
const bearerShape = /^Bearer ([\x21-\x7e]{16,400})$/;

/** `POST /api/tickets/{desk}`, `GET /api/tickets/{id}` and their description. Query strings are never read. */
export function ticketRoutes(parts: TicketRouteParts & CountsBodies): TicketRoutes {
  const now = (): number => parts.clock.now();
  const refused = {
    deliveries: new MinuteLimit({ perCaller: failuresPerMinute, now }),
    reports: new MinuteLimit({ perCaller: failuresPerMinute, now }),
  };
  const deliveries = new MinuteLimit({ perCaller: deliveriesPerMinute, now });
  const description = ticketsOpenApi(parts.publicUrl);
  const accepting = new AtOnce(atOnce);

  /** Refuses, and counts the failure against the caller. */
  const refuse = (of: MinuteLimit, request: IncomingMessage, response: ServerResponse, status: 401 | 404): void => {
    of.count(callerAddress(request, parts.trustedProxies));
    answer(response, status);
  };
  /** Whether this caller was refused too often and must wait. */
  const mustWait = (of: MinuteLimit, request: IncomingMessage, response: ServerResponse): boolean => {
    const retryAfterSeconds = of.waitSeconds(callerAddress(request, parts.trustedProxies));
    if (retryAfterSeconds === null) return false;
    answer(response, 429, { retryAfterSeconds });
    return true;
  };

  /** Many desks share the addresses of their vendor, so only what is refused waits: a good delivery never does. */
  const refuseOrWait = (request: IncomingMessage, response: ServerResponse, status: 401 | 404): void => {
    if (!mustWait(refused.deliveries, request, response)) refuse(refused.deliveries, request, response, status);
  };

  async function keep(deskId: string, delivery: DeskDelivery, read: DeliveryRead, response: Response): Promise<void> {
    const admission = deliveries.admit(deskId);
    if (admission.kind === 'refused') return answer(response, 429, admission);
    const accepted = await accepting.run(() => parts.door.accept(deskId, delivery, read));
    if (accepted === null) return answer(response, 503, { retryAfterSeconds: busyRetrySeconds });
    tell(response, accepted.value);
  }

  return {
    deliver: async (request, response) => {
      const deskId = String(request.params.desk);
      if (!parts.door.hasDesk(deskId)) return refuseOrWait(request, response, 404);
      const caller = callerAddress(request, parts.trustedProxies);
      const body = await readJsonBody(request, {
        ...bodyLimits,
        bodies: parts.bodies,
        caller,
        mend: (text) => parts.door.mend(deskId, text),
      });
      if (body.kind === 'refused') return refuseBody(response, body);
      const delivery = { headers: plainHeaders(request), bytes: body.bytes, value: body.value };
      const reading = parts.door.check(deskId, delivery);
      if (reading === null) return refuseOrWait(request, response, 404);
      if (reading.kind === 'read') return keep(deskId, delivery, reading, response);
      if (reading.status === 401) return refuseOrWait(request, response, 401);
      answer(response, reading.status, reading.status === 422 ? { body: refusal(reading.message) } : {});
    },
    report: async (request, response) => {
      if (mustWait(refused.reports, request, response)) return;
      const [, key = ''] = bearerShape.exec(request.headers.authorization ?? '') ?? [];
      if (key === '' || !parts.door.knowsKey(key)) return refuse(refused.reports, request, response, 401);
      const report = await parts.door.report(String(request.params.id), key);
      if (report === null) return refuse(refused.reports, request, response, 404);
      answer(response, 200, { body: report });
    },
    describe: async (_request, response) => answer(response, 200, { body: description }),
  };
}

function refusal(message = 'This is not what the desk sends.') {
  return { error: { message } };
}

function tell(response: Response, told: DeliveryAnswer): void {
  switch (told.kind) {
    case 'accepted':
      answer(response, 202, { body: { id: told.id } });
      return;
    case 'other-body':
      answer(response, 422, { body: refusal('This delivery id came before with another body.') });
      return;
    case 'later':
      answer(response, told.tooMany ? 429 : 503, { retryAfterSeconds: told.retryAfterSeconds });
      return;
  }
}

/** Node lower-cases header names. It returns a list only for cookies, which no desk sends. */
function plainHeaders({ headers }: IncomingMessage): DeskDelivery['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
