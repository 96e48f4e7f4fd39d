import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { box, buildCard, button, heading, paragraph, primaryButton, remark } from './pieces.ts';
import { cleanText, plainText, spokenText } from './plain-text.ts';
import { spokenTicketName, type TicketNameView, ticketName, ticketParams } from './ticket-parts.ts';

export interface ColleagueAnswerView extends TicketNameView {
  readonly id: string;
  /** What a colleague wrote. It is not trusted. */
  readonly text: string;
}

const answerMax = 2_000;
const linesMax = 30;

/** What a colleague at the desk says, word for word and as plain text, with who says it. */
export function colleagueAnswerCard(view: ColleagueAnswerView, t: Translator): AdaptiveCard {
  const { desk } = ticketParams(view);
  const title = t('tickets.answers.title', { desk });
  return buildCard(
    t,
    {
      title: t('tickets.answers.title', { desk: spokenText(view.deskName, 80) }),
      text: `${spokenTicketName(view, t)}. ${spokenText(view.text, 400)}`,
    },
    [
      heading(title),
      remark(ticketName(view, t)),
      box('emphasis', asWritten(view.text)),
      remark(t('tickets.answers.not-me')),
    ],
    [
      primaryButton(t('button.answer-colleague'), { do: 'answer-colleague', ticket: view.id }),
      button(t('button.carry-on'), { do: 'carry-on' }),
    ],
  );
}

export interface AnswerBackView {
  readonly deskName: string;
  /** What the person typed. */
  readonly text: string;
}

/** Asks whether this goes to the desk. */
export function answerBackCard(view: AnswerBackView, t: Translator): AdaptiveCard {
  const title = t('tickets.answer-back.title', { desk: plainText(view.deskName, 80) });
  return buildCard(
    t,
    {
      title: t('tickets.answer-back.title', { desk: spokenText(view.deskName, 80) }),
      text: spokenText(view.text, 400),
    },
    [heading(title), box('emphasis', asWritten(view.text))],
    [
      primaryButton(t('button.send-answer'), { do: 'send-answer' }),
      button(t('tickets.answer-back.do-not'), { do: 'no' }),
    ],
  );
}

/** Line by line as it was written, and in all not longer than an answer may be. */
function asWritten(text: string): readonly CardElement[] {
  let left = answerMax;
  const lines: CardElement[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    const clean = cleanText(line, left);
    if (clean === '') continue;
    if (left <= 0 || lines.length >= linesMax) return [...lines, paragraph('…')];
    left -= clean.length;
    lines.push(paragraph(plainText(line, left + clean.length)));
  }
  return lines;
}
