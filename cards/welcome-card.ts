import { scenarios } from '../src/domain/scenario.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, SubmitButton } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, strong } from './pieces.ts';

export interface WelcomeView {
  /** New here, still here, back after a while, or just signed out. */
  readonly greeting: 'first' | 'again' | 'returning' | 'after-sign-out';
}

/** Greets people and lets them choose which way round they go. Useful before anyone signs in. */
export function welcomeCard(view: WelcomeView, t: Translator): AdaptiveCard {
  const { greeting } = view;
  const title = t(`card.welcome.${greeting}-title`);
  // Whoever was here before knows the rest, and the question says it.
  const told = greeting === 'first' || greeting === 'after-sign-out' ? [t(`card.welcome.${greeting}-text`)] : [];
  const question = t('card.welcome.question');
  return buildCard(
    t,
    { title, text: [...told, question].join(' ') },
    [heading(title), ...told.map((text) => paragraph(text)), strong(question)],
    choiceButtons(t),
    choicesInSight,
  );
}

/** The routes, and help with choosing. Status and language are behind "More". */
export const choicesInSight = 4;

/** The five choices and the language, in the order of the numbers that people may type. */
export function choiceButtons(t: Translator): readonly SubmitButton[] {
  // None of them stands out: nobody knows yet which one is theirs.
  const routes = scenarios.map((scenario) =>
    button(t(`scenarios.${scenario}.choice`), { do: 'choose-scenario', scenario }),
  );
  return [
    ...routes,
    button(t('button.not-sure'), { do: 'not-sure' }),
    button(t('button.show-status'), { do: 'show-status' }),
    button(t('button.show-language'), { do: 'show-language' }),
  ];
}
