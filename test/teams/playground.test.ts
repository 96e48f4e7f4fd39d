import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';

/** Microsoft 365 Agents Playground signs nothing. The sandbox stands between it and the bot; this plays the Playground's side. */

let stage: Stage;
let itself: Server;
const got: { method: string; path: string; body: string }[] = [];
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
  itself = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      got.push({ method: request.method ?? '', path: request.url ?? '', body });
      // restify changes the server of Node for the whole process: there, writing the head gives nothing back.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `sent-${got.length}` }));
    });
  });
  await new Promise<void>((resolve) => itself.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  itself.closeAllConnections();
  await new Promise((resolve) => itself.close(resolve));
  await stage.stop();
});

beforeEach(() => {
  got.length = 0;
});

function says(text: string, serviceUrl = `http://localhost:${(itself.address() as AddressInfo).port}/_connector`) {
  return fetch(`${stage.sandbox.core.addresses.http}/playground/messages/global-admin-m365`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: crypto.randomUUID(),
      text,
      channelId: 'msteams',
      serviceUrl,
      from: { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: 'made-up' },
      recipient: { id: 'bot-id', name: 'Test Bot' },
      conversation: { id: 'a-chat', conversationType: 'personal' },
    }),
  });
}

test('what is typed there reaches the bot, and what the bot says comes back', async () => {
  const answer = await says('status');

  expect(answer.status).toBe(200);
  expect(got.map(({ method, path }) => `${method} ${path.split('/').slice(0, 5).join('/')}`)).toContain(
    'POST /_connector/v3/conversations/a-chat',
  );
  expect(got.map(({ body }) => body).join()).toContain(t('card.sign-in.title'));
});

test('an address that is not on this machine is never called', async () => {
  const answer = await says('status', 'http://elsewhere.example/_connector');

  expect(answer.status).toBe(400);
  expect(got).toEqual([]);
});

test('only the bot gets through to it', async () => {
  await says('status');
  got.length = 0;

  const answer = await fetch(
    `${stage.sandbox.core.addresses.http}/playground/connector/v3/conversations/a-chat/activities`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type":"message","text":"not the bot"}',
    },
  );

  expect(answer.status).toBe(401);
  expect(got).toEqual([]);
});
