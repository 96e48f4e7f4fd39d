import type { TicketSubject } from '../../domain/ticket.ts';
import type { Translator } from '../../i18n/index.ts';

export const placePage = '/operator';

/** What a ticket is about, in words. */
export function aboutText(t: Translator, about: TicketSubject): string {
  return about === 'status' || about === 'ask' ? t(`operator.about.${about}`) : t(`scenarios.${about}.name`);
}
