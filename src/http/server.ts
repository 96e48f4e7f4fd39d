import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lazily } from '../domain/lazily.ts';
import type { Journal } from '../ports/journal.ts';
import type { MessageDoor } from '../ports/message-door.ts';
import { BodyBudget, type BodyBudgetLimits, type CountsBodies } from './body-budget.ts';
import { Connections } from './connections.ts';
import { guardWith, type RequestGuard } from './guarded.ts';
import { answer } from './json-bodies.ts';
import { messagesRoute } from './messages-route.ts';
import type { PlainHandler, RoutesOptions } from './routes.ts';
import { TurnAdmission, type TurnAdmissionLimits } from './turn-admission.ts';

export interface HttpServerOptions extends RoutesOptions {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  readonly door: MessageDoor;
  /** Logs what was refused; optional. */
  readonly journal?: Journal;
  /** How many turns run at once; the default suits one process on two cores. */
  readonly turnLimits?: TurnAdmissionLimits;
  /** How much of bodies on their way is kept in memory. */
  readonly bodyLimits?: BodyBudgetLimits;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Loads the routes, so that the first request other than an activity does not wait for them. */
  warm(): Promise<void>;
  /** Accepts no new requests, lets the running ones finish, then resolves. */
  stop(): Promise<void>;
}

/** How long a caller may take to send its headers, in milliseconds. */
const headersTimeoutMs = 5_000;
/** How long a caller may take to send a request, in milliseconds. */
const requestTimeoutMs = 15_000;
/** How long nothing may move on a connection, such as one on which nobody reads the answer, in milliseconds. */
const silenceTimeoutMs = 60_000;
/** More than all people of one process have open at once. Each costs a file and some memory. */
const connectionsAtMost = 5_000;
/** How often Node looks for connections that exceed those timeouts; its default is every 30 seconds. */
const lookForSlowEveryMs = 1_000;
/** Two cores answer 300 waiting turns within half a second, so letting them wait is better than having them retried. */
const defaultTurnLimits: TurnAdmissionLimits = { running: 32, waiting: 300, waitingOfOne: 100, waitMs: 8_000 };
/** More than the largest turns that may wait bring at once; a desk never sends more than its own share. */
const defaultBodyLimits: BodyBudgetLimits = { inAll: 32 * 1_024 * 1_024, ofOne: 4 * 1_024 * 1_024 };

/** A name or an address, and a port: nothing of it may become part of the path. None is given in HTTP/1.0. */
const hostPattern = /^(?:(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?)?$/i;

const silent: Journal = { note: () => undefined };

/** Starts listening. Rejects if the address is not available. */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  const admission = new TurnAdmission(options.turnLimits ?? defaultTurnLimits);
  const bodies = new BodyBudget(options.bodyLimits ?? defaultBodyLimits);
  const { door, journal = silent } = options;
  const guard = guardWith(journal);
  const messages = guard(messagesRoute({ door, journal, admission, bodies }));
  const routes = lazily(() => loadRoutes(options, messages, { bodies, guard }));
  const others = guard(async (request, response) => (await routes())(request, response));
  const server = createServer({ connectionsCheckingInterval: lookForSlowEveryMs }, (request, response) => {
    if (!connections.takes(request, response)) return;
    if (!hasAddress(request)) answer(response, 400, { closes: true });
    else if (wantsWebSocket(request)) answer(response, 426, { closes: true });
    else void (isActivity(request) ? messages : others)(request, response);
  });
  const connections = new Connections(server);
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.timeout = silenceTimeoutMs;
  server.maxConnections = connectionsAtMost;
  server.on('drop', () => journal.note({ event: 'door.full' }));

  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    warm: async () => void (await routes()),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        connections.endIdle();
      }),
  };
}

/**
 * Nearly all requests are activities, so they bypass restify's router, which adds an id, a log, a
 * route and timers to each request that nothing here uses. Anything that is not exactly such a request goes to restify.
 */
function isActivity({ method, url }: IncomingMessage): boolean {
  return method === 'POST' && url === '/api/messages';
}

/**
 * Whether host and target make an address. Restify reads it as one outside of any handler, so what is none would end the process.
 * Source: restify 12, `Request.getUrl`.
 */
function hasAddress({ url = '', headers: { host = '' } }: IncomingMessage): boolean {
  if (!hostPattern.test(host)) return false;
  const base = `http://${host || 'localhost'}`;
  return url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base);
}

/** Restify is loaded after the first response, or with the first request that needs it. */
async function loadRoutes(
  options: RoutesOptions,
  messages: PlainHandler,
  { bodies, guard }: CountsBodies & { readonly guard: RequestGuard },
): Promise<PlainHandler> {
  const { createRoutes } = await import('./routes.ts');
  return createRoutes(options, messages, { bodies, guard });
}

/** Nothing here uses WebSocket. Any other upgrade that a caller offers, such as to HTTP/2, may be left out of account (RFC 9110, 7.8). */
function wantsWebSocket({ headers: { upgrade = '' } }: IncomingMessage): boolean {
  return /\bwebsocket\b/i.test(upgrade);
}

function listen(server: Server, { host, port }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, () => resolve());
  });
}
