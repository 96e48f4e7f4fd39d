import { makeWorld, type World } from './bot-process.ts';

/** While nobody can sign in, those who run the bot hear it from its log, and so does the alert that counts the same lines. */

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.stop());

test.each([
  ['refuses', { fault: '403' }, 403],
  ['is down', { fault: '503' }, 503],
  ['never ends its answer', { fault: 'cut-off' }, null],
] as const)('a service for sign-ins that %s is in the log with its status', async (_how, fault, status) => {
  world.sandbox.core.faults.add({ service: 'token-service', ...fault });
  const bot = world.starts();

  expect(await world.channel.delivers(await bot.port(), 'chat', { text: 'status' })).toBe(200);

  const lines = bot.stdout().split('\n');
  const events = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { event: string });
  expect(events.filter(({ event }) => event === 'sign-in.unavailable')).toMatchObject([{ status }]);
  expect(events.filter(({ event }) => event === 'turn.failed')).toEqual([]);
});
