import { failpoints } from '../../src/tickets/ticket-store.ts';
import { freePort } from '../builders/free-port.ts';
import { type BotProcess, makeWorld, type World } from '../process/bot-process.ts';

/** How many times the process is killed; `npm run test:long` asks for more. */
const kills = Number(process.env.TICKET_KILLS ?? 3);
/** A claim of the life before is over for it within a third of a second. */
const hurries = '100';
const patienceMs = 30_000;

const certainPlaces = 4;
/** The places that matter most come first, then all of them, then any moment. */
const places = ['ticket-stored', 'effect-written', 'person-reached', 'effect-claimed', ...failpoints];
const rounds = Array.from({ length: kills }, (_, index) => [index, placeOf(index)] as const);

interface DeskTicket {
  readonly id: string;
  readonly comments: readonly { readonly by: string; readonly body: string; readonly visibility: string }[];
  readonly deliveries: readonly { readonly event: string; readonly tries: readonly { readonly status?: number }[] }[];
}

let world: World;
const lives: BotProcess[] = [];

beforeAll(async () => {
  world = await makeWorld(await freePort());
});

afterEach(() => {
  for (const { child } of lives.splice(0)) child.kill('SIGKILL');
});

afterAll(() => {
  world.sandbox.desks.clear();
  return world.stop();
});

test.each(rounds)('kill %i, at %s: every ticket is told of once', async (index, place) => {
  const mortal = life(place === 'any moment' ? {} : { DIES_AT: place });
  await Promise.race([mortal.port(), mortal.ends()]);
  const filed = await Promise.all(filings.map(async (filing) => ({ ...filing, id: await file(filing) })));
  if (place === 'any moment') await pause((index * 37) % 400);
  const isNamed = index < certainPlaces;
  // The first places are always passed; of the others, one that was not passed leaves nothing to make good.
  const diedThere = await Promise.race([mortal.ends().then(() => true), patience(isNamed ? patienceMs : 1_500)]);
  mortal.child.kill('SIGKILL');
  await mortal.ends();

  const survivor = life({ STOPWATCH_TIMES: hurries });
  await survivor.port();
  for (const one of filed) await acknowledged(one.desk, one.id);
  const told = await Promise.all(filed.map(async (one) => notes(one.desk, one.id)));
  survivor.child.kill('SIGKILL');
  await survivor.ends();

  if (isNamed) expect(diedThere).toBe(true);
  expect(told.map((one) => one.length)).toEqual(filings.map(() => 1));
  const marks = told.flat().map((body) => /\[onetenant:[\w-]+\]$/.exec(body)?.[0]);
  expect(new Set(marks).size).toBe(filings.length);
});

/** Somebody whom nobody names, somebody who is looked up, somebody whose id the desk knows. */
const filings = [
  { desk: 'zendesk', knows: 'mail-only' },
  { desk: 'jira', knows: 'user-name' },
  { desk: 'generic', knows: 'object-id' },
] as const;

function placeOf(index: number): string {
  const place = places[index % places.length];
  const passing = Math.floor(index / places.length) + 1;
  return index < 3 * places.length && place !== undefined ? `${place} ${passing}` : 'any moment';
}

function life(changes: Readonly<Record<string, string>>): BotProcess {
  const started = world.starts({ LOG_LEVEL: 'silent', ...changes }, 'test/tickets/mortal-app.ts');
  lives.push(started);
  return started;
}

async function desk(id: string, path: string, body?: Readonly<Record<string, unknown>>): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${world.sandbox.core.addresses.http}/sandbox/desk/${id}${path}`, { ...init, headers });
  return response.json();
}

async function file({ desk: id, knows }: (typeof filings)[number]): Promise<string> {
  const ticket = { title: 'I need Azure', personId: 'member-m365', about: 'add-azure', knows };
  const filed = (await desk(id, '/tickets', ticket)) as { readonly ticket: DeskTicket };
  return filed.ticket.id;
}

async function look(deskId: string, id: string): Promise<DeskTicket> {
  return (await desk(deskId, `/tickets/${id}`)) as DeskTicket;
}

/** A desk delivers again until it is answered well. */
async function acknowledged(deskId: string, id: string): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const { deliveries } = await look(deskId, id);
    const handedOver = deliveries.filter(({ event }) => event === 'handed-over');
    if (handedOver.some(({ tries }) => tries.some(({ status }) => status === 202))) return;
    await desk(deskId, `/tickets/${id}/deliveries`, { how: 'again' });
  }
  throw new Error('the delivery was never acknowledged');
}

/** What the bot wrote there, once it is quiet for a while. */
async function notes(deskId: string, id: string): Promise<readonly string[]> {
  const end = Date.now() + patienceMs;
  for (let quietSince = Date.now(), count = 0; Date.now() < end; await pause(50)) {
    const found = (await look(deskId, id)).comments.filter(
      ({ by, visibility }) => by === 'bot' && visibility === 'internal',
    );
    if (found.length !== count) quietSince = Date.now();
    count = found.length;
    if (count > 0 && Date.now() - quietSince > 700) return found.map(({ body }) => body);
  }
  return [];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The same, but nobody waits for it once the rest is done. */
function patience(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
