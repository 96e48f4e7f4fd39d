import type { TicketRecord } from '../../src/ports/ticket-records.ts';
import type { World } from './a-book.ts';
import type { FakeDesk } from './fake-desk.ts';

const minute = 60_000;

/** Lets time pass on new objects until nothing is left to do: lost claims run out, and what waits is tried again. */
export async function letEverythingEnd(world: World): Promise<void> {
  for (const desk of world.desks) {
    desk.refuses = null;
    desk.forgetsToAnswer = false;
  }
  world.reach = world.reach === 'later' ? 'reached' : world.reach;
  const book = world.book();
  for (let look = 0; look < 200; look += 1) {
    await book.runDue();
    if ((await world.store.list('ticket-work/', 1)).length === 0) return;
    // A plan that outlived its work goes when its time has come, and that can be a day away.
    world.now += look < 20 ? 3 * minute : 60 * minute;
  }
  throw new Error('something is still left to do');
}

export async function allTickets(world: World): Promise<readonly TicketRecord[]> {
  return (await world.book().list({ after: null, limit: 200, only: 'all' })).tickets;
}

/** What is wrong with how it went; empty when all is well. */
export async function faultsOf(
  world: World,
  acknowledged: { readonly tickets: ReadonlySet<string>; readonly news: ReadonlyMap<string, number> },
): Promise<readonly string[]> {
  const tickets = await allTickets(world);
  const taken = world.desks.flatMap((desk) => desk.taken);
  return [
    ...[...acknowledged.tickets]
      .filter((id) => !tickets.some((ticket) => ticket.id === id))
      .map((id) => `ticket ${id} was acknowledged and is lost`),
    ...tickets.flatMap((ticket) => unended(ticket)),
    ...tickets.flatMap((ticket) => missingAtDesk(ticket, world.desks)),
    ...twice(taken.map(({ effectId }) => effectId)).map((id) => `effect ${id} happened twice`),
    ...tickets.flatMap((ticket) => outOfOrder(ticket, world.desks)),
    ...[...acknowledged.news].flatMap(([id, count]) => tooFew(tickets, id, count)),
    ...twice(tickets.map(({ deskId, number }) => `${deskId} ${number}`)).map((one) => `two tickets for ${one}`),
  ];
}

function unended({ id, effects }: TicketRecord): readonly string[] {
  return effects.filter(({ fate }) => fate === 'waiting').map((effect) => `ticket ${id} still waits with ${effect.id}`);
}

function missingAtDesk({ effects }: TicketRecord, desks: readonly FakeDesk[]): readonly string[] {
  const there = new Set(desks.flatMap((desk) => desk.taken.map(({ effectId }) => effectId)));
  return effects
    .filter(({ fate, id }) => fate === 'delivered' && !there.has(id))
    .map(({ id }) => `effect ${id} is called delivered, and the desk has it not`);
}

function outOfOrder({ id }: TicketRecord, desks: readonly FakeDesk[]): readonly string[] {
  const numbers = desks
    .flatMap((desk) => desk.taken)
    .filter(({ effectId }) => effectId.startsWith(`${id}-`))
    .map(({ effectId }) => Number(effectId.slice(id.length + 1)));
  const isSorted = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  return isSorted ? [] : [`ticket ${id} was told in the order ${numbers.join(' ')}`];
}

/** Each news that was told is one effect; reaching the person is one more at most. */
function tooFew(tickets: readonly TicketRecord[], id: string, count: number): readonly string[] {
  const made = tickets.find((ticket) => ticket.id === id)?.effects.length ?? 0;
  return made >= count && made <= count + 1 ? [] : [`ticket ${id} has ${made} effects for ${count} news`];
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
