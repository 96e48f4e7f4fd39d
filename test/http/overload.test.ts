import { startHttpServer } from '../../src/http/server.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';

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
      receive: async () => {
        await until;
        return { kind: 'done', status: 200 };
      },
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
