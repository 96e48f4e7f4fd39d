import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark, section, strong } from './pieces.ts';
import { cleanText, plainText } from './plain-text.ts';
import { spokenTicketName, type TicketNameView, ticketName } from './ticket-parts.ts';

export const ticketStandings = [
  'offered',
  'put-off',
  'open',
  'declined',
  'solved',
  'on-its-way',
  'late',
  'refused',
  'failed',
  'gone',
  'with-human',
  'withdrawn',
] as const;
export type TicketStanding = (typeof ticketStandings)[number];

export interface TicketLine extends TicketNameView {
  readonly id: string;
  readonly title: string;
  readonly standing: TicketStanding;
  /** A colleague has it, and the person has opened it here, so they can write to each other. */
  readonly canAnswer: boolean;
  /** The chat is in this one now. */
  readonly isHere: boolean;
}

export interface MyTicketsView {
  /** At most ten are shown. */
  readonly tickets: readonly TicketLine[];
  /** Whether the person was doing something besides their tickets. */
  readonly canGoOutside: boolean;
}

const linesMax = 10;

/** The tickets that this chat knows of the person, each with a button to go on with it. */
export function myTicketsCard(view: MyTicketsView, t: Translator): AdaptiveCard {
  const title = t('tickets.mine.title');
  const lines = view.tickets.slice(0, linesMax);
  const text = lines.length === 0 ? t('tickets.mine.none') : t('tickets.mine.text', { count: view.tickets.length });
  const names = lines.map((line) => spokenTicketName(line, t)).join('. ');
  return buildCard(
    t,
    { title, text: `${text} ${names}` },
    [heading(title), paragraph(text), ...lines.map((line) => ticketItems(line, t))],
    [
      primaryButton(t('button.carry-on'), { do: 'carry-on' }),
      ...(view.canGoOutside ? [button(t('button.leave-ticket'), { do: 'leave-ticket' })] : []),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

function ticketItems(line: TicketLine, t: Translator): CardElement {
  const here = line.isHere ? [t('tickets.mine.here')] : [];
  return section([
    strong(ticketName(line, t)),
    ...(cleanText(line.title, 120) === '' ? [] : [paragraph(plainText(line.title, 120))]),
    remark([t(`tickets.standing.${line.standing}`), ...here].join(' ')),
    {
      type: 'ActionSet',
      actions: [
        line.canAnswer
          ? button(t('button.answer-colleague'), { do: 'answer-colleague', ticket: line.id })
          : button(t('button.open-ticket'), { do: 'open-ticket', ticket: line.id }),
      ],
    },
  ]);
}
