import { TurnAdmission, type TurnAdmissionLimits } from '../../src/http/turn-admission.ts';

const limits: TurnAdmissionLimits = { running: 2, waiting: 3, waitingOfOne: 2, waitMs: 60_000 };

/** Turns that end when the test says so. */
function aHouse(changes: Partial<TurnAdmissionLimits> = {}) {
  const admission = new TurnAdmission({ ...limits, ...changes });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const comes = (conversation: string, turn: string) =>
    admission
      .run(conversation, async () => {
        started.push(turn);
        await new Promise<void>((resolve) => ends.set(turn, resolve));
        return turn;
      })
      .then((outcome) => (outcome.kind === 'ran' ? outcome.value : `too much of ${outcome.tooMuchOf}`));
  const leaves = async (turn: string): Promise<void> => {
    ends.get(turn)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { started, comes, leaves };
}

/** What it is by the next turn of the event loop; whoever waits longer is waiting for a place. */
function atOnce(answer: Promise<string>): Promise<string> {
  return Promise.race([answer, new Promise<string>((resolve) => setImmediate(resolve, 'waits'))]);
}

test('no more run at once than there are places, and the next goes in when one leaves', async () => {
  const { started, comes, leaves } = aHouse();

  void comes('a', 'a1');
  void comes('b', 'b1');
  const third = comes('c', 'c1');
  expect(started).toEqual(['a1', 'b1']);

  await leaves('a1');
  expect(started).toEqual(['a1', 'b1', 'c1']);
  await leaves('c1');
  expect(await third).toBe('c1');
});

test('a conversation runs one turn at a time, in order, and others pass it', async () => {
  const { started, comes, leaves } = aHouse();

  void comes('a', 'a1');
  void comes('a', 'a2');
  void comes('a', 'a3');
  void comes('b', 'b1');
  expect(started).toEqual(['a1', 'b1']);

  await leaves('a1');
  await leaves('a2');
  expect(started).toEqual(['a1', 'b1', 'a2', 'a3']);
});

test('a conversation that sends too fast is refused alone', async () => {
  const { started, comes } = aHouse();
  void comes('a', 'a1');
  void comes('a', 'a2');
  void comes('a', 'a3');

  expect(await atOnce(comes('a', 'a4'))).toBe('too much of one');
  void comes('b', 'b1');
  expect(started).toContain('b1');
});

test('when everything is full everybody is refused, at once', async () => {
  const { comes } = aHouse();
  for (const conversation of ['a', 'b', 'c', 'd', 'e']) void comes(conversation, conversation);

  expect(await atOnce(comes('f', 'f'))).toBe('too much of all');
});

test('whoever waits too long is refused, and does not run later', async () => {
  const { started, comes, leaves } = aHouse({ running: 1, waitMs: 1 });
  void comes('a', 'a1');

  expect(await comes('b', 'b1')).toBe('too much of all');
  expect(await comes('a', 'a2')).toBe('too much of one');
  await leaves('a1');
  expect(started).toEqual(['a1']);
});

test('a turn that fails gives its place back', async () => {
  const admission = new TurnAdmission({ ...limits, running: 1 });

  await expect(admission.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  expect(await admission.run('a', async () => 'yes')).toEqual({ kind: 'ran', value: 'yes' });
});

test('a thousand turns of a hundred conversations all run, two at a time', async () => {
  const admission = new TurnAdmission({ ...limits, waiting: 1_000, waitingOfOne: 10 });
  let running = 0;
  let most = 0;
  const turns = Array.from({ length: 1_000 }, (_, turn) =>
    admission.run(`c${turn % 100}`, async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    }),
  );

  const outcomes = await Promise.all(turns);

  expect(outcomes.filter(({ kind }) => kind === 'ran')).toHaveLength(1_000);
  expect(most).toBe(2);
});
