import { type AcceptanceRefusal, longestAcceptLink, type TypedAcceptance } from '../src/domain/acceptance.ts';
import { stepsAfterMove } from '../src/domain/steps.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { box, buildCard, button, heading, paragraph, primaryButton, remark, spoken, textToSend } from './pieces.ts';

export interface AcceptFormView {
  /** What was typed so far. */
  readonly typed: TypedAcceptance;
  /** What is wrong with it; null while nothing is. */
  readonly because: AcceptanceRefusal | null;
}

/** Asks the Owner which tenant a subscription goes to, and for the link with which it is accepted. */
export function acceptFormCard({ typed, because }: AcceptFormView, t: Translator): AdaptiveCard {
  const title = t('card.accept-request.title');
  const text = t('card.accept-request.text');
  const refusal = because === null ? null : t(`card.accept-request.refused.${because}`);
  return buildCard(
    t,
    { title, text: refusal ?? text },
    [
      heading(title),
      ...(refusal === null ? [] : [box('attention', [paragraph(refusal)])]),
      paragraph(text),
      {
        type: 'Input.Text',
        id: 'targetTenant' satisfies keyof TypedAcceptance,
        label: t('card.accept-request.tenant'),
        value: typed.targetTenant,
        maxLength: 100,
      },
      {
        type: 'Input.Text',
        id: 'acceptLink' satisfies keyof TypedAcceptance,
        label: t('card.accept-request.link'),
        value: typed.acceptLink,
        maxLength: longestAcceptLink,
      },
      remark(t('card.accept-request.where')),
    ],
    [
      primaryButton(t('card.accept-request.make'), { do: 'ask-acceptor' }),
      button(t('button.show-steps'), { do: 'show-steps' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

export interface AcceptRequestView {
  /** The name of the tenant that the subscription comes from; empty when it is not known. */
  readonly tenant: string;
  /** The id of the tenant that it goes to. */
  readonly targetTenantId: string;
  /** Where the portal lets them accept; null when the Owner did not give it. */
  readonly link: string | null;
  /** What the administrator types in a chat with the bot. */
  readonly code: string;
  /** A page that opens that chat; null when the organisation has none. */
  readonly url: string | null;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A ready text for the administrator who accepts a subscription. */
export function acceptRequestCard(view: AcceptRequestView, t: Translator): AdaptiveCard {
  const title = t('card.accept-request.ready-title');
  const text = t('card.accept-request.ready-text', { tenant: view.targetTenantId });
  return buildCard(
    t,
    { title, text },
    [
      heading(title),
      paragraph(text),
      textToSend(acceptRequestText(view, t), t),
      remark(t('card.admin-request.expires', { date: t.date(view.expiresAt) })),
      remark(t('card.accept-request.unknown')),
    ],
    [
      primaryButton(t('button.show-steps'), { do: 'show-steps' }),
      button(t('button.check-again'), { do: 'check-again' }),
      button(t('button.remind-tomorrow'), { do: 'remind-me', when: 'tomorrow' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

function acceptRequestText(view: AcceptRequestView, t: Translator): string {
  return [
    t('card.accept-request.message', { ...spoken({ source: view.tenant }, t), target: view.targetTenantId }),
    view.link === null
      ? t('card.accept-request.message-without-link')
      : t('card.accept-request.message-link', { url: view.link }),
    t('card.accept-request.message-yours'),
    ...stepsAfterMove.map((step, at) => t.labelled(`${at + 1}. ${t(`steps.${step}.title`)}`, t(`steps.${step}.body`))),
    // Whoever accepts can restore nothing before somebody is Owner there.
    ...t.lines('steps.join-aftercare.notes').slice(0, 1),
    t('card.accept-request.message-then'),
    ...(view.url === null ? [] : [t('card.admin-request.link', { url: view.url })]),
    t('card.admin-request.code', { code: view.code }),
  ].join('\n');
}
