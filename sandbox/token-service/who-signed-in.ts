import { decodeJwt } from 'jose';
import type { ChannelState } from '../channel/channel-state.ts';
import type { Conversation } from '../channel/conversations.ts';
import type { Person, SandboxCore } from '../core/core.ts';

/** The person whose token the bot has for this conversation; null where nobody signed in, or signed out again. */
export function whoSignedIn(core: SandboxCore, state: ChannelState, conversation: Conversation): Person | null {
  const { channelId, user } = conversation;
  const { connectionName } = core.registrations.signIn;
  const token = state.userTokens.find({ channelId, userId: user.id, connectionName });
  if (token === null) return null;
  const { preferred_username: name } = decodeJwt(token.accessToken);
  return core.people.list().find(({ userPrincipalName }) => userPrincipalName === name) ?? null;
}
