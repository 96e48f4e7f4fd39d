import type { Scenario } from '../src/domain/scenario.ts';
import type { StepId } from '../src/domain/steps.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton } from './pieces.ts';

export interface ResumeView {
  readonly scenario: Scenario;
  /** Null when there are no steps yet, or all are done. */
  readonly nextStep: StepId | null;
}

/** Greets somebody who comes back in the middle, and offers to carry on. */
export function resumeCard(view: ResumeView, t: Translator): AdaptiveCard {
  const title = t('card.resume.title');
  const text = whereTheyWere(view, t);
  return buildCard(
    t,
    { title, text },
    [heading(title), paragraph(text)],
    [
      primaryButton(t('button.carry-on'), { do: 'carry-on' }),
      button(t('button.start-over'), { do: 'start-over' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

/** Which route somebody is on, and its next step. */
export function whereTheyWere({ scenario, nextStep }: ResumeView, t: Translator): string {
  const name = t(`scenarios.${scenario}.name`);
  if (nextStep === null) return t('card.resume.text', { scenario: name });
  return t('card.resume.text-with-step', { scenario: name, step: t(`steps.${nextStep}.title`) });
}
