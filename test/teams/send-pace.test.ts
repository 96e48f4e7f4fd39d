import { SendPace } from '../../src/adapters/bot-framework/send-pace.ts';

function aPace() {
  let now = Date.UTC(2026, 10, 20);
  const pauses: number[] = [];
  const pace = new SendPace({
    clock: { now: () => now },
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
  const passes = (milliseconds: number) => {
    now += milliseconds;
  };
  return { pace, pauses, passes };
}

test('seven messages go out at once, the eighth waits for its second', async () => {
  const { pace, pauses } = aPace();

  for (let message = 0; message < 8; message += 1) await pace.takePlace('a chat', 'a tenant');

  expect(pauses).toEqual([1_100]);
});

test('conversations do not wait for each other', async () => {
  const { pace, pauses } = aPace();

  for (let message = 0; message < 14; message += 1) await pace.takePlace(`chat ${message % 2}`, 'a tenant');

  expect(pauses).toEqual([]);
});

test('all conversations of one tenant together send fifty in a second', async () => {
  const { pace, pauses } = aPace();

  for (let message = 0; message < 51; message += 1) await pace.takePlace(`chat ${message}`, 'a tenant');
  await pace.takePlace('chat of others', 'another tenant');

  expect(pauses).toEqual([1_100]);
});

test('whoever would wait too long is told how long', async () => {
  const { pace, passes } = aPace();
  for (let message = 0; message < 60; message += 1) {
    await pace.takePlace('a chat', null);
    passes(200);
  }

  await expect(pace.takePlace('a chat', null)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 19 });

  passes(20_000);
  await expect(pace.takePlace('a chat', null)).resolves.toBeUndefined();
});

test('what was long ago is forgotten', async () => {
  const { pace, pauses, passes } = aPace();

  for (let message = 0; message < 20; message += 1) {
    await pace.takePlace('a chat', 'a tenant');
    passes(31_000);
  }

  expect(pauses).toEqual([]);
});
