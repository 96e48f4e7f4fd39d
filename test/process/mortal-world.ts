import type { TurnPoint } from '../../src/ports/turn-points.ts';
import { Chat, type ChatOptions } from '../conversations/chat.ts';
import { type BotProcess, makeWorld } from './bot-process.ts';
import { startFront } from './front.ts';

/** Where one life of the bot ends: a point, and how often it is passed before. */
export type Death = `${TurnPoint} ${number}`;

/** A bot that dies where it is told to and is started again at once, behind a channel that delivers again what was not acknowledged. */
export interface MortalWorld {
  opensChat(options: ChatOptions): Promise<Chat>;
  /** How it died so far. */
  readonly died: readonly Death[];
  /** Points that were passed in the lives that are over and in this one. */
  passed(): readonly TurnPoint[];
  /** Whether it listens now. */
  isUp(): boolean;
  /** Asks the bot to do what is due. */
  works(): void;
  stop(): Promise<void>;
}

const aheadPerLifeMs = 6_000;

export async function makeMortalWorld(deaths: readonly Death[] = []): Promise<MortalWorld> {
  const front = await startFront({ as: 'channel' });
  const world = await makeWorld(front.port);
  const died: Death[] = [];
  const lives: BotProcess[] = [];
  let toCome = [...deaths];
  let isOver = false;
  let failure: Error | null = null;

  const live = async (): Promise<void> => {
    const [death] = toCome;
    const bot = world.starts(
      {
        PORT: '0',
        LOG_LEVEL: 'silent',
        // A replica that dies keeps its claim for five seconds; nobody waits for that here.
        CLOCK_AHEAD_MS: String(lives.length * aheadPerLifeMs),
        ...(death === undefined ? {} : { DIES_AT: death }),
      },
      'test/process/mortal-bot.ts',
    );
    lives.push(bot);
    bot.child.once('close', (code, signal) => {
      if (isOver) return;
      const wasKilled = signal === 'SIGKILL' && death !== undefined;
      if (!wasKilled && signal !== 'SIGTERM') {
        failure = new Error(`the bot ended with ${code}: ${bot.stdout()}${bot.stderr()}`);
        return;
      }
      if (wasKilled) died.push(death);
      if (wasKilled) toCome = toCome.slice(1);
      void live();
    });
    // A life may end before it listens.
    const port = await bot.port().catch(() => null);
    if (port !== null) front.toward([port]);
  };
  const isUp = (): boolean => {
    const bot = lives.at(-1);
    return bot !== undefined && bot.child.signalCode === null && bot.stdout().includes('listens on port');
  };
  await live();

  return {
    died,
    opensChat: (options) => Chat.open(world.sandbox.core.addresses.http, options),
    passed: () => lives.flatMap((bot) => pointsIn(bot.stdout())),
    isUp,
    works() {
      // Before it listens it may not know the signal yet, and would end.
      if (isUp()) lives.at(-1)?.child.kill('SIGUSR2');
    },
    async stop() {
      isOver = true;
      await world.stop();
      await front.stop();
      if (failure !== null) throw failure;
    },
  };
}

function pointsIn(output: string): TurnPoint[] {
  return [...output.matchAll(/^passes ([\w-]+)$/gm)].map(([, point]) => point as TurnPoint);
}
