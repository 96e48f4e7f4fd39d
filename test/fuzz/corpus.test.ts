import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityTarget } from './targets/activity.ts';
import { deliveryTarget } from './targets/delivery.ts';
import { closeFrontDoor, frontDoorTarget } from './targets/front-door.ts';
import { type TargetName, targetNames, targets } from './targets/index.ts';
import { markdownTarget } from './targets/markdown.ts';
import { pressTarget } from './targets/press.ts';
import type { FuzzTarget } from './targets/target.ts';

/** The seeds of `npm run test:long -- coverage`, and what it has found: each keeps every promise. */

afterAll(() => closeFrontDoor());

const corpus = join(process.cwd(), 'test/fuzz/corpus');
const seedsOf = (name: TargetName) =>
  readdirSync(join(corpus, name)).map((file) => ({ file, bytes: readFileSync(join(corpus, name, file)) }));

test.each(targetNames)('%s: every seed keeps every promise', async (name) => {
  for (const { bytes } of seedsOf(name)) await targets[name].try(bytes);
});

/** What each target would be if the rule behind it were broken. */
const broken = {
  'front-door': frontDoorTarget(async () => ({ kind: 'admitted', token: { serviceUrl: '', endorsements: [] } })),
  activity: activityTarget((activity) => {
    throw new Error(activity.type);
  }),
  press: pressTarget((value) => value as never),
  delivery: deliveryTarget((reading) => ({ ...reading, deliveryId: 'a b' }) as never),
  markdown: markdownTarget((text) => text),
} satisfies Record<TargetName, FuzzTarget>;

test.each(targetNames)('%s: a broken rule is noticed with the seeds alone', async (name) => {
  const tries = seedsOf(name).map(async ({ bytes }) => broken[name].try(bytes));

  const outcomes = await Promise.allSettled(tries);

  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
});

test('the seeds stay few and small', () => {
  const seeds = targetNames.flatMap(seedsOf);

  expect(seeds.length).toBeLessThanOrEqual(100);
  expect(Math.max(...seeds.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(4_096);
});
