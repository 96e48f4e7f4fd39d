import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer, type Request, type Response, type Server } from 'restify';
import type { Journal } from '../ports/journal.ts';
import type { MessageDoor } from '../ports/message-door.ts';
import { messagesRoute } from './messages-route.ts';
import { addOperator } from './operator/add-operator.ts';
import type { OperatorParts } from './operator/operator-parts.ts';
import { answer } from './respond.ts';
import { addTickets } from './tickets/add-tickets.ts';
import type { TicketRouteParts } from './tickets/ticket-routes.ts';
import { TurnAdmission, type TurnAdmissionLimits } from './turn-admission.ts';
import { addWebchat, type WebchatParts } from './webchat/add-webchat.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  readonly door: MessageDoor;
  /** Hears what was refused; without one, nobody does. */
  readonly journal?: Journal;
  /** How many turns are taken at once; the default suits one process on two cores. */
  readonly turnLimits?: TurnAdmissionLimits;
  /** Whether the bot can take work now. */
  readonly isReady: () => boolean;
  /** The chat window for web pages; null when there is none. */
  readonly webchat?: WebchatParts | null;
  /** Where helpdesks hand over tickets; null when there is none. */
  readonly tickets?: TicketRouteParts | null;
  /** The page of tickets; null when there is none. */
  readonly operator?: OperatorParts | null;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Takes no new requests, lets the running ones end, then resolves. */
  stop(): Promise<void>;
}

const headersTimeoutMs = 5_000;
const requestTimeoutMs = 15_000;
/** How often Node looks for connections past those times; by itself only every 30 seconds. */
const lookForSlowEveryMs = 1_000;
/** 300 that wait are answered within half a second on two cores, so they are better off waiting than coming again. */
const defaultTurnLimits: TurnAdmissionLimits = { running: 32, waiting: 300, waitingOfOne: 100, waitMs: 8_000 };

const silent: Journal = { note: () => undefined };

/** Starts listening. Rejects when the address cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  const server = createServer({ name: '', handleUncaughtExceptions: false });
  server.server.headersTimeout = headersTimeoutMs;
  server.server.requestTimeout = requestTimeoutMs;
  // Restify makes the server without passing this option on; Node reads it when the server starts to listen.
  Object.assign(server.server, { connectionsCheckingInterval: lookForSlowEveryMs });
  refuseUpgrades(server);
  speakPlainly(server);

  const admission = new TurnAdmission(options.turnLimits ?? defaultTurnLimits);
  const messages = guarded(messagesRoute({ door: options.door, journal: options.journal ?? silent, admission }));
  server.post('/api/messages', messages);
  passBy(server, messages);
  server.get(
    '/healthz',
    guarded(async (_request, response) => answer(response, 200, { body: { status: 'alive' } })),
  );
  server.get(
    '/readyz',
    guarded(async (_request, response) =>
      options.isReady()
        ? answer(response, 200, { body: { status: 'ready' } })
        : answer(response, 503, { body: { status: 'not ready' }, retryAfterSeconds: 2 }),
    ),
  );

  if (options.webchat) addWebchat(server, options.webchat, guarded);
  if (options.tickets) addTickets(server, options.tickets, guarded);
  if (options.operator) addOperator(server, options.operator, guarded);

  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.server.closeIdleConnections();
        server.close(() => resolve());
      }),
  };
}

/** What needs no more of a request than Node gives. */
type PlainHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Activities are nearly all that comes, so they go to their route without restify's router, which adds an id, a log, a
 * route and timers to each request that nobody here uses. Anything that is not exactly such a request goes its usual way.
 */
function passBy(server: Server, messages: PlainHandler): void {
  const usual = server.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.server.removeAllListeners('request');
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST' && request.url === '/api/messages') return void messages(request, response);
    for (const listener of usual) listener.call(server.server, request, response);
  });
}

/** A handler that fails answers 503 without a reason; the channel may deliver again. */
function guarded<In extends IncomingMessage, Out extends ServerResponse>(
  handler: (request: In, response: Out) => Promise<void>,
): (request: In, response: Out) => Promise<void> {
  // Restify takes the value of a returned promise for a route name, so nothing is returned.
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else answer(response, 503, { retryAfterSeconds: 5 });
    }
  };
}

/** Nothing here speaks WebSocket; an unanswered upgrade would hang or, in the SDK's own handler, end the process. */
function refuseUpgrades(server: Server): void {
  server.server.on('upgrade', (_request: Request, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
}

/** Restify's own refusals (unknown route, wrong method) get the same bare answers as ours. */
function speakPlainly(server: Server): void {
  server.on('restifyError', (_request: Request, response: Response, error: { statusCode?: number }) => {
    if (!response.headersSent) answer(response, error.statusCode ?? 500);
  });
}

function listen(server: Server, { host, port }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    // Restify passes errors on to itself and throws those that nobody hears. Later ones concern one connection and end it.
    server.on('error', reject);
    server.listen(port, host, () => resolve());
  });
}
