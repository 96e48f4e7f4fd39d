import { z } from 'zod';
import type { CannotTellReason } from '../../domain/known.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';

const errorSchema = z.object({
  error: z.string(),
  error_codes: z.array(z.number()).optional(),
  suberror: z.string().optional(),
});

/** Source: Microsoft Learn: Microsoft Entra authentication and authorization error codes (AADSTS). */
const codesByReason: ReadonlyMap<CannotTellReason, readonly number[]> = new Map<CannotTellReason, readonly number[]>([
  ['consent-missing', [65001, 65004, 65005, 90008, 90094, 90095, 90099, 900941, 900981, 650056, 650057]],
  ['service-absent', [650052, 500011]],
  [
    'sign-in-again',
    // Multifactor authentication, expired sessions, and accounts that belong elsewhere.
    [
      50076, 50079, 50072, 50074, 50078, 50158, 53004, 700020, 50173, 50089, 50132, 50133, 700082, 70008, 70000, 70043,
      50013, 500133, 50020, 90072, 50034, 50014, 51004, 16000, 16003, 500208,
    ],
  ],
  [
    'blocked-by-policy',
    [
      53000, 53001, 53002, 53003, 50005, 50097, 50131, 530032, 530034, 530035, 500021, 500022, 500212, 500213, 50057,
      50105, 50177, 50178,
    ],
  ],
  [
    'misconfigured',
    [
      90002, 90038, 50194, 9001023, 90124, 90130, 700016, 700011, 70001, 7000112, 7000215, 7000222, 70002, 700027,
      7000114, 50011, 700022, 28000, 28002, 70011, 500131,
    ],
  ],
  ['unavailable', [50033, 90006, 90012, 90024, 90033, 50196]],
  ['throttled', [90055]],
]);
const reasonsByCode: ReadonlyMap<number, CannotTellReason> = new Map(
  [...codesByReason].flatMap(([reason, codes]) => codes.map((code) => [code, reason] as const)),
);

/** The person's sign-in is revoked, expired or malformed: no service will accept it. */
const signInIsOverCodes: ReadonlySet<number> = new Set([50013, 500133, 50173, 50089, 50132, 50133, 700082, 70008]);

/** For codes that are not listed above. Source: RFC 6749, section 5.2; OpenID Connect Core, section 3.1.2.6. */
const reasonsByError: ReadonlyMap<string, CannotTellReason> = new Map<string, CannotTellReason>([
  ['consent_required', 'consent-missing'],
  ['interaction_required', 'sign-in-again'],
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
  const code = error_codes.find((candidate) => reasonsByCode.has(candidate));
  const because = reasonFor(code, error, suberror);
  const isOver = code !== undefined && signInIsOverCodes.has(code);
  return new UpstreamFault(because, `Entra refused: ${code ?? 'unlisted code'}`, isOver ? { signInIsOver: true } : {});
}

function reasonFor(code: number | undefined, error: string, suberror: string | undefined): CannotTellReason {
  const listed = code === undefined ? undefined : reasonsByCode.get(code);
  if (listed !== undefined) return listed;
  if (suberror === 'consent_required') return 'consent-missing';
  return reasonsByError.get(error) ?? 'unreadable';
}
