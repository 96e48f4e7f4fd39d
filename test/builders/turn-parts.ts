import type { Activity } from 'botbuilder';
import { MessageComposer } from '../../src/bot/context/message-composer.ts';
import { PersonSignIn } from '../../src/bot/context/person-sign-in.ts';
import { TurnFacts } from '../../src/bot/context/turn-facts.ts';
import { ScheduledJobs } from '../../src/bot/proactive/scheduled-jobs.ts';
import type { ConversationRecord } from '../../src/bot/record/conversation-record.ts';
import type { FactsReading, FactsRequest } from '../../src/ports/facts-source.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import { noon } from './facts.ts';
import { MemoryDocumentStore } from './memory-document-store.ts';
import { aRecord } from './records.ts';
import { aTurnContext, PlayedChannel } from './turn-context.ts';

/** Ids in the order in which they were asked for: id-1, id-2, and so on. */
export function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}

/** The parts of one turn as the bot puts them together, on a channel and a token service in memory. */
export function theParts(
  activity: Partial<Activity> = {},
  record: ConversationRecord = aRecord(),
  { isBotsOwn = false }: { readonly isBotsOwn?: boolean } = {},
) {
  const channel = new PlayedChannel();
  const context = aTurnContext(activity, channel);
  const events: JournalEvent[] = [];
  const requests: FactsRequest[] = [];
  const store = new MemoryDocumentStore();
  const clock = { now: () => noon };
  const world: { reading: FactsReading } = { reading: { kind: 'sign-in-needed' } };
  const randomId = countedIds();
  const messages = new MessageComposer(context, record, randomId);
  const journal = { note: (event: JournalEvent) => void events.push(event) };
  const signIn = new PersonSignIn(context, record, messages, { connectionName: 'entra', journal });
  const facts = new TurnFacts({ context, record, isBotsOwn }, messages, signIn, {
    facts: {
      read: async (request) => {
        requests.push(request);
        return world.reading;
      },
    },
    clock,
    jobs: new ScheduledJobs(store, clock),
    randomId,
  });
  return {
    channel,
    tokens: channel.tokens,
    context,
    record,
    events,
    requests,
    store,
    world,
    randomId,
    messages,
    signIn,
    facts,
  };
}
