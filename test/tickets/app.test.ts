import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type DeskKind, deskKindNames, deskKinds } from '../../src/adapters/helpdesk/desk-kinds.ts';
import { sampleDelivery } from '../../src/adapters/helpdesk/sample-delivery.ts';
import { type RunningApp, startApp } from '../../src/app.ts';
import { readSettings, type Settings } from '../../src/config/settings.ts';
import { freePort } from '../builders/free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'onetenant-tickets-app-'));
let sandbox: RunningSandbox;
let app: RunningApp;
let desks: Settings['DESKS'];

beforeAll(async () => {
  const port = await freePort();
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: `http://localhost:${port}`, deskPace: 0.001 });
  const reading = readSettings({
    ...sandbox.environment,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_FILE: join(folder, 'store.sqlite'),
    LOG_LEVEL: 'silent',
  });
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
  desks = reading.settings.DESKS;
  app = await startApp(reading.settings);
});

afterAll(async () => {
  await app.stop();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const mailOnly = { title: 'I need Azure', personId: 'member-m365', about: 'add-azure', knows: 'mail-only' };

interface DeskTicket {
  readonly id: string;
  readonly comments: readonly { readonly by: string; readonly body: string; readonly visibility: string }[];
  readonly deliveries: readonly { readonly tries: readonly { readonly status?: number }[] }[];
}

async function desk(kind: string, path: string, body?: Readonly<Record<string, unknown>>): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.core.addresses.http}/sandbox/desk/${kind}${path}`, { ...init, headers });
  return response.json();
}

async function file(kind: string): Promise<string> {
  const filed = (await desk(kind, '/tickets', mailOnly)) as { readonly ticket: DeskTicket };
  return filed.ticket.id;
}

/** The bot tells the desk by itself, so the desk is looked at until it knows. */
async function notesAt(kind: string, id: string, atLeast = 1): Promise<readonly string[]> {
  for (let looks = 0; looks < 200; looks += 1) {
    const ticket = (await desk(kind, `/tickets/${id}`)) as DeskTicket;
    const notes = ticket.comments.filter(({ by }) => by === 'bot').map(({ body }) => body);
    if (notes.length >= atLeast) return notes;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return [];
}

test.each(deskKindNames)(
  'what %s really sends is taken, and a ticket without a person is told of there, once',
  async (kind) => {
    const id = await file(kind);
    const notes = await notesAt(kind, id);

    await desk(kind, `/tickets/${id}/deliveries`, { how: 'again' });
    await app.runDue();
    const { comments, deliveries } = (await desk(kind, `/tickets/${id}`)) as DeskTicket;

    expect(notes).toEqual([expect.stringMatching(/^OneTenant contacted nobody: .*\n\n\[onetenant:[\w-]{36}-1\]$/s)]);
    expect(comments.filter(({ by }) => by === 'bot')).toHaveLength(1);
    expect(deliveries.flatMap(({ tries }) => tries.map(({ status }) => status))).not.toContain(401);
    expect(deliveries[0]?.tries.at(-1)?.status).toBe(202);
  },
);

test.each(deskKindNames)('handing a ticket of %s over a second time begins anew', async (kind) => {
  const id = await file(kind);
  await notesAt(kind, id);

  await desk(kind, `/tickets/${id}/deliveries`, { how: 'hand-over' });
  const notes = await notesAt(kind, id, 2);

  expect(notes.map((note) => note.replace(/\[.*$/s, ''))).toEqual(
    [notes[0], notes[0]].map((note) => note?.replace(/\[.*$/s, '')),
  );
});

test.each(deskKindNames)('a delivery of %s with an old signature is not taken', async (kind) => {
  const id = await file(kind);

  await desk(kind, `/tickets/${id}/deliveries`, { how: 'old-signature' });
  const { deliveries } = (await desk(kind, `/tickets/${id}`)) as DeskTicket;

  expect(deliveries.flatMap(({ tries }) => tries.map(({ status }) => status))).toContain(401);
});

/** A delivery as this desk sends it, proved with a secret. */
async function deliver(kind: DeskKind, secret: string): Promise<number> {
  const number = deskKinds[kind].numbers.example;
  const ticket = { event: 'handed-over', number, title: 'I need Azure', text: '' } as const;
  const { headers, body } = sampleDelivery(kind, ticket, secret, Date.now());
  const url = `http://127.0.0.1:${app.port}/api/tickets/${kind}`;
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

test.each(deskKindNames)('a delivery of %s with the proof of a stranger is not taken', async (kind) => {
  const [secret = ''] = desks.find(({ id }) => id === kind)?.secrets ?? [];
  const another = deskKinds[kind].secrets === 'whsec' ? `whsec_${'A'.repeat(44)}` : 'a secret of a stranger';

  expect(await deliver(kind, another)).toBe(401);
  expect(await deliver(kind, secret)).toBe(202);
});

test('the description of the API is served', async () => {
  const response = await fetch(`http://127.0.0.1:${app.port}/api/tickets/openapi.json`);

  expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
});
