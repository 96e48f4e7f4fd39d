import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the bots, as a load balancer does. */
export interface Front {
  readonly port: number;
  /** From now on requests go to these ports, one after another. */
  toward(ports: readonly number[]): void;
  /** Requests that were handed over again because no answer came; only a front that delivers again has any. */
  deliveredAgain(): number;
  stop(): Promise<void>;
}

export interface FrontOptions {
  /**
   * `balancer`: looks at `/readyz`, and tries another bot only when one cannot be connected to.
   * `channel`: hands an activity over again until it is acknowledged.
   */
  readonly as: 'balancer' | 'channel';
}

type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly type: string; readonly body: Buffer }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'cut' };

const lookEveryMs = 100;
const pauseMs = 50;
const patienceMs = 25_000;

export async function startFront({ as }: FrontOptions): Promise<Front> {
  let bots: { readonly port: number; isReady: boolean }[] = [];
  let turn = 0;
  let deliveredAgain = 0;

  const nextBot = (): number | null => {
    const ready = bots.filter(({ isReady }) => isReady);
    turn += 1;
    return ready[turn % Math.max(ready.length, 1)]?.port ?? null;
  };
  const handOver = async (request: IncomingMessage, body: Buffer): Promise<Outcome> => {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const port = nextBot();
      const outcome: Outcome = port === null ? { kind: 'not-connected' } : await forward(port, request, body);
      const isDone = outcome.kind === 'answered' && (as === 'balancer' || outcome.status < 500);
      const mayTryAgain = as === 'channel' || outcome.kind === 'not-connected';
      if (isDone || !mayTryAgain || performance.now() > giveUpAt) return outcome;
      if (outcome.kind !== 'not-connected') deliveredAgain += 1;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => handOver(request, body))
      .then((outcome) => tell(response, outcome));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const looking = setInterval(() => {
    for (const bot of as === 'balancer' ? bots : [])
      void looksReady(bot.port).then((isReady) => {
        bot.isReady = isReady;
      });
  }, lookEveryMs);

  return {
    port: (server.address() as AddressInfo).port,
    toward(ports) {
      bots = ports.map((port) => bots.find((bot) => bot.port === port) ?? { port, isReady: true });
    },
    deliveredAgain: () => deliveredAgain,
    async stop() {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A connection of its own for each request, so that "could not connect" and "was cut" stay apart. */
function forward(port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Outcome> {
  return new Promise((resolve) => {
    let isConnected = false;
    const passedOn = sendRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        headers: { ...headers, connection: 'close' },
        agent: false,
      },
      (answer) => {
        bodyOf(answer).then(
          (bytes) =>
            resolve({
              kind: 'answered',
              status: answer.statusCode ?? 502,
              type: answer.headers['content-type'] ?? '',
              body: bytes,
            }),
          () => resolve({ kind: 'cut' }),
        );
      },
    );
    passedOn.on('socket', (socket) =>
      socket.on('connect', () => {
        isConnected = true;
      }),
    );
    passedOn.on('error', () => resolve({ kind: isConnected ? 'cut' : 'not-connected' }));
    passedOn.end(body);
  });
}

function tell(response: ServerResponse, outcome: Outcome): void {
  if (outcome.kind !== 'answered') {
    response.writeHead(502);
    response.end();
    return;
  }
  response.writeHead(outcome.status, outcome.type === '' ? {} : { 'content-type': outcome.type });
  response.end(outcome.body);
}

async function looksReady(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(2_000);
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
