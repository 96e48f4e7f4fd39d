/** The service that keeps people's sign-ins refused, did not answer, or made no sense. */
export class SignInUnavailable extends Error {
  readonly code = 'SIGN_IN_UNAVAILABLE';
  /** HTTP status; null if there was no answer. */
  readonly status: number | null;
  constructor(message: string, status: number | null, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'SignInUnavailable';
    this.status = status;
  }
}
