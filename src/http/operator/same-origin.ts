import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of ours submitted this form. Browsers send the form's origin, and pages cannot change it;
 * a request without it is refused.
 */
export function isFromOurPage({ headers }: IncomingMessage, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin === publicUrl && (site === undefined || site === 'same-origin');
}
