import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy does with a request: pass it on, leave it without an answer, pass it on and lose the answer, or throttle. */
export type ProxyMood = 'passes' | 'hangs' | 'loses-the-answer' | 'is-busy';

/** Stands between a client and a service on loopback and can break what goes through. */
export interface FaultProxy {
  readonly origin: string;
  /** Moods of the next requests, first come first served; afterwards it passes everything on. */
  readonly moods: ProxyMood[];
  /** For every request at once; null gives the word back to `moods`. */
  always: ProxyMood | null;
  /** `Retry-After` of a throttled request, in seconds; null leaves it out. */
  comesBackAfter: number | null;
  seen: number;
  stop(): Promise<void>;
}

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const server = createServer((incoming, outgoing) => {
    proxy.seen += 1;
    const mood = proxy.always ?? proxy.moods.shift() ?? 'passes';
    if (mood === 'hangs') return;
    if (mood === 'is-busy') return throttle(outgoing, proxy.comesBackAfter);
    const url = new URL(incoming.url ?? '/', target);
    const onward = request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      if (mood === 'loses-the-answer') {
        answer.resume();
        answer.on('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    moods: [],
    always: null,
    comesBackAfter: null,
    seen: 0,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}

/** As Azure Storage throttles (Microsoft Learn: "Common REST API error codes", "Status and error codes"). */
function throttle(outgoing: ServerResponse, comesBackAfter: number | null): void {
  outgoing.writeHead(503, {
    'content-type': 'application/xml',
    'x-ms-error-code': 'ServerBusy',
    ...(comesBackAfter === null ? {} : { 'retry-after': String(comesBackAfter) }),
  });
  outgoing.end(
    '<?xml version="1.0" encoding="utf-8"?><Error><Code>ServerBusy</Code><Message>The server is busy.</Message></Error>',
  );
}
