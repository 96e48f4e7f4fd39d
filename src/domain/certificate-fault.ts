/** Why a certificate is refused. `refused` covers the rare reasons, such as a revoked certificate. */
export type CertificateFault =
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'unknown-issuer'
  | 'self-signed'
  | 'refused';

/** Source: OpenSSL, "X509_verify_cert_error_string", and Node.js, "Errors" and "TLS: X509 certificate error codes". */
const faults: ReadonlyMap<string, CertificateFault> = new Map<string, CertificateFault>([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'unknown-issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknown-issuer'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown-issuer'],
  ['CERT_SIGNATURE_FAILURE', 'refused'],
  ['CERT_CHAIN_TOO_LONG', 'refused'],
  ['CERT_REVOKED', 'refused'],
  ['CERT_UNTRUSTED', 'refused'],
  ['CERT_REJECTED', 'refused'],
  ['INVALID_CA', 'refused'],
  ['INVALID_PURPOSE', 'refused'],
  ['PATH_LENGTH_EXCEEDED', 'refused'],
]);

/** The certificate fault behind an error code, or null if the error is about something else. */
export function certificateFaultOf(code: string): CertificateFault | null {
  return faults.get(code) ?? null;
}
