import { routeTo, type UnroutedReason } from '../domain/ticket-life.ts';
import { nextTryAfterMs } from '../domain/ticket-retries.ts';
import type { Clock } from '../ports/clock.ts';
import type { Desk } from '../ports/desk.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { PersonDirectory, PersonReach } from '../ports/tickets.ts';
import { linkReply } from './desk-notes.ts';
import { type ChangeContext, iso, moveToState, planEffect, type TicketRules, withPatience } from './ticket-changes.ts';
import type { Ticket } from './ticket-document.ts';
import { linkKey } from './ticket-keys.ts';
import type { TicketLeases } from './ticket-leases.ts';
import type { Failpoint, TicketStore } from './ticket-store.ts';

/** What it takes to find and reach the person of a ticket. */
export interface PersonTaskParts {
  readonly store: DocumentStore;
  readonly tickets: TicketStore;
  readonly leases: TicketLeases;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly people: PersonReach;
  readonly directory: PersonDirectory;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly failpoint: Failpoint;
  readonly randomId: () => string;
  /** From 0 to 1, so that many tickets are not retried at the same time. */
  readonly jitter: () => number;
  readonly rules: TicketRules;
  /** Origin of the bot as browsers see it; null if there is no chat window. */
  readonly chatOrigin: string | null;
}

/** The result of looking for the person of a ticket. */
type Ended =
  | { readonly kind: 'reached'; readonly personId: string }
  | { readonly kind: 'linked'; readonly personId: string | null; readonly link: string }
  | { readonly kind: 'unrouted'; readonly because: UnroutedReason }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'later' };

/** How long a link to a ticket works, in days. */
const linkDays = 7;
/** The number of inconclusive look-ups after which the ticket is parked. */
const lookUpsAtMost = 3;

/** Finds the person of a ticket and writes to them, or gives the desk a link for them. */
export class PersonTask {
  readonly #parts: PersonTaskParts;

  constructor(parts: PersonTaskParts) {
    this.#parts = parts;
  }

  /** False if another worker has the task, or it is not due. */
  async run(ticketId: string): Promise<boolean> {
    const { tickets, leases, desks, failpoint } = this.#parts;
    const claimed = await tickets.change(ticketId, (ticket) =>
      leases.mayTake(`person ${ticketId}`, ticket.person) ? { ...ticket, person: leases.claim(ticket.person) } : null,
    );
    if (claimed?.person == null) return false;
    await failpoint('person-claimed');
    const desk = desks.get(claimed.deskId);
    const ended: Ended = desk === undefined ? { kind: 'later' } : await this.#find(claimed, desk, claimed.person.tries);
    const { since } = claimed.person;
    const locale = desk?.locale ?? 'en';
    const settled = await tickets.change(ticketId, (ticket) =>
      ticket.person?.since === since ? this.#settle(ticket, ended, locale) : null,
    );
    await failpoint('person-settled');
    if (settled !== null && ended.kind !== 'later')
      this.#parts.journal.note({ event: 'ticket.moved', to: settled.state });
    return ended.kind !== 'later';
  }

  async #find(ticket: Ticket, desk: Desk, tries: number): Promise<Ended> {
    const { directory, failpoint } = this.#parts;
    const route = routeTo(ticket.requester, desk);
    if (route.kind === 'nowhere') return { kind: 'unrouted', because: route.because };
    if (route.kind === 'known')
      return this.#reach(ticket, route.personId, () => this.#linkIfThere(ticket, route.personId));
    const found = await directory.find(desk.tenantId, route.userPrincipalName);
    await failpoint('person-found');
    switch (found.kind) {
      case 'found':
        return this.#reach(ticket, found.personId, () => this.#link(ticket, found.personId));
      case 'absent':
        return { kind: 'unrouted', because: 'unknown-person' };
      case 'cannot-tell':
        if (route.isOfDomain) return this.#link(ticket, null);
        return tries < lookUpsAtMost ? { kind: 'later' } : { kind: 'unrouted', because: 'cannot-tell' };
    }
  }

  async #reach(ticket: Ticket, personId: string, withoutApp: () => Promise<Ended>): Promise<Ended> {
    const { people, failpoint } = this.#parts;
    const reached = await people.reach({ personId, tenantId: ticket.tenantId }, ticket.id);
    await failpoint('person-reached');
    switch (reached.kind) {
      case 'reached':
        return { kind: 'reached', personId };
      case 'not-there':
        return withoutApp();
      case 'later':
        return { kind: 'later' };
    }
  }

  /** The desk gave an id that nobody has looked up yet: no link for one that the tenant does not know. */
  async #linkIfThere(ticket: Ticket, personId: string): Promise<Ended> {
    const found = await this.#parts.directory.find(ticket.tenantId, personId);
    return found.kind === 'absent' ? { kind: 'unrouted', because: 'unknown-person' } : this.#link(ticket, personId);
  }

  /** Only a digest of the code is stored; the full link goes to the desk and nowhere else. */
  async #link(ticket: Ticket, personId: string | null): Promise<Ended> {
    const { store, clock, chatOrigin, randomId, failpoint } = this.#parts;
    if (chatOrigin === null) return { kind: 'unreachable' };
    const code = randomId();
    const expiresAt = iso(clock.now() + linkDays * 86_400_000);
    await store.write(linkKey(code), { ticketId: ticket.id, expiresAt, usedBy: null }, null);
    await failpoint('link-kept');
    return { kind: 'linked', personId, link: `${chatOrigin}/webchat/ticket#${code}` };
  }

  #settle(ticket: Ticket, ended: Ended, deskLocale: string): Ticket {
    const now = this.#parts.clock.now();
    const change: ChangeContext = { now, deskLocale, rules: this.#parts.rules };
    const done: Ticket = { ...ticket, person: null };
    switch (ended.kind) {
      case 'reached': {
        const moved = moveToState({ ...done, personId: ended.personId }, 'waiting', 'in-teams', now);
        return planEffect(withPatience(moved, change), { what: 'reached' }, change);
      }
      case 'linked': {
        const moved = moveToState({ ...done, personId: ended.personId }, 'waiting', 'link', now);
        return planEffect(
          withPatience(moved, change),
          { what: 'link' },
          change,
          linkReply(ended.link, ticket.locale, deskLocale),
        );
      }
      case 'unrouted': {
        const { because } = ended;
        return planEffect(moveToState(done, 'unrouted', because, now), { what: 'unrouted', because }, change);
      }
      case 'unreachable':
        return planEffect(moveToState(done, 'undeliverable', null, now), { what: 'unreachable' }, change);
      case 'later':
        return this.#putOff(ticket, change);
    }
  }

  #putOff(ticket: Ticket, change: ChangeContext): Ticket {
    if (ticket.person === null) return ticket;
    const afterMs = nextTryAfterMs(ticket.person.tries, this.#parts.jitter());
    if (afterMs === null) return this.#settle(ticket, { kind: 'unreachable' }, change.deskLocale);
    return { ...ticket, person: { ...ticket.person, nextAt: change.now + afterMs, leaseUntil: 0 } };
  }
}
