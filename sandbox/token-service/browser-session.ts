import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const cookieName = 'sandbox-session';

export interface BrowserSession {
  /** Stays in the cookie. */
  readonly secret: string;
  /** What the chat window is told; the cookie cannot be made from it. */
  readonly publicId: string;
}

/** The session of this browser; a new one when it has none. */
export function startSession(request: FastifyRequest, reply: FastifyReply): BrowserSession {
  const known = readSession(request);
  if (known !== null) return asSession(known);
  const secret = randomBytes(24).toString('base64url');
  reply.header('set-cookie', `${cookieName}=${secret}; Path=/; HttpOnly; SameSite=Lax`);
  return asSession(secret);
}

export function readSession(request: FastifyRequest): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? null;
}

function asSession(secret: string): BrowserSession {
  return { secret, publicId: createHash('sha256').update(secret).digest('base64url') };
}
