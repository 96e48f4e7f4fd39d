import { makeWorld, type World } from '../process/bot-process.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

test('a key in the address opens nothing, and neither it nor the address stands in the log', async () => {
  const bot = world.starts({ LOG_LEVEL: 'debug' });
  const origin = `http://127.0.0.1:${await bot.port()}`;
  const desks = JSON.parse(world.sandbox.environment.DESKS ?? '[]') as readonly {
    readonly kind: string;
    readonly secrets: readonly string[];
    readonly readKeys: readonly string[];
  }[];
  const { secrets = [], readKeys = [] } = desks.find(({ kind }) => kind === 'freshdesk') ?? {};
  const body = '{"event":"handed-over","number":"1017","title":"CNRY-title"}';
  const headers = { 'content-type': 'application/json' };

  const answers = await Promise.all([
    fetch(`${origin}/api/tickets/freshdesk?key=${secrets[0]}&CNRY=1`, { method: 'POST', headers, body }),
    fetch(`${origin}/api/tickets/AAAAAAAAAAAAAAAAAAAAAA?key=${readKeys[0]}&CNRY=2`),
    fetch(`${origin}/api/tickets/AAAAAAAAAAAAAAAAAAAAAA?access_token=${readKeys[0]}&CNRY=3`),
  ]);
  bot.child.kill('SIGTERM');
  await bot.ends();
  const log = bot.stdout() + bot.stderr();

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(log).toContain('ticket.refused');
  for (const word of ['CNRY', '?', secrets[0], readKeys[0]]) expect(log).not.toContain(word);
});
