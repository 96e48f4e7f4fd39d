import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Checklist } from '../../../cards/checklist.ts';
import type { Reading } from '../../../dialogs/conversation-context.ts';
import { errorName } from '../../domain/errors.ts';
import { plainCopy } from '../../domain/json.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Clock } from '../../ports/clock.ts';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Stopwatch } from '../../ports/stopwatch.ts';
import type { Passes } from '../../ports/turn-points.ts';
import type { TurnCause, TurnEnd } from '../context/conversation-turn.ts';
import type { ConversationHandler } from '../conversation/conversation-handler.ts';
import { clientLocaleOf, isEdited, isPressInvoke, isRefresh } from '../input/activity.ts';
import { answerInvoke } from '../input/invoke-answers.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import { markHeard, rememberSeen } from '../record/conversation-changes.ts';
import { type ConversationRecord, conversationKey, newRecord } from '../record/conversation-record.ts';
import type { TicketEar } from '../record/ticket-news.ts';
import { type BufferedTurn, bufferedTurn } from './buffered-turn.ts';
import { ConversationLock, ConversationStore, type LoadedRecord, RecordCache } from './conversation-store.ts';
import { type CommittedTurn, deliverMessages, Outbox } from './outbox.ts';
import { TicketNewsDelivery } from './ticket-news-delivery.ts';
import { noteFailure, tellFailure, tellRefusal } from './turn-errors.ts';

/** What a turn does in its conversation. */
export type TurnHandler = Pick<
  ConversationHandler,
  | 'answer'
  | 'answerAgain'
  | 'apologise'
  | 'checklist'
  | 'erase'
  | 'readAhead'
  | 'refresh'
  | 'tellCannotSave'
  | 'tellNewer'
  | 'wantsFreshStart'
>;

/** What every turn needs. */
export interface TurnParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly handler: TurnHandler;
  /** A UUID, which nobody can guess. */
  readonly randomId: () => string;
  /** Has waiting messages sent later; `dueAt` is ISO 8601 in UTC. */
  readonly sendAgainAt: (conversation: string, dueAt: string) => Promise<void>;
  /** From 0 to 1. */
  readonly jitter?: () => number;
  /** Runs a turn as one trace; undefined where nothing is traced. */
  readonly inTurn?: ((run: () => Promise<void>) => Promise<void>) | undefined;
  readonly passes?: Passes | undefined;
  readonly recordCache?: RecordCache | undefined;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch | undefined;
  /** Told what happened in the chat about a ticket, once that is saved. */
  readonly tickets?: TicketEar | undefined;
  /** Has ticket news told later, in case this process ends before it could; `dueAt` is ISO 8601 in UTC. */
  readonly tellNewsAt: (conversation: string, dueAt: string) => Promise<void>;
}

const replaysMax = 5;
/** Turns that erased their conversation: as many as a channel could deliver again while this process lives. */
const erasingTurnsMax = 500;

/** A turn that somebody started, or the bot. */
interface StartedTurn {
  readonly context: TurnContext;
  readonly key: string;
  readonly cause: TurnCause;
}

/** A conversation that is about to go on. */
interface OpenTurn {
  readonly record: ConversationRecord;
  readonly etag: string | null;
  /** The same, for when the turn fails. Null when it can be read again. */
  readonly spare: ConversationRecord | null;
}

/**
 * Runs turns as transactions: load once, run, hold the messages back, save with the version that was read, then send.
 * When somebody else saved in between, nothing was sent yet and the turn is run again on what they saved.
 * The messages are saved with the state, so a process that dies before sending does not lose them.
 * Two kinds of turns save nothing: one that erases its conversation, and one that meets a conversation of a later release.
 */
export class TurnRunner {
  readonly #parts: TurnParts;
  readonly #conversations: ConversationStore;
  readonly #outbox: Outbox;
  readonly #news: TicketNewsDelivery;
  readonly #lock = new ConversationLock();
  readonly #passes: Passes | undefined;
  /** An erased conversation cannot remember what it has answered. */
  readonly #erasingTurns = new RecentIds(erasingTurnsMax);
  /** Activities of which the person knows that they were not answered. */
  readonly #unsavedTurns = new RecentIds(erasingTurnsMax);

  constructor(parts: TurnParts) {
    const { recordCache = new RecordCache({}, parts.stopwatch), passes, jitter = Math.random } = parts;
    const sender = parts.randomId();
    const conversations = new ConversationStore({ ...parts, cache: recordCache, sender });
    const news = new TicketNewsDelivery({ ...parts, conversations, tickets: parts.tickets });
    this.#parts = parts;
    this.#passes = passes;
    this.#conversations = conversations;
    this.#news = news;
    this.#outbox = new Outbox({
      ...parts,
      conversations,
      news,
      passes,
      jitter,
      sender,
      apologise: async (context, record, fault) => {
        const turn = bufferedTurn(context, record);
        await tellRefusal(turn.context, record, fault, parts);
        return turn.messages;
      },
    });
  }

  /**
   * One activity, until its channel may have its answer: when everything is sent. That it went out is written down behind the
   * answer, and the conversation's next turn waits for that. Rejects only when the store cannot be reached.
   */
  run(context: TurnContext, trigger: ProactiveTrigger | null = null): Promise<void> {
    const { inTurn } = this.#parts;
    return inTurn === undefined ? this.#run(context, trigger) : inTurn(() => this.#run(context, trigger));
  }

  async #run(context: TurnContext, trigger: ProactiveTrigger | null): Promise<void> {
    const key = conversationKey(context);
    if (isRefresh(context.activity)) return this.#refresh(context, key);
    const cause = { trigger, reading: trigger === null ? null : await this.#readAhead(context, key, trigger) };
    await new Promise<void>((releaseChannel, refuse) => {
      // Called early once everything is sent, else when the turn ends.
      this.#lock.run(key, () => this.#transact({ context, key, cause }, releaseChannel)).then(releaseChannel, refuse);
    }).catch(async (fault: unknown) => {
      // The store tells its own faults.
      if (!(fault instanceof StoreFault)) noteFailure(fault, this.#parts);
      // What keeps the person from hearing it must not hide why.
      if (trigger === null) await this.#tellCannotSave(context, key).catch(() => undefined);
      throw fault;
    });
  }

  /**
   * How far the person of a chat is, for their tab in Teams: null where they came for nothing yet, `newer` where only a later
   * release can tell. Nothing is kept of that, and nobody waits for it. Rejects only when the store cannot be reached.
   */
  async checklist(context: TurnContext, locale: Locale): Promise<Checklist | null | 'newer'> {
    const opened = await this.#conversations.look(conversationKey(context));
    if (opened?.kind === 'newer') return 'newer';
    return opened?.kind === 'opened' ? this.#parts.handler.checklist(context, opened.record, locale) : null;
  }

  /** Resolves when every running turn is over, including what is written behind its answer. */
  idle(): Promise<void> {
    return this.#lock.idle();
  }

  /**
   * Tells the tickets what a conversation still keeps for them, and crosses it off. False when something is left.
   * They know each piece of news by its id, so telling it twice does no harm.
   */
  tellTicketNews(key: string): Promise<boolean> {
    return this.#lock.run(key, async () => {
      const loaded = await this.#conversations.load(key);
      if (loaded === null || loaded.opened.kind === 'unreadable') return true;
      if (loaded.opened.kind === 'newer') return false;
      const { record } = loaded.opened;
      return record.ticketNews.length === 0 || this.#news.settle(key, record, loaded.etag);
    });
  }

  /** What takes long and needs no state is done before the conversation is taken, so that nobody who types waits for it. */
  async #readAhead(context: TurnContext, key: string, trigger: ProactiveTrigger): Promise<Reading | null> {
    const record = await this.#conversations.peek(key);
    return record === null ? null : this.#parts.handler.readAhead(context, record, trigger);
  }

  /** Teams asks how a card looks now. Nothing is kept of that, and nobody waits for it. */
  async #refresh(context: TurnContext, key: string): Promise<void> {
    const record = (await this.#conversations.peek(key)) ?? this.#freshRecord(context);
    await answerInvoke(context, 200, this.#parts.handler.refresh(context, record));
  }

  /** Once for each activity, because a channel without an answer delivers it again. */
  async #tellCannotSave(context: TurnContext, key: string): Promise<void> {
    const mark = activityMark(context, key);
    const isPerson = context.activity.type === ActivityTypes.Message || isPressInvoke(context.activity);
    if (!isPerson || this.#unsavedTurns.has(mark)) return;
    this.#unsavedTurns.add(mark);
    const turn = bufferedTurn(context, this.#freshRecord(context));
    await this.#parts.handler.tellCannotSave(turn.context, turn.record);
    await this.#answerUnsaved(context, turn);
  }

  async #transact(started: StartedTurn, releaseChannel: () => void): Promise<void> {
    const { context, key } = started;
    const { clock, journal } = this.#parts;
    const startedAt = clock.now();
    const committed = await this.#commit(started);
    if (committed === null) return;
    const { record, replays, trigger } = committed;
    const sent = await this.#outbox.send(context, key, committed);
    // A channel that has its answer delivers nothing again. So messages that it did not take are planned before the answer,
    // and so is what a desk is to hear; a scheduled job is removed after its turn.
    const isAllOut = sent.undelivered.length === 0 && record.ticketNews.length === 0;
    const isAnsweredFirst = isAllOut && trigger === null;
    if (!isAnsweredFirst) await this.#outbox.settle(context, key, committed, sent);
    journal.note({
      event: 'turn.done',
      channel: context.activity.channelId,
      kind: context.activity.type,
      dialog: record.dialogId ?? 'none',
      tookMs: clock.now() - startedAt,
      replays,
    });
    if (!isAnsweredFirst) return;
    releaseChannel();
    await this.#outbox.settle(context, key, committed, sent).catch((error: unknown) => {
      journal.note({ event: 'turn.not-settled', error: errorName(error) });
    });
  }

  async #commit(started: StartedTurn): Promise<CommittedTurn | null> {
    const { context, key } = started;
    if (this.#erasingTurns.has(activityMark(context, key))) return this.#ignoreAgain(context);
    for (let replays = 0; replays < replaysMax; replays += 1) {
      const committed = await this.#attempt(started, replays);
      if (committed !== 'lost') return committed;
      this.#parts.journal.note({ event: 'turn.conflict', attempt: replays + 1 });
    }
    throw new Error('the conversation was changed by others on every try');
  }

  /** `lost`: somebody else was first to change the conversation, and nothing of this was sent. */
  async #attempt(started: StartedTurn, replays: number): Promise<CommittedTurn | 'lost' | null> {
    const { context, key, cause } = started;
    const loaded = await this.#conversations.load(key);
    this.#passes?.('read');
    const record = await this.#open(context, key, loaded);
    if (record === null) return this.#leaveAlone(started);
    const hadOutbox = record.outbox !== null;
    const recovered = await this.#outbox.sendLeftovers(context, key, record, loaded?.etag ?? null);
    if (recovered === null) return 'lost';
    const { fault, etag } = recovered;
    if (isAnswered(context, cause.trigger, record)) {
      this.#parts.journal.note({ event: 'turn.duplicate' });
      // What was waiting has gone out by now, also when there is nothing new to say.
      if (hadOutbox) await this.#conversations.save(key, record, etag);
      await this.#answerAgain(context, record);
      return null;
    }
    const isAsStored = loaded?.opened.kind === 'opened' && !hadOutbox;
    const turn = await this.#converse(started, { record, etag, spare: isAsStored ? null : plainCopy(record) });
    if (turn === null) return 'lost';
    this.#passes?.('ran');
    if (turn.ends === 'erased') return this.#erase(context, key, turn.record);
    if (turn.record.ticketNews.length > 0) await this.#news.plan(key);
    markHeard(turn.record, this.#parts.clock.now());
    this.#outbox.fill(turn.record, turn.messages);
    const written = await this.#conversations.save(key, turn.record, etag);
    if (written.kind === 'conflict') return 'lost';
    this.#passes?.('saved');
    await turn.settleInvoke(context);
    return { trigger: cause.trigger, record: turn.record, etag: written.etag, replays, fault };
  }

  /** Removes what is kept instead of saving, and then says so. A message that does not arrive then cannot be sent again. */
  async #erase(context: TurnContext, key: string, record: ConversationRecord): Promise<null> {
    this.#erasingTurns.add(activityMark(context, key));
    // What a desk is to know was decided before; with the record it would be gone.
    await this.#news.tell(key, record);
    const turn = bufferedTurn(context, plainCopy(record));
    await this.#parts.handler.erase(turn.context, turn.record, key);
    return this.#answerUnsaved(context, turn);
  }

  /** A conversation that a newer release stored is left alone, so that the newer release can continue it. */
  async #leaveAlone({ context, cause }: StartedTurn): Promise<null> {
    if (cause.trigger !== null) return null;
    const turn = bufferedTurn(context, this.#freshRecord(context));
    await this.#parts.handler.tellNewer(turn.context, turn.record);
    return this.#answerUnsaved(context, turn);
  }

  async #answerUnsaved(context: TurnContext, turn: BufferedTurn): Promise<null> {
    await turn.settleInvoke(context);
    await deliverMessages(context, turn.messages, { ...this.#parts, stepsCardId: null });
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
    const turn = bufferedTurn(context, record);
    await this.#parts.handler.answerAgain(turn.context, record);
    await turn.settleInvoke(context);
  }

  /**
   * Runs the conversation. When it fails, what it made of the state is dropped, and the person is told. Null when it failed
   * and somebody else has changed the state since.
   */
  async #converse(
    { context, key, cause }: StartedTurn,
    open: OpenTurn,
  ): Promise<(BufferedTurn & { readonly ends: TurnEnd }) | null> {
    const turn = bufferedTurn(context, open.record);
    try {
      return { ...turn, ends: await this.#parts.handler.answer(turn.context, turn.record, cause) };
    } catch (error) {
      const unchanged = open.spare ?? (await this.#reload(context, cause.trigger, key, open.etag));
      if (unchanged === null) return null;
      const apology = bufferedTurn(context, unchanged);
      await tellFailure(apology.context, apology.record, error, this.#parts);
      return { ...apology, ends: 'kept' };
    }
  }

  async #reload(
    context: TurnContext,
    trigger: ProactiveTrigger | null,
    key: string,
    etag: string | null,
  ): Promise<ConversationRecord | null> {
    const record = await this.#conversations.reload(key, etag);
    // Marked as answered, as it was the first time.
    if (record !== null) isAnswered(context, trigger, record);
    return record;
  }

  /** The conversation to go on with; null when it is one of a later release that the person has not given up. */
  async #open(context: TurnContext, key: string, loaded: LoadedRecord | null): Promise<ConversationRecord | null> {
    const { handler, journal } = this.#parts;
    if (loaded === null) return this.#freshRecord(context);
    const { opened, value } = loaded;
    switch (opened.kind) {
      case 'opened':
        return opened.record;
      case 'unreadable':
        await this.#conversations.quarantine(key, value, 'unreadable');
        return this.#freshRecord(context);
      case 'newer':
        journal.note({ event: 'state.newer', version: opened.version });
        if (!handler.wantsFreshStart(context)) return null;
        await this.#conversations.quarantine(key, value, 'given-up');
        return this.#freshRecord(context);
    }
  }

  #freshRecord({ activity }: TurnContext): ConversationRecord {
    return newRecord(localeOf(clientLocaleOf(activity)), this.#parts.clock.now());
  }
}

/** Whether this activity has already been answered. If not, marks it as answered. */
function isAnswered(context: TurnContext, trigger: ProactiveTrigger | null, record: ConversationRecord): boolean {
  const mark = markOf(context, trigger);
  if (mark === null) return false;
  if (record.seen.includes(mark)) return true;
  rememberSeen(record, mark);
  return false;
}

/** An activity across all conversations. Without an id nobody can tell whether two are the same, so each gets a mark of its own. */
function activityMark({ activity }: TurnContext, key: string): string | symbol {
  return activity.id === undefined || activity.id === '' ? Symbol('no id') : `${key} ${activity.id}`;
}

/** Two deliveries with one mark are the same. Null when that cannot be told. */
function markOf(context: TurnContext, trigger: ProactiveTrigger | null): string | null {
  if (trigger !== null) return trigger.kind === 'admin-answered' ? `${trigger.kind} ${trigger.requestId}` : null;
  const { id, timestamp } = context.activity;
  if (id === undefined || id === '') return null;
  // An edited message keeps its id; each edit is something new.
  return isEdited(context.activity) ? `${id} ${String(timestamp)}` : id;
}

/** Remembers the newest ids, in this process only. */
class RecentIds {
  readonly #ids = new Set<string | symbol>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  has(id: string | symbol): boolean {
    return this.#ids.has(id);
  }

  add(id: string | symbol): void {
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > this.#atMost && oldest !== undefined) this.#ids.delete(oldest);
  }
}
