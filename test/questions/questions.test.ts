import type { Facts } from '../../src/domain/facts.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import { findOldName, type OldName } from '../../src/domain/old-names.ts';
import { conditionHolds, decideFit, decideVariant, factConditions, isDueForCheck } from '../../src/domain/questions.ts';
import { roleTemplateIds } from '../../src/domain/roles.ts';
import { aProduct } from '../builders/facts.ts';
import { realIndex, today } from './question-sets.ts';

function someFacts(changes: Partial<Facts> = {}): Facts {
  const notRead = cannotTell('not-read');
  return {
    readAt: '2026-11-20T12:00:00Z',
    identity: { personId: 'person-1', tenantId: 'tenant-1', account: 'work' },
    profile: notRead,
    tenant: notRead,
    activeRoles: notRead,
    eligibleRoles: notRead,
    products: notRead,
    memberships: notRead,
    subscriptions: notRead,
    billingAccounts: notRead,
    ownership: notRead,
    ...changes,
  };
}

describe('whom an answer is about', () => {
  test('an answer without conditions is for everybody', () => {
    expect(decideFit({ appliesTo: [] }, someFacts(), today)).toBe('everybody');
  });

  test.each(factConditions.filter((one) => !['guest-account', 'personal-account'].includes(one)))(
    'what was not read never says no: %s',
    (condition) => {
      expect(conditionHolds(condition, someFacts(), today)).toBe('cannot-tell');
    },
  );

  test('one condition that holds is enough', () => {
    const facts = someFacts({ subscriptions: known([]) });

    expect(decideFit({ appliesTo: ['several-tenants', 'no-subscriptions'] }, facts, today)).toBe('yes');
  });

  test('one condition that we cannot tell keeps the answer open', () => {
    const facts = someFacts({ subscriptions: known([]) });

    expect(decideFit({ appliesTo: ['azure-disabled', 'several-tenants'] }, facts, today)).toBe('cannot-tell');
  });

  test('a disabled subscription makes its answer fit', () => {
    const subscription = {
      subscriptionId: 's',
      displayName: 'S',
      tenantId: 'tenant-1',
      state: 'Disabled',
      quotaId: null,
      spendingLimit: null,
      managedByTenantIds: [],
    };

    expect(conditionHolds('azure-disabled', someFacts({ subscriptions: known([subscription]) }), today)).toBe('yes');
    expect(conditionHolds('azure-disabled', someFacts({ subscriptions: known([]) }), today)).toBe('no');
  });

  test('a role through a group is seen', () => {
    const role = { roleTemplateId: roleTemplateIds['global-administrator'], displayName: null, endsAt: null };
    const through = (kind: 'direct' | 'unknown') => known([{ ...role, through: { kind } }]);
    const byGroup = known([{ ...role, through: { kind: 'group' as const, groupName: 'Admins' } }]);

    expect(conditionHolds('role-by-group', someFacts({ activeRoles: byGroup }), today)).toBe('yes');
    expect(conditionHolds('role-by-group', someFacts({ activeRoles: through('direct') }), today)).toBe('no');
    expect(conditionHolds('role-by-group', someFacts({ activeRoles: through('unknown') }), today)).toBe('cannot-tell');
  });

  test('a guest and a personal account are told apart', () => {
    const as = (account: 'guest' | 'personal' | 'work') =>
      someFacts({ identity: { personId: 'p', tenantId: 'tenant-1', account } });

    expect(conditionHolds('guest-account', as('guest'), today)).toBe('yes');
    expect(conditionHolds('personal-account', as('personal'), today)).toBe('yes');
    expect(conditionHolds('personal-account', as('work'), today)).toBe('no');
  });

  test('a billing account tells the agreement', () => {
    const facts = someFacts({
      subscriptions: known([]),
      billingAccounts: known([
        { displayName: null, agreementType: 'EnterpriseAgreement', accountStatus: 'Active', accountType: 'Enterprise' },
      ]),
    });

    expect(conditionHolds('agreement-enterprise', facts, today)).toBe('yes');
    expect(conditionHolds('agreement-partner', facts, today)).toBe('no');
  });
});

describe('which answer a person gets', () => {
  const general = { paragraphs: ['For all.'] };
  const forGuests = { conditions: ['guest-account'], paragraphs: ['For guests.'] } as const;
  const withoutAzure = { conditions: ['no-subscriptions', 'several-tenants'], paragraphs: ['Without Azure.'] } as const;
  const question = { ...general, variants: [forGuests, withoutAzure] };
  const none = known([]);

  test('the variant of which one condition holds', () => {
    expect(decideVariant(question, someFacts({ subscriptions: none }), today)).toBe(withoutAzure);
  });

  test('the first of two that fit', () => {
    const guest = someFacts({
      identity: { personId: 'p', tenantId: 'tenant-1', account: 'guest' },
      subscriptions: none,
    });

    expect(decideVariant(question, guest, today)).toBe(forGuests);
  });

  test('the general one where nothing is known to hold', () => {
    expect(decideVariant(question, someFacts(), today)).toBeNull();
    expect(decideVariant({ variants: [] }, someFacts({ subscriptions: none }), today)).toBeNull();
  });
});

test('Microsoft 365 comes from a partner when a partner sold all of it', () => {
  const sold = (...by: readonly (string | null)[]) =>
    someFacts({ products: known(by.map((soldByTenantId) => aProduct({ soldByTenantId }))) });

  expect(conditionHolds('microsoft-365-from-partner', sold('partner'), today)).toBe('yes');
  expect(conditionHolds('microsoft-365-from-partner', sold('partner', null), today)).toBe('no');
  expect(conditionHolds('microsoft-365-from-partner', sold(), today)).toBe('no');
});

test('an answer is due for another look after a year', () => {
  expect(isDueForCheck({ checked: '2025-11-21' }, today)).toBe(false);
  expect(isDueForCheck({ checked: '2025-11-01' }, today)).toBe(true);
});

describe('old names', () => {
  const names: readonly OldName[] = [
    { now: 'New ID', was: ['Old AD', 'OAD'], explanation: 'It was renamed.' },
    { now: 'New ID Free', was: ['Old AD Free'], explanation: 'The free one.' },
  ];

  test('the longest of two names is meant', () => {
    expect(findOldName('what is old ad free?', names)?.now).toBe('New ID Free');
  });

  test('a name inside another word is not heard', () => {
    expect(findOldName('road works', names)).toBeNull();
  });

  test.each([
    ['en', 'where is Azure AD', 'Azure AD', 'Microsoft Entra ID'],
    ['en', 'we have O365', 'O365', 'Microsoft 365'],
    ['nl', 'een enkele huurder', 'huurder', 'Microsoft Entra-tenant'],
    ['nl', 'de Azure AD-tenant', 'Azure AD-tenant', 'Microsoft Entra-tenant'],
  ])('in "%s" the text "%s" is explained', (locale, text, was, now) => {
    expect(realIndex().explainOldName(text, locale)).toMatchObject({ was, now });
  });

  test('names of today need no explanation', () => {
    expect(realIndex().explainOldName('Microsoft Entra ID and Microsoft 365', 'en')).toBeNull();
  });
});
