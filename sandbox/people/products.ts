import { stableId } from './stable-id.ts';

interface Sku {
  readonly skuId: string;
  readonly plans: readonly string[];
}

// Source: product names and service plan identifiers for licensing. The plans are the telling ones, not all of them.
const skus = {
  SPB: {
    skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
    plans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD', 'OFFICE_BUSINESS', 'TEAMS1', 'INTUNE_A', 'AAD_PREMIUM'],
  },
  O365_BUSINESS_PREMIUM: {
    skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    plans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD', 'OFFICE_BUSINESS', 'TEAMS1'],
  },
  O365_BUSINESS_ESSENTIALS: {
    skuId: '3b555118-da6a-4418-894f-7df1e2096870',
    plans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD', 'TEAMS1', 'SHAREPOINTWAC'],
  },
  SPE_E3: {
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    plans: ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE', 'OFFICESUBSCRIPTION', 'TEAMS1', 'AAD_PREMIUM'],
  },
  ENTERPRISEPACK: {
    skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
    plans: ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE', 'OFFICESUBSCRIPTION', 'TEAMS1'],
  },
  DEVELOPERPACK_E5: {
    skuId: 'c42b9cae-ea4f-4ab7-9717-81576235ccac',
    plans: ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE', 'OFFICESUBSCRIPTION', 'TEAMS1'],
  },
  AAD_PREMIUM_P2: {
    skuId: '84a661c4-e949-4bd2-a560-ed7766fcaf2b',
    plans: ['AAD_PREMIUM', 'AAD_PREMIUM_P2', 'MFA_PREMIUM', 'EXCHANGE_S_FOUNDATION'],
  },
  FLOW_FREE: {
    skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d',
    plans: ['DYN365_CDS_VIRAL', 'EXCHANGE_S_FOUNDATION', 'FLOW_P2_VIRAL'],
  },
  DYN365_ENTERPRISE_SALES: {
    skuId: '1e1a282c-9c54-43a2-9310-98ef728faace',
    // SharePoint is where Dynamics 365 keeps its files.
    plans: ['DYN365_ENTERPRISE_SALES', 'PROJECT_ESSENTIALS', 'SHAREPOINTENTERPRISE', 'SHAREPOINTWAC'],
  },
  POWER_BI_STANDARD: {
    skuId: 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
    plans: ['EXCHANGE_S_FOUNDATION', 'PURVIEW_DISCOVERY', 'BI_AZURE_P0'],
  },
} as const satisfies Record<string, Sku>;
export type SkuName = keyof typeof skus;

/** A Microsoft product of the tenant. */
export interface HeldProduct {
  readonly skuPartNumber: SkuName;
  readonly skuId: string;
  readonly plans: readonly string[];
  readonly status: 'Enabled' | 'Warning' | 'Suspended' | 'Deleted' | 'LockedOut';
  readonly isTrial: boolean;
  readonly seats: number;
  readonly used: number;
  /** ISO 8601; null when it never ends. */
  readonly nextLifecycleAt: string | null;
  /** ISO 8601. */
  readonly boughtAt: string;
  /** The partner's tenant when a partner sold it. */
  readonly soldByTenantId: string | null;
  readonly orderId: string;
}

type ProductOptions = Partial<Omit<HeldProduct, 'skuPartNumber' | 'skuId' | 'plans' | 'orderId'>>;

export function product(skuPartNumber: SkuName, options: ProductOptions = {}): HeldProduct {
  const { skuId, plans } = skus[skuPartNumber];
  return {
    skuPartNumber,
    skuId,
    plans,
    status: 'Enabled',
    isTrial: false,
    seats: 25,
    used: 18,
    nextLifecycleAt: null,
    boughtAt: '2024-02-05T09:30:00Z',
    soldByTenantId: null,
    orderId: stableId(`order ${skuPartNumber}`),
    ...options,
  };
}
