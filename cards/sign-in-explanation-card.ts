import type { Scenario } from '../src/domain/scenario.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, bullets, button, fold, heading, paragraph, primaryButton, remark, strong } from './pieces.ts';

export interface SignInExplanationView {
  /** The way that the person wants to go, as it was understood; null for anything else. */
  readonly scenario: Scenario | null;
  /** What the button opens. Null where the press is sent instead, and the channel signs people in by itself. */
  readonly signInLink: string | null;
}

/** Says why signing in helps, what will be read, and what happens without it. Its button leads straight to the sign-in. */
export function signInExplanationCard({ scenario, signInLink }: SignInExplanationView, t: Translator): AdaptiveCard {
  const title = t('card.sign-in.title');
  const why = t('card.sign-in.why');
  const onlyReading = t('card.sign-in.only-reading');
  const refuse = t('card.sign-in.refuse');
  const signIn = primaryButton(t('button.sign-in'), { do: 'sign-in' });
  return buildCard(
    t,
    { title, text: `${why} ${onlyReading} ${refuse}` },
    [
      heading(title),
      ...(scenario === null ? [] : [strong(t(`scenarios.${scenario}.name`))]),
      paragraph(why),
      paragraph(onlyReading),
      ...fold(t('card.sign-in.reads-title'), bullets(t.lines('card.sign-in.reads'))),
      remark(refuse),
    ],
    [
      signInLink === null ? signIn : { ...signIn, signInLink },
      button(t('button.without-sign-in'), { do: 'without-sign-in' }),
      button(t('button.show-privacy'), { do: 'show-topic', topic: 'privacy' }),
      button(t('button.back'), { do: 'back' }),
    ],
  );
}
