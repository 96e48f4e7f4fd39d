import { needsAcceptor, type Verdict, withEnterpriseAgreement } from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, SubmitButton } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark } from './pieces.ts';
import { blockerItems, checkItems, noticeItems } from './verdict-parts.ts';

export interface VerdictView {
  readonly verdict: Verdict;
  /** ISO 8601. */
  readonly readAt: string;
  /** Where an administrator approves the bot for this tenant; shown where nobody has. */
  readonly consentUrl?: string | null;
}

/** Tells what the facts mean: what is in the way and what to do about it, what was looked at, what is good to know. */
export function verdictCard(view: VerdictView, t: Translator): AdaptiveCard {
  const { verdict } = view;
  const title = t(`verdict.${verdict.scenario}.${verdict.outcome}.title`);
  const text = t(`verdict.${verdict.scenario}.${verdict.outcome}.text`);
  const first = verdict.blockers[0];
  const told = first === undefined ? text : `${text} ${t(`blockers.${first.id}.title`)}.`;
  return buildCard(
    t,
    { title, text: told },
    [
      heading(title),
      paragraph(text),
      ...blockerItems(verdict.blockers, t),
      ...checkItems(verdict.checks, view.consentUrl ?? null, t),
      ...noticeItems(verdict.notices, t),
      remark(t('card.verdict.read-at', { date: t.date(view.readAt) })),
    ],
    verdictButtons(verdict, t),
  );
}

// A verdict can have more ways out than a channel draws; the status is the one that can be typed as well.
const mostButtons = 6;

function verdictButtons(verdict: Verdict, t: Translator): readonly SubmitButton[] {
  const hasSteps = verdict.steps.length > 0;
  const checkAgain = { do: 'check-again' } as const;
  const moves = verdict.scenario === 'join';
  const cannotMove = moves && (verdict.outcome === 'held-back' || verdict.outcome === 'out-of-scope');
  return [
    ...(hasSteps
      ? [primaryButton(t('button.show-steps'), { do: 'show-steps' }), button(t('button.check-again'), checkAgain)]
      : [primaryButton(t('button.check-again'), checkAgain)]),
    ...(needsAdmin(verdict) ? [button(t('button.ask-admin'), { do: 'ask-admin' })] : []),
    ...(needsAcceptor(verdict) ? [button(t('button.ask-acceptor'), { do: 'ask-acceptor' })] : []),
    ...(verdict.blockers.some(({ id }) => withEnterpriseAgreement.includes(id))
      ? [button(t('button.show-support-text'), { do: 'show-topic', topic: 'enterprise-agreement' })]
      : []),
    ...(cannotMove
      ? [button(t('button.show-alternatives'), { do: 'show-topic', topic: 'alternatives-to-moving' })]
      : []),
    button(t('button.talk-to-person'), { do: 'talk-to-person' }),
    button(t('button.show-status'), { do: 'show-status' }),
  ].slice(0, mostButtons);
}

function needsAdmin(verdict: Verdict): boolean {
  const forAdmins = ['role-missing', 'unmanaged-tenant', 'not-owner', 'owner-with-condition'];
  // Who sees no waiting role when they look needs the administrator after all.
  const mayLackRole = verdict.checks.some(
    (check) => check.id === 'purchase-role' && check.because === 'eligible-roles-hidden',
  );
  return mayLackRole || verdict.blockers.some((blocker) => forAdmins.includes(blocker.id));
}
