import { EventFactory } from 'botbuilder';
import { handOverCard } from '../../cards/hand-over-card.ts';
import { ticketParams } from '../../cards/ticket-parts.ts';
import { summarise, tellCourse } from '../../dialogs/summary.ts';
import { scenarioOf, verdictOf } from '../../dialogs/verdicts.ts';
import type { HumanReason, Requester } from '../domain/ticket.ts';
import { createTranslator } from '../i18n/translator.ts';
import { conversationKey } from './conversation-key.ts';
import type { KnownTicket } from './conversation-record.ts';
import { localeOf } from './language.ts';
import { isInTeams, teamsTenantOf } from './teams-activity.ts';
import { postNews } from './ticket-news.ts';
import { openTicketOf, rememberTicket } from './ticket-places.ts';
import { askPending, newsParts, sayAndAsk, type TicketTurn } from './ticket-turn.ts';

/** Asks whether a colleague should get this, and shows what they would get. False when no desk takes it. */
export async function offerHandOver(turn: TicketTurn): Promise<boolean> {
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

/** The person agreed: the ticket they are in goes to a colleague, or a new one is made. */
export async function handOver(turn: TicketTurn, { withCourse }: { readonly withCourse: boolean }): Promise<boolean> {
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
