import type { Request, Response, Server } from 'restify';
import type { CountsBodies } from '../body-budget.ts';
import { type PageRouteParts, pageRoutes } from './page-routes.ts';
import { type TokenRouteParts, tokenRoutes } from './token-routes.ts';
import { webchatFiles } from './webchat-files.ts';

/** What the chat window on web pages needs. */
export interface WebchatParts extends TokenRouteParts, Omit<PageRouteParts, 'files'> {
  /** The folder that holds `webchat/`. */
  readonly root: string;
}

type Handler = (request: Request, response: Response) => Promise<void>;

/** Adds every route for the chat window. `guard` wraps a handler so that a failure is answered too. */
export function addWebchat(
  server: Server,
  parts: WebchatParts & CountsBodies,
  guard: (handler: Handler) => Handler,
): void {
  const pages = pageRoutes({ ...parts, files: webchatFiles(parts.root) });
  const tokens = tokenRoutes(parts);
  for (const [path, handler] of [
    ['/webchat/embed.js', pages.embed],
    ['/webchat/panel', pages.panel],
    ['/webchat/ticket', pages.ticket],
    ['/webchat/assets/:version/*', pages.asset],
  ] as const) {
    server.get(path, guard(handler));
    server.head(path, guard(handler));
  }
  for (const [path, handler] of [
    ['/api/webchat/token', tokens.start],
    ['/api/webchat/refresh', tokens.refresh],
  ] as const) {
    server.post(path, guard(handler));
    server.opts(path, guard(tokens.preflight));
  }
}
