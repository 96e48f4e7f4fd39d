import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import type { TicketDoor } from '../../src/ports/ticket-door.ts';

/** The routes for helpdesks on a real server, around any door. */
export function startDoor(door: TicketDoor, now: () => number = () => 0): Promise<RunningHttpServer> {
  return startHttpServer({
    host: '127.0.0.1',
    port: 0,
    door: { admit: async () => ({ kind: 'denied' }) },
    isReady: () => true,
    tickets: { door, clock: { now }, trustedProxies: 1, publicUrl: 'https://onetenant.contoso.com' },
  });
}
