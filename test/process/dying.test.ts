import { createTranslator } from '../../src/i18n/translator.ts';
import type { TurnPoint } from '../../src/ports/turn-points.ts';
import type { Chat } from '../conversations/chat.ts';
import { makeWorld, type World } from './bot-process.ts';
import { type Death, type MortalWorld, makeMortalWorld } from './mortal-world.ts';

/**
 * The process is killed at every named point of a turn, and started again; the channel delivers again what was not
 * acknowledged. What people got in the end is compared with the same chats with a bot that nobody killed.
 * EVERY_DEATH=1 kills it at every passage of every point, one at a time.
 */

interface Told {
  /** In order: what each message says. */
  readonly messages: readonly string[];
  readonly died: readonly Death[];
  readonly passed: readonly TurnPoint[];
}

const isLong = process.env.EVERY_DEATH === '1';
const t = createTranslator('en');
const patienceMs = 600_000;
/** Where a turn ends, and what began it. */
const lastPoints: ReadonlySet<TurnPoint | undefined> = new Set(['settled', 'followed'] as const);

const worlds: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.stop();
});

async function aWorld(): Promise<World> {
  const world = await makeWorld();
  worlds.push(world);
  return world;
}

test(
  'a chat goes on as if nothing had happened when the bot dies at every point of its turns',
  async () => {
    const undisturbed = await tells(mainJob);
    const mostSends = undisturbed.passed.filter((point) => point === 'sending').length;
    expect(mostSends).toBeGreaterThan(7);

    // The third of these is the turn that has just used the code of the sign-in.
    const harmless = await tells(mainJob, ['read 3', 'ran 1', 'ran 2', 'saved 2', 'sending 2', 'settled 2', 'saved 1']);
    expect(harmless.died).toHaveLength(7);
    expect(harmless.messages).toEqual(undisturbed.messages);

    // The channel has it and the bot cannot know: the one place where a message comes twice.
    const blind = await tells(mainJob, ['sent 3']);
    expect(blind.died).toHaveLength(1);
    expect(blind.messages).toHaveLength(undisturbed.messages.length + 1);
    expect(withoutRepeats(blind.messages)).toEqual(withoutRepeats(undisturbed.messages));
  },
  patienceMs,
);

test(
  'who asked an administrator hears the answer once, wherever the bot dies on the way',
  async () => {
    const undisturbed = await tells(adminJob);

    const killed = await tells(adminJob, ['request-answered 1', 'job-read 1', 'request-used 1', 'followed 1']);

    expect(killed.died).toHaveLength(4);
    expect(killed.messages).toEqual(undisturbed.messages);
  },
  patienceMs,
);

test('of a turn with two messages, the one that went out before the bot died is not said again', async () => {
  const world = await aWorld();
  const inTeams = {
    channelId: 'msteams',
    conversation: { id: 'a:two', conversationType: 'personal', tenantId: 't' },
  };
  const question = { ...inTeams, id: 'question', text: 'why' };
  const answers = () =>
    world.channel.got.map(({ text }) => text).filter((text) => text.includes('"replyToId":"question"'));
  const first = world.starts({ DIES_AT: 'sending 3' }, 'test/process/mortal-bot.ts');
  const port = await first.port();
  await world.channel.delivers(port, 'a:two', { ...inTeams, text: 'help' });
  await expect(world.channel.delivers(port, 'a:two', question)).rejects.toThrow();
  expect(answers()).toHaveLength(1);

  const second = world.starts({ CLOCK_AHEAD_MS: '6000' }, 'test/process/mortal-bot.ts');
  const status = await world.channel.delivers(await second.port(), 'a:two', question);

  expect(status).toBe(200);
  expect(first.child.signalCode).toBe('SIGKILL');
  expect(answers()).toHaveLength(2);
  expect(new Set(answers()).size).toBe(2);
});

test('a bot that died while it sent, with a clock 50 minutes ahead, is waited for five seconds and no longer', async () => {
  const world = await aWorld();
  const question = { id: 'question', text: 'why' };
  const first = world.starts({ DIES_AT: 'saved 2', CLOCK_AHEAD_MS: String(50 * 60_000) }, 'test/process/mortal-bot.ts');
  const port = await first.port();
  await world.channel.delivers(port, 'ahead', { text: 'help' });
  await expect(world.channel.delivers(port, 'ahead', question)).rejects.toThrow();
  const before = world.channel.got.length;

  const second = world.starts({ HAS_RIVALS: 'yes' }, 'test/process/mortal-bot.ts');
  const askedAt = performance.now();
  const status = await world.channel.delivers(await second.port(), 'ahead', question);

  expect(status).toBe(200);
  expect(first.child.signalCode).toBe('SIGKILL');
  expect(performance.now() - askedAt).toBeGreaterThan(5_000);
  expect(world.channel.got.length).toBe(before + 1);
});

test('no setting makes the bot that is shipped die at a point', async () => {
  const world = await aWorld();
  const bot = world.starts({ DIES_AT: 'read 1', CLOCK_AHEAD_MS: '6000' });

  const status = await world.channel.delivers(await bot.port(), 'shipped');

  expect(status).toBe(200);
  expect(bot.child.signalCode).toBeNull();
  expect(bot.stdout()).not.toContain('passes');
});

const longTest = isLong ? test : test.skip;
longTest.each([
  ['the main job', mainJob],
  ['an administrator is asked', adminJob],
] as const)('%s: the bot dies at every passage of every point, one at a time', async (_what, job) => {
  const undisturbed = await tells(job);
  const wrong: string[] = [];

  for (const death of everyDeath(undisturbed.passed)) {
    const killed = await tells(job, [death]).catch((error: unknown) => String(error).slice(0, 200));
    if (typeof killed === 'string') {
      wrong.push(`${death}: ${killed}`);
      continue;
    }
    if (killed.died.length !== 1) wrong.push(`${death}: did not die`);
    const isBlind = death.startsWith('sent ');
    const extra = killed.messages.length - undisturbed.messages.length;
    if (extra !== (isBlind ? 1 : 0)) wrong.push(`${death}: ${extra} more messages`);
    const [got, wanted] = isBlind
      ? [withoutRepeats(killed.messages), withoutRepeats(undisturbed.messages)]
      : [killed.messages, undisturbed.messages];
    if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push(`${death}: something else was said`);
  }

  expect(wrong).toEqual([]);
});

function everyDeath(passed: readonly TurnPoint[]): readonly Death[] {
  const counts = new Map<TurnPoint, number>();
  return passed.map((point) => {
    const count = (counts.get(point) ?? 0) + 1;
    counts.set(point, count);
    return `${point} ${count}` as const;
  });
}

async function tells(
  job: (world: MortalWorld) => Promise<readonly Chat[]>,
  deaths: readonly Death[] = [],
): Promise<Told> {
  const world = await makeMortalWorld(deaths);
  try {
    const chats = await job(world);
    // The last point of a turn comes behind its answer, and so may the last death.
    const isOver = (): boolean =>
      deaths.length > 0 ? world.died.length === deaths.length : lastPoints.has(world.passed().at(-1));
    for (let look = 0; look < 200 && !isOver(); look += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    return { messages: chats.flatMap(messagesOf), died: world.died, passed: world.passed() };
  } finally {
    await world.stop();
  }
}

async function mainJob(world: MortalWorld): Promise<readonly Chat[]> {
  const chat = await world.opensChat({ as: 'two-tenants', locale: 'en' });
  await offers(chat, 'choose-scenario');
  await chat.presses('choose-scenario', { scenario: 'join' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('show-steps');
  await chat.presses('confirm-join');
  await chat.presses('tick-step', { step: 'join-prepare' });
  await chat.types('status');
  await chat.types('why');
  return [chat];
}

async function adminJob(world: MortalWorld): Promise<readonly Chat[]> {
  const chat = await world.opensChat({ as: 'member-azure', locale: 'en' });
  await offers(chat, 'choose-scenario');
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('ask-admin');
  const code = /request ([\w-]{36})/.exec(chat.words())?.[1] ?? '';
  const admin = await world.opensChat({ as: 'billing-admin-azure', locale: 'en' });
  await offers(admin, 'choose-scenario');
  await admin.types(`request ${code}`);
  await admin.presses('sign-in');
  await admin.signsIn();
  await admin.presses('answer-request', { answer: 'approved' });
  await comesToRest(world, chat);
  return [chat, admin];
}

/** Until the channel has brought it: it tells the bot about a newcomer by itself. */
async function offers(chat: Chat, action: 'choose-scenario'): Promise<void> {
  for (let look = 0; look < 400 && chat.button(action) === undefined; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await chat.listens();
  }
}

/** Until the bot has said something by itself, and has nothing more to say when it is asked again and again. */
async function comesToRest(world: MortalWorld, chat: Chat): Promise<void> {
  let quietLooks = 0;
  for (let look = 0; look < 300 && quietLooks < 12; look += 1) {
    world.works();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await chat.listens();
    const hasSpoken = chat.words(chat.transcript).includes(t('message.admin-approved.text'));
    quietLooks = hasSpoken && chat.heard.length === 0 && world.isUp() ? quietLooks + 1 : 0;
  }
}

/** What a reader sees of each message, without the parts that are made up anew each time. */
function messagesOf(chat: Chat): readonly string[] {
  return chat.transcript.map((message) =>
    chat
      .words([message])
      .replaceAll(/http:\/\/localhost\S+/g, '…')
      .replaceAll(/\brequest [\w-]{36}/g, '…')
      .replaceAll(/\d\d:\d\d UTC/g, '…'),
  );
}

function withoutRepeats(messages: readonly string[]): readonly string[] {
  return messages.filter((message, index) => message !== messages[index - 1]);
}
