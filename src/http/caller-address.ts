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

/**
 * The networks around a caller, the nearest first: /48 and /32 of IPv6, /24 of IPv4. A company or a cloud server gets
 * a /48, a provider a /32.
 * Source: RFC 6177 and RIPE-690 on what end sites are given.
 */
export function networksAround(caller: string): readonly string[] {
  const groups = caller.split(':');
  if (groups.length > 1) return [groups.slice(0, 3).join(':'), groups.slice(0, 2).join(':')];
  const bytes = caller.split('.');
  return bytes.length === 4 ? [bytes.slice(0, 3).join('.')] : [];
}

/** A household gets a /56 of IPv6 addresses (RIPE-690), so a /56 counts as one caller. */
function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = '', tail = ''] = plain.split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === '' ? [] : tail.split(':');
  const filled = [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end];
  const [first, second, third, fourth = '0'] = filled.map((group) => Number.parseInt(group, 16).toString(16));
  const fourthOfHousehold = (Number.parseInt(fourth, 16) & 0xff00).toString(16);
  return [first, second, third, fourthOfHousehold].join(':');
}
