import { createChannelDoor, warmChannelDoor } from './adapters/bot-framework/channel-door.ts';
import type { Settings } from './config/settings.ts';
import { version } from './config/version.ts';
import { startHttpServer } from './http/server.ts';
import type { Clock } from './ports/clock.ts';
import type { Journal } from './ports/journal.ts';
import { connectChannel } from './wiring/channel.ts';
import { everyDay, soon, sweep } from './wiring/chores.ts';
import { buildConversations, type Probes } from './wiring/conversations.ts';
import { openFoundation } from './wiring/foundation.ts';
import { operatorParts, webchatParts } from './wiring/web.ts';

export interface RunningApp {
  readonly port: number;
  readonly journal: Journal;
  /** Continues the conversations that are due now, without waiting for the next look. */
  runDue(): Promise<void>;
  /** Removes what was kept long enough, without waiting for the daily run. */
  sweep(): Promise<void>;
  /** Says "not ready" from now on, and goes on serving. */
  announceStop(): void;
  /** Takes no new work, ends what is running, closes the store. */
  stop(): Promise<void>;
}

/** What tests give instead of the real thing. */
export interface Surroundings extends Probes {
  readonly clock?: Clock;
  /** How often the bot looks for conversations to continue, in milliseconds. Default 15,000. */
  readonly jobsEveryMs?: number;
  /** How often the bot looks for tickets with something to do, in milliseconds. Default 3,000. */
  readonly ticketsEveryMs?: number;
}

/** How often the bot looks for conversations to continue, in milliseconds. */
const usualJobsEveryMs = 15_000;
/** How often the bot looks for tickets with something to do, in milliseconds. */
const usualTicketsEveryMs = 3_000;

/** Builds every part of the bot by name and starts listening. Rejects when a part cannot start. */
export async function startApp(settings: Settings, surroundings: Surroundings = {}): Promise<RunningApp> {
  const { clock, jobsEveryMs = usualJobsEveryMs, ticketsEveryMs = usualTicketsEveryMs, ...probes } = surroundings;
  const base = await openFoundation(settings, clock);
  const { journal, retention, store, telemetry } = base;
  const channel = connectChannel(base);
  const { handler, turns, runTurn, jobRunner, tickets, ticketWorker, warm } = buildConversations(base, channel, probes);

  let isReady = false;
  const server = await startHttpServer({
    host: settings.HOST,
    port: settings.PORT,
    door: createChannelDoor({ ...channel, journal, runTurn }),
    journal,
    isReady: () => isReady,
    webchat: webchatParts(base),
    tickets: {
      door: tickets,
      clock: base.clock,
      trustedProxies: settings.TRUSTED_PROXIES,
      publicUrl: settings.PUBLIC_URL,
    },
    operator: operatorParts(base, tickets),
  });
  // While keys and token are on their way, there is time for what most first answers need.
  warmChannelDoor();
  await handler.warm(channel.adapter);
  await channel.warmed;
  isReady = true;
  jobRunner.start(jobsEveryMs);
  ticketWorker.start(ticketsEveryMs);
  const stopWarming = soon(async () => {
    await server.warm();
    await warm();
  });
  const stopSweeping = everyDay(() => sweep(retention, journal));
  journal.note({ event: 'app.started', port: server.port, version });
  return {
    port: server.port,
    journal,
    announceStop(): void {
      isReady = false;
      journal.note({ event: 'app.stopping' });
    },
    async runDue(): Promise<void> {
      await ticketWorker.runDue();
      await jobRunner.runDue();
      // A chat that was woken may have something to tell its desk.
      await ticketWorker.runDue();
    },
    sweep: () => sweep(retention, journal),
    async stop(): Promise<void> {
      isReady = false;
      await server.stop();
      stopWarming();
      stopSweeping();
      await ticketWorker.stop();
      await jobRunner.stop();
      await turns.idle();
      await store.close();
      await telemetry.stop();
    },
  };
}
