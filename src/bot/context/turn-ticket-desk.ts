import { colleagueAnswerCard } from '../../../cards/colleague-answer-card.ts';
import { literalTicketName } from '../../../cards/ticket-parts.ts';
import type {
  ConversationContext,
  OpenedTicket,
  TicketDesk,
  TicketHere,
} from '../../../dialogs/conversation-context.ts';
import { summarise, summariseProof, whatIsShown } from '../../../dialogs/summary.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import { createTranslator, type Translator } from '../../i18n/translator.ts';
import type { Tickets, TicketView } from '../../ports/tickets.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import { digestOf, postNews, type TicketNewsItem } from '../record/ticket-news.ts';
import { changeTicket, openTicketOf } from '../record/ticket-places.ts';
import type { MessageComposer } from './message-composer.ts';
import type { PersonSignIn } from './person-sign-in.ts';
import { openForPerson } from './ticket-opening.ts';
import type { TurnFacts } from './turn-facts.ts';

const answersAtOnce = 5;

/** What the desk of a ticket needs. */
export interface TurnTicketDeskParts {
  readonly randomId: () => string;
  /** Undefined where no helpdesk hands tickets over. */
  readonly tickets?: Tickets | undefined;
}

interface InTurn {
  readonly record: ConversationRecord;
  readonly messages: MessageComposer;
  /** The news for the desk is made from it. */
  readonly conversation: ConversationContext & { readonly signIn: PersonSignIn; readonly facts: TurnFacts };
}

function summaryOf(
  what: 'progress' | 'solved' | 'status',
  conversation: ConversationContext,
  t: Translator,
): string | null {
  switch (what) {
    case 'solved':
      return summariseProof(conversation, t);
    case 'status':
      return t('desk-notes.status-shown');
    case 'progress':
      return summarise(conversation, t);
  }
}

/** The helpdesk behind the ticket that this turn is in. */
export class TurnTicketDesk implements TicketDesk {
  readonly #turn: InTurn;
  readonly #parts: TurnTicketDeskParts;

  constructor(turn: InTurn, parts: TurnTicketDeskParts) {
    this.#turn = turn;
    this.#parts = parts;
  }

  get ticket(): TicketHere | null {
    const ticket = openTicketOf(this.#turn.record);
    return ticket === null ? null : { number: ticket.number, deskName: ticket.deskName };
  }

  async openTicket(): Promise<OpenedTicket> {
    const { record, messages, conversation } = this.#turn;
    const { tickets, randomId } = this.#parts;
    const { goal } = record.progress;
    if (goal?.kind !== 'ticket' || tickets === undefined)
      return { kind: 'refused', because: 'gone', dialogId: 'choose-scenario' };
    const view = await tickets.find(goal.ticketId);
    const isKnownByName = view !== null && view.requester.personId === null;
    const who = await (isKnownByName ? conversation.facts.whoWithName() : conversation.signIn.who());
    if (who === null) return { kind: 'not-signed-in' };
    const opened = openForPerson({ record, view, who, now: conversation.now(), randomId });
    if (opened.kind !== 'opened' || view === null) return opened;
    messages.lead(messages.t('tickets.opened', { ticket: literalTicketName(view, messages.t) }));
    await this.showAnswers(view);
    return opened;
  }

  tell(what: 'progress' | 'solved' | 'status'): void {
    const { record, conversation } = this.#turn;
    if (record.tickets.current === null) return;
    const ticket = openTicketOf(record);
    if (ticket === null || ticket.state === 'withdrawn') return;
    const t = createTranslator(localeOf(ticket.deskLocale));
    const summary = summaryOf(what, conversation, t);
    if (summary === null || summary === '') return;
    const digest = digestOf(`${what} ${summary}`);
    if (ticket.toldLast === digest) return;
    changeTicket(record, ticket.id, { toldLast: digest, ...(what === 'solved' ? { state: 'solved' } : {}) });
    const shown = what === 'status' ? what : whatIsShown(conversation);
    this.post(
      ticket.id,
      what === 'solved' ? { kind: what, summary } : { kind: 'progress', summary, ...(shown === null ? {} : { shown }) },
    );
  }

  /** Shows what colleagues said and the chat has not shown yet, oldest first, up to five. */
  async showAnswers({ id, number, deskName, answers }: TicketView): Promise<void> {
    const { record, messages } = this.#turn;
    const next = answers.slice(0, answersAtOnce);
    if (next.length === 0) return;
    changeTicket(record, id, { hasAnswers: true });
    for (const { text } of next) await messages.show(colleagueAnswerCard({ id, number, deskName, text }, messages.t));
    this.post(id, { kind: 'answers-shown', answers: next.map((answer) => answer.id) });
  }

  /** Tells a ticket what happened here, once the turn is saved. */
  post(ticketId: string, news: TicketNewsItem): void {
    const { record, conversation } = this.#turn;
    postNews(record, ticketId, news, { now: conversation.now(), randomId: this.#parts.randomId });
  }
}
