import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What the server has to know to renew a visitor's key. */
export interface ChatVisit {
  readonly userId: string;
  readonly conversationId: string;
  readonly token: string;
  /** Origin of the page that the visit began on. */
  readonly pageOrigin: string;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
}

/** How long a conversation can be kept alive by renewing, in milliseconds: a working day. */
export const visitMaxMs = 8 * 60 * 60_000;

/** Turns a visit into a handle that the browser may keep, and back. */
export interface ChatHandles {
  seal(visit: ChatVisit): string;
  /** Null when it was not made here, was changed, or is older than 8 hours. */
  open(handle: string, now: number): ChatVisit | null;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const handleMax = 12_000;
const handleShape = /^[\w-]+$/;

const visitSchema = z.object({
  userId: z.string(),
  conversationId: z.string(),
  token: z.string(),
  pageOrigin: z.string(),
  beganAt: z.number(),
});

/**
 * Handles are encrypted and authenticated with a key that is derived from the channel's secret, so every replica can open
 * them, nothing is kept on the server, and a new secret makes all old handles worthless.
 */
export function createChatHandles(secret: string): ChatHandles {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'onetenant webchat handle 1', 32));
  return {
    seal(visit) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, key, iv);
      const sealed = Buffer.concat([sealing.update(JSON.stringify(visit), 'utf8'), sealing.final()]);
      return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
    },
    open(handle, now) {
      if (handle.length > handleMax || !handleShape.test(handle)) return null;
      const visit = unseal(key, Buffer.from(handle, 'base64url'));
      return visit !== null && now - visit.beganAt < visitMaxMs ? visit : null;
    },
  };
}

function unseal(key: Uint8Array, bytes: Buffer): ChatVisit | null {
  if (bytes.length <= ivBytes + tagBytes) return null;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text = Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
    return visitSchema.parse(JSON.parse(text));
  } catch {
    // Whatever is wrong with it, it was not made here.
    return null;
  }
}
