import type { SandboxCore } from './core.ts';

export type BearerReading =
  | { readonly kind: 'verified'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly kind: 'missing' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'wrong-audience' }
  | { readonly kind: 'invalid' };

/** The token in `Authorization: Bearer …`, or null. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** Checks the token of a request to a resource of Entra: signature, audience and lifetime. */
export async function readBearer(
  core: SandboxCore,
  header: string | undefined,
  audience: string,
): Promise<BearerReading> {
  const token = bearerOf(header);
  if (token === null) return { kind: 'missing' };
  try {
    return { kind: 'verified', claims: await core.entraKey.verify(token, { audience }) };
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    if (fault.code === 'ERR_JWT_EXPIRED') return { kind: 'expired' };
    if (fault.code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return { kind: 'wrong-audience' };
    return { kind: 'invalid' };
  }
}
