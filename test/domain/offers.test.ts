import type { AzureSubscription, BillingAccount } from '../../src/domain/facts.ts';
import { cannotTell, type Known, known } from '../../src/domain/known.ts';
import { type AgreementAnswer, decideAgreement, decideOffer, isRealAzure, offerIds } from '../../src/domain/offers.ts';
import { anAccount, aSubscription } from '../builders/facts.ts';

test.each([
  ['EnterpriseAgreement_2014-09-01', 'enterprise-or-customer-agreement'],
  ['MSDNDevTest_2014-09-01', 'dev-test'],
  ['PayAsYouGo_2014-09-01', 'pay-as-you-go'],
  ['FreeTrial_2014-09-01', 'free-trial'],
  ['MSDN_2014-09-01', 'visual-studio'],
  ['MPN_2014-09-01', 'partner-network'],
  ['CSP_2015-05-01', 'partner-sold'],
  ['CSP_MG_2017-12-01', 'partner-sold'],
  ['CSPDEVTEST_2018-05-01', 'partner-sold'],
  ['AzureInOpen_2014-09-01', 'azure-in-open'],
  ['AzurePass_2014-09-01', 'azure-pass'],
  ['DreamSpark_2015-02-01', 'students-starter'],
  ['AzureForStudents_2018-01-01', 'students'],
  ['Sponsored_2016-01-01', 'sponsorship'],
  ['Default_2014-09-01', 'support-plan'],
  ['Internal_2014-09-01', 'microsoft-internal'],
  ['AAD_2015-09-01', 'access-to-entra'],
  ['BizSpark_2014-09-01', 'bizspark'],
  ['BizSparkPlus_2014-09-01', 'bizspark'],
  ['MonetaryCommitment_2015-05-01', 'prepaid-commitment'],
  ['LegacyMonetaryCommitment_2014-09-01', 'prepaid-commitment'],
  ['DevEssentials_2016-01-01', 'retired-other'],
  ['LightweightTrial_2016-09-01', 'retired-other'],
  ['BackupStorage_2014-09-01', 'retired-other'],
  ['AzureDynamics_2014-09-01', 'retired-other'],
  ['payasyougo_2014-09-01', 'pay-as-you-go'],
])('the quota id %s stands for %s', (quotaId, id) => {
  expect(decideOffer(quotaId).id).toBe(id);
  expect(offerIds).toContain(id);
});

test('an unknown quota id is shown as it came', () => {
  expect(decideOffer('Moon_2031-01-01')).toEqual({
    id: 'unknown',
    name: 'Moon_2031-01-01',
    quotaId: 'Moon_2031-01-01',
    limits: [],
    agreement: 'unknown',
  });
});

test.each([
  ['CSP_2015-05-01', true],
  ['CSP_MG_2017-12-01', true],
  ['CSPDEVTEST_2018-05-01', true],
  ['DreamSpark_2015-02-01', true],
  ['Internal_2014-09-01', true],
  ['PayAsYouGo_2014-09-01', false],
  ['AzureForStudents_2018-01-01', false],
  ['EnterpriseAgreement_2014-09-01', false],
])('%s staying in its directory is %p', (quotaId, stays) => {
  expect(decideOffer(quotaId).limits.includes('cannot-change-directory')).toBe(stays);
});

test.each([
  ['AAD_2015-09-01', false],
  ['Default_2014-09-01', false],
  ['FreeTrial_2014-09-01', true],
  [null, true],
  ['Moon_2031-01-01', true],
])('%p being real Azure is %p', (quotaId, isReal) => {
  expect(isRealAzure({ quotaId })).toBe(isReal);
});

const ea = 'EnterpriseAgreement_2014-09-01';
const payg = 'PayAsYouGo_2014-09-01';
const csp = 'CSP_2015-05-01';
const subs = (...quotaIds: (string | null)[]): Known<readonly AzureSubscription[]> =>
  known(quotaIds.map((quotaId, index) => aSubscription({ subscriptionId: `s${index}`, quotaId })));
const accounts = (...types: string[]): Known<readonly BillingAccount[]> => known(types.map((type) => anAccount(type)));

interface AgreementCase {
  readonly why: string;
  readonly subscriptions: Known<readonly AzureSubscription[]>;
  readonly billing: Known<readonly BillingAccount[]>;
  readonly answer?: AgreementAnswer;
  readonly is: string;
  readonly source?: string;
}

const cases: readonly AgreementCase[] = [
  {
    why: 'a billing account shows the enterprise agreement',
    subscriptions: subs(ea),
    billing: accounts('EnterpriseAgreement'),
    is: 'enterprise',
    source: 'billing-account',
  },
  {
    why: 'a billing account shows the customer agreement',
    subscriptions: subs(ea),
    billing: accounts('MicrosoftCustomerAgreement'),
    is: 'customer',
    source: 'billing-account',
  },
  {
    why: 'with both, the stricter one counts',
    subscriptions: subs(ea),
    billing: accounts('MicrosoftCustomerAgreement', 'EnterpriseAgreement'),
    is: 'enterprise',
  },
  {
    why: 'a person cannot talk away what is seen',
    subscriptions: subs(ea),
    billing: accounts('EnterpriseAgreement'),
    answer: 'neither',
    is: 'enterprise',
    source: 'billing-account',
  },
  {
    why: 'a person cannot talk a customer agreement into an enterprise one',
    subscriptions: subs(ea),
    billing: accounts('MicrosoftCustomerAgreement'),
    answer: 'enterprise',
    is: 'customer',
  },
  { why: 'the shared quota id alone decides nothing', subscriptions: subs(ea), billing: known([]), is: 'ask' },
  {
    why: 'refused billing accounts are asked about',
    subscriptions: subs(ea),
    billing: cannotTell('permission-refused'),
    is: 'ask',
  },
  { why: 'dev/test is shared as well', subscriptions: subs('MSDNDevTest_2014-09-01'), billing: known([]), is: 'ask' },
  { why: 'an unknown offer is asked about', subscriptions: subs('Moon'), billing: known([]), is: 'ask' },
  { why: 'a missing quota id is asked about', subscriptions: subs(null), billing: known([]), is: 'ask' },
  {
    why: 'the answer enterprise counts where facts cannot tell',
    subscriptions: subs(ea),
    billing: known([]),
    answer: 'enterprise',
    is: 'enterprise',
    source: 'answer',
  },
  {
    why: 'the answer partner counts where facts cannot tell',
    subscriptions: subs('Strange_2030-01-01'),
    billing: known([]),
    answer: 'partner',
    is: 'partner',
    source: 'answer',
  },
  {
    why: 'the answer partner does not make a partner’s what none of them sells',
    subscriptions: subs(ea),
    billing: known([]),
    answer: 'partner',
    is: 'ask',
  },
  {
    why: 'the answer neither leaves the customer agreement where only that and an Enterprise Agreement are possible',
    subscriptions: subs(ea),
    billing: known([]),
    answer: 'neither',
    is: 'customer',
    source: 'answer',
  },
  { why: 'not sure leaves it open', subscriptions: subs(ea), billing: known([]), answer: 'not-sure', is: 'ask' },
  {
    why: 'pay-as-you-go was bought on the web',
    subscriptions: subs(payg),
    billing: known([]),
    is: 'online',
    source: 'offer',
  },
  {
    why: 'the offer beats the answer',
    subscriptions: subs(payg),
    billing: known([]),
    answer: 'enterprise',
    is: 'online',
    source: 'offer',
  },
  {
    why: 'partner offers come from a partner',
    subscriptions: subs(csp),
    billing: known([]),
    is: 'partner',
    source: 'offer',
  },
  {
    why: 'one own subscription beside partner ones is bought on the web',
    subscriptions: subs(csp, payg),
    billing: known([]),
    is: 'online',
  },
  {
    why: 'an ambiguous one beside a clear one is asked about',
    subscriptions: subs(payg, ea),
    billing: known([]),
    is: 'ask',
  },
  { why: 'a support plan is no Azure', subscriptions: subs('Default_2014-09-01'), billing: known([]), is: 'none-seen' },
  { why: 'nothing bought shows nothing', subscriptions: subs(), billing: known([]), is: 'none-seen' },
  {
    why: 'with nothing bought the person’s word counts',
    subscriptions: subs(),
    billing: known([]),
    answer: 'enterprise',
    is: 'enterprise',
    source: 'answer',
  },
  {
    why: 'a tenant that never used Azure shows nothing',
    subscriptions: cannotTell('service-absent'),
    billing: cannotTell('service-absent'),
    is: 'none-seen',
  },
  {
    why: 'subscriptions that could not be read are asked about',
    subscriptions: cannotTell('consent-missing'),
    billing: cannotTell('consent-missing'),
    is: 'ask',
  },
  {
    why: 'a billing account tells it even without subscriptions',
    subscriptions: cannotTell('too-slow'),
    billing: accounts('MicrosoftOnlineServicesProgram'),
    is: 'online',
    source: 'billing-account',
  },
  {
    why: 'a partner’s own account',
    subscriptions: subs(),
    billing: accounts('MicrosoftPartnerAgreement'),
    is: 'partner',
    source: 'billing-account',
  },
  {
    why: 'an agreement that ended does not count',
    subscriptions: subs(payg),
    billing: known([anAccount('EnterpriseAgreement', { accountStatus: 'Expired' })]),
    is: 'online',
  },
  {
    why: 'an unknown agreement type decides nothing',
    subscriptions: subs(ea),
    billing: accounts('MoonAgreement'),
    is: 'ask',
  },
];

test.each(cases)('agreement: $why', ({ subscriptions, billing, answer, is, source }) => {
  const agreement = decideAgreement(subscriptions, billing, answer ?? null);

  expect(agreement).toMatchObject(source === undefined ? { kind: is } : { kind: is, source });
});

test('asking says why it must ask', () => {
  expect(decideAgreement(subs(ea), known([]))).toEqual({ kind: 'ask', because: 'ambiguous' });
  expect(decideAgreement(subs(ea), cannotTell('permission-refused'))).toEqual({
    kind: 'ask',
    because: 'permission-refused',
  });
});
