import { stepLinks } from '../src/domain/links.ts';
import { type StepId, scenarioOfStep } from '../src/domain/steps.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, bullets, button, heading, linkLines, paragraph, primaryButton, section } from './pieces.ts';

export interface StepView {
  readonly step: StepId;
}

/** Shows one step by itself, to somebody who asks for it in the words of an older guide. */
export function stepCard({ step }: StepView, t: Translator): AdaptiveCard {
  const title = t(`steps.${step}.title`);
  const body = t(`steps.${step}.body`);
  const scenario = scenarioOfStep(step);
  return buildCard(
    t,
    { title, text: body },
    [
      heading(title),
      paragraph(body),
      ...bullets(t.lines(`steps.${step}.notes`)),
      section([...linkLines(stepLinks[step], t)]),
    ],
    [
      primaryButton(t('button.carry-on'), { do: 'carry-on' }),
      button(t(`scenarios.${scenario}.choice`), { do: 'choose-scenario', scenario }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}
