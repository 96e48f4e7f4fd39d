import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { createTranslator } from '../../i18n/index.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import { browserHeaders } from '../browser-headers.ts';
import { pageStyle } from '../page-style.ts';
import { aboutPage, aboutPages, aboutPaths, aboutStylePath } from './about-page.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

const noScripts = "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** Adds the pages at the bot's own address, to which the app in Teams links. `publicUrl`: origin as browsers see it. */
export function addAbout(server: Server, publicUrl: string, guard: (handler: Handler) => Handler): void {
  const headers = {
    ...browserHeaders(publicUrl),
    'cache-control': 'public, max-age=3600',
    'content-security-policy': noScripts,
    vary: 'Accept-Language',
  };
  const tell = (request: IncomingMessage, response: ServerResponse, type: string, text: string): void => {
    const bytes = Buffer.from(text, 'utf8');
    response.writeHead(200, { ...headers, 'content-type': type, 'content-length': String(bytes.length) });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
  const serve = (path: string, handler: Handler): void => {
    server.get(path, guard(handler));
    server.head(path, guard(handler));
  };
  for (const page of aboutPages)
    serve(aboutPaths[page], async (request, response) => {
      const asked = URL.parse(request.url ?? '/', publicUrl)?.searchParams.get('lang');
      const t = createTranslator(localeOf(asked ?? request.headers['accept-language']));
      tell(request, response, 'text/html; charset=utf-8', aboutPage(t, page).text);
    });
  serve(aboutStylePath, async (request, response) => tell(request, response, 'text/css; charset=utf-8', pageStyle));
}
