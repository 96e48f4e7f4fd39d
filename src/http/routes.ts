import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Request, type Response, type Server } from 'restify';
import { version } from '../config/version.ts';
import { addAbout } from './about/add-about.ts';
import type { CountsBodies } from './body-budget.ts';
import type { RequestGuard } from './guarded.ts';
import { answer } from './json-bodies.ts';
import { addOperator } from './operator/add-operator.ts';
import type { OperatorParts } from './operator/operator-parts.ts';
import { addStepUp, type StepUpRouteParts } from './step-up/add-step-up.ts';
import { addTab, type TabRouteParts } from './tab/add-tab.ts';
import { addTickets } from './tickets/add-tickets.ts';
import type { TicketRouteParts } from './tickets/ticket-routes.ts';
import { addWebchat, type WebchatParts } from './webchat/add-webchat.ts';

/** What is served besides activities. */
export interface RoutesOptions {
  /** Whether the bot can take work now. */
  readonly isReady: () => boolean;
  /** Origin of the bot as browsers see it; without it there are no pages. */
  readonly publicUrl?: string | undefined;
  /** The chat window for web pages; null if there is none. */
  readonly webchat?: WebchatParts | null;
  /** The tab in Teams; null if browsers cannot open the bot. */
  readonly tab?: TabRouteParts | null;
  /** Where helpdesks hand over tickets; null if there are none. */
  readonly tickets?: TicketRouteParts | null;
  /** Where people prove more than their sign-in showed; null if browsers cannot open the bot. */
  readonly stepUp?: StepUpRouteParts | null;
  /** The tickets page; null if there is none. */
  readonly operator?: OperatorParts | null;
}

/** A handler that needs no more than Node's own request and response. */
export type PlainHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** All routes, served by restify. The listening server passes on whatever it does not answer itself. */
export function createRoutes(
  options: RoutesOptions,
  messages: PlainHandler,
  { bodies, guard }: CountsBodies & { readonly guard: RequestGuard },
): PlainHandler {
  const server = createServer({ name: '', handleUncaughtExceptions: false });
  speakPlainly(server);
  server.post('/api/messages', messages);
  const alive = guard(async (_request, response) => answer(response, 200, { body: { status: 'alive', version } }));
  const ready = guard(async (_request, response) =>
    options.isReady()
      ? answer(response, 200, { body: { status: 'ready' } })
      : answer(response, 503, { body: { status: 'not ready' }, retryAfterSeconds: 2 }),
  );
  for (const [path, handler] of [
    ['/healthz', alive],
    ['/readyz', ready],
  ] as const) {
    server.get(path, handler);
    server.head(path, handler);
  }
  if (options.publicUrl !== undefined) addAbout(server, options.publicUrl, guard);
  if (options.webchat) addWebchat(server, { ...options.webchat, bodies }, guard);
  if (options.tab) addTab(server, { ...options.tab, bodies }, guard);
  if (options.stepUp) addStepUp(server, options.stepUp, guard);
  if (options.tickets) addTickets(server, { ...options.tickets, bodies }, guard);
  if (options.operator) addOperator(server, { ...options.operator, bodies }, guard);
  return (request, response) => void server.server.emit('request', request, response);
}

/** Gives restify's own refusals (unknown route, wrong method) the same bare responses as ours. */
function speakPlainly(server: Server): void {
  server.on('restifyError', (_request: Request, response: Response, error: { statusCode?: number }) => {
    if (!response.headersSent) answer(response, error.statusCode ?? 500);
  });
}
