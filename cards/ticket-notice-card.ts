import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, SubmitButton } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton } from './pieces.ts';

export const ticketNotices = ['gone', 'other-person', 'link-spent', 'unknown'] as const;
export type TicketNotice = (typeof ticketNotices)[number];

export interface TicketNoticeView {
  readonly notice: TicketNotice;
}

/** Why a ticket cannot be shown, and what to do. It says nothing of the ticket itself. */
export function ticketNoticeCard({ notice }: TicketNoticeView, t: Translator): AdaptiveCard {
  const title = t(`tickets.notice.${notice}.title`);
  const text = t(`tickets.notice.${notice}.text`);
  return buildCard(t, { title, text }, [heading(title), paragraph(text)], buttonsOf(notice, t));
}

function buttonsOf(notice: TicketNotice, t: Translator): readonly SubmitButton[] {
  const menu = primaryButton(t('button.show-menu'), { do: 'show-menu' });
  if (notice === 'other-person') return [menu, button(t('button.sign-out'), { do: 'sign-out' })];
  return [menu, button(t('button.my-tickets'), { do: 'my-tickets' })];
}
