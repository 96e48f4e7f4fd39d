import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { sameId } from '../../domain/text.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { TabCaller, TabRefusal, TabSignIn } from '../../ports/tab-sign-in.ts';
import { keyIdOf, PublishedKeys } from '../upstream/published-keys.ts';

/** Which tokens count. */
export interface TabSignInOptions {
  readonly loginUrl: string;
  /** Application id of the sign-in registration: the only audience. */
  readonly audience: string;
  /** Empty means every tenant. */
  readonly allowedTenants: readonly string[];
  readonly clock: Clock;
  readonly journal: Journal;
}

const tokenMax = 8_192;
const clockSkewSeconds = 300;
const bearerPattern = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;
/** The permission that the sign-in registration gives the clients of Teams. */
const scope = 'access_as_user';

const claimsSchema = z.object({
  iss: z.string(),
  tid: z.guid(),
  oid: z.guid(),
  /** Of a person; what an application has of its own stands in `roles`. */
  scp: z.string(),
});

/**
 * Takes the tokens that Entra signed for our sign-in registration, and no others. They come from a browser, so unlike those of the
 * token service their signature is checked.
 * Source: Microsoft Learn, "Secure applications and APIs by validating claims", read on 1 December 2026: signature, issuer of the
 * tenant and of the key, audience, lifetime, scope.
 */
export function createTabSignIn(options: TabSignInOptions): TabSignIn {
  const { loginUrl, audience, allowedTenants, clock, journal } = options;
  const keys = new PublishedKeys({
    openIdUrl: `${loginUrl}/organizations/v2.0/.well-known/openid-configuration`,
    clock,
    tell: (fault) => journal.note({ event: 'tab.keys-not-fetched', ...fault }),
  });
  return {
    async admit(authorization): Promise<TabCaller> {
      const token = bearerPattern.exec(authorization)?.[1];
      if (token === undefined || token.length > tokenMax) return refused('no-token');
      const keyId = keyIdOf(token);
      const key = keyId === null ? null : await keys.find(keyId);
      if (key === null) return keyId !== null && keys.isEmpty ? { kind: 'unavailable' } : refused('not-ours');
      const verified = await jwtVerify(token, key.key, {
        algorithms: ['RS256'],
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['exp', 'aud', 'iss'],
        currentDate: new Date(clock.now()),
        audience,
      }).catch((fault: unknown) => fault);
      // The library looks at the lifetime last, so everything else was right.
      if (verified instanceof errors.JWTExpired) return refused('expired');
      if (!isVerified(verified)) return refused('not-ours');
      const claims = claimsSchema.safeParse(verified.payload);
      if (!claims.success) return refused('not-ours');
      const { iss, tid, oid, scp } = claims.data;
      const isOfTenant = iss === `${loginUrl}/${tid}/v2.0`;
      const mayKeySign = key.issuer === null || key.issuer.replace('{tenantid}', tid) === iss;
      if (!isOfTenant || !mayKeySign || !scp.split(' ').includes(scope)) return refused('not-ours');
      if (allowedTenants.length > 0 && !allowedTenants.some((one) => sameId(one, tid)))
        return refused('tenant-not-allowed');
      return { kind: 'signed-in', person: { personId: oid, tenantId: tid } };
    },
  };
}

function refused(because: TabRefusal): TabCaller {
  return { kind: 'refused', because };
}

function isVerified(result: unknown): result is Awaited<ReturnType<typeof jwtVerify>> {
  return typeof result === 'object' && result !== null && 'payload' in result && !(result instanceof Error);
}
