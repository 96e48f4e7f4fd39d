import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { addressToBot, callBot } from '../channel/bot-caller.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import { makeChatToken } from '../channel/chat-token.ts';
import type { Conversation } from '../channel/conversations.ts';
import { planChat } from '../channel/participants.ts';
import { refusal, refuse } from '../channel/refusal.ts';
import type { Person, SandboxCore } from '../core/core.ts';
import { personNotFound, unclear } from './control-refusals.ts';
import { installationActivities } from './teams-installation.ts';
import { tokenOf } from './teams-sign-in.ts';

const appSchema = z.strictObject({ installed: z.boolean(), locale: z.string().max(35).optional() });
const tabTokenSchema = z.strictObject({ tokenIs: z.enum(['good', 'expired']).optional() });
const noChat = refusal(404, 'NoTeamsChat', 'This person has no chat with the bot in Teams.');

interface ById {
  readonly id: string;
}

/** Whether somebody has the app in Teams, and the chat in which the bot may write to them first. */
export function teamsPeople(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: ById }>('/:id', async ({ params }, reply) => {
      const person = core.people.get(params.id);
      return person ? describe(state, person) : refuse(reply, personNotFound);
    });
    addApp(app, core, state);
    // TeamsJS asks its host for it on behalf of a tab.
    app.post<{ Params: ById }>('/:id/tab-token', async ({ params, body }, reply) => {
      const person = core.people.get(params.id);
      if (!person) return refuse(reply, personNotFound);
      const asked = tabTokenSchema.safeParse(body ?? {});
      if (!asked.success) return refuse(reply, unclear(asked.error));
      return { token: await tokenOf(core, { owner: person, tokenIs: asked.data.tokenIs ?? 'good' }) };
    });
    // A viewer joins the chat with its full history.
    app.post<{ Params: ById }>('/:id/chat', async ({ params }, reply) => {
      const person = core.people.get(params.id);
      if (!person) return refuse(reply, personNotFound);
      const chat = personalChats(state, person).at(-1);
      if (chat === undefined) return refuse(reply, noChat);
      return { conversationId: chat.id, token: await makeChatToken(core, state, chat) };
    });
  };
}

function addApp(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post<{ Params: ById }>('/:id/app', async ({ params, body }, reply) => {
    const person = core.people.get(params.id);
    if (!person) return refuse(reply, personNotFound);
    const asked = appSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { installed, locale } = asked.data;
    if (installed) await install(core, state, person, locale ?? null);
    else await remove(core, state, person);
    return describe(state, person);
  });
}

async function install(core: SandboxCore, state: ChannelState, person: Person, locale: string | null): Promise<void> {
  const chats = personalChats(state, person);
  if (chats.at(-1)?.isInstalled) return;
  const chat = chats.at(-1) ?? openChat(core, state, person);
  for (const one of [...chats, chat]) one.isInstalled = true;
  chat.locale = locale ?? chat.locale;
  await tell(core, chat, 'add');
}

async function remove(core: SandboxCore, state: ChannelState, person: Person): Promise<void> {
  const chats = personalChats(state, person);
  const last = chats.at(-1);
  if (last === undefined || !last.isInstalled) return;
  for (const chat of chats) chat.isInstalled = false;
  await tell(core, last, 'remove');
}

function openChat(core: SandboxCore, state: ChannelState, person: Person): Conversation {
  const client = { id: `dl_${randomBytes(16).toString('hex')}`, name: person.displayName };
  const chat = state.conversations.open(planChat(core, { client, personId: person.id, channelId: 'msteams' }));
  chat.startedAt = core.now();
  return chat;
}

async function tell(core: SandboxCore, chat: Conversation, action: 'add' | 'remove'): Promise<void> {
  for (const activity of installationActivities(chat, action))
    await callBot(core, chat, addressToBot(core, chat, activity));
}

function personalChats(state: ChannelState, { objectId }: Person): readonly Conversation[] {
  return state.conversations
    .list()
    .filter(
      ({ channelId, place, user }) => channelId === 'msteams' && place === 'personal' && user.aadObjectId === objectId,
    );
}

function describe(state: ChannelState, person: Person) {
  const chat = personalChats(state, person).at(-1);
  return {
    person: person.id,
    isInstalled: chat?.isInstalled ?? false,
    conversationId: chat?.id ?? null,
    /** Increases with every message, so that viewers notice new ones. */
    said: chat?.log.length ?? 0,
  };
}
