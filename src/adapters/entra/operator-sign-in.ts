import { z } from 'zod';
import type { CannotTellReason } from '../../domain/known.ts';
import type { OperatorClaims } from '../../domain/operators.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OperatorSignIn, SignInEnd } from '../../ports/operator-sign-in.ts';
import type { SignInAttempt } from '../../ports/sign-in-attempt.ts';
import type { ObserveUpstream } from '../upstream/send.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';
import {
  checkedIdToken,
  entraBudgetMs,
  newAttempt,
  type SignInNotes,
  taken,
  type WebSignInSettings,
  webSignInClients,
} from './web-sign-in.ts';

export interface OperatorSignInParts {
  readonly settings: WebSignInSettings;
  /** Where Entra sends the browser back to. The app registration lists exactly this URI. */
  readonly redirectUri: string;
  /** Tenants whose people can be operators. */
  readonly tenants: readonly string[];
  readonly clock: Clock;
  readonly observe?: ObserveUpstream;
}

const rolesSchema = z.object({ roles: z.array(z.string()).default([]) });

/** Signs operators in through the sign-in registration: authorization code flow with PKCE. */
export function createOperatorSignIn(parts: OperatorSignInParts): OperatorSignIn {
  const { settings, redirectUri, tenants, clock } = parts;
  const makeClient = webSignInClients(settings, clock, parts.observe);
  // A single-tenant registration refuses the `organizations` endpoint.
  const [first = 'organizations', ...others] = tenants;
  const tenant = others.length === 0 ? first : 'organizations';
  const clientFor = (notes: SignInNotes) => makeClient({ tenant, signal: AbortSignal.timeout(entraBudgetMs), notes });

  return {
    async begin() {
      const attempt = newAttempt();
      try {
        // Operators often have a second account for this work.
        const asked = { scopes: [], redirectUri, prompt: 'select_account', ...taken(attempt) };
        return { kind: 'begun', url: await clientFor({ fault: null }).getAuthCodeUrl(asked), attempt };
      } catch {
        // Only the tenant's metadata is fetched here, so the cause can only be Entra itself.
        return { kind: 'unavailable' };
      }
    },
    async finish(attempt, code) {
      const notes: SignInNotes = { fault: null };
      try {
        const { nonce, verifier: codeVerifier } = attempt;
        const answer = await clientFor(notes).acquireTokenByCode({
          code,
          scopes: [],
          redirectUri,
          codeVerifier,
          nonce,
        });
        const claims = readOperatorClaims(answer.idTokenClaims, { settings, attempt, now: clock.now() });
        return claims === null ? { kind: 'refused' } : { kind: 'signed-in', claims };
      } catch (cause) {
        return endedBy(notes.fault ?? cause);
      }
    },
  };
}

/** Who signed in, according to a token that Entra issued for us. Null if anything about it is wrong. */
export function readOperatorClaims(
  value: unknown,
  expected: { readonly settings: WebSignInSettings; readonly attempt: SignInAttempt; readonly now: number },
): OperatorClaims | null {
  const { settings, attempt, now } = expected;
  const token = checkedIdToken(value, { settings, nonce: attempt.nonce, now });
  const parsed = rolesSchema.safeParse(token);
  return token === null || !parsed.success ? null : { tenantId: token.tid, roles: parsed.data.roles };
}

const passing: ReadonlySet<CannotTellReason> = new Set(['throttled', 'unavailable', 'too-slow', 'unreadable']);
const forAdministrators: ReadonlySet<CannotTellReason> = new Set([
  'misconfigured',
  'consent-missing',
  'service-absent',
]);

function endedBy(fault: unknown): SignInEnd {
  if (!(fault instanceof UpstreamFault)) return { kind: 'refused' };
  if (passing.has(fault.because)) return { kind: 'unavailable' };
  return { kind: forAdministrators.has(fault.because) ? 'misconfigured' : 'refused' };
}
