import { createRetention } from '../../src/adapters/storage/retention.ts';
import type { Json } from '../../src/ports/document-store.ts';
import { retentionOwners } from '../../src/wiring/retention.ts';
import type { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { aWorld, deliver, handOver, type World } from './a-book.ts';
import { aDelivery, alice, aRequester, down, fakeDesk, handedOver } from './fake-desk.ts';

const day = 86_400_000;
const chat = 'conversation/msteams/19:alice/one';

function retentionOf(world: World) {
  const [store, clock] = [world.store, { now: () => world.now }];
  return createRetention({ store, clock, owners: retentionOwners({ store, clock, keepIdleDays: 30 }) });
}

async function keys(world: World, prefix: string): Promise<readonly string[]> {
  return world.store.list(prefix, 100);
}

describe('at the end of its time', () => {
  test('a delivery goes after seven days, a ticket ninety days after the last that happened with it', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.keepPlace(id, chat);
    await book.runDue();

    world.now += 8 * day;
    await retentionOf(world).sweep();
    expect(await keys(world, 'delivery/')).toEqual([]);
    expect(await book.find(id)).not.toBeNull();

    world.now += 81 * day;
    await retentionOf(world).sweep();
    expect(await book.find(id)).not.toBeNull();
    world.now += 2 * day;
    await retentionOf(world).sweep();
    await retentionOf(world).sweep();

    expect([...(world.store as MemoryDocumentStore).documents.keys()]).toEqual([]);
  });

  test('a link goes when it has run out', async () => {
    const world = aWorld();
    world.reach = 'not-there';
    const book = world.book();
    await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();

    world.now += 6 * day;
    await retentionOf(world).sweep();
    expect(await keys(world, 'ticket-link/')).toHaveLength(1);
    world.now += 2 * day;
    await retentionOf(world).sweep();

    expect(await keys(world, 'ticket-link/')).toEqual([]);
  });

  test('a ticket with something to do stays, however old it is', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));

    world.now += 200 * day;
    await retentionOf(world).sweep();

    expect(await book.find(id)).not.toBeNull();
  });

  test('a removal that was cut short is ended, and the ticket can be handed over anew', async () => {
    const world = aWorld();
    const book = world.book();
    await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    world.now += 91 * day;
    const { remove } = world.store;
    world.store.remove = async () => {
      throw new Error('the process ends');
    };
    await expect(retentionOf(world).sweep()).rejects.toThrow('the process ends');
    world.store.remove = remove;

    expect(await deliver(book, aDelivery('d2', handedOver()))).toMatchObject({ kind: 'later' });
    await retentionOf(world).sweep();
    const anew = await handOver(book, aDelivery('d2', handedOver()));

    expect(await book.find(anew)).toMatchObject({ state: 'received', number: 'T1' });
  });
});

describe('somebody wants to be forgotten', () => {
  test('nothing of their tickets leads to them, and the desk still hears what it was to hear', async () => {
    const world = aWorld({ desks: [fakeDesk({ isForPeople: true })] });
    const book = world.book();
    const id = 'CCCCCCCCCCCCCCCCCCCCCC';
    world.desk.refuses = down;
    const said = { scenario: null, title: 'CNRY-title', summary: 'what is known', transcript: null };
    await book.raise({
      id,
      requester: aRequester({ userPrincipalName: 'CNRY@contoso.com' }),
      conversation: chat,
      ...said,
    });
    await book.runDue();

    const forgotten = await retentionOf(world).forget(chat);
    world.desk.refuses = null;
    world.now += 60_000;
    await book.runDue();

    expect(forgotten).toEqual({ removed: 1, left: [] });
    expect(world.desk.taken).toHaveLength(1);
    expect(await book.find(id)).toMatchObject({ title: '', requester: { personId: null, userPrincipalName: null } });
    const documents = JSON.stringify([...(world.store as MemoryDocumentStore).documents]);
    expect(documents).not.toContain(alice);
    expect(documents).not.toContain(chat);
  });

  test('an answer of a colleague continues no chat any more, and nothing is left to do', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    await book.keepPlace(id, chat);
    const answer = { kind: 'colleague-answered', number: 'T1', text: 'CNRY-answer', version: null };
    await deliver(book, aDelivery('d2', answer));

    await retentionOf(world).forget(chat);
    await book.runDue();

    expect(world.continued).toEqual([]);
    expect((await book.find(id))?.answers).toEqual([]);
    expect(await keys(world, 'ticket-work/')).toEqual([]);
  });

  test('a ticket that a later release wrote is told as left, and still leads back to be forgotten', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.keepPlace(id, chat);
    const stored = await world.store.read(`ticket/${id}`);
    const newer = { ...(stored?.value as Record<string, Json>), shape: 2 };
    await world.store.write(`ticket/${id}`, newer, stored?.etag ?? null);

    const forgotten = await retentionOf(world).forget(chat);

    expect(forgotten).toEqual({ removed: 0, left: [expect.stringMatching(new RegExp(`^ticket-place/.*/${id}$`))] });
  });

  test('tickets of other chats stay as they are', async () => {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.keepPlace(id, chat);
    await book.keepPlace(id, 'conversation/webchat/alice/one');

    await retentionOf(world).forget(chat);

    expect((await book.find(id))?.requester.personId).toBe(alice);
  });
});
