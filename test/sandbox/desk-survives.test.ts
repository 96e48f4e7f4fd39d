import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '../../sandbox/bot-process.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { startsBundled } from '../builders/bundled-programs.ts';
import { freePort } from '../builders/free-port.ts';

/** What one command shows: a ticket outlives the bot that took it. */

/** What a bot had in hand when it died is taken over half a minute later, and here within a third of a second. */
const hurries = '100';

let folder: string;
let bot: BotProcess;
let sandbox: RunningSandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onetenant-survives-'));
  const port = await freePort();
  const botOrigin = `http://localhost:${port}`;
  bot = new BotProcess(botOrigin, 'test/tickets/mortal-app.ts');
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin, bot });
  const environment = {
    ...sandbox.environment,
    DATA_FILE: join(folder, 'kept.sqlite'),
    LOG_LEVEL: 'silent',
    STOPWATCH_TIMES: hurries,
  };
  await bot.prepare({ PATH: process.env.PATH, ...(await startsBundled()), ...environment }, sandbox);
});
afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the bot is killed with a ticket in its hands, and the desk hears of it all the same', async () => {
  await expect(bot.start()).resolves.toEqual({ kind: 'running' });
  sandbox.core.faults.add({ service: 'desk', fault: 'hang' });
  const filed = await control('/desk/zendesk/tickets', { title: 'Azure', personId: 'global-admin-m365' });
  expect(filed).toMatchObject({ delivery: { state: 'delivered' } });

  await expect(control('/bot/kill')).resolves.toEqual({ state: 'stopped' });
  sandbox.core.faults.clear();
  await expect(control('/bot/start')).resolves.toEqual({ state: 'running' });
  const [ticket] = sandbox.desks.book.list('zendesk');
  while (!ticket?.tags.includes('onetenant-link')) await new Promise((resolve) => setTimeout(resolve, 200));

  expect(ticket.comments.map(({ visibility }) => visibility)).toEqual(['public', 'internal']);
});

async function control(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.core.addresses.http}/sandbox${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return response.json();
}
