import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { SigningKey } from './core.ts';

export interface SigningKeyOptions {
  /** Channels that a key may speak for; a key of Entra has none. */
  readonly endorsements?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const pairs = new Map<string, Promise<KeyPair>>();

/** The key of one purpose. Making an RSA key takes long, so every sandbox of a process shares them. */
export async function createSigningKey(purpose: string, { endorsements, now }: SigningKeyOptions): Promise<SigningKey> {
  const { privateKey, publicKey } = await keyPairFor(purpose);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const published = { ...jwk, kid, use: 'sig', alg: 'RS256', ...(endorsements ? { endorsements } : {}) };
  const keySet = createLocalJWKSet({ keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256' }] });
  return {
    async sign(claims, { issuer, audience, expiresInSeconds }) {
      const seconds = Math.floor(now() / 1000);
      // An expired token was valid once, so it starts before it ends.
      const issuedAt = Math.min(seconds, seconds + expiresInSeconds - 60);
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(seconds + expiresInSeconds)
        .sign(privateKey);
    },
    jwks: () => ({ keys: [{ ...published }] }),
    async verify(token, { audience, issuer }) {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ['RS256'],
        audience,
        currentDate: new Date(now()),
        ...(issuer === undefined ? {} : { issuer }),
      });
      return payload;
    },
  };
}

function keyPairFor(purpose: string): Promise<KeyPair> {
  const known = pairs.get(purpose);
  if (known) return known;
  const made = generateKeyPair('RS256', { modulusLength: 2048 });
  pairs.set(purpose, made);
  return made;
}
