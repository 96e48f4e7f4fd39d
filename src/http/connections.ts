import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How often a server that stops looks for connections on which nothing is being answered, in milliseconds. */
const lookForIdleEveryMs = 1_000;

/**
 * The connections of a server: one request at a time on each, and an end for those on which nothing is being answered.
 * HTTP lets a caller send its next request before the last is answered. Nobody who calls this bot does, and thousands of them
 * in one packet would all be begun before anybody else is heard.
 */
export class Connections {
  readonly #open = new Set<Socket>();
  /** On which a request is being answered. */
  readonly #busy = new Set<Socket>();
  #isEnding = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => {
        this.#open.delete(socket);
        this.#busy.delete(socket);
      });
    });
  }

  /** Whether this request may be answered. If the one before it has no answer yet, the connection is ended. */
  takes({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return false;
    if (this.#busy.has(socket)) {
      socket.destroy();
      return false;
    }
    this.#busy.add(socket);
    if (this.#isEnding) response.shouldKeepAlive = false;
    const answered = (): boolean => this.#busy.delete(socket);
    response.once('finish', answered);
    response.once('close', answered);
    return true;
  }

  /**
   * From now on, ends every connection with its answer, and each on which nothing is being answered, until there is none. Whoever
   * is sending a request at this moment has a second for its headers.
   */
  endIdle(): void {
    this.#isEnding = true;
    const timer = setInterval(() => {
      for (const socket of this.#open) if (!this.#busy.has(socket)) socket.destroy();
      if (this.#open.size === 0) clearInterval(timer);
    }, lookForIdleEveryMs);
  }
}
