import type { Clock } from '../../ports/clock.ts';
import type { Desk, DeskReading } from '../../ports/desk.ts';
import type { DeskAdapter } from './desk-adapter.ts';
import type { DeskDescriptor } from './desk-descriptor.ts';
import type { DeskEntry } from './desk-entry.ts';
import { deskKindNames, deskKinds } from './desk-kinds.ts';
import { createDeskSend, type DeskSend, type ObserveDesk, withinBudget } from './desk-send.ts';
import { createGuardedExchange } from './guarded-exchange.ts';
import { isOneOf, refused } from './proof.ts';
import { createTokenSource, type TokenSource } from './token-source.ts';

export interface DesksSettings {
  readonly DESKS: readonly DeskEntry[];
  readonly DESK_PRIVATE_HOSTS: readonly string[];
}

/** Time limit for one effect, with its retries, in milliseconds: well within the 30 seconds of its claim. */
const effectBudgetMs = 18_000;

/** Long enough for a slow desk, short enough for the person waiting for the report. */
const lookBudgetMs = 10_000;

/** The desks in the setting DESKS, which was validated with the settings. Ids are checked again on each call. */
export function createDesks(settings: DesksSettings, clock: Clock, observe: ObserveDesk): readonly Desk[] {
  return settings.DESKS.map((entry) => {
    const kind = descriptorOf(entry.kind);
    const privateHosts = settings.DESK_PRIVATE_HOSTS;
    const tokens = tokensFor(entry, kind, privateHosts, clock);
    const send = createDeskSend({
      desk: entry.id,
      url: entry.url,
      headers: tokens === null ? kind.signIn(entry) : {},
      tokens,
      privateHosts,
      now: () => clock.now(),
      observe,
    });
    return deskOf(entry, kind, kind.create({ entry, clock }), send);
  });
}

function tokensFor(
  { oauth, url }: DeskEntry,
  { oauth: endpoint }: DeskDescriptor,
  privateHosts: readonly string[],
  clock: Clock,
): TokenSource | null {
  if (oauth === undefined || endpoint === null) return null;
  const address = oauth.tokenUrl ?? endpoint.address(url);
  return createTokenSource({ oauth, endpoint, address, exchange: createGuardedExchange(address, privateHosts), clock });
}

function descriptorOf(name: string): DeskDescriptor {
  const known = deskKindNames.find((one) => one === name);
  if (known === undefined) throw new RangeError(`there is no kind of desk named ${name}`);
  return deskKinds[known];
}

function deskOf(entry: DeskEntry, kind: DeskDescriptor, adapter: DeskAdapter, send: DeskSend): Desk {
  const readKeys = entry.readKeys ?? [];
  const bringsAnswers = entry.bringsAnswers === true;
  return {
    id: entry.id,
    signsDeliveryId: kind.signsDeliveryId,
    name: entry.name,
    locale: entry.locale,
    tenantId: entry.tenant,
    domains: entry.domains ?? [],
    isForPeople: entry.forPeople === true,
    bringsAnswers,
    receive: (delivery, now) => withAnswers(withNumber(adapter.receive(delivery, now), kind), bringsAnswers),
    mend: (text) => adapter.mend?.(text) ?? null,
    mayRead: (key) => isOneOf(key, readKeys),
    write: async (effect, number, options) => {
      const way = { ...options, send: withinBudget(send, effectBudgetMs) };
      if (effect.kind === 'create') return adapter.create(effect, way);
      // The number becomes part of a URL at the desk, wherever it came from.
      if (!kind.numbers.shape.test(number)) return { kind: 'refused', status: 400 };
      const leavesStates = entry.options?.states === 'notes-only';
      return adapter.update(leavesStates ? { ...effect, status: null } : effect, number, way);
    },
    probe: () => adapter.probe(withinBudget(send, lookBudgetMs)),
  };
}

function withAnswers(reading: DeskReading, bringsAnswers: boolean): DeskReading {
  const isLeftOut = !bringsAnswers && reading.kind === 'read' && reading.event.kind === 'colleague-answered';
  return isLeftOut ? { ...reading, event: { kind: 'nothing', because: 'not-for-us' } } : reading;
}

/** A number that this kind of desk cannot have is a mistake in its rule; taken, no note would ever reach its ticket. */
function withNumber(reading: DeskReading, { numbers }: DeskDescriptor): DeskReading {
  if (reading.kind === 'refused' || reading.event.kind === 'nothing') return reading;
  const { event } = reading;
  const number = event.kind === 'handed-over' ? event.ticket.number : event.number;
  return numbers.shape.test(number) ? reading : refused(422, 'no-number-of-this-desk');
}
