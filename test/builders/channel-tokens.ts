import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

/** A channel that publishes its keys and signs tokens, good ones and others. */
export interface ChannelSigner {
  readonly openIdUrl: string;
  /** How often the keys were asked for. */
  readonly keyRequests: () => number;
  /** A signed token; what is given replaces what a good one has. */
  token(changes?: TokenChanges): Promise<string>;
  /** A token whose three parts are given as they are. */
  forge(header: unknown, claims: unknown, signature?: string): string;
  /** Signs with the published public key as if it were a shared secret. */
  forgeWithPublicKey(algorithm: 'HS256' | 'HS384' | 'HS512'): Promise<string>;
  claims(changes?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  stop(): Promise<void>;
}

export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
  readonly header?: Readonly<Record<string, unknown>>;
  /** `theirs` is a key that the channel never published. */
  readonly signedBy?: 'ours' | 'theirs';
}

export interface ChannelSignerOptions {
  readonly botAppId: string;
  readonly issuer: string;
  readonly serviceUrl: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export async function startChannelSigner(options: ChannelSignerOptions): Promise<ChannelSigner> {
  const ours = await generateKeyPair('RS256', { extractable: true });
  const theirs = await generateKeyPair('RS256', { extractable: true });
  const published = { ...(await exportJWK(ours.publicKey)), use: 'sig', alg: 'RS256' };
  const keys = [
    { ...published, kid: 'channel-1', endorsements: ['msteams', 'webchat', 'directline'] },
    { ...published, kid: 'webchat-only', endorsements: ['webchat'] },
    { ...published, kid: 'for-any-channel' },
  ];
  let keyRequests = 0;
  const server = await listen((path) => {
    if (path === '/keys') {
      keyRequests += 1;
      return { keys };
    }
    return { issuer: options.issuer, jwks_uri: `${originOf(server)}/keys` };
  });
  const claims = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
    iss: options.issuer,
    aud: options.botAppId,
    serviceurl: options.serviceUrl,
    nbf: options.now / 1_000 - 60,
    exp: options.now / 1_000 + 3_600,
    ...changes,
  });
  const forge = (header: unknown, payload: unknown, signature = 'c2lnbmF0dXJl'): string =>
    `${encode(header)}.${encode(payload)}.${signature}`;
  return {
    openIdUrl: `${originOf(server)}/openid`,
    keyRequests: () => keyRequests,
    claims,
    forge,
    async token({ claims: changed = {}, without = [], header = {}, signedBy = 'ours' } = {}) {
      const all = Object.fromEntries(Object.entries(claims(changed)).filter(([name]) => !without.includes(name)));
      const key: CryptoKey = signedBy === 'ours' ? ours.privateKey : theirs.privateKey;
      return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'channel-1', ...header }).sign(key);
    },
    async forgeWithPublicKey(algorithm) {
      const unsigned = forge({ alg: algorithm, kid: 'channel-1', typ: 'JWT' }, claims(), '').slice(0, -1);
      const signature = createHmac(`sha${algorithm.slice(2)}`, await exportSPKI(ours.publicKey)).update(unsigned);
      return `${unsigned}.${signature.digest('base64url')}`;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function listen(answer: (path: string) => unknown): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('connection', 'close');
    response.end(JSON.stringify(answer(request.url ?? '')));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
