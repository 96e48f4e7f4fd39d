import type { DeskEffect } from '../../domain/ticket.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeskDelivery, DeskProbe, DeskReading, DeskWriting } from '../../ports/desk.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { DeskSend } from './desk-send.ts';

/** What each kind of desk is built from. */
export interface DeskParts {
  readonly entry: DeskEntry;
  readonly clock: Clock;
}

/** What differs between kinds of desk. */
export interface DeskAdapter {
  receive(delivery: DeskDelivery, now: number): DeskReading;
  /** Reads a body that is not JSON, where this kind of desk can send one; null if it cannot be read. */
  mend?(text: string): unknown;
  /** Makes a ticket. */
  create(effect: DeskEffect, way: WriteWay): Promise<DeskWriting>;
  /** Writes to the ticket of this number. */
  update(effect: DeskEffect, number: string, way: WriteWay): Promise<DeskWriting>;
  /** One harmless request. `send` has the time limit for the probe. */
  probe(send: DeskSend): Promise<DeskProbe>;
}

export interface WriteWay {
  /** An earlier attempt may have taken effect, so it is looked for first. */
  readonly mayBeThere: boolean;
  /** Has the time limit for this effect. */
  readonly send: DeskSend;
}
