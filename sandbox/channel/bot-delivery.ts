import type { SandboxCore } from '../core/core.ts';
import { type Activity, membersOf } from './activity.ts';
import type { ChannelState } from './channel-state.ts';
import { append, type Conversation, nextActivityId, showOnce } from './conversations.ts';
import { showAsWebChat } from './teams-look.ts';

const oauthCard = 'application/vnd.microsoft.card.oauth';
const neverShown = new Set(['conversationUpdate', 'trace', 'invokeResponse']);

/** Delivers the bot's activity to everyone in the conversation, and returns its new id. */
export function deliverToBot(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
  said: Activity,
): { readonly id: string } {
  const id = nextActivityId(conversation);
  if (neverShown.has(said.type)) return { id };
  const activity = dress(core, state, conversation, { ...said, id });
  if (activity.type === 'typing') showOnce(conversation, activity);
  else append(conversation, activity);
  return { id };
}

/** The client replaces an activity that comes again under the same id. */
export function deliverUpdate(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
  id: string,
  said: Activity,
): void {
  append(conversation, dress(core, state, conversation, { ...said, id }));
}

/** No client supports deletion, so the activity becomes an empty one. */
export function deliverDeletion(core: SandboxCore, state: ChannelState, conversation: Conversation, id: string): void {
  deliverUpdate(core, state, conversation, id, { type: 'message', text: '', attachments: [] });
}

function dress(core: SandboxCore, state: ChannelState, conversation: Conversation, said: Activity): Activity {
  const { serviceUrl: _serviceUrl, replyToId, ...rest } = said;
  const isScripted = conversation.shownIn === 'control-api';
  const activity: Activity = {
    ...rest,
    channelId: conversation.channelId,
    timestamp: new Date(core.now()).toISOString(),
    from: { ...conversation.bot, role: 'bot' },
    recipient: { ...conversation.client, role: 'user' },
    conversation: { id: conversation.id },
    // Web Chat delays a reply for five seconds if it replies to an activity that it never saw.
    ...(replyToId && (isScripted || conversation.knownIds.has(replyToId)) ? { replyToId } : {}),
  };
  const signable = fillSignInLinks(core, state, conversation, activity);
  return conversation.channelId === 'msteams' && !isScripted ? showAsWebChat(signable) : signable;
}

function fillSignInLinks(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
  activity: Activity,
): Activity {
  if (!activity.attachments?.some(({ contentType }) => contentType === oauthCard)) return activity;
  return {
    ...activity,
    attachments: activity.attachments.map((attachment) =>
      attachment.contentType === oauthCard
        ? { ...attachment, content: fillCard(core, state, conversation, membersOf(attachment.content)) }
        : attachment,
    ),
  };
}

function fillCard(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
  card: Record<string, unknown>,
): Record<string, unknown> {
  const buttons = Array.isArray(card.buttons) ? card.buttons : [];
  return {
    ...card,
    buttons: buttons.map((given) => {
      const button = membersOf(given);
      if (button.type !== 'signin' || button.value) return button;
      const signIn = state.signIns.begin({
        connectionName: String(card.connectionName ?? core.registrations.signIn.connectionName),
        channelId: conversation.channelId,
        userId: conversation.user.id,
        conversationId: conversation.id,
        locale: conversation.locale,
        now: core.now(),
      });
      return { ...button, value: signInLink(core, signIn.id) };
    }),
  };
}

/** The link ends with its only parameter, because Web Chat appends an encoded `&code_challenge=` to it. */
export function signInLink(core: SandboxCore, signInId: string): string {
  return `${core.addresses.http}/token-service/signin?signin=${signInId}`;
}
