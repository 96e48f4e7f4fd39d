import { colleagueAnswerCard } from '../../cards/colleague-answer-card.ts';
import type { Talk } from '../../dialogs/talk.ts';
import type { TicketView } from '../ports/tickets.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { postNews } from './ticket-news.ts';
import { knownTicket } from './ticket-places.ts';

interface Showing {
  readonly record: ConversationRecord;
  readonly talk: Pick<Talk, 't' | 'now' | 'show'>;
  readonly parts: { readonly randomId: () => string };
}

const answersAtOnce = 5;

/** Shows what colleagues said and the chat has not shown yet, oldest first. */
export async function showAnswers({ record, talk, parts }: Showing, view: TicketView): Promise<void> {
  const answers = view.answers.slice(0, answersAtOnce);
  if (answers.length === 0) return;
  const { id, number, deskName } = view;
  const ticket = knownTicket(record, id);
  if (ticket !== null) ticket.hasAnswers = true;
  for (const { text } of answers) await talk.show(colleagueAnswerCard({ id, number, deskName, text }, talk.t));
  const shown = { kind: 'answers-shown', answers: answers.map((answer) => answer.id) } as const;
  postNews(record, id, shown, { now: talk.now(), randomId: parts.randomId });
}
