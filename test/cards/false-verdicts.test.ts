import { adminRequestText } from '../../cards/admin-request-card.ts';
import { stepsCard } from '../../cards/steps-card.ts';
import { verdictCard } from '../../cards/verdict-card.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import { linkUrls } from '../../src/domain/links.ts';
import { generalPlan } from '../../src/domain/plan.ts';
import { type Scenario, scenarios } from '../../src/domain/scenario.ts';
import { viewStatus } from '../../src/domain/status.ts';
import type { StepId } from '../../src/domain/steps.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import {
  aContext,
  aMembership,
  anAccount,
  aProduct,
  aRole,
  aSubscription,
  aTenant,
  contosoId,
  fabrikamId,
  inFabrikamToo,
  noon,
  owns,
  someFacts,
  withoutArm,
} from '../builders/facts.ts';
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
const azureHere = 'card.verdict.already.add-azure' as const;
const wrongTenant = 'card.verdict.right-tenant' as const;
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
    {
      title: 'adds Azure',
      scenario: 'add-azure',
      facts,
      outcome: 'unsure',
      says: azureHere,
      notices: ['no-microsoft-365-found'],
    },
    { title: 'joins', scenario: 'join', facts, outcome: 'unsure', checks: { 'has-microsoft-365': 'no' } },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('false verdict: where Azure could not be read, nobody is told to start, or to buy Microsoft 365 twice', () => {
  const facts = withoutArm({ products: known([aProduct()]), activeRoles: buyer });
  const cases: readonly ToldCase[] = [
    { title: 'adds Azure', scenario: 'add-azure', facts, outcome: 'unsure', checks: { 'has-azure': 'cannot-tell' } },
    {
      title: 'buys Microsoft 365',
      scenario: 'add-microsoft-365',
      facts,
      outcome: 'unsure',
      says: 'card.verdict.already.add-microsoft-365',
      checks: { 'has-azure': 'cannot-tell' },
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('a product that Microsoft has added since never decides alone, and is told', () => {
  const facts = someFacts({ products: known([brandNew]), subscriptions: azure, activeRoles: buyer });
  const cases: readonly ToldCase[] = (['add-microsoft-365', 'add-azure', 'join'] as const).map((scenario) => ({
    title: scenario,
    scenario,
    facts,
    outcome: 'unsure',
    ...(scenario === 'add-azure' ? { says: azureHere } : {}),
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
      says: 'card.verdict.comes-here-title',
      checks: { 'accepting-administrator': 'yes' },
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

const ambiguous = aSubscription({ quotaId: 'EnterpriseAgreement_2014-09-01' });

test('false verdict: a customer agreement of the person’s own does not hide an Enterprise Agreement', () => {
  const own = anAccount('MicrosoftCustomerAgreement', { accountType: 'Individual' });
  const many = Array.from({ length: 40 }, (_, index) => ({ ...own, displayName: `Account ${index}` }));
  const facts = someFacts({ subscriptions: known([ambiguous]), activeRoles: buyer });
  const unclear = { outcome: 'unsure', checks: { 'self-service-agreement': 'cannot-tell' } } as const;
  const cases: readonly ToldCase[] = [
    {
      title: 'an account of their own',
      scenario: 'add-azure',
      facts: { ...facts, billingAccounts: known([own]) },
      ...unclear,
      says: azureHere,
    },
    {
      title: 'forty of them',
      scenario: 'add-microsoft-365',
      facts: { ...facts, billingAccounts: known(many) },
      ...unclear,
    },
    {
      title: 'an account of a kind that Azure does not tell',
      scenario: 'add-azure',
      facts: { ...facts, billingAccounts: known([{ ...own, accountType: null }]) },
      ...unclear,
      says: azureHere,
    },
    {
      title: 'the organisation’s own agreement',
      scenario: 'add-azure',
      facts: { ...facts, billingAccounts: known([anAccount('MicrosoftCustomerAgreement')]) },
      outcome: 'unsure',
      says: azureHere,
    },
    {
      title: 'forty accounts, one of them enterprise',
      scenario: 'add-azure',
      facts: { ...facts, billingAccounts: known([...many, anAccount('EnterpriseAgreement')]) },
      outcome: 'out-of-scope',
      says: azureHere,
      blockers: ['enterprise-agreement'],
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('false verdict: an enterprise administrator without a subscription is not sent to the sign-up page', () => {
  const facts = someFacts({ billingAccounts: known([anAccount('EnterpriseAgreement')]) });
  const cases: readonly ToldCase[] = (['add-azure', 'add-microsoft-365', 'join'] as const).map((scenario) => ({
    title: scenario,
    scenario,
    facts,
    outcome: 'out-of-scope',
    blockers: [
      {
        'add-azure': 'enterprise-agreement',
        'add-microsoft-365': 'enterprise-licences',
        join: 'enterprise-move',
      } as const,
    ].map((byRoute) => byRoute[scenario]),
  }));

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('false verdict: "you need a role to buy" is not said where a role may be waiting for activation', () => {
  const cases: readonly ToldCase[] = [
    {
      title: 'with the minimum of permissions',
      scenario: 'add-microsoft-365',
      facts: someFacts({ eligibleRoles: cannotTell('permission-refused') }),
      outcome: 'unsure',
      says: wrongTenant,
      checks: { 'purchase-role': 'cannot-tell' },
    },
    {
      title: 'where everything was read, a role can still wait in a group',
      scenario: 'add-microsoft-365',
      facts: someFacts(),
      outcome: 'held-back',
      blockers: ['role-missing'],
      notices: ['role-may-wait-in-group'],
    },
    {
      title: 'where Owner is missing, it can be waiting',
      scenario: 'join',
      facts: someFacts({
        subscriptions: azure,
        ownership: known([owns(aSubscription(), 'not-owner')]),
        memberships: known(inFabrikamToo()),
      }),
      outcome: 'held-back',
      blockers: ['not-owner'],
      notices: ['owner-may-wait'],
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('false verdict: "you are a guest" is not said to members and partners who come from another tenant', () => {
  const fromElsewhere = { personId: 'k', tenantId: contosoId, account: 'guest' } as const;
  const homeInFabrikam = aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam', category: 'Home' });
  const cases: readonly ToldCase[] = [
    {
      title: 'an external member',
      scenario: 'add-azure',
      facts: someFacts({
        identity: fromElsewhere,
        memberships: known([aMembership({ category: 'ProjectedBy' }), homeInFabrikam]),
      }),
      outcome: 'unsure',
      says: wrongTenant,
      checks: { 'work-account': 'cannot-tell' },
      notices: ['external-member'],
    },
    {
      title: 'a guest by the directory’s own word',
      scenario: 'add-azure',
      facts: someFacts({ profile: known({ displayName: null, userPrincipalName: null, userType: 'guest' }) }),
      outcome: 'held-back',
      blockers: ['guest-account'],
    },
    {
      title: 'a partner',
      scenario: 'add-azure',
      facts: someFacts({
        identity: fromElsewhere,
        profile: cannotTell('unreadable'),
        memberships: known([aMembership({ category: 'ManagedBy' }), homeInFabrikam]),
      }),
      outcome: 'held-back',
      blockers: ['partner-admin'],
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

test('two tenants with one name are told apart by their domains', () => {
  const namesake = aMembership({ tenantId: fabrikamId, defaultDomain: 'contoso.nl', category: 'ProjectedBy' });
  const facts = someFacts({ tenant: known(aTenant()), memberships: known([aMembership(), namesake]) });
  const { notices } = decideVerdict('add-azure', facts, aContext());

  expect(notices.find(({ id }) => id === 'several-tenants')?.about.tenants).toBe(
    'Contoso (contoso.nl), Contoso (contoso.onmicrosoft.com)',
  );
});

test('offers, support plans and deleted subscriptions are told for what they are', () => {
  const holding = (changes: Parameters<typeof aSubscription>[0]) =>
    someFacts({ subscriptions: known([aSubscription(changes)]) });
  const cases: readonly ToldCase[] = [
    {
      title: 'a trial ends',
      scenario: 'add-azure',
      facts: holding({ quotaId: 'FreeTrial_2014-09-01' }),
      outcome: 'unsure',
      says: azureHere,
      notices: ['offer-ends'],
    },
    {
      title: 'an offer of the past',
      scenario: 'add-azure',
      facts: holding({ quotaId: 'AzureInOpen_2014-09-01' }),
      outcome: 'unsure',
      says: azureHere,
      notices: ['offer-retired'],
    },
    {
      title: 'an offer that stays',
      scenario: 'add-azure',
      facts: holding({ quotaId: 'DreamSpark_2015-02-01' }),
      outcome: 'unsure',
      says: azureHere,
      notices: ['offer-cannot-change-directory'],
    },
    {
      title: 'a support plan',
      scenario: 'add-azure',
      facts: holding({ quotaId: 'Default_2014-09-01' }),
      outcome: 'unsure',
      says: wrongTenant,
      notices: ['support-plan-only'],
      never: ['not-azure-subscription'],
    },
    {
      title: 'access to Entra',
      scenario: 'add-azure',
      facts: holding({ quotaId: 'AAD_2015-09-01' }),
      outcome: 'unsure',
      says: wrongTenant,
      notices: ['not-azure-subscription'],
      never: ['support-plan-only'],
    },
    {
      title: 'a deleted one',
      scenario: 'add-azure',
      facts: holding({ state: 'Deleted' }),
      outcome: 'unsure',
      says: wrongTenant,
      notices: ['subscription-deleted'],
    },
  ];

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
});

const signsUpHere = ['lands-in-this-tenant', 'use-this-account', 'use-account-here', 'no-admin-role-needed'] as const;
const adding = ['add-azure', 'add-microsoft-365'] as const;

test('who must not sign up here is not told what happens when they do', () => {
  const guest = known({ displayName: null, userPrincipalName: null, userType: 'guest' as const });
  const places = {
    'guest-account': someFacts({ profile: guest }),
    'personal-account': someFacts({ identity: { personId: 'k', tenantId: contosoId, account: 'personal' } }),
    'partner-admin': someFacts({
      profile: cannotTell('unreadable'),
      memberships: known([aMembership({ category: 'ManagedBy' })]),
    }),
    'unmanaged-tenant': someFacts({ tenant: known(aTenant({ management: 'unmanaged' })) }),
    'customers-tenant': someFacts({ tenant: known(aTenant({ type: 'customers' })) }),
    'developer-tenant': someFacts({
      products: known([aProduct({ skuPartNumber: 'DEVELOPERPACK_E5', skuId: 'c42b9cae-ea4f-4ab7-9717-81576235ccac' })]),
      activeRoles: buyer,
    }),
  };
  const cases: readonly ToldCase[] = Object.entries(places).flatMap(([blocker, facts]) =>
    adding.map((scenario) => ({
      title: `${blocker}: ${scenario}`,
      scenario,
      facts,
      outcome: blocker === 'developer-tenant' ? ('out-of-scope' as const) : ('held-back' as const),
      blockers: [
        blocker === 'developer-tenant' && scenario === 'add-microsoft-365'
          ? 'developer-licences'
          : (blocker as keyof typeof places),
      ],
      never: signsUpHere,
    })),
  );
  const disabled: ToldCase = {
    title: 'whose subscription is disabled reactivates it',
    scenario: 'add-azure',
    facts: someFacts({ subscriptions: known([aSubscription({ state: 'Disabled' })]) }),
    outcome: 'held-back',
    blockers: ['subscription-disabled'],
    never: signsUpHere,
  };

  expect(offendersAmong([...cases, disabled], faultsOfTold)).toEqual([]);
});

test('somebody with an Enterprise Agreement who wants Microsoft 365 is told how it is ordered, not who makes Azure subscriptions', () => {
  const facts = someFacts({
    subscriptions: azure,
    activeRoles: buyer,
    billingAccounts: known([anAccount('EnterpriseAgreement')]),
  });
  const ofAzure =
    /enterprise administrator|ondernemingsbeheerder|Unternehmensadministrator|administrateur d’entreprise/;
  const ofMicrosoft365 = /olume licensing|olumelicenti|olumenlizenz|licences en volume/;
  const cases = locales.flatMap((locale) =>
    adding.map((scenario) => {
      const verdict = decideVerdict(scenario, facts, aContext());
      const card = JSON.stringify(verdictCard({ verdict, readAt: facts.readAt }, createTranslator(locale)));
      return { title: `${scenario} ${locale}`, scenario, verdict, card };
    }),
  );

  expect(
    offendersAmong(cases, ({ scenario, verdict, card }) => [
      ...(verdict.outcome === 'out-of-scope' ? [] : [verdict.outcome]),
      ...((scenario === 'add-azure') === ofAzure.test(card)
        ? []
        : ['tells or leaves out who makes Azure subscriptions']),
      ...((scenario === 'add-azure') !== ofMicrosoft365.test(card)
        ? []
        : ['tells or leaves out how Microsoft 365 is ordered']),
      ...(card.includes('"topic":"enterprise-agreement"') ? [] : ['leads to no text for the request']),
    ]),
  ).toEqual([]);
});

const named = known({
  displayName: 'Lidia Holloway',
  userPrincipalName: 'lidia_h_fabrikam.com#EXT#@contoso.onmicrosoft.com',
  userType: 'member' as const,
});

test('an external member is not promised a tenant, nor sent to sign in with a name that nobody signs in with', () => {
  const elsewhere = known([
    aMembership({ category: 'ProjectedBy' }),
    aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam', category: 'Home' }),
  ]);
  const facts = someFacts({ profile: named, memberships: elsewhere, activeRoles: buyer });
  const cases: readonly ToldCase[] = [facts, { ...facts, memberships: cannotTell('too-slow') }].flatMap((one, index) =>
    adding.map((scenario) => ({
      title: `${scenario}, ${index === 0 ? 'home known' : 'home not read'}`,
      scenario,
      facts: one,
      // "You can start" would promise what the line below it doubts.
      outcome: 'unsure' as const,
      checks: { 'work-account': 'cannot-tell' as const },
      says: wrongTenant,
      notices: ['landing-not-documented'] as const,
      never: ['lands-in-this-tenant', 'use-account-here'] as const,
    })),
  );
  const view = { verdict: decideVerdict('add-azure', facts, aContext()), readAt: facts.readAt };

  expect(offendersAmong(cases, faultsOfTold)).toEqual([]);
  expect(JSON.stringify(verdictCard(view, createTranslator('en')))).not.toMatch(/#EXT#|\\_/);
  expect(viewStatus(facts, aContext()).account.signInName).toBeNull();
});

test('a check says nothing that the blocker beside it denies', () => {
  const owned = aSubscription();
  const conditional = decideVerdict(
    'join',
    someFacts({
      subscriptions: known([owned]),
      ownership: known([owns(owned, 'owner-with-condition')]),
      memberships: known(inFabrikamToo()),
    }),
    aContext(),
  );
  const words = Object.values(locales).map((locale) => createTranslator(locale));

  expect(conditional.blockers.map(({ id }) => id)).toContain('owner-with-condition');
  expect(conditional.notices.map(({ id }) => id)).not.toContain('owner-may-wait');
  for (const t of words) {
    expect(t('checks.owner-of-subscription.no')).toMatch(/voorwaarde|condition|Bedingung/);
    expect(t('checks.work-account.no')).not.toMatch(/gast|guest|invité|Gast/);
  }
});

/** What is on the card before anything is unfolded or pressed, in the order it is read. */
function inSight(scenario: Scenario, facts: Facts, nextStep: StepId | null = null) {
  const verdict = decideVerdict(scenario, facts, aContext());
  const card = verdictCard({ verdict, readAt: facts.readAt, nextStep }, createTranslator('en'));
  const words = card.body.filter(({ type }) => type !== 'Fold').map((part) => JSON.stringify(part));
  return { verdict, words: words.join('\n'), buttons: card.actions.map((action) => action.title) };
}

const azureOnly = someFacts({ subscriptions: azure, activeRoles: buyer });
const microsoft365Only = someFacts({ products: known([aProduct()]), activeRoles: buyer });

test('who wants Azure where there is no Microsoft 365 reads so at once, and is led to the other route or account', () => {
  const alone = inSight('add-azure', azureOnly);
  const guestElsewhere = inSight('add-azure', { ...azureOnly, memberships: known(inFabrikamToo()) });
  const nothing = inSight('add-azure', someFacts());
  const sentence = 'I did not find Microsoft 365 in Contoso. If it is in another tenant, sign in there first.';

  for (const { words, verdict } of [alone, guestElsewhere, nothing]) {
    expect(verdict.outcome).toBe('unsure');
    expect(words).toContain(sentence);
    expect(words).toContain('Please check');
    expect(words).not.toContain('You can');
  }
  expect(alone.buttons.slice(0, 2)).toEqual(['I have Azure and want Microsoft 365', 'Use another account']);
  expect(guestElsewhere.buttons[0]).toBe('I have both, bought separately');
  expect(nothing.buttons.slice(0, 2)).toEqual(['Use another account', 'Show the steps']);
});

test('nobody is invited to buy Microsoft 365 twice, whatever their role', () => {
  for (const facts of [microsoft365Only, { ...microsoft365Only, activeRoles: known([]) }]) {
    const { verdict, words, buttons } = inSight('add-microsoft-365', facts);

    expect(verdict.outcome).toBe('unsure');
    expect(words).toContain('You already have Microsoft 365 here');
    expect(words).toContain('I did not find an Azure subscription in Contoso');
    expect(buttons[0]).toBe('I have Microsoft 365 and want Azure');
    expect(buttons).not.toContain('Show the steps');
    expect(buttons).not.toContain('Ask my administrator');
  }
});

test('the text for an administrator takes no Azure for granted, in any language', () => {
  const view = { tenant: 'Contoso', blockers: [], code: 'c', url: null, expiresAt: new Date(noon).toISOString() };
  const texts = locales.map((locale) =>
    adminRequestText({ ...view, scenario: 'add-microsoft-365' }, createTranslator(locale)),
  );

  expect(texts.filter((text) => text.includes('Azure'))).toEqual([]);
});

test('a trial that becomes paid and a role that ends are told before anything is unfolded', () => {
  const inNineDays = new Date(noon + 9 * 86_400_000).toISOString();
  const trial = aProduct({ trial: 'yes', nextLifecycleAt: inNineDays });
  const ending = { ...aRole('global-administrator'), endsAt: new Date(noon + 3 * 86_400_000).toISOString() };
  const trying = inSight('add-azure', { ...microsoft365Only, products: known([trial]) }, 'azure-open-sign-up');
  const leaving = inSight('add-microsoft-365', { ...azureOnly, activeRoles: known([ending]) }, 'm365-choose-plan');

  expect(trying.words).toContain('turn off recurring billing');
  expect(leaving.words).toContain('Your role Global Administrator ends on');
});

test('before the shop opens, the click that avoids a second tenant is in sight', () => {
  expect(inSight('add-microsoft-365', azureOnly, 'm365-choose-plan').words).toContain(
    'choose Sign in at the top right first',
  );
});

test('a disabled subscription is named, and not "not found"', () => {
  const disabled = known([aSubscription({ state: 'Disabled' })]);
  const { verdict } = inSight('add-microsoft-365', { ...microsoft365Only, subscriptions: disabled });

  expect(verdict.checks.find(({ id }) => id === 'has-azure')?.answer).toBe('yes');
  expect(verdict.checks.find(({ id }) => id === 'subscription-usable')?.answer).toBe('no');
  expect(verdict.outcome).toBe('unsure');
});

test('a partner of the customer is told that first, on every route, and gets no steps', () => {
  const partner = someFacts({
    profile: cannotTell('unreadable'),
    memberships: known([aMembership({ category: 'ManagedBy' })]),
    subscriptions: known([aSubscription({ quotaId: 'CSP_2015-05-01' })]),
  });
  for (const scenario of scenarios) {
    const { verdict, buttons } = inSight(scenario, partner);

    const told = {
      'add-azure': 'partner-orders',
      'add-microsoft-365': 'partner-admin',
      join: 'partner-cannot-move',
    } as const;
    expect(verdict.blockers[0]?.id).toBe(told[scenario]);
    expect(verdict.checks.find(({ id }) => id === 'work-account')?.answer).toBe('no');
    expect(verdict.outcome).toBe(scenario === 'join' ? 'out-of-scope' : 'held-back');
    expect(verdict.steps).toEqual([]);
    expect(buttons).not.toContain('Show the steps');
  }
});

test('a move is nothing to sign up for, so a partner is not told to', () => {
  const words = scenarios.map((scenario) => {
    const partner = someFacts({
      profile: cannotTell('unreadable'),
      memberships: known([aMembership({ category: 'ManagedBy' })]),
    });
    return inSight(scenario, partner).words;
  });

  expect(words.map((one) => one.includes('Partner Center'))).toEqual([true, true, false]);
});

test('each route of an unmanaged tenant speaks of itself', () => {
  const facts = someFacts({ tenant: known(aTenant({ management: 'unmanaged' })) });
  for (const locale of locales) {
    const t = createTranslator(locale);
    const verdict = decideVerdict('add-microsoft-365', facts, aContext());
    const card = verdictCard({ verdict, readAt: facts.readAt, consentUrl: null }, t);
    const folds = card.body.filter((one) => one.type === 'Fold' && one.summary === t('card.verdict.why'));

    expect(JSON.stringify(folds)).not.toContain('Azure');
  }
});

test('nobody hears "after that you can get Azure" where Azure is', () => {
  const stopped = known([aSubscription({ state: 'Disabled' })]);
  const cases = [
    {
      scenario: 'add-azure',
      facts: { ...microsoft365Only, subscriptions: stopped },
      says: 'Microsoft 365 are already',
    },
    { scenario: 'join', facts: { ...microsoft365Only, subscriptions: stopped }, says: 'Microsoft 365 are already' },
    { scenario: 'add-azure', facts: { ...azureOnly, subscriptions: stopped }, says: 'Azure is already' },
  ] as const;
  for (const { scenario, facts, says } of cases) {
    const verdict = decideVerdict(scenario, facts, aContext());
    const card = JSON.stringify(
      verdictCard({ verdict, readAt: facts.readAt, consentUrl: null }, createTranslator('en')),
    );

    expect(card).toContain(says);
    expect(card).not.toContain('After that you can');
  }
  const both = inSight('add-microsoft-365', { ...microsoft365Only, activeRoles: buyer, subscriptions: stopped });

  expect(both.words).toContain('You already have both');
  expect(both.buttons[0]).toBe('Open Subscriptions');
});

test('a deadline stands in sight beside what is in the way', () => {
  const trial = aProduct({ trial: 'yes', nextLifecycleAt: new Date(noon + 9 * 86_400_000).toISOString() });
  const { verdict, words } = inSight(
    'join',
    someFacts({ products: known([trial]), subscriptions: known([aSubscription({ state: 'Disabled' })]) }),
  );

  expect(verdict.blockers.map(({ id }) => id)).toEqual(['subscription-disabled']);
  expect(words).toContain('turn off recurring billing');
});

test('nothing is "not yet" where the route is not for somebody', () => {
  const developer = aProduct({ skuPartNumber: 'DEVELOPERPACK_E5', skuId: 'c42b9cae-ea4f-4ab7-9717-81576235ccac' });
  const facts = { ...microsoft365Only, products: known([developer]) };
  const verdict = decideVerdict('add-azure', facts, aContext());
  const card = JSON.stringify(verdictCard({ verdict, readAt: facts.readAt, consentUrl: null }, createTranslator('en')));

  expect(card).not.toContain('Not yet');
  expect(card).toContain('3 of 4 checks are good');
});

test('in a tenant without an administrator nobody is sent to ask one', () => {
  const facts = someFacts({ tenant: known(aTenant({ management: 'unmanaged' })) });
  for (const scenario of scenarios) {
    const { buttons } = inSight(scenario, facts);

    expect(buttons[0]).toBe(createTranslator('en')('links.admin-takeover'));
    expect(buttons).not.toContain('Ask my administrator');
    expect(buttons).not.toContain('Show the steps');
  }
});

test('where nothing can be mended, the card names another way and not "fix this first"', () => {
  const developer = aProduct({
    skuPartNumber: 'DEVELOPERPACK_E5',
    skuId: 'c42b9cae-ea4f-4ab7-9717-81576235ccac',
  });
  const { words, buttons } = inSight('add-azure', { ...microsoft365Only, products: known([developer]) });

  expect(words).toContain('Another way');
  expect(words).not.toMatch(/Not yet|Fix this first/);
  expect(buttons).not.toContain('Show the steps');
});

test('what could not be seen is named before anything is unfolded', () => {
  const facts = { ...azureOnly, activeRoles: cannotTell('too-slow') };

  expect(inSight('add-microsoft-365', facts).words).toContain(
    'I cannot tell whether you have a role that lets you buy.',
  );
});

test('without a known address, nobody reads "this account: your work or school account"', () => {
  const { verdict, words } = inSight(
    'add-azure',
    { ...microsoft365Only, profile: cannotTell('too-slow') },
    'azure-open-sign-up',
  );

  expect(verdict.notices.map(({ id }) => id)).not.toContain('use-this-account');
  expect(words).toContain('Sign up only with the account that you use here.');
});

test('a guest is no work account of the tenant, on any route', () => {
  const guest = someFacts({ profile: known({ displayName: null, userPrincipalName: null, userType: 'guest' }) });

  expect(scenarios.map((one) => inSight(one, guest).verdict.checks[0]?.answer)).toEqual(['no', 'no', 'no']);
});

test('whoever has Azure already is led to add a subscription, not to the free trial', () => {
  const plan = { ...generalPlan('add-azure'), basis: 'checked' as const };
  const card = JSON.stringify(stepsCard({ plan, hasAzure: true }, createTranslator('en')));

  expect(card).toContain(linkUrls['azure-subscriptions']);
  expect(card).not.toContain(linkUrls['azure-free']);
});

test('who has to ask a partner is led to where Microsoft names that partner', () => {
  const partner = known([aSubscription({ quotaId: 'CSP_2015-05-01' })]);
  for (const scenario of ['add-azure', 'join'] as const) {
    const { words, buttons } = inSight(scenario, { ...azureOnly, subscriptions: partner });

    expect(words).toContain('Partner relationships');
    expect(words).toContain('Another way');
    expect(buttons[scenario === 'join' ? 0 : 1]).toBe('Open the admin center');
  }
});
