import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createTranslator } from '../../src/i18n/translator.ts';
import { until } from '../builders/until.ts';
import { type BotProcess, makeWorld, readiness, type World } from './bot-process.ts';

/** A store that fails under the bot as an operator runs it: the log, the platform and the person hear it, until it is back. */

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.stop());

const cannotSave = createTranslator('en')('message.cannot-save.text');

test('while another program holds the file, everybody hears it, and afterwards the next message is answered', async () => {
  const bot = world.starts();
  const port = await bot.port();
  expect(await world.channel.delivers(port, 'chat', { text: 'hello' })).toBe(200);
  const other = new DatabaseSync(join(world.folder, 'onetenant.sqlite'));
  other.exec('BEGIN IMMEDIATE');

  expect(await world.channel.delivers(port, 'chat', { text: 'menu', id: 'lost' })).toBe(503);
  expect(heard()).toContain(cannotSave);
  await readiness(port, 503);
  expect(eventsOf(bot, 'store.failed')).toMatchObject([{ code: 'STORE_UNAVAILABLE', cause: 'ERR_SQLITE_ERROR 5' }]);
  other.exec('ROLLBACK');
  other.close();

  await readiness(port, 200);
  // The platform may hear of it before the line is here.
  await until(() => eventsOf(bot, 'store.recovered').length > 0);
  expect(eventsOf(bot, 'store.recovered')).toMatchObject([{ awayMs: expect.any(Number) }]);
  const before = world.channel.got.length;
  expect(await world.channel.delivers(port, 'chat', { text: 'menu', id: 'again' })).toBe(200);
  expect(world.channel.got.length).toBeGreaterThan(before);
  expect(heard().split(cannotSave)).toHaveLength(2);
});

test('a stored conversation that is damaged is kept aside, and its person is answered', async () => {
  const bot = world.starts();
  const port = await bot.port();
  expect(await world.channel.delivers(port, 'chat', { text: 'hello' })).toBe(200);
  const other = new DatabaseSync(join(world.folder, 'onetenant.sqlite'));
  other.exec(`UPDATE documents SET value = substr(value, 1, 40), etag = 'damaged' WHERE key LIKE 'conversation/%'`);

  expect(await world.channel.delivers(port, 'chat', { text: 'menu', id: 'after' })).toBe(200);

  expect(eventsOf(bot, 'state.quarantined')).toMatchObject([{ reason: 'unreadable' }]);
  expect(other.prepare(`SELECT count(*) AS kept FROM documents WHERE key LIKE 'quarantine/%'`).get()).toEqual({
    kept: 1,
  });
  other.close();
});

function heard(): string {
  return world.channel.got.map(({ text }) => String(JSON.parse(text).text ?? '')).join('\n');
}

function eventsOf(bot: BotProcess, event: string): readonly unknown[] {
  return bot
    .stdout()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { readonly event: string })
    .filter((one) => one.event === event);
}
