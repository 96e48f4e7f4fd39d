import { verdictCard } from '../../cards/verdict-card.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { BlockerId, CheckId, NoticeId, VerdictContext, VerdictOutcome } from '../../src/domain/verdict.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import type { TextKey } from '../../src/i18n/index.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { aContext } from '../builders/facts.ts';

/** A person as Microsoft's documents describe them, and what they must be told. */
export interface ToldCase {
  readonly title: string;
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly context?: Partial<VerdictContext>;
  readonly outcome: VerdictOutcome;
  /** The title of the card, where it is another one than that of the outcome. */
  readonly says?: TextKey;
  readonly blockers?: readonly BlockerId[];
  /** These are among what is told. */
  readonly notices?: readonly NoticeId[];
  readonly checks?: Partial<Record<CheckId, 'yes' | 'no' | 'cannot-tell'>>;
  /** These are not told. */
  readonly never?: readonly (NoticeId | VerdictOutcome)[];
}

/** What is wrong with the verdict of a case: as decided, and as its card says it in every language. */
export function faultsOfTold({ scenario, facts, context, ...wanted }: ToldCase): readonly string[] {
  const verdict = decideVerdict(scenario, facts, aContext(context));
  const blockers = verdict.blockers.map(({ id }) => id);
  const notices = verdict.notices.map(({ id }) => id);
  const told: readonly string[] = [verdict.outcome, ...notices];
  const checks = Object.fromEntries(verdict.checks.map((check) => [check.id, check.answer]));
  return [
    ...(verdict.outcome === wanted.outcome ? [] : [`it is ${verdict.outcome}, not ${wanted.outcome}`]),
    ...(wanted.blockers ?? []).flatMap((id) => (blockers.includes(id) ? [] : [`the blocker ${id} is missing`])),
    ...(wanted.notices ?? []).flatMap((id) => (notices.includes(id) ? [] : [`the notice ${id} is missing`])),
    ...Object.entries(wanted.checks ?? {}).flatMap(([id, answer]) =>
      checks[id] === answer ? [] : [`the check ${id} is ${checks[id]}, not ${answer}`],
    ),
    ...(wanted.never ?? []).flatMap((id) => (told.includes(id) ? [`it tells ${id}`] : [])),
    ...locales.flatMap((locale) => {
      const t = createTranslator(locale);
      const card = JSON.stringify(verdictCard({ verdict, readAt: facts.readAt, consentUrl: null }, t));
      const title = JSON.stringify(t(wanted.says ?? `verdict.${scenario}.${wanted.outcome}.title`)).slice(1, -1);
      return [
        ...(card.includes(title) ? [] : [`the card does not say “${title}”`]),
        ...(/\{\w+\}/.test(card.replaceAll(/"\w+":\{/g, '')) ? [`the card in ${locale} has an empty place`] : []),
      ];
    }),
  ];
}
