import { isRefusal } from '../domain/desk-refusal.ts';
import type {
  DeskEffect,
  DeskEvent,
  HandedTicket,
  HandOverFate,
  Requester,
  TicketId,
  TicketNews,
  TicketState,
} from '../domain/ticket.ts';
import { deskStatuses, deskTags, isOlder, judgeHandedAgain, moveOnNews, sameRequester } from '../domain/ticket-life.ts';
import { effectMark } from '../domain/ticket-mark.ts';
import { noteText, ticketTextMax } from '../domain/ticket-text.ts';
import type { StateRefused } from '../ports/desk.ts';
import { type DeskMessage, messageOf, noteOf } from './desk-notes.ts';
import { headOf, type Outgoing, type Task, type Ticket } from './ticket-document.ts';

/** The desk, and the time of the change. */
export interface ChangeContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly deskLocale: string;
}

const appliedMax = 1_000;
const historyMax = 200;
const endedEffectsMax = 100;
/** If more effects than this are waiting, a new progress note replaces the last one. */
const progressApartMax = 30;
/** How long a repeated delivery is recognised, by its id or by the body of its reply, in days. */
export const deliveryKnownDays = 7;
const heardMax = 500;
/** The most replies that can wait to be shown; more are refused for now. */
export const answersMax = 50;

/** How a delivery is known again. `hash`: of its body, where the desk does not sign the delivery's name; null otherwise. */
export interface DeliveryMark {
  readonly mark: string;
  readonly hash: string | null;
}

/** A new ticket. */
export function beginTicket(
  from: {
    readonly id: TicketId;
    readonly deskId: string;
    readonly tenantId: string;
    readonly handed: HandedTicket;
  } & DeliveryMark,
  now: number,
): Ticket {
  const { id, deskId, tenantId, handed, mark, hash } = from;
  const blank = blankTicket({ id, deskId, tenantId, requester: handed.requester, state: 'received' }, now);
  return {
    ...blank,
    ...textsOf(handed),
    heard: hash === null ? [] : withHeard(blank, hash, now),
    number: handed.number,
    version: handed.version,
    applied: [mark],
    person: taskNow(now, 0),
  };
}

/** A ticket that the bot creates at a desk, because a person asked for a colleague. */
export function raiseTicket(
  from: {
    readonly id: TicketId;
    readonly deskId: string;
    readonly tenantId: string;
    readonly requester: Requester;
    readonly about: Ticket['about'];
    readonly title: string;
    readonly summary: string;
    readonly transcript: string | null;
    readonly conversation: string;
  },
  change: ChangeContext,
): Ticket {
  const { id, deskId, tenantId, requester, about, summary, transcript, conversation } = from;
  const title = oneLine(from.title, ticketTextMax.title);
  const begun: Ticket = {
    ...blankTicket({ id, deskId, tenantId, requester, state: 'with-human' }, change.now),
    title,
    about,
    conversation,
    personId: requester.personId,
  };
  const planned = planEffect(begun, { what: 'needs-human', because: 'asked', summary, transcript }, change);
  return {
    ...planned,
    outbox: planned.outbox.map((one) => ({ ...one, effect: { ...one.effect, kind: 'create', title, requester } })),
  };
}

/** A known ticket is handed over again. */
export function handOverAgain(ticket: Ticket, handed: HandedTicket, { mark, hash }: DeliveryMark, now: number): Ticket {
  const marked = withMark(ticket, mark);
  const again = judgeHandedAgain(ticket, handed);
  if (again === 'older') return marked;
  const told: Ticket = {
    ...marked,
    ...textsOf(handed),
    version: handed.version ?? ticket.version,
    heard: hash === null ? ticket.heard : withHeard(ticket, hash, now),
    isClosed: false,
  };
  if (again === 'refreshes') return told;
  const isSame = sameRequester(ticket.requester, handed.requester);
  return moveToState(
    {
      ...told,
      requester: handed.requester,
      personId: isSame ? ticket.personId : null,
      conversation: isSame ? ticket.conversation : null,
      answers: isSame ? ticket.answers : [],
      person: taskNow(now, ticket.revision),
    },
    'received',
    null,
    now,
  );
}

/** A colleague replies. If there is a chat, it is continued; otherwise the reply waits for one. */
export function answerByColleague(
  ticket: Ticket,
  event: Extract<DeskEvent, { kind: 'colleague-answered' }>,
  { mark, hash }: DeliveryMark,
  now: number,
): Ticket {
  const text = noteText(event.text, ticketTextMax.answer);
  const heard = hash === null ? ticket.heard : withHeard(ticket, hash, now);
  const marked = { ...withMark(ticket, mark), heard, version: newest(event.version, ticket.version) };
  if (text === '') return marked;
  const answer = { id: mark, text, at: iso(now) };
  return continueChat({ ...marked, answers: [...ticket.answers, answer] }, now);
}

/**
 * The desk closed or withdrew the ticket. A ticket that the bot solved stays solved. From now on its state is the desk's own:
 * what still waits for the desk goes there as a note alone.
 */
export function withdraw(
  ticket: Ticket,
  event: Extract<DeskEvent, { kind: 'withdrawn' }>,
  mark: string,
  now: number,
): Ticket {
  const marked = withMark(ticket, mark);
  if (isOlder(event.version, ticket.version)) return marked;
  const told: Ticket = {
    ...marked,
    version: newest(event.version, ticket.version),
    isClosed: true,
    outbox: ticket.outbox.map((one) => (one.fate === 'waiting' ? { ...one, effect: noteAlone(one.effect) } : one)),
  };
  if (ticket.state === 'solved' || ticket.state === 'withdrawn') return told;
  return continueChat(moveToState({ ...told, person: null }, 'withdrawn', null, now), now);
}

/** Something happened in the chat; null if it is already known. */
export function hearNews(ticket: Ticket, news: TicketNews, mark: string, change: ChangeContext): Ticket | null {
  if (ticket.applied.includes(mark)) return null;
  const marked = withMark(ticket, mark);
  if (news.kind === 'answers-shown')
    return { ...marked, answers: ticket.answers.filter(({ id }) => !news.answers.includes(id)) };
  const { to, tells } = moveOnNews(ticket.state, news.kind);
  // Once the person is here, there is no need to write to them.
  const moved = moveToState({ ...marked, person: null }, to, becauseOf(news), change.now);
  const message = tells === null ? null : messageOf(news);
  return message === null ? moved : planEffect(moved, message, change);
}

/** Plans an effect for the desk, unless the desk accepts nothing more for this ticket. */
export function planEffect(ticket: Ticket, message: DeskMessage, change: ChangeContext, reply = ''): Ticket {
  const number = ticket.effectsMade + 1;
  const id = `${ticket.id}-${number}`;
  const { what } = message;
  const effect: DeskEffect = {
    id,
    kind: 'update',
    note: `${noteOf(message, change.deskLocale)}\n\n${effectMark(id)}`,
    reply,
    status: deskStatuses[what],
    // Once it has ended and goes on, its desk or its person wants it open.
    reopens: ticket.history.some(({ to }) => to === 'solved' || to === 'withdrawn'),
    tag: deskTags[what],
    title: '',
    requester: null,
  };
  const outgoing: Outgoing = {
    effect: ticket.isClosed ? noteAlone(effect) : effect,
    plannedAt: iso(change.now),
    tries: 0,
    nextAt: change.now,
    leaseUntil: 0,
    mayBeThere: false,
    lastStatus: null,
    fate: ticket.isGone ? 'dead' : 'waiting',
    endedAt: ticket.isGone ? iso(change.now) : null,
    isProgress: what === 'progress',
    isHandOver: what === 'needs-human' && message.because !== 'other-person',
    stateRefused: null,
  };
  return { ...ticket, effectsMade: number, outbox: [...roomFor(ticket.outbox, outgoing), outgoing] };
}

/** Changes the state of a ticket, and records when and why. */
export function moveToState(ticket: Ticket, to: TicketState, because: string | null, now: number): Ticket {
  const at = iso(now);
  if (ticket.state === to && because === null) return { ...ticket, changedAt: at };
  return { ...ticket, state: to, changedAt: at, history: [...ticket.history, { at, to, because }].slice(-historyMax) };
}

/** Stops writing to the person. Effects on their way to the desk stay, but without the requester. */
export function forgetPerson(ticket: Ticket): Ticket {
  return {
    ...ticket,
    title: '',
    requester: { personId: null, userPrincipalName: null, tenantId: null },
    personId: null,
    person: null,
    wake: null,
    conversation: null,
    answers: [],
    outbox: ticket.outbox.map((one) => ({ ...one, effect: { ...one.effect, requester: null } })),
  };
}

/** The result of trying to write the first effect in the outbox. */
export type TryEnded =
  /** `stateRefused`: the desk took the note, but not the state. */
  | { readonly kind: 'delivered'; readonly number: string | null; readonly stateRefused: StateRefused | null }
  | {
      readonly kind: 'again';
      readonly status: number | null;
      /** Milliseconds since 1970; null after the last attempt. */
      readonly nextAt: number | null;
      readonly mayBeThere: boolean;
    }
  /** The effect is dead, and so is everything that depends on it. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'gone'; readonly status: number };

/**
 * Records the result of an attempt to write to the desk. A colleague who would wait for a state that the desk refused, or close
 * the ticket by it, is told.
 */
export function endTry(ticket: Ticket, effectId: string, ended: TryEnded, change: ChangeContext): Ticket {
  const { now } = change;
  const tried = afterTry(ticket, effectId, ended, now);
  const status = ticket.outbox.find(({ effect }) => effect.id === effectId)?.effect.status ?? null;
  const isMissed = ended.kind === 'delivered' && ended.stateRefused !== null && status !== null && status !== 'pending';
  const { words = '' } = ended.kind === 'delivered' ? (ended.stateRefused ?? {}) : {};
  const after = isMissed ? planEffect(tried, { what: 'state-refused', wanted: status, words }, change) : tried;
  return handOverFate(after) === handOverFate(ticket) ? after : continueChat(after, now);
}

/** How the last hand-over to a colleague fares; null when there was none. `late`: the desk did not take it at first. */
export function handOverFate({ outbox }: Ticket): HandOverFate | null {
  const last = outbox.findLast(({ isHandOver }) => isHandOver);
  if (last === undefined) return null;
  if (last.fate !== 'waiting') return last.fate === 'delivered' ? 'arrived' : 'failed';
  if (last.tries === 0 || last.leaseUntil > 0) return 'on-its-way';
  return isRefusal(last.lastStatus) ? 'refused' : 'late';
}

function afterTry(ticket: Ticket, effectId: string, ended: TryEnded, now: number): Ticket {
  const change = (step: (one: Outgoing) => Outgoing): readonly Outgoing[] =>
    ticket.outbox.map((one) => (one.effect.id === effectId ? step(one) : one));
  switch (ended.kind) {
    case 'delivered':
      return {
        ...ticket,
        number: ended.number ?? ticket.number,
        outbox: [
          ...change((one) =>
            withoutWords({
              ...one,
              fate: 'delivered',
              endedAt: iso(now),
              leaseUntil: 0,
              stateRefused: ended.stateRefused,
            }),
          ),
        ],
      };
    case 'again': {
      const { status: lastStatus, nextAt, mayBeThere } = ended;
      if (nextAt === null) return burying(ticket, effectId, lastStatus, now);
      return { ...ticket, outbox: [...change((one) => ({ ...one, lastStatus, nextAt, mayBeThere, leaseUntil: 0 }))] };
    }
    case 'refused':
      return burying(ticket, effectId, ended.status, now);
    case 'gone': {
      const dead = ticket.outbox.map((one) => (one.fate === 'waiting' ? buried(one, ended.status, now) : one));
      return { ...ticket, isGone: true, outbox: dead };
    }
  }
}

/** Puts all dead effects back into the outbox, in their original order. */
export function replayDead(ticket: Ticket, now: number): Ticket {
  const outbox = ticket.outbox.map(
    (one): Outgoing =>
      one.fate === 'dead' ? { ...one, fate: 'waiting', endedAt: null, tries: 0, nextAt: now, leaseUntil: 0 } : one,
  );
  return { ...ticket, isGone: false, outbox };
}

/** Whether a delivery or a piece of news with this mark was already applied. */
export function isMarked(ticket: Ticket, mark: string): boolean {
  return ticket.applied.includes(mark);
}

/** Whether a delivery with this body was accepted in the last seven days, and at least `atLeastMs` ago. */
export function isHeard(ticket: Ticket, hash: string, now: number, atLeastMs = 0): boolean {
  const heardBefore = now - atLeastMs + deliveryKnownDays * 86_400_000;
  return ticket.heard.some((one) => one.hash === hash && one.untilMs > now && one.untilMs <= heardBefore);
}

/** A task that is due at once. `since` is the ticket's revision when the task was created. */
export function taskNow(now: number, since: number): Task {
  return { tries: 0, nextAt: now, leaseUntil: 0, since };
}

/** ISO 8601 in UTC, from milliseconds since 1970. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** What a desk gets of an effect if the state of the ticket is none of ours. */
function noteAlone(effect: DeskEffect): DeskEffect {
  return effect.kind === 'create' ? effect : { ...effect, status: null, tag: null, reply: '' };
}

function continueChat(ticket: Ticket, now: number): Ticket {
  return ticket.conversation === null ? ticket : { ...ticket, wake: taskNow(now, ticket.revision + 1) };
}

function blankTicket(from: Pick<Ticket, 'id' | 'deskId' | 'tenantId' | 'requester' | 'state'>, now: number): Ticket {
  const at = iso(now);
  return {
    ...from,
    shape: 1,
    number: '',
    title: '',
    about: 'ask',
    locale: null,
    version: null,
    revision: 0,
    receivedAt: at,
    changedAt: at,
    history: [{ at, to: from.state, because: null }],
    applied: [],
    conversation: null,
    personId: null,
    person: null,
    wake: null,
    answers: [],
    heard: [],
    outbox: [],
    effectsMade: 0,
    isGone: false,
    isClosed: false,
    work: null,
  };
}

function textsOf({ title, about, locale }: HandedTicket): Pick<Ticket, 'title' | 'about' | 'locale'> {
  return { title: oneLine(title, ticketTextMax.title), about, locale: locale === null ? null : locale.slice(0, 35) };
}

function oneLine(text: string, longest: number): string {
  return noteText(text.replace(/\s+/gu, ' '), longest);
}

function withMark(ticket: Ticket, mark: string): Ticket {
  if (ticket.applied.includes(mark)) return ticket;
  return { ...ticket, applied: [...ticket.applied, mark].slice(-appliedMax) };
}

function withHeard({ heard }: Ticket, hash: string, now: number): Ticket['heard'] {
  return [
    ...heard.filter(({ untilMs }) => untilMs > now),
    { hash, untilMs: now + deliveryKnownDays * 86_400_000 },
  ].slice(-heardMax);
}

function becauseOf(news: TicketNews): string | null {
  if (news.kind === 'needs-human') return news.because;
  return news.kind === 'declined' ? 'declined' : null;
}

function newest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

/** Makes room: drops the oldest delivered effects, and in a long queue a new progress note replaces the last one if that was never tried. */
function roomFor(outbox: readonly Outgoing[], coming: Outgoing): readonly Outgoing[] {
  const last = outbox.at(-1);
  const waiting = outbox.filter(({ fate }) => fate === 'waiting').length;
  const isReplaced =
    coming.isProgress &&
    last?.isProgress === true &&
    last.fate === 'waiting' &&
    last.tries === 0 &&
    waiting > progressApartMax;
  const kept = isReplaced ? outbox.slice(0, -1) : outbox;
  const tooMany = kept.length - endedEffectsMax;
  if (tooMany <= 0) return kept;
  const oldest = kept.filter(({ fate }) => fate === 'delivered').slice(0, tooMany);
  return kept.filter((one) => !oldest.includes(one));
}

/** If the ticket could not be created at the desk, its other effects have nowhere to go. */
function burying(ticket: Ticket, effectId: string, status: number | null, now: number): Ticket {
  const head = headOf(ticket);
  const takesAll = head?.effect.id === effectId && head.effect.kind === 'create';
  return {
    ...ticket,
    outbox: ticket.outbox.map((one) =>
      one.effect.id === effectId || (takesAll && one.fate === 'waiting') ? buried(one, status, now) : one,
    ),
  };
}

function buried(one: Outgoing, status: number | null, now: number): Outgoing {
  return { ...one, fate: 'dead', endedAt: iso(now), leaseUntil: 0, lastStatus: status };
}

/** The text of a delivered effect need not be kept. */
function withoutWords(one: Outgoing): Outgoing {
  return { ...one, effect: { ...one.effect, note: '', reply: '', title: '', requester: null } };
}
