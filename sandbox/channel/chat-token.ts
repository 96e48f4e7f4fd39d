import { z } from 'zod';
import type { SandboxCore } from '../core/core.ts';
import { membersOf } from './activity.ts';
import type { ChannelState } from './channel-state.ts';
import type { Conversation } from './conversations.ts';
import { isFaultNamed } from './fault-names.ts';
import { type Refusal, refusal } from './refusal.ts';

/** How long a chat token lives, in seconds. Source: the real Direct Line. */
export const chatTokenSeconds = 1800;

const issuer = 'https://directline.botframework.com/';

const claimsSchema = z.looseObject({ conv: z.string(), user: z.string(), generation: z.number() });

export async function makeChatToken(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
): Promise<string> {
  const claims = {
    bot: conversation.bot.id,
    site: 'sandbox',
    conv: conversation.id,
    user: conversation.client.id,
    nbf: Math.floor(core.now() / 1000),
    generation: state.chatTokenGeneration,
  };
  return core.channelKey.sign(claims, { issuer, audience: issuer, expiresInSeconds: chatTokenSeconds });
}

export type Admission = { readonly kind: 'admitted'; readonly conversation: Conversation } | Refusal;

/** Finds the conversation that a chat token belongs to. `id` is the conversation in the URL. */
export async function admit(
  core: SandboxCore,
  state: ChannelState,
  given: { readonly token: string | null; readonly id: string | null },
): Promise<Admission> {
  if (given.token === null) return refusal(401, 'MissingProperty', 'The Authorization header is missing or malformed.');
  if (given.id !== null && isSecret(core, given.token)) return admitTo(state, given.id);
  const claims = await readClaims(core, state, given.token);
  if (claims.kind === 'refused') return claims;
  if (given.id !== null && given.id !== claims.conv) return refuseStranger(state, given.id);
  return admitTo(state, claims.conv);
}

/** A caller on this machine needs no secret to open a chat, but one that brings a credential must bring the right one. */
export function refuseWrongSecret(core: SandboxCore, token: string | null): Refusal | null {
  return token === null || isSecret(core, token) ? null : invalidToken;
}

function isSecret({ registrations }: SandboxCore, token: string): boolean {
  return registrations.directLine !== undefined && token === registrations.directLine.secret;
}

function admitTo(state: ChannelState, id: string): Admission {
  const conversation = state.conversations.find(id);
  return conversation ? { kind: 'admitted', conversation } : conversationNotFound;
}

export const conversationNotFound = refusal(404, 'ConversationNotFound', 'There is no such conversation.');
const invalidToken = refusal(403, 'BadArgument', 'Invalid token or secret.');
const tokenExpired = refusal(403, 'TokenExpired', 'Token has expired.');

function refuseStranger(state: ChannelState, id: string): Refusal {
  return state.conversations.find(id) ? invalidToken : conversationNotFound;
}

async function readClaims(core: SandboxCore, state: ChannelState, token: string) {
  const claims = await core.channelKey.verify(token, { audience: issuer, issuer }).then(
    (verified) => claimsSchema.parse(verified),
    () => null,
  );
  if (claims === null) return saysItExpired(token, core.now()) ? tokenExpired : invalidToken;
  if (claims.generation < state.chatTokenGeneration) return tokenExpired;
  return { kind: 'read', conv: claims.conv } as const;
}

/** Used only to choose between two refusals, so the signature does not matter. */
function saysItExpired(token: string, now: number): boolean {
  const payload = token.split('.')[1];
  if (payload === undefined) return false;
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  try {
    const { exp } = membersOf(JSON.parse(text));
    return typeof exp === 'number' && exp * 1000 <= now;
  } catch (fault) {
    if (isFaultNamed(fault, ['SyntaxError'])) return false;
    throw fault;
  }
}
