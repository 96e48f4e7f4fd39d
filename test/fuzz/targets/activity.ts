import type { Activity } from 'botbuilder';
import type { BotAdapter } from '../../../src/adapters/bot-framework/bot-adapter.ts';
import { createChannelDoor } from '../../../src/adapters/bot-framework/channel-door.ts';
import type { ChannelGate } from '../../../src/adapters/bot-framework/channel-gate.ts';
import { hear, textMax } from '../../../src/bot/input/hearing.ts';
import { Understanding } from '../../../src/bot/input/understanding.ts';
import { newRecord } from '../../../src/bot/record/conversation-record.ts';
import { phrasesOf } from '../../../src/i18n/index.ts';
import { type FuzzTarget, jsonIn, promise } from './target.ts';

const understanding = new Understanding(phrasesOf);

/** `read`: what is made of an activity that came in. */
export const activityTarget = (read: typeof hear = hear): FuzzTarget => ({
  what: 'an activity is refused as malformed, or heard within limits',
  async try(bytes) {
    const heard: Activity[] = [];
    const admitted = { kind: 'admitted', token: { serviceUrl: '', endorsements: [] } } as const;
    const gate = { admit: async () => admitted, refusalOf: () => null } as unknown as ChannelGate;
    const adapter = {
      receive: async (activity: Activity) => {
        heard.push(activity);
        return undefined;
      },
    } as unknown as BotAdapter;
    const door = createChannelDoor({
      gate,
      adapter,
      journal: { note: () => undefined },
      runTurn: async () => undefined,
    });
    const decision = await door.admit('Bearer a.b.c');
    if (decision.kind !== 'admitted') return;
    const answer = await decision.receive(jsonIn(bytes));
    promise(answer.kind === 'malformed' || answer.kind === 'done', 'an activity is refused or taken');
    for (const activity of heard) lookAt(activity, read);
  },
});

function lookAt(activity: Activity, read: typeof hear): void {
  promise((activity.from?.id.length ?? 0) <= 200 && activity.conversation.id.length <= 200, 'ids have a limit');
  promise((activity.entities?.length ?? 0) <= 250, 'entities have a limit');
  const record = { ...newRecord('en', 0), liveNonces: ['nonce-1'] };
  const input = read(activity, record, understanding);
  promise(typeof input.kind === 'string', 'everything is something');
  if (input.kind === 'answer') promise(input.heard.text.length <= textMax, 'what is heard has a limit');
  promise(JSON.stringify(record).length < 20_000, 'what is stored has a limit');
}
