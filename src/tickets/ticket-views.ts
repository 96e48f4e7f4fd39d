import type { TicketReport } from '../ports/ticket-door.ts';
import type { EffectRecord, TicketOutcome, TicketRecord } from '../ports/ticket-records.ts';
import type { TicketView } from '../ports/tickets.ts';
import { handOverFate, iso } from './ticket-changes.ts';
import type { Outgoing, Ticket } from './ticket-document.ts';

/** A ticket as its chat sees it. */
export function viewOf(ticket: Ticket, desk: { readonly name: string; readonly locale: string }): TicketView {
  const { id, number, title, deskId, about, state, requester, tenantId, locale, personId } = ticket;
  return {
    id,
    number,
    title,
    deskId,
    deskName: desk.name,
    deskLocale: desk.locale,
    about,
    state,
    requester: { ...requester, personId: personId ?? requester.personId },
    tenantId,
    round: ticket.round,
    locale,
    handOver: handOverFate(ticket),
    waitsUntil: ticket.patience?.isReminded === true ? iso(ticket.patience.nextAt) : null,
    isClosed: ticket.isClosed,
    isGone: ticket.isGone,
    answers: ticket.answers.map((answer) => ({ id: answer.id, text: answer.text })),
  };
}

/** A ticket as its desk sees it through the API. */
export function reportOf(ticket: Ticket): TicketReport {
  const { id, deskId: desk, number, about, state, receivedAt, changedAt, history } = ticket;
  const count = (fate: Outgoing['fate']): number => ticket.outbox.filter((one) => one.fate === fate).length;
  const waiting = count('waiting');
  const dead = count('dead');
  // Delivered effects are not kept forever, so they are counted as what is left of the total.
  const delivered = ticket.effectsMade - waiting - dead;
  return { id, desk, number, about, state, receivedAt, changedAt, history, effects: { waiting, delivered, dead } };
}

/** A ticket as an operator sees it. */
export function recordOf(ticket: Ticket): TicketRecord {
  const { id, deskId, number, about, state, receivedAt, changedAt, history, outbox } = ticket;
  return { id, deskId, number, about, state, receivedAt, changedAt, history, effects: outbox.map(effectRecordOf) };
}

/** The outcome of a ticket, as a row in a table. */
export function outcomeOf(ticket: Ticket): TicketOutcome {
  const { id, deskId, number, about, state, receivedAt, history, changedAt } = ticket;
  const last = history.at(-1);
  return {
    id,
    deskId,
    number,
    about,
    state,
    because: last?.because ?? null,
    receivedAt,
    takenUpAt: history.find(({ to }) => to === 'talking')?.at ?? null,
    changedAt: last?.at ?? changedAt,
    effectsDead: ticket.outbox.filter(({ fate }) => fate === 'dead').length,
  };
}

function effectRecordOf({
  effect,
  fate,
  plannedAt,
  endedAt,
  tries,
  nextAt,
  lastStatus,
  signInFault,
  stateRefused,
}: Outgoing): EffectRecord {
  return {
    id: effect.id,
    kind: effect.kind,
    fate,
    plannedAt,
    endedAt,
    tries,
    nextAt: fate === 'waiting' ? iso(nextAt) : null,
    lastStatus,
    signInFault: fate === 'delivered' ? null : signInFault,
    stateRefused,
  };
}
