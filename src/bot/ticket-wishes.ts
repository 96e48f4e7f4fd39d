import { EventFactory, type TurnContext } from 'botbuilder';
import type { CardAction } from '../../cards/card-action.ts';
import { answerBackCard } from '../../cards/colleague-answer-card.ts';
import { handOverCard } from '../../cards/hand-over-card.ts';
import { type MyTicketsView, myTicketsCard, type TicketLine } from '../../cards/my-tickets-card.ts';
import { type TicketNotice, ticketNoticeCard } from '../../cards/ticket-notice-card.ts';
import { spokenTicketName, ticketParams } from '../../cards/ticket-parts.ts';
import type { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { summarise, tellCourse } from '../../dialogs/summary.ts';
import type { Errand } from '../../dialogs/talk.ts';
import { scenarioOf, verdictOf } from '../../dialogs/verdicts.ts';
import { sameId } from '../domain/text.ts';
import type { HumanReason, Requester } from '../domain/ticket.ts';
import type { SignedInPerson } from '../domain/ticket-person.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { TicketView } from '../ports/tickets.ts';
import { conversationKey } from './conversation-key.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord, KnownTicket } from './conversation-record.ts';
import { typedText } from './hearing.ts';
import { localeOf } from './language.ts';
import { isInTeams, teamsTenantOf } from './teams-activity.ts';
import { showAnswers } from './ticket-following.ts';
import { postNews } from './ticket-news.ts';
import { isOf, isShownTo } from './ticket-opening.ts';
import { goInto, goOutside, knownTicket, openTicketOf, rememberTicket } from './ticket-places.ts';
import type { TurnTalk } from './turn-talk.ts';

/** One turn of a chat that may be about tickets. */
export interface TicketTurn {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly dialogs: ConversationDialogs;
  readonly parts: ConversationParts;
}

/** What a wish about tickets does. False when it is about something else. */
export async function grantTicketWish(turn: TicketTurn, wish: CardAction): Promise<boolean> {
  const { record, talk } = turn;
  switch (wish.do) {
    case 'my-tickets':
      await talk.show(myTicketsCard(await listTickets(turn), talk.t));
      return true;
    case 'open-ticket':
      return openTicket(turn, wish.ticket);
    case 'ask-for-ticket':
      return openByNumber(turn, wish.number);
    case 'put-off-ticket':
      return putOff(turn, wish.ticket);
    case 'decline-ticket':
      return decline(turn, wish.ticket);
    case 'leave-ticket':
      goOutside(record);
      talk.lead(talk.t('tickets.back-outside'));
      return askPending(turn);
    case 'answer-colleague':
      return askForAnswer(turn, wish.ticket);
    case 'hand-over':
      return handOver(turn, { withCourse: wish.course });
    case 'talk-to-person':
      return offerHandOver(turn);
    default:
      return false;
  }
}

/** An errand that is not the ticket's own is done besides it; where the person is in the ticket is kept. */
export function leaveTicketFor(turn: Pick<TicketTurn, 'record' | 'talk'>, errand: Errand): void {
  const { record, talk } = turn;
  if (record.tickets.current === null) return;
  const ticket = openTicketOf(record);
  const present = record.journey.errand;
  const isOwn = present === null || JSON.stringify(present) === JSON.stringify(errand) || present.kind === 'suggestion';
  if (ticket !== null && isOwn) return;
  goOutside(record);
  if (ticket !== null) talk.lead(talk.t('tickets.left', { ticket: spokenTicketName(ticket, talk.t) }));
}

/** A link that a desk sent was opened. It works once; who is in front of it still has to sign in. */
export async function takeTicketLink(turn: TicketTurn, code: string): Promise<void> {
  const { context, record, parts } = turn;
  const view = (await parts.tickets?.redeem(code, conversationKey(context))) ?? null;
  if (view === null) return tell(turn, 'link-spent');
  record.welcomed = true;
  rememberTicket(record, view);
  turn.talk.lead(turn.talk.t('tickets.from-link'));
  await openTicket(turn, view.id);
}

/** What waited for a yes, or for the words of an answer, waits for this answer only. */
export async function settleAsking(turn: TicketTurn): Promise<boolean> {
  const { record, talk, parts } = turn;
  const { asking } = record.tickets;
  record.tickets.asking = null;
  if (asking === null) return false;
  const { wish, text } = talk.heard;
  const loosely = wish === null ? parts.understanding.loosely(text) : null;
  const meant = loosely?.kind === 'wish' ? loosely.wish.do : wish?.do;
  const isNo = meant === 'no' || meant === 'cancel';
  if (asking.kind === 'hand-over') {
    if (meant === 'yes') return handOver(turn, { withCourse: false });
    return isNo ? sayAndAsk(turn, talk.t('tickets.hand-over.not-sent')) : false;
  }
  if (asking.text === null) return takeAnswer(turn, asking.ticketId);
  if (meant === 'yes' || wish?.do === 'send-answer') return sendAnswer(turn, asking.ticketId, asking.text);
  return isNo ? sayAndAsk(turn, talk.t('tickets.answer-back.not-sent')) : false;
}

/** A hub that took the question over says how it is. Anybody in the chat could say so, so nothing but a sentence follows. */
export async function tellHandoffStatus(
  turn: Pick<TicketTurn, 'record' | 'talk'>,
  state: 'accepted' | 'failed' | 'completed',
): Promise<void> {
  const isHandedOver = turn.record.tickets.known.some((ticket) => ticket.state === 'with-human');
  if (isHandedOver) turn.talk.lead(turn.talk.t(`tickets.handoff.${state}`));
}

async function openTicket(turn: TicketTurn, ticketId: string): Promise<true> {
  const { context, record, talk, dialogs } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) {
    await tell(turn, 'unknown');
    return true;
  }
  if (ticket.isRaisedHere) return showRaised(turn, ticket);
  goInto(record, ticketId);
  if (ticket.hasToldOther && ticket.openedBy === null) await talk.signOutOnly();
  await dialogs.begin(context, 'explain-sign-in');
  return true;
}

/** A ticket that was made here is with a colleague: what they said is shown. */
async function showRaised(turn: TicketTurn, ticket: KnownTicket): Promise<true> {
  const view = await turn.parts.tickets?.find(ticket.id);
  if (view != null && view.answers.length > 0) await showAnswers(turn, view);
  else await turn.talk.show(myTicketsCard(await listTickets(turn), turn.talk.t));
  return true;
}

/** Only among the person's own tickets: a number of somebody else's gets the same answer as one that does not exist. */
async function openByNumber(turn: TicketTurn, number: string): Promise<true> {
  const { tickets } = await listTickets(turn);
  const wanted = tickets.find((ticket) => sameId(ticket.number, number.replace(/^#/, '')));
  if (wanted !== undefined) return openTicket(turn, wanted.id);
  await tell(turn, 'unknown');
  return true;
}

async function putOff(turn: TicketTurn, ticketId: string): Promise<true> {
  const { record, talk } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket?.state === 'offered') ticket.state = 'put-off';
  talk.lead(talk.t('tickets.put-off'));
  return askPending(turn);
}

async function decline(turn: TicketTurn, ticketId: string): Promise<true> {
  const { record, talk } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null || !isInChatOf(turn, ticket)) {
    await tell(turn, 'unknown');
    return true;
  }
  if (ticket.state === 'offered' || ticket.state === 'put-off') {
    ticket.state = 'declined';
    postNews(record, ticket.id, { kind: 'declined' }, newsParts(turn));
  }
  talk.lead(talk.t('tickets.declined', ticketParams(ticket)));
  return askPending(turn);
}

/** In Teams the channel says whose chat it is; elsewhere only a sign-in does. */
function isInChatOf({ context }: TicketTurn, ticket: KnownTicket): boolean {
  if (ticket.openedBy !== null) return true;
  const { activity } = context;
  return isInTeams(activity) && sameId(ticket.reachedAs, activity.from.aadObjectId ?? null);
}

async function listTickets(turn: TicketTurn): Promise<MyTicketsView> {
  const { record, talk, parts } = turn;
  const who = record.tickets.known.length === 0 ? null : await talk.whoSignedIn();
  const looked = await Promise.all(
    record.tickets.known.map(async (ticket) =>
      lineOf(turn, ticket, (await parts.tickets?.find(ticket.id)) ?? null, who),
    ),
  );
  const tickets = looked.filter((line) => line !== null).toReversed();
  return { tickets, canGoOutside: openTicketOf(record) !== null };
}

function lineOf(
  turn: TicketTurn,
  ticket: KnownTicket,
  view: TicketView | null,
  who: SignedInPerson | null,
): TicketLine | null {
  if (view === null) return null;
  const isTheirs = ticket.isRaisedHere || isInChatOf(turn, ticket) || (who !== null && isOf(view, ticket, who));
  if (!isTheirs) return null;
  const { id, number, title, deskName } = view;
  const standing = standingOf(ticket, view);
  return { id, number, title, deskName, standing, isHere: turn.record.tickets.current === ticket.id };
}

function standingOf(ticket: KnownTicket, { state }: TicketView): TicketLine['standing'] {
  if (state === 'withdrawn' || state === 'with-human') return state;
  return ticket.state;
}

async function offerHandOver(turn: TicketTurn): Promise<boolean> {
  const { record, talk } = turn;
  const desk = deskOf(turn);
  if (desk === null) return false;
  if (desk.ticket !== null && desk.ticket.state === 'with-human')
    return sayAndAsk(turn, talk.t('tickets.hand-over.already-there', ticketParams(desk.ticket)));
  await talk.show(
    handOverCard(
      {
        deskName: desk.name,
        contact: turn.parts.contact,
        summary: summarise(talk),
        course: courseOf(turn, talk.t),
      },
      talk.t,
    ),
  );
  record.tickets.asking = { kind: 'hand-over' };
  return true;
}

interface HandOverDesk {
  readonly name: string;
  readonly locale: string;
  /** The ticket that the chat is in; null makes a new one. */
  readonly ticket: KnownTicket | null;
}

function deskOf({ record, parts }: TicketTurn): HandOverDesk | null {
  const ticket = openTicketOf(record);
  if (ticket !== null && ticket.state !== 'withdrawn')
    return { name: ticket.deskName, locale: ticket.deskLocale, ticket };
  const desk = parts.tickets?.deskForPeople() ?? null;
  return desk === null ? null : { name: desk.name, locale: desk.locale, ticket: null };
}

async function handOver(turn: TicketTurn, { withCourse }: { readonly withCourse: boolean }): Promise<boolean> {
  const { context, record, talk } = turn;
  const desk = deskOf(turn);
  record.tickets.asking = null;
  if (desk === null || desk.ticket?.state === 'with-human') return askPending(turn);
  const t = createTranslator(localeOf(desk.locale));
  const summary = summarise(talk, t) || t('tickets.hand-over.nothing-known');
  const course = withCourse ? courseOf(turn, t) : '';
  const transcript = course === '' ? null : course;
  const ticket = desk.ticket ?? (await raise(turn, desk, summary, transcript));
  if (desk.ticket !== null) {
    const because = reasonOf(turn);
    postNews(record, ticket.id, { kind: 'needs-human', because, summary, transcript }, newsParts(turn));
    ticket.state = 'with-human';
  }
  // Teams has no hub and drops what is no message, so there the ticket is all.
  if (!isInTeams(context.activity)) await context.sendActivity(handoffEvent(turn, ticket, summary, transcript));
  return sayAndAsk(turn, talk.t('tickets.hand-over.sent', ticketParams(ticket)));
}

async function raise(
  turn: TicketTurn,
  desk: HandOverDesk,
  summary: string,
  transcript: string | null,
): Promise<KnownTicket> {
  const { context, record, talk, parts } = turn;
  const id = parts.randomId();
  const t = createTranslator(localeOf(desk.locale));
  const scenario = scenarioOf(talk);
  const conversation = conversationKey(context);
  const requester = await requesterOf(turn);
  const title = scenario === null ? t('card.talk-to-person.title') : t(`scenarios.${scenario}.name`);
  record.ticketNews.push({
    kind: 'raise',
    from: { id, requester, scenario, title, summary, transcript, conversation },
  });
  const view = { id, number: '', deskName: desk.name, deskLocale: desk.locale };
  return rememberTicket(record, view, { state: 'with-human', isRaisedHere: true });
}

/** Who asks, as far as a sign-in or Teams says it; never by what somebody typed. */
async function requesterOf({ context, talk }: TicketTurn): Promise<Requester> {
  const who = await talk.whoSignedIn();
  if (who !== null) return { personId: who.personId, userPrincipalName: null, tenantId: who.tenantId };
  const { activity } = context;
  const personId = isInTeams(activity) ? (activity.from.aadObjectId ?? null) : null;
  return { personId, userPrincipalName: null, tenantId: personId === null ? null : teamsTenantOf(activity) };
}

function reasonOf({ talk }: TicketTurn): HumanReason {
  const { facts, proofAttempts } = talk.journey;
  if (proofAttempts > 0) return 'not-proven';
  const scenario = scenarioOf(talk);
  if (scenario === null || facts === null) return 'asked';
  return verdictOf(talk, scenario, facts).outcome === 'out-of-scope' ? 'beyond-the-bot' : 'asked';
}

function courseOf({ record, talk }: TicketTurn, t: typeof talk.t): string {
  const moments = record.checkpoint === null ? record.trail : [...record.trail, record.checkpoint];
  return tellCourse(talk, moments, t);
}

function handoffEvent({ context, talk }: TicketTurn, ticket: KnownTicket, summary: string, transcript: string | null) {
  const value = {
    ticket: ticket.number,
    desk: ticket.deskName,
    scenario: scenarioOf(talk),
    summary,
    locale: talk.t.locale,
  };
  const activities = (transcript ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => ({ type: 'message', text, from: { id: context.activity.recipient.id, role: 'bot' } }));
  const event = EventFactory.createHandoffInitiation(context, value, { activities } as never);
  return transcript === null ? { ...event, attachments: [] } : event;
}

async function askForAnswer(turn: TicketTurn, ticketId: string): Promise<true> {
  const { record, talk, parts } = turn;
  const ticket = knownTicket(record, ticketId);
  const view = ticket === null ? null : ((await parts.tickets?.find(ticketId)) ?? null);
  if (view === null || ticket === null || !isShownTo(view, ticket)) {
    await tell(turn, 'unknown');
    return true;
  }
  const hasColleague = view.state === 'with-human' || ticket.state === 'with-human' || ticket.hasAnswers;
  if (!hasColleague) return sayAndAsk(turn, talk.t('tickets.answer-back.not-now'));
  record.tickets.asking = { kind: 'answer', ticketId, text: null };
  talk.lead(talk.t('tickets.answer-back.ask', ticketParams(ticket)));
  return true;
}

/** These words are for the bot even while it waits for an answer to a colleague. */
const forTheBot: readonly CardAction['do'][] = [
  'show-help',
  'show-menu',
  'start-over',
  'talk-to-person',
  'delete-my-data',
  'sign-out',
  'my-tickets',
  'set-language',
];

async function takeAnswer(turn: TicketTurn, ticketId: string): Promise<boolean> {
  const { context, record, talk } = turn;
  const { how, wish } = talk.heard;
  if (wish?.do === 'cancel') return sayAndAsk(turn, talk.t('tickets.answer-back.not-sent'));
  const ticket = knownTicket(record, ticketId);
  const text = typedText(context.activity);
  if (how !== 'words' || text === '' || ticket === null) return false;
  if (wish !== null && forTheBot.includes(wish.do)) return false;
  record.tickets.asking = { kind: 'answer', ticketId, text };
  await talk.show(answerBackCard({ deskName: ticket.deskName, text }, talk.t));
  return true;
}

async function sendAnswer(turn: TicketTurn, ticketId: string, text: string): Promise<boolean> {
  const { record, talk } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) return askPending(turn);
  postNews(record, ticketId, { kind: 'person-answered', text }, newsParts(turn));
  return sayAndAsk(turn, talk.t('tickets.answer-back.sent', ticketParams(ticket)));
}

async function tell({ talk }: TicketTurn, notice: TicketNotice): Promise<void> {
  await talk.show(ticketNoticeCard({ notice }, talk.t));
}

function sayAndAsk(turn: TicketTurn, sentence: string): Promise<true> {
  turn.talk.lead(sentence);
  return askPending(turn);
}

async function askPending({ context, record, dialogs }: TicketTurn): Promise<true> {
  await dialogs.begin(context, record.checkpoint ?? 'choose-scenario');
  return true;
}

function newsParts({ talk, parts }: TicketTurn) {
  return { now: talk.now(), randomId: parts.randomId };
}
