import type { Request, Response, Server } from 'restify';
import type { CountsBodies } from '../body-budget.ts';
import { type TicketRouteParts, ticketRoutes } from './ticket-routes.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

/** Adds every route for helpdesks. `guard` wraps a handler so that a failure is answered too. */
export function addTickets(
  server: Server,
  parts: TicketRouteParts & CountsBodies,
  guard: (handler: Handler) => Handler,
): void {
  const routes = ticketRoutes(parts);
  server.get('/api/tickets/openapi.json', guard(routes.describe));
  server.get('/api/tickets/:id', guard(routes.report));
  server.post('/api/tickets/:desk', guard(routes.deliver));
}
