import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { ChatToken, ChatTokenAnswer, ChatTokens } from '../../ports/chat-tokens.ts';
import type { Clock } from '../../ports/clock.ts';
import { AtOnce } from '../at-once.ts';
import type { CountsBodies } from '../body-budget.ts';
import { browserHeaders } from '../browser-headers.ts';
import { callerAddress } from '../caller-address.ts';
import { answer, readJsonBody, refuseBody } from '../json-bodies.ts';
import { MinuteLimit } from '../minute-limit.ts';
import { NetworkLimit } from '../network-limit.ts';
import { type ChatHandles, type ChatVisit, createChatHandles } from './chat-handle.ts';

/** What the token routes need. */
export interface TokenRouteParts {
  readonly tokens: ChatTokens;
  readonly clock: Clock;
  /** Origin of the bot as browsers see it. The panel's requests come from there. */
  readonly publicUrl: string;
  /** Origins of pages that may also request tokens. */
  readonly origins: readonly string[];
  /** Key for the handles. */
  readonly handleSecret: string;
  readonly startsPerMinute: number;
  readonly trustedProxies: number;
}

/** What this bot and the chat window agree on; `webchat/visit.js` says what the number means, and has the same one. */
export const chatWindowProtocol = 1;

type Handler = (request: Request, response: Response) => Promise<void>;

export interface TokenRoutes {
  readonly preflight: Handler;
  readonly start: Handler;
  readonly refresh: Handler;
}

const bodyLimits = { maxBytes: 16 * 1_024, timeoutMs: 5_000 };
/** Tokens that are fetched from Direct Line at the same time. */
const atOnce = 30;
const busyRetrySeconds = 2;
const renewalsPerMinute = 30;
const preflightSeconds = 600;

const refreshSchema = z.object({ refreshHandle: z.string() });

/** `POST /api/webchat/token` starts a visit, `POST /api/webchat/refresh` extends it. */
export function tokenRoutes(parts: TokenRouteParts & CountsBodies): TokenRoutes {
  const handles = createChatHandles(parts.handleSecret);
  const now = (): number => parts.clock.now();
  const starts = new NetworkLimit({ perAddress: parts.startsPerMinute, now });
  const renewals = new MinuteLimit({ perCaller: renewalsPerMinute, now });
  const fetching = new AtOnce(atOnce);

  const handOver = async (
    response: ServerResponse,
    visit: Omit<ChatVisit, 'token' | 'conversationId'>,
    fetchToken: () => Promise<ChatTokenAnswer>,
  ): Promise<void> => {
    const fetched = await fetching.run(fetchToken);
    if (fetched === null) return answer(response, 503, { retryAfterSeconds: busyRetrySeconds });
    hand(response, handles, visit, fetched.value);
  };

  return {
    preflight: async (request, response) => {
      const origin = admittedOrigin(request, parts);
      if (origin === null) return refuse(response, parts, 403);
      dress(response, parts, origin);
      response.setHeader('access-control-allow-methods', 'POST');
      response.setHeader('access-control-allow-headers', 'content-type');
      response.setHeader('access-control-max-age', String(preflightSeconds));
      answer(response, 200);
    },
    start: async (request, response) => {
      const origin = admittedOrigin(request, parts);
      if (origin === null) return refuse(response, parts, 403);
      dress(response, parts, origin);
      const caller = callerAddress(request, parts.trustedProxies);
      const admission = starts.admit(caller);
      if (admission.kind === 'refused') return answer(response, 429, admission);
      const body = await readJsonBody(request, { ...bodyLimits, bodies: parts.bodies, caller });
      if (body.kind === 'refused') return refuseBody(response, body);
      // The bot chooses the visitor's id; the request body is ignored.
      const userId = `dl_${randomBytes(16).toString('hex')}`;
      const visit = { userId, pageOrigin: origin, beganAt: now() };
      await handOver(response, visit, () => parts.tokens.issue({ userId, pageOrigin: origin }));
    },
    refresh: async (request, response) => {
      const origin = admittedOrigin(request, parts);
      if (origin === null) return refuse(response, parts, 403);
      dress(response, parts, origin);
      const caller = callerAddress(request, parts.trustedProxies);
      const body = await readJsonBody(request, { ...bodyLimits, bodies: parts.bodies, caller });
      if (body.kind === 'refused') return refuseBody(response, body);
      const visit = readVisit(body.value, handles, now());
      if (visit === null || visit.pageOrigin !== origin) return answer(response, 401);
      const admission = renewals.admit(visit.userId);
      if (admission.kind === 'refused') return answer(response, 429, admission);
      await handOver(response, visit, () => parts.tokens.renew({ ...visit, previous: visit.token }));
    },
  };
}

/** The request's origin according to the browser, if it is admitted. */
function admittedOrigin(request: IncomingMessage, { publicUrl, origins }: TokenRouteParts): string | null {
  const { origin } = request.headers;
  if (origin === undefined || request.headers['sec-fetch-site'] === 'cross-site') return null;
  return origin === publicUrl || origins.includes(origin) ? origin : null;
}

function refuse(response: ServerResponse, parts: TokenRouteParts, status: 403): void {
  dress(response, parts, null);
  answer(response, status);
}

function dress(response: ServerResponse, { publicUrl }: TokenRouteParts, origin: string | null): void {
  for (const [name, value] of Object.entries(browserHeaders(publicUrl))) response.setHeader(name, value);
  response.setHeader('vary', 'Origin');
  if (origin === null) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'retry-after');
}

function readVisit(body: unknown, handles: ChatHandles, now: number): ChatVisit | null {
  const parsed = refreshSchema.safeParse(body);
  return parsed.success ? handles.open(parsed.data.refreshHandle, now) : null;
}

function hand(
  response: ServerResponse,
  handles: ChatHandles,
  visit: Omit<ChatVisit, 'token' | 'conversationId'>,
  answered: ChatTokenAnswer,
): void {
  switch (answered.kind) {
    case 'issued':
      answer(response, 200, { body: publicAnswer(handles, visit, answered.chat) });
      return;
    case 'gone':
      answer(response, 401);
      return;
    case 'unavailable':
      answer(response, 503, { retryAfterSeconds: answered.retryAfterSeconds });
      return;
  }
}

function publicAnswer(
  handles: ChatHandles,
  { userId, pageOrigin, beganAt }: Omit<ChatVisit, 'token' | 'conversationId'>,
  { token, conversationId, expiresInSeconds }: ChatToken,
) {
  const refreshHandle = handles.seal({ userId, pageOrigin, beganAt, token, conversationId });
  return { protocol: chatWindowProtocol, token, conversationId, expiresIn: expiresInSeconds, refreshHandle };
}
