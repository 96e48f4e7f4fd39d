import type { Chat, TurnTime } from './chat.ts';
import type { BenchCloud } from './cloud.ts';
import type { BotName } from './process.ts';

/** A conversation from its first turn to its last; tells after each turn how it went. */
export type Script = (chat: Chat, cloud: BenchCloud) => AsyncGenerator<TurnTime>;

/** Adding Azure: welcome, choice, sign-in, check, verdict, every step ticked, proof and receipt. */
export async function* scenario(chat: Chat, cloud: BenchCloud): AsyncGenerator<TurnTime> {
  yield* untilVerdict(chat);
  yield await chat.presses('show-steps');
  while (chat.buttons('tick-step', { done: true }).length > 0) yield await firstTick(chat);
  cloud.completes(chat.userId);
  yield await chat.presses('i-have-done-it');
  expects(chat, 'show-receipt');
  yield await chat.presses('show-receipt');
}

/** The same, as far as the verdict. */
export async function* untilVerdict(chat: Chat): AsyncGenerator<TurnTime> {
  yield await chat.opens();
  yield await chat.presses('choose-scenario', { scenario: 'add-azure' });
  yield await chat.presses('sign-in');
  yield await chat.types('123456');
  expects(chat, 'show-steps');
}

/** What the peers hold: a greeting, then name, age and yes. */
export async function* talk(chat: Chat): AsyncGenerator<TurnTime> {
  yield await chat.opens();
  for (let round = 0; round < 3; round += 1) {
    for (const text of ['hi', 'Ada Lovelace', '36', 'yes']) yield await chat.types(text);
  }
}

export function scriptOf(bot: BotName): Script {
  return bot === 'onetenant' ? scenario : talk;
}

function firstTick(chat: Chat): Promise<TurnTime> {
  const step = chat.buttons('tick-step', { done: true })[0]?.data.step;
  return chat.presses('tick-step', { done: true, step });
}

/** A conversation that took another path must not be measured. */
function expects(chat: Chat, action: string): void {
  if (chat.buttons(action).length === 0) throw new Error(`no ${action} in: ${chat.said().slice(0, 3_000)}`);
}
