import { microsoft365Here, ownAzure, ownerOf } from './checks.ts';
import type { AzureSubscription, Facts } from './facts.ts';
import { inOneForm } from './one-form.ts';
import type { Scenario } from './scenario.ts';
import { type StepId, stepsOf } from './steps.ts';
import { nameSubscription } from './subscriptions.ts';
import { nameMembership, nameOwnTenant, otherTenants } from './tenants.ts';
import { someNames } from './text.ts';
import type { Verdict } from './verdict.ts';

/** A person's steps, and which of them are done. Small plain data: it is kept for days. */
export interface Plan {
  readonly scenario: Scenario;
  /** `checked`: made for this person's facts. `general`: nobody signed in, so it has every step and nothing was checked. */
  readonly basis: 'checked' | 'general';
  readonly steps: readonly StepId[];
  /** Ticked by the person, in the order of the plan. */
  readonly done: readonly StepId[];
}

/** One step as it is shown: "step 2 of 5". */
export interface PlanStep {
  readonly id: StepId;
  readonly number: number;
  readonly of: number;
  readonly state: 'done' | 'next' | 'later';
}

/** Makes the plan that follows from a verdict and keeps earlier ticks. Empty if there is nothing to do. */
export function makePlan(verdict: Verdict, earlier: Plan | null = null): Plan {
  const ticked = earlier !== null && earlier.scenario === verdict.scenario ? earlier.done : [];
  return {
    scenario: verdict.scenario,
    basis: 'checked',
    steps: verdict.steps,
    done: verdict.steps.filter((step) => ticked.includes(step)),
  };
}

/** The whole route for people who did not sign in. It is shown as general: nothing in it was checked. */
export function generalPlan(scenario: Scenario): Plan {
  return { scenario, basis: 'general', steps: stepsOf(scenario), done: [] };
}

/** Ticks one step. A step that is already ticked or not in the plan changes nothing. */
export function tickStep(plan: Plan, step: StepId): Plan {
  return withDone(plan, [...plan.done, step]);
}

/** Removes the tick from one step. */
export function untickStep(plan: Plan, step: StepId): Plan {
  return withDone(
    plan,
    plan.done.filter((done) => done !== step),
  );
}

/** The first step that is not ticked, or null when all are. */
export function nextOpenStep(plan: Plan): StepId | null {
  return plan.steps.find((step) => !plan.done.includes(step)) ?? null;
}

/** The two ticks that a plan takes: the next step may get one, and the last one may be taken back. */
export function openTicks(plan: Plan): { readonly next: StepId | null; readonly last: StepId | null } {
  return { next: nextOpenStep(plan), last: plan.done.at(-1) ?? null };
}

/** Every step with its number and state, for a card. */
export function stepsToTell(plan: Plan): readonly PlanStep[] {
  const next = nextOpenStep(plan);
  return plan.steps.map((id, index) => ({
    id,
    number: index + 1,
    of: plan.steps.length,
    state: stateOf(plan, id, next),
  }));
}

/** What moves, from where and to where. Null is shown as "the subscription" or "the tenant with Microsoft 365". */
export interface Move {
  readonly subscription: string | null;
  readonly source: string | null;
  readonly target: string | null;
  /** Other tenants of the person. Whether one of them has Microsoft 365 cannot be seen from here; null where there is none. */
  readonly alsoIn: string | null;
  /** Whether it is more than one subscription: each takes a request of its own. */
  readonly isSeveral: boolean;
  /** Whether both may be in one tenant already, so that nothing has to move. */
  readonly isDoubted: boolean;
}

/**
 * What joining moves: always the Azure subscription, always to the tenant that has Microsoft 365. Where that is not this one,
 * nobody can say which it is: a token covers one tenant, and a membership is no sign of what a tenant has.
 * Source: Microsoft 365 docs: tenants cannot be merged, and Microsoft 365 does not move.
 */
export function describeMove(read: Facts | null): Move {
  if (read === null)
    return { subscription: null, source: null, target: null, alsoIn: null, isSeveral: false, isDoubted: false };
  const facts = inOneForm(read);
  const here = nameOwnTenant(facts);
  const sent = whatTheyCanSend(facts);
  const subscription = someNames(sent.map(nameSubscription), 3) || null;
  const isSeveral = sent.length > 1;
  const microsoft365 = microsoft365Here(facts);
  const isUnseen = microsoft365.kind === 'cannot-tell' || microsoft365.value === 'cannot-tell';
  if (subscription !== null) {
    const alsoIn = someNames(otherTenants(facts).map(nameMembership)) || null;
    return { subscription, source: here, target: null, alsoIn, isSeveral, isDoubted: isUnseen };
  }
  const target = microsoft365.kind === 'known' && microsoft365.value === 'yes' ? here : null;
  const isDoubted = isUnseen || facts.subscriptions.kind === 'cannot-tell';
  return { subscription, source: null, target, alsoIn: null, isSeveral, isDoubted };
}

/** Those of which they are known to be Owner; else without those of which they are not, and all where that leaves none. */
function whatTheyCanSend(facts: Facts): readonly AzureSubscription[] {
  const here = ownAzure(facts);
  const owners = here.map((subscription) => ({ subscription, owner: ownerOf(facts, subscription) }));
  const theirs = owners.filter(({ owner }) => owner.kind === 'known' && owner.value === 'owner');
  const perhaps = owners.filter(({ owner }) => owner.kind === 'cannot-tell');
  const [sent = owners] = [theirs, perhaps].filter((some) => some.length > 0);
  return sent.map(({ subscription }) => subscription);
}

function stateOf(plan: Plan, id: StepId, next: StepId | null): PlanStep['state'] {
  if (plan.done.includes(id)) return 'done';
  return id === next ? 'next' : 'later';
}

function withDone(plan: Plan, done: readonly StepId[]): Plan {
  return { ...plan, done: plan.steps.filter((step) => done.includes(step)) };
}
