import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { openAStream } from './a-chat.ts';

/** The channel side inside the sandbox that everybody starts. */
let bot: Server;
let sandbox: RunningSandbox;
const heard: Record<string, unknown>[] = [];

beforeAll(async () => {
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.end();
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const botOrigin = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin });
});
afterAll(async () => {
  await sandbox.stop();
  bot.closeAllConnections();
  await new Promise<void>((resolve) => bot.close(() => resolve()));
});

test('a chat opens, hears the bot over localhost and outlives nothing after a reset', async () => {
  const made = await post('/v3/directline/tokens/generate', { person: 'global-admin-m365' });
  const started = await post('/v3/directline/conversations', {}, String(made.token));
  const stream = await openAStream(String(started.streamUrl));
  await post(
    `/v3/directline/conversations/${made.conversationId}/activities`,
    { type: 'message', text: 'hi' },
    String(made.token),
  );

  const echo = await stream.seen(({ text }) => text === 'hi');
  await sandbox.reset();
  await stream.closed;

  expect(heard.map(({ type }) => type)).toEqual(['conversationUpdate', 'message']);
  expect(echo).toMatchObject({ from: { role: 'user' } });
});

test('the overview tells every person’s story, in the languages that there are', async () => {
  const response = await fetch(`${sandbox.core.addresses.http}/sandbox`);
  const { people } = (await response.json()) as { people: { id: string; stories: Record<string, string> }[] };

  expect(people.length).toBeGreaterThan(0);
  expect(people.filter(({ stories }) => !stories.en)).toEqual([]);
  expect(Object.keys(people[0]?.stories ?? {})).toEqual(expect.arrayContaining(['en', 'nl', 'de']));
});

async function post(path: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.core.addresses.http}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}
