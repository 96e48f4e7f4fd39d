import { openTicks, type Plan, type PlanStep, stepsToTell } from '../src/domain/plan.ts';
import { ownFacts } from '../src/domain/questions.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { StatusView } from '../src/domain/status.ts';
import type { Locale, Translator } from '../src/i18n/index.ts';
import { plainRows, statusRows } from './status-card.ts';
import { stepTexts } from './steps-card.ts';
import { spokenTicketName, type TicketNameView } from './ticket-parts.ts';
import { type VerdictView, verdictTexts } from './verdict-card.ts';

/** What the tab in Teams shows about one person. */
export interface ChecklistView {
  /** Null where they came to see how things stand, and for no route. */
  readonly route: {
    readonly scenario: Scenario;
    readonly plan: Plan | null;
    /** The steps may be ticked; not before somebody agreed to what a move breaks. */
    readonly isOpen: boolean;
    readonly verdict: VerdictView | null;
    readonly hasAzure: boolean;
    /** The user name to sign up with; null where it was not read, or something is in the way. */
    readonly account: string | null;
  } | null;
  /** Null where nothing was read. */
  readonly status: StatusView | null;
  /** The ticket that the chat is in. */
  readonly ticket: TicketNameView | null;
}

/** The same in words, ready for a page: plain text in one language, without Markdown. */
export interface Checklist {
  readonly locale: Locale;
  readonly title: string;
  readonly ticket: string | null;
  readonly verdict: {
    readonly state: string;
    readonly word: string;
    readonly title: string;
    readonly text: string;
    readonly warnings: readonly string[];
  } | null;
  readonly steps: readonly ChecklistStep[];
  /** "2 of 5 steps done"; null without steps. */
  readonly counted: string | null;
  /** What to know about the steps as a whole: that nobody checked them, that agreeing comes first, that all are done. */
  readonly notes: readonly string[];
  readonly found: readonly { readonly title: string; readonly state: string; readonly texts: readonly string[] }[];
  /** When that was read; null where nothing was. */
  readonly readAt: string | null;
}

/** One step with its tick. */
export interface ChecklistStep extends ReturnType<typeof stepTexts> {
  readonly id: string;
  readonly number: number;
  readonly isDone: boolean;
  readonly isNext: boolean;
  /** Whether its tick can be given or taken back now. */
  readonly canChange: boolean;
}

/** How far somebody is, in words for a page. */
export function checklistIn(t: Translator, { route, status, ticket }: ChecklistView): Checklist {
  const plan = route?.plan ?? null;
  return {
    locale: t.locale,
    title: route === null ? t('card.status.title') : t(`scenarios.${route.scenario}.name`),
    ticket: ticket === null ? null : spokenTicketName(ticket, t),
    verdict: route?.verdict == null ? null : verdictIn(t, route.verdict),
    steps: route === null || plan === null ? [] : stepsToTell(plan).map((step) => stepIn(t, step, route, plan)),
    counted: isEmpty(plan) ? null : t('card.steps.counted', { count: plan.done.length, total: plan.steps.length }),
    notes: route === null || isEmpty(plan) ? [] : notesOf(t, plan, route.isOpen),
    found: status === null ? [] : plainRows(statusRows(status, ownFacts, t)),
    readAt: status === null ? null : t('card.status.read-at', { date: t.moment(status.readAt) }),
  };
}

type Route = NonNullable<ChecklistView['route']>;

function verdictIn(t: Translator, view: VerdictView): Checklist['verdict'] {
  const texts = verdictTexts(view, t);
  return { ...texts, word: t(`card.state.${texts.state}`) };
}

function stepIn(t: Translator, step: PlanStep, { isOpen, hasAzure, account }: Route, plan: Plan): ChecklistStep {
  const { next, last } = openTicks(plan);
  return {
    ...stepTexts(step, { hasAzure, account }, t),
    id: step.id,
    number: step.number,
    isDone: step.state === 'done',
    isNext: step.state === 'next',
    canChange: isOpen && (step.id === next || step.id === last),
  };
}

function notesOf(t: Translator, plan: Plan, isOpen: boolean): readonly string[] {
  return [
    ...(plan.basis === 'general' ? [t('card.steps.unchecked')] : []),
    ...(isOpen ? [] : [t('tab.agree-first')]),
    ...(plan.done.length === plan.steps.length ? [t('tab.all-done')] : []),
  ];
}

function isEmpty(plan: Plan | null): plan is null {
  return plan === null || plan.steps.length === 0;
}
