import type { Json } from '../../src/ports/document-store.ts';
import { ChatLedger } from './chat-ledger.ts';
import type { Life } from './life.ts';

/** What counts as a promise that was broken. */

const key = 'conversation/directline/c0/one';

/** One message is saved, said and crossed off by a process that lives; then it comes once more, from another. */
function comesAgainFrom({ isAlive }: { readonly isAlive: boolean }) {
  const faults: string[] = [];
  const ledger = new ChatLedger(
    (what) => faults.push(what),
    () => true,
  );
  const living = { isAlive: true } as Life;
  const activity = { type: 'message', text: 'hello' };
  const chat = (messages: readonly object[]) =>
    ({ seen: [], reference: null, outbox: { messages, tries: 0 }, ticketNews: [] }) as unknown as Json;
  const says = (by: Life, id: string) =>
    ledger.acted({ conversation: 'c0', how: 'posted', shown: { id, activity }, isAnswered: true, by });
  const [empty, full] = [chat([]), chat([{ activity, slot: null }])];
  ledger.changed({ key, before: null, after: full, text: '', by: living });
  says(living, 'm1');
  ledger.changed({ key, before: full, after: empty, text: '', by: living });
  says({ isAlive } as Life, 'm2');
  return { faults, repeats: ledger.repeats };
}

test('a message that was on its way when its process died may come after another has said it', () => {
  expect(comesAgainFrom({ isAlive: false })).toEqual({ faults: [], repeats: 1 });
});

test('the same message from two processes that live is told twice', () => {
  expect(comesAgainFrom({ isAlive: true }).faults).toEqual(['c0 was told the same twice']);
});
