import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type RunningApp, startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/settings.ts';
import { type RunningAzurite, startAzurite } from '../builders/azurite.ts';

/** Two bots on one store, as two replicas are, and one desk that delivers to both. */
const folder = mkdtempSync(join(tmpdir(), 'onetenant-two-apps-'));
let sandbox: RunningSandbox;
let azurite: RunningAzurite;
let apps: readonly RunningApp[] = [];
let secret = '';
let readKey = '';

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  azurite = await startAzurite();
});

afterAll(async () => {
  await azurite.stop();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startBoth(place: Readonly<Record<string, string>>): Promise<void> {
  const reading = readSettings({
    ...sandbox.environment,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ...place,
  });
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
  const desk = reading.settings.DESKS.find(({ kind }) => kind === 'generic');
  secret = desk?.secrets[0] ?? '';
  readKey = desk?.readKeys[0] ?? '';
  apps = [await startApp(reading.settings), await startApp(reading.settings)];
}

async function stopBoth(): Promise<void> {
  for (const app of apps) await app.stop();
  apps = [];
}

const stores: readonly [string, () => Readonly<Record<string, string>>][] = [
  ['one SQLite file', () => ({ DATA_FILE: join(folder, 'store.sqlite') })],
  [
    'one container of Azure Blob Storage',
    () => ({
      STORAGE: 'azure',
      STORAGE_CONNECTION_STRING: azurite.connectionString,
      STORAGE_CONTAINER: `c${crypto.randomUUID()}`,
    }),
  ],
];

function portOf(index: number): number {
  return apps[index % 2]?.port ?? 0;
}

const body = JSON.stringify({
  type: 'ticket.handed-over',
  timestamp: new Date().toISOString(),
  data: { title: 'I need Azure', number: 'T-17', about: 'add-azure', locale: 'en', version: 3 },
});

function deliver(index: number, id: string, text = body): Promise<Response> {
  const now = new Date();
  return fetch(`http://127.0.0.1:${portOf(index)}/api/tickets/generic`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, now, text),
    },
    body: text,
  });
}

describe.each(stores)('on %s', (_store, place) => {
  beforeAll(() => startBoth(place()));
  afterAll(stopBoth);

  test('twenty of the same at once, at two bots: one ticket, twenty same answers, known to both', async () => {
    const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => deliver(index, 'msg_1')));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    const { id } = JSON.parse(bodies[0] ?? '') as { id: string };
    const reports = await Promise.all(
      [0, 1].map((index) =>
        fetch(`http://127.0.0.1:${portOf(index)}/api/tickets/${id}`, {
          headers: { authorization: `Bearer ${readKey}` },
        }),
      ),
    );

    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(bodies).size).toBe(1);
    expect(reports.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('the same id with another body at the other bot is refused', async () => {
    await deliver(0, 'msg_2');

    expect((await deliver(1, 'msg_2', body.replace('T-17', 'T-18'))).status).toBe(422);
  });
});
