import { known } from '../../src/domain/known.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { aProduct, aRole, aSubscription, noon, owns, someFacts } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { faultsOfTold, type ToldCase } from './told-in-every-language.ts';

/** Verdicts that were wrong once, and cost people money or time. */

const dynamics = aProduct({
  skuId: '1e1a282c-9c54-43a2-9310-98ef728faace',
  skuPartNumber: 'DYN365_ENTERPRISE_SALES',
  servicePlans: ['DYN365_ENTERPRISE_SALES', 'SHAREPOINTENTERPRISE', 'SHAREPOINTWAC'],
});
const brandNew = aProduct({
  skuId: '00000000-0000-4000-8000-00000000e009',
  skuPartNumber: 'MOON_E9',
  servicePlans: ['EXCHANGE_S_ENTERPRISE'],
});
const azure = known([aSubscription()]);
const buyer = known([aRole('global-administrator')]);

test('false verdict: with Dynamics 365 and pay-as-you-go, "you already have both" is not said', () => {
  const facts = someFacts({ products: known([dynamics]), subscriptions: azure, activeRoles: buyer });
  const cases: readonly ToldCase[] = [
    {
      title: 'buys Microsoft 365',
      scenario: 'add-microsoft-365',
      facts,
      outcome: 'ready',
      checks: { 'has-microsoft-365': 'no' },
    },
    { title: 'adds Azure', scenario: 'add-azure', facts, outcome: 'ready', notices: ['no-microsoft-365-found'] },
    { title: 'joins', scenario: 'join', facts, outcome: 'unsure', checks: { 'has-microsoft-365': 'cannot-tell' } },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('a product that Microsoft has added since never decides alone, and is told', () => {
  const facts = someFacts({ products: known([brandNew]), subscriptions: azure, activeRoles: buyer });
  const cases: readonly ToldCase[] = (['add-microsoft-365', 'add-azure', 'join'] as const).map((scenario) => ({
    title: scenario,
    scenario,
    facts,
    outcome: scenario === 'join' ? 'unsure' : 'ready',
    notices: ['product-not-listed'],
    never: ['already-done', 'no-microsoft-365-found'],
    checks: { 'has-microsoft-365': 'cannot-tell' },
  }));

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('false verdict: a trial of Microsoft 365 does not simply end, it becomes paid', () => {
  const trial = aProduct({ trial: 'yes', nextLifecycleAt: new Date(noon + 9 * 86_400_000).toISOString() });
  const facts = someFacts({ products: known([trial]), subscriptions: azure, activeRoles: buyer });
  const cases: readonly ToldCase[] = [
    { title: 'whose trial ends', scenario: 'add-azure', facts, outcome: 'already-done', notices: ['trial-ends'] },
  ];
  const recurring = { en: 'recurring billing', nl: 'terugkerende facturering', de: 'wiederkehrende Abrechnung' };
  const silent = Object.entries(recurring).flatMap(([locale, words]) => {
    const t = createTranslator(locale as keyof typeof recurring);
    const places = [
      t('notices.trial-ends', { product: 'Microsoft 365', date: 'today' }),
      ...t.lines('steps.m365-try-or-buy.notes'),
    ];
    return places.some((place) => place.includes(words)) && places[0]?.includes(words) ? [] : [locale];
  });

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
  expect(silent).toEqual([]);
});

test('false verdict: to move a subscription nobody has to be in both tenants', () => {
  const owned = aSubscription();
  const facts = someFacts({ subscriptions: known([owned]), ownership: known([owns(owned)]) });
  const cases: readonly ToldCase[] = [
    { title: 'asks', scenario: 'join', facts, outcome: 'ready', notices: ['somebody-must-accept'] },
    {
      title: 'accepts',
      scenario: 'join',
      facts: someFacts({ products: known([aProduct()]), activeRoles: buyer }),
      outcome: 'unsure',
      checks: { 'accepting-administrator': 'yes' },
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});
