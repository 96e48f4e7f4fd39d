import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that a request comes from. Each of the `trustedProxies` reverse proxies appends the address that it saw
 * to X-Forwarded-For, so the caller is that many entries from the end; the caller could have written anything before it.
 */
export function callerAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return networkOf(direct);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => withoutPort(part.trim()));
  return networkOf(forwarded.at(-trustedProxies) || direct);
}

/** Some proxies append the port: `203.0.113.1:51234`, `[2001:db8::1]:443`. */
function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(address)?.[1];
  return bracketed ?? address.replace(/^([\d.]+):\d{1,5}$/, '$1');
}

/** A household or machine has a whole /64 of IPv6 addresses, so a /64 counts as one caller. */
function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = '', tail = ''] = plain.split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === '' ? [] : tail.split(':');
  const filled = [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end];
  return filled.slice(0, 4).join(':');
}
