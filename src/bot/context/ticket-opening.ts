import type { DialogId, Goal, OpenedTicket } from '../../../dialogs/conversation-context.ts';
import { firstDialogOf } from '../../../dialogs/goals.ts';
import { sameId } from '../../domain/text.ts';
import type { TicketSubject } from '../../domain/ticket.ts';
import { isRequester, type SignedInPerson } from '../../domain/ticket-person.ts';
import type { TicketView } from '../../ports/tickets.ts';
import { startProgress } from '../record/conversation-changes.ts';
import type { ConversationRecord, KnownTicket } from '../record/conversation-record.ts';
import { postNews, postPlace } from '../record/ticket-news.ts';
import { changeTicket, goOutside, openTicketHere, rememberTicket } from '../record/ticket-places.ts';

interface Opening {
  readonly record: ConversationRecord;
  /** Null when there is no such ticket any more. */
  readonly view: TicketView | null;
  readonly who: SignedInPerson;
  readonly now: number;
  readonly randomId: () => string;
}

/** Opens a ticket for its own person, where they are in it. For anybody else it does not seem to exist, and its desk is told once. */
export function openForPerson(opening: Opening): OpenedTicket {
  const { record, view, who, now, randomId } = opening;
  if (view === null || view.state === 'withdrawn') return refuse(record, 'gone');
  const ticket = rememberTicket(record, view);
  if (!isOf(view, ticket, who)) {
    if (!ticket.hasToldOther) postNews(record, view.id, otherPerson, { now, randomId, round: view.round });
    changeTicket(record, view.id, { hasToldOther: true });
    return refuse(record, 'other-person');
  }
  // Handed over again for its own person, it begins anew here too.
  const isAnotherRound = ticket.round !== view.round;
  changeTicket(record, view.id, { round: view.round });
  postPlace(record, view.id);
  const isNew =
    isAnotherRound || ticket.state === 'offered' || ticket.state === 'put-off' || ticket.state === 'declined';
  if (isNew) postNews(record, view.id, { kind: 'taken-up', scenario: scenarioOf(view.about) }, { now, randomId });
  if (isNew) changeTicket(record, view.id, { state: 'open' });
  openTicketHere(record, view.id, who);
  return { kind: 'opened', dialogId: beginOrGoOn(record, view.about) };
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
  return { kind: 'refused', because, dialogId: record.dialogId ?? 'choose-scenario' };
}

/** These are passed once somebody is signed in. */
const beforeSignIn: readonly DialogId[] = ['explain-sign-in', 'sign-in', 'step-up', 'ticket', 'resume'];

function beginOrGoOn(record: ConversationRecord, about: TicketSubject): DialogId {
  const { dialogId } = record;
  if (record.progress.goal === null) startProgress(record, goalOf(about));
  if (dialogId === null || beforeSignIn.includes(dialogId)) return firstDialogOf(record.progress.goal);
  return dialogId;
}

function goalOf(about: TicketSubject): Goal | null {
  if (about === 'ask') return null;
  return about === 'status' ? { kind: 'status' } : { kind: 'scenario', scenario: about };
}

function scenarioOf(about: TicketSubject) {
  return about === 'ask' || about === 'status' ? null : about;
}
