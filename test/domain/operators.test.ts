import { decideOperator, type OperatorRules, operatorTenants } from '../../src/domain/operators.ts';

const [bot, desk, other] = ['b', 'd', 'e'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const role = 'OneTenant.Operator';

function rules(changes: Partial<OperatorRules> = {}): OperatorRules {
  return { role, botTenantId: bot, allowedTenants: [], deskTenants: [desk], ...changes };
}

test.each([
  ['of the bot’s tenant', bot, {}, { kind: 'operator', sees: 'all-desks', tenantId: bot }],
  ['of a desk’s tenant', desk, {}, { kind: 'operator', sees: 'own-desks', tenantId: desk }],
  ['of a tenant without a desk', other, {}, { kind: 'foreign-tenant' }],
  ['of an allowed tenant without a desk', other, { allowedTenants: [other] }, { kind: 'foreign-tenant' }],
  ['of a desk’s tenant that is not allowed', desk, { allowedTenants: [bot] }, { kind: 'foreign-tenant' }],
  ['of the bot’s tenant when that is not allowed', bot, { allowedTenants: [desk] }, { kind: 'foreign-tenant' }],
  ['with the id in capitals', desk.toUpperCase(), {}, { kind: 'operator', sees: 'own-desks' }],
])('somebody with the role, %s', (_who, tenantId, changes, decision) => {
  expect(decideOperator({ tenantId, roles: [role] }, rules(changes))).toMatchObject(decision);
});

test.each([[[]], [['onetenant.operator']], [['OneTenant.Operators', 'Admin']]])(
  'the roles %p are not enough',
  (roles) => {
    expect(decideOperator({ tenantId: bot, roles }, rules())).toEqual({ kind: 'role-missing' });
  },
);

test('who is foreign is not told which role would be needed', () => {
  expect(decideOperator({ tenantId: other, roles: [] }, rules())).toEqual({ kind: 'foreign-tenant' });
});

test('each tenant is named once', () => {
  expect(operatorTenants(rules({ deskTenants: [desk, desk.toUpperCase(), bot] }))).toEqual([bot, desk]);
});
