import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface TlsMaterial {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/** A server that listens already, so that its port is known before anything is built that needs the address. */
export interface LoopbackServer {
  readonly server: Server;
  readonly port: number;
  /** Ends every connection at once. */
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1, and on ::1 too where that is what `localhost` means. Port 0 means any free port. */
export async function listenOnLoopback(port: number, tls: TlsMaterial | null): Promise<LoopbackServer> {
  const server = tls ? createTlsServer({ key: tls.keyPem, cert: tls.certificatePem }) : createServer();
  const sockets = new Set<Socket>();
  watchSockets(server, sockets);
  const found = await listen(server, port, '127.0.0.1');
  const second = (await localhostHasIpv6()) ? await mirrorOnIpv6(server, found, tls, sockets) : null;
  return {
    server,
    port: found,
    async stop() {
      const closing = [server, ...(second ? [second] : [])].map(close);
      for (const socket of sockets) socket.destroy();
      await Promise.all(closing);
    },
  };
}

async function mirrorOnIpv6(
  server: Server,
  port: number,
  tls: TlsMaterial | null,
  sockets: Set<Socket>,
): Promise<Server | null> {
  const second = tls ? createTlsServer({ key: tls.keyPem, cert: tls.certificatePem }) : createServer();
  watchSockets(second, sockets);
  second.on('request', (request, response) => server.emit('request', request, response));
  second.on('upgrade', (request, socket, head) => server.emit('upgrade', request, socket, head));
  try {
    await listen(second, port, '::1');
    return second;
  } catch (fault) {
    // Whoever asks for localhost tries 127.0.0.1 next, so a machine without ::1 is served as well.
    if (typeof fault === 'object' && fault !== null && 'code' in fault) return null;
    throw fault;
  }
}

function watchSockets(server: Server, sockets: Set<Socket>): void {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function localhostHasIpv6(): Promise<boolean> {
  const addresses = await lookup('localhost', { all: true });
  return addresses.some(({ family }) => family === 6);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
