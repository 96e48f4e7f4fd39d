import { ManagedIdentityCredential } from '@azure/identity';
import type { Clock } from '../../ports/clock.ts';
import { Kept } from '../upstream/kept.ts';

const renewBeforeMs = 5 * 60_000;

/** Tokens of the managed identity for one service, each cached until 5 minutes before it expires. Rejects if there is none. */
export function createIdentityToken(clientId: string, scope: string, clock: Clock): () => Promise<string> {
  const kept = new Kept<string>(1, clock);
  return () =>
    kept.get(scope, async () => {
      const { token, expiresOnTimestamp } = await new ManagedIdentityCredential({ clientId }).getToken(scope);
      return { value: token, keepUntil: expiresOnTimestamp - renewBeforeMs };
    });
}
