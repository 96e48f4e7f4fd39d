import { readFileSync } from 'node:fs';
import { changesBetween, listFile, productsFile, productsModule } from '../../scripts/products/products-file.ts';
import { readPublishedList, writeCopy } from '../../scripts/products/published-list.ts';
import { classifyProduct, type PublishedProduct, productClasses } from '../../src/domain/product-class.ts';
import {
  countsAsMicrosoft365,
  decideProductClass,
  decideProductStage,
  hasMicrosoft365,
  isDeveloperTenant,
  isListed,
  nameProduct,
} from '../../src/domain/products.ts';
import { aProduct, inDays, noon } from '../builders/facts.ts';

const published = readPublishedList(readFileSync(listFile, 'utf8'));
const unlisted = { skuId: '00000000-0000-4000-8000-00000000e009', skuPartNumber: 'MOON_E9' };
const asHeld = ({ partNumber, skuId, servicePlans }: PublishedProduct) =>
  aProduct({ skuPartNumber: partNumber, skuId, servicePlans });

test.each([
  ['O365_BUSINESS_ESSENTIALS', 'Microsoft 365 Business Basic'],
  ['O365_BUSINESS_PREMIUM', 'Microsoft 365 Business Standard'],
  ['SPB', 'Microsoft 365 Business Premium'],
  ['SPE_F1', 'Microsoft 365 F3'],
  ['M365_F1', 'Microsoft 365 F1'],
  ['ENTERPRISEPACK', 'Office 365 E3'],
  ['spe_e5', 'Microsoft 365 E5'],
  ['O365_w/o Teams Bundle_M3', 'Microsoft 365 E3 EEA (no Teams)'],
  ['O365_W/O_TEAMS_BUNDLE_M3', 'Microsoft 365 E3 EEA (no Teams)'],
  ['Microsoft_365_Copilot', 'Microsoft Copilot for Microsoft 365'],
  ['MOON_E9', 'MOON_E9'],
  ['constructor', 'constructor'],
])('%s is called %s', (skuPartNumber, name) => {
  expect(nameProduct({ ...unlisted, skuPartNumber })).toBe(name);
});

test('every product in the published list is named, by part number and by id', () => {
  const offenders = published.flatMap(({ name, partNumber, skuId }) => [
    ...(isListed({ skuId: '', skuPartNumber: partNumber }) ? [] : [`no name for the part number ${partNumber}`]),
    ...(nameProduct({ skuId: skuId.toUpperCase(), skuPartNumber: 'MOON' }) === name
      ? []
      : [`no name for the id of ${name}`]),
  ]);

  expect(published).toHaveLength(569);
  expect(offenders).toEqual([]);
});

test('what the bot knows is what the rule makes of the published list', () => {
  const asKnown = (product: PublishedProduct) => decideProductClass(asHeld(product));

  // Run `npm run products` if the rule or the list changed on purpose: it says which products have another class.
  expect(changesBetween(published, published, asKnown)).toEqual([]);
  expect(readFileSync(productsFile, 'utf8')).toBe(productsModule(published));
});

test('each class has as many products as were last looked at', () => {
  const counts = Object.fromEntries(
    productClasses.map((one) => [one, published.filter((product) => classifyProduct(product) === one).length]),
  );

  expect(counts).toEqual({ suite: 93, workload: 18, free: 12, trial: 14, viral: 19, 'add-on': 141, other: 272 });
});

test('a change of the list names each product that is new, gone, renamed or of another class', () => {
  const named = (partNumber: string, name: string): PublishedProduct => ({
    name,
    partNumber,
    skuId: 'id',
    servicePlans: ['EXCHANGE_S_STANDARD'],
  });
  const before = [named('STAYS', 'Office 365 E1'), named('GOES', 'Office 365 E2'), named('CHANGES', 'Office 365 E3')];
  const after = [named('STAYS', 'Office 365 E1'), named('COMES', 'Office 365 E9'), named('CHANGES', 'E3 Trial')];

  expect(changesBetween(before, after)).toEqual([
    'new: COMES (Office 365 E9), suite',
    'another name: CHANGES (E3 Trial), was Office 365 E3',
    'another class: CHANGES (E3 Trial), was suite, is trial',
    'gone: GOES (Office 365 E2), suite',
  ]);
});

test('the CSV that Microsoft publishes is read like our copy of it', () => {
  const rows = published.flatMap(({ name, partNumber, skuId, servicePlans }) =>
    (servicePlans.length === 0 ? [''] : servicePlans).map(
      (plan) =>
        `"${name.replaceAll('"', '""')}",${/[",]/.test(partNumber) ? `"${partNumber}"` : partNumber},${skuId},${plan},id,"Plan, friendly"`,
    ),
  );
  const head =
    'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names';

  const read = readPublishedList(`\uFEFF${[head, ...rows].join('\r\n')}\r\n`);

  expect(changesBetween(published, read)).toEqual([]);
  expect(writeCopy(read)).toBe(writeCopy(published));
});

test.each([
  ['another CSV', 'a,b\n1,2\n', 'It has no column “product_display_name”.'],
  [
    'a list that was cut short',
    writeCopy(published.slice(0, 20)),
    'It has only 20 products, so part of it is missing.',
  ],
  ['a list without ids', writeCopy(published.map((one) => ({ ...one, skuId: 'x' }))), 'A product lacks its name'],
])('%s is not taken for the published list', (_, text, problem) => {
  expect(() => readPublishedList(text)).toThrow(problem);
});

test.each([
  ['SPB', 'suite', 'yes'],
  ['O365_w/o Teams Bundle_M3', 'suite', 'yes'],
  ['STANDARDWOFFPACK_STUDENT', 'suite', 'yes'],
  ['EXCHANGESTANDARD', 'workload', 'yes'],
  ['Teams_Ess', 'workload', 'yes'],
  ['TEAMS_ESSENTIALS_AAD', 'workload', 'yes'],
  ['FLOW_FREE', 'free', 'no'],
  ['POWER_BI_STANDARD', 'free', 'no'],
  ['POWERAPPS_VIRAL', 'viral', 'no'],
  ['AAD_PREMIUM_P2', 'other', 'no'],
  ['EMS', 'other', 'no'],
  ['Microsoft_365_Copilot', 'add-on', 'no'],
  ['EXCHANGEARCHIVE', 'add-on', 'no'],
])('%s is of the class %s, and counts as Microsoft 365: %s', (partNumber, productClass, counts) => {
  const product = published.find((one) => one.partNumber === partNumber);
  if (product === undefined) throw new Error(`${partNumber} is not in the list`);

  expect(decideProductClass(asHeld(product))).toBe(productClass);
  expect(countsAsMicrosoft365(asHeld(product))).toBe(counts);
});

describe('false verdict: "you already have both" is never said because of', () => {
  const isAmong =
    (...partNumbers: readonly string[]) =>
    (one: PublishedProduct) =>
      partNumbers.includes(one.partNumber);
  test.each([
    ['Dynamics 365', 100, (one: PublishedProduct) => /^(Microsoft )?Dynamics|Relationship Sales/.test(one.name)],
    ['Project and Planner', 18, (one: PublishedProduct) => /^(Project|Planner)/.test(one.name)],
    ['a free Teams', 1, isAmong('TEAMS_FREE')],
    [
      'a Teams trial',
      4,
      isAmong('MS_TEAMS_IW', 'TEAMS_COMMERCIAL_TRIAL', 'TEAMS_EXPLORATORY', 'Microsoft_Teams_Exploratory_Dept'),
    ],
    ['extra storage', 2, isAmong('SHAREPOINTSTORAGE', 'SHAREPOINTSTORAGE_GOV')],
    ['several geographies', 1, isAmong('OFFICE365_MULTIGEO')],
    ['shared devices', 3, isAmong('MCOCAP', 'MCOCAP_FACULTY', 'MCOCAP_GOV')],
  ] as const)('%s', (_, atLeast, isOne) => {
    const products = published.filter(isOne);
    const told = products.filter((product) => hasMicrosoft365([asHeld(product)]) !== 'no').map((one) => one.partNumber);

    expect(products.length).toBeGreaterThanOrEqual(atLeast);
    expect(told).toEqual([]);
  });
});

test.each([
  [['EXCHANGE_S_ENTERPRISE'], 'cannot-tell'],
  [['SHAREPOINTENTERPRISE'], 'cannot-tell'],
  [['OFFICESUBSCRIPTION'], 'cannot-tell'],
  [[], 'cannot-tell'],
  [['EXCHANGE_S_FOUNDATION', 'SHAREPOINTWAC'], 'no'],
])('an unlisted product with %p never decides alone: %s', (servicePlans, answer) => {
  const product = aProduct({ ...unlisted, servicePlans });

  expect(decideProductClass(product)).toBe('unknown');
  expect(hasMicrosoft365([product])).toBe(answer);
  expect(hasMicrosoft365([product, aProduct()])).toBe('yes');
});

test.each([
  ['Enabled', 'no', 300, 'active', 'none-needed'],
  ['Enabled', 'yes', 12, 'trial-ending', 'decide-before-trial-ends'],
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
