import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer, type Request, type Response, type Server } from 'restify';
import type { MessageDoor } from '../ports/message-door.ts';
import { messagesRoute } from './messages-route.ts';
import { answer } from './respond.ts';
import { addWebchat, type WebchatParts } from './webchat/add-webchat.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  readonly door: MessageDoor;
  /** Whether the bot can take work now. */
  readonly isReady: () => boolean;
  /** The chat window for web pages; null when there is none. */
  readonly webchat?: WebchatParts | null;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Takes no new requests, lets the running ones end, then resolves. */
  stop(): Promise<void>;
}

const headersTimeoutMs = 5_000;
const requestTimeoutMs = 15_000;

/** Starts listening. Rejects when the address cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  const server = createServer({ name: '', handleUncaughtExceptions: false });
  server.server.headersTimeout = headersTimeoutMs;
  server.server.requestTimeout = requestTimeoutMs;
  refuseUpgrades(server);
  speakPlainly(server);

  server.post('/api/messages', guarded(messagesRoute(options.door)));
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

type Handler = (request: Request, response: Response) => Promise<void>;

/** A handler that fails answers 503 without a reason; the channel may deliver again. */
function guarded(handler: Handler): Handler {
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
    server.server.once('error', reject);
    server.listen(port, host, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
}
