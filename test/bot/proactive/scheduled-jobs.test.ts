import type { ConversationReference, TurnContext } from 'botbuilder';
import { JobRunner } from '../../../src/bot/proactive/job-runner.ts';
import { ScheduledJobs } from '../../../src/bot/proactive/scheduled-jobs.ts';
import { newRecord } from '../../../src/bot/record/conversation-record.ts';
import type { Json } from '../../../src/ports/document-store.ts';
import { machineStopwatch } from '../../../src/ports/stopwatch.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

const now = Date.UTC(2026, 10, 20);
const due = new Date(now).toISOString();
const keyOf = (name: string) => `conversation/directline/${name}/one`;

async function aSleeper(run: (name: string, kind: string | undefined) => Promise<void>) {
  const store = new MemoryDocumentStore();
  const jobs = new ScheduledJobs(store, { now: () => now });
  const runner = new JobRunner({
    jobs,
    store,
    journal: { note: () => undefined },
    reachOut: (reference: Partial<ConversationReference>, logic) =>
      logic({ turnState: new Map(), activity: { conversation: reference.conversation } } as unknown as TurnContext),
    tellNews: async () => true,
    mayReach: () => true,
    runTurn: (context, trigger) => run(context.activity.conversation.id, trigger?.kind),
  });
  const sleeps = async (name: string) => {
    const record = { ...newRecord('en', now), reference: { conversation: { id: name } } };
    await store.write(keyOf(name), JSON.parse(JSON.stringify(record)) as Json, null);
    await jobs.plan(keyOf(name), { kind: 'recheck-due', dueAt: due }, due);
  };
  return { store, runner, sleeps };
}

test('one that waits for a slow service does not hold up the others', async () => {
  const continued: string[] = [];
  let othersAreDone = (): void => undefined;
  const others = new Promise<void>((resolve) => {
    othersAreDone = resolve;
  });
  const { runner, sleeps } = await aSleeper(async (name) => {
    // The first would wait for ever if the last had to wait for it.
    if (name === 'a-slow-one') await others;
    continued.push(name);
    if (name === 'c') othersAreDone();
  });
  for (const name of ['a-slow-one', 'b', 'c']) await sleeps(name);

  await runner.runDue();

  expect(continued).toEqual(['b', 'c', 'a-slow-one']);
});

test('never more than eight at a time', async () => {
  let running = 0;
  let most = 0;
  const { runner, sleeps, store } = await aSleeper(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  });
  for (let index = 0; index < 30; index += 1) await sleeps(`chat-${index}`);

  await runner.runDue();

  expect(most).toBe(8);
  expect(await store.list('wake/', 100)).toEqual([]);
});

test('a job of an earlier release runs under its name of today', async () => {
  const kinds: (string | undefined)[] = [];
  const { runner, sleeps, store } = await aSleeper(async (_name, kind) => void kinds.push(kind));
  await sleeps('a');
  const [key = ''] = await store.list('wake/', 1);
  await store.remove(key);
  await store.write(key, { conversation: keyOf('a'), occasion: { kind: 'look-on', dueAt: due } }, null);

  await runner.runDue();

  expect(kinds).toEqual(['recheck-due']);
});

describe('a job that a process with another clock planned', () => {
  const hour = 60 * 60_000;

  function twoProcesses(clockOffBy: number) {
    const store = new MemoryDocumentStore();
    let elapsed = 0;
    const stopwatch = { ...machineStopwatch, elapsed: () => elapsed };
    const planner = new ScheduledJobs(store, { now: () => now + clockOffBy });
    const runner = new ScheduledJobs(store, { now: () => now + elapsed }, stopwatch);
    return { planner, runner, passes: (ms: number) => (elapsed += ms) };
  }

  test('goes on at once when it waits for no time of day', async () => {
    const { planner, runner } = twoProcesses(hour);
    await planner.planIn(0, keyOf('a'), { kind: 'admin-answered', requestId: 'one' });
    await planner.planIn(0, keyOf('a'), { kind: 'ticket-changed', ticketId: 'one' });
    await planner.planIn(0, keyOf('a'), { kind: 'recheck-due', dueAt: due });

    expect(await runner.due()).toHaveLength(2);
  });

  test.each([
    ['an hour ahead', hour],
    ['an hour behind', -hour],
  ])('leaves the news of a turn to that turn for 15 seconds, its clock %s', async (_how, offBy) => {
    const { planner, runner, passes } = twoProcesses(offBy);
    await planner.planIn(15_000, keyOf('a'), { kind: 'ticket-news' });

    expect(await runner.due()).toEqual([]);
    passes(14_000);
    expect(await runner.due()).toEqual([]);
    passes(1_000);
    expect(await runner.due()).toHaveLength(1);
  });
});
