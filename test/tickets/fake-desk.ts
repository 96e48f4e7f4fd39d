import type { DeskEffect, DeskEvent, HandedTicket, Requester } from '../../src/domain/ticket.ts';
import { effectMark } from '../../src/domain/ticket-mark.ts';
import type { Desk, DeskDelivery, DeskReading, DeskWriting } from '../../src/ports/desk.ts';

export const tenantId = '22222222-3333-4444-5555-666666666666';
export const alice = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** One thing that a desk really took, by the mark in its note. */
export interface Taken {
  readonly effectId: string;
  readonly number: string;
  readonly effect: DeskEffect;
}

export interface FakeDesk extends Desk {
  /** In the order in which they had their effect. */
  readonly taken: readonly Taken[];
  readonly writes: number;
  secrets: readonly string[];
  /** What it answers instead of taking; null takes. Runs before anything is written there. */
  refuses: ((effect: DeskEffect) => DeskWriting | null) | null;
  /** It takes, but its answer is lost. */
  forgetsToAnswer: boolean;
}

const again: DeskWriting = { kind: 'again', status: 503, retryAfterSeconds: null, mayBeThere: false };
export const down = (): DeskWriting => again;

export interface FakeDeskOptions {
  readonly id?: string;
  /** `generic` by default, which signs the names of its deliveries. */
  readonly signsDeliveryId?: boolean;
  readonly isForPeople?: boolean;
  readonly domains?: readonly string[];
  readonly locale?: string;
  readonly readKeys?: readonly string[];
}

/** A helpdesk in memory: it proves senders with a plain secret, and knows marks again as the real ones must. */
export function fakeDesk(options: FakeDeskOptions = {}): FakeDesk {
  const { id = 'desk', signsDeliveryId = true, isForPeople = false } = options;
  const { domains = ['contoso.com'], locale = 'en', readKeys = [] } = options;
  const taken: Taken[] = [];
  const desk = {
    id,
    signsDeliveryId,
    name: 'Service Desk',
    locale,
    tenantId,
    domains,
    isForPeople,
    bringsAnswers: true,
    taken,
    writes: 0,
    secrets: ['secret'] as readonly string[],
    refuses: null as FakeDesk['refuses'],
    forgetsToAnswer: false,
    receive(delivery: DeskDelivery): DeskReading {
      if (!desk.secrets.includes(delivery.headers['x-secret'] ?? ''))
        return { kind: 'refused', status: 401, because: 'signature' };
      const { deliveryId, event } = delivery.value as { deliveryId?: unknown; event?: DeskEvent };
      if (typeof deliveryId !== 'string' || !/^[\w-]{1,128}$/.test(deliveryId))
        return { kind: 'refused', status: 400, because: 'delivery-id' };
      if (event === undefined) return { kind: 'refused', status: 422, because: 'shape' };
      return { kind: 'read', deliveryId, event };
    },
    mend: () => null,
    probe: async () => ({ kind: 'well', triedKey: true, may: [], mayNot: [] }) as const,
    mayRead: (key: string) => readKeys.includes(key),
    async write(effect: DeskEffect, number: string, { mayBeThere }: { readonly mayBeThere: boolean }) {
      desk.writes += 1;
      const refusal = desk.refuses?.(effect) ?? null;
      if (refusal !== null) return refusal;
      await aMoment();
      const there = mayBeThere ? taken.find((one) => one.effect.note.includes(effectMark(effect.id))) : undefined;
      const made = effect.kind === 'create' ? `N${taken.length + 1}` : null;
      await aMoment();
      if (there === undefined) taken.push({ effectId: effect.id, number: made ?? number, effect });
      if (desk.forgetsToAnswer)
        return { kind: 'again', status: null, retryAfterSeconds: null, mayBeThere: true } satisfies DeskWriting;
      return { kind: 'written', number: made === null ? null : (there?.number ?? made) } satisfies DeskWriting;
    },
  };
  return desk;
}

export function aRequester(changes: Partial<Requester> = {}): Requester {
  return { personId: alice, userPrincipalName: null, tenantId, ...changes };
}

export function aHandedTicket(changes: Partial<HandedTicket> = {}): HandedTicket {
  const { number = 'T1', title = 'I need Azure', requester = aRequester(), about = 'add-azure' } = changes;
  return { number, title, requester, about, locale: 'nl', version: null, ...changes };
}

export function handedOver(changes: Partial<HandedTicket> = {}): DeskEvent {
  return { kind: 'handed-over', ticket: aHandedTicket(changes) };
}

export function aDelivery(deliveryId: string, event: unknown, secret = 'secret'): DeskDelivery {
  const value = { deliveryId, event };
  return { headers: { 'x-secret': secret }, bytes: Buffer.from(JSON.stringify(value)), value };
}

/** A desk takes its time, so that others can come in between. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
