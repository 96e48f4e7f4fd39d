import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type RunningApp, type Surroundings, startApp } from '../../src/app.ts';
import { readSettings, type Settings } from '../../src/config/settings.ts';
import type { Passes } from '../../src/ports/turn-points.ts';
import { freePort } from '../builders/free-port.ts';
import { hasNoRival } from '../builders/has-no-rival.ts';
import { WatchedRecordCache } from '../builders/watched-record-cache.ts';
import { Chat, type ChatOptions } from './chat.ts';
import { TimeMachine } from './shifted-date.ts';

/** A bot and a simulated Microsoft cloud, talking over real HTTP on loopback. */
export interface Stage {
  readonly sandbox: RunningSandbox;
  readonly settings: Settings;
  /** Somebody opens the chat. */
  opensChat(options: ChatOptions): Promise<Chat>;
  /** Stops the bot and starts it again on the same data. The cloud goes on. */
  restartsBot(): Promise<void>;
  /** Moves the clock of the bot and the cloud forward. Milliseconds. */
  passTime(milliseconds: number): void;
  /** Ends every sign-in, as its organisation or its time may; the chats go on. */
  endsSignIns(): Promise<void>;
  /** Lets the bot do what is due now. */
  works(): Promise<void>;
  stopsBot(): Promise<void>;
  startsBot(): Promise<void>;
  stop(): Promise<void>;
}

export interface StageOptions {
  /** Whether the bot compares questions by meaning, with the simulated service. */
  readonly withEmbeddings?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  /** Told of the places in a turn; one that throws there ends the turn as if the process had died. */
  readonly passes?: Passes;
}

/** The same, once a sentence was read: the first one makes the index, which a busy machine takes long for. */
export async function setStageWithIndex(): Promise<Stage> {
  const stage = await setStage();
  const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
  await chat.says('what is a tenant');
  return stage;
}

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-'));
  const port = await freePort();
  const time = new TimeMachine();
  const sandbox = await startSandbox({
    httpPort: 0,
    httpsPort: 0,
    botOrigin: `http://localhost:${port}`,
    now: () => Date.now(),
    withEmbeddings: options.withEmbeddings ?? false,
  });
  const settings = settingsOf({
    ...sandbox.environment,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_FILE: join(folder, 'onetenant.sqlite'),
    CONTENT_FOLDER: 'content',
    CONTACT: 'servicedesk@contoso.example',
    LOG_LEVEL: 'silent',
    ...options.settings,
  });
  const recordCache = new WatchedRecordCache();
  const surroundings: Surroundings = {
    jobsEveryMs: 3_600_000,
    recordCache,
    ...(options.passes === undefined ? {} : { passes: options.passes, stopwatch: hasNoRival }),
  };
  let app: RunningApp | null = await startApp(settings, surroundings);

  const stopsBot = async (): Promise<void> => {
    await app?.stop();
    app = null;
    // What a process keeps ends with it.
    recordCache.clear();
  };
  const startsBot = async (): Promise<void> => {
    app ??= await startApp(settings, surroundings);
  };
  return {
    sandbox,
    settings,
    opensChat: (chat) => Chat.open(sandbox.core.addresses.http, chat),
    passTime: (milliseconds) => time.passTime(milliseconds),
    async endsSignIns() {
      const body = JSON.stringify({ of: 'sign-in' });
      const headers = { 'content-type': 'application/json' };
      await fetch(`${sandbox.core.addresses.http}/sandbox/tokens/expire`, { method: 'POST', body, headers });
    },
    works: async () => app?.runDue(),
    stopsBot,
    startsBot,
    async restartsBot(): Promise<void> {
      await stopsBot();
      await startsBot();
    },
    async stop(): Promise<void> {
      time.returns();
      await stopsBot();
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
      recordCache.verify();
    },
  };
}

function settingsOf(environment: Readonly<Record<string, string>>): Settings {
  const reading = readSettings(environment);
  if (reading.kind === 'faulty') throw new Error(`settings: ${JSON.stringify(reading.faults)}`);
  return reading.settings;
}
