import { startDeadline } from '../../../src/adapters/upstream/deadline.ts';
import { createGuard } from '../../../src/adapters/upstream/guard.ts';
import { Kept } from '../../../src/adapters/upstream/kept.ts';
import { UpstreamFault } from '../../../src/adapters/upstream/upstream-fault.ts';

function failing(because: 'unavailable' | 'throttled' | 'unreadable', retryAfterMs: number | null = 0) {
  const attempts: number[] = [];
  const attempt = async (): Promise<never> => {
    attempts.push(attempts.length);
    throw new UpstreamFault(because, 'as told by the test', { retryAfterMs });
  };
  return { attempts, attempt };
}

test('a service that is down is left alone after ten failures, and others are not', async () => {
  const guard = createGuard();
  const { attempts, attempt } = failing('unavailable');
  for (let asked = 0; asked < 8; asked += 1) await guard.ask(startDeadline(2_000), attempt);

  expect(attempts).toHaveLength(10);
  expect(await guard.ask(startDeadline(2_000), async () => 1)).toEqual({ kind: 'cannot-tell', because: 'unavailable' });
  expect(await createGuard().ask(startDeadline(2_000), async () => 1)).toEqual({ kind: 'known', value: 1 });
});

test('refusals and throttling do not count as being down', async () => {
  const guard = createGuard();
  for (let asked = 0; asked < 8; asked += 1) {
    await guard.ask(startDeadline(2_000), failing('throttled').attempt);
    await guard.ask(startDeadline(2_000), failing('unreadable').attempt);
  }

  expect(await guard.ask(startDeadline(2_000), async () => 1)).toEqual({ kind: 'known', value: 1 });
});

test.each([
  ['waits when the pause fits', 10, 3],
  ['gives up when the pause does not fit', 60_000, 1],
])('%s', async (_, retryAfterMs, expected) => {
  const { attempts, attempt } = failing('throttled', retryAfterMs);

  const asked = await createGuard().ask(startDeadline(5_000), attempt);

  expect(asked).toEqual({ kind: 'cannot-tell', because: 'throttled' });
  expect(attempts).toHaveLength(expected);
});

test('an answer that makes no sense is not asked for again', async () => {
  const { attempts, attempt } = failing('unreadable');

  await createGuard().ask(startDeadline(5_000), attempt);

  expect(attempts).toHaveLength(1);
});

test('who never answers is given up at the deadline, even without listening to the signal', async () => {
  const asked = await createGuard().ask(startDeadline(50), () => new Promise<never>(() => undefined));

  expect(asked).toEqual({ kind: 'cannot-tell', because: 'too-slow' });
});

test('nobody is asked after the deadline', async () => {
  let asked = 0;

  const answer = await createGuard().ask(startDeadline(0), async () => ++asked);

  expect([answer, asked]).toEqual([{ kind: 'cannot-tell', because: 'too-slow' }, 0]);
});

describe('what is kept', () => {
  const later = (value: string, keepUntil: number) => async () => ({ value, keepUntil });

  test('goes when it ends', async () => {
    let now = 0;
    const kept = new Kept<string>(10, { now: () => now });
    await kept.get('a', later('first', 100));

    now = 99;
    expect(await kept.get('a', later('second', 200))).toBe('first');
    now = 100;
    expect(await kept.get('a', later('second', 200))).toBe('second');
  });

  test('never grows beyond its bound, and what was used last stays', async () => {
    const kept = new Kept<string>(2, { now: () => 0 });
    for (const key of ['a', 'b']) await kept.get(key, later(key, 100));
    await kept.get('a', later('new', 100));
    await kept.get('c', later('c', 100));

    expect(await kept.get('a', later('new', 100))).toBe('a');
    expect(await kept.get('b', later('new', 100))).toBe('new');
  });

  test('made elsewhere meanwhile is not lost to a slower answer', async () => {
    const kept = new Kept<string>(2, { now: () => 0 });
    const slow = kept.get('a', later('refused', 0));
    kept.keep('a', { value: 'proved', keepUntil: 100 });

    expect(await slow).toBe('refused');
    expect(await kept.get('a', later('new', 100))).toBe('proved');
  });

  test('does not keep a failure', async () => {
    const kept = new Kept<string>(2, { now: () => 0 });

    await expect(kept.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.get('a', later('up', 100))).toBe('up');
  });
});
