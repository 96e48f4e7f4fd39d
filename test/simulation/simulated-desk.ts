import type { DeskEffect, DeskEvent } from '../../src/domain/ticket.ts';
import { effectMark } from '../../src/domain/ticket-mark.ts';
import type { Desk, DeskDelivery, DeskReading, DeskWriting } from '../../src/ports/desk.ts';
import type { Fault, Life } from './life.ts';
import type { SeededChance } from './seeded-chance.ts';

/** Something that the bot wrote at the desk. */
export interface DeskNote {
  readonly effect: DeskEffect;
  readonly number: string;
  readonly by: Life;
}

export const deskId = 'desk';
export const deskTenantId = '11111111-1111-4111-8111-111111111111';

/** A helpdesk that remembers what was written there, and knows a mark again when it is asked to look for it. */
export class SimulatedDesk {
  readonly #chance: SeededChance;
  readonly #wrote: (note: DeskNote) => void;
  readonly notes: DeskNote[] = [];
  #created = 0;

  constructor(chance: SeededChance, wrote: (note: DeskNote) => void) {
    this.#chance = chance;
    this.#wrote = wrote;
  }

  /** The desk as one process calls it. */
  seenBy(life: Life): Desk {
    return {
      id: deskId,
      signsDeliveryId: true,
      name: 'Service Desk',
      locale: 'en',
      tenantId: deskTenantId,
      domains: ['contoso.com'],
      isForPeople: true,
      bringsAnswers: true,
      receive: ({ value }: DeskDelivery): DeskReading => ({ kind: 'read', ...(value as Delivered) }),
      mend: () => null,
      probe: async () => ({ kind: 'well', triedKey: true, may: [], mayNot: [] }),
      mayRead: () => false,
      write: (effect, number, { mayBeThere }) => this.#write(life, effect, number, mayBeThere),
    };
  }

  async #write(life: Life, effect: DeskEffect, number: string, mayBeThere: boolean): Promise<DeskWriting> {
    const calls = <Answer>(does: () => Answer) => life.calls('desk', does, (fault) => new DeskFault(fault));
    try {
      const there = mayBeThere ? await calls(() => this.#find(effect.id)) : null;
      const note = there ?? (await calls(() => this.#take({ effect, number, by: life })));
      return { kind: 'written', number: effect.kind === 'create' ? note.number : null };
    } catch (thrown) {
      if (!(thrown instanceof DeskFault)) throw thrown;
      if (thrown.fault === 'unanswered')
        return { kind: 'again', status: null, retryAfterSeconds: null, mayBeThere: true };
      const status = this.#chance.pick([429, 503]) ?? 503;
      return { kind: 'again', status, retryAfterSeconds: status === 429 ? 30 : null, mayBeThere: false };
    }
  }

  #find(effectId: string): DeskNote | null {
    return this.notes.find(({ effect }) => effect.note.includes(effectMark(effectId))) ?? null;
  }

  #take(given: DeskNote): DeskNote {
    if (given.effect.kind === 'create') this.#created += 1;
    const note = given.effect.kind === 'create' ? { ...given, number: `N${this.#created}` } : given;
    this.#wrote(note);
    this.notes.push(note);
    return note;
  }
}

/** What the desk sends. */
export interface Delivered {
  readonly deliveryId: string;
  readonly event: DeskEvent;
}

/** A delivery as the bot gets it. */
export function asDelivery(delivered: Delivered): DeskDelivery {
  return { headers: {}, bytes: Buffer.from(JSON.stringify(delivered)), value: delivered };
}

class DeskFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`the simulated desk: ${fault}`);
    this.fault = fault;
  }
}
