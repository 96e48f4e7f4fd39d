import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { DeskReading } from '../../ports/desk.ts';

type Refusal = Extract<DeskReading, { kind: 'refused' }>;

const idShape = /^[A-Za-z0-9_-]{1,128}$/;

export function refused(status: Refusal['status'], because: string, message?: string): Refusal {
  return { kind: 'refused', status, because, ...(message === undefined ? {} : { message }) };
}

/** Compares in constant time, revealing neither where two texts differ nor how long they are. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** Whether one of the texts equals the given one. Always compares all of them, so that timing does not reveal which. */
export function isOneOf(given: string, expected: readonly string[]): boolean {
  return expected.filter((one) => isSameSecret(given, one)).length > 0;
}

/** Whether the signature over these bytes was made with one of the secrets. */
export function isSignedBy(
  given: string,
  secrets: readonly string[],
  sign: { readonly algorithm: 'sha1' | 'sha256'; readonly encoding: 'hex' | 'base64' },
  parts: readonly (Uint8Array | string)[],
): boolean {
  const expected = secrets.map((secret) => macOf(sign.algorithm, secret, parts).toString(sign.encoding));
  return isOneOf(given, expected);
}

export function macOf(
  algorithm: 'sha1' | 'sha256',
  key: string | Uint8Array,
  parts: readonly (Uint8Array | string)[],
): Buffer {
  const mac = createHmac(algorithm, key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** Null if the text is not a valid delivery id; a dot would shift what is signed. */
export function deliveryIdFrom(text: string | undefined): string | null {
  return text !== undefined && idShape.test(text) ? text : null;
}

/** An id for a delivery without one: the same bytes are the same delivery. */
export function bodyId(bytes: Uint8Array): string {
  return `body-${createHash('sha256').update(bytes).digest('base64url')}`;
}

/** Whether a signed timestamp is within so many milliseconds of now, before or after. */
export function isNear(at: number, now: number, withinMs: number): boolean {
  return Number.isFinite(at) && Math.abs(now - at) <= withinMs;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
