import {
  decideProductKind,
  decideProductStage,
  hasMicrosoft365,
  isDeveloperTenant,
  nameProduct,
} from '../../src/domain/products.ts';
import { aProduct, inDays, noon } from '../builders/facts.ts';

test.each([
  ['O365_BUSINESS_ESSENTIALS', 'Microsoft 365 Business Basic'],
  ['O365_BUSINESS_PREMIUM', 'Microsoft 365 Business Standard'],
  ['SPB', 'Microsoft 365 Business Premium'],
  ['SPE_F1', 'Microsoft 365 F3'],
  ['M365_F1', 'Microsoft 365 F1'],
  ['ENTERPRISEPACK', 'Office 365 E3'],
  ['spe_e5', 'Microsoft 365 E5'],
  ['Microsoft_365_Copilot', 'Copilot for Microsoft 365'],
  ['MOON_E9', 'MOON_E9'],
  ['constructor', 'constructor'],
])('%s is called %s', (partNumber, name) => {
  expect(nameProduct(partNumber)).toBe(name);
});

test.each([
  ['SPB', [], 'microsoft-365'],
  ['EXCHANGESTANDARD', [], 'microsoft-365'],
  ['TEAMS_ESSENTIALS_AAD', [], 'microsoft-365'],
  ['FLOW_FREE', ['EXCHANGE_S_FOUNDATION'], 'free'],
  ['POWER_BI_STANDARD', ['EXCHANGE_S_FOUNDATION'], 'free'],
  ['TEAMS_EXPLORATORY', ['EXCHANGE_S_STANDARD', 'SHAREPOINTDESKLESS'], 'free'],
  ['POWERAPPS_VIRAL', [], 'free'],
  ['AAD_PREMIUM', ['EXCHANGE_S_FOUNDATION'], 'identity-only'],
  ['AAD_PREMIUM_P2', [], 'identity-only'],
  ['EMS', [], 'identity-only'],
  ['INTUNE_A', [], 'identity-only'],
  ['Microsoft_365_Copilot', ['OFFICESUBSCRIPTION_COPILOT'], 'other'],
  ['MOON_E9', ['EXCHANGE_S_ENTERPRISE'], 'microsoft-365'],
  ['MOON_E9', ['SHAREPOINTENTERPRISE'], 'microsoft-365'],
  ['MOON_E9', ['OFFICESUBSCRIPTION'], 'microsoft-365'],
  ['MOON_E9', ['EXCHANGE_S_FOUNDATION', 'SHAREPOINTWAC'], 'other'],
  ['MOON_E9', [], 'other'],
])('%s with %p counts as %s', (skuPartNumber, servicePlans, kind) => {
  expect(decideProductKind({ skuPartNumber, servicePlans })).toBe(kind);
});

test.each([
  ['Enabled', 'no', 300, 'active', 'none-needed'],
  ['Enabled', 'yes', 12, 'trial-ending', 'buy-before-trial-ends'],
  ['Enabled', 'yes', 90, 'active', 'none-needed'],
  ['Enabled', 'yes', null, 'active', 'none-needed'],
  ['Enabled', 'unknown', 12, 'active', 'none-needed'],
  ['Warning', 'no', 20, 'expired', 'renew'],
  ['Suspended', 'no', 60, 'disabled', 'reactivate'],
  ['Suspended', 'no', null, 'disabled', 'reactivate'],
  ['Suspended', 'no', 5, 'about-to-be-deleted', 'reactivate-at-once'],
  ['LockedOut', 'no', 60, 'disabled', 'reactivate'],
  ['Deleted', 'no', null, 'deleted', 'buy-again'],
  ['Snoozing', 'no', 5, 'unknown', 'look-in-admin-center'],
] as const)('%s, trial %s, %p days left is %s with way out %s', (status, trial, days, stage, wayOut) => {
  const product = aProduct({ status, trial, nextLifecycleAt: days === null ? null : inDays(days) });

  const decided = decideProductStage(product, noon);

  expect(decided).toEqual({ stage, raw: status, deadline: product.nextLifecycleAt, daysLeft: days, wayOut });
});

test('a date that is no date is not counted down', () => {
  expect(decideProductStage(aProduct({ nextLifecycleAt: 'soon' }), noon).daysLeft).toBeNull();
});

test.each([
  [[], 'no'],
  [[aProduct()], 'yes'],
  [[aProduct({ status: 'Warning' })], 'yes'],
  [[aProduct({ status: 'Suspended' })], 'no'],
  [[aProduct({ status: 'Snoozing' })], 'cannot-tell'],
  [[aProduct({ status: 'Snoozing' }), aProduct()], 'yes'],
  [[aProduct({ skuPartNumber: 'FLOW_FREE' }), aProduct({ skuPartNumber: 'AAD_PREMIUM' })], 'no'],
] as const)('having Microsoft 365 with %p is %s', (products, answer) => {
  expect(hasMicrosoft365(products)).toBe(answer);
});

test('a tenant with only the developer product is a developer tenant', () => {
  expect(
    isDeveloperTenant([aProduct({ skuPartNumber: 'DEVELOPERPACK_E5' }), aProduct({ skuPartNumber: 'FLOW_FREE' })]),
  ).toBe(true);
});

test('a developer product beside a bought one makes no developer tenant', () => {
  expect(isDeveloperTenant([aProduct({ skuPartNumber: 'DEVELOPERPACK_E5' }), aProduct()])).toBe(false);
});

test('a tenant without products is no developer tenant', () => {
  expect(isDeveloperTenant([])).toBe(false);
});
