import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { BotAdapter } from './adapters/bot-framework/bot-adapter.ts';
import { createChannelDoor, warmChannelDoor } from './adapters/bot-framework/channel-door.ts';
import { ChannelGate, isAllowedServiceUrl } from './adapters/bot-framework/channel-gate.ts';
import { createDirectLineTokens } from './adapters/direct-line/direct-line-tokens.ts';
import { createBotCredentials } from './adapters/entra/bot-credentials.ts';
import { createOperatorSignIn } from './adapters/entra/operator-sign-in.ts';
import { createFactsSource } from './adapters/facts/read-facts.ts';
import { createDirectory } from './adapters/graph/directory.ts';
import { createDesks } from './adapters/helpdesk/create-desks.ts';
import { loadContent } from './adapters/search/content.ts';
import { makeQuestionIndex } from './adapters/search/mini-search-index.ts';
import { createKeptData } from './adapters/storage/kept-data.ts';
import { openDocumentStore } from './adapters/storage/open-document-store.ts';
import { watchedStore } from './adapters/storage/watched-store.ts';
import { createLogJournal } from './adapters/telemetry/log-journal.ts';
import { openTelemetry } from './adapters/telemetry/telemetry.ts';
import type { ObserveUpstream } from './adapters/upstream/send.ts';
import { AdminRequests } from './bot/admin-requests.ts';
import { Conversation } from './bot/conversation.ts';
import type { KeptRecords } from './bot/kept-records.ts';
import { SingleSignOn } from './bot/single-sign-on.ts';
import { isReferenceAllowed } from './bot/teams-activity.ts';
import { createPersonReach } from './bot/ticket-reach.ts';
import { TurnRunner } from './bot/turn.ts';
import type { Passes } from './bot/turn-points.ts';
import { Understanding } from './bot/understand.ts';
import { WakeUps } from './bot/wake-ups.ts';
import type { Settings } from './config/settings.ts';
import { operatorTenants } from './domain/operators.ts';
import type { OperatorParts } from './http/operator/operator-parts.ts';
import { startHttpServer } from './http/server.ts';
import type { WebchatParts } from './http/webchat/add-webchat.ts';
import { phrasesOf } from './i18n/index.ts';
import type { Clock } from './ports/clock.ts';
import type { Journal, JournalEvent } from './ports/journal.ts';
import type { KeptData } from './ports/kept-data.ts';
import { TicketBook } from './tickets/ticket-book.ts';
import type { Failpoint } from './tickets/ticket-store.ts';

export interface RunningApp {
  readonly port: number;
  readonly journal: Journal;
  /** Takes up the conversations that are due now, without waiting for the next look. */
  runDue(): Promise<void>;
  /** Removes what was kept long enough, without waiting for the daily look. */
  sweep(): Promise<void>;
  /** Says "not ready" from now on, and goes on serving. */
  announceStop(): void;
  /** Takes no new work, ends what is running, closes the store. */
  stop(): Promise<void>;
}

const systemClock: Clock = { now: () => Date.now() };

/** What tests give instead of the real thing. */
export interface Surroundings {
  readonly clock?: Clock;
  /** How often the bot looks for conversations to take up again, in milliseconds. */
  readonly wakeUpEveryMs?: number;
  /** Told of the places in a turn where the process could die. */
  readonly passes?: Passes;
  /** Looks at each conversation that is kept for its next turn. */
  readonly keptRecords?: KeptRecords;
  /** Told of the places in the life of a ticket where the process could die. */
  readonly passesTicket?: Failpoint;
  /** How often the bot looks for tickets with something to do, in milliseconds. */
  readonly ticketsEveryMs?: number;
}

/** Builds every part of the bot by name and starts listening. Rejects when a part cannot start. */
export async function startApp(settings: Settings, surroundings: Surroundings = {}): Promise<RunningApp> {
  const { clock = systemClock, wakeUpEveryMs = 15_000, ticketsEveryMs = 3_000 } = surroundings;
  const { passes, passesTicket, keptRecords } = surroundings;
  const telemetry = await openTelemetry(settings);
  const journal = telemetry.watch(createLogJournal(settings.LOG_LEVEL));
  const noteCall = (call: Omit<Extract<JournalEvent, { event: 'upstream.called' }>, 'event'>): void =>
    journal.note({ event: 'upstream.called', ...call });
  const runTurn = (context: TurnContext): Promise<void> => telemetry.inTurn(() => turns.run(context));
  const store = watchedStore(openDocumentStore(settings), noteCall);
  const keptData = createKeptData({ store, clock, keepIdleDays: settings.KEEP_IDLE_DAYS });
  const credentials = createBotCredentials(settings, clock);
  const facts = createFactsSource(settings, clock, noteCall);
  const understanding = new Understanding(phrasesOf);
  const gate = new ChannelGate({
    openIdUrl: settings.BOT_OPENID_URL,
    issuer: settings.BOT_TOKEN_ISSUER,
    botAppId: settings.BOT_APP_ID,
    connectorHosts: settings.CONNECTOR_HOSTS,
    clock,
  });
  // Keys and token are on their way while the rest is built, and there before the bot says that it is ready;
  // when they cannot be had now, the first turn tries again.
  const warmed = Promise.allSettled([gate.warm(), credentials.warm()]);
  const adapter = new BotAdapter({
    botAppId: settings.BOT_APP_ID,
    tokenServiceUrl: settings.TOKEN_SERVICE_URL,
    botToken: () => credentials.token(),
    isAllowedServiceUrl: (serviceUrl) => isAllowedServiceUrl(serviceUrl, settings.CONNECTOR_HOSTS),
    clock,
    observe: noteCall,
  });
  const wakeUps = new WakeUps({
    store,
    clock,
    journal,
    reachOut: (reference, logic) => adapter.reachOut(reference, logic),
    runTurn,
    tellNews: (key) => turns.tellTicketNews(key),
    mayReach: (reference) => isReferenceAllowed(reference, settings.ALLOWED_TENANTS),
    passes,
  });
  const tickets = new TicketBook({
    store,
    clock,
    journal,
    desks: createDesks(settings, clock, ({ desk, ...call }) => noteCall({ service: `desk ${desk}`, ...call })),
    people: createPersonReach({
      store,
      clock,
      adapter,
      runTurn,
      wakeUps,
      teamsServiceUrl: settings.TEAMS_SERVICE_URL,
      allowedTenants: settings.ALLOWED_TENANTS,
    }),
    directory: createDirectory(settings, clock, noteCall),
    randomId: randomUUID,
    chatOrigin: settings.DIRECT_LINE_SECRET === undefined ? null : (settings.PUBLIC_URL ?? null),
    ...(passesTicket === undefined ? {} : { failpoint: passesTicket }),
  });
  const conversation = new Conversation({
    wakeUps,
    tickets,
    adminRequests: new AdminRequests(store, clock, wakeUps, randomUUID, passes),
    chatUrl: settings.CHAT_URL,
    facts,
    clock,
    journal,
    connectionName: settings.SIGN_IN_CONNECTION,
    signInAppId: settings.SIGN_IN_APP_ID,
    randomId: randomUUID,
    understanding,
    questions: makeQuestionIndex(loadContent(settings.CONTENT_FOLDER, clock.now())),
    contact: settings.CONTACT,
    keptData,
    singleSignOn: new SingleSignOn(store, settings.SIGN_IN_CONNECTION),
    allowedTenants: settings.ALLOWED_TENANTS,
  });
  const turns: TurnRunner = new TurnRunner({
    store,
    clock,
    journal,
    conversation,
    randomId: randomUUID,
    passes,
    keptRecords,
    wakeAt: (key, dueAt) => wakeUps.plan(key, { kind: 'send-again' }, dueAt),
    tickets,
    tellNewsAt: (key, dueAt) => wakeUps.plan(key, { kind: 'ticket-news' }, dueAt),
  });
  const door = createChannelDoor({ gate, adapter, journal, runTurn });

  let isReady = false;
  const server = await startHttpServer({
    host: settings.HOST,
    port: settings.PORT,
    door,
    journal,
    isReady: () => isReady,
    webchat: webchatParts(settings, clock),
    tickets: {
      door: tickets,
      clock,
      trustedProxies: settings.TRUSTED_PROXIES,
      publicUrl: settings.PUBLIC_URL,
    },
    operator: operatorParts(settings, { records: tickets, store, clock, journal }, noteCall),
  });
  // While keys and token are on their way, there is time for what most first answers need.
  warmChannelDoor();
  await conversation.warm(adapter);
  await warmed;
  isReady = true;
  wakeUps.start(wakeUpEveryMs);
  tickets.start(ticketsEveryMs);
  const stopWarming = soon(async () => {
    understanding.warm();
    await server.warm();
    await facts.warm();
  });
  const stopSweeping = everyDay(() => sweep(keptData, journal));
  journal.note({ event: 'app.started', port: server.port });
  return {
    port: server.port,
    journal,
    announceStop(): void {
      isReady = false;
      journal.note({ event: 'app.stopping' });
    },
    async runDue(): Promise<void> {
      await tickets.runDue();
      await wakeUps.runDue();
      // A chat that was woken may have told something that its desk is to hear.
      await tickets.runDue();
    },
    sweep: () => sweep(keptData, journal),
    async stop(): Promise<void> {
      isReady = false;
      await server.stop();
      stopWarming();
      stopSweeping();
      await tickets.stop();
      await wakeUps.stop();
      await turns.idle();
      await store.close();
      await telemetry.stop();
    },
  };
}

/** What the first answer can do without and the first check cannot: made ready while the first person reads the welcome. */
function soon(work: () => Promise<void>): () => void {
  const timer = setTimeout(() => void work(), 300).unref();
  return () => clearTimeout(timer);
}

/** Once shortly after the start, because a bot that scales to zero may not live a day, and then every day. */
function everyDay(work: () => Promise<void>): () => void {
  const first = setTimeout(() => void work(), 60_000).unref();
  const daily = setInterval(() => void work(), 86_400_000).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}

async function sweep(keptData: KeptData, journal: Journal): Promise<void> {
  try {
    journal.note({ event: 'retention.done', removed: await keptData.sweep() });
  } catch (error) {
    journal.note({ event: 'retention.failed', error: error instanceof Error ? error.name : 'unknown' });
  }
}

/** The chat window for web pages is there when the bot has a Direct Line channel. */
function webchatParts(settings: Settings, clock: Clock): WebchatParts | null {
  const { DIRECT_LINE_SECRET: secret, DIRECT_LINE_URL: directLineUrl, PUBLIC_URL: publicUrl } = settings;
  if (secret === undefined || publicUrl === undefined) return null;
  return {
    root: process.cwd(),
    tokens: createDirectLineTokens({ url: directLineUrl, secret }),
    clock,
    publicUrl,
    directLineUrl,
    origins: settings.WEBCHAT_ORIGINS,
    handleSecret: secret,
    startsPerMinute: settings.WEBCHAT_STARTS_PER_MINUTE,
    trustedProxies: settings.TRUSTED_PROXIES,
  };
}

/** The page of tickets is there when there are helpdesks, and an address to come back to after signing in. */
function operatorParts(
  settings: Settings,
  shared: Pick<OperatorParts, 'records' | 'store' | 'clock' | 'journal'>,
  observe: ObserveUpstream,
): OperatorParts | null {
  const { PUBLIC_URL: publicUrl, DESKS } = settings;
  if (publicUrl === undefined || DESKS.length === 0) return null;
  const desks = DESKS.map(({ id, name, tenant: tenantId }) => ({ id, name, tenantId }));
  const rules = {
    role: settings.OPERATOR_ROLE,
    botTenantId: settings.BOT_APP_TENANT_ID,
    allowedTenants: settings.ALLOWED_TENANTS,
    deskTenants: desks.map(({ tenantId }) => tenantId),
  };
  const redirectUri = `${publicUrl}/operator/signed-in`;
  const signIn = createOperatorSignIn({
    settings,
    redirectUri,
    tenants: operatorTenants(rules),
    clock: shared.clock,
    observe,
  });
  return {
    ...shared,
    signIn,
    desks,
    rules,
    publicUrl,
    secret: settings.SIGN_IN_APP_SECRET,
    trustedProxies: settings.TRUSTED_PROXIES,
  };
}
