import type { ChallengedService } from '../src/domain/challenge.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, heading, paragraph, remark, signInButton } from './pieces.ts';

export interface StepUpView {
  /** Who asks. */
  readonly service: ChallengedService;
  /** Page of the bot that leads to Microsoft's sign-in. */
  readonly url: string;
}

/** Asks for a second proof of who somebody is, which one button leads to. */
export function stepUpCard({ service, url }: StepUpView, t: Translator): AdaptiveCard {
  const title = t(`card.step-up.title-${service}`);
  const why = t('card.step-up.why');
  const how = t('card.step-up.how');
  const refuse = t('card.step-up.refuse');
  return buildCard(
    t,
    { title, text: `${why} ${how} ${refuse}` },
    [heading(title), paragraph(why), paragraph(how), remark(refuse)],
    [signInButton(t('button.step-up'), url)],
  );
}
