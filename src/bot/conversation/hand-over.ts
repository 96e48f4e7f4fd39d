import { EventFactory } from 'botbuilder';
import { handOverCard } from '../../../cards/hand-over-card.ts';
import { ticketParams } from '../../../cards/ticket-parts.ts';
import { summarise, tellCourse } from '../../../dialogs/summary.ts';
import { scenarioOf, verdictOf } from '../../../dialogs/verdicts.ts';
import type { HumanReason, Requester } from '../../domain/ticket.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { channelOf } from '../input/activity.ts';
import type { KnownTicket } from '../record/conversation-record.ts';
import { conversationKey } from '../record/conversation-record.ts';
import { postRaise } from '../record/ticket-news.ts';
import { changeTicket, openTicketOf, rememberTicket, setAsking } from '../record/ticket-places.ts';

/** Asks whether a colleague should get this, and shows what they would get. False when no desk takes it. */
export async function offerHandOver(turn: ConversationTurn): Promise<boolean> {
  const { record, conversation } = turn;
  const desk = deskOf(turn);
  if (desk === null) return false;
  if (desk.ticket !== null && desk.ticket.state === 'with-human')
    return turn.sayAndAskAgain(conversation.t('tickets.hand-over.already-there', ticketParams(desk.ticket)));
  await conversation.show(
    handOverCard(
      {
        deskName: desk.name,
        contact: turn.parts.contact,
        summary: summarise(conversation),
        course: courseOf(turn, conversation.t),
      },
      conversation.t,
    ),
  );
  setAsking(record, { kind: 'hand-over' });
  return true;
}

interface HandOverDesk {
  readonly name: string;
  readonly locale: string;
  /** The ticket that the chat is in; null makes a new one. */
  readonly ticket: KnownTicket | null;
}

function deskOf({ record, parts }: ConversationTurn): HandOverDesk | null {
  const ticket = openTicketOf(record);
  if (ticket !== null && ticket.state !== 'withdrawn')
    return { name: ticket.deskName, locale: ticket.deskLocale, ticket };
  const desk = parts.tickets?.deskForPeople() ?? null;
  return desk === null ? null : { name: desk.name, locale: desk.locale, ticket: null };
}

/** The person agreed: the ticket they are in goes to a colleague, or a new one is made. */
export async function handOver(
  turn: ConversationTurn,
  { withCourse }: { readonly withCourse: boolean },
): Promise<boolean> {
  const { context, record, conversation } = turn;
  const desk = deskOf(turn);
  setAsking(record, null);
  if (desk === null || desk.ticket?.state === 'with-human') return turn.askAgain();
  const t = createTranslator(localeOf(desk.locale));
  const summary = summarise(conversation, t) || t('tickets.hand-over.nothing-known');
  const course = withCourse ? courseOf(turn, t) : '';
  const transcript = course === '' ? null : course;
  const ticket = desk.ticket ?? (await raise(turn, desk, summary, transcript));
  if (desk.ticket !== null) {
    const because = reasonOf(turn);
    turn.tellTicket(ticket.id, { kind: 'needs-human', because, summary, transcript });
    changeTicket(record, ticket.id, { state: 'with-human' });
  }
  if (channelOf(context.activity).passesEvents)
    await context.sendActivity(handoffEvent(turn, ticket, summary, transcript));
  return turn.sayAndAskAgain(conversation.t('tickets.hand-over.sent', ticketParams(ticket)));
}

async function raise(
  turn: ConversationTurn,
  desk: HandOverDesk,
  summary: string,
  transcript: string | null,
): Promise<KnownTicket> {
  const { context, record, conversation, parts } = turn;
  const id = parts.randomId();
  const t = createTranslator(localeOf(desk.locale));
  const scenario = scenarioOf(conversation);
  const key = conversationKey(context);
  const requester = await requesterOf(turn);
  const title = scenario === null ? t('card.talk-to-person.title') : t(`scenarios.${scenario}.name`);
  postRaise(record, { id, requester, scenario, title, summary, transcript, conversation: key });
  const view = { id, number: '', deskName: desk.name, deskLocale: desk.locale };
  return rememberTicket(record, view, { state: 'with-human', isRaisedHere: true });
}

/** Who asks, as far as a sign-in or Teams says it; never by what somebody typed. */
async function requesterOf({ context, conversation }: ConversationTurn): Promise<Requester> {
  const who = await conversation.signIn.who();
  if (who !== null) return { personId: who.personId, userPrincipalName: null, tenantId: who.tenantId };
  const { accountId, tenantId } = channelOf(context.activity);
  return { personId: accountId, userPrincipalName: null, tenantId: accountId === null ? null : tenantId };
}

function reasonOf({ conversation }: ConversationTurn): HumanReason {
  const { facts, proofAttempts } = conversation.progress;
  if (proofAttempts > 0) return 'not-proven';
  const scenario = scenarioOf(conversation);
  if (scenario === null || facts === null) return 'asked';
  return verdictOf(conversation, scenario, facts).outcome === 'out-of-scope' ? 'beyond-the-bot' : 'asked';
}

function courseOf({ record, conversation }: ConversationTurn, t: typeof conversation.t): string {
  const dialogIds = record.dialogId === null ? record.trail : [...record.trail, record.dialogId];
  return tellCourse(conversation, dialogIds, t);
}

function handoffEvent(
  { context, conversation }: ConversationTurn,
  ticket: KnownTicket,
  summary: string,
  transcript: string | null,
) {
  const value = {
    ticket: ticket.number,
    desk: ticket.deskName,
    scenario: scenarioOf(conversation),
    summary,
    locale: conversation.t.locale,
  };
  const activities = (transcript ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => ({ type: 'message', text, from: { id: context.activity.recipient.id, role: 'bot' } }));
  const event = EventFactory.createHandoffInitiation(context, value, { activities } as never);
  return transcript === null ? { ...event, attachments: [] } : event;
}
