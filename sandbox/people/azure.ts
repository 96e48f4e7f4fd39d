import { stableId } from './stable-id.ts';

/** Quota ids as Azure Resource Manager spells them. Source: understand Cost Management data. */
const quotaIds = {
  'Pay-As-You-Go': 'PayAsYouGo_2014-09-01',
  'Free Trial': 'FreeTrial_2014-09-01',
  'Enterprise or Customer Agreement': 'EnterpriseAgreement_2014-09-01',
  'Partner (CSP)': 'CSP_2015-05-01',
  'Students Starter': 'DreamSpark_2015-02-01',
} as const;

export type AzureAccess = 'Owner' | 'Owner with a condition' | 'Contributor' | 'Reader';

/** An Azure subscription as one person sees it. */
export interface HeldSubscription {
  readonly subscriptionId: string;
  readonly name: string;
  readonly quotaId: string;
  readonly state: 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted';
  readonly spendingLimit: 'On' | 'Off' | 'CurrentPeriodOff';
  /** What this person may do in it. Without any access Azure does not list it. */
  readonly access: AzureAccess;
}

interface SubscriptionOptions extends Partial<Pick<HeldSubscription, 'state' | 'spendingLimit' | 'access'>> {
  readonly offer?: keyof typeof quotaIds;
}

/** `key` keeps the id the same when the name changes; it is unique in the whole sandbox. */
export function subscription(key: string, name: string, options: SubscriptionOptions = {}): HeldSubscription {
  const { offer = 'Pay-As-You-Go', ...rest } = options;
  return {
    subscriptionId: stableId(`subscription ${key}`),
    name,
    quotaId: quotaIds[offer],
    state: 'Enabled',
    spendingLimit: 'Off',
    access: 'Owner',
    ...rest,
  };
}

export interface HeldBillingAccount {
  readonly name: string;
  readonly displayName: string;
  readonly agreementType:
    | 'EnterpriseAgreement'
    | 'MicrosoftCustomerAgreement'
    | 'MicrosoftOnlineServicesProgram'
    | 'MicrosoftPartnerAgreement';
  readonly accountType: 'Enterprise' | 'Individual' | 'Partner';
}

export function billingAccount(
  displayName: string,
  agreementType: HeldBillingAccount['agreementType'],
  accountType: HeldBillingAccount['accountType'] = agreementType === 'MicrosoftOnlineServicesProgram'
    ? 'Individual'
    : 'Enterprise',
): HeldBillingAccount {
  return {
    name: stableId(`billing ${displayName}`),
    displayName,
    agreementType,
    accountType,
  };
}
