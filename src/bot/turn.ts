import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, Json } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { Tickets } from '../ports/tickets.ts';
import type { Conversation } from './conversation.ts';
import { conversationKey } from './conversation-key.ts';
import { ConversationLock } from './conversation-lock.ts';
import {
  type ConversationRecord,
  type HeldMessage,
  newRecord,
  type OpenedRecord,
  openRecord,
  rememberSeen,
  storedRecord,
} from './conversation-record.ts';
import { type Delivered, deliver, type SendFault } from './delivery.ts';
import { isGoodbye } from './goodbye.ts';
import { type HeldTurn, heldTurn } from './held-turn.ts';
import { answerInvoke, isRefresh } from './invoke-answers.ts';
import { type KeptRecord, KeptRecords } from './kept-records.ts';
import { localeOf } from './language.ts';
import { occasionOf } from './occasions.ts';
import { plainCopy } from './plain-copy.ts';
import { RecentIds } from './recent-ids.ts';
import { decideSendFate, sendTriesMax } from './send-again.ts';
import { clientLocaleOf, isEdited, isInTeams } from './teams-activity.ts';
import { tellTickets } from './ticket-news.ts';
import { tellFailure } from './turn-errors.ts';
import { type Passes, passesUnseen } from './turn-points.ts';

/** What every turn needs. */
export interface TurnParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly conversation: Pick<Conversation, 'hold' | 'apologise'> &
    Partial<Pick<Conversation, 'refresh' | 'answerAgain' | 'prepare' | 'endForGood' | 'tellNewer' | 'wantsFreshStart'>>;
  /** Unguessable text, 22 characters or more. */
  readonly randomId: () => string;
  /** Has messages that wait sent later; `dueAt` is ISO 8601 in UTC. */
  readonly wakeAt?: (conversation: string, dueAt: string) => Promise<void>;
  /** From 0 to 1. */
  readonly jitter?: () => number;
  readonly passes?: Passes | undefined;
  readonly keptRecords?: KeptRecords | undefined;
  /** Told what happened in the chat about a ticket, once that is saved. */
  readonly tickets?: Pick<Tickets, 'tell' | 'raise' | 'keepPlace'> | undefined;
  /** Has what the tickets are to know told later, in case this process ends before it could; `dueAt` is ISO 8601 in UTC. */
  readonly tellNewsAt?: (conversation: string, dueAt: string) => Promise<void>;
}

const replaysMax = 5;
const sendingLeaseMs = 5_000;
const sendingPollMs = 100;
/** Longer than a turn mostly takes to send and to tell. Told twice, news counts once. */
const newsPatienceMs = 15_000;
/** Last words of conversations that are gone: as many as a channel could deliver again while this process lives. */
const lastWordsMax = 500;

interface Found {
  readonly etag: string;
  readonly value: Json;
  readonly opened: OpenedRecord;
}

/** A conversation that is about to go on. */
interface Begun {
  readonly record: ConversationRecord;
  readonly etag: string | null;
  /** The same, for when it fails. Null when it can be read again. */
  readonly spare: ConversationRecord | null;
}

interface Outcome {
  readonly record: ConversationRecord;
  readonly etag: string;
  readonly replays: number;
  /** Why messages of earlier turns were not taken in this one; null when there were none, or they were. */
  readonly fault: SendFault | null;
}

interface Sending extends Delivered {
  /** The version that a turn has to name that crosses off what went out. */
  readonly etag: string;
}

/**
 * Runs turns as transactions: load once, run, hold the messages back, save with the version that was read, then send.
 * When somebody else saved in between, nothing was sent yet and the turn is run again on what they saved.
 * The messages are saved with the state, so a process that dies before sending does not lose them.
 * Two kinds of turns save nothing: the last one of somebody who wants to be forgotten, and one that meets a conversation
 * of a later release.
 */
export class TurnRunner {
  readonly #parts: TurnParts;
  readonly #lock = new ConversationLock();
  readonly #sender: string;
  readonly #passes: Passes;
  /** A conversation that was forgotten cannot remember what it has answered. */
  readonly #lastWords = new RecentIds(lastWordsMax);
  readonly #kept: KeptRecords;

  constructor(parts: TurnParts) {
    this.#parts = parts;
    this.#sender = parts.randomId();
    this.#passes = parts.passes ?? passesUnseen;
    this.#kept = parts.keptRecords ?? new KeptRecords();
  }

  /**
   * One activity, until its channel may have its answer: when all is sent. That it went out is written down behind the
   * answer, and the conversation's next turn waits for that. Rejects only when the store cannot be reached.
   */
  async run(context: TurnContext): Promise<void> {
    const key = conversationKey(context);
    if (isRefresh(context.activity)) return this.#refresh(context, key);
    if (occasionOf(context) !== null) await this.#prepare(context, key);
    await new Promise<void>((answer, refuse) => {
      this.#lock.run(key, () => this.#transact(context, key, answer)).then(answer, refuse);
    });
  }

  /** Resolves when every running turn is over, with what is written behind its answer. */
  idle(): Promise<void> {
    return this.#lock.idle();
  }

  /** What takes long and needs no state is done before the conversation is taken, so that nobody who types waits for it. */
  async #prepare(context: TurnContext, key: string): Promise<void> {
    const { store, conversation } = this.#parts;
    const stored = await store.read(key);
    const opened = stored === null ? null : openRecord(stored.value);
    if (opened?.kind === 'opened') await conversation.prepare?.(context, opened.record);
  }

  /** Teams asks how a card looks now. Nothing is kept of that, and nobody waits for it. */
  async #refresh(context: TurnContext, key: string): Promise<void> {
    const { store, conversation } = this.#parts;
    const stored = await store.read(key);
    const opened = stored === null ? null : openRecord(stored.value);
    const record = opened?.kind === 'opened' ? opened.record : this.#freshRecord(context);
    await answerInvoke(context, 200, conversation.refresh?.(context, record));
  }

  async #transact(context: TurnContext, key: string, answer: () => void): Promise<void> {
    const { clock, journal } = this.#parts;
    const startedAt = clock.now();
    const outcome = await this.#commit(context, key);
    if (outcome === null) return;
    const sending = await this.#send(context, key, outcome);
    // A channel that has its answer delivers nothing again, so what it did not take is planned before, and what a desk is
    // to hear is told; what woke the conversation is removed after its turn. A process that dies sends the same again in
    // either order.
    const isAllOut = sending.undelivered.length === 0 && outcome.record.ticketNews.length === 0;
    const isAnsweredFirst = isAllOut && occasionOf(context) === null;
    if (!isAnsweredFirst) await this.#settle(context, key, outcome, sending);
    journal.note({
      event: 'turn.done',
      channel: context.activity.channelId,
      kind: context.activity.type,
      moment: outcome.record.checkpoint ?? 'none',
      tookMs: clock.now() - startedAt,
      replays: outcome.replays,
    });
    if (!isAnsweredFirst) return;
    answer();
    await this.#settle(context, key, outcome, sending).catch((error: unknown) => {
      journal.note({ event: 'turn.not-settled', error: error instanceof Error ? error.name : 'unknown' });
    });
  }

  async #commit(context: TurnContext, key: string): Promise<Outcome | null> {
    if (this.#lastWords.has(activityMark(context, key))) return this.#ignoreAgain(context);
    for (let replays = 0; replays < replaysMax; replays += 1) {
      const outcome = await this.#attempt(context, key, replays);
      if (outcome !== 'lost') return outcome;
      this.#parts.journal.note({ event: 'turn.conflict', attempt: replays + 1 });
    }
    throw new Error('the conversation was changed by others on every try');
  }

  /** `lost`: somebody else was first to change the conversation, and nothing of this was sent. */
  async #attempt(context: TurnContext, key: string, replays: number): Promise<Outcome | 'lost' | null> {
    const { store, journal } = this.#parts;
    const found = await this.#readSettled(key);
    this.#passes('read');
    const record = await this.#open(context, key, found);
    if (record === null) return this.#leaveAlone(context);
    const hadOutbox = record.outbox !== null;
    const sent = await this.#sendLeftovers(context, key, record, found?.etag ?? null);
    if (sent === null) return 'lost';
    const { fault, etag } = sent;
    if (isAnswered(context, record)) {
      journal.note({ event: 'turn.duplicate' });
      // What was waiting has gone out by now, also when there is nothing new to say.
      if (hadOutbox) await store.write(key, storedRecord(record), etag);
      await this.#answerAgain(context, record);
      return null;
    }
    const isAsStored = found?.opened.kind === 'opened' && !hadOutbox;
    const held = await this.#converse(context, key, { record, etag, spare: isAsStored ? null : plainCopy(record) });
    if (held === null) return 'lost';
    this.#passes('ran');
    if (isGoodbye(held.context)) return this.#endForGood(context, key, held.record);
    await this.#planNews(key, held.record);
    const written = await store.write(key, this.#toStore(held.record, held.messages), etag);
    if (written.kind === 'conflict') return 'lost';
    this.#passes('saved');
    await held.settleInvoke(context);
    return { record: held.record, etag: written.etag, replays, fault };
  }

  /** Removes what is kept instead of saving, and then says so. When that message does not arrive there is nothing left to send it from. */
  async #endForGood(context: TurnContext, key: string, record: ConversationRecord): Promise<null> {
    this.#lastWords.add(activityMark(context, key));
    // What a desk is to know was decided before; with the record it would be gone.
    await tellTickets(record.ticketNews, key, this.#parts);
    const held = heldTurn(context, plainCopy(record));
    await this.#parts.conversation.endForGood?.(held.context, held.record, key);
    return this.#answerUnsaved(context, held);
  }

  /** A conversation that a later release wrote stays as it is: that release comes back, and then goes on with it. */
  async #leaveAlone(context: TurnContext): Promise<null> {
    if (occasionOf(context) !== null) return null;
    const held = heldTurn(context, this.#freshRecord(context));
    await this.#parts.conversation.tellNewer?.(held.context, held.record);
    return this.#answerUnsaved(context, held);
  }

  async #answerUnsaved(context: TurnContext, held: HeldTurn): Promise<null> {
    await held.settleInvoke(context);
    await deliver(context, held.messages, this.#parts);
    return null;
  }

  async #ignoreAgain(context: TurnContext): Promise<null> {
    this.#parts.journal.note({ event: 'turn.duplicate' });
    if (context.activity.type === ActivityTypes.Invoke) await answerInvoke(context, 200);
    return null;
  }

  /** An invoke that comes again gets an answer again; without one the channel would take it for unknown. */
  async #answerAgain(context: TurnContext, record: ConversationRecord): Promise<void> {
    if (context.activity.type !== ActivityTypes.Invoke) return;
    const held = heldTurn(context, record);
    await this.#parts.conversation.answerAgain?.(held.context, record);
    await held.settleInvoke(context);
  }

  /** The conversation, once no other replica is in the middle of sending its messages. A replica that died loses its claim after 5 seconds. */
  async #readSettled(key: string): Promise<Found | null> {
    const { store, clock } = this.#parts;
    for (;;) {
      const kept = this.#kept.take(key);
      const stored = kept === null ? await store.read(key) : await store.readIfChanged(key, kept.etag);
      if (stored === null) return null;
      if (stored === 'unchanged') return kept === null ? null : asFound(kept);
      const opened = openRecord(stored.value);
      const outbox = opened.kind === 'opened' ? opened.record.outbox : null;
      if (outbox === null || outbox.sender === this.#sender || outbox.leaseUntil <= clock.now())
        return { ...stored, opened };
      await new Promise((resolve) => setTimeout(resolve, sendingPollMs));
    }
  }

  /**
   * Runs the conversation. When it fails, what it made of the state is dropped, and the person is told. Null when it failed,
   * and somebody else has changed the state since.
   */
  async #converse(context: TurnContext, key: string, begun: Begun): Promise<HeldTurn | null> {
    const held = heldTurn(context, begun.record);
    try {
      await this.#parts.conversation.hold(held.context, held.record);
      return held;
    } catch (error) {
      const unchanged = begun.spare ?? (await this.#readAgain(context, key, begun.etag));
      if (unchanged === null) return null;
      const told = heldTurn(context, unchanged);
      await tellFailure(told.context, told.record, error, this.#parts);
      return told;
    }
  }

  async #readAgain(context: TurnContext, key: string, etag: string | null): Promise<ConversationRecord | null> {
    const stored = await this.#parts.store.read(key);
    const opened = stored === null || stored.etag !== etag ? null : openRecord(stored.value);
    if (opened?.kind !== 'opened') return null;
    // Marked as answered, as it was the first time.
    isAnswered(context, opened.record);
    return opened.record;
  }

  #toStore(record: ConversationRecord, messages: readonly HeldMessage[]): Json {
    const { clock } = this.#parts;
    const waiting = [...(record.outbox?.messages ?? []), ...messages];
    record.lastHeardAt = clock.now();
    record.outbox =
      waiting.length === 0
        ? null
        : {
            messages: waiting,
            sender: this.#sender,
            leaseUntil: clock.now() + sendingLeaseMs,
            tries: record.outbox?.tries ?? 0,
          };
    return storedRecord(record);
  }

  /** The conversation to go on with; null when it is one of a later release that the person has not given up. */
  async #open(context: TurnContext, key: string, found: Found | null): Promise<ConversationRecord | null> {
    const { conversation, journal } = this.#parts;
    if (found === null) return this.#freshRecord(context);
    const { opened } = found;
    switch (opened.kind) {
      case 'opened':
        return opened.record;
      case 'unreadable':
        await this.#putAside(key, found.value, 'unreadable');
        return this.#freshRecord(context);
      case 'newer':
        journal.note({ event: 'state.newer', version: opened.version });
        if (conversation.wantsFreshStart?.(context) !== true) return null;
        await this.#putAside(key, found.value, 'given-up');
        return this.#freshRecord(context);
    }
  }

  #freshRecord({ activity }: TurnContext): ConversationRecord {
    return newRecord(localeOf(clientLocaleOf(activity)), this.#parts.clock.now());
  }

  /** Kept for whoever looks into it, so that the person can go on now. */
  async #putAside(key: string, value: Json, reason: 'unreadable' | 'given-up'): Promise<void> {
    const { clock, journal, store, randomId } = this.#parts;
    await store.write(`quarantine/${clock.now()}/${randomId()}`, { key, value }, null);
    journal.note({ event: 'state.quarantined', reason });
  }

  async #send(context: TurnContext, key: string, { record, etag, fault }: Outcome): Promise<Sending> {
    const messages = record.outbox?.messages ?? [];
    const claim = this.#claim(key, record, etag);
    // What was just tried again is not tried twice in one turn.
    const isTried = fault !== null && occasionOf(context)?.kind === 'send-again';
    const delivered = isTried
      ? undeliveredStill(messages, record, fault)
      : await deliver(context, messages, { ...this.#parts, crossOff: claim.crossOff });
    return { ...delivered, etag: claim.etag() };
  }

  /** Tells the tickets, plans what could not be sent, and crosses off the rest. The context is looked at only when something could not be sent. */
  async #settle(context: TurnContext, key: string, outcome: Outcome, sending: Sending): Promise<void> {
    const { outbox } = outcome.record;
    if (outbox === null) {
      await this.#settleNews(key, outcome.record, sending.etag);
      return;
    }
    const tries = Math.max(outbox.tries, 1);
    const record: ConversationRecord = {
      ...outcome.record,
      ticketNews: await tellTickets(outcome.record.ticketNews, key, this.#parts),
      stepsCardId: sending.stepsCardId,
      outbox:
        sending.undelivered.length === 0
          ? null
          : { ...outbox, messages: [...sending.undelivered], tries, leaseUntil: 0 },
    };
    if (sending.fault !== null) await this.#settleFault(context, key, record, sending.fault, tries);
    // What is lost with the power after that is only the note that it went out, and what waits is kept on the disk.
    const durability = record.outbox === null ? 'process' : 'disk';
    // A conflict here means that another turn has already taken over; what it saved is newer.
    const written = await this.#parts.store.write(key, storedRecord(record), sending.etag, durability);
    if (written.kind === 'written' && record.outbox === null)
      this.#kept.keep(key, { record, etag: written.etag }, written.size);
    this.#passes('settled');
  }

  /**
   * Tells the tickets what a conversation still keeps for them, and crosses it off. False when something is left.
   * They know each piece of news by its id, so that it may have been told before does no harm.
   */
  tellTicketNews(key: string): Promise<boolean> {
    return this.#lock.run(key, async () => {
      const found = await this.#readSettled(key);
      if (found === null || found.opened.kind === 'unreadable') return true;
      const { etag, opened } = found;
      if (opened.kind === 'newer') return false;
      return this.#settleNews(key, opened.record, etag);
    });
  }

  async #settleNews(key: string, record: ConversationRecord, etag: string): Promise<boolean> {
    if (record.ticketNews.length === 0) return true;
    const ticketNews = await tellTickets(record.ticketNews, key, this.#parts);
    const written = await this.#parts.store.write(key, storedRecord({ ...record, ticketNews }), etag);
    // After a conflict another turn has it, and tells it again.
    return ticketNews.length === 0 && written.kind === 'written';
  }

  async #planNews(key: string, { ticketNews }: ConversationRecord): Promise<void> {
    const dueAt = new Date(this.#parts.clock.now() + newsPatienceMs).toISOString();
    if (ticketNews.length > 0) await this.#parts.tellNewsAt?.(key, dueAt);
  }

  async #settleFault(
    context: TurnContext,
    key: string,
    record: ConversationRecord,
    fault: SendFault,
    tries: number,
  ): Promise<void> {
    const { clock, journal, jitter = Math.random, wakeAt } = this.#parts;
    const fate = decideSendFate(fault, {
      tries,
      began: occasionOf(context) === null ? 'person' : 'bot',
      isTeams: isInTeams(context.activity),
      now: clock.now(),
      jitter: jitter(),
    });
    if (fate.kind === 'again') await wakeAt?.(key, new Date(fate.at).toISOString());
    if (fate.kind !== 'gone') return;
    journal.note({ event: 'reference.dropped', reason: fault.code });
    Object.assign(record, { reference: null, reminder: null, outbox: null });
  }

  /**
   * Sends what an earlier turn could not, before anything new. Tells why, when the channel still does not take it.
   * Null when another replica was first to take them.
   */
  async #sendLeftovers(
    context: TurnContext,
    key: string,
    record: ConversationRecord,
    etag: string | null,
  ): Promise<{ readonly fault: SendFault | null; readonly etag: string | null } | null> {
    const { outbox } = record;
    if (outbox === null || etag === null) return { fault: null, etag };
    const claim = this.#claim(key, record, etag);
    if (!(await claim.crossOff(outbox.messages))) return null;
    const { undelivered, fault } = await deliver(context, outbox.messages, {
      ...this.#parts,
      crossOff: claim.crossOff,
    });
    this.#parts.journal.note({ event: 'send.recovered', messages: outbox.messages.length - undelivered.length });
    const tries = outbox.tries + 1;
    record.outbox =
      undelivered.length === 0 || tries >= sendTriesMax ? null : { ...outbox, messages: [...undelivered], tries };
    return { fault: record.outbox === null ? null : fault, etag: claim.etag() };
  }

  /** The right to send what waits in a conversation, kept up with each message that went out. It is lost when another turn saves. */
  #claim(key: string, record: ConversationRecord, readAs: string) {
    let etag = readAs;
    const crossOff = async (left: readonly HeldMessage[]): Promise<boolean> => {
      const leaseUntil = this.#parts.clock.now() + sendingLeaseMs;
      const outbox = { tries: 0, ...record.outbox, messages: [...left], sender: this.#sender, leaseUntil };
      const written = await this.#parts.store.write(key, storedRecord({ ...record, outbox }), etag);
      if (written.kind === 'written') etag = written.etag;
      return written.kind === 'written';
    };
    return { crossOff, etag: () => etag };
  }
}

function asFound({ record, etag }: KeptRecord): Found {
  return { etag, value: storedRecord(record), opened: { kind: 'opened', record } };
}

function undeliveredStill(
  messages: readonly HeldMessage[],
  { stepsCardId }: ConversationRecord,
  fault: SendFault | null,
): Delivered {
  return { undelivered: messages, stepsCardId, fault };
}

function isAnswered(context: TurnContext, record: ConversationRecord): boolean {
  const mark = markOf(context);
  if (mark === null) return false;
  if (record.seen.includes(mark)) return true;
  rememberSeen(record, mark);
  return false;
}

/** What comes again under the same mark is the same. Null when nobody can tell. */
function markOf(context: TurnContext): string | null {
  const occasion = occasionOf(context);
  if (occasion !== null) return occasion.kind === 'admin-answered' ? `${occasion.kind} ${occasion.requestId}` : null;
  const { id, timestamp } = context.activity;
  if (id === undefined || id === '') return null;
  // A message that was changed keeps its id; each change is something new.
  return isEdited(context.activity) ? `${id} ${String(timestamp)}` : id;
}

/** Without an id nobody can tell whether two activities are the same, so each gets a mark of its own. */
function activityMark({ activity }: TurnContext, key: string): string | symbol {
  return activity.id === undefined || activity.id === '' ? Symbol('no id') : `${key} ${activity.id}`;
}
