import type { ChallengedService } from '../src/domain/challenge.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, heading, paragraph, remark, shown, signInButton, spoken } from './pieces.ts';

export interface StepUpView {
  /** Who asks. */
  readonly service: ChallengedService;
  /** Page of the bot that leads to Microsoft's sign-in. */
  readonly url: string;
  /** What is asked for: that it is them, a device that the organisation manages, or a sign-in since the last was revoked. */
  readonly wants: 'proof' | 'device' | 'sign-in';
  /** Sign-in name of the account that it takes; null if it is not known. */
  readonly account: string | null;
  /** Somebody signed in with another account before. */
  readonly isAgain: boolean;
}

/** Asks for a second proof of who somebody is, which one button leads to. */
export function stepUpCard({ service, url, wants, account, isAgain }: StepUpView, t: Translator): AdaptiveCard {
  const title = t(`card.step-up.title-${wants}-${service}`);
  const why = isAgain ? t('card.step-up.other-account') : t(`card.step-up.why-${wants}`);
  const who = { account: account ?? t('card.step-up.same-account') };
  const how = t('card.step-up.how', shown(who, t));
  const refuse = t('card.step-up.refuse');
  return buildCard(
    t,
    { title, text: `${why} ${t('card.step-up.how', spoken(who, t))} ${refuse}` },
    [heading(title), paragraph(why), paragraph(how), remark(refuse)],
    [signInButton(t(wants === 'sign-in' ? 'button.sign-in' : 'button.step-up'), url)],
  );
}
