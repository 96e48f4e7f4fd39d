import { errorName } from '../domain/errors.ts';
import { nextTryAfterMs } from '../domain/ticket-retries.ts';
import type { Clock } from '../ports/clock.ts';
import type { Desk, DeskWriting } from '../ports/desk.ts';
import { keysUnder } from '../ports/document-keys.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { PersonReach } from '../ports/tickets.ts';
import type { PersonTask } from './person-task.ts';
import { endTry, type TryEnded } from './ticket-changes.ts';
import { headOf, nextDueMs, type Outgoing, type Ticket } from './ticket-document.ts';
import { numberKey, readWorkKey, type Work, workPrefix } from './ticket-keys.ts';
import { claim, mayBeTaken, randomShare, workLeaseMs } from './ticket-leases.ts';
import type { Failpoint, TicketStore } from './ticket-store.ts';

/** What the worker needs. */
export interface WorkerParts {
  readonly store: DocumentStore;
  readonly tickets: TicketStore;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly people: PersonReach;
  readonly personTask: PersonTask;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly failpoint: Failpoint;
}

/** How often a desk that did not respond is retried with its oldest effect, whatever the schedule says, in milliseconds. */
const lookAgainMs = 20_000;
/** How long work without a stored ticket is left alone, in milliseconds: the write may still be on its way. */
const strayMs = 5 * 60_000;
const atATime = 8;

/** Delivers what is waiting: to the person, into the chat, to the desk. Any replica may do it. */
export class TicketWorker {
  readonly #parts: WorkerParts;
  readonly #busy = new Map<string, Promise<void>>();
  readonly #asked = new Set<string>();
  /** Desks that did not respond last time, as far as this process knows, and when each may be retried. */
  readonly #ailing = new Map<string, number>();
  /** Desks that asked us to wait, and until when: nothing is sent before that. */
  readonly #paused = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    // After a restart, each desk's oldest effect is tried once straight away.
    for (const id of parts.desks.keys()) this.#ailing.set(id, 0);
    parts.tickets.onWork((id) => this.ask(id));
  }

  /** Polls every so many milliseconds, and takes requests in between. */
  start(everyMs: number): void {
    this.#timer = setInterval(() => void this.runDue(), everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#running;
    await Promise.all(this.#busy.values());
  }

  /** Works on one ticket soon, if this process runs a worker at all. */
  ask(ticketId: string): void {
    if (this.#timer === null) return;
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
      await this.#runAll((work) => work.dueAtMs <= this.#parts.clock.now(), false);
      for (const desk of this.#parts.desks.values()) await this.#lookAgain(desk);
    } catch (error) {
      // The store is unavailable; work stays due.
      this.#failed(error);
    }
  }

  /** Once a desk responds again, everything waiting for it is sent at once instead of on schedule. */
  async #lookAgain(desk: Desk): Promise<void> {
    const again = this.#ailing.get(desk.id);
    if (again === undefined || again > this.#parts.clock.now()) return;
    this.#ailing.delete(desk.id);
    for await (const work of this.#works(() => true)) {
      if (work.deskId !== desk.id) continue;
      await this.#workOn(work.ticketId, work, true);
      if (this.#ailing.has(desk.id)) return;
    }
  }

  async #runAll(isWanted: (work: Work) => boolean, early: boolean): Promise<void> {
    let batch: Work[] = [];
    for await (const work of this.#works(isWanted)) {
      batch.push(work);
      if (batch.length < atATime) continue;
      await this.#runBatch(batch, early);
      batch = [];
    }
    await this.#runBatch(batch, early);
  }

  async #runBatch(batch: readonly Work[], early: boolean): Promise<void> {
    await Promise.all(batch.map((work) => this.#workOn(work.ticketId, work, early)));
  }

  /** Planned work in order of due time, up to the first piece that is not wanted. */
  async *#works(isWanted: (work: Work) => boolean): AsyncGenerator<Work> {
    for await (const key of keysUnder(this.#parts.store, workPrefix)) {
      const work = readWorkKey(key);
      if (!isWanted(work)) return;
      yield work;
    }
  }

  /** One ticket at a time in this process; the claims in the ticket ensure it across processes. */
  #workOn(ticketId: string, work: Work | null, early: boolean): Promise<void> {
    const busy = this.#busy.get(ticketId);
    if (busy !== undefined) return busy;
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
    if (work !== null && kept?.ticket.work !== work.key) return this.#leaveOrRemove(work);
    while (await this.#doNext(ticketId, early));
    if (kept?.ticket.work != null) await this.#endWork(ticketId);
  }

  /** Work can outlive its ticket, for example after an erasure. */
  async #endWork(ticketId: string): Promise<void> {
    await this.#parts.tickets.change(ticketId, (ticket) =>
      ticket.work !== null && nextDueMs(ticket) === null ? ticket : null,
    );
  }

  async #leaveOrRemove({ key, dueAtMs }: Work): Promise<void> {
    const { clock, store } = this.#parts;
    if (clock.now() - dueAtMs > strayMs) await store.remove(key);
  }

  /** Does one piece of work for a ticket; false if there is none now. */
  async #doNext(ticketId: string, early: boolean): Promise<boolean> {
    const { tickets, clock, personTask } = this.#parts;
    const ticket = (await tickets.read(ticketId))?.ticket;
    if (ticket === undefined) return false;
    const now = clock.now();
    if (mayBeTaken(ticket.person, now)) return personTask.run(ticketId);
    if (mayBeTaken(ticket.wake, now)) return this.#continueChat(ticketId);
    const head = headOf(ticket);
    if (head === null || head.leaseUntil > now || (head.nextAt > now && !early)) return false;
    if ((this.#paused.get(ticket.deskId) ?? 0) > now) return false;
    if (early && (this.#ailing.get(ticket.deskId) ?? 0) > now) return false;
    return this.#write(ticketId, head.effect.id, early && head.nextAt > now);
  }

  /** The chat reads for itself what is new, so continuing it twice is harmless. */
  async #continueChat(ticketId: string): Promise<boolean> {
    const { tickets, people, clock, failpoint } = this.#parts;
    const claimed = await tickets.change(ticketId, (ticket) =>
      mayBeTaken(ticket.wake, clock.now()) ? { ...ticket, wake: claim(ticket.wake, clock.now()) } : null,
    );
    if (claimed?.wake == null || claimed.conversation === null) return false;
    await failpoint('chat-claimed');
    const { since } = claimed.wake;
    await people.continueChat(claimed.conversation, ticketId);
    await failpoint('chat-continued');
    await tickets.change(ticketId, (ticket) => (ticket.wake?.since === since ? { ...ticket, wake: null } : null));
    return true;
  }

  async #write(ticketId: string, effectId: string, early: boolean): Promise<boolean> {
    const { tickets, clock, failpoint } = this.#parts;
    const scheduled = { at: 0 };
    const claimed = await tickets.change(ticketId, (ticket) => {
      scheduled.at = headOf(ticket)?.nextAt ?? 0;
      return claimHead(ticket, effectId, clock.now(), early);
    });
    const outgoing = claimed === null ? null : headOf(claimed);
    if (claimed === null || outgoing === null) return false;
    await failpoint('effect-claimed');
    const began = clock.now();
    const written = await this.#writeTo(claimed, outgoing);
    await failpoint('effect-written');
    const ended = this.#judge(claimed, outgoing, written, early ? scheduled.at : null);
    if (ended.kind === 'delivered' && ended.number !== null) await this.#keepNumber(claimed, ended.number);
    await tickets.change(ticketId, (ticket) => endTry(ticket, effectId, ended, clock.now()));
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
  #judge(ticket: Ticket, { tries, mayBeThere }: Outgoing, written: DeskWriting, scheduledMs: number | null): TryEnded {
    const now = this.#parts.clock.now();
    switch (written.kind) {
      case 'written':
        return { kind: 'delivered', number: written.number };
      case 'refused':
      case 'gone':
        return written;
      case 'again': {
        const notBefore = now + Math.min(written.retryAfterSeconds ?? 0, 86_400) * 1_000;
        this.#ailing.set(ticket.deskId, Math.max(notBefore, now + lookAgainMs));
        if (written.retryAfterSeconds !== null) this.#paused.set(ticket.deskId, notBefore);
        const afterMs = nextTryAfterMs(tries, randomShare());
        const planned = scheduledMs ?? now + (afterMs ?? 0);
        return {
          kind: 'again',
          status: written.status,
          nextAt: afterMs === null && scheduledMs === null ? null : Math.max(planned, notBefore),
          // An earlier attempt may have arrived, whatever a later one reports.
          mayBeThere: mayBeThere || written.mayBeThere,
        };
      }
    }
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
      return;
    }
    journal.note({ event: 'desk.failed', desk, status: ended.status, tries });
    if (ended.kind !== 'again' || ended.nextAt === null) journal.note({ event: 'desk.dead', desk });
  }

  #failed(error: unknown): void {
    this.#parts.journal.note({ event: 'ticket.work-failed', error: errorName(error) });
  }
}

/** Claims the first effect in the outbox, or nothing. If an earlier claim never ended, the effect may already be at the desk. */
function claimHead(ticket: Ticket, effectId: string, now: number, early: boolean): Ticket | null {
  const head = headOf(ticket);
  if (head?.effect.id !== effectId || head.leaseUntil > now) return null;
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
