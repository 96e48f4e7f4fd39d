import { createChannelDoor, warmChannelDoor } from './adapters/bot-framework/channel-door.ts';
import { isFromMessageBox } from './bot/input/activity.ts';
import type { Settings } from './config/settings.ts';
import { version } from './config/version.ts';
import { startHttpServer } from './http/server.ts';
import type { Clock } from './ports/clock.ts';
import type { Journal } from './ports/journal.ts';
import type { Stopwatch } from './ports/stopwatch.ts';
import { connectChannel } from './wiring/channel.ts';
import { everyDay, soon, sweep } from './wiring/chores.ts';
import { buildConversations, type Probes } from './wiring/conversations.ts';
import { openFoundation } from './wiring/foundation.ts';
import { operatorParts, stepUpParts, tabParts, webchatParts } from './wiring/web.ts';

export interface RunningApp {
  readonly port: number;
  readonly journal: Journal;
  /** Runs the scheduled jobs that are due now, without waiting for the next poll. */
  runDue(): Promise<void>;
  /** Removes expired data now, without waiting for the daily run. */
  sweep(): Promise<void>;
  /** Reports "not ready" from now on, but keeps serving. */
  announceStop(): void;
  /** Accepts no new work, finishes what is running, closes the store. */
  stop(): Promise<void>;
}

/** Replacements for tests. */
export interface Surroundings extends Probes {
  readonly clock?: Clock;
  readonly stopwatch?: Stopwatch;
  /** How often scheduled jobs are polled, in milliseconds. Default 15,000. */
  readonly jobsEveryMs?: number;
  /** How often tickets with work are polled, in milliseconds. Default 3,000. */
  readonly ticketsEveryMs?: number;
}

/** How often scheduled jobs are polled, in milliseconds. */
const usualJobsEveryMs = 15_000;
/** How often tickets with work are polled, in milliseconds. */
const usualTicketsEveryMs = 3_000;

/** Builds every part of the bot by name and starts listening. Rejects if a part cannot start. */
export async function startApp(settings: Settings, surroundings: Surroundings = {}): Promise<RunningApp> {
  const { clock, stopwatch, ...rest } = surroundings;
  const { jobsEveryMs = usualJobsEveryMs, ticketsEveryMs = usualTicketsEveryMs, ...probes } = rest;
  const base = await openFoundation(settings, { ...(clock && { clock }), ...(stopwatch && { stopwatch }) });
  const { journal, retention, store, storeHealth, telemetry } = base;
  const channel = connectChannel(base);
  const conversations = buildConversations(base, channel, probes);
  const { handler, messageExtension, turns, runTurn, jobRunner, tickets, ticketWorker, warm } = conversations;

  let isReady = false;
  const server = await startHttpServer({
    host: settings.HOST,
    port: settings.PORT,
    door: createChannelDoor({
      ...channel,
      journal,
      runTurn: (context) => (isFromMessageBox(context.activity) ? messageExtension.answer(context) : runTurn(context)),
    }),
    journal,
    isReady: () => isReady && !storeHealth.isAway,
    publicUrl: settings.PUBLIC_URL,
    webchat: webchatParts(base),
    stepUp: stepUpParts(base, conversations),
    tab: tabParts(base, conversations),
    tickets: {
      door: tickets,
      clock: base.clock,
      trustedProxies: settings.TRUSTED_PROXIES,
      publicUrl: settings.PUBLIC_URL,
    },
    operator: operatorParts(base, conversations),
  });
  // While the keys and the token are being fetched, there is time to prepare the first turn.
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
      // A chat that was just continued may have news for its desk.
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
      await conversations.meanings?.stop();
      await conversations.questionLog.flush();
      storeHealth.close();
      await store.close();
      await telemetry.stop();
    },
  };
}
