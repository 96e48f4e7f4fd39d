import { until } from '../builders/until.ts';
import { makeWorld, readiness, type World } from './bot-process.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.channel.delayMs = 0;
  world.channel.got.length = 0;
  world.channel.asked.length = 0;
});

// More rounds in `npm run test:long`.
const rounds = Array.from({ length: Number(process.env.DRAIN_ROUNDS ?? 1) }, (_, round) => round + 1);

test.each(rounds)(
  'round %d: asked to stop, it says so first, ends all fifty turns that are running, and exits 0',
  async () => {
    const bot = world.starts();
    const port = await bot.port();
    world.channel.delayMs = 2_000;
    const turns = Array.from({ length: 50 }, (_, index) => world.channel.delivers(port, `drain-${index}`));
    await until(() => world.channel.asked.length >= turns.length);

    bot.child.kill('SIGTERM');
    const end = bot.ends();
    // Over a connection of its own, as a balancer's look is.
    await readiness(port, 503);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);

    expect(await Promise.all(turns)).toEqual(Array.from({ length: 50 }, () => 200));
    const { code, tookMs } = await end;
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(20_000);
    const told = world.channel.got.filter(({ text }) => text.includes('"type":"message"'));
    expect(new Set(told.map(({ conversation }) => conversation)).size).toBe(50);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  },
);

test('asked twice, it ends at once', async () => {
  const bot = world.starts();
  const port = await bot.port();
  world.channel.delayMs = 30_000;
  void world.channel.delivers(port, 'twice').catch(() => undefined);
  await until(() => world.channel.asked.length > 0);

  bot.child.kill('SIGTERM');
  await readiness(port, 503);
  bot.child.kill('SIGTERM');

  const { code, tookMs } = await bot.ends();
  expect(code).toBe(1);
  // Asked once, it would wait 17 seconds for that turn.
  expect(tookMs).toBeLessThan(10_000);
});

test('killed in the middle of a turn, what it had decided to say is said after the restart', async () => {
  const first = world.starts();
  const port = await first.port();
  await world.channel.delivers(port, 'killed');
  world.channel.asked.length = 0;
  world.channel.delayMs = 60_000;
  const cut = world.channel.delivers(port, 'killed', { text: 'why' }).catch(() => 'cut');
  await until(() => world.channel.asked.length > 0);
  first.child.kill('SIGKILL');
  expect(await cut).toBe('cut');

  world.channel.got.length = 0;
  world.channel.delayMs = 0;
  const second = world.starts();
  expect(await world.channel.delivers(await second.port(), 'killed', { text: 'help' })).toBe(200);

  // The numbers of its buttons are found in no other card.
  const cards = (text: string): string => JSON.stringify((JSON.parse(text) as { attachments?: unknown }).attachments);
  expect(world.channel.got.map(({ text }) => cards(text))).toContain(cards(world.channel.asked[0] ?? ''));
  second.child.kill('SIGKILL');
});
