import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { version } from '../../src/config/version.ts';
import { freePort } from '../builders/free-port.ts';
import { Chat } from '../conversations/chat.ts';
import { makeWorld, type World } from './bot-process.ts';

/**
 * A whole conversation, good and bad, and then a search: what must never be written is nowhere.
 * The log has no name, word, code, id or token. The store has names only where the facts of the conversation are.
 */

const word = 'CNRY-typed-words';
const reading: { log: string; files: string; documents: Record<string, unknown>; world: World; codes: string[] } = {
  log: '',
  files: '',
  documents: {},
  world: undefined as unknown as World,
  codes: [],
};
let person: { displayName: string; userPrincipalName: string; objectId: string; homeTenantId: string };
let chat: Chat;

beforeAll(async () => {
  const world = await makeWorld(await freePort());
  reading.world = world;
  const found = world.sandbox.core.people.get('global-admin-m365');
  if (found === undefined) throw new Error('the person is gone');
  person = found;
  const bot = world.starts({ LOG_LEVEL: 'debug' });
  await bot.port();
  chat = await Chat.open(world.sandbox.core.addresses.http, { as: 'global-admin-m365', locale: 'en' });
  await chat.types(`${word} one ann@canary.example`);
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.types('999999');
  const code = await chat.signInCode();
  reading.codes.push(code);
  await chat.types(code);
  await chat.presses('show-steps');
  await chat.types(`${word} two`);
  await chat.submits({ do: word, nonce: word });
  await chat.sends({ type: 'event', name: 'tokens/response', value: { token: word } });
  await chat.sends({ type: 'message', text: word, channelData: { token: word }, entities: [{ type: word }] });
  world.sandbox.core.faults.add({ service: 'arm', fault: 'garbage', times: 2 });
  world.sandbox.core.faults.add({ service: 'connector', fault: '500', times: 3 });
  await chat.types('status');
  await chat.types('check again');
  await fetch(`http://127.0.0.1:${await bot.port()}/api/messages?key=${word}`, {
    method: 'POST',
    headers: { authorization: `Bearer a.${word}.c`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: word }),
  });
  bot.child.kill('SIGTERM');
  expect((await bot.ends()).code).toBe(0);
  reading.log = bot.stdout() + bot.stderr();
  reading.files = readdirSync(world.folder)
    .filter((name) => name.startsWith('onetenant.sqlite'))
    .map((name) => readFileSync(join(world.folder, name), 'latin1'))
    .join('\n');
  const database = new DatabaseSync(join(world.folder, 'onetenant.sqlite'));
  for (const { key, value } of database.prepare('SELECT key, value FROM documents').all())
    reading.documents[String(key)] = JSON.parse(String(value));
  database.close();
});
afterAll(() => reading.world.stop());

test('the conversation was long enough to find something', () => {
  expect(reading.log.split('\n').length).toBeGreaterThan(15);
  for (const event of ['app.started', 'turn.done', 'sign-in.done', 'verdict.told', 'upstream.called', 'send.failed'])
    expect(reading.log).toContain(`"${event}"`);
  expect(reading.log).toMatch(new RegExp(`"event":"app.started","port":\\d+,"version":"${version}"`));
  expect(JSON.stringify(reading.documents)).toContain(person.displayName);
});

const everywhere: readonly [string, () => readonly string[]][] = [
  ['what somebody typed or sent', () => ['CNRY']],
  ['a token', () => ['eyJ']],
  ['the code of a sign-in', () => reading.codes.map((code) => `"${code}"`)],
  ['a code that was wrong', () => ['999999']],
  [
    'a secret of the bot',
    () => {
      const { bot, signIn, directLine } = reading.world.sandbox.core.registrations;
      return [bot.secret, signIn.secret, directLine?.secret ?? bot.secret];
    },
  ],
];

test.each(everywhere)('%s is neither in the log nor in the store', (_what, marks) => {
  for (const mark of marks()) {
    expect(mark.length).toBeGreaterThan(2);
    expect(reading.log.includes(mark)).toBe(false);
    expect(reading.files.includes(mark)).toBe(false);
  }
});

test('nobody can be recognised in the log', () => {
  const marks = [
    person.displayName,
    person.userPrincipalName,
    person.objectId,
    person.homeTenantId,
    chat.userId,
    chat.conversationId,
    'canary.example',
  ];
  for (const mark of marks) expect(reading.log).not.toContain(mark);
});

test('every line of the log is one event of the closed list', () => {
  const lines = reading.log.split('\n').filter((line) => line.startsWith('{'));
  for (const line of lines) {
    expect(line.length).toBeLessThan(8_000);
    expect(JSON.parse(line)).toMatchObject({ event: expect.stringMatching(/^[a-z-]+\.[a-z-]+$/) });
  }
});

test('in the store, names are in the facts and in nothing else', () => {
  const withoutFacts = JSON.stringify(reading.documents, (name, value: unknown) =>
    name === 'facts' || name === 'factsBefore' || name === 'outbox' ? undefined : value,
  );
  for (const mark of [person.displayName, person.userPrincipalName]) expect(withoutFacts).not.toContain(mark);
});
