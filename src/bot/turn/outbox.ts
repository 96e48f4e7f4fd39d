import type { Activity, TurnContext } from 'botbuilder';
import { codeOf } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import { machineStopwatch, type Stopwatch } from '../../ports/stopwatch.ts';
import type { Passes } from '../../ports/turn-points.ts';
import { channelOf } from '../input/activity.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import { dropReference, keepStepsCard, setOutbox } from '../record/conversation-changes.ts';
import type { BufferedMessage, ConversationRecord } from '../record/conversation-record.ts';
import { type ConversationStore, sendingLeaseMs } from './conversation-store.ts';
import { decideSendFate, isRefusedAsItIs, type SendFault, sendTriesMax } from './send-again.ts';
import type { TicketNewsDelivery } from './ticket-news-delivery.ts';

/** What sending needs. */
export interface OutboxParts {
  readonly conversations: ConversationStore;
  readonly news: TicketNewsDelivery;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly passes: Passes | undefined;
  /** Names this process in the leases that it takes. */
  readonly sender: string;
  /** Has waiting messages sent later; `dueAt` is ISO 8601 in UTC. */
  readonly sendAgainAt: (conversation: string, dueAt: string) => Promise<void>;
  /** Makes what is said instead of a message that the channel will never take, and tells the operator. */
  readonly apologise: Apologise;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch | undefined;
}

/** May change the record: what is said instead may have buttons. */
export type Apologise = (
  context: TurnContext,
  record: ConversationRecord,
  fault: SendFault,
) => Promise<readonly BufferedMessage[]>;

/** How often a process that waits for a slow channel tells the others that it is alive, in milliseconds. */
const renewEveryMs = 2_000;

/** A turn that is saved, and whose messages may go out. */
export interface CommittedTurn {
  /** Why the bot started it; null when it answers an activity. */
  readonly trigger: ProactiveTrigger | null;
  readonly record: ConversationRecord;
  readonly etag: string;
  readonly replays: number;
  /** Why messages of earlier turns were not taken in this one; null when there were none, or they were. */
  readonly fault: SendFault | null;
}

/** What became of a turn's messages, and the version to name when they are crossed off. */
export interface SentTurn extends Delivered {
  readonly etag: string;
}

/** What became of an earlier turn's messages. */
export interface Recovered {
  readonly fault: SendFault | null;
  readonly etag: string | null;
}

/**
 * The messages that are saved with a conversation until the channel has them. A process that dies in between loses none:
 * whoever runs the conversation's next turn sends what is still there.
 */
export class Outbox {
  readonly #parts: OutboxParts;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Puts a turn's messages behind those that wait, under a lease of this process. */
  fill(record: ConversationRecord, messages: readonly BufferedMessage[]): void {
    const { clock, sender } = this.#parts;
    const waiting = [...(record.outbox?.messages ?? []), ...messages];
    const tries = record.outbox?.tries ?? 0;
    setOutbox(
      record,
      waiting.length === 0 ? null : { messages: waiting, sender, leaseUntil: clock.now() + sendingLeaseMs, tries },
    );
  }

  /**
   * Sends what an earlier turn could not, before anything new, and tells why the channel still does not take it.
   * Null when another replica was first to take it.
   */
  async sendLeftovers(
    context: TurnContext,
    key: string,
    record: ConversationRecord,
    etag: string | null,
  ): Promise<Recovered | null> {
    const { outbox } = record;
    if (outbox === null || etag === null) return { fault: null, etag };
    const claim = this.#claim(key, record, etag);
    if (!(await claim.crossOff(outbox.messages, record.stepsCardId))) return null;
    const { undelivered, stepsCardId, fault } = await this.#deliver(context, record, outbox.messages, claim);
    this.#parts.journal.note({ event: 'send.recovered', messages: outbox.messages.length - undelivered.length });
    // The turn goes on for long, and may fail: the last message would come again.
    if (undelivered.length === 0 && !(await claim.crossOff([], stepsCardId))) return null;
    const tries = outbox.tries + 1;
    const waiting = tries >= sendTriesMax ? [] : undelivered;
    setOutbox(record, waiting.length === 0 ? null : { ...outbox, messages: [...waiting], tries });
    // What still waits comes under the steps card, unless it takes its place.
    keepStepsCard(record, waiting.length === 0 ? stepsCardId : (waiting.at(-1)?.activityId ?? null));
    return { fault: record.outbox === null ? null : fault, etag: claim.etag() };
  }

  /** Sends what a committed turn says. */
  async send(context: TurnContext, key: string, { trigger, record, etag, fault }: CommittedTurn): Promise<SentTurn> {
    const messages = record.outbox?.messages ?? [];
    const claim = this.#claim(key, record, etag);
    // What was just tried again is not tried twice in one turn.
    const isTried = fault !== null && trigger?.kind === 'send-again';
    const delivered = isTried
      ? { undelivered: messages, stepsCardId: record.stepsCardId, fault }
      : await this.#deliver(context, record, messages, claim);
    return { ...delivered, etag: claim.etag() };
  }

  /** Plans what could not be sent, crosses off the rest, and tells the tickets. Reads the context only when something could not be sent. */
  async settle(context: TurnContext, key: string, { trigger, record }: CommittedTurn, sent: SentTurn): Promise<void> {
    const { conversations, news, passes } = this.#parts;
    const { outbox } = record;
    if (outbox === null) {
      if (record.ticketNews.length > 0) await news.settle(key, record, sent.etag);
      return;
    }
    const tries = Math.max(outbox.tries, 1);
    const isAllOut = sent.undelivered.length === 0;
    let settled: ConversationRecord = {
      ...record,
      stepsCardId: sent.stepsCardId,
      outbox: isAllOut ? null : { ...outbox, messages: [...sent.undelivered], tries, leaseUntil: 0 },
    };
    if (sent.fault !== null) await this.#settleFault(context, key, settled, { fault: sent.fault, tries, trigger });
    // After a loss of power only the note that it went out may be missing; what waits is kept on the disk.
    const durability = settled.outbox === null ? 'process' : 'disk';
    // A conflict here means that another turn has already taken over; what it saved is newer.
    let written = await conversations.save(key, settled, sent.etag, durability);
    // Telling may take longer than others wait for this process, and they would say again what is not crossed off.
    if (written.kind === 'written' && record.ticketNews.length > 0) {
      settled = { ...settled, ticketNews: await news.tell(key, record) };
      written = await conversations.save(key, settled, written.etag, durability);
    }
    if (written.kind === 'written' && settled.outbox === null)
      conversations.cache(key, { record: settled, etag: written.etag }, written.size);
    passes?.('settled');
  }

  async #settleFault(
    context: TurnContext,
    key: string,
    record: ConversationRecord,
    {
      fault,
      tries,
      trigger,
    }: { readonly fault: SendFault; readonly tries: number; readonly trigger: ProactiveTrigger | null },
  ): Promise<void> {
    const { clock, journal, jitter, sendAgainAt } = this.#parts;
    const fate = decideSendFate(fault, {
      tries,
      began: trigger === null ? 'person' : 'bot',
      refusesForGood: channelOf(context.activity).refusesForGood,
      now: clock.now(),
      jitter: jitter(),
    });
    if (fate.kind === 'again') await sendAgainAt(key, new Date(fate.at).toISOString());
    if (fate.kind !== 'gone') return;
    journal.note({ event: 'reference.dropped', reason: fault.code });
    dropReference(record);
  }

  #deliver(
    context: TurnContext,
    record: ConversationRecord,
    messages: readonly BufferedMessage[],
    { crossOff }: Pick<DeliveryParts, 'crossOff'>,
  ): Promise<Delivered> {
    return deliverMessages(context, messages, {
      ...this.#parts,
      stepsCardId: record.stepsCardId,
      ...(crossOff === undefined ? {} : { crossOff }),
      insteadOfRefused: (fault) => this.#parts.apologise(context, record, fault),
    });
  }

  /** The lease on a conversation's messages, renewed with each one that went out. It is lost when another turn saves. */
  #claim(key: string, record: ConversationRecord, readAs: string) {
    const { clock, conversations, sender } = this.#parts;
    let etag = readAs;
    const crossOff = async (left: readonly BufferedMessage[], stepsCardId: string | null): Promise<boolean> => {
      const outbox =
        left.length === 0
          ? null
          : { tries: 0, ...record.outbox, messages: [...left], sender, leaseUntil: clock.now() + sendingLeaseMs };
      const written = await conversations.save(key, { ...record, stepsCardId, outbox }, etag);
      if (written.kind === 'written') etag = written.etag;
      return written.kind === 'written';
    };
    return { crossOff, etag: () => etag };
  }
}

/** What became of the messages of one turn. */
export interface Delivered {
  /** In order; the first is the first that the channel did not take. */
  readonly undelivered: readonly BufferedMessage[];
  /** The steps card, when it is now the last thing in the chat. */
  readonly stepsCardId: string | null;
  /** Why the first that is undelivered was not taken; null when everything was. */
  readonly fault: SendFault | null;
}

/** What is done along the way. */
export interface DeliveryParts {
  readonly journal: Journal;
  readonly passes?: Passes | undefined;
  /** The steps card that was the last thing in the chat before; null when there was none. */
  readonly stepsCardId: string | null;
  /** Crosses off what went out, while more is to come. False when somebody else has taken over the rest. */
  readonly crossOff?: (left: readonly BufferedMessage[], stepsCardId: string | null) => Promise<boolean>;
  /** What is said instead of a message that the channel refuses as it is. Without it, such a message is like any that was not taken. */
  readonly insteadOfRefused?: (fault: SendFault) => Promise<readonly BufferedMessage[]>;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch | undefined;
}

/**
 * Hands buffered messages to the channel, one by one and in order. Stops at the first that fails, so the order stays right.
 * One that the channel refuses as it is would stop all that follow, for ever. Something else is said in its place, once.
 */
export async function deliverMessages(
  context: TurnContext,
  messages: readonly BufferedMessage[],
  { journal, passes, stepsCardId: before, crossOff, insteadOfRefused, stopwatch = machineStopwatch }: DeliveryParts,
): Promise<Delivered> {
  let stepsCardId = before;
  const waiting = [...messages];
  const apologies = new Set<BufferedMessage>();
  for (let [message] = waiting; message !== undefined; [message] = waiting) {
    const toSend = message;
    const cardAbove = stepsCardId;
    passes?.('sending');
    const renew = async (): Promise<unknown> => crossOff?.(waiting, cardAbove);
    const sent = await renewingMeanwhile(renew, stopwatch, () => deliverOne(context, toSend, journal));
    if (sent.kind === 'sent') {
      passes?.('sent');
      stepsCardId = toSend.slot === 'steps' ? sent.id : null;
      waiting.shift();
    } else {
      if (insteadOfRefused === undefined || !isRefusedAsItIs(sent.fault))
        return { undelivered: waiting, stepsCardId, fault: sent.fault };
      const instead = apologies.has(toSend) ? [] : await insteadOfRefused(sent.fault);
      for (const apology of instead) apologies.add(apology);
      waiting.splice(0, 1, ...instead);
    }
    if (waiting.length > 0 && (await crossOff?.(waiting, stepsCardId)) === false)
      return { undelivered: waiting, stepsCardId, fault: null };
  }
  return { undelivered: [], stepsCardId, fault: null };
}

/** A channel may take longer than others wait for a dead process. A renewal that fails is followed by another. */
async function renewingMeanwhile<T>(
  renew: () => Promise<unknown>,
  stopwatch: Stopwatch,
  work: () => Promise<T>,
): Promise<T> {
  let renewing: Promise<unknown> = Promise.resolve();
  const stop = stopwatch.every(renewEveryMs, () => {
    renewing = renewing.then(renew).catch(() => undefined);
  });
  try {
    return await work();
  } finally {
    stop();
    await renewing;
  }
}

type Sent = { readonly kind: 'sent'; readonly id: string } | { readonly kind: 'fault'; readonly fault: SendFault };

async function deliverOne(context: TurnContext, message: BufferedMessage, journal: Journal): Promise<Sent> {
  if (message.kind === 'update' && message.activityId !== null) {
    const id = message.activityId;
    const updated = await attempt(() => context.updateActivity({ ...message.activity, id }), journal);
    if (updated.kind === 'sent') return { kind: 'sent', id };
    // Where it goes too fast, a new message would fare no better.
    if (updated.fault.status === 429) return updated;
    // Not every channel can replace a message, or this one. A new one says the same, and shows whether the bot may write at all.
  }
  return attempt(() => context.sendActivity(message.activity as Partial<Activity>), journal);
}

async function attempt(send: () => Promise<unknown>, journal: Journal): Promise<Sent> {
  try {
    const sent = await send();
    return { kind: 'sent', id: idOf(sent) };
  } catch (thrown) {
    const fault = { status: statusOf(thrown), code: reasonOf(thrown), retryAfterSeconds: retryAfterOf(thrown) };
    journal.note({ event: 'send.failed', status: fault.status, code: fault.code });
    return { kind: 'fault', fault };
  }
}

function idOf(sent: unknown): string {
  return typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string' ? sent.id : '';
}

function retryAfterOf(fault: unknown): number | null {
  const isTold = typeof fault === 'object' && fault !== null && 'retryAfterSeconds' in fault;
  return isTold && typeof fault.retryAfterSeconds === 'number' ? fault.retryAfterSeconds : null;
}

function statusOf(fault: unknown): number | null {
  return typeof fault === 'object' && fault !== null && 'status' in fault && typeof fault.status === 'number'
    ? fault.status
    : null;
}

/** What the channel calls the fault, where it says so. */
function reasonOf(fault: unknown): string {
  const isNamed = typeof fault === 'object' && fault !== null && 'reason' in fault && typeof fault.reason === 'string';
  return isNamed ? (fault.reason as string) : (codeOf(fault) ?? 'UNKNOWN');
}
