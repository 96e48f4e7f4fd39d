import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyone } from '../../sandbox/people/everyone.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStageWithIndex } from './stage.ts';
import { tellMessages } from './told-transcript.ts';

/**
 * Whole conversations of confused, angry, hurried and polite people, as they read from beginning to end. What a person does
 * stands in the transcript itself: "**Megan:** words", "**Megan** presses [label]", "signs in" or "signs up". The rest is what the
 * bot said. `UPDATE_TRANSCRIPTS=1 npm test -- test/conversations/people` writes it again.
 */

const folder = join(__dirname, 'people');
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

let stage: Stage;

beforeAll(async () => {
  stage = await setStageWithIndex();
});

afterAll(() => stage.stop());

test('there are ten conversations in each language that people wrote for', () => {
  const counted = ['en', 'nl', 'de'].map((locale) => names.filter((name) => name.startsWith(`${locale}-`)).length);

  expect(counted).toEqual([10, 10, 10]);
});

test.each(names)('%s', async (name) => {
  await stage.sandbox.reset();
  const file = join(folder, name);
  const written = readFileSync(file, 'utf8');

  const told = await play(written);

  if (process.env.UPDATE_TRANSCRIPTS !== undefined) writeFileSync(file, told);
  else expect(told).toBe(written);
});

interface Part {
  readonly as: string;
  readonly first: string;
  readonly locale: Locale;
}

/** Plays what the person does in a transcript. Answers the transcript as it reads now. */
async function play(written: string): Promise<string> {
  const lines = written.split('\n');
  const [title = '', , cast = ''] = lines;
  const part = partOf(cast);
  const moves = lines.filter((line) => line.startsWith(`**${part.first}`));
  const chat = await stage.opensChat({ as: part.as, locale: part.locale });
  await chat.isAnswered();
  const told = [title, cast, tellMessages(chat.heard)];
  for (const move of moves) {
    await makeMove(chat, part, move);
    if (!isSilent(move)) await chat.isAnswered();
    told.push(move, ...(isSilent(move) ? [] : [tellMessages(chat.heard)]));
  }
  return `${told.join('\n\n')}\n`;
}

/** Signing up happens at Microsoft: the bot hears nothing of it. */
function isSilent(move: string): boolean {
  return move.endsWith('** signs up');
}

function partOf(cast: string): Part {
  const [, as = '', locale = ''] = /`([\w-]+)` in ([a-z]{2})\b/.exec(cast) ?? [];
  const person = everyone.find(({ id }) => id === as);
  const spoken = locales.find((one) => one === locale);
  if (person === undefined || spoken === undefined) throw new Error(`nobody can play: ${cast}`);
  return { as, first: person.displayName.split(' ')[0] ?? '', locale: spoken };
}

async function makeMove(chat: Chat, { as, first }: Part, move: string): Promise<void> {
  const done = move.slice(`**${first}`.length);
  if (done.startsWith(':** ')) return chat.types(done.slice(':** '.length));
  const [, label] = /^\*\* presses \[(.+)\]$/.exec(done) ?? [];
  if (label !== undefined) return pressLabelled(chat, label);
  if (done === '** signs in') return chat.signsIn();
  if (done !== '** signs up') throw new Error(`what does this do? ${move}`);
  stage.sandbox.core.people.complete(as);
}

function pressLabelled(chat: Chat, label: string): Promise<void> {
  const button = chat.buttons().findLast(({ title }) => title === label);
  if (button === undefined) throw new Error(`no button [${label}] in the chat`);
  return chat.submits(button.data);
}
