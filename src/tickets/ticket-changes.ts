import { isRefusal } from '../domain/desk-refusal.ts';
import { sameId } from '../domain/text.ts';
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
import {
  deskStatuses,
  deskTags,
  isOlder,
  judgeHandedAgain,
  moveOnNews,
  noteAlone,
  sameRequester,
} from '../domain/ticket-life.ts';
import { effectMark } from '../domain/ticket-mark.ts';
import { noteText, ticketTextMax } from '../domain/ticket-text.ts';
import type { StateRefused, TokenFault } from '../ports/desk.ts';
import { type DeskMessage, messageOf, noteOf } from './desk-notes.ts';
import { headOf, type Outgoing, type Task, type Ticket } from './ticket-document.ts';

/** The desk, and the time of the change. */
export interface ChangeContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly deskLocale: string;
  readonly rules: TicketRules;
}

/** What an organisation decides about its tickets. */
export interface TicketRules {
  /** How long a ticket waits for its person, in milliseconds; 0 for as long as it takes. */
  readonly waitMs: number;
  /** How long progress after the first is gathered before its desk gets it, in milliseconds. */
  readonly holdMs: number;
  /** Address of the operators' pages of tickets, to which a ticket's id is added; null if there are none. */
  readonly ticketPages: string | null;
}

const appliedMax = 1_000;
const historyMax = 200;
const endedEffectsMax = 100;
/** If more effects than this are waiting, a new progress note replaces the last one. */
const progressApartMax = 30;
/** How long a repeated delivery is recognised, by its id or by the body of its reply, in days. */
export const deliveryKnownDays = 7;
const dayMs = 86_400_000;
const deliveryKnownMs = deliveryKnownDays * dayMs;
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
      round: isSame ? ticket.round : ticket.round + 1,
      personId: isSame ? ticket.personId : null,
      conversation: isSame ? ticket.conversation : null,
      answers: isSame ? ticket.answers : [],
      patience: null,
      person: taskNow(now, ticket.revision),
    },
    'received',
    null,
    now,
  );
}

/** A colleague replies. If there is a chat, it is continued; otherwise the reply waits for one. What the requester writes at the desk is no reply to them. */
export function answerByColleague(
  ticket: Ticket,
  event: Extract<DeskEvent, { kind: 'colleague-answered' }>,
  { mark, hash }: DeliveryMark,
  now: number,
): Ticket {
  const text = noteText(event.text, ticketTextMax.answer);
  const heard = hash === null ? ticket.heard : withHeard(ticket, hash, now);
  const marked = { ...withMark(ticket, mark), heard, version: newest(event.version, ticket.version) };
  const isTheirs = sameId(event.author ?? null, ticket.requesterAtDesk);
  if (text === '' || isTheirs) return marked;
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
  return continueChat(moveToState({ ...told, person: null, patience: null }, 'withdrawn', null, now), now);
}

/** Waits for the person from now on, if it is their turn. */
export function withPatience(ticket: Ticket, { now, rules: { waitMs } }: ChangeContext): Ticket {
  const isTheirTurn = waitMs > 0 && (ticket.state === 'waiting' || ticket.state === 'talking');
  if (!isTheirTurn) return { ...ticket, patience: null };
  // Tried once, so that it has to wait for its time.
  const task = { tries: 1, leaseUntil: 0, since: ticket.revision + 1 };
  return { ...ticket, patience: { ...task, nextAt: now + waitMs - lastCallMs(waitMs), isReminded: false } };
}

/** Nobody reacted: the person is reminded, and after that the ticket goes back to its desk. Null if it is not yet time. */
export function losePatience(ticket: Ticket, change: ChangeContext): Ticket | null {
  const { patience, state } = ticket;
  const { now, rules } = change;
  const { waitMs } = rules;
  if (patience === null || patience.nextAt > now) return null;
  if (!patience.isReminded) {
    const last = { ...patience, isReminded: true, nextAt: now + lastCallMs(waitMs) };
    return continueChat({ ...ticket, patience: last }, now);
  }
  const because = state === 'waiting' ? 'no-reaction' : (ticket.shown ?? 'left-off');
  const back = moveToState({ ...ticket, patience: null, person: null }, 'with-human', because, now);
  const days = Math.max(1, Math.round(waitMs / dayMs));
  return continueChat(planEffect(back, { what: 'waited', because, days }, change), now);
}

/** How long before the end of its patience a ticket reminds its person: a day, or half of a shorter time. */
function lastCallMs(waitMs: number): number {
  return Math.min(dayMs, waitMs / 2);
}

/** Something happened in the chat; null if it is already known. */
export function hearNews(ticket: Ticket, news: TicketNews, mark: string, change: ChangeContext): Ticket | null {
  if (ticket.applied.includes(mark)) return null;
  const marked = withMark(ticket, mark);
  if (news.kind === 'answers-shown')
    return { ...marked, answers: ticket.answers.filter(({ id }) => !news.answers.includes(id)) };
  const { to, tells } = moveOnNews(ticket.state, news.kind);
  // Once the person is here, there is no need to write to them.
  const shown = news.kind === 'progress' ? (news.shown ?? null) : null;
  const moved = withPatience(moveToState({ ...marked, person: null, shown }, to, becauseOf(news), change.now), change);
  const message = tells === null ? null : messageOf(news);
  return message === null ? moved : planEffect(moved, message, change);
}

/** Plans an effect for the desk, unless the desk accepts nothing more for this ticket. */
export function planEffect(ticket: Ticket, message: DeskMessage, change: ChangeContext, reply = ''): Ticket {
  const number = ticket.effectsMade + 1;
  const id = `${ticket.id}-${number}`;
  const { what } = message;
  const { rules, deskLocale, now } = change;
  const page = rules.ticketPages === null ? null : `${rules.ticketPages}${ticket.id}`;
  // The first progress is what was found; what follows is gathered, so that a colleague reads the last of it.
  const isProgress = what === 'progress';
  const isHeld = isProgress && rules.holdMs > 0 && ticket.outbox.some((one) => one.isProgress);
  const effect: DeskEffect = {
    id,
    kind: 'update',
    note: `${noteOf(message, deskLocale, page)}\n\n${effectMark(id)}`,
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
    plannedAt: iso(now),
    tries: 0,
    nextAt: isHeld ? now + rules.holdMs : now,
    isHeld,
    leaseUntil: 0,
    mayBeThere: false,
    lastStatus: null,
    fate: ticket.isGone ? 'dead' : 'waiting',
    endedAt: ticket.isGone ? iso(now) : null,
    isProgress,
    isHandOver: what === 'needs-human' && message.because !== 'other-person',
    stateRefused: null,
    signInFault: null,
  };
  const gathered = settleHeld(ticket.outbox, what, now);
  return { ...ticket, effectsMade: number, outbox: [...roomFor(gathered, outgoing), outgoing] };
}

/** Progress that is still held goes with what says more: later progress, the end, or a hand-over. Before anything else it is told. */
function settleHeld(outbox: readonly Outgoing[], what: DeskMessage['what'], now: number): readonly Outgoing[] {
  const isHeld = (one: Outgoing): boolean => one.isHeld && one.fate === 'waiting' && one.tries === 0;
  const saysMore = what === 'progress' || what === 'solved' || what === 'needs-human';
  if (saysMore) return outbox.filter((one) => !isHeld(one));
  return outbox.map((one) => (isHeld(one) ? { ...one, isHeld: false, nextAt: now } : one));
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
    patience: null,
    conversation: null,
    requesterAtDesk: null,
    answers: [],
    outbox: ticket.outbox.map((one) => ({ ...one, effect: { ...one.effect, requester: null } })),
  };
}

/** The result of trying to write the first effect in the outbox. */
export type TryEnded =
  /** `stateRefused`: the desk took the note, but not the state. */
  | {
      readonly kind: 'delivered';
      readonly number: string | null;
      /** What the desk calls the requester of a ticket that it made; null if it does not say. */
      readonly requesterAtDesk?: string | null;
      readonly stateRefused: StateRefused | null;
    }
  | {
      readonly kind: 'again';
      readonly status: number | null;
      /** Milliseconds since 1970; null after the last attempt. */
      readonly nextAt: number | null;
      readonly mayBeThere: boolean;
      /** Why the desk was not asked at all; null if it was. */
      readonly signIn?: TokenFault | null;
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
        requesterAtDesk: ended.requesterAtDesk ?? ticket.requesterAtDesk,
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
      const { status: lastStatus, nextAt, mayBeThere, signIn } = ended;
      const signInFault = signIn?.because ?? null;
      const tried = nextAt === null ? { signInFault } : { signInFault, lastStatus, nextAt, mayBeThere, leaseUntil: 0 };
      const told = { ...ticket, outbox: [...change((one) => ({ ...one, ...tried }))] };
      return nextAt === null ? burying(told, effectId, lastStatus, now) : told;
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

/** Something from a chat of an earlier person of this ticket: it is remembered, and nothing follows. */
export function leaveAside(ticket: Ticket, mark: string): Ticket {
  return withMark(ticket, mark);
}

/** Whether a delivery or a piece of news with this mark was already applied. */
export function isMarked(ticket: Ticket, mark: string): boolean {
  return ticket.applied.includes(mark);
}

/** Whether a delivery with this body was accepted in the last seven days, at least `atLeastMs` and less than `withinMs` ago. */
export function isHeard(
  { heard }: Ticket,
  hash: string,
  now: number,
  { atLeastMs = 0, withinMs = deliveryKnownMs }: { readonly atLeastMs?: number; readonly withinMs?: number } = {},
): boolean {
  return heard.some((one) => {
    const agoMs = now - (one.untilMs - deliveryKnownMs);
    return one.hash === hash && agoMs >= atLeastMs && agoMs < withinMs;
  });
}

/** A task that is due at once. `since` is the ticket's revision when the task was created. */
export function taskNow(now: number, since: number): Task {
  return { tries: 0, nextAt: now, leaseUntil: 0, since };
}

/** ISO 8601 in UTC, from milliseconds since 1970. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
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
    requesterAtDesk: null,
    round: 0,
    person: null,
    wake: null,
    patience: null,
    shown: null,
    answers: [],
    heard: [],
    outbox: [],
    effectsMade: 0,
    isGone: false,
    isClosed: false,
    work: null,
  };
}

function textsOf(handed: HandedTicket): Pick<Ticket, 'title' | 'about' | 'locale' | 'requesterAtDesk'> {
  const { title, about, locale, requesterAtDesk = null } = handed;
  return {
    title: oneLine(title, ticketTextMax.title),
    about,
    locale: locale === null ? null : locale.slice(0, 35),
    requesterAtDesk: requesterAtDesk === null ? null : requesterAtDesk.slice(0, 200),
  };
}

function oneLine(text: string, longest: number): string {
  return noteText(text.replace(/\s+/gu, ' '), longest);
}

function withMark(ticket: Ticket, mark: string): Ticket {
  if (ticket.applied.includes(mark)) return ticket;
  return { ...ticket, applied: [...ticket.applied, mark].slice(-appliedMax) };
}

function withHeard({ heard }: Ticket, hash: string, now: number): Ticket['heard'] {
  return [...heard.filter(({ untilMs }) => untilMs > now), { hash, untilMs: now + deliveryKnownMs }].slice(-heardMax);
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
