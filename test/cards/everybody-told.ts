import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { verdictCard } from '../../cards/verdict-card.ts';
import { everyone } from '../../sandbox/people/everyone.ts';
import type { RunningSandbox } from '../../sandbox/start-sandbox.ts';
import { createFactsSource } from '../../src/adapters/facts/read-facts.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { type AgreementAnswer, agreementAnswers } from '../../src/domain/offers.ts';
import { describeMove, makePlan, nextOpenStep } from '../../src/domain/plan.ts';
import { type Scenario, scenarios } from '../../src/domain/scenario.ts';
import { acceptsHere, decideVerdict, needsAgreementAnswer, type Verdict } from '../../src/domain/verdict.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator, type Translator } from '../../src/i18n/translator.ts';
import type { UserToken } from '../../src/ports/facts-source.ts';
import { aContext } from '../builders/facts.ts';
import { signIn } from '../sandbox/visit.ts';

/** Somebody on a route, and the card that tells them how they stand. */
export interface Told {
  readonly title: string;
  readonly who: string;
  readonly scenario: Scenario;
  readonly locale: Locale;
  readonly answer: AgreementAnswer | null;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly t: Translator;
  readonly card: AdaptiveCard;
  /** Everything on the card, folded or not, without what Markdown hides. */
  readonly words: string;
  /** What is in sight before anything is unfolded. */
  readonly inSight: string;
  readonly buttons: readonly string[];
}

/** Everybody of the sandbox on every route, with every answer to the question about their agreement, in these languages. */
export async function tellEverybody(sandbox: RunningSandbox, spoken: readonly Locale[]): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { id } of everyone) {
    const { access_token: token } = await signIn(sandbox, id);
    for (const scenario of scenarios) {
      const facts = await readAs(sandbox, String(token) as UserToken, scenario);
      const answers = needsAgreementAnswer(facts) ? agreementAnswers : [null];
      for (const answer of answers) for (const locale of spoken) told.push(cardOf(id, scenario, facts, answer, locale));
    }
  }
  return told;
}

export async function readAs(sandbox: RunningSandbox, userToken: UserToken, purpose: Scenario): Promise<Facts> {
  const reading = readSettings({ ...sandbox.environment });
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
  const source = createFactsSource(reading.settings, { now: () => Date.now() });
  const found = await source.read({ userToken, purpose, budgetMs: 8_000 });
  if (found.kind !== 'read') throw new Error(found.kind);
  return found.facts;
}

export function cardOf(
  who: string,
  scenario: Scenario,
  facts: Facts,
  answer: AgreementAnswer | null,
  locale: Locale,
): Told {
  const t = createTranslator(locale);
  const verdict = decideVerdict(scenario, facts, aContext({ now: Date.now(), agreementAnswer: answer }));
  const nextStep = verdict.outcome === 'ready' && scenario !== 'join' ? nextOpenStep(makePlan(verdict, null)) : null;
  const move = scenario === 'join' && verdict.outcome === 'ready' && !acceptsHere(verdict) ? describeMove(facts) : null;
  const card = verdictCard({ verdict, readAt: facts.readAt, consentUrl: null, nextStep, move }, t);
  const wordsOf = (parts: readonly unknown[]): string => JSON.stringify(parts).replaceAll('\\\\', '');
  return {
    title: `${who} ${scenario} ${locale}${answer === null ? '' : ` ${answer}`}`,
    who,
    scenario,
    locale,
    answer,
    facts,
    verdict,
    t,
    card,
    words: wordsOf(card.body),
    inSight: wordsOf(card.body.filter(({ type }) => type !== 'Fold')),
    buttons: card.actions.map(({ title }) => title),
  };
}
