import type { IncomingMessage } from 'node:http';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { SignInAttempt } from '../../ports/sign-in-attempt.ts';
import type { OperatorKeys } from './operator-keys.ts';

/** A person who may see tickets now. Who they are is not stored. */
export interface OperatorSession {
  /** Id of their tenant. */
  readonly tenantId: string;
  readonly sees: 'all-desks' | 'own-desks';
  /** In every form, so that no other site can submit one. */
  readonly formToken: string;
}

/** A sign-in in progress, and where the person wanted to go. */
export interface PendingSignIn extends SignInAttempt {
  readonly goesTo: string;
}

export type CookieReading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'none' }
  /** Expired, changed, or made with another key. It counts as no session, but the person is told why they were signed out. */
  | { readonly kind: 'worthless' };

/** How long an operator stays signed in, in seconds. */
export const sessionSeconds = 3_600;
/** How long a sign-in to the page of tickets may take, in seconds. */
const attemptSeconds = 10 * 60;
const cookieMax = 4_096;

const sessionSchema = z.object({
  tenantId: z.string(),
  sees: z.enum(['all-desks', 'own-desks']),
  formToken: z.string().min(20),
}) satisfies z.ZodType<OperatorSession>;
const attemptSchema = z.object({
  state: z.string().min(20),
  nonce: z.string().min(20),
  verifier: z.string().min(20),
  goesTo: z.string(),
}) satisfies z.ZodType<PendingSignIn>;
const schemas = { session: sessionSchema, attempt: attemptSchema };
const lifeSeconds = { session: sessionSeconds, attempt: attemptSeconds };

type Purpose = keyof typeof schemas;
type Content<P extends Purpose> = z.infer<(typeof schemas)[P]>;

export interface OperatorCookies {
  /** The value of a `Set-Cookie` header. */
  keep<P extends Purpose>(purpose: P, value: Content<P>): Promise<string>;
  read<P extends Purpose>(purpose: P, request: IncomingMessage): Promise<CookieReading<Content<P>>>;
  /** The value of a `Set-Cookie` header that removes it. */
  drop(purpose: Purpose): string;
}

/** Cookies that only the bot can read or create: encrypted and authenticated (JWE, A256GCM), and not accessible to scripts. */
export function createOperatorCookies(options: {
  readonly keys: OperatorKeys;
  readonly clock: Clock;
  readonly publicUrl: string;
}): OperatorCookies {
  const { keys, clock, publicUrl } = options;
  const isSecure = publicUrl.startsWith('https:');
  // With this prefix, browsers refuse a cookie of this name from another host in the domain, or without TLS.
  const nameOf = (purpose: Purpose): string => `${isSecure ? '__Host-' : ''}onetenant-operator-${purpose}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const audienceOf = (purpose: Purpose): string => `${publicUrl}/operator ${purpose}`;

  return {
    async keep(purpose, value) {
      const issuedAt = Math.floor(clock.now() / 1_000);
      const sealed = await new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(audienceOf(purpose))
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifeSeconds[purpose])
        .encrypt(await keys.keyFor(purpose));
      return `${nameOf(purpose)}=${sealed}; ${attributes}`;
    },
    async read<P extends Purpose>(purpose: P, request: IncomingMessage): Promise<CookieReading<Content<P>>> {
      const sealed = cookieIn(request, nameOf(purpose));
      if (sealed === null) return { kind: 'none' };
      if (sealed.length > cookieMax) return { kind: 'worthless' };
      const key = await keys.keyFor(purpose);
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          audience: audienceOf(purpose),
          currentDate: new Date(clock.now()),
          requiredClaims: ['exp', 'iat'],
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        const parsed = schemas[purpose].safeParse(payload.value);
        return parsed.success ? { kind: 'read', value: parsed.data as Content<P> } : { kind: 'worthless' };
      } catch (fault) {
        if (fault instanceof errors.JOSEError) return { kind: 'worthless' };
        throw fault;
      }
    },
    drop: (purpose) => `${nameOf(purpose)}=; ${attributes}; Max-Age=0`,
  };
}

function cookieIn(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key = '', ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=');
  }
  return null;
}
