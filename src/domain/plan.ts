import { microsoft365Here, ownAzure } from './checks.ts';
import type { Facts } from './facts.ts';
import type { Scenario } from './scenario.ts';
import type { StepId } from './steps.ts';
import { nameSubscription } from './subscriptions.ts';
import { nameMembership, nameOwnTenant, otherTenants } from './tenants.ts';
import { someNames } from './text.ts';
import { allSteps, type Blocker, type Verdict } from './verdict.ts';

/** The steps of one person, what to solve first, and how far they are. */
export interface Plan {
  readonly scenario: Scenario;
  /** `checked`: made for this person's facts. `general`: nobody signed in, so nothing in it was checked. */
  readonly basis: 'checked' | 'general';
  /** Solved before the steps make sense. Always empty in a general plan. */
  readonly blockers: readonly Blocker[];
  readonly steps: readonly PlanStep[];
  /** The first step that is not ticked; null when all are, or when there is nothing to do. */
  readonly next: StepId | null;
  readonly progress: { readonly done: number; readonly of: number };
}

/** One step as it is told: "step 2 of 5". */
export interface PlanStep {
  readonly id: StepId;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly state: 'done' | 'next' | 'later';
}

/** The plan that follows from a verdict. Ticks are the person's word and stay through a new check; the proof is read. */
export function planOf(verdict: Verdict, stepsDone: readonly StepId[]): Plan {
  return plan({ scenario: verdict.scenario, basis: 'checked', blockers: verdict.blockers }, verdict.steps, stepsDone);
}

/** The whole route for somebody who did not sign in. It is told as general. */
export function generalPlan(scenario: Scenario, stepsDone: readonly StepId[] = []): Plan {
  return plan({ scenario, basis: 'general', blockers: [] }, allSteps(scenario), stepsDone);
}

/** The ticks with one step marked as done, or as not done. Ticking twice changes nothing. */
export function tickStep(stepsDone: readonly StepId[], step: StepId, done: boolean): readonly StepId[] {
  const others = stepsDone.filter((one) => one !== step);
  return done ? [...others, step] : others;
}

/** The first step that is not ticked, or null when all are. */
export function nextOpenStep(steps: readonly StepId[], stepsDone: readonly StepId[]): StepId | null {
  return steps.find((step) => !stepsDone.includes(step)) ?? null;
}

/** What is about to move, from where and to where. Null is said as "the subscription" or "your tenant". */
export interface Move {
  readonly subscription: string | null;
  readonly source: string | null;
  readonly target: string | null;
}

/**
 * Names what joining really moves: always the Azure subscription, always to the tenant that has Microsoft 365.
 * Source: Microsoft 365 docs: tenants cannot be merged, and Microsoft 365 does not move.
 */
export function describeMove(facts: Facts | null): Move {
  if (facts === null) return { subscription: null, source: null, target: null };
  const here = nameOwnTenant(facts);
  const elsewhere = someNames(otherTenants(facts).map(nameMembership)) || null;
  const subscription = someNames(ownAzure(facts).map(nameSubscription)) || null;
  const microsoft365 = microsoft365Here(facts);
  const isTarget = microsoft365.kind === 'known' && microsoft365.value === 'yes' && subscription === null;
  return isTarget
    ? { subscription, source: elsewhere, target: here }
    : { subscription, source: here, target: elsewhere };
}

type PlanHead = Pick<Plan, 'scenario' | 'basis' | 'blockers'>;

function plan(head: PlanHead, steps: readonly StepId[], stepsDone: readonly StepId[]): Plan {
  const next = nextOpenStep(steps, stepsDone);
  const told = steps.map((id, index) => ({
    id,
    number: index + 1,
    of: steps.length,
    state: stepsDone.includes(id) ? ('done' as const) : id === next ? ('next' as const) : ('later' as const),
  }));
  const done = told.filter((step) => step.state === 'done').length;
  return { ...head, steps: told, next, progress: { done, of: steps.length } };
}
