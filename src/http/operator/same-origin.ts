import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of ours sent this form. Browsers say where a form stands, and pages cannot change what they say;
 * whoever does not say it is not believed.
 */
export function isFromOurPage({ headers }: IncomingMessage, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin === publicUrl && (site === undefined || site === 'same-origin');
}
