import { firstMomentOf } from '../../dialogs/errands.ts';
import { type Errand, type MomentId, newJourney, type OpenedTicket } from '../../dialogs/talk.ts';
import { sameId } from '../domain/text.ts';
import type { TicketSubject } from '../domain/ticket.ts';
import { isRequester, type SignedInPerson } from '../domain/ticket-person.ts';
import type { TicketView } from '../ports/tickets.ts';
import type { ConversationRecord, KnownTicket } from './conversation-record.ts';
import { postNews } from './ticket-news.ts';
import { goOnInTicket, goOutside, rememberTicket } from './ticket-places.ts';

interface Opening {
  readonly record: ConversationRecord;
  /** Null when there is no such ticket any more. */
  readonly view: TicketView | null;
  readonly who: SignedInPerson;
  readonly now: number;
  readonly randomId: () => string;
}

/** Opens a ticket for its own person, where they are in it. For anybody else it is as if it were not there, and its desk is told once. */
export function openForPerson(opening: Opening): OpenedTicket {
  const { record, view, who, now, randomId } = opening;
  if (view === null || view.state === 'withdrawn') return refuse(record, 'gone');
  const ticket = rememberTicket(record, view);
  if (!isOf(view, ticket, who)) {
    if (!ticket.hasToldOther) postNews(record, view.id, otherPerson, { now, randomId });
    ticket.hasToldOther = true;
    return refuse(record, 'other-person');
  }
  ticket.openedBy = who;
  record.ticketNews.push({ kind: 'place', ticketId: view.id });
  const isNew = ticket.state === 'offered' || ticket.state === 'put-off' || ticket.state === 'declined';
  if (isNew) postNews(record, view.id, { kind: 'taken-up', scenario: scenarioOf(view.about) }, { now, randomId });
  if (isNew) ticket.state = 'open';
  goOnInTicket(record, ticket);
  return { kind: 'opened', moment: beginOrGoOn(record, view.about) };
}

const otherPerson = { kind: 'needs-human', because: 'other-person', summary: '', transcript: null } as const;

/** Whether a ticket is this person's: by what the desk gave, else by whose chat in Teams was opened for it. */
export function isOf(view: TicketView, { reachedAs }: KnownTicket, who: SignedInPerson): boolean {
  if (isRequester(view, who)) return true;
  return view.requester.personId === null && sameId(reachedAs, who.personId) && sameId(view.tenantId, who.tenantId);
}

/** Whether what happens in a ticket may be told in a chat: it was made there, or its person, still the same, opened it there. */
export function isShownTo(view: TicketView, ticket: KnownTicket): boolean {
  return ticket.isRaisedHere || (ticket.openedBy !== null && isOf(view, ticket, ticket.openedBy));
}

function refuse(record: ConversationRecord, because: 'gone' | 'other-person'): OpenedTicket {
  goOutside(record);
  return { kind: 'refused', because, moment: record.checkpoint ?? 'choose-scenario' };
}

/** These are passed once somebody is signed in. */
const beforeSignIn: readonly MomentId[] = ['explain-sign-in', 'sign-in', 'ticket', 'resume'];

function beginOrGoOn(record: ConversationRecord, about: TicketSubject): MomentId {
  const { checkpoint, journey } = record;
  if (journey.errand === null) record.journey = newJourney(errandOf(about));
  if (checkpoint === null || beforeSignIn.includes(checkpoint)) return firstMomentOf(record.journey.errand);
  return checkpoint;
}

function errandOf(about: TicketSubject): Errand | null {
  if (about === 'ask') return null;
  return about === 'status' ? { kind: 'status' } : { kind: 'scenario', scenario: about };
}

function scenarioOf(about: TicketSubject) {
  return about === 'ask' || about === 'status' ? null : about;
}
