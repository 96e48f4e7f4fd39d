import { type AccessPolicy, tenants } from '../people/tenants.ts';
import type { ResourceName } from './resources.ts';
import { type StsRefusal, stsRefusal } from './sts-refusal.ts';

/** How somebody proved who they are when they signed in. Every token that comes from that sign-in carries it. */
export interface SignInProofs {
  readonly secondFactor: boolean;
  readonly compliantDevice: boolean;
  /** When they signed in, in milliseconds since 1970. */
  readonly at: number;
}

/** A claims request that a client hands on. Source: OpenID Connect Core 1.0, section 5.5. */
export type ClaimsReading =
  | {
      readonly kind: 'read';
      /** The client understands claims challenges. */
      readonly declaresCp1: boolean;
      /** Only sign-ins of this moment or later will do, in milliseconds since 1970. */
      readonly notBefore: number | null;
      readonly policies: readonly string[];
    }
  | StsRefusal;

interface ClaimsRequest {
  readonly access_token?: {
    readonly xms_cc?: { readonly values?: readonly string[] };
    readonly nbf?: { readonly value?: string };
    readonly capolids?: { readonly values?: readonly string[] };
  };
}

export function readClaims(text: string | null): ClaimsReading {
  if (text === null) return { kind: 'read', declaresCp1: false, notBefore: null, policies: [] };
  let request: ClaimsRequest | null;
  try {
    request = JSON.parse(text) as ClaimsRequest | null;
  } catch {
    return stsRefusal(9002313, 'The claims request is not JSON.');
  }
  const { xms_cc: capabilities, nbf, capolids } = request?.access_token ?? {};
  return {
    kind: 'read',
    declaresCp1: capabilities?.values?.some((value) => value.toLowerCase() === 'cp1') === true,
    notBefore: nbf?.value === undefined ? null : Number(nbf.value) * 1_000,
    policies: capolids?.values ?? [],
  };
}

/** What a sign-in for this resource in this tenant has to show. */
export function policiesFor(tenantId: string, resource: ResourceName): readonly AccessPolicy[] {
  const there = Object.values(tenants).find(({ id }) => id === tenantId);
  return there?.policies.filter((policy) => policy.resource === resource) ?? [];
}

/** Why there is no token for what somebody has proved; null if there is. */
export function refuseProofs(
  { tenantId, resource }: { readonly tenantId: string; readonly resource: ResourceName },
  proofs: SignInProofs,
  claims: Extract<ClaimsReading, { kind: 'read' }>,
): StsRefusal | null {
  const { notBefore } = claims;
  if (notBefore !== null && proofs.at < notBefore) {
    const wanted = { nbf: { essential: true, value: String(notBefore / 1_000) } };
    return { ...stsRefusal(700020), claims: JSON.stringify({ access_token: wanted }) };
  }
  const unmet = policiesFor(tenantId, resource).find((policy) => !isMet(policy, proofs));
  if (unmet === undefined) return null;
  const refusal = stsRefusal(unmet.demands === 'second-factor' ? 50076 : 53000);
  if (!unmet.isNamed) return refusal;
  const wanted = { capolids: { essential: true, values: [unmet.id] } };
  return { ...refusal, claims: JSON.stringify({ access_token: wanted }) };
}

export function isMet({ demands }: AccessPolicy, proofs: SignInProofs): boolean {
  return demands === 'second-factor' ? proofs.secondFactor : proofs.compliantDevice;
}

/** The claims of a token that tell how its person signed in. Source: Microsoft Learn, access token claims. */
export function proofClaims({ secondFactor, compliantDevice, at }: SignInProofs): Record<string, unknown> {
  return {
    amr: secondFactor ? ['pwd', 'mfa'] : ['pwd'],
    auth_time: at / 1_000,
    ...(compliantDevice ? { deviceid: '6f1d3a52-0c7e-4f0b-9a77-2f1e8b9c5d10' } : {}),
  };
}

export function proofsIn({ amr, auth_time: at, deviceid, iat }: Readonly<Record<string, unknown>>): SignInProofs {
  return {
    secondFactor: Array.isArray(amr) && amr.includes('mfa'),
    compliantDevice: typeof deviceid === 'string',
    at: Number(at ?? iat ?? 0) * 1_000,
  };
}
