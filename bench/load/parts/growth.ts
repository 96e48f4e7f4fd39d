import { setTimeout as pause } from 'node:timers/promises';
import type { Webhook } from 'standardwebhooks';
import { Chat } from '../chat.ts';
import type { BenchCloud } from '../cloud.ts';
import { deliveryOf, genericDesk } from '../delivery.ts';
import { drive } from '../drive.ts';
import { bytesOf, fill, takeSample } from '../full-store.ts';
import { growthRow } from '../growth-row.ts';
import { median, rotated, short } from '../numbers.ts';
import { type BenchBot, startBot } from '../process.ts';
import type { Row } from '../row.ts';
import { scenario } from '../script.ts';

const rounds = 5;
const stretchMs = 350;
const users = 32;
const warmUpTurns = 1_200;

/**
 * How the cost of a turn grows with subscriptions, the size of what is kept, and what is in the store. With users: see `turns`.
 * Every round takes each size once, in an order that rotates.
 */
export async function measureGrowth(cloud: BenchCloud): Promise<readonly Row[]> {
  return [...(await alongOnePerson(cloud)), ...(await alongStore(cloud))];
}

class Costs<Size extends number> {
  readonly #costs = new Map<Size, number[]>();

  note(size: Size, cost: number): void {
    this.#costs.set(size, [...this.of(size), cost]);
  }

  of(size: Size): readonly number[] {
    return this.#costs.get(size) ?? [];
  }
}

const subscriptions = [1, 20, 400] as const;
/** With which a finished conversation keeps about 30 kB. */
const subscriptionsOf30Kb = 100;
const helpsEach = 10;

async function alongOnePerson(cloud: BenchCloud): Promise<readonly Row[]> {
  let dataFile = '';
  const bot = await startBot('onetenant', cloud, {
    fillStore: async (file) => {
      dataFile = file;
    },
  });
  try {
    await warmUp(bot, cloud);
    const large = await begin(bot, cloud, 'all');
    const along = new Costs<(typeof subscriptions)[number]>();
    const states = { small: [] as Asked[], large: [] as Asked[] };
    for (let round = 0; round < rounds; round += 1) {
      for (const many of rotated(subscriptions, round)) {
        cloud.subscriptions = many;
        along.note(many, (await drive(bot, cloud, { users, until: { ms: stretchMs } })).cpuMsPerTurn);
      }
      // A conversation notes the ids of what it got, so those that are to be small are begun anew.
      const small = await begin(bot, cloud, 'nothing');
      const order = rotated(
        [
          { chats: small, told: states.small },
          { chats: large, told: states.large },
        ],
        round,
      );
      for (const { chats, told } of order) told.push(await askForHelp(bot, chats, dataFile));
    }
    return [
      growthRow(
        'CPU per turn of a whole conversation along subscriptions of each person',
        'n log n',
        subscriptions.map((size) => ({ size, costs: along.of(size) })),
      ),
      growthRow(
        'CPU per "help" along what is kept of the conversation',
        'n log n',
        [states.small, states.large].map((asked) => {
          const size = median(asked.map(({ bytes }) => bytes)) / 1_000;
          return { size, name: `${short(size)} kB`, costs: asked.map(({ cpuMs }) => cpuMs) };
        }),
      ),
    ];
  } finally {
    cloud.subscriptions = 1;
    await bot.stop();
  }
}

async function warmUp(bot: BenchBot, cloud: BenchCloud): Promise<void> {
  await drive(bot, cloud, { users: 1, until: { turns: 30 } });
  await drive(bot, cloud, { users, until: { turns: warmUpTurns } });
}

/** Conversations of several people that stand at the menu: those that have just opened it, or have held a whole one before. */
function begin(bot: BenchBot, cloud: BenchCloud, heldBefore: 'nothing' | 'all'): Promise<readonly Chat[]> {
  cloud.subscriptions = subscriptionsOf30Kb;
  return Promise.all(
    Array.from({ length: users }, async () => {
      const chat = new Chat(cloud, bot);
      if (heldBefore === 'nothing') await chat.opens();
      else {
        for await (const _ of scenario(chat, cloud));
        await chat.types('menu');
      }
      return chat;
    }),
  );
}

interface Asked {
  readonly cpuMs: number;
  readonly bytes: number;
}

/** Everybody gets the same cards; nobody but the channel and the store is asked for them. */
async function askForHelp(bot: BenchBot, chats: readonly Chat[], dataFile: string): Promise<Asked> {
  const before = bot.cpuMs();
  await Promise.all(
    chats.map(async (chat) => {
      for (let asked = 0; asked < helpsEach; asked += 1) await chat.types('help');
    }),
  );
  const cpuMs = (bot.cpuMs() - before) / (chats.length * helpsEach);
  return { cpuMs, bytes: await bytesOf(dataFile, chats[0]?.conversationId ?? '') };
}

const stored = [1, 1_000, 100_000] as const;
const deliveries = 200;
const deliverers = 16;
/** A delivery is answered before the desk has heard what came of it. */
const settlesWithinMs = 150;

/** So many are there before the bot starts; those of the measuring, the same everywhere, come on top. */
async function alongStore(cloud: BenchCloud): Promise<readonly Row[]> {
  const desk = genericDesk(cloud.environment);
  const sample = await takeSample(cloud);
  const running: { readonly size: (typeof stored)[number]; readonly bot: BenchBot }[] = [];
  try {
    for (const size of stored) {
      const bot = await startBot('onetenant', cloud, { fillStore: (file) => fill(file, size, sample) });
      running.push({ size, bot });
      await warmUp(bot, cloud);
      await handOver(bot, desk);
    }
    const [turns, tickets] = [new Costs<(typeof stored)[number]>(), new Costs<(typeof stored)[number]>()];
    for (let round = 0; round < rounds; round += 1) {
      for (const { size, bot } of rotated(running, round)) {
        turns.note(size, (await drive(bot, cloud, { users, until: { ms: stretchMs } })).cpuMsPerTurn);
        tickets.note(size, await handOver(bot, desk));
      }
    }
    const row = (what: string, costs: typeof turns): Row =>
      growthRow(
        `CPU per ${what} along conversations in the store, with as many tickets`,
        'log n',
        stored.map((size) => ({ size, costs: costs.of(size) })),
      );
    return [row('turn', turns), row('ticket handed over', tickets)];
  } finally {
    await Promise.all(running.map(({ bot }) => bot.stop()));
  }
}

let handedOver = 0;

/** New tickets, and what the bot then tells the desk. Gives the processor's milliseconds for each. */
async function handOver(bot: BenchBot, desk: Webhook): Promise<number> {
  const before = bot.cpuMs();
  const last = handedOver + deliveries;
  await Promise.all(
    Array.from({ length: deliverers }, async () => {
      while (handedOver < last) {
        handedOver += 1;
        const delivery = deliveryOf(desk, `delivery-${handedOver}`, { number: `T-${handedOver}`, version: 1 });
        const answered = await fetch(`http://127.0.0.1:${bot.port}/api/tickets/generic`, {
          method: 'POST',
          ...delivery,
        });
        await answered.arrayBuffer();
        if (answered.status !== 202) throw new Error(`a ticket was answered with ${answered.status}`);
      }
    }),
  );
  await pause(settlesWithinMs);
  return (bot.cpuMs() - before) / deliveries;
}
