import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-sandbox.ts';
import { createDesks } from '../../../src/adapters/helpdesk/create-desks.ts';
import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { type DeskKind, deskKindNames } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import type { Desk, DeskReading } from '../../../src/ports/desk.ts';
import { anEffect } from './desks.ts';

/** The adapters and the simulated desks were written apart; here they meet over the wire. */

let sandbox: RunningSandbox;
let bot: Server;
let desks: readonly Desk[];
const readings: { readonly desk: string; readonly reading: DeskReading }[] = [];

beforeAll(async () => {
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const id = request.url?.split('/').at(-1) ?? '';
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const reading = deskOf(id).receive({ headers, bytes, value: JSON.parse(bytes.toString()) }, Date.now());
      readings.push({ desk: id, reading });
      response.writeHead(reading.kind === 'read' ? 202 : reading.status);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const botOrigin = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin, deskPace: 0 });
  const { DESKS = '[]', DESK_PRIVATE_HOSTS = '' } = sandbox.environment;
  desks = createDesks(
    { DESKS: JSON.parse(DESKS) as DeskEntry[], DESK_PRIVATE_HOSTS: DESK_PRIVATE_HOSTS.split(',') },
    { now: () => Date.now() },
    () => undefined,
  );
});
beforeEach(() => {
  readings.length = 0;
});
afterAll(async () => {
  await sandbox.stop();
  bot.closeAllConnections();
  await new Promise((resolve) => bot.close(resolve));
});

function deskOf(id: string): Desk {
  const desk = desks.find((one) => one.id === id);
  if (desk === undefined) throw new Error(`the sandbox has no desk ${id}`);
  return desk;
}

async function control(path: string, body: object): Promise<{ ticket: { number: string } }> {
  const response = await fetch(`${sandbox.core.addresses.http}/sandbox/desk/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as { ticket: { number: string } };
}

async function file(kind: DeskKind): Promise<string> {
  const filed = await control(`${kind}/tickets`, {
    title: 'Azure does not see my users',
    personId: 'global-admin-m365',
    about: 'add-azure',
    locale: 'nl',
  });
  return filed.ticket.number;
}

test.each(deskKindNames)('a ticket of %s comes in, is answered and is taken back', async (kind) => {
  const number = await file(kind);
  const person = sandbox.core.people.get('global-admin-m365');

  await control(`${kind}/tickets/${number}/answers`, { text: 'Look <b>again</b>, please.' });
  await control(`${kind}/tickets/${number}/close`, {});

  const events = readings.map(({ reading }) => (reading.kind === 'read' ? reading.event : reading));
  expect(events).toMatchObject([
    {
      kind: 'handed-over',
      ticket: {
        number,
        title: 'Azure does not see my users',
        about: 'add-azure',
        requester: { personId: person?.objectId },
      },
    },
    { kind: 'colleague-answered', number },
    { kind: 'withdrawn', number },
  ]);
});

test.each(deskKindNames)('what happened is written back to %s once, and its echo is known', async (kind) => {
  const number = await file(kind);
  const effect = anEffect({
    id: `${kind}-effect-1`,
    note: 'It is done.',
    reply: 'Your Azure is ready.',
    status: 'solved',
    tag: 'onetenant-solved',
  });

  expect(await deskOf(kind).write(effect, number, { mayBeThere: false })).toMatchObject({ kind: 'written' });
  expect(await deskOf(kind).write(effect, number, { mayBeThere: true })).toMatchObject({ kind: 'written' });

  const ticket = sandbox.desks.book.findByNumber(kind, number);
  const comments = ticket?.comments.filter(({ by }) => by === 'bot') ?? [];
  // Zammad knows no solved tickets, only closed ones.
  expect(ticket?.state).toBe(kind === 'zammad' ? 'closed' : 'solved');
  expect(comments.filter(({ visibility }) => visibility === 'internal')).toHaveLength(1);
  expect(comments.filter(({ visibility }) => visibility === 'public')).toHaveLength(1);
  expect(comments.map(({ body }) => body).join()).toContain('It is done.');
  if (kind !== 'servicenow' && kind !== 'topdesk') expect(ticket?.tags).toContain('onetenant-solved');
  const echoes = readings.slice(1).map(({ reading }) => (reading.kind === 'read' ? reading.event : reading));
  expect(echoes.every((event) => event.kind === 'nothing' && event.because === 'own-echo')).toBe(true);
});

test.each(deskKindNames)('a ticket for a colleague is made at %s once', async (kind) => {
  const effect = anEffect({
    id: `${kind}-made-1`,
    kind: 'create',
    title: 'Somebody asks for a colleague',
    note: 'Summary',
    tag: 'onetenant-needs-human',
    requester: { personId: null, userPrincipalName: 'anna@contoso.com', tenantId: null },
  });
  const before = sandbox.desks.book.list(kind).length;

  const first = await deskOf(kind).write(effect, '', { mayBeThere: false });
  const second = await deskOf(kind).write(effect, '', { mayBeThere: true });

  expect(first).toMatchObject({ kind: 'written', number: expect.stringMatching(/^[A-Za-z0-9 -]{1,64}$/) });
  expect(second).toEqual(first);
  expect(sandbox.desks.book.list(kind).length - before).toBe(1);
});
