import { cannotTell, known } from '../../src/domain/known.ts';
import {
  describeMove,
  generalPlan,
  makePlan,
  nextOpenStep,
  stepsToTell,
  tickStep,
  untickStep,
} from '../../src/domain/plan.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { aContext, aProduct, aSubscription, inFabrikamToo, someFacts } from '../builders/facts.ts';

const verdict = decideVerdict('add-azure', someFacts(), aContext());

test('the plan without facts is general and starts at the first step', () => {
  const plan = generalPlan('join');

  expect(plan.basis).toBe('general');
  expect(nextOpenStep(plan)).toBe('join-prepare');
});

test('no step belongs to two scenarios', () => {
  const all = scenarios.flatMap((scenario) => generalPlan(scenario).steps);

  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('ticking moves on to the next open step and counts', () => {
  const plan = tickStep(makePlan(verdict), 'azure-open-sign-up');

  expect(nextOpenStep(plan)).toBe('azure-sign-in-with-work-account');
  expect(plan.done).toHaveLength(1);
  expect(stepsToTell(plan)[1]).toEqual({ id: 'azure-sign-in-with-work-account', number: 2, of: 5, state: 'next' });
});

test('ticking out of order leaves the first open step next', () => {
  expect(nextOpenStep(tickStep(makePlan(verdict), 'azure-share-access'))).toBe('azure-open-sign-up');
});

test('ticking twice or ticking a foreign step changes nothing', () => {
  const once = tickStep(makePlan(verdict), 'azure-open-sign-up');

  expect(tickStep(once, 'azure-open-sign-up')).toEqual(once);
  expect(tickStep(once, 'join-prepare')).toEqual(once);
});

test('a tick can be taken back', () => {
  const plan = untickStep(tickStep(makePlan(verdict), 'azure-open-sign-up'), 'azure-open-sign-up');

  expect(plan.done).toEqual([]);
});

test('a new check keeps the ticks of the same scenario only', () => {
  const earlier = tickStep(generalPlan('add-azure'), 'azure-open-sign-up');

  expect(makePlan(verdict, earlier).done).toEqual(['azure-open-sign-up']);
  expect(makePlan(verdict, { ...earlier, scenario: 'join' }).done).toEqual([]);
});

test('the move goes from the tenant with Azure, and a membership does not name the tenant that it goes to', () => {
  const facts = someFacts({ subscriptions: known([aSubscription()]), memberships: known(inFabrikamToo()) });

  expect(describeMove(facts)).toEqual({
    subscription: 'Webshop',
    source: 'Contoso',
    target: null,
    alsoIn: 'Fabrikam',
    isSeveral: false,
    isDoubted: false,
  });
});

test('what moves is what the person can send, and everything where they can send nothing', () => {
  const [theirs, others] = [
    aSubscription(),
    aSubscription({ subscriptionId: 'sub-of-others', displayName: 'Payroll' }),
  ];
  const withOwner = (owner: 'owner' | 'not-owner') =>
    someFacts({
      subscriptions: known([theirs, others]),
      ownership: known([
        { subscriptionId: theirs.subscriptionId, owner: known(owner) },
        { subscriptionId: others.subscriptionId, owner: known('not-owner') },
      ]),
    });

  expect(describeMove(withOwner('owner')).subscription).toBe('Webshop');
  expect(describeMove(withOwner('not-owner')).subscription).toBe('Payroll, Webshop');
});

test('the tenant with Microsoft 365 is where the move goes to', () => {
  const facts = someFacts({ products: known([aProduct()]), memberships: known(inFabrikamToo()) });

  expect(describeMove(facts)).toEqual({
    subscription: null,
    source: null,
    target: 'Contoso',
    alsoIn: null,
    isSeveral: false,
    isDoubted: false,
  });
});

test('where neither is seen here, nobody says which way the move goes', () => {
  const facts = someFacts({ products: cannotTell('guest'), memberships: known(inFabrikamToo()) });

  expect(describeMove(facts)).toEqual({
    subscription: null,
    source: null,
    target: null,
    alsoIn: null,
    isSeveral: false,
    isDoubted: true,
  });
});

test('where nobody saw whether Microsoft 365 is here too, nothing is said to move', () => {
  const facts = someFacts({ subscriptions: known([aSubscription()]), products: cannotTell('consent-missing') });

  expect(describeMove(facts)).toMatchObject({ subscription: 'Webshop', isDoubted: true });
});

test('where nobody saw whether Azure is here, the move is in doubt', () => {
  const facts = someFacts({ subscriptions: cannotTell('consent-missing'), products: known([aProduct()]) });

  expect(describeMove(facts)).toMatchObject({ source: null, target: 'Contoso', isDoubted: true });
});

test('without facts the move names nothing', () => {
  expect(describeMove(null)).toMatchObject({ subscription: null, source: null, target: null, isDoubted: false });
});
