import { z } from 'zod';
import { claimsRequest } from '../../domain/challenge.ts';
import { entraCode } from '../../domain/entra-codes.ts';
import type { CannotTellReason } from '../../domain/known.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';

const errorSchema = z.object({
  error: z.string(),
  error_codes: z.array(z.number()).optional(),
  suberror: z.string().optional(),
  claims: z.unknown().optional(),
});

/** For codes that are not in our table. Source: RFC 6749, section 5.2; OpenID Connect Core, section 3.1.2.6. */
const reasonsByError: ReadonlyMap<string, CannotTellReason> = new Map<string, CannotTellReason>([
  ['consent_required', 'consent-missing'],
  ['interaction_required', 'second-proof'],
  ['login_required', 'sign-in-again'],
  ['invalid_grant', 'sign-in-again'],
  ['access_denied', 'blocked-by-policy'],
  ['invalid_client', 'misconfigured'],
  ['unauthorized_client', 'misconfigured'],
  ['unsupported_grant_type', 'misconfigured'],
  ['invalid_request', 'misconfigured'],
  ['invalid_resource', 'misconfigured'],
  ['invalid_scope', 'misconfigured'],
  ['temporarily_unavailable', 'unavailable'],
  ['server_error', 'unavailable'],
]);

/** What the person can lift by signing in once more, with what is asked for. */
const liftable: ReadonlySet<CannotTellReason> = new Set(['second-proof', 'device-refused']);

/** Why Entra did not issue a token, from its error response; null if the body is not one. */
export function entraFault(body: unknown): UpstreamFault | null {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return null;
  const { error, error_codes = [], suberror, claims } = parsed.data;
  const listed = error_codes.map(entraCode).find((entry) => entry !== null);
  const because = listed?.reason ?? reasonFor(error, suberror);
  // A number may be new, and claims may be missing: each of the three is enough to ask the person.
  const asksPerson = error === 'interaction_required' || claims !== undefined || liftable.has(because);
  const isChallenge = asksPerson && because !== 'consent-missing' && listed?.endsSignIn !== true;
  return new UpstreamFault(because, `Entra refused: ${listed?.code ?? 'unlisted code'}`, {
    ...(listed?.endsSignIn === true ? { signInIsOver: true } : {}),
    challenge: isChallenge ? { claims: claimsRequest(claims) } : null,
  });
}

function reasonFor(error: string, suberror: string | undefined): CannotTellReason {
  if (suberror === 'consent_required') return 'consent-missing';
  return reasonsByError.get(error) ?? 'unreadable';
}
