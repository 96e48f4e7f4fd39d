import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What the server needs to renew a visitor's token. */
export interface ChatVisit {
  readonly userId: string;
  readonly conversationId: string;
  readonly token: string;
  /** Origin of the page where the visit started. */
  readonly pageOrigin: string;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
}

/** How long renewals can keep a conversation alive, in milliseconds. More than 20 hours, so that nobody has to hurry (WCAG 2.2.1). */
export const visitMaxMs = 24 * 60 * 60_000;

/** Turns a visit into a handle for the browser, and back. */
export interface ChatHandles {
  seal(visit: ChatVisit): string;
  /** Null if it was not issued here, was changed, or is older than a day. */
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
 * Handles are encrypted and authenticated with a key derived from the channel's secret. So every replica can open
 * them, the server stores nothing, and changing the secret invalidates all old handles.
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
    // Whatever the error, the handle is not one of ours.
    return null;
  }
}
