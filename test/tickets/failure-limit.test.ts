import { FailureLimit } from '../../src/http/tickets/failure-limit.ts';

const limits = { perCaller: 3, callersAtMost: 5 };

test('a crowd of strangers waits together, and a desk that was right before does not wait with it', () => {
  const limit = new FailureLimit({ ...limits, now: () => 0 });
  limit.trust('desk');

  for (let stranger = 0; stranger < 20; stranger += 1) limit.note(`stranger ${stranger}`);

  expect(limit.waitSeconds('stranger 99')).toBe(60);
  expect(limit.waitSeconds('desk')).toBeNull();
});

test('a caller that was right once has to wait for its own failures', () => {
  const limit = new FailureLimit({ ...limits, now: () => 0 });
  limit.trust('desk');

  for (let failure = 0; failure < 3; failure += 1) limit.note('desk');

  expect(limit.waitSeconds('desk')).toBe(60);
});

test('a desk that was right in another minute is still told apart', () => {
  const time = { now: 0 };
  const limit = new FailureLimit({ ...limits, now: () => time.now });
  limit.trust('desk');

  time.now = 10 * 60_000;
  for (let stranger = 0; stranger < 20; stranger += 1) limit.note(`stranger ${stranger}`);

  expect(limit.waitSeconds('desk')).toBeNull();
});

test('of a thousand and one that were right, the oldest counts as a stranger again', () => {
  const limit = new FailureLimit({ ...limits, now: () => 0 });
  for (let desk = 0; desk <= 1_000; desk += 1) limit.trust(`desk ${desk}`);

  for (let stranger = 0; stranger < 20; stranger += 1) limit.note(`stranger ${stranger}`);

  expect(limit.waitSeconds('desk 0')).toBe(60);
  expect(limit.waitSeconds('desk 1')).toBeNull();
});
