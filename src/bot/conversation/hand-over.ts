import { EventFactory } from 'botbuilder';
import { longestAsked } from '../../../cards/card-action.ts';
import { handOverCard, type KnownForDesk } from '../../../cards/hand-over-card.ts';
import { cleanText } from '../../../cards/plain-text.ts';
import { literalTicketParams } from '../../../cards/ticket-parts.ts';
import { summarise, tellCourse } from '../../../dialogs/summary.ts';
import { scenarioOf, verdictOf } from '../../../dialogs/verdicts.ts';
import { nameOwnTenant } from '../../domain/tenants.ts';
import type { HumanReason, Requester } from '../../domain/ticket.ts';
import type { SignedInPerson } from '../../domain/ticket-person.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import { createTranslator, type Translator } from '../../i18n/translator.ts';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { channelOf } from '../input/activity.ts';
import { typedText } from '../input/hearing.ts';
import type { KnownTicket } from '../record/conversation-record.ts';
import { conversationKey } from '../record/conversation-record.ts';
import { postRaise } from '../record/ticket-news.ts';
import { changeTicket, openTicketOf, rememberTicket, setAsking } from '../record/ticket-places.ts';

/**
 * Asks whether a colleague should get this, and shows what they would get. `asked` is what the person wants to know, as far as
 * they said; they can change it. False when no desk takes it.
 */
export async function offerHandOver(turn: ConversationTurn, asked = ''): Promise<boolean> {
  const { record, conversation } = turn;
  const desk = await deskOf(turn);
  if (desk === null) return false;
  if (desk.ticket !== null && desk.isWithHuman)
    return turn.sayAndAskAgain(conversation.t('tickets.hand-over.already-there', literalTicketParams(desk.ticket)));
  await conversation.show(
    handOverCard(
      {
        deskName: desk.name,
        contact: turn.parts.contact,
        asked,
        known: (await whatIsKnown(turn, conversation.t)).map(({ what, value }) => ({
          what,
          value: value.replaceAll('\n- ', ' ').replaceAll('\n', ' '),
        })),
        course: courseOf(turn, conversation.t),
      },
      conversation.t,
    ),
  );
  setAsking(record, { kind: 'hand-over', asked });
  return true;
}

/** What was typed while the card is open is what the person wants to ask: the card comes again with it. */
export async function takeQuestion(turn: ConversationTurn): Promise<boolean> {
  const { how, intent } = turn.conversation.heard;
  const text = typedText(turn.context.activity).slice(0, longestAsked);
  if (how !== 'words' || intent !== null || !/\p{L}/u.test(text)) return false;
  return offerHandOver(turn, text);
}

/** Longer questions are cut in a ticket's title; the note has them in full. Characters. */
const longestTitle = 100;

interface HandOverDesk {
  readonly name: string;
  readonly locale: string;
  /** The ticket that the chat is in; null makes a new one. */
  readonly ticket: KnownTicket | null;
  /** A colleague has the ticket, and what was handed over with it did not fail. */
  readonly isWithHuman: boolean;
}

/** A ticket that its desk has closed or does not know any more is nothing to hand over: a new one is made. */
async function deskOf({ record, parts }: ConversationTurn): Promise<HandOverDesk | null> {
  if (parts.tickets === undefined) return null;
  const ticket = openTicketOf(record);
  const view = ticket === null ? null : await parts.tickets.find(ticket.id);
  if (ticket !== null && view !== null && ticket.state !== 'withdrawn' && !view.isClosed && !view.isGone) {
    const isWithHuman = ticket.state === 'with-human' && view.handOver !== 'failed';
    return { name: ticket.deskName, locale: ticket.deskLocale, ticket, isWithHuman };
  }
  const desk = parts.tickets.deskForPeople();
  return desk === null ? null : { name: desk.name, locale: desk.locale, ticket: null, isWithHuman: false };
}

/** The person agreed: the ticket they are in goes to a colleague, or a new one is made. Whether it arrives is told later. */
export async function handOver(
  turn: ConversationTurn,
  { withCourse, asked }: { readonly withCourse: boolean; readonly asked: string },
): Promise<boolean> {
  const { context, record, conversation } = turn;
  const desk = await deskOf(turn);
  setAsking(record, null);
  if (desk === null || desk.isWithHuman) return turn.askAgain();
  const t = createTranslator(localeOf(desk.locale));
  const summary = await summaryFor(turn, asked, t);
  const course = withCourse ? courseOf(turn, t) : '';
  const transcript = course === '' ? null : course;
  const ticket = desk.ticket ?? (await raise(turn, desk, { asked, summary, transcript }));
  if (desk.ticket !== null) {
    const because = reasonOf(turn);
    turn.tellTicket(ticket.id, { kind: 'needs-human', because, summary, transcript });
    changeTicket(record, ticket.id, { state: 'with-human', toldHandOver: 'on-its-way' });
  }
  if (channelOf(context.activity).passesEvents)
    await context.sendActivity(handoffEvent(turn, ticket, summary, transcript));
  return turn.sayAndAskAgain(conversation.t('tickets.hand-over.on-its-way', literalTicketParams(ticket)));
}

/** The same lines that the card showed, in the desk's language, below what the person wrote. */
async function summaryFor(turn: ConversationTurn, asked: string, t: Translator): Promise<string> {
  const question = asked.trim();
  const known = await whatIsKnown(turn, t);
  const lines = known.map(({ what, value }) =>
    what === 'so-far' ? value : `${t(`tickets.hand-over.known.${what}`)}: ${value}`,
  );
  const parts = question === '' ? lines : [`${t('tickets.hand-over.asked')}: ${question}`, ...lines];
  return parts.length === 0 ? t('tickets.hand-over.nothing-known') : parts.join('\n');
}

/** What a colleague gets beside the question: the answer shown last, who asks and where, how far they are. */
async function whatIsKnown(turn: ConversationTurn, t: Translator): Promise<readonly KnownForDesk[]> {
  const { record, conversation, parts } = turn;
  const { lastAnswer } = record;
  const answer = lastAnswer === null ? null : parts.questions.get(lastAnswer, t.locale);
  const known: KnownForDesk[] = [];
  if (answer !== null) known.push({ what: 'answer', value: answer.title });
  const signedIn = await whoOrNobody(conversation);
  const who = requesterOf(turn, signedIn);
  if (who.personId !== null) known.push({ what: 'person', value: nameOf(turn, who.personId, signedIn) });
  if (who.tenantId !== null) known.push({ what: 'tenant', value: tenantNameOf(turn, who.tenantId) });
  const summary = summarise(conversation, t);
  if (summary !== '') known.push({ what: 'so-far', value: summary });
  return known;
}

/** The name that their own facts, the channel or the sign-in give, else the id; never what somebody typed. */
function nameOf(
  { context, conversation }: ConversationTurn,
  personId: string,
  signedIn: SignedInPerson | null,
): string {
  const { facts } = conversation.progress;
  const profile = facts?.identity.personId === personId && facts.profile.kind === 'known' ? facts.profile.value : null;
  const shownAs = signedIn?.shownAs;
  const inChannel = channelOf(context.activity).accountId === null ? '' : context.activity.from.name;
  // A directory tells partners and personal accounts nothing about themselves; their sign-in does.
  const name = (profile?.displayName ?? inChannel) || shownAs?.name;
  // In their own tenant the address is how a colleague finds them; the id is how a program does.
  const address = cleanText(profile?.userPrincipalName ?? '') || cleanText(shownAs?.signInName ?? '') || personId;
  return cleanText(name ?? '') === '' ? address : `${cleanText(name ?? '')} (${address})`;
}

function tenantNameOf({ conversation }: ConversationTurn, tenantId: string): string {
  const { facts } = conversation.progress;
  const name = facts?.identity.tenantId === tenantId ? nameOwnTenant(facts) : '';
  return cleanText(name) === '' || name === tenantId ? tenantId : `${cleanText(name)} (${tenantId})`;
}

async function raise(
  turn: ConversationTurn,
  desk: HandOverDesk,
  {
    asked,
    summary,
    transcript,
  }: { readonly asked: string; readonly summary: string; readonly transcript: string | null },
): Promise<KnownTicket> {
  const { context, record, conversation, parts } = turn;
  const id = parts.randomId();
  const t = createTranslator(localeOf(desk.locale));
  const scenario = scenarioOf(conversation);
  const key = conversationKey(context);
  const requester = requesterOf(turn, await whoOrNobody(conversation));
  const subject = scenario === null ? t('card.talk-to-person.title') : t(`scenarios.${scenario}.name`);
  const title = cleanText(asked, longestTitle) || subject;
  postRaise(record, { id, requester, scenario, title, summary, transcript, conversation: key });
  const view = { id, number: '', deskName: desk.name, deskLocale: desk.locale };
  return rememberTicket(record, view, { state: 'with-human', isRaisedHere: true, toldHandOver: 'on-its-way' });
}

/** Who asks, as far as a sign-in or Teams says it; never by what somebody typed. */
function requesterOf({ context }: ConversationTurn, who: SignedInPerson | null): Requester {
  if (who !== null) return { personId: who.personId, userPrincipalName: null, tenantId: who.tenantId };
  const { accountId, tenantId } = channelOf(context.activity);
  return { personId: accountId, userPrincipalName: null, tenantId: accountId === null ? null : tenantId };
}

/** A person is the way out when signing in does not work, so that must not stand in it. */
async function whoOrNobody(conversation: ConversationTurn['conversation']): Promise<SignedInPerson | null> {
  try {
    return await conversation.signIn.who();
  } catch (fault) {
    if (!(fault instanceof SignInUnavailable)) throw fault;
    conversation.note({ event: 'sign-in.unavailable', status: fault.status });
    return null;
  }
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
    .map((text) => ({ type: 'message', text, from: { id: context.activity.recipient?.id ?? '', role: 'bot' } }));
  const event = EventFactory.createHandoffInitiation(context, value, { activities } as never);
  return transcript === null ? { ...event, attachments: [] } : event;
}
