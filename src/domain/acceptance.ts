import { sameId } from './text.ts';

/** What an administrator of another tenant is asked to accept: a subscription that goes to their tenant. */
export interface Acceptance {
  /** The tenant of the Owner who asks. The request itself belongs to the tenant that the subscription goes to. */
  readonly fromTenantId: string;
  /** Where the portal lets them accept; null when the Owner did not give it. */
  readonly link: string | null;
}

/** What an Owner typed about the one who accepts. */
export interface TypedAcceptance {
  readonly targetTenant: string;
  readonly acceptLink: string;
}

export type AcceptanceRefusal = 'tenant-missing' | 'tenant-malformed' | 'own-tenant' | 'link-refused';

export type ReadAcceptance =
  | { readonly kind: 'read'; readonly targetTenantId: string; readonly acceptance: Acceptance }
  | { readonly kind: 'refused'; readonly because: AcceptanceRefusal };

/** The longest link that is taken, in characters. */
export const longestAcceptLink = 2048;

/**
 * The hosts of the Azure portal, worldwide and in Microsoft's national clouds. The page of the confirmation is one of theirs;
 * no document says what its address looks like, so only the host is checked.
 * Source: Microsoft Learn: "Microsoft Entra authentication & national clouds", App registration endpoints, read November 2026.
 */
const portalHosts: readonly string[] = ['portal.azure.com', 'portal.azure.us', 'portal.azure.cn'];

const tenantIdShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads which tenant a subscription goes to, and the link to accept it. Anything that leads elsewhere is refused. */
export function readAcceptance(typed: TypedAcceptance, fromTenantId: string): ReadAcceptance {
  const targetTenantId = typed.targetTenant.trim().toLowerCase();
  const link = readPortalLink(typed.acceptLink);
  if (targetTenantId === '') return { kind: 'refused', because: 'tenant-missing' };
  if (!tenantIdShape.test(targetTenantId)) return { kind: 'refused', because: 'tenant-malformed' };
  if (sameId(targetTenantId, fromTenantId)) return { kind: 'refused', because: 'own-tenant' };
  if (link === 'refused') return { kind: 'refused', because: 'link-refused' };
  return { kind: 'read', targetTenantId, acceptance: { fromTenantId, link } };
}

/** Null when nothing was typed. */
function readPortalLink(typed: string): string | null | 'refused' {
  const text = typed.trim();
  if (text === '') return null;
  if (text.length > longestAcceptLink || !URL.canParse(text)) return 'refused';
  const { protocol, host, username, password, href } = new URL(text);
  // `host` includes a port that is not the usual one, so no such address passes.
  const isPortal = protocol === 'https:' && portalHosts.includes(host) && username === '' && password === '';
  return isPortal && href.length <= longestAcceptLink ? href : 'refused';
}
