import type { DeskEvent, HandedTicket, Requester, TicketId, TicketNews, TicketState } from '../domain/ticket.ts';
import { deskStatuses, deskTags, isOlder, judgeHandedAgain, moveOnNews, sameRequester } from '../domain/ticket-life.ts';
import { effectMark } from '../domain/ticket-mark.ts';
import { noteText, ticketTextMax } from '../domain/ticket-text.ts';
import { type DeskMessage, messageOf, noteOf } from './desk-notes.ts';
import { headOf, type Outgoing, type Task, type Ticket } from './ticket-document.ts';

/** What a change needs to know of the desk, and when it happens. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly deskLocale: string;
}

const appliedMax = 1_000;
const historyMax = 200;
const endedEffectsMax = 100;
/** From here on, how far it is is told by the last word only. */
const progressApartMax = 30;
/** How long a delivery that comes again is known, by its name or by the body of its answer, in days. */
export const deliveryKnownDays = 7;
const heardMax = 500;
/** How many answers of colleagues wait to be shown; more are not taken for now. */
export const answersMax = 50;

/** A ticket as it begins. */
export function beginTicket(
  from: {
    readonly id: TicketId;
    readonly deskId: string;
    readonly tenantId: string;
    readonly handed: HandedTicket;
    readonly mark: string;
  },
  now: number,
): Ticket {
  const { id, deskId, tenantId, handed, mark } = from;
  return {
    ...blankTicket({ id, deskId, tenantId, requester: handed.requester, state: 'received' }, now),
    ...textsOf(handed),
    number: handed.number,
    version: handed.version,
    applied: [mark],
    person: taskNow(now, 0),
  };
}

/** A ticket that the bot makes at a desk, because somebody wants to talk to a person. */
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
  moment: Moment,
): Ticket {
  const { id, deskId, tenantId, requester, about, summary, transcript, conversation } = from;
  const title = oneLine(from.title, ticketTextMax.title);
  const begun: Ticket = {
    ...blankTicket({ id, deskId, tenantId, requester, state: 'with-human' }, moment.now),
    title,
    about,
    conversation,
    personId: requester.personId,
  };
  const planned = planEffect(begun, { what: 'needs-human', because: 'asked', summary, transcript }, moment);
  return {
    ...planned,
    outbox: planned.outbox.map((one) => ({ ...one, effect: { ...one.effect, kind: 'create', title, requester } })),
  };
}

/** A hand-over of a ticket that is known. */
export function handOverAgain(ticket: Ticket, handed: HandedTicket, mark: string, now: number): Ticket {
  const marked = withMark(ticket, mark);
  const again = judgeHandedAgain(ticket, handed);
  if (again === 'older') return marked;
  const told: Ticket = { ...marked, ...textsOf(handed), version: handed.version ?? ticket.version };
  if (again === 'refreshes') return told;
  const isSame = sameRequester(ticket.requester, handed.requester);
  return moveTo(
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

/** A colleague answers. The chat is woken where there is one; else the answer waits for it. */
export function answerByColleague(
  ticket: Ticket,
  event: Extract<DeskEvent, { kind: 'colleague-answered' }>,
  /** `hash`: of the body, where that is what it is known again by. */
  { mark, hash }: { readonly mark: string; readonly hash: string | null },
  now: number,
): Ticket {
  const text = noteText(event.text, ticketTextMax.answer);
  const heard = hash === null ? ticket.heard : withHeard(ticket, hash, now);
  const marked = { ...withMark(ticket, mark), heard, version: newest(event.version, ticket.version) };
  if (text === '') return marked;
  const answer = { id: mark, text, at: iso(now) };
  return wakeChat({ ...marked, answers: [...ticket.answers, answer] }, now);
}

/** The desk closed the ticket or took it back. What the bot solved stays solved. */
export function withdraw(
  ticket: Ticket,
  event: Extract<DeskEvent, { kind: 'withdrawn' }>,
  mark: string,
  now: number,
): Ticket {
  const marked = withMark(ticket, mark);
  if (isOlder(event.version, ticket.version)) return marked;
  const told: Ticket = { ...marked, version: newest(event.version, ticket.version) };
  if (ticket.state === 'solved' || ticket.state === 'withdrawn') return told;
  return wakeChat(moveTo({ ...told, person: null }, 'withdrawn', null, now), now);
}

/** What happened in the chat; null when it is known already. */
export function hearNews(ticket: Ticket, news: TicketNews, mark: string, moment: Moment): Ticket | null {
  if (ticket.applied.includes(mark)) return null;
  const marked = withMark(ticket, mark);
  if (news.kind === 'answers-shown')
    return { ...marked, answers: ticket.answers.filter(({ id }) => !news.answers.includes(id)) };
  const { to, tells } = moveOnNews(ticket.state, news.kind);
  // Once the person is here, nobody needs to write to them any more.
  const moved = moveTo({ ...marked, person: null }, to, becauseOf(news), moment.now);
  const telling = tells === null ? null : messageOf(news);
  return telling === null ? moved : planEffect(moved, telling, moment);
}

/** Plans what a desk is to be told. Nothing more is planned for a desk that takes nothing more. */
export function planEffect(ticket: Ticket, telling: DeskMessage, moment: Moment, reply = ''): Ticket {
  const number = ticket.effectsMade + 1;
  const id = `${ticket.id}-${number}`;
  const { what } = telling;
  const outgoing: Outgoing = {
    effect: {
      id,
      kind: 'update',
      note: `${noteOf(telling, moment.deskLocale)}\n\n${effectMark(id)}`,
      reply,
      status: deskStatuses[what],
      tag: deskTags[what],
      title: '',
      requester: null,
    },
    plannedAt: iso(moment.now),
    tries: 0,
    nextAt: moment.now,
    leaseUntil: 0,
    mayBeThere: false,
    lastStatus: null,
    fate: ticket.isGone ? 'dead' : 'waiting',
    endedAt: ticket.isGone ? iso(moment.now) : null,
    isProgress: what === 'progress',
  };
  return { ...ticket, effectsMade: number, outbox: [...roomFor(ticket.outbox, outgoing), outgoing] };
}

/** Moves a ticket to another state, and remembers when and why. */
export function moveTo(ticket: Ticket, to: TicketState, because: string | null, now: number): Ticket {
  const at = iso(now);
  if (ticket.state === to && because === null) return { ...ticket, changedAt: at };
  return { ...ticket, state: to, changedAt: at, history: [...ticket.history, { at, to, because }].slice(-historyMax) };
}

/** Nobody is written to or answered any more; what is already on its way to the desk stays, without who asked. */
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

/** How one try of the head of the outbox ended. */
export type TryEnded =
  | { readonly kind: 'delivered'; readonly number: string | null }
  | {
      readonly kind: 'again';
      readonly status: number | null;
      /** Milliseconds since 1970; null when it was the last try. */
      readonly nextAt: number | null;
      readonly mayBeThere: boolean;
    }
  /** Dead, and with it what cannot be without it. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'gone'; readonly status: number };

/** Writes down how a try to tell the desk ended. `now` in milliseconds since 1970. */
export function endTry(ticket: Ticket, effectId: string, ended: TryEnded, now: number): Ticket {
  const change = (step: (one: Outgoing) => Outgoing): readonly Outgoing[] =>
    ticket.outbox.map((one) => (one.effect.id === effectId ? step(one) : one));
  switch (ended.kind) {
    case 'delivered':
      return {
        ...ticket,
        number: ended.number ?? ticket.number,
        outbox: [...change((one) => withoutWords({ ...one, fate: 'delivered', endedAt: iso(now), leaseUntil: 0 }))],
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

/** Puts everything that its desk will not get back into the row, in its old order. */
export function replayDead(ticket: Ticket, now: number): Ticket {
  const outbox = ticket.outbox.map(
    (one): Outgoing =>
      one.fate === 'dead' ? { ...one, fate: 'waiting', endedAt: null, tries: 0, nextAt: now, leaseUntil: 0 } : one,
  );
  return { ...ticket, isGone: false, outbox };
}

/** The mark of something that was done with a ticket. */
export function isMarked(ticket: Ticket, mark: string): boolean {
  return ticket.applied.includes(mark);
}

/** Whether an answer with this body was taken in the last seven days. */
export function isHeard(ticket: Ticket, hash: string, now: number): boolean {
  return ticket.heard.some((one) => one.hash === hash && one.untilMs > now);
}

/** A task that is due at once. `since` is the revision of the ticket that it was made in. */
export function taskNow(now: number, since: number): Task {
  return { tries: 0, nextAt: now, leaseUntil: 0, since };
}

/** ISO 8601 in UTC, from milliseconds since 1970. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function wakeChat(ticket: Ticket, now: number): Ticket {
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

/** Old ends go, and of a long row of progress only the last word stays. Nobody is writing what is taken out. */
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

/** A ticket that could not be made at the desk has nowhere to put the rest. */
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

/** What the desk has need not be kept here. */
function withoutWords(one: Outgoing): Outgoing {
  return { ...one, effect: { ...one.effect, note: '', reply: '', title: '', requester: null } };
}
