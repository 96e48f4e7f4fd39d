import type { SandboxCore } from '../core/core.ts';
import { type Activity, membersOf } from './activity.ts';
import type { Account, Conversation } from './conversations.ts';
import { isFaultNamed, networkFaults } from './fault-names.ts';

export type BotAnswer =
  | { readonly kind: 'accepted'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unreachable' };

/** Longer than Teams waits (about 15 seconds), so that the bot's own timeout shows and not ours. */
const botTimeoutMs = 30_000;

export function serviceUrlOf(core: SandboxCore): string {
  return `${core.addresses.http}/connector/`;
}

/** Hands one activity to the bot, signed the way the channel signs it. */
export async function callBot(core: SandboxCore, conversation: Conversation, activity: Activity): Promise<BotAnswer> {
  const serviceUrl = serviceUrlOf(core);
  const token = await core.channelKey.sign(
    { serviceurl: serviceUrl },
    { issuer: 'https://api.botframework.com', audience: core.registrations.bot.appId, expiresInSeconds: 3600 },
  );
  try {
    const response = await fetch(`${core.addresses.bot}/api/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json; charset=utf-8',
        'x-ms-conversation-id': conversation.id,
        ...(conversation.tenantId ? { 'x-ms-tenant-id': conversation.tenantId } : {}),
      },
      body: JSON.stringify({ ...activity, serviceUrl }),
      signal: AbortSignal.timeout(botTimeoutMs),
    });
    const body = readBody(await response.text());
    return { kind: response.status < 300 ? 'accepted' : 'refused', status: response.status, body };
  } catch (fault) {
    if (isFaultNamed(fault, networkFaults)) return { kind: 'unreachable' };
    throw fault;
  }
}

/** The fields that the channel itself sets on an activity, whatever the client sent. */
export function addressToBot(
  core: SandboxCore,
  conversation: Conversation,
  activity: Activity,
  from: Account = conversation.user,
): Activity {
  const isTeams = conversation.channelId === 'msteams';
  return {
    ...activity,
    timestamp: new Date(core.now()).toISOString(),
    channelId: conversation.channelId,
    serviceUrl: serviceUrlOf(core),
    from: { ...from, name: from.name ?? activity.from?.name ?? '', role: 'user' },
    recipient: { ...conversation.bot, role: 'bot' },
    conversation: isTeams ? teamsConversation(conversation, activity) : { id: conversation.id },
    ...(isTeams ? { channelData: { ...membersOf(activity.channelData), ...teamsData(conversation) } } : {}),
  };
}

/** In a channel, messages belong to a thread; the bot being added or removed does not. */
function teamsConversation({ place, tenantId, id }: Conversation, { type }: Activity) {
  const isThread = place === 'channel' && type !== 'installationUpdate' && type !== 'conversationUpdate';
  return {
    ...(place === 'personal' ? {} : { isGroup: true }),
    conversationType: place,
    tenantId,
    id: isThread ? `${id};messageid=1700000000000` : id,
  };
}

function teamsData({ place, tenantId, id }: Conversation): Record<string, unknown> {
  const tenant = { id: tenantId };
  if (place !== 'channel') return { tenant };
  return { tenant, teamsChannelId: id, teamsTeamId: id, channel: { id }, team: { id, name: 'Helpdesk' } };
}

function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (fault) {
    if (isFaultNamed(fault, ['SyntaxError'])) return text.slice(0, 2000);
    throw fault;
  }
}
