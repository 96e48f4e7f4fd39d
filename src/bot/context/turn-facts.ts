import type { TurnContext } from 'botbuilder';
import type { Reading, ReadsFacts } from '../../../dialogs/conversation-context.ts';
import { beginRecheck, type RecheckDialog } from '../../domain/recheck.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { SignedInPerson } from '../../domain/ticket-person.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FactsSource, UserToken } from '../../ports/facts-source.ts';
import type { ScheduledJobs } from '../proactive/scheduled-jobs.ts';
import { setRecheck, startProgress } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import { conversationKey } from '../record/conversation-record.ts';
import { postNews } from '../record/ticket-news.ts';
import { changeTicket, closeTickets, openTicketOf } from '../record/ticket-places.ts';
import type { MessageComposer } from './message-composer.ts';
import { type PersonSignIn, personIn } from './person-sign-in.ts';

/** What reading facts needs. */
export interface TurnFactsParts {
  readonly facts: FactsSource;
  readonly clock: Clock;
  readonly jobs: ScheduledJobs;
  readonly randomId: () => string;
}

/** How long reading the facts may take, in milliseconds; what is late is told as not known yet. Channels give up on a turn after 15 seconds. */
const factsBudgetMs = 8_000;

type PersonInTenant = { readonly personId: string; readonly tenantId: string };

/** Reads with the rights of the person in this turn, and notices when it is another person than before. */
export class TurnFacts implements ReadsFacts {
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #isBotsOwn: boolean;
  readonly #messages: MessageComposer;
  readonly #signIn: PersonSignIn;
  readonly #parts: TurnFactsParts;

  constructor(
    turn: { readonly context: TurnContext; readonly record: ConversationRecord; readonly isBotsOwn: boolean },
    messages: MessageComposer,
    signIn: PersonSignIn,
    parts: TurnFactsParts,
  ) {
    this.#context = turn.context;
    this.#record = turn.record;
    this.#isBotsOwn = turn.isBotsOwn;
    this.#messages = messages;
    this.#signIn = signIn;
    this.#parts = parts;
  }

  async read(purpose: Scenario | 'status'): Promise<Reading> {
    const token = await this.#signIn.token();
    if (token === null) return { kind: 'not-signed-in' };
    if (!this.#isBotsOwn) this.#messages.showReading();
    const reading = await this.#readWith(token, purpose);
    if (reading.kind === 'sign-in-needed') await this.#signIn.forget();
    if (reading.kind === 'read') await this.#noticeOtherPerson(reading.facts.identity);
    return reading;
  }

  /** Who is signed in, with the user name that Graph gives: a name in a token is for show and can be changed. */
  async whoWithName(): Promise<SignedInPerson | null> {
    const token = await this.#signIn.token();
    const who = token === null ? null : personIn(token);
    if (token === null || who === null) return null;
    const reading = await this.#readWith(token, 'status');
    if (reading.kind !== 'read') return null;
    const { profile } = reading.facts;
    return { ...who, userPrincipalName: profile.kind === 'known' ? profile.value.userPrincipalName : null };
  }

  async recheckLater(dialogId: RecheckDialog, readAt: string): Promise<void> {
    // A turn that the bot starts decides about the next recheck itself.
    if (this.#isBotsOwn) return;
    const { recheck } = this.#record;
    // What is shown again was promised already.
    if (recheck?.dialogId === dialogId && recheck.readAt === readAt) return;
    const begun = beginRecheck(dialogId, readAt, this.#parts.clock.now());
    setRecheck(this.#record, begun);
    await this.recheckAt(begun.dueAt);
    await this.#messages.say('looking-on');
  }

  stopRecheck(): void {
    setRecheck(this.#record, null);
  }

  /** Schedules another reading at this time, ISO 8601 in UTC; null for none. */
  async recheckAt(dueAt: string | null): Promise<void> {
    if (dueAt === null) return;
    await this.#parts.jobs.plan(conversationKey(this.#context), { kind: 'recheck-due', dueAt }, dueAt);
  }

  /** Has the person reminded at a time, ISO 8601 in UTC. */
  remindAt(dueAt: string): Promise<void> {
    return this.#parts.jobs.plan(conversationKey(this.#context), { kind: 'reminder-due', dueAt }, dueAt);
  }

  #readWith(token: string, purpose: Scenario | 'status') {
    return this.#parts.facts.read({ userToken: token as UserToken, purpose, budgetMs: factsBudgetMs });
  }

  /** What was read for one person is not shown to another who signs in after them. */
  async #noticeOtherPerson(identity: PersonInTenant): Promise<void> {
    this.#noticeOtherThanRequester(identity);
    const { progress } = this.#record;
    const before = progress.factsBefore?.identity ?? progress.facts?.identity;
    if (before === undefined || isSamePerson(before, identity)) return;
    startProgress(this.#record, progress.goal);
    await this.#messages.say('other-person');
  }

  /** Nothing of a ticket is shown to, or told about, anybody but its own person. */
  #noticeOtherThanRequester(identity: PersonInTenant): void {
    const ticket = openTicketOf(this.#record);
    if (ticket === null || ticket.openedBy === null || isSamePerson(ticket.openedBy, identity)) return;
    const news = { kind: 'needs-human', because: 'other-person', summary: '', transcript: null } as const;
    const { clock, randomId } = this.#parts;
    if (!ticket.hasToldOther) postNews(this.#record, ticket.id, news, { now: clock.now(), randomId });
    changeTicket(this.#record, ticket.id, { hasToldOther: true });
    closeTickets(this.#record);
  }
}

function isSamePerson(one: PersonInTenant, other: PersonInTenant): boolean {
  return one.personId === other.personId && one.tenantId === other.tenantId;
}
