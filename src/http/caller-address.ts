import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

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

/** A household gets a /56 of IPv6 addresses (RIPE-690), so a /56 counts as one caller. An address of IPv4 is one in either form. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const known = ipaddr.process(address);
  if (known instanceof ipaddr.IPv4) return known.toString();
  const [first = 0, second = 0, third = 0, fourth = 0] = known.parts;
  return [first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':');
}
