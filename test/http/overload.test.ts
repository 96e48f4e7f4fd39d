import { startHttpServer } from '../../src/http/server.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import { sendRaw } from './raw-request.ts';

const headers = { authorization: 'Bearer a.b.c', 'content-type': 'application/json' };

test('what is too much is refused with a time to come back, and everything that was let in is answered', async () => {
  const events: JournalEvent[] = [];
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    journal: { note: (event) => events.push(event) },
    turnLimits: { running: 4, waiting: 6, waitingOfOne: 2, waitMs: 60_000 },
    door: {
      admit: async () => ({
        kind: 'admitted',
        receive: async () => {
          await until;
          return { kind: 'done', status: 200 };
        },
      }),
    },
  });
  const says = (conversation: string) =>
    fetch(`http://127.0.0.1:${server.port}/api/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ type: 'message', conversation: { id: conversation } }),
    });

  const answers: Promise<Response>[] = [];
  const refused: Response[] = [];
  const comes = (conversation: string): void => {
    const answer = says(conversation);
    answers.push(answer);
    void answer.then((response) => (response.status === 200 ? undefined : refused.push(response)));
  };
  const untilRefused = async (count: number): Promise<void> => {
    while (refused.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  for (let turn = 0; turn < 4; turn += 1) comes('busy');
  await untilRefused(1);
  for (let turn = 4; turn < 40; turn += 1) comes(`c${turn}`);
  await untilRefused(30);
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([429, 503]));
  for (const response of refused) expect(response.headers.get('retry-after')).toBe('2');
  release();
  const all = await Promise.all(answers);

  expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(events.filter(({ event }) => event === 'request.shed')).toHaveLength(30);
  await server.stop();
});

test('requests that prove nothing take no place, and what is too much is refused before its body', async () => {
  const release = Promise.withResolvers<void>();
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    turnLimits: { running: 1, waiting: 2, waitingOfOne: 2, waitMs: 60_000 },
    door: {
      admit: async (authorization) => {
        if (authorization !== headers.authorization) return { kind: 'denied' };
        const receive = async () => {
          await release.promise;
          return { kind: 'done', status: 200 } as const;
        };
        return { kind: 'admitted', receive };
      },
    },
  });
  const says = (authorization: string) =>
    fetch(`http://127.0.0.1:${server.port}/api/messages`, {
      method: 'POST',
      headers: { ...headers, authorization },
      body: JSON.stringify({ type: 'message', conversation: { id: 'c' } }),
    });
  const good: Promise<Response>[] = [];

  for (let turn = 0; turn < 3; turn += 1) {
    const forged = await Promise.all(Array.from({ length: 20 }, () => says('Bearer forged.b.c')));
    expect(new Set(forged.map(({ status }) => status))).toEqual(new Set([401]));
    good.push(says(headers.authorization));
  }
  let tooMuch = await halfABody(server.port);
  for (; tooMuch.status === 408; tooMuch = await halfABody(server.port));
  release.resolve();

  expect(tooMuch).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, isClosed: true });
  expect((await Promise.all(good)).map(({ status }) => status)).toEqual([200, 200, 200]);
  await server.stop();
});

const halfABody = (port: number) =>
  sendRaw(
    port,
    `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: ${headers.authorization}\r\ncontent-length: 1000\r\n\r\n{`,
  );
