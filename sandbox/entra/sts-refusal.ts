import { randomUUID } from 'node:crypto';

/** A "no" of Entra's token service. The numbers are Microsoft's, the sentences are ours. */
export interface StsRefusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly message: string;
  readonly suberror?: string;
  /** What the client should ask for in a new request, as JSON. */
  readonly claims?: string;
}

type Row = readonly [status: number, error: string, message: string, suberror?: string];

const rows = {
  28000: [400, 'invalid_scope', 'The scope asks for more than one resource.'],
  50011: [400, 'invalid_request', 'The redirect URI does not match the ones configured for the application.'],
  50013: [400, 'invalid_grant', 'The assertion is not valid: its signature does not match a known key.'],
  50020: [400, 'invalid_grant', 'The user account does not exist in this tenant and cannot use the application there.'],
  50058: [400, 'login_required', 'A silent sign-in was asked for, but nobody is signed in.'],
  // Source: Microsoft Learn, "Developer guidance for Microsoft Entra Conditional Access", the on-behalf-of scenario.
  50076: [
    400,
    'interaction_required',
    'A change of the administrator, or a new location, makes multifactor authentication necessary.',
    'basic_action',
  ],
  50173: [400, 'invalid_grant', 'The grant was revoked, and a fresh token is needed. Sign in again.'],
  53000: [400, 'interaction_required', 'The policy wants a compliant device, and this device is not compliant.'],
  54005: [400, 'invalid_grant', 'The authorization code was redeemed already.'],
  65001: [
    400,
    'invalid_grant',
    'The user or administrator has not consented to use the application.',
    'consent_required',
  ],
  65004: [400, 'access_denied', 'The user declined to sign in or to consent.'],
  70000: [400, 'invalid_grant', 'The provided grant is not valid.'],
  70003: [400, 'unsupported_grant_type', 'The grant type is not supported.'],
  70008: [400, 'invalid_grant', 'The provided code has expired.'],
  70011: [400, 'invalid_scope', 'The scope is not valid.'],
  90002: [400, 'invalid_request', 'The tenant was not found.'],
  500011: [400, 'invalid_resource', 'The resource principal was not found in the tenant.'],
  500112: [400, 'invalid_grant', 'The redirect URI does not match the one that the code was asked with.'],
  500131: [400, 'invalid_grant', 'The audience of the assertion is not this application.'],
  500133: [400, 'invalid_grant', 'The assertion is not within its valid time range.'],
  501481: [400, 'invalid_grant', 'The code verifier does not match the code challenge.'],
  501491: [400, 'invalid_request', 'The code challenge method is not supported.'],
  700020: [400, 'interaction_required', 'The access grant requires interaction.'],
  700016: [400, 'unauthorized_client', 'The application was not found in the tenant.'],
  900144: [400, 'invalid_request', 'The request lacks a parameter.'],
  9002313: [400, 'invalid_request', 'The request is malformed or not valid.'],
  7000215: [401, 'invalid_client', 'The client secret is not valid.'],
  7000218: [401, 'invalid_client', 'The request lacks a client secret.'],
} as const satisfies Record<number, Row>;
export type StsCode = keyof typeof rows;

export function stsRefusal(code: StsCode, detail?: string): StsRefusal {
  const [status, error, message, suberror]: Row = rows[code];
  const text = detail ? `${message} ${detail}` : message;
  return { kind: 'refused', status, error, code, message: text, ...(suberror ? { suberror } : {}) };
}

export function stsErrorBody(
  { error, code, message, suberror, claims }: StsRefusal,
  now: number,
  correlationId?: string,
) {
  const trace = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = new Date(now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  return {
    error,
    error_description: `AADSTS${code}: ${message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    ...(suberror ? { suberror } : {}),
    ...(claims ? { claims } : {}),
  };
}
