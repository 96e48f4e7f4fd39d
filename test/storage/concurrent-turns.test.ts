import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { openAzureDocumentStore } from '../../src/adapters/storage/azure/azure-document-store.ts';
import { openSqliteDocumentStore } from '../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import { countMiss } from '../../src/bot/record/conversation-changes.ts';
import { TurnRunner } from '../../src/bot/turn/turn-runner.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { type RunningAzurite, startAzurite } from '../builders/azurite.ts';
import { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { aTurnHandler } from '../builders/turn-handler.ts';

/** Fifty messages at once in one conversation have fifty effects, and fifty answers, wherever they are kept. */

const turns = 50;
// More in `npm run test:long`.
const repeated = Number(process.env.REPEATED_ACTIVITIES ?? 200);
/** Many of them wait for one another; a process takes no more at once (`TurnAdmission`). */
const deliveriesAtOnce = 64;
const key = 'conversation/directline/conv-1/one';

/** A channel that keeps what it got. */
class Channel extends BotAdapter {
  readonly got: string[] = [];

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const { text } of activities) this.got.push(text ?? '');
    return activities.map(() => ({ id: randomUUID() }));
  }
  override async updateActivity(): Promise<undefined> {
    return undefined;
  }
  override async deleteActivity(): Promise<undefined> {
    return undefined;
  }
  override async continueConversation(): Promise<undefined> {
    return undefined;
  }
}

interface Replica {
  says(id: string, conversation?: string): Promise<void>;
  idle(): Promise<void>;
}

/** One replica of a bot that counts what it hears, in the conversation. */
function aReplica(store: DocumentStore, channel: Channel): Replica {
  const runner = new TurnRunner({
    store,
    clock: { now: () => Date.now() },
    journal: { note: () => undefined },
    handler: aTurnHandler({
      answer: async (context, record) => {
        countMiss(record);
        await context.sendActivity(`heard ${context.activity.id}`);
      },
    }),
    sendAgainAt: async () => undefined,
    tellNewsAt: async () => undefined,
    randomId: randomUUID,
  });
  const says: Replica['says'] = (id, conversation = 'conv-1') =>
    runner.run(
      new TurnContext(channel, {
        type: 'message',
        id,
        text: 'hello',
        channelId: 'directline',
        serviceUrl: 'http://localhost/',
        conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
        from: { id: 'dl_ann', name: '' },
        recipient: { id: 'bot', name: '' },
      }),
    );
  return { says, idle: () => runner.idle() };
}

let azurite: RunningAzurite;
let folder: string;
beforeAll(async () => {
  azurite = await startAzurite();
  folder = mkdtempSync(join(tmpdir(), 'onetenant-turns-'));
});
afterAll(async () => {
  await azurite.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Each makes a new place and gives the way to open it; memory is one handle, since it is in this process alone. */
const places: readonly [string, () => () => DocumentStore][] = [
  [
    'in memory',
    () => {
      const store = new MemoryDocumentStore();
      return () => store;
    },
  ],
  [
    'in SQLite',
    () => {
      const file = join(folder, `${randomUUID()}.sqlite`);
      return () => openSqliteDocumentStore(file);
    },
  ],
  [
    'in Azure Blob Storage',
    () => {
      const container = `c${randomUUID()}`;
      const access = { kind: 'connection-string', connectionString: azurite.connectionString } as const;
      return () => openAzureDocumentStore({ access, container });
    },
  ],
];

describe.each(places)('%s', (_where, makePlace) => {
  test.each([
    ['one replica', 1],
    ['two replicas', 2],
  ])('of %s', async (_how, replicas) => {
    const open = makePlace();
    const stores = Array.from({ length: replicas }, open);
    const channel = new Channel();
    const replicasHere = stores.map((store) => aReplica(store, channel));

    await Promise.all(Array.from({ length: turns }, (_, turn) => replicasHere[turn % replicas]?.says(`m${turn}`)));

    await Promise.all(replicasHere.map(({ idle }) => idle()));
    const stored = (await stores[0]?.read(key))?.value as { misses: number; outbox: unknown };
    expect(stored.misses).toBe(turns);
    expect(stored.outbox).toBeNull();
    expect(new Set(channel.got).size).toBe(turns);
    expect(channel.got).toHaveLength(turns);
    for (const store of stores) await store.close();
  });

  test('of two replicas that get each activity three times', async () => {
    const open = makePlace();
    const stores = [open(), open()];
    const channel = new Channel();
    const replicasHere = stores.map((store) => aReplica(store, channel));
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < 3 * repeated) {
        const delivery = next;
        next += 1;
        const activity = Math.floor(delivery / 3);
        await replicasHere[delivery % 2]?.says(`m${activity}`, `conv-${activity % 20}`);
      }
    };
    await Promise.all(Array.from({ length: deliveriesAtOnce }, worker));

    await Promise.all(replicasHere.map(({ idle }) => idle()));
    expect([...channel.got].sort()).toEqual(Array.from({ length: repeated }, (_, index) => `heard m${index}`).sort());
    for (const store of stores) await store.close();
  });
});
