import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDocumentStore } from '../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import type { TicketNews } from '../../src/domain/ticket.ts';
import { effectMark } from '../../src/domain/ticket-mark.ts';
import type { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { aWorld, deliver, handOver, start } from './a-book.ts';
import { aDelivery, alice, aRequester, fakeDesk, handedOver, tenantId } from './fake-desk.ts';

const at = new Date(start).toISOString();
const minute = 60_000;

function takenUp(id = 'n1'): TicketNews {
  return { id, at, kind: 'taken-up', scenario: 'add-azure' };
}

describe('a ticket that a desk hands over', () => {
  test('reaches the person, and the desk hears of it', async () => {
    const world = aWorld();
    const book = world.book();

    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();

    expect([...world.reached]).toEqual([id]);
    expect((await book.find(id))?.state).toBe('waiting');
    expect(world.desk.taken.map(({ effect }) => [effect.status, effect.tag])).toEqual([
      ['pending', 'onetenant-waiting'],
    ]);
    expect(world.desk.taken[0]?.effect.note.endsWith(effectMark(`${id}-1`))).toBe(true);
  });

  test('is told of until it is solved, in order', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();

    await book.tell(id, takenUp());
    await book.tell(id, { id: 'n2', at, kind: 'progress', summary: 'one of two' });
    await book.tell(id, { id: 'n3', at, kind: 'solved', summary: 'a subscription in use' });
    await book.runDue();

    expect((await book.find(id))?.state).toBe('solved');
    expect(world.desk.taken.map(({ effectId }) => effectId)).toEqual([1, 2, 3, 4].map((number) => `${id}-${number}`));
    expect(world.desk.taken.at(-1)?.effect.status).toBe('solved');
    expect(world.desk.taken.every(({ number }) => number === 'T1')).toBe(true);
  });

  test('hears news once, however often it is told', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));

    await Promise.all([book.tell(id, takenUp()), book.tell(id, takenUp()), world.book().tell(id, takenUp())]);
    await book.runDue();

    expect(world.desk.taken).toHaveLength(1);
  });

  test('is told of once by replicas that look at the same moment', async () => {
    const world = aWorld();
    const book = world.book();
    const ids: string[] = [];
    for (let number = 0; number < 10; number += 1)
      ids.push(await handOver(book, aDelivery(`d${number}`, handedOver({ number: `T${number}` }))));
    for (const id of ids) await book.tell(id, takenUp(`n-${id}`));

    await Promise.all([world.book().runDue(), world.book().runDue(), world.book().runDue()]);
    await world.book().runDue();

    expect(world.desk.taken).toHaveLength(10);
    expect(world.desk.writes).toBe(10);
  });

  test('leaves nothing to do behind', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.tell(id, takenUp());

    await book.runDue();

    expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  });
});

describe('who asked', () => {
  test.each([
    ['nobody', aRequester({ personId: null }), 'nobody-named'],
    ['somebody of another tenant', aRequester({ tenantId: '99999999-3333-4444-5555-666666666666' }), 'foreign-tenant'],
    [
      'somebody of another domain',
      aRequester({ personId: null, userPrincipalName: 'mallory@evil.example' }),
      'foreign-domain',
    ],
    [
      'somebody whom the tenant does not know',
      aRequester({ personId: null, userPrincipalName: 'nobody@contoso.com' }),
      'unknown-person',
    ],
  ])('%s: nobody is written to, and the desk hears why', async (_who, requester, because) => {
    const world = aWorld();
    const book = world.book();

    const id = await handOver(book, aDelivery('d1', handedOver({ requester })));
    await book.runDue();

    expect(world.reached.size).toBe(0);
    expect((await book.find(id))?.state).toBe('unrouted');
    expect((await book.record(id))?.history.at(-1)?.because).toBe(because);
    expect(world.desk.taken.map(({ effect }) => effect.tag)).toEqual(['onetenant-unrouted']);
  });

  test('a user name is looked up in the tenant of the desk', async () => {
    const world = aWorld();
    world.directory = { kind: 'found', personId: alice };
    const book = world.book();

    const requester = aRequester({ personId: null, userPrincipalName: 'alice@contoso.com' });
    const id = await handOver(book, aDelivery('d1', handedOver({ requester })));
    await book.runDue();

    expect((await book.find(id))?.requester.personId).toBe(alice);
    expect(world.reached.has(id)).toBe(true);
  });

  test('who cannot be looked up, but is of a domain of the desk, gets a link', async () => {
    const world = aWorld();
    world.directory = { kind: 'cannot-tell' };
    const book = world.book();

    const requester = aRequester({ personId: null, userPrincipalName: 'alice@contoso.com' });
    await handOver(book, aDelivery('d1', handedOver({ requester })));
    await book.runDue();

    expect(world.desk.taken[0]?.effect.reply).toContain('https://onetenant.contoso.com/webchat/ticket#');
  });

  test('who cannot be looked up at a desk without domains is asked for three times, then parked', async () => {
    const world = aWorld({ desks: [fakeDesk({ domains: [] })] });
    world.directory = { kind: 'cannot-tell' };
    const book = world.book();
    const requester = aRequester({ personId: null, userPrincipalName: 'alice@contoso.com' });
    const id = await handOver(book, aDelivery('d1', handedOver({ requester })));

    await book.runDue();
    expect((await book.find(id))?.state).toBe('received');
    for (let look = 0; look < 3; look += 1) {
      world.now += 40 * minute;
      await book.runDue();
    }

    expect((await book.find(id))?.state).toBe('unrouted');
  });
});

describe('a link', () => {
  async function linked() {
    const world = aWorld();
    world.reach = 'not-there';
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    const reply = world.desk.taken[0]?.effect.reply ?? '';
    return { world, book, id, reply, code: /#([\w-]+)/.exec(reply)?.[1] ?? '' };
  }

  test('is in the language of the person and opens the ticket once', async () => {
    const { book, id, reply, code } = await linked();

    expect(reply).toContain('werkaccount');
    expect((await book.redeem(code, 'conversation/a'))?.id).toBe(id);
    expect((await book.redeem(code, 'conversation/a'))?.id).toBe(id);
    expect(await book.redeem(code, 'conversation/b')).toBeNull();
  });

  test('of two chats at once, one gets the ticket', async () => {
    const { book, world, code } = await linked();

    const views = await Promise.all([book.redeem(code, 'conversation/a'), world.book().redeem(code, 'conversation/b')]);

    expect(views.filter((view) => view !== null)).toHaveLength(1);
  });

  test('opens nothing after seven days', async () => {
    const { book, world, code } = await linked();

    world.now += 7 * 24 * 60 * minute;

    expect(await book.redeem(code, 'conversation/a')).toBeNull();
  });

  test('is not in the store, only its digest is', async () => {
    const { world, code } = await linked();
    const documents = [...(world.store as MemoryDocumentStore).documents];

    expect(documents.some(([key]) => key.startsWith('ticket-link/'))).toBe(true);
    expect(JSON.stringify(documents)).not.toContain(code);
  });

  test('that was never made opens nothing', async () => {
    expect(await aWorld().book().redeem('guess', 'conversation/a')).toBeNull();
  });
});

describe('what else a desk says', () => {
  test('a colleague answers: the chat is continued, and has the answer until it was shown', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.keepPlace(id, 'conversation/a');

    await deliver(
      book,
      aDelivery('d2', { kind: 'colleague-answered', number: 'T1', text: 'Hello\u202e', version: null }),
    );
    await book.runDue();

    const [answer] = (await book.find(id))?.answers ?? [];
    expect(answer?.text).toBe('Hello');
    expect(world.continued).toEqual([{ conversation: 'conversation/a', ticketId: id }]);
    await book.tell(id, { id: 'n1', at, kind: 'answers-shown', answers: [answer?.id ?? ''] });
    expect((await book.find(id))?.answers).toEqual([]);
  });

  test('an answer that is delivered twice is one answer', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    const answer = aDelivery('d2', { kind: 'colleague-answered', number: 'T1', text: 'Hello', version: null });

    await Promise.all([deliver(book, answer), deliver(world.book(), answer)]);

    expect((await book.find(id))?.answers).toHaveLength(1);
  });

  describe('at a desk that does not sign the name of a delivery', () => {
    const said = { kind: 'colleague-answered', number: 'T1', text: 'Hello', version: null };
    /** The same bytes, whatever the name of the delivery: nobody signed that. */
    const recorded = (deliveryId: string, event: unknown = said) => ({
      ...aDelivery(deliveryId, event),
      bytes: Buffer.from(JSON.stringify(event)),
    });

    test('a recorded answer that comes again under another name is not shown twice', async () => {
      const world = aWorld({ desks: [fakeDesk({ signsDeliveryId: false })] });
      const book = world.book();
      const id = await handOver(book, aDelivery('d1', handedOver()));
      await book.keepPlace(id, 'conversation/a');
      await deliver(book, recorded('d2'));
      await book.runDue();
      const [shown] = (await book.find(id))?.answers ?? [];
      await book.tell(id, { id: 'n1', at, kind: 'answers-shown', answers: [shown?.id ?? ''] });

      const again = await Promise.all([deliver(book, recorded('d3')), deliver(world.book(), recorded('d4'))]);
      world.now += 7 * 24 * 60 * minute - 1;
      await deliver(book, recorded('d5'));
      await book.runDue();

      expect(again).toEqual([
        { kind: 'accepted', id },
        { kind: 'accepted', id },
      ]);
      expect((await book.find(id))?.answers).toEqual([]);
      expect(world.continued).toHaveLength(1);
    });

    test('a hand-over that says nothing of when it was counts once in six hours, at whatever time they begin', async () => {
      const world = aWorld({ desks: [fakeDesk({ signsDeliveryId: false })] });
      const book = world.book();
      const event = handedOver({ version: null });
      const id = await handOver(book, recorded('d1', event));
      await book.tell(id, { id: 'n1', at, kind: 'declined' });

      world.now += minute;
      await deliver(book, recorded('d2', event));
      expect((await book.find(id))?.state).toBe('with-human');
      world.now += 6 * 60 * minute;
      await deliver(book, recorded('d3', event));
      expect((await book.find(id))?.state).toBe('received');
    });

    test('copies that come at the same moment are one answer', async () => {
      const world = aWorld({ desks: [fakeDesk({ signsDeliveryId: false })] });
      const book = world.book();
      const id = await handOver(book, aDelivery('d1', handedOver()));

      await Promise.all([deliver(book, recorded('d2')), deliver(world.book(), recorded('d3'))]);

      expect((await book.find(id))?.answers).toHaveLength(1);
    });

    test('another body, another ticket and the same words a week later are answers of their own', async () => {
      const world = aWorld({ desks: [fakeDesk({ signsDeliveryId: false })] });
      const book = world.book();
      const id = await handOver(book, aDelivery('d1', handedOver()));
      const other = await handOver(book, aDelivery('d2', handedOver({ number: 'T2' })));

      await deliver(book, recorded('d3'));
      await deliver(book, recorded('d4', { ...said, version: 2 }));
      await deliver(book, { ...recorded('d5', { ...said, number: 'T2' }), bytes: recorded('d3').bytes });
      world.now += 7 * 24 * 60 * minute;
      await deliver(book, recorded('d6'));

      expect((await book.find(id))?.answers).toHaveLength(3);
      expect((await book.find(other))?.answers).toHaveLength(1);
    });
  });

  test('a desk that signs the names of its deliveries may say the same twice', async () => {
    const book = aWorld().book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    const said = { kind: 'colleague-answered', number: 'T1', text: 'Hello', version: null };
    const { bytes } = aDelivery('same', said);

    await deliver(book, { ...aDelivery('d2', said), bytes });
    await deliver(book, { ...aDelivery('d3', said), bytes });

    expect((await book.find(id))?.answers).toHaveLength(2);
  });

  test('more answers than anybody reads are left to come again', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    const answer = (number: number) =>
      deliver(
        book,
        aDelivery(`a${number}`, { kind: 'colleague-answered', number: 'T1', text: `${number}`, version: null }),
      );
    for (let number = 0; number < 50; number += 1) await answer(number);

    expect(await answer(50)).toEqual({ kind: 'later', retryAfterSeconds: 300, tooMany: true });
    expect((await book.find(id))?.answers).toHaveLength(50);
  });

  test('it closes the ticket: nobody is written to any more', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));

    await deliver(book, aDelivery('d2', { kind: 'withdrawn', number: 'T1', version: null }));
    await book.runDue();
    await book.tell(id, takenUp());
    await book.runDue();

    expect((await book.find(id))?.state).toBe('withdrawn');
    expect(world.reached.size).toBe(0);
    expect(world.desk.taken).toEqual([]);
  });

  test('an older version after a newer one changes nothing', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver({ version: 7, title: 'new' })));

    const answer = await deliver(book, aDelivery('d2', handedOver({ version: 6, title: 'old' })));
    await deliver(book, aDelivery('d3', { kind: 'withdrawn', number: 'T1', version: 6 }));

    expect(answer).toEqual({ kind: 'accepted', id });
    expect(await book.find(id)).toMatchObject({ title: 'new', state: 'received' });
  });

  test('a ticket that nobody handed over concerns us not', async () => {
    const answer = await deliver(aWorld().book(), aDelivery('d1', { kind: 'withdrawn', number: 'T9', version: null }));

    expect(answer).toEqual({ kind: 'accepted', id: null });
  });

  test('a chat of who asked before neither gets a ticket back nor says anything about it', async () => {
    const book = aWorld().book();
    const id = await handOver(book, aDelivery('d1', handedOver({ version: 1 })));
    await book.keepPlace(id, 'conversation/a', 0);
    const requester = aRequester({ personId: '11111111-d9cb-469f-a165-70867728950e' });
    await handOver(book, aDelivery('d2', handedOver({ version: 2, requester })));

    await book.keepPlace(id, 'conversation/a', 0);
    await book.tell(id, takenUp(), 0);
    expect(await book.find(id)).toMatchObject({ state: 'received', round: 1 });
    await deliver(book, aDelivery('d3', { kind: 'withdrawn', number: 'T1', version: 3 }));
    await book.runDue();

    expect((await book.find(id))?.state).toBe('withdrawn');
  });

  test('a ticket that is handed over for somebody else leaves the chat of who asked before', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    await book.keepPlace(id, 'conversation/alice');

    const bob = aRequester({ personId: '11111111-d9cb-469f-a165-70867728950e' });
    await deliver(book, aDelivery('d2', handedOver({ requester: bob })));
    await deliver(book, aDelivery('d3', { kind: 'colleague-answered', number: 'T1', text: 'for Bob', version: null }));
    await book.runDue();

    expect(world.continued).toEqual([]);
    expect((await book.find(id))?.requester.personId).toBe(bob.personId);
  });
});

describe('to a human', () => {
  const raised = {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    requester: aRequester(),
    scenario: 'join' as const,
    title: 'Two tenants',
    summary: 'what is known',
    transcript: null,
    conversation: 'conversation/a',
  };

  test('a ticket is made at the desk for people once, and its answers come back', async () => {
    const world = aWorld({ desks: [fakeDesk({ isForPeople: true, locale: 'de' })] });
    const book = world.book();

    await Promise.all([book.raise(raised), world.book().raise(raised)]);
    await book.runDue();
    await book.runDue();
    // The person hears that it arrived.
    expect(world.continued).toEqual([{ conversation: 'conversation/a', ticketId: raised.id }]);
    const number = world.desk.taken[0]?.number ?? '';
    await deliver(book, aDelivery('d1', { kind: 'colleague-answered', number, text: 'Hello', version: null }));
    await book.runDue();

    expect(world.desk.taken.map(({ effect }) => [effect.kind, effect.title])).toEqual([['create', 'Two tenants']]);
    expect(await book.find(raised.id)).toMatchObject({ number, state: 'with-human', tenantId });
    expect(world.continued).toHaveLength(2);
  });

  test('without a desk for people nothing is promised', async () => {
    const book = aWorld().book();

    expect(book.deskForPeople()).toBeNull();
    await expect(book.raise(raised)).rejects.toMatchObject({ code: 'NO_DESK_FOR_PEOPLE' });
  });

  test('what goes to a desk is plain text without mentions', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    const text = '<at>everyone</at> @team [~admin] \u202eevil\u0000';

    await book.tell(id, { id: 'n1', at, kind: 'person-answered', text });
    await book.runDue();

    expect(world.desk.taken[0]?.effect.note).toContain('‹at›everyone‹/at› @ team [ ~admin] evil');
  });
});

describe('deliveries', () => {
  test('the same id with another body is refused and has no effect', async () => {
    const world = aWorld();
    const book = world.book();
    await handOver(book, aDelivery('d1', handedOver()));

    const answer = await deliver(book, aDelivery('d1', handedOver({ title: 'another' })));

    expect(answer).toEqual({ kind: 'other-body' });
    expect((await book.list({ after: null, limit: 9, only: 'all' })).tickets).toHaveLength(1);
  });

  test('the same delivery three days later gets the same answer', async () => {
    const world = aWorld();
    const book = world.book();
    const first = await deliver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    const id = typeof first === 'object' && 'id' in first ? (first.id ?? '') : '';
    await book.tell(id, { id: 'n1', at, kind: 'declined' });
    await book.runDue();
    const told = world.desk.taken.length;

    world.now += 3 * 24 * 60 * minute;
    const second = await deliver(book, aDelivery('d1', handedOver()));
    await book.runDue();

    expect(second).toEqual(first);
    expect((await book.find(id))?.state).toBe('with-human');
    expect(world.desk.taken).toHaveLength(told);
  });

  test('a hand-over that is delivered again does not begin anew what went on meanwhile', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    await book.tell(id, { id: 'n1', at, kind: 'declined' });
    await book.runDue();
    world.reached.clear();

    const again = await deliver(book, aDelivery('d1', handedOver()));
    await book.runDue();

    expect(again).toEqual({ kind: 'accepted', id });
    expect((await book.find(id))?.state).toBe('with-human');
    expect(world.reached.size).toBe(0);
  });

  test('a ticket that is delivered again leaves no work behind', async () => {
    const world = aWorld();
    const book = world.book();
    await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();

    await deliver(book, aDelivery('d1', handedOver()));
    await deliver(book, aDelivery('d2', handedOver()));

    expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  });

  test('a number that is no number is not ours', async () => {
    const answer = await deliver(aWorld().book(), aDelivery('d1', handedOver({ number: '../conversation' })));

    expect(answer).toEqual({ kind: 'accepted', id: null });
  });

  test('one ticket that is handed over in twenty deliveries at once is one ticket', async () => {
    const world = aWorld();
    const books = [world.book(), world.book()];

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        deliver(books[index % 2] ?? world.book(), aDelivery(`d${index}`, handedOver())),
      ),
    );

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await world.book().list({ after: null, limit: 10, only: 'all' })).tickets).toHaveLength(1);
  });

  test('a chat that is to go on, when the ticket is handed over for somebody else before it does', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.keepPlace(id, 'conversation/webchat/alice/one');
    await deliver(book, aDelivery('d2', { kind: 'colleague-answered', number: 'T1', text: 'Hello', version: null }));
    const requester = aRequester({ personId: 'bbbbbbbb-0000-4000-8000-000000000001' });
    await handOver(book, aDelivery('d3', handedOver({ requester })));
    await book.runDue();

    expect(world.continued).toEqual([]);
    expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  });

  test('twenty of the same at once on two processes: one ticket, twenty same answers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onetenant-tickets-'));
    const stores = [1, 2].map(() => openSqliteDocumentStore(join(folder, 'store.sqlite')));
    const world = aWorld();
    const books = stores.map((store) => world.book({ store }));

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const book = books[index % 2];
        return book === undefined ? null : deliver(book, aDelivery('d1', handedOver()));
      }),
    );
    const listed = await books[0]?.list({ after: null, limit: 10, only: 'all' });
    await Promise.all(books.map((book) => book.runDue()));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(listed?.tickets.map(({ id }) => ({ kind: 'accepted', id }))).toEqual([answers[0]]);
    expect(world.desk.taken).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
    rmSync(folder, { recursive: true });
  });
});

describe('what an operator sees', () => {
  test('every ticket once, page by page, without names or words', async () => {
    const world = aWorld();
    const book = world.book();
    for (let number = 0; number < 7; number += 1)
      await handOver(book, aDelivery(`d${number}`, handedOver({ number: `T${number}`, title: 'CNRY-title' })));

    const numbers: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof book.list>> = await book.list({ after, limit: 3, only: 'all' });
      numbers.push(...page.tickets.map(({ number }) => number));
      expect(JSON.stringify(page)).not.toMatch(/CNRY|0f8fad5b/);
      after = page.next;
    } while (after !== null);

    expect(numbers.sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((number) => `T${number}`));
  });

  test('how each ticket went', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    await book.tell(id, takenUp());
    await book.tell(id, { id: 'n2', at, kind: 'needs-human', because: 'not-proven', summary: '', transcript: null });

    const outcomes = [];
    for await (const outcome of book.outcomes()) outcomes.push(outcome);

    expect(outcomes).toEqual([
      expect.objectContaining({ id, state: 'with-human', because: 'not-proven', takenUpAt: at, effectsDead: 0 }),
    ]);
  });
});
