import { isFaultNamed, networkFaults } from '../channel/fault-names.ts';
import type { SandboxCore } from '../core/core.ts';
import type { DeskNews, Signing } from './desk-kind.ts';
import { kindOf } from './desk-kinds.ts';
import type { DeliveryNote, DeskTicket, DeskTickets } from './desk-tickets.ts';
import type { SandboxDesk } from './sandbox-desk.ts';

export interface CourierOptions {
  /** Factor for the waits between retries; 1 is the desk's real pace. */
  readonly pace: number;
  /** Longer ones are cut to this. */
  readonly longestWaitMs: number;
}

/** One message of a desk, before it is signed. */
interface Message {
  /** The same whenever the desk sends it again. */
  readonly id: string;
  readonly body: string;
}

interface Sent {
  readonly message: Message;
  readonly event: DeliveryNote['event'];
  readonly signedAt: number;
}

interface Round extends Sent {
  readonly desk: SandboxDesk;
  readonly ticket: DeskTicket;
  readonly kind: DeliveryNote['kind'];
  readonly secret: string;
}

type Answer = { readonly status: number | null; readonly retryAfterSeconds: number | null };

const tenMinutesMs = 10 * 60_000;

/** Delivers a desk's news to the bot, and retries the way that desk does. */
export class Courier {
  readonly #core: SandboxCore;
  readonly #book: DeskTickets;
  readonly #options: CourierOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #last = new Map<DeskTicket, Sent>();

  constructor(core: SandboxCore, book: DeskTickets, options: CourierOptions) {
    this.#core = core;
    this.#book = book;
    this.#options = options;
  }

  /** Resolves after the first attempt; retries continue in the background. */
  async tell(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews, event = eventOf(news)): Promise<DeliveryNote> {
    const now = this.#core.now();
    const sent: Sent = { message: messageOf(desk, ticket, news, now), event, signedAt: now };
    if (event !== 'echo') this.#last.set(ticket, sent);
    return this.#begin({ ...sent, desk, ticket, kind: 'first', secret: desk.secret });
  }

  /** Sends the last message of a ticket once more, byte for byte; null when there was none. */
  async again(desk: SandboxDesk, ticket: DeskTicket): Promise<DeliveryNote | null> {
    const sent = this.#last.get(ticket);
    if (sent === undefined) return null;
    return this.#begin({ ...sent, desk, ticket, kind: 'again', secret: desk.secret });
  }

  /** The last message with a signature of ten minutes ago, or of a secret that is no longer in use. */
  async withOldSignature(desk: SandboxDesk, ticket: DeskTicket): Promise<DeliveryNote | null> {
    const sent = this.#last.get(ticket);
    if (sent === undefined) return null;
    const signedAt = kindOf(desk).signsTime ? this.#core.now() - tenMinutesMs : sent.signedAt;
    const secret = kindOf(desk).signsTime ? desk.secret : desk.oldSecret;
    return this.#begin({ ...sent, signedAt, desk, ticket, kind: 'old-signature', secret });
  }

  /** Forgets what it still wanted to send. */
  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#last.clear();
  }

  #begin(round: Round): Promise<DeliveryNote> {
    const { message, event, kind } = round;
    return this.#try(round, { id: message.id, event, kind, tries: [], state: 'on-its-way' });
  }

  async #try(round: Round, before: DeliveryNote): Promise<DeliveryNote> {
    const { desk, ticket } = round;
    const answer = await this.#post(round, before.tries.length > 0);
    const tries = [...before.tries, { at: new Date(this.#core.now()).toISOString(), status: answer.status }];
    const waitMs = this.#waitAfter(desk, answer, before.tries.length);
    const isTaken = answer.status !== null && answer.status >= 200 && answer.status < 300;
    const note: DeliveryNote = {
      ...before,
      tries,
      state: isTaken ? 'delivered' : waitMs === null ? 'given-up' : 'on-its-way',
    };
    this.#book.noteDelivery(ticket, note);
    if (note.state === 'on-its-way' && waitMs !== null) {
      this.#later(waitMs, () => this.#try(round, note));
    }
    return note;
  }

  #waitAfter(desk: SandboxDesk, answer: Answer, triesBefore: number): number | null {
    const waitMs = waitAfter(desk, answer, triesBefore);
    return waitMs === null ? null : Math.min(waitMs * this.#options.pace, this.#options.longestWaitMs);
  }

  async #post({ desk, message, secret, signedAt }: Round, isRetry: boolean): Promise<Answer> {
    // A desk that signs a timestamp signs again before each attempt; otherwise a late one would never be accepted.
    const isLate = isRetry && kindOf(desk).signsTime;
    const headers = signed(desk, { ...message, secret, signedAt: isLate ? this.#core.now() : signedAt, isRetry });
    try {
      const response = await fetch(`${this.#core.addresses.bot}/api/tickets/${desk.id}`, {
        method: 'POST',
        headers,
        body: message.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(kindOf(desk).retries.timeoutMs),
      });
      await response.body?.cancel();
      return { status: response.status, retryAfterSeconds: readSeconds(response.headers.get('retry-after')) };
    } catch (fault) {
      if (isFaultNamed(fault, networkFaults)) return { status: null, retryAfterSeconds: null };
      throw fault;
    }
  }

  #later(waitMs: number, work: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work();
    }, waitMs);
    timer.unref();
    this.#timers.add(timer);
  }
}

function messageOf(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews, now: number): Message {
  const kind = kindOf(desk);
  return { id: kind.newDeliveryId(), body: kind.message(desk, ticket, news, now) };
}

/** The headers of one try, with the desk's own proof that it comes from there. */
function signed(desk: SandboxDesk, signing: Signing): Record<string, string> {
  return { 'content-type': 'application/json; charset=utf-8', ...kindOf(desk).sign(signing) };
}

function eventOf({ kind }: DeskNews): DeliveryNote['event'] {
  return kind === 'withdrawn' ? 'closed' : kind;
}

function waitAfter(desk: SandboxDesk, { status, retryAfterSeconds }: Answer, triesBefore: number): number | null {
  if (status !== null && status >= 200 && status < 300) return null;
  const { waitsMs, triesAgainAfter } = kindOf(desk).retries;
  const waitMs = waitsMs[triesBefore];
  if (waitMs === undefined || !triesAgainAfter(status, retryAfterSeconds)) return null;
  return Math.max(waitMs, (retryAfterSeconds ?? 0) * 1000);
}

function readSeconds(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
