import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SandboxCore } from '../core/core.ts';
import type { ActivitySet } from './activity.ts';
import type { ChannelState } from './channel-state.ts';
import { admit } from './chat-token.ts';
import { activitiesAfter, type Conversation, readWatermark, type Watcher } from './conversations.ts';
import { isFromThisMachine } from './loopback-only.ts';

const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** The socket over which a chat window hears what is said. It carries nothing the other way. */
export function addStream(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', core.addresses.http);
    const id = streamPath.exec(url.pathname)?.[1];
    if (id === undefined) {
      // Another listener may handle the path; without one, the caller must not wait forever.
      if (app.server.listenerCount('upgrade') === 1) refuseSocket(socket, '404 Not Found');
      return;
    }
    void openSocket(request, socket, head, { id: decodeURIComponent(id), url });
  };
  app.server.on('upgrade', onUpgrade);
  app.addHook('preClose', async () => {
    app.server.off('upgrade', onUpgrade);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  });

  async function openSocket(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    { id, url }: { readonly id: string; readonly url: URL },
  ): Promise<void> {
    socket.on('error', () => socket.destroy());
    const status = await refusedStatus(request, url, id);
    core.requests.record({ service: 'direct-line', method: 'GET', path: url.pathname, status: status.code });
    if (status.kind === 'refused') return refuseSocket(socket, status.line);
    sockets.handleUpgrade(request, socket, head, (opened) =>
      watch(status.conversation, opened, url.searchParams.get('watermark')),
    );
  }

  async function refusedStatus(request: IncomingMessage, url: URL, id: string) {
    if (!isFromThisMachine(request.headers)) return { kind: 'refused', code: 403, line: '403 Forbidden' } as const;
    const fault = core.faults.take('direct-line', url.pathname);
    if (fault) return { kind: 'refused', code: 503, line: '503 Service Unavailable' } as const;
    const admission = await admit(core, state, { token: url.searchParams.get('t'), id });
    if (admission.kind === 'admitted') return { ...admission, code: 101 } as const;
    return { kind: 'refused', code: admission.status, line: `${admission.status} ${admission.code}` } as const;
  }
}

function watch(conversation: Conversation, socket: WebSocket, watermark: string | null): void {
  const watcher: Watcher = {
    send: (set) => socket.send(JSON.stringify(set)),
    drop: () => socket.terminate(),
  };
  const missed: ActivitySet = activitiesAfter(conversation, readWatermark(watermark ?? undefined) ?? 0);
  if (missed.activities.length > 0) watcher.send(missed);
  socket.send('');
  conversation.watchers.add(watcher);
  socket.on('close', () => conversation.watchers.delete(watcher));
  socket.on('error', () => socket.terminate());
}

function refuseSocket(socket: Duplex, line: string): void {
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
