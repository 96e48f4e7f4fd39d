import { type Scenario, scenarios } from '../src/domain/scenario.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, strong } from './pieces.ts';
import { choiceButtons } from './welcome-card.ts';

export interface SuggestionView {
  /** Null when the facts point nowhere. */
  readonly suggested: Scenario | null;
}

/** Suggests a route from what was found in the tenant, and asks whether that is right. */
export function suggestionCard(view: SuggestionView, t: Translator): AdaptiveCard {
  const title = t('card.suggestion.title');
  const { suggested } = view;
  if (suggested === null) return openChoiceCard(t);
  const name = t(`scenarios.${suggested}.name`);
  const because = t(`scenarios.${suggested}.suggested-because`);
  const question = t('card.suggestion.question');
  const others = scenarios.filter((scenario) => scenario !== suggested);
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
  );
}

function openChoiceCard(t: Translator): AdaptiveCard {
  const text = t('card.suggestion.unsure');
  const buttons = choiceButtons(t).filter((one) => one.data.do !== 'not-sure');
  return buildCard(
    t,
    { title: t('card.misses.title'), text },
    [heading(t('card.misses.title')), paragraph(text)],
    buttons,
  );
}
