import { eraseConversation } from '../../../src/bot/conversation/erasure.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import type { Erased } from '../../../src/ports/retention.ts';

const conversation = 'conversation/directline/conv-1/one';

function forget(removal: () => Promise<Erased>, signOut: () => Promise<void> = async () => undefined) {
  const events: JournalEvent[] = [];
  const forgotten: string[] = [];
  const outcome = eraseConversation(conversation, {
    signOut,
    retention: {
      forget: async (key) => {
        forgotten.push(key);
        return removal();
      },
    },
    journal: { note: (event) => events.push(event) },
    randomId: () => 'abcdefgh-and-more-of-it',
  });
  return { outcome, events, forgotten };
}

const away = async (): Promise<never> => {
  throw new Error('away');
};

test('everything gone is told with how much it was', async () => {
  const { outcome, events } = forget(async () => ({ removed: 3, left: [] }));

  expect(await outcome).toEqual({ kind: 'gone', removed: 3 });
  expect(events).toEqual([{ event: 'data.forgotten', removed: 3 }]);
});

test('what a second look still finds is never told as gone', async () => {
  const { outcome, events } = forget(async () => ({ removed: 3, left: ['wake/2026/reminder-due/x'] }));

  expect(await outcome).toEqual({ kind: 'not-all-gone', reference: 'ABCDEFGH' });
  expect(events).toEqual([{ event: 'data.not-forgotten', reference: 'ABCDEFGH', left: 1, signIn: 'gone' }]);
});

test('a store that is away is told, and the sign-in goes all the same', async () => {
  let isSignedOut = false;
  const { outcome, events } = forget(away, async () => {
    isSignedOut = true;
  });

  expect(await outcome).toEqual({ kind: 'not-all-gone', reference: 'ABCDEFGH' });
  expect(events).toEqual([{ event: 'data.not-forgotten', reference: 'ABCDEFGH', left: null, signIn: 'gone' }]);
  expect(isSignedOut).toBe(true);
});

test('a token service that is away is told, and the records go all the same', async () => {
  const { outcome, events, forgotten } = forget(async () => ({ removed: 1, left: [] }), away);

  expect(await outcome).toEqual({ kind: 'not-all-gone', reference: 'ABCDEFGH' });
  expect(events).toEqual([{ event: 'data.not-forgotten', reference: 'ABCDEFGH', left: 0, signIn: 'left' }]);
  expect(forgotten).toEqual([conversation]);
});
