import type { BotAdapter } from '../../src/adapters/bot-framework/bot-adapter.ts';
import { createChannelDoor } from '../../src/adapters/bot-framework/channel-door.ts';
import type { ChannelGate } from '../../src/adapters/bot-framework/channel-gate.ts';

/** What is made of an activity once its token is good. */

const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: 'from' },
  conversation: { id: 'c' },
};

async function passedOn(changes: Record<string, unknown>): Promise<Record<string, unknown> | string> {
  let seen: Record<string, unknown> | string = 'nothing';
  const gate: Pick<ChannelGate, 'admit' | 'refusalOf'> = {
    admit: async () => ({ kind: 'admitted', token: { serviceUrl: activity.serviceUrl, endorsements: [] } }),
    refusalOf: () => null,
  };
  const adapter: Pick<BotAdapter, 'receive'> = {
    receive: async (received) => {
      seen = received as unknown as Record<string, unknown>;
      return undefined;
    },
  };
  const door = createChannelDoor({
    gate: gate as ChannelGate,
    adapter: adapter as BotAdapter,
    journal: { note: () => undefined },
    runTurn: async () => undefined,
  });
  const caller = await door.admit('Bearer a.b.c');
  if (caller.kind === 'admitted') await caller.receive({ ...activity, ...changes });
  return seen;
}

/** A list that counts how often one of its entries is looked at. */
function countingList(entries: readonly unknown[]): { readonly list: unknown[]; readonly looks: () => number } {
  let looks = 0;
  const list = new Proxy([...entries], {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  return { list, looks: () => looks };
}

test.each(['entities', 'membersAdded', 'membersRemoved', 'attachments'])(
  'a list of 100,000 %s is dropped without a look at its entries, and the rest is passed on',
  async (name) => {
    const { list, looks } = countingList(Array<number>(100_000).fill(1));

    const seen = await passedOn({ [name]: list, text: 'hello' });

    expect(seen).toMatchObject({ type: 'message', text: 'hello' });
    expect(seen).toHaveProperty(name, undefined);
    expect(looks()).toBe(0);
  },
);

test('lists as channels send them are passed on whole', async () => {
  const members = Array.from({ length: 500 }, (_, index) => ({ id: `29:${index}` }));
  const entities = [
    { type: 'mention', mentioned: { id: '28:bot' }, text: '<at>OneTenant</at>' },
    { type: 'clientInfo', locale: 'nl-NL', timezone: 'Europe/Amsterdam' },
  ];

  expect(await passedOn({ membersAdded: members, entities })).toMatchObject({ membersAdded: members, entities });
});
