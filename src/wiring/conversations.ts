import { randomBytes } from 'node:crypto';
import { createMeanings } from '../adapters/embeddings/create-meanings.ts';
import { createStepUpSignIn } from '../adapters/entra/step-up-sign-in.ts';
import { createFactsSource, type MicrosoftFacts } from '../adapters/facts/read-facts.ts';
import { createPersonDirectory } from '../adapters/graph/person-directory.ts';
import { createTeamsInstaller } from '../adapters/graph/teams-installer.ts';
import { createDesks } from '../adapters/helpdesk/create-desks.ts';
import { comparedTexts } from '../adapters/search/compared-texts.ts';
import { loadContent } from '../adapters/search/content.ts';
import { leaveOutNames } from '../adapters/search/leave-out-names.ts';
import { makeQuestionIndex, vocabularyOf } from '../adapters/search/question-index.ts';
import { StoredQuestions } from '../adapters/storage/question-log.ts';
import type { ConversationParts } from '../bot/context/conversation-parts.ts';
import { ConversationHandler } from '../bot/conversation/conversation-handler.ts';
import { isReferenceAllowed } from '../bot/input/activity.ts';
import { Understanding } from '../bot/input/understanding.ts';
import { MessageExtension } from '../bot/message-extension/message-extension.ts';
import { PersonChats } from '../bot/message-extension/person-chats.ts';
import { AdminRequests } from '../bot/proactive/admin-requests.ts';
import { JobRunner } from '../bot/proactive/job-runner.ts';
import type { RunTurn } from '../bot/proactive/proactive-trigger.ts';
import { ScheduledJobs } from '../bot/proactive/scheduled-jobs.ts';
import { TabChecklists } from '../bot/proactive/tab-checklists.ts';
import { createPersonReach, type PersonReachParts } from '../bot/proactive/ticket-reach.ts';
import { SingleSignOn } from '../bot/sign-in/single-sign-on.ts';
import { StepUps, stepUpRedirectPath } from '../bot/sign-in/step-ups.ts';
import type { RecordCache } from '../bot/turn/conversation-store.ts';
import { TurnRunner } from '../bot/turn/turn-runner.ts';
import { lazily } from '../domain/lazily.ts';
import { phrasesOf } from '../i18n/index.ts';
import { namingOfAll } from '../i18n/naming.ts';
import type { Desk } from '../ports/desk.ts';
import type { Meanings } from '../ports/meanings.ts';
import type { QuestionIndex } from '../ports/question-index.ts';
import type { PersonDirectory } from '../ports/tickets.ts';
import type { Passes } from '../ports/turn-points.ts';
import { openTickets } from '../tickets/open-tickets.ts';
import type { TicketBook } from '../tickets/ticket-book.ts';
import type { Failpoint } from '../tickets/ticket-store.ts';
import type { TicketWorker } from '../tickets/ticket-worker.ts';
import type { ChannelConnection } from './channel.ts';
import type { Foundation } from './foundation.ts';

/** What tests observe in turns and tickets, and the wait that they shorten. */
export interface Probes {
  /** Called at the points in a turn where the process could crash. */
  readonly passes?: Passes;
  /** Sees each conversation that is cached for its next turn. */
  readonly recordCache?: RecordCache;
  /** Called at the points in a ticket's life where the process could crash. */
  readonly passesTicket?: Failpoint;
  /** Parts that are given, instead of made as the settings say. */
  readonly given?: Partial<GivenParts>;
}

/** Parts that call what is outside of the process, and two that take long to make. */
export interface GivenParts {
  readonly desks: readonly Desk[];
  readonly facts: Pick<MicrosoftFacts, 'keepToken' | 'read' | 'readWith' | 'warm'>;
  readonly directory: PersonDirectory;
  readonly questions: QuestionIndex;
  readonly understanding: Understanding;
}

/** Turns, their tickets, and proactive work. */
export interface Conversations {
  readonly handler: ConversationHandler;
  readonly messageExtension: MessageExtension;
  readonly turns: TurnRunner;
  /** Runs one turn in a trace of its own. */
  readonly runTurn: RunTurn;
  readonly jobRunner: JobRunner;
  readonly tickets: TicketBook;
  readonly ticketWorker: TicketWorker;
  readonly questions: QuestionIndex;
  /** Null where the organisation has no embedding service. */
  readonly meanings: Meanings | null;
  readonly questionLog: StoredQuestions;
  readonly tabChecklists: TabChecklists;
  /** Null where browsers cannot open the bot. */
  readonly stepUps: StepUps | null;
  /** Loads what the first check needs but the first response does not. */
  warm(): Promise<void>;
}

/** How long a desk waits for progress after the first, in milliseconds: whoever is at it ticks one step after the other. */
const gatherProgressMs = 30 * 60_000;

/** Builds from the bottom up: jobs and tickets, the handler, its turns, and finally whatever starts turns. */
export function buildConversations(
  base: Omit<Foundation, 'storeHealth'>,
  {
    adapter,
  }: { readonly adapter: Pick<ChannelConnection['adapter'], 'chatWith' | 'findChat' | 'reachOut' | 'reachPerson'> },
  probes: Probes,
): Conversations {
  const { settings, clock, stopwatch, journal, observe, store, telemetry, retention } = base;
  const { randomId, share: jitter } = base.chance;
  const { passes, recordCache, passesTicket, given = {} } = probes;
  const jobs = new ScheduledJobs(store, clock, stopwatch);
  const tickets = openTickets({
    store,
    clock,
    journal,
    desks:
      given.desks ?? createDesks(settings, clock, ({ desk, ...call }) => observe({ service: `desk ${desk}`, ...call })),
    randomId,
    stopwatch,
    jitter,
    failpoint: passesTicket,
    rules: {
      waitMs: settings.WAIT_DAYS * 86_400_000,
      holdMs: gatherProgressMs,
      ticketPages: settings.PUBLIC_URL === undefined ? null : `${settings.PUBLIC_URL}/operator/tickets/`,
    },
  });
  const facts = given.facts ?? createFactsSource(settings, clock, observe);
  const stepUps = createStepUps(base, jobs, facts);
  const understanding = given.understanding ?? new Understanding(phrasesOf);
  const content = lazily(() => loadContent(settings.CONTENT_FOLDER, clock.now()));
  const questions = given.questions ?? makeQuestionIndex(content());
  const vocabulary = lazily(() => vocabularyOf(content()));
  const questionLog = new StoredQuestions({
    store,
    clock,
    keeps: settings.QUESTIONS_KEPT,
    vocabulary,
    naming: namingOfAll(),
    stopwatch,
  });
  const clean = lazily(() => leaveOutNames(content()));
  const meanings = createMeanings({
    settings,
    store,
    clock,
    journal,
    observe: (call) => observe({ service: 'embeddings', ...call }),
    texts: () => comparedTexts(content()),
    clean: (text, names) => clean()(text, names),
  });
  const parts: ConversationParts = {
    jobs,
    tickets: tickets.book,
    adminRequests: new AdminRequests(store, clock, jobs, randomId, passes),
    chatUrl: settings.CHAT_URL,
    facts,
    clock,
    journal,
    connectionName: settings.SIGN_IN_CONNECTION,
    signInAppId: settings.SIGN_IN_APP_ID,
    randomId,
    understanding,
    questions,
    meanings,
    questionLog,
    contact: settings.CONTACT,
    retention,
    singleSignOn: new SingleSignOn(store, settings.SIGN_IN_CONNECTION),
    stepUps,
    allowedTenants: settings.ALLOWED_TENANTS,
  };
  const handler = new ConversationHandler(parts);
  const messageExtension = new MessageExtension({
    ...parts,
    publicUrl: settings.PUBLIC_URL,
    chats: new PersonChats({ store, clock, chatWith: (person) => adapter.chatWith(person) }),
  });
  const turns = new TurnRunner({
    store,
    clock,
    journal,
    handler,
    randomId,
    inTurn: telemetry.inTurn,
    stopwatch,
    jitter,
    passes,
    recordCache,
    sendAgainAt: (key, dueAt) => jobs.plan(key, { kind: 'send-again' }, dueAt),
    tickets: tickets.book,
    tellNewsAt: (key, dueAt) => jobs.plan(key, { kind: 'ticket-news' }, dueAt),
  });
  const runTurn: RunTurn = turns.run.bind(turns);
  const jobRunner = new JobRunner({
    jobs,
    store,
    journal,
    reachOut: (reference, logic) => adapter.reachOut(reference, logic),
    runTurn,
    tellNews: (key) => turns.tellTicketNews(key),
    mayReach: (reference) => isReferenceAllowed(reference, settings.ALLOWED_TENANTS),
    passes,
    stopwatch,
  });
  const ticketWorker = tickets.worker({
    people: createPersonReach({
      store,
      adapter,
      runTurn,
      jobs,
      jobRunner,
      teamsServiceUrl: settings.TEAMS_SERVICE_URL,
      install: installsFor(settings, clock, observe),
      allowedTenants: settings.ALLOWED_TENANTS,
    }),
    directory: given.directory ?? createPersonDirectory(settings, clock, observe),
    chatOrigin: settings.DIRECT_LINE_SECRET === undefined ? null : (settings.PUBLIC_URL ?? null),
  });
  const tabChecklists = new TabChecklists({
    store,
    adapter,
    runTurn,
    checklist: (context, locale) => turns.checklist(context, locale),
    journal,
    teamsServiceUrl: settings.TEAMS_SERVICE_URL,
  });
  return {
    handler,
    messageExtension,
    turns,
    runTurn,
    jobRunner,
    tickets: tickets.book,
    ticketWorker,
    tabChecklists,
    stepUps,
    questions,
    meanings,
    questionLog,
    async warm(): Promise<void> {
      understanding.warm();
      await Promise.all([facts.warm(), meanings?.warm()]);
    },
  };
}

/** With the app's place in the catalogue, the bot puts itself into the Teams of people who have a ticket and not the app. */
function installsFor(
  settings: Foundation['settings'],
  clock: Foundation['clock'],
  observe: Foundation['observe'],
): PersonReachParts['install'] {
  const { TEAMS_CATALOG_APP_ID: catalogId } = settings;
  if (catalogId === undefined) return undefined;
  const installer = createTeamsInstaller(settings, clock, { observe, triesAtMost: 1 });
  return async ({ personId, tenantId }) => (await installer.install(tenantId, personId, catalogId)).kind !== 'refused';
}

/** Step-ups happen on a page of the bot's own. */
function createStepUps(
  { settings, clock, store, observe }: Omit<Foundation, 'storeHealth'>,
  jobs: ScheduledJobs,
  facts: GivenParts['facts'],
): StepUps | null {
  const { PUBLIC_URL: publicUrl } = settings;
  if (publicUrl === undefined) return null;
  const redirectUri = `${publicUrl}${stepUpRedirectPath}`;
  return new StepUps({
    store,
    clock,
    jobs,
    signIn: createStepUpSignIn({ settings, redirectUri, facts, clock, observe }),
    publicUrl,
    randomKey: () => randomBytes(32).toString('base64url'),
  });
}
