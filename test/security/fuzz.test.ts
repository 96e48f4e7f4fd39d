import { seedOfRun } from '../builders/laws.ts';
import { makeWorld, type World } from '../process/bot-process.ts';
import { oddActivities } from './odd-activities.ts';

/**
 * Odd activities through the real door of a real process, with tokens that are good: none ends the process, none gets an
 * answer that asks for it again, and an honest message is answered afterwards.
 * Set FUZZ_COUNT for a longer run; `--seed` repeats one.
 */

const count = Number(process.env.FUZZ_COUNT ?? 2_000);
const atOnce = 16;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

test(
  `${count} odd activities end nothing and break nothing`,
  async () => {
    const bot = world.starts({ LOG_LEVEL: 'error' });
    const port = await bot.port();
    const odd = oddActivities(seedOfRun(), { serviceUrl: world.channel.serviceUrl, channelId: 'directline' });
    const statuses = new Map<number, number>();
    const bad: string[] = [];
    let left = count;

    const worker = async (): Promise<void> => {
      while (left > 0 && bot.child.exitCode === null) {
        left -= 1;
        const activity = odd.next().value as Record<string, unknown>;
        const status = await world.channel.delivers(port, '', activity);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) bad.push(`${status}: ${JSON.stringify(activity)}`);
        world.channel.got.length = 0;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));

    expect(bot.child.exitCode).toBeNull();
    expect(bad.slice(0, 5)).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(count / 2);
    expect(failuresIn(bot.stdout())).toEqual({});
    expect(await world.channel.delivers(port, 'honest')).toBe(200);
    expect(JSON.stringify(world.channel.got)).toContain('AdaptiveCard');
  },
  60_000 + count * 20,
);

/** How often a turn failed, by the kind of failure. */
function failuresIn(log: string): Record<string, number> {
  const failures: Record<string, number> = {};
  for (const [, error = ''] of log.matchAll(/"event":"turn\.failed".*?"error":"([^"]*)"/g)) {
    failures[error] = (failures[error] ?? 0) + 1;
  }
  return failures;
}
