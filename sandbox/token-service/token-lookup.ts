import type { ChannelState } from '../channel/channel-state.ts';
import type { SandboxCore } from '../core/core.ts';
import { redeemRefreshToken } from './login-client.ts';
import type { StoredUserToken, TokenOwner } from './user-token-book.ts';

const renewBeforeMs = 5 * 60_000;

/** The person's token, renewed when it is about to end; null when they have to sign in. */
export async function findFreshToken(
  core: SandboxCore,
  state: ChannelState,
  owner: TokenOwner,
): Promise<StoredUserToken | null> {
  const token = state.userTokens.find(owner);
  if (token === null) return null;
  if (token.expiresAt - core.now() >= renewBeforeMs) return token;
  return renew(core, state, owner, token);
}

async function renew(core: SandboxCore, state: ChannelState, owner: TokenOwner, token: StoredUserToken) {
  const stillGood = token.expiresAt > core.now() ? token : null;
  if (token.refreshToken === null) return stillGood;
  const renewal = await redeemRefreshToken(core, token.refreshToken);
  if (renewal.kind === 'unavailable') return stillGood;
  if (renewal.kind === 'refused') {
    state.userTokens.remove(owner);
    return stillGood;
  }
  const renewed = { ...renewal.token, refreshToken: renewal.token.refreshToken ?? token.refreshToken };
  state.userTokens.keep(owner, renewed);
  return renewed;
}

/** A token in the shape that the bot receives it. */
export function tokenResponse(owner: TokenOwner, token: StoredUserToken) {
  return {
    channelId: owner.channelId,
    connectionName: owner.connectionName,
    token: token.accessToken,
    expiration: new Date(token.expiresAt).toISOString(),
  };
}
