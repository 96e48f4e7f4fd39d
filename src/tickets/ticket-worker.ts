import { errorName } from '../domain/errors.ts';
import { nextTryAfterMs } from '../domain/ticket-retries.ts';
import type { Clock } from '../ports/clock.ts';
import type { Desk, DeskWriting } from '../ports/desk.ts';
import { keysUnder } from '../ports/document-keys.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import { Standstill } from '../ports/standstill.ts';
import type { Stopwatch } from '../ports/stopwatch.ts';
import type { PersonReach } from '../ports/tickets.ts';
import type { PersonTask } from './person-task.ts';
import { type ChangeContext, endTry, losePatience, type TicketRules, type TryEnded } from './ticket-changes.ts';
import { headOf, type Outgoing, type Ticket, workIn } from './ticket-document.ts';
import { numberKey, readWorkKey, type Work, workPrefix } from './ticket-keys.ts';
import { type TicketLeases, workLeaseMs } from './ticket-leases.ts';
import type { Failpoint, TicketStore } from './ticket-store.ts';

/** What the worker needs. */
export interface WorkerParts {
  readonly store: DocumentStore;
  readonly tickets: TicketStore;
  readonly leases: TicketLeases;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly people: PersonReach;
  readonly personTask: PersonTask;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly failpoint: Failpoint;
  readonly stopwatch: Stopwatch;
  readonly rules: TicketRules;
  /** From 0 to 1, so that many tickets are not retried at the same time. */
  readonly jitter: () => number;
}

/** How often a desk that did not respond is retried with its oldest effect, and all work is looked through, whatever the schedule says, in milliseconds. */
const lookAgainMs = 20_000;
/** How long work that no stored ticket refers to is left alone, in milliseconds: the write may still be on its way. */
const strayMs = 5 * 60_000;
const atATime = 8;

/** Delivers what is waiting: to the person, into the chat, to the desk. Any replica may do it. */
export class TicketWorker {
  readonly #parts: WorkerParts;
  readonly #busy = new Map<string, Promise<void>>();
  readonly #asked = new Set<string>();
  /** Work that no stored ticket refers to. */
  readonly #strays: Standstill;
  /** By the stopwatch: when all work was looked through last. */
  #lookedThroughAt = Number.NEGATIVE_INFINITY;
  /** Desks that did not respond last time, as far as this process knows, and when each may be retried, by the stopwatch. */
  readonly #ailing = new Map<string, number>();
  /** Desks that asked us to wait, and until when, by the stopwatch: nothing is sent before that. */
  readonly #paused = new Map<string, number>();
  #stopPolling: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#strays = new Standstill(parts.stopwatch);
    // After a restart, each desk's oldest effect is tried once straight away.
    for (const id of parts.desks.keys()) this.#ailing.set(id, Number.NEGATIVE_INFINITY);
    parts.tickets.onWork((id) => this.ask(id));
  }

  /** Polls every so many milliseconds, and takes requests in between. */
  start(everyMs: number): void {
    this.#stopPolling = this.#parts.stopwatch.every(everyMs, () => void this.runDue());
  }

  async stop(): Promise<void> {
    this.#stopPolling?.();
    this.#stopPolling = null;
    await this.#running;
    await Promise.all(this.#busy.values());
  }

  /** Works on one ticket soon, if this process runs a worker at all. */
  ask(ticketId: string): void {
    if (this.#stopPolling === null) return;
    if (this.#busy.has(ticketId)) this.#asked.add(ticketId);
    else void this.#workOn(ticketId, null, false);
  }

  /** Does everything that is due now, oldest first. One run at a time. */
  runDue(): Promise<void> {
    this.#running ??= this.#runDue().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #runDue(): Promise<void> {
    try {
      await this.#runAll(this.#dueWorks());
      for (const desk of this.#parts.desks.values()) await this.#lookAgain(desk);
    } catch (error) {
      // The store is unavailable; work stays due.
      this.#failed(error);
    }
  }

  /** Once a desk responds again, everything waiting for it is sent at once instead of on schedule. */
  async #lookAgain(desk: Desk): Promise<void> {
    const again = this.#ailing.get(desk.id);
    if (again === undefined || again > this.#parts.stopwatch.elapsed()) return;
    this.#ailing.delete(desk.id);
    for await (const work of this.#works()) {
      if (work.deskId !== desk.id) continue;
      await this.#workOn(work.ticketId, work, true);
      if (this.#ailing.has(desk.id)) return;
    }
  }

  async #runAll(works: AsyncIterable<Work>): Promise<void> {
    let batch: Work[] = [];
    for await (const work of works) {
      batch.push(work);
      if (batch.length < atATime) continue;
      await this.#runBatch(batch);
      batch = [];
    }
    await this.#runBatch(batch);
  }

  async #runBatch(batch: readonly Work[]): Promise<void> {
    await Promise.all(batch.map((work) => this.#workOn(work.ticketId, work, false)));
  }

  /** What is due by the clock, and now and then also what waits for no time of day and was written by a clock that is ahead. */
  async *#dueWorks(): AsyncGenerator<Work> {
    const { clock, stopwatch } = this.#parts;
    const looksThroughAll = stopwatch.elapsed() - this.#lookedThroughAt >= lookAgainMs;
    if (looksThroughAll) this.#lookedThroughAt = stopwatch.elapsed();
    for await (const work of this.#works()) {
      const isDue = work.dueAtMs <= clock.now();
      if (!isDue && !looksThroughAll) return;
      if (isDue || work.isAtOnce) yield work;
    }
  }

  /** All planned work, in order of due time. */
  async *#works(): AsyncGenerator<Work> {
    for await (const key of keysUnder(this.#parts.store, workPrefix)) yield readWorkKey(key);
  }

  /** One ticket at a time in this process; the claims in the ticket ensure it across processes. */
  #workOn(ticketId: string, work: Work | null, early: boolean): Promise<void> {
    const busy = this.#busy.get(ticketId);
    if (busy !== undefined) {
      // Replicas that ended can each have left a piece that no ticket needs: their times run together, not one after another.
      if (work !== null) this.#strays.of(work.key, '');
      return busy;
    }
    const running = this.#work(ticketId, work, early)
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#busy.delete(ticketId);
        if (this.#asked.delete(ticketId)) this.ask(ticketId);
      });
    this.#busy.set(ticketId, running);
    return running;
  }

  async #work(ticketId: string, work: Work | null, early: boolean): Promise<void> {
    const { tickets, failpoint } = this.#parts;
    await failpoint('work-found');
    const kept = await tickets.read(ticketId);
    // The ticket's own work may be behind this one in the same run.
    if (work !== null && kept?.ticket.work !== work.key) await this.#leaveOrRemove(work);
    while (await this.#doNext(ticketId, early));
    if (kept?.ticket.work != null) await this.#endWork(ticketId);
  }

  /** Work can outlive its ticket, for example after an erasure. */
  async #endWork(ticketId: string): Promise<void> {
    await this.#parts.tickets.change(ticketId, (ticket) =>
      ticket.work !== null && workIn(ticket).length === 0 ? ticket : null,
    );
  }

  async #leaveOrRemove({ key }: Work): Promise<void> {
    if (this.#strays.of(key, '') > strayMs) await this.#parts.store.remove(key);
  }

  /** Does one piece of work for a ticket; false if there is none now. */
  async #doNext(ticketId: string, early: boolean): Promise<boolean> {
    const { tickets, leases, personTask, stopwatch } = this.#parts;
    const ticket = (await tickets.read(ticketId))?.ticket;
    if (ticket === undefined) return false;
    if (leases.mayTake(`person ${ticketId}`, ticket.person)) return personTask.run(ticketId);
    if (leases.mayTake(`wake ${ticketId}`, ticket.wake)) return this.#continueChat(ticketId);
    if (leases.mayTake(`patience ${ticketId}`, ticket.patience)) return this.#losePatience(ticketId);
    const head = headOf(ticket);
    if (head === null || !leases.isFree(head.effect.id, head)) return false;
    const isDue = leases.isDue(head);
    if (!isDue && !early) return false;
    const now = stopwatch.elapsed();
    if ((this.#paused.get(ticket.deskId) ?? now) > now) return false;
    if (early && (this.#ailing.get(ticket.deskId) ?? now) > now) return false;
    return this.#write(ticketId, head.effect.id, !isDue);
  }

  /** One change of the ticket: the chat is continued and the desk is told by what it plans. */
  async #losePatience(ticketId: string): Promise<boolean> {
    const { tickets, journal } = this.#parts;
    const changed = await tickets.change(ticketId, (ticket) => losePatience(ticket, this.#changeOf(ticket)));
    if (changed?.patience === null) journal.note({ event: 'ticket.moved', to: changed.state });
    return true;
  }

  #changeOf({ deskId }: Ticket): ChangeContext {
    const { clock, desks, rules } = this.#parts;
    return { now: clock.now(), deskLocale: desks.get(deskId)?.locale ?? 'en', rules };
  }

  /** The chat reads for itself what is new, so continuing it twice is harmless. */
  async #continueChat(ticketId: string): Promise<boolean> {
    const { tickets, people, leases, failpoint } = this.#parts;
    const claimed = await tickets.change(ticketId, (ticket) =>
      leases.mayTake(`wake ${ticketId}`, ticket.wake) ? { ...ticket, wake: leases.claim(ticket.wake) } : null,
    );
    if (claimed?.wake == null) return false;
    await failpoint('chat-claimed');
    const { since } = claimed.wake;
    // Handed over for somebody else meanwhile, it is in no chat.
    if (claimed.conversation !== null) await people.continueChat(claimed.conversation, ticketId);
    await failpoint('chat-continued');
    await tickets.change(ticketId, (ticket) => (ticket.wake?.since === since ? { ...ticket, wake: null } : null));
    return true;
  }

  async #write(ticketId: string, effectId: string, early: boolean): Promise<boolean> {
    const { tickets, leases, clock, failpoint } = this.#parts;
    const scheduled = { at: 0 };
    const claimed = await tickets.change(ticketId, (ticket) => {
      const head = headOf(ticket);
      scheduled.at = head?.nextAt ?? 0;
      if (head?.effect.id !== effectId || !leases.isFree(effectId, head)) return null;
      return claimHead(ticket, head, clock.now(), early);
    });
    const outgoing = claimed === null ? null : headOf(claimed);
    if (claimed === null || outgoing === null) return false;
    await failpoint('effect-claimed');
    const began = clock.now();
    const written = await this.#writeTo(claimed, outgoing);
    await failpoint('effect-written');
    const ended = this.#judge(claimed, outgoing, written, early ? scheduled.at : null);
    if (ended.kind === 'delivered' && ended.number !== null) await this.#keepNumber(claimed, ended.number);
    await tickets.change(ticketId, (ticket) => endTry(ticket, effectId, ended, this.#changeOf(ticket)));
    await failpoint('effect-settled');
    this.#note(claimed, outgoing, ended, clock.now() - began);
    return ended.kind !== 'again';
  }

  async #writeTo(ticket: Ticket, { effect, mayBeThere }: Outgoing): Promise<DeskWriting> {
    const desk = this.#parts.desks.get(ticket.deskId);
    // A desk that was removed from the settings may return before its effects are given up.
    if (desk === undefined) return { kind: 'again', status: null, retryAfterSeconds: null, mayBeThere };
    return desk.write(effect, ticket.number, { mayBeThere });
  }

  /** A failed attempt ahead of schedule (`scheduledMs`) does not count: the schedule stays as it was. */
  #judge(
    ticket: Ticket,
    { tries, mayBeThere, isHandOver }: Outgoing,
    written: DeskWriting,
    scheduledMs: number | null,
  ): TryEnded {
    const now = this.#parts.clock.now();
    switch (written.kind) {
      case 'written':
        return {
          kind: 'delivered',
          number: written.number,
          requesterAtDesk: written.requesterAtDesk ?? null,
          stateRefused: written.stateRefused ?? null,
        };
      case 'refused':
      case 'gone': {
        // An administrator can mend what refuses a hand-over, and a ticket that the key may not see is not deleted.
        const mayPass = written.kind === 'gone' ? written.status === 404 : isHandOver;
        const afterMs = mayPass ? nextTryAfterMs(tries, this.#parts.jitter()) : null;
        const nextAt = scheduledMs ?? (afterMs === null ? null : now + afterMs);
        return mayPass && nextAt !== null ? { kind: 'again', status: written.status, nextAt, mayBeThere } : written;
      }
      case 'again': {
        const notBefore = now + Math.min(written.retryAfterSeconds ?? 0, 86_400) * 1_000;
        this.#restDesk(ticket.deskId, notBefore - now, written.retryAfterSeconds !== null);
        const afterMs = nextTryAfterMs(tries, this.#parts.jitter());
        const planned = scheduledMs ?? now + (afterMs ?? 0);
        return {
          kind: 'again',
          status: written.status,
          nextAt: afterMs === null && scheduledMs === null ? null : Math.max(planned, notBefore),
          // An earlier attempt may have arrived, whatever a later one reports.
          mayBeThere: mayBeThere || written.mayBeThere,
          signIn: written.signIn ?? null,
        };
      }
    }
  }

  #restDesk(deskId: string, pauseMs: number, wasAskedTo: boolean): void {
    const now = this.#parts.stopwatch.elapsed();
    this.#ailing.set(deskId, now + Math.max(pauseMs, lookAgainMs));
    if (wasAskedTo) this.#paused.set(deskId, now + pauseMs);
  }

  /** Stores the number, so that the desk's deliveries about this ticket find it. */
  async #keepNumber(ticket: Ticket, number: string): Promise<void> {
    const { store, failpoint } = this.#parts;
    await store.write(numberKey(ticket.deskId, number), { ticketId: ticket.id }, null);
    await failpoint('created-number-kept');
  }

  #note({ deskId: desk }: Ticket, { tries, plannedAt }: Outgoing, ended: TryEnded, tookMs: number): void {
    const { journal, clock } = this.#parts;
    const ageMs = clock.now() - Date.parse(plannedAt);
    if (ended.kind === 'delivered') {
      journal.note({ event: 'desk.delivered', desk, tookMs, ageMs, tries });
      if (ended.stateRefused !== null)
        journal.note({ event: 'desk.state-refused', desk, status: ended.stateRefused.status });
      return;
    }
    const { because = null, host = '', code = '' } = (ended.kind === 'again' ? ended.signIn : null) ?? {};
    if (because === null) journal.note({ event: 'desk.failed', desk, status: ended.status, tries });
    else journal.note({ event: 'desk.sign-in-failed', desk, because, status: ended.status, code, host, tries });
    if (ended.kind !== 'again' || ended.nextAt === null) journal.note({ event: 'desk.dead', desk });
  }

  #failed(error: unknown): void {
    this.#parts.journal.note({ event: 'ticket.work-failed', error: errorName(error) });
  }
}

/** Claims the first effect in the outbox. If an earlier claim never ended, the effect may already be at the desk. */
function claimHead(ticket: Ticket, head: Outgoing, now: number, early: boolean): Ticket {
  const claimed: Outgoing = {
    ...head,
    // An attempt that ended with its process says nothing about the desk.
    tries: early || head.leaseUntil > 0 ? head.tries : head.tries + 1,
    // If this process crashes now, the effect is retried when the claim expires, not only when scheduled.
    nextAt: Math.min(head.nextAt, now),
    leaseUntil: now + workLeaseMs,
    mayBeThere: head.mayBeThere || head.leaseUntil > 0,
  };
  return { ...ticket, outbox: ticket.outbox.map((one) => (one === head ? claimed : one)) };
}
