import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { toDialect } from '../../cards/dialect.ts';
import { spokenTicketName } from '../../cards/ticket-parts.ts';
import { forgetToken, lookUpToken } from '../../dialogs/sign-in-prompt.ts';
import { summarise, summariseProof } from '../../dialogs/summary.ts';
import {
  type AnsweredRequest,
  type Heard,
  type Journey,
  type MomentId,
  newJourney,
  type OpenedRequest,
  type OpenedTicket,
  type Reading,
  type SignInFound,
  type Talk,
  type TalkEvent,
  type TicketHere,
} from '../../dialogs/talk.ts';
import type { AdminRequestReader } from '../domain/admin-request.ts';
import { adminConsentUrl } from '../domain/links.ts';
import { beginLooking, type LookingMoment } from '../domain/looking-on.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { SignedInPerson } from '../domain/ticket-person.ts';
import type { Locale } from '../i18n/locales.ts';
import { createTranslator, type Translator } from '../i18n/translator.ts';
import type { MessageId, WhyId } from '../i18n/words.ts';
import type { Clock } from '../ports/clock.ts';
import type { FactsSource, UserToken } from '../ports/facts-source.ts';
import type { Journal } from '../ports/journal.ts';
import type { Tickets } from '../ports/tickets.ts';
import { matchAccount, readClaims } from './account-match.ts';
import type { AdminRequests } from './admin-requests.ts';
import { conversationKey } from './conversation-key.ts';
import { type ConversationRecord, moveCheckpoint } from './conversation-record.ts';
import { slotMark } from './held-turn.ts';
import { answerInvoke, cardAnswer, isPressInvoke, sentenceAnswer } from './invoke-answers.ts';
import { localeOf } from './language.ts';
import { occasionOf } from './occasions.ts';
import { showAnswers } from './ticket-answers.ts';
import { digestOf, postNews } from './ticket-news.ts';
import { openForPerson } from './ticket-opening.ts';
import { closeTickets, openTicketOf } from './ticket-places.ts';
import type { WakeUps } from './wake-ups.ts';

/** What a talk needs beside the turn. */
export interface TalkParts {
  readonly facts: FactsSource;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly connectionName: string;
  /** The registration that people sign in to; administrators approve it for their tenant. */
  readonly signInAppId: string;
  readonly randomId: () => string;
  readonly wakeUps: WakeUps;
  readonly adminRequests: AdminRequests;
  /** Not there where no helpdesk hands tickets over. */
  readonly tickets?: Tickets | undefined;
}

type Looked =
  | { readonly found: 'signed-in'; readonly token: string }
  | { readonly found: Exclude<SignInFound, 'signed-in'> };

/** Cards about tickets may come one after the other while somebody is busy with another. */
const olderCardsMax = 20;

/** How long reading the facts may take, in milliseconds. Channels give up on a turn after 15 seconds. */
const factsBudgetMs = 8_000;

/** The talk of one turn: what dialogs hear and say goes through here into the record and the held messages. */
export class TurnTalk implements Talk {
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #parts: TalkParts;
  #translator: Translator;
  #lead: string[] = [];
  #shownNonces: string[] = [];
  #pressAnswer: object | null = null;
  #keepsOlderCards = false;
  readonly #isPress: boolean;
  heard: Heard;

  constructor(context: TurnContext, record: ConversationRecord, heard: Heard, parts: TalkParts) {
    this.#context = context;
    this.#record = record;
    this.#parts = parts;
    this.heard = heard;
    this.#translator = createTranslator(record.locale);
    this.#isPress = isPressInvoke(context.activity);
  }

  get t(): Translator {
    return this.#translator;
  }

  get journey(): Journey {
    return this.#record.journey as Journey;
  }

  set journey(journey: Journey) {
    this.#record.journey = journey;
  }

  get chatTenantId(): string | null {
    const { channelId, conversation } = this.#context.activity;
    return channelId === 'msteams' ? (conversation.tenantId ?? null) : null;
  }

  consentUrl(tenantId: string): string | null {
    return adminConsentUrl(tenantId, this.#parts.signInAppId);
  }

  now(): number {
    return this.#parts.clock.now();
  }

  async show(card: AdaptiveCard, options?: { readonly slot: 'steps' }): Promise<void> {
    const nonce = this.#parts.randomId();
    this.#shownNonces.push(nonce);
    const channel = this.#context.activity.channelId === 'msteams' ? 'teams' : 'webchat';
    const shown = toDialect(card, channel, {
      nonce,
      ...(options?.slot === 'steps' ? { freshFor: this.#context.activity.from.id } : {}),
    });
    // Under another card of this turn the steps come anew: replaced in place they would stand above it.
    const stepsCardId = this.#shownNonces.length === 1 ? this.#record.stepsCardId : null;
    // A press on the card that is replaced gets the new one at once. The message is replaced too, for every other client.
    const isPressed = stepsCardId !== null && stepsCardId === this.#context.activity.replyToId;
    if (options?.slot === 'steps' && isPressed) this.#pressAnswer = cardAnswer(shown);
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(shown));
    const lead = this.takeLead();
    if (lead !== '') await this.#leadIn(message, lead, channel);
    const channelData = options?.slot === undefined ? {} : { channelData: { [slotMark]: { replaces: stepsCardId } } };
    await this.#context.sendActivity({ ...message, locale: this.#translator.locale, ...channelData });
  }

  /** A short message goes along with the next card where the channel allows it, so that one turn is one message. */
  async say(message: MessageId): Promise<void> {
    this.#lead.push(this.#translator(`message.${message}.text`));
  }

  /** Says a sentence that is not one of the messages, along with the next card. */
  lead(sentence: string): void {
    this.#lead.push(sentence);
  }

  /** Says why a question is asked. */
  async explain(about: WhyId): Promise<void> {
    this.#lead.push(this.#translator(`why.${about}`));
  }

  /** Ends the turn: what was said without a card goes out, and only the cards just shown stay alive. */
  async finish(): Promise<void> {
    const lead = this.takeLead();
    if (lead !== '') await this.#context.sendActivity(MessageFactory.text(lead));
    if (this.#shownNonces.length > 0) {
      const older = this.#keepsOlderCards ? this.#record.liveNonces.slice(-olderCardsMax) : [];
      this.#record.liveNonces = [...older, ...this.#shownNonces];
    }
    if (!this.#isPress) return;
    await answerInvoke(
      this.#context,
      200,
      this.#pressAnswer ?? sentenceAnswer(this.#translator('message.press-heard.text')),
    );
  }

  /** Says a message with the card that was pressed, where the channel can do so; else in the chat. */
  async sayToPress(message: MessageId): Promise<void> {
    if (!this.#isPress) return this.say(message);
    this.#pressAnswer = sentenceAnswer(this.#translator(`message.${message}.text`));
  }

  waitAt(moment: MomentId): void {
    moveCheckpoint(this.#record, moment);
  }

  miss(): number {
    this.#record.misses += 1;
    return this.#record.misses;
  }

  async isSignedIn(): Promise<boolean> {
    return (await this.#lookUp()) !== null;
  }

  async lookForSignIn(code?: string): Promise<SignInFound> {
    return (await this.#lookFor(code)).found;
  }

  /** Somebody signed in as another than who they are in this chat. The sign-in is gone by now. */
  async tellForeign(match: 'other-account' | 'other-tenant'): Promise<void> {
    this.#parts.journal.note({ event: 'sign-in.foreign', because: match });
    await this.say(`sign-in-${match}`);
  }

  async readFacts(purpose: Scenario | 'status'): Promise<Reading> {
    const token = await this.#lookUp();
    if (token === null) return { kind: 'not-signed-in' };
    this.#showTyping();
    const reading = await this.#parts.facts.read({ userToken: token as UserToken, purpose, budgetMs: factsBudgetMs });
    if (reading.kind === 'sign-in-needed') await this.#forget();
    if (reading.kind === 'read') await this.#noticeOtherPerson(reading.facts.identity);
    return reading;
  }

  get ticket(): TicketHere | null {
    const ticket = openTicketOf(this.#record);
    return ticket === null ? null : { number: ticket.number, deskName: ticket.deskName };
  }

  async openTicket(): Promise<OpenedTicket> {
    const { errand } = this.journey;
    const { tickets } = this.#parts;
    if (errand?.kind !== 'ticket' || tickets === undefined)
      return { kind: 'refused', because: 'gone', moment: 'choose-scenario' };
    const view = await tickets.find(errand.ticketId);
    const who = await this.whoSignedIn({ withName: view !== null && view.requester.personId === null });
    if (who === null) return { kind: 'not-signed-in' };
    const { randomId } = this.#parts;
    const opened = openForPerson({ record: this.#record, view, who, now: this.now(), randomId });
    if (opened.kind !== 'opened' || view === null) return opened;
    this.lead(this.#translator('tickets.opened', { ticket: spokenTicketName(view, this.#translator) }));
    await showAnswers({ record: this.#record, talk: this, parts: this.#parts }, view);
    return opened;
  }

  tellDesk(what: 'progress' | 'solved'): void {
    const ticket = openTicketOf(this.#record);
    if (ticket === null || ticket.state === 'withdrawn') return;
    const t = createTranslator(localeOf(ticket.deskLocale));
    const summary = what === 'solved' ? summariseProof(this, t) : summarise(this, t);
    if (summary === null || summary === '') return;
    const digest = digestOf(`${what} ${summary}`);
    if (ticket.toldLast === digest) return;
    ticket.toldLast = digest;
    if (what === 'solved') ticket.state = 'solved';
    postNews(this.#record, ticket.id, { kind: what, summary }, { now: this.now(), randomId: this.#parts.randomId });
  }

  /** Who is signed in here. The token is the bot's own, straight from the token service, so its claims are what Entra said. */
  async whoSignedIn(options: { readonly withName?: boolean } = {}): Promise<SignedInPerson | null> {
    const token = await this.#lookUp();
    const claims = token === null ? null : readClaims(token);
    if (token === null || claims === null) return null;
    const who = { personId: claims.oid, tenantId: claims.tid, userPrincipalName: null };
    if (options.withName !== true) return who;
    // A name in a token is for show and can be changed; Graph says the one that counts.
    const reading = await this.#parts.facts.read({
      userToken: token as UserToken,
      purpose: 'status',
      budgetMs: factsBudgetMs,
    });
    if (reading.kind !== 'read') return null;
    const { profile } = reading.facts;
    return { ...who, userPrincipalName: profile.kind === 'known' ? profile.value.userPrincipalName : null };
  }

  /** Takes the sign-in away and leaves everything else. */
  signOutOnly(): Promise<void> {
    return this.#forget();
  }

  /** The language to begin with, as long as nobody has said anything. */
  guessLocale(locale: Locale): void {
    this.#record.locale = locale;
    this.#translator = createTranslator(locale);
  }

  /** What this turn shows stands beside what the person is doing: the buttons that they have go on working. */
  keepOlderCards(): void {
    this.#keepsOlderCards = true;
  }

  /** Whether this turn said anything yet. */
  get hasSpoken(): boolean {
    return this.#shownNonces.length > 0 || this.#lead.length > 0;
  }

  async signOut(): Promise<void> {
    await this.#forget();
    closeTickets(this.#record);
    this.#record.journey = newJourney(null);
    this.#parts.journal.note({ event: 'sign-out.done' });
  }

  openRequest(id: string, reader: AdminRequestReader): Promise<OpenedRequest> {
    return this.#parts.adminRequests.open(id, reader);
  }

  answerRequest(id: string, reader: AdminRequestReader, answer: 'approved' | 'declined'): Promise<AnsweredRequest> {
    return this.#parts.adminRequests.answer(id, reader, answer);
  }

  speak(locale: Locale): void {
    this.#record.locale = locale;
    this.#record.localeIsChosen = true;
    this.#translator = createTranslator(locale);
  }

  note(event: TalkEvent): void {
    this.#parts.journal.note(event);
  }

  async lookOn(moment: LookingMoment, readAt: string): Promise<void> {
    // A look that the bot takes by itself decides about the next one itself.
    if (occasionOf(this.#context) !== null) return;
    const { lookingOn } = this.#record;
    // What is shown again was promised already.
    if (lookingOn?.moment === moment && lookingOn.readAt === readAt) return;
    const looking = beginLooking(moment, readAt, this.now());
    this.#record.lookingOn = looking;
    await this.lookAt(looking.dueAt);
    await this.say('looking-on');
  }

  stopLooking(): void {
    this.#record.lookingOn = null;
  }

  /** Has the bot look by itself at a time, ISO 8601 in UTC; null for never. */
  async lookAt(dueAt: string | null): Promise<void> {
    if (dueAt === null) return;
    await this.#parts.wakeUps.plan(conversationKey(this.#context), { kind: 'look-on', dueAt }, dueAt);
  }

  /** Has this conversation taken up again at a time, ISO 8601 in UTC. */
  async wakeAt(dueAt: string): Promise<void> {
    await this.#parts.wakeUps.plan(conversationKey(this.#context), { kind: 'reminder-due', dueAt }, dueAt);
  }

  async #lookUp(): Promise<string | null> {
    const looked = await this.#lookFor();
    return looked.found === 'signed-in' ? looked.token : null;
  }

  async #lookFor(code?: string): Promise<Looked> {
    const token = await lookUpToken(this.#context, this.#parts.connectionName, code);
    if (token === null) return { found: 'not-signed-in' };
    const match = matchAccount(token, this.#context.activity);
    if (match === 'same') return { found: 'signed-in', token };
    await this.#forget();
    await this.tellForeign(match);
    return { found: match };
  }

  #forget(): Promise<void> {
    return forgetToken(this.#context, this.#parts.connectionName);
  }

  /** What was read for one person is not shown to another who signs in after them. */
  async #noticeOtherPerson(identity: { readonly personId: string; readonly tenantId: string }): Promise<void> {
    this.#noticeOtherThanRequester(identity);
    const before = this.journey.factsBefore?.identity ?? this.journey.facts?.identity;
    if (before === undefined) return;
    if (before.personId === identity.personId && before.tenantId === identity.tenantId) return;
    this.#record.journey = newJourney(this.journey.errand);
    await this.say('other-person');
  }

  /** Nothing of a ticket is shown to, or told about, anybody but its own person. */
  #noticeOtherThanRequester(identity: { readonly personId: string; readonly tenantId: string }): void {
    const ticket = openTicketOf(this.#record);
    const openedBy = ticket?.openedBy ?? null;
    if (ticket === null || openedBy === null) return;
    if (openedBy.personId === identity.personId && openedBy.tenantId === identity.tenantId) return;
    if (!ticket.hasToldOther)
      postNews(
        this.#record,
        ticket.id,
        { kind: 'needs-human', because: 'other-person', summary: '', transcript: null },
        { now: this.now(), randomId: this.#parts.randomId },
      );
    ticket.hasToldOther = true;
    closeTickets(this.#record);
  }

  #showTyping(): void {
    if (occasionOf(this.#context) !== null) return;
    this.#context.sendActivity({ type: 'typing' }).catch(() => undefined);
  }

  takeLead(): string {
    const lead = this.#lead.join('\n\n');
    this.#lead = [];
    return lead;
  }

  async #leadIn(message: { text?: string }, lead: string, channel: 'teams' | 'webchat'): Promise<void> {
    // Teams splits a message with text and a card and then gives no id for it, so there the text goes first.
    if (channel === 'teams') await this.#context.sendActivity(MessageFactory.text(lead));
    else message.text = lead;
  }
}
