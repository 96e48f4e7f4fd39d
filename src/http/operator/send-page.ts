import type { ServerResponse } from 'node:http';
import { browserHeaders } from '../browser-headers.ts';
import type { Html } from '../html.ts';
import { localTimesSource } from './local-times.ts';

interface PageOptions {
  readonly status: number;
  readonly cookies?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/** One script, by its bytes, no framing, and forms submit only to this site. */
const contentPolicy = [
  "default-src 'none'",
  `script-src ${localTimesSource}`,
  "style-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Headers for everything shown to operators. Browsers and proxies cache none of it. */
export function operatorHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    ...browserHeaders(publicUrl),
    'cache-control': 'no-store',
    'content-security-policy': contentPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // With "no-referrer", browsers also omit the origin of forms, which shows that a form is ours.
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    vary: 'Accept-Language, Cookie',
  };
}

export function sendPage(response: ServerResponse, publicUrl: string, page: Html, options: PageOptions): void {
  const bytes = Buffer.from(page.text, 'utf8');
  response.writeHead(options.status, {
    ...operatorHeaders(publicUrl),
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(bytes.length),
    ...(options.cookies === undefined ? {} : { 'set-cookie': [...options.cookies] }),
    ...(options.retryAfterSeconds === undefined ? {} : { 'retry-after': String(options.retryAfterSeconds) }),
    ...(response.req.complete ? {} : { connection: 'close' }),
  });
  response.end(bytes);
}

/** Redirects the browser, with GET. */
export function sendElsewhere(
  response: ServerResponse,
  publicUrl: string,
  location: string,
  cookies: readonly string[] = [],
): void {
  response.writeHead(303, {
    ...operatorHeaders(publicUrl),
    location,
    'content-length': '0',
    ...(cookies.length === 0 ? {} : { 'set-cookie': [...cookies] }),
  });
  response.end();
}
