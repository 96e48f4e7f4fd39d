import { cannotTell, known } from '../../src/domain/known.ts';
import { suggestScenario } from '../../src/domain/suggest-scenario.ts';
import { aProduct, aSubscription, contosoId, inFabrikamToo, someFacts } from '../builders/facts.ts';

const microsoft365 = { products: known([aProduct()]) };
const azure = { subscriptions: known([aSubscription()]) };
const twoTenants = { memberships: known(inFabrikamToo()) };

test.each([
  ['Microsoft 365 only', microsoft365, { scenario: 'add-azure', orElse: [] }],
  ['Azure only', azure, { scenario: 'add-microsoft-365', orElse: [] }],
  [
    'Microsoft 365 and a second tenant',
    { ...microsoft365, ...twoTenants },
    { scenario: 'add-azure', orElse: ['join'] },
  ],
  ['Azure and a second tenant', { ...azure, ...twoTenants }, { scenario: 'join', orElse: ['add-microsoft-365'] }],
  ['both', { ...microsoft365, ...azure }, { kind: 'status', because: 'both-here' }],
  ['nothing', {}, { kind: 'status', because: 'nothing-found' }],
  [
    'unread products',
    { ...azure, products: cannotTell('consent-missing') },
    { kind: 'status', because: 'cannot-tell' },
  ],
  [
    'unread subscriptions',
    { ...microsoft365, subscriptions: cannotTell('too-slow') },
    { kind: 'status', because: 'cannot-tell' },
  ],
  [
    'a personal account',
    { identity: { personId: 'k', tenantId: contosoId, account: 'personal' as const } },
    { kind: 'status', because: 'personal-account' },
  ],
] as const)('with %s the facts point somewhere honest', (_, changes, suggestion) => {
  expect(suggestScenario(someFacts(changes))).toMatchObject(suggestion);
});
