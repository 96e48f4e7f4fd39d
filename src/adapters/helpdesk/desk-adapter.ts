import type { DeskEffect } from '../../domain/ticket.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeskDelivery, DeskProbe, DeskReading, DeskWriting } from '../../ports/desk.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { DeskSend } from './desk-send.ts';

/** What one kind of desk is built from. */
export interface DeskParts {
  readonly entry: DeskEntry;
  readonly clock: Clock;
}

/** What differs from one kind of desk to the next. */
export interface DeskAdapter {
  receive(delivery: DeskDelivery, now: number): DeskReading;
  /** `send` has the time limit of this one effect. */
  write(effect: DeskEffect, number: string, way: WriteWay): Promise<DeskWriting>;
  /** One harmless question. `send` has the time limit of the look. */
  probe(send: DeskSend): Promise<DeskProbe>;
}

export interface WriteWay {
  readonly mayBeThere: boolean;
  readonly send: DeskSend;
}
