import { type Scenario, scenarios } from '../src/domain/scenario.ts';
import type { Suggestion } from '../src/domain/suggest-scenario.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, strong } from './pieces.ts';
import { choiceButtons, choicesInSight } from './welcome-card.ts';

/** What the facts point to, as the domain decides it. */
export type SuggestionView = Suggestion;

/** Suggests a route from what was found in the tenant, and asks whether that is right. Without one, says why not. */
export function suggestionCard(view: SuggestionView, t: Translator): AdaptiveCard {
  return view.kind === 'scenario' ? proposalCard(view.scenario, view.because, t) : openChoiceCard(view.because, t);
}

/** All routes in the order of the card: the suggested one first. */
export function routesAround(suggested: Scenario): readonly Scenario[] {
  return [suggested, ...scenarios.filter((scenario) => scenario !== suggested)];
}

function proposalCard(suggested: Scenario, reason: Suggestion['because'], t: Translator): AdaptiveCard {
  const title = t('card.suggestion.title');
  const name = t(`scenarios.${suggested}.name`);
  const because = t(`card.suggestion.because.${reason}`);
  const question = t('card.suggestion.question');
  const [, ...others] = routesAround(suggested);
  return buildCard(
    t,
    { title, text: `${name}. ${because} ${question}` },
    [heading(title), strong(name), paragraph(because), paragraph(question)],
    [
      primaryButton(t('button.accept-suggestion'), { do: 'accept-suggestion', scenario: suggested }),
      ...others.map((scenario) => button(t(`scenarios.${scenario}.choice`), { do: 'choose-scenario', scenario })),
      button(t('button.show-status'), { do: 'show-status' }),
      button(t('button.why-do-you-ask'), { do: 'why-do-you-ask', about: 'suggestion' }),
    ],
    1 + others.length,
  );
}

function openChoiceCard(reason: Suggestion['because'], t: Translator): AdaptiveCard {
  const title = t('card.suggestion.open-title');
  const because = t(`card.suggestion.because.${reason}`);
  const text = t('card.suggestion.choose');
  const buttons = choiceButtons(t).filter((one) => one.data.do !== 'not-sure');
  return buildCard(
    t,
    { title, text: `${because} ${text}` },
    [heading(title), paragraph(because), paragraph(text)],
    buttons,
    choicesInSight,
  );
}
