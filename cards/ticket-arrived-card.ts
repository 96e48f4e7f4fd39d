import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, everyChoice, heading, paragraph, primaryButton, remark, strong } from './pieces.ts';
import { cleanText, plainText } from './plain-text.ts';
import { spokenTicketName, type TicketNameView, ticketName, ticketParams } from './ticket-parts.ts';

export interface TicketArrivedView extends TicketNameView {
  readonly id: string;
  /** As it stands at the desk; empty when it has none. */
  readonly title: string;
}

/** Says which ticket came, and what the desk will see. Nothing happens before the person starts on it. */
export function ticketArrivedCard(view: TicketArrivedView, t: Translator): AdaptiveCard {
  const title = t('tickets.arrived.title');
  const text = t('tickets.arrived.text');
  const sees = t('tickets.arrived.desk-sees', ticketParams(view));
  return buildCard(
    t,
    { title, text: `${spokenTicketName(view, t)}. ${text}` },
    [heading(title), strong(ticketName(view, t)), ...titleItems(view.title), paragraph(text), remark(sees)],
    [
      primaryButton(t('tickets.arrived.start'), { do: 'open-ticket', ticket: view.id }),
      button(t('button.put-off-ticket'), { do: 'put-off-ticket', ticket: view.id }),
      button(t('button.decline-ticket'), { do: 'decline-ticket', ticket: view.id }),
    ],
    everyChoice,
  );
}

function titleItems(title: string) {
  return cleanText(title, 200) === '' ? [] : [paragraph(plainText(title, 200))];
}
