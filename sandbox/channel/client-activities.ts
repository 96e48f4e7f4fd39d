import type { SandboxCore } from '../core/core.ts';
import { type Activity, membersOf } from './activity.ts';
import { addressToBot, type BotAnswer, callBot } from './bot-caller.ts';
import { deliverToBot, deliverUpdate } from './bot-delivery.ts';
import type { ChannelState } from './channel-state.ts';
import { append, type Conversation, nextActivityId, showOnce } from './conversations.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type ExecutePress, executeInvoke, readExecuteOutcome, readExecutePress } from './teams-look.ts';

export type Posted = { readonly kind: 'posted'; readonly id: string } | Refusal;

const neverEchoed = new Set(['invoke', 'conversationUpdate', 'installationUpdate']);

/** Shows the person's activity to everybody in the chat, then hands it to the bot and waits for its answer. */
export async function postFromClient(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
  given: Activity,
): Promise<Posted> {
  const id = nextActivityId(conversation);
  const activity = addressToBot(core, conversation, { ...given, id });
  echo(conversation, activity);
  const press = conversation.channelId === 'msteams' ? readExecutePress(given) : null;
  if (press) return pressExecute(core, state, conversation, press, id);
  return asPosted(id, await callBot(core, conversation, activity));
}

/** Tells the bot that the chat started. Its greeting arrives through the connector, so nothing waits for it here. */
export async function announceStart(core: SandboxCore, conversation: Conversation): Promise<void> {
  const update = addressToBot(core, conversation, {
    type: 'conversationUpdate',
    id: nextActivityId(conversation),
    membersAdded: [conversation.bot, conversation.user],
    ...(conversation.locale ? { locale: conversation.locale } : {}),
  });
  await callBot(core, conversation, update);
}

function echo(conversation: Conversation, activity: Activity): void {
  if (neverEchoed.has(activity.type)) return;
  const { serviceUrl: _serviceUrl, ...shown } = activity;
  const asClientKnowsIt = {
    ...shown,
    from: { ...activity.from, ...conversation.client, role: 'user' },
    conversation: { id: conversation.id },
  };
  if (activity.type === 'typing') showOnce(conversation, asClientKnowsIt);
  else append(conversation, asClientKnowsIt);
}

async function pressExecute(
  core: SandboxCore,
  state: ChannelState,
  conversation: Conversation,
  press: ExecutePress,
  id: string,
): Promise<Posted> {
  const answer = await callBot(core, conversation, addressToBot(core, conversation, { ...executeInvoke(press), id }));
  if (answer.kind !== 'accepted') return asPosted(id, answer);
  const outcome = readExecuteOutcome(answer.body);
  if (outcome.kind === 'message') deliverToBot(core, state, conversation, { type: 'message', text: outcome.text });
  if (outcome.kind === 'new-card') {
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: outcome.content };
    deliverUpdate(core, state, conversation, press.activityId, { type: 'message', attachments: [card] });
  }
  return { kind: 'posted', id };
}

function asPosted(id: string, answer: BotAnswer): Posted {
  if (answer.kind === 'accepted') return { kind: 'posted', id };
  const failed = refusal(502, 'BotError', 'Failed to send activity: bot is unavailable or returned an error.');
  if (answer.kind === 'unreachable') return failed;
  return { ...failed, innerHttpError: { statusCode: answer.status, body: answer.body } };
}

/** Drops fields that a client may not set, before anything else reads them. */
export function withoutForgedMembers(given: Activity): Activity {
  const { id: _id, serviceUrl: _serviceUrl, conversation: _conversation, recipient: _recipient, ...rest } = given;
  return { ...rest, from: membersOf(rest.from) };
}
