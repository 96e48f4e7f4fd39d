import { lookup } from 'node:dns';
import type { Agent } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { certificateFaultOf } from '../../domain/certificate-fault.ts';
import { codeOf } from '../../domain/errors.ts';
import { jsonOrNull } from '../../domain/json.ts';
import type { DeskSilence } from '../../ports/desk.ts';
import { type ExchangeRequest, exchange, keptConnections, NoAnswer } from '../upstream/exchange.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';

/** One request to a desk. `path` starts with a slash and is appended to the desk's URL. */
export interface DeskRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged instead of `body`: the text that was signed. */
  readonly text?: string;
}

export type DeskAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfterSeconds: number | null;
      /** At most 64 kB; the rest is not read. */
      readonly text: string;
      /** The text parsed as JSON; null if it is not JSON or was cut. */
      readonly json: unknown;
      /** Whether the response was longer than the limit. */
      readonly isCut: boolean;
    }
  /** No complete response. `mayBeThere`: the request may have reached the desk. */
  | { readonly kind: 'silent'; readonly mayBeThere: boolean; readonly because: DeskSilence };

/** Sends one request to a desk. Never rejects. */
export type DeskSend = (request: DeskRequest, timeoutMs?: number) => Promise<DeskAnswer>;

/** One request to a desk, without anything about the ticket. */
export interface DeskCall {
  readonly desk: string;
  readonly outcome: '2xx' | '3xx' | '4xx' | '429' | '5xx' | 'no-answer' | 'too-slow' | 'private-address';
  readonly tookMs: number;
}
export type ObserveDesk = (call: DeskCall) => void;

export interface DeskSendOptions {
  readonly desk: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Hosts, with or without a port, that may be on a private network. */
  readonly privateHosts: readonly string[];
  readonly now: () => number;
  readonly observe: ObserveDesk;
}

/** How long one call to a desk may take, in milliseconds. */
const exchangeMs = 15_000;
const longestAnswerBytes = 64 * 1024;

/** How to reach a desk. */
interface Way extends Pick<DeskSendOptions, 'now' | 'headers'> {
  readonly connections: Agent;
  readonly timeoutMs: number;
}

/** The host is on a private network, and no setting allows it. */
class PrivateAddress extends Error {}

/**
 * The only way to send to a desk: https, one origin, public addresses, no redirects, limits on time and size.
 * It connects to the very address that it checked, so DNS cannot change in between.
 */
export function createDeskSend(options: DeskSendOptions): DeskSend {
  const base = new URL(options.url);
  const mayBePrivate = isAllowedPrivate(base, options.privateHosts);
  const connections = keptConnections({ maxSockets: 4, lookup: mayBePrivate ? lookup : lookUpPublic });
  const literal = literalAddress(base.hostname);
  const isRefused = literal !== null && !mayBePrivate && !isPublicAddress(literal);
  return async (request, timeoutMs = exchangeMs) => {
    const startedAt = performance.now();
    const note = (outcome: DeskCall['outcome']): void =>
      options.observe({ desk: options.desk, outcome, tookMs: Math.round(performance.now() - startedAt) });
    if (isRefused) {
      note('private-address');
      return { kind: 'silent', mayBeThere: false, because: 'private-address' };
    }
    const answer = await ask(request, base, { now: options.now, headers: options.headers, connections, timeoutMs });
    note(outcomeOf(answer));
    return answer;
  };
}

/** The same client, with one time limit in milliseconds for all its requests together. */
export function withinBudget(send: DeskSend, budgetMs: number): DeskSend {
  const endsAt = performance.now() + budgetMs;
  return (request) => {
    const leftMs = Math.min(exchangeMs, endsAt - performance.now());
    if (leftMs < 1) return Promise.resolve({ kind: 'silent', mayBeThere: false, because: 'too-slow' });
    return send(request, leftMs);
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

async function ask(request: DeskRequest, base: URL, way: Way): Promise<DeskAnswer> {
  const body = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const asked: ExchangeRequest = {
    method: request.method,
    url: `${base.origin}${base.pathname.replace(/\/$/, '')}${request.path}`,
    headers: {
      accept: 'application/json',
      ...way.headers,
      ...request.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body,
    largestAnswerBytes: longestAnswerBytes,
    whenLarger: 'cut',
    connections: way.connections,
  };
  try {
    const { status, headers, text, isCut } = await exchange(asked, { timeoutMs: way.timeoutMs });
    const retryAfterSeconds = readRetryAfter(headers['retry-after'], way.now());
    return { kind: 'answered', status, retryAfterSeconds, text, json: jsonOrNull(text), isCut };
  } catch (fault) {
    if (!(fault instanceof NoAnswer)) throw fault;
    // A GET changes nothing, so there is nothing to look for.
    const mayBeThere = fault.wasConnected && request.method !== 'GET';
    return { kind: 'silent', mayBeThere, because: silenceOf(fault) };
  }
}

/** Maps error codes of Node.js, OpenSSL and the resolver. */
function silenceOf({ because, cause }: NoAnswer): DeskSilence {
  if (because === 'too-slow') return 'too-slow';
  if (cause instanceof PrivateAddress) return 'private-address';
  const code = codeOf(cause) ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-name';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return 'no-tls';
  const certificate = certificateFaultOf(code);
  return certificate === null ? 'no-answer' : { certificate };
}

function outcomeOf(answer: DeskAnswer): DeskCall['outcome'] {
  if (answer.kind === 'silent') {
    const { because } = answer;
    return because === 'too-slow' || because === 'private-address' ? because : 'no-answer';
  }
  if (answer.status === 429) return '429';
  if (answer.status < 300) return '2xx';
  if (answer.status < 400) return '3xx';
  return answer.status < 500 ? '4xx' : '5xx';
}
