import { type EndingLimits, endWell, explainFailedStart, type ProcessHost } from '../../src/lifecycle.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';

const limits: EndingLimits = { noticeMs: 0, drainMs: 50 };

/** A process that only writes down what happens to it. */
function aProcess(stop: () => Promise<void>) {
  const events: JournalEvent[] = [];
  const done: string[] = [];
  const listeners = new Map<string, (fault?: unknown) => void>();
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => {
    exited = resolve;
  });
  const host: ProcessHost = {
    on: (event: string, listener: (fault?: unknown) => void) => listeners.set(event, listener),
    exit: (code) => {
      done.push(`exit ${code}`);
      exited(code);
    },
  };
  const app = {
    journal: { note: (event: JournalEvent) => events.push(event) },
    announceStop: () => done.push('not ready'),
    stop: async () => {
      done.push('stop');
      await stop();
    },
  };
  endWell(app, host, limits);
  return { events, done, exit, gets: (event: string, fault?: unknown) => listeners.get(event)?.(fault) };
}

const never = () => new Promise<void>(() => undefined);

test('a signal: not ready, then stop, then exit 0', async () => {
  const { done, exit, gets } = aProcess(async () => undefined);

  gets('SIGTERM');

  expect(await exit).toBe(0);
  expect(done).toEqual(['not ready', 'stop', 'exit 0']);
});

test('what does not end in time is left, with exit 1', async () => {
  const { exit, gets } = aProcess(never);

  gets('SIGINT');

  expect(await exit).toBe(1);
});

test('a stop that fails is exit 1', async () => {
  const { exit, gets } = aProcess(() => Promise.reject(new Error('the store is away')));

  gets('SIGTERM');

  expect(await exit).toBe(1);
});

test('a second signal ends at once', () => {
  const { done, gets } = aProcess(never);

  gets('SIGTERM');
  gets('SIGTERM');

  expect(done.at(-1)).toBe('exit 1');
});

test.each(['uncaughtException', 'unhandledRejection'])(
  '%s is logged by its kind, drained, and exit 1',
  async (event) => {
    const { events, done, exit, gets } = aProcess(async () => undefined);

    gets(event, Object.assign(new TypeError('CNRY somebody said this'), { code: 'ODD' }));

    expect(await exit).toBe(1);
    expect(events).toEqual([{ event: 'process.fault', error: 'TypeError ODD' }]);
    expect(done).toEqual(['not ready', 'stop', 'exit 1']);
  },
);

test('faults while it is ending are logged and change nothing', async () => {
  const { events, done, exit, gets } = aProcess(async () => undefined);

  gets('SIGTERM');
  gets('unhandledRejection', 'a word');

  expect(await exit).toBe(0);
  expect(events).toEqual([{ event: 'process.fault', error: 'string' }]);
  expect(done.filter((step) => step === 'stop')).toHaveLength(1);
});

test('a start that failed for another reason is exit 1, in one line without what the error said', () => {
  expect(explainFailedStart(new RangeError('CNRY secret'))).toEqual({
    line: 'OneTenant did not start: RangeError.',
    exitCode: 1,
  });
});
