import { BodyBudget, type BodyRead } from '../../src/http/body-budget.ts';
import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import { open, type RawAnswer, readAnswer } from './raw-request.ts';

/** Bodies on their way are bounded together, whoever sends them and however slowly. */

describe('the budget', () => {
  const given: string[] = [];
  const reads = (budget: BodyBudget, name: string, caller: string | null = null): BodyRead =>
    budget.open(caller, () => given.push(name));
  beforeEach(() => {
    given.length = 0;
  });

  test('gives up the body that was silent for longest, as far as room is needed', () => {
    const budget = new BodyBudget({ inAll: 100, ofOne: 100 });
    const [first, second, third] = ['first', 'second', 'third'].map((name) => reads(budget, name));
    first?.add(40);
    second?.add(40);
    first?.add(1);

    expect(third?.add(40)).toBe(true);

    expect(given).toEqual(['second']);
    expect(budget.total).toBe(81);
  });

  test('refuses a body that would have no room even alone', () => {
    const budget = new BodyBudget({ inAll: 100, ofOne: 100 });

    expect(reads(budget, 'large').add(101)).toBe(false);
  });

  test('bounds what one unknown caller has on the way, and nobody else feels it', () => {
    const budget = new BodyBudget({ inAll: 100, ofOne: 30 });
    reads(budget, 'a', '203.0.113.9').add(20);

    expect(reads(budget, 'b', '203.0.113.9').add(20)).toBe(false);
    expect(reads(budget, 'c', '203.0.113.10').add(20)).toBe(true);
    expect(reads(budget, 'd').add(40)).toBe(true);
    expect(given).toEqual([]);
  });

  test('gives room back, once', () => {
    const budget = new BodyBudget({ inAll: 100, ofOne: 30 });
    const body = reads(budget, 'a', '203.0.113.9');
    body.add(30);

    body.close();
    body.close();

    expect(budget.total).toBe(0);
    expect(reads(budget, 'b', '203.0.113.9').add(30)).toBe(true);
  });
});

describe('over real connections', () => {
  const bodyLimits = { inAll: 64 * 1_024, ofOne: 1_024 * 1_024 };
  const nearlyWhole = 8 * 1_024;
  let server: RunningHttpServer;
  beforeAll(async () => {
    server = await startHttpServer({
      host: '127.0.0.1',
      port: 0,
      isReady: () => true,
      bodyLimits,
      door: {
        admit: async (authorization) =>
          authorization.startsWith('Bearer good')
            ? { kind: 'admitted', receive: async () => ({ kind: 'done', status: 200 }) }
            : { kind: 'denied' },
      },
    });
  });
  afterAll(() => server.stop());

  /** Sends a body without its end, and says what came back. */
  const startsBody = async (token: string, bytes = nearlyWhole): Promise<{ readonly answered: Promise<RawAnswer> }> => {
    const socket = await open(server.port);
    const answered = readAnswer(socket);
    socket.write(
      `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n` +
        `content-length: ${bytes + 10}\r\n\r\n"${'x'.repeat(bytes)}`,
    );
    return { answered };
  };

  test('a caller whose token proves nothing is answered before its body, whatever it says', async () => {
    const started = await Promise.all(Array.from({ length: 50 }, () => startsBody('forged.b.c')));
    const answers = await Promise.all(started.map(({ answered }) => answered));

    expect(new Set(answers.map(({ status, isClosed }) => `${status} ${isClosed}`))).toEqual(new Set(['401 true']));
  });

  test('bodies that stop on their way are ended when others need the room', async () => {
    const first = await startsBody('good.b.c');
    for (let count = 0; count < 8; count += 1) await startsBody('good.b.c');

    expect(await first.answered).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, isClosed: true });
  });
});
