import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivered {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Empty if it is no JSON. */
  readonly body: Record<string, unknown>;
}

/** Stands where the bot stands, keeps what desks deliver, and answers as it is told. */
export interface DeskBot {
  readonly origin: string;
  readonly deliveries: Delivered[];
  /** One answer per delivery, then 202. `cut` closes the connection without a word. */
  readonly answers: (number | 'cut' | { readonly status: number; readonly retryAfter: string })[];
  /** Resolves when so many deliveries came. */
  received(count: number): Promise<readonly Delivered[]>;
  stop(): Promise<void>;
}

/** Empty for a body that is no JSON; some desks escape nothing. */
function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export async function startDeskBot(): Promise<DeskBot> {
  const deliveries: Delivered[] = [];
  const answers: DeskBot['answers'] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      deliveries.push({ path: request.url ?? '', headers: request.headers, text, body: parsed(text) });
      for (const look of waiting) look();
      const answer = answers.shift() ?? 202;
      if (answer === 'cut') return void request.socket.destroy();
      const { status, retryAfter } = typeof answer === 'number' ? { status: answer, retryAfter: null } : answer;
      response.writeHead(status, retryAfter === null ? {} : { 'retry-after': retryAfter });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    answers,
    received: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (deliveries.length < count) return;
          waiting.delete(look);
          resolve(deliveries);
        };
        waiting.add(look);
        look();
      }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
