import { z } from 'zod';
import { entraCode } from '../../domain/entra-codes.ts';
import type { CannotTellReason } from '../../domain/known.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';

const errorSchema = z.object({
  error: z.string(),
  error_codes: z.array(z.number()).optional(),
  suberror: z.string().optional(),
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

/** Why Entra did not issue a token, from its error response; null if the body is not one. */
export function entraFault(body: unknown): UpstreamFault | null {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return null;
  const { error, error_codes = [], suberror } = parsed.data;
  const listed = error_codes.map(entraCode).find((entry) => entry !== null);
  const because = listed?.reason ?? reasonFor(error, suberror);
  const fact = `Entra refused: ${listed?.code ?? 'unlisted code'}`;
  return new UpstreamFault(because, fact, listed?.endsSignIn === true ? { signInIsOver: true } : {});
}

function reasonFor(error: string, suberror: string | undefined): CannotTellReason {
  if (suberror === 'consent_required') return 'consent-missing';
  return reasonsByError.get(error) ?? 'unreadable';
}
