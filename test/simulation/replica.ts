import { loadContent } from '../../src/adapters/search/content.ts';
import { makeQuestionIndex } from '../../src/adapters/search/question-index.ts';
import { ownedStore } from '../../src/adapters/storage/document-rules.ts';
import { createRetention } from '../../src/adapters/storage/retention.ts';
import { Understanding } from '../../src/bot/input/understanding.ts';
import { readSettings } from '../../src/config/settings.ts';
import { cannotTell } from '../../src/domain/known.ts';
import { lazily } from '../../src/domain/lazily.ts';
import { phrasesOf } from '../../src/i18n/index.ts';
import type { FactsReading } from '../../src/ports/facts-source.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import type { PersonFound } from '../../src/ports/tickets.ts';
import { buildConversations, type Conversations } from '../../src/wiring/conversations.ts';
import { retentionOwners } from '../../src/wiring/retention.ts';
import { noon } from '../builders/facts.ts';
import { Life } from './life.ts';
import type { SeededChance } from './seeded-chance.ts';
import type { SimulatedAdapter, SimulatedChannel } from './simulated-channel.ts';
import type { SimulatedDesk } from './simulated-desk.ts';
import type { SimulatedStore } from './simulated-store.ts';
import type { SimulatedTime } from './simulated-time.ts';
import type { Weather } from './weather.ts';

/** What all replicas share. */
export interface Surroundings {
  readonly time: SimulatedTime;
  readonly weather: Weather;
  readonly chance: SeededChance;
  readonly store: SimulatedStore;
  readonly channel: SimulatedChannel;
  readonly desk: SimulatedDesk;
  readonly noted: (event: JournalEvent, by: Life) => void;
  /** What Graph and Azure know of whoever has this token. */
  readonly factsOf: (token: string) => Extract<FactsReading, { kind: 'read' }>['facts'];
  readonly directory: (userPrincipalName: string) => PersonFound;
}

/** A process that serves, as `startApp` puts it together, on simulated surroundings. */
export interface RunningReplica {
  readonly life: Life;
  readonly adapter: SimulatedAdapter;
  readonly conversations: Conversations;
}

/** How often a replica looks for scheduled jobs and for work on tickets, in milliseconds. Rarer than in production, for speed. */
const looksEveryMs = 10_000;

const settings = lazily(() => {
  const reading = readSettings({
    BOT_APP_ID: '11111111-2222-4333-8444-555555555555',
    BOT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    BOT_APP_SECRET: 'bot-secret',
    SIGN_IN_APP_ID: '33333333-4444-4555-8666-777777777777',
    SIGN_IN_APP_SECRET: 'sign-in-secret',
    PUBLIC_URL: 'https://onetenant.contoso.com',
    DIRECT_LINE_SECRET: 'direct-line-secret',
    LOG_LEVEL: 'silent',
    // Within the time in which everything ends.
    WAIT_DAYS: '1',
  });
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
});
/** Made once: they are the same for everybody, and take longer than a whole simulation. */
const understanding = lazily(() => new Understanding(phrasesOf));
const questions = lazily(() => makeQuestionIndex(loadContent(settings().CONTENT_FOLDER, noon)));

/** Makes what replicas share, in its own time: in a simulation no other passes than the simulated one. */
export function readyReplicas(): Promise<void> {
  return questions().ready();
}

/** Starts a process. */
export function startReplica(name: string, surroundings: Surroundings, whenItDies: () => void): RunningReplica {
  const { time, weather, chance, channel, desk, noted } = surroundings;
  const life = new Life(name, time, weather, whenItDies);
  const { clock, stopwatch } = life;
  const opened = surroundings.store.seenBy(life);
  const owners = retentionOwners({ store: opened, clock, keepIdleDays: settings().KEEP_IDLE_DAYS });
  const adapter = channel.seenBy(life);
  const conversations = buildConversations(
    {
      settings: settings(),
      clock,
      stopwatch,
      chance: { randomId: chance.randomId, share: () => chance.share() },
      telemetry: { watch: (journal) => journal, inTurn: undefined, stop: async () => undefined },
      journal: { note: (event) => noted(event, life) },
      observe: () => undefined,
      store: ownedStore(opened, owners),
      retention: createRetention({ store: opened, clock, owners }),
    },
    { adapter },
    {
      given: {
        desks: [desk.seenBy(life)],
        questions: questions(),
        understanding: understanding(),
        ...outsideOf(life, surroundings),
      },
    },
  );
  conversations.jobRunner.start(looksEveryMs);
  conversations.ticketWorker.start(looksEveryMs);
  return { life, adapter, conversations };
}

function outsideOf(life: Life, { chance, weather, factsOf, directory }: Surroundings) {
  return {
    facts: {
      warm: async () => undefined,
      keepToken: () => undefined,
      readWith: () => Promise.reject(new Error('nobody steps up here')),
      read: async ({ userToken }: { readonly userToken: string }): Promise<FactsReading> => {
        const facts = factsOf(userToken);
        const isWhole = await life
          .calls(
            'facts',
            () => weather.isCalm || chance.below(4) > 0,
            () => new Error('no answer'),
          )
          .catch(() => false);
        return { kind: 'read', facts: isWhole ? facts : { ...facts, subscriptions: cannotTell('too-slow') } };
      },
    },
    directory: {
      find: (_tenantId: string, userPrincipalName: string): Promise<PersonFound> =>
        life
          .calls(
            'directory',
            () => directory(userPrincipalName),
            () => new Error('no answer'),
          )
          .catch(() => ({ kind: 'cannot-tell' }) as const),
    },
  };
}
