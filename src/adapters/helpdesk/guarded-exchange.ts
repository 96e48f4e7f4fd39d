import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { certificateFaultOf } from '../../domain/certificate-fault.ts';
import { codeOf } from '../../domain/errors.ts';
import type { Silence } from '../../ports/desk.ts';
import {
  type ExchangeAnswer,
  type ExchangeRequest,
  exchange,
  keptConnections,
  NoAnswer,
} from '../upstream/exchange.ts';

/** No complete response. */
export interface NoResponse {
  readonly because: Silence;
  /** Once connected, the other side may have read something. */
  readonly wasConnected: boolean;
}

/** Sends one request, once. Never rejects. */
export type GuardedExchange = (
  request: Pick<ExchangeRequest, 'method' | 'url' | 'headers' | 'body'>,
  timeoutMs: number,
) => Promise<ExchangeAnswer | NoResponse>;

const longestAnswerBytes = 64 * 1024;

/** The host is on a private network, and no setting allows it. */
class PrivateAddress extends Error {}

/**
 * The only way to a desk and to where it hands out tokens: https, public addresses, no redirects, limits on time and size.
 * It connects to the very address that it checked, so DNS cannot change in between. `url`: any address on its origin.
 * `privateHosts`: hosts, with or without a port, that may be on a private network.
 */
export function createGuardedExchange(url: string, privateHosts: readonly string[]): GuardedExchange {
  const base = new URL(url);
  const mayBePrivate = isAllowedPrivate(base, privateHosts);
  const connections = keptConnections({ maxSockets: 4, lookup: mayBePrivate ? lookup : lookUpPublic });
  const literal = literalAddress(base.hostname);
  const isRefused = literal !== null && !mayBePrivate && !isPublicAddress(literal);
  return async (request, timeoutMs) => {
    if (isRefused) return { because: 'private-address', wasConnected: false };
    const whole = { ...request, largestAnswerBytes: longestAnswerBytes, whenLarger: 'cut' as const, connections };
    try {
      return await exchange(whole, { timeoutMs });
    } catch (fault) {
      if (!(fault instanceof NoAnswer)) throw fault;
      return { because: silenceOf(fault), wasConnected: fault.wasConnected };
    }
  };
}

/** Whether an address is publicly routable: not loopback, private, link-local, shared or mapped. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4-mapped IPv6 address counts as its IPv4 address.
  return ipaddr.process(address).range() === 'unicast';
}

/** Whether DESK_PRIVATE_HOSTS lists this host, with or without its port. */
function isAllowedPrivate(url: URL, privateHosts: readonly string[]): boolean {
  const host = url.hostname.toLowerCase();
  const withPort = `${host}:${url.port === '' ? '443' : url.port}`;
  return privateHosts.some((one) => [host, withPort].includes(one.toLowerCase()));
}

/** The IP address in a host; null if it is a name. */
function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}

const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (fault, addresses) => {
    if (fault !== null) return callback(fault, []);
    const isAllPublic = addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
    if (!isAllPublic) return callback(new PrivateAddress('the name leads to a private address'), []);
    const [first] = addresses;
    if (options.all === true || first === undefined) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** Maps error codes of Node.js, OpenSSL and the resolver. */
function silenceOf({ because, cause }: NoAnswer): Silence {
  if (because === 'too-slow') return 'too-slow';
  if (cause instanceof PrivateAddress) return 'private-address';
  const code = codeOf(cause) ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-name';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return 'no-tls';
  const certificate = certificateFaultOf(code);
  return certificate === null ? 'no-answer' : { certificate };
}
