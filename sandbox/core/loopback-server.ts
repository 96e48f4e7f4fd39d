import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface TlsMaterial {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/** A server that already listens, so that its port is known to everything that is built afterwards. */
export interface LoopbackServer {
  /** Upgrades are heard here. Requests are not: they would come before there is anybody to answer. */
  readonly server: Server;
  readonly port: number;
  /** Hands every request to this one from now on, and first those that came before. */
  answer(handler: RequestListener): void;
  /** Ends every connection at once. */
  stop(): Promise<void>;
}

/** How many free ports are tried, when each is taken on the other address. */
const triesForAnyPort = 10;

/**
 * Listens on 127.0.0.1, and on ::1 too where that is what `localhost` means. Port 0 means any free port.
 * Rejects with Node's own error when the port cannot be had on both.
 */
export async function listenOnLoopback(port: number, tls: TlsMaterial | null): Promise<LoopbackServer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenOnBoth(port, tls);
    } catch (fault) {
      if (port !== 0 || codeOf(fault) !== 'EADDRINUSE' || tries === triesForAnyPort) throw fault;
    }
  }
}

async function listenOnBoth(port: number, tls: TlsMaterial | null): Promise<LoopbackServer> {
  const server = tls ? createTlsServer({ key: tls.keyPem, cert: tls.certificatePem }) : createServer();
  const sockets = new Set<Socket>();
  const handler = Promise.withResolvers<RequestListener>();
  server.on('request', (request, response) => void handler.promise.then((handle) => handle(request, response)));
  watchSockets(server, sockets);
  const found = await listen(server, port, '127.0.0.1');
  const second = (await localhostHas(6)) ? await mirrorOnIpv6(server, found, tls, sockets) : null;
  return {
    server,
    port: found,
    answer: handler.resolve,
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
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(fault))) return null;
    server.close();
    for (const socket of sockets) socket.destroy();
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

/** Node's error code if the port is not available; null if it is. */
export async function listenTrial(port: number, host: string): Promise<string | null> {
  const server = createServer();
  try {
    await listen(server, port, host);
    await close(server);
    return null;
  } catch (fault) {
    return codeOf(fault);
  }
}

/** The address to listen on for a program that listens on only one address and is reached as `localhost`. */
export async function localhostAddress(): Promise<'127.0.0.1' | '::1'> {
  return (await localhostHas(4)) ? '127.0.0.1' : '::1';
}

async function localhostHas(wanted: 4 | 6): Promise<boolean> {
  const addresses = await lookup('localhost', { all: true });
  return addresses.some(({ family }) => family === wanted);
}

function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
