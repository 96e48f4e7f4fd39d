import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeWorld, type World } from './bot-process.ts';

/** What keeps the bot from starting is told in one line that names the setting. */

let world: World;
let other: Server;
beforeAll(async () => {
  world = await makeWorld();
  other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  other.close();
  await world.stop();
});

test.each<[string, () => Record<string, string>, RegExp]>([
  [
    'a port in use',
    () => ({ PORT: String((other.address() as AddressInfo).port) }),
    /^PORT \d+ is in use by another program\. Set PORT to another number\.$/m,
  ],
  ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /^HOST is not/],
  ['a store in a folder that cannot be', () => ({ DATA_FILE: '/dev/null/x/store.sqlite' }), /^DATA_FILE/],
  ['a store that is a folder', () => ({ DATA_FILE: world.folder }), /^DATA_FILE/],
  ['content that is not there', () => ({ CONTENT_FOLDER: join(world.folder, 'none') }), /^CONTENT_FOLDER/],
])('%s → 78', async (_what, changes, line) => {
  const bot = world.starts(changes());

  expect((await bot.ends()).code).toBe(78);
  expect(bot.stderr().trim().split('\n')).toHaveLength(1);
  expect(bot.stderr()).toMatch(line);
  expect(bot.stderr()).not.toMatch(/\bat .*\.(ts|mjs)|node:internal/);
});

test('every setting that is wrong is named at once, and no secret is printed → 78', async () => {
  const secret = 'CNRY-secret-of-the-bot';
  const bot = world.starts({
    BOT_APP_ID: '',
    BOT_APP_SECRET: secret,
    SIGN_IN_APP_ID: 'x',
    STORAGE: 'azure',
    STORAGE_CONNECTION_STRING: `CNRY-${secret}`,
    KEEP_IDLE_DAYS: '0',
  });

  expect((await bot.ends()).code).toBe(78);
  for (const name of ['BOT_APP_ID', 'SIGN_IN_APP_ID', 'STORAGE_CONNECTION_STRING', 'KEEP_IDLE_DAYS'])
    expect(bot.stderr()).toContain(name);
  expect(bot.stderr() + bot.stdout()).not.toContain('CNRY');
});

test('every desk that would be unsafe is named at once, and no secret is printed → 78', async () => {
  const tenant = '11111111-2222-3333-4444-555555555555';
  const desk = {
    id: 'a',
    name: 'A',
    tenant,
    key: 'CNRY-key',
    secrets: ['CNRY-secret-of-more-than-24-bytes'],
    forPeople: true,
  };
  const bot = world.starts({
    DESKS: JSON.stringify([
      { ...desk, kind: 'zendesk', url: 'http://desk.contoso.com' },
      { ...desk, kind: 'generic', url: 'https://169.254.169.254' },
    ]),
  });

  expect((await bot.ends()).code).toBe(78);
  for (const place of ['[0].url', '[0].user', '[1].id', '[1].url', '[1].key', '[1].secrets', '[1].forPeople'])
    expect(bot.stderr()).toContain(`DESKS ${place} `);
  expect(bot.stderr() + bot.stdout()).not.toContain('CNRY');
});
