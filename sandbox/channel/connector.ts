import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { SandboxCore } from '../core/core.ts';
import { activitySchema, membersOf } from './activity.ts';
import { requireBot } from './bot-bearer.ts';
import { serviceUrlOf } from './bot-caller.ts';
import { deliverDeletion, deliverToBot, deliverUpdate } from './bot-delivery.ts';
import type { ChannelState } from './channel-state.ts';
import { conversationNotFound } from './chat-token.ts';
import type { Account, Conversation } from './conversations.ts';
import { planChat } from './participants.ts';
import { answerUnknownPath, refusal, refuse } from './refusal.ts';
import { safeFileHeaders } from './safe-file-headers.ts';
import { watchService } from './service-watch.ts';
import { answerRefused, refuseInTeams } from './teams-refusals.ts';

interface InConversation {
  readonly id: string;
}
interface OnActivity extends InConversation {
  readonly activityId: string;
}

/** Teams refuses messages larger than about this. */
const maxTeamsBytes = 100 * 1024;

const newConversationSchema = z.looseObject({
  members: z.tuple([z.looseObject({ id: z.string(), name: z.string().optional() })], z.unknown()),
  activity: activitySchema.nullish(),
});
const fileSchema = z.looseObject({ type: z.string(), name: z.string().optional(), originalBase64: z.string() });

/** The Bot Framework connector: where the bot sends what it says. */
export function connector(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    watchService(app, core, 'connector');
    app.setNotFoundHandler(answerUnknownPath);
    addAttachmentRoutes(app, state);
    await app.register(async (guarded) => {
      requireBot(guarded, core);
      addSendRoutes(guarded, core, state);
      addConversationRoutes(guarded, core, state);
      addMemberRoutes(guarded, core, state);
      addFileRoute(guarded, state);
    });
  };
}

function addSendRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post<{ Params: InConversation }>('/conversations/:id/activities', async ({ params, body }, reply) =>
    send(reply, params.id, body),
  );
  app.post<{ Params: OnActivity }>('/conversations/:id/activities/:activityId', async ({ params, body }, reply) =>
    send(reply, params.id, body, params.activityId),
  );
  app.post<{ Params: InConversation }>('/conversations/:id/activities/history', async ({ params }, reply) =>
    state.conversations.find(params.id) ? { id: params.id } : refuse(reply, conversationNotFound),
  );
  app.put<{ Params: OnActivity }>('/conversations/:id/activities/:activityId', async ({ params, body }, reply) => {
    const read = readSending(reply, params.id, body);
    if (read.kind === 'refused') return read.reply;
    if (isTeams(read.conversation) && !read.conversation.knownIds.has(params.activityId))
      return refuse(reply, refusal(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.'));
    deliverUpdate(core, state, read.conversation, params.activityId, read.activity);
    return { id: params.activityId };
  });
  app.delete<{ Params: OnActivity }>('/conversations/:id/activities/:activityId', async ({ params }, reply) => {
    const conversation = state.conversations.find(params.id);
    if (!conversation) return refuse(reply, conversationNotFound);
    deliverDeletion(core, state, conversation, params.activityId);
    return reply.code(200).send();
  });

  async function send(reply: FastifyReply, id: string, body: unknown, replyToId?: string) {
    const read = readSending(reply, id, body);
    if (read.kind === 'refused') return read.reply;
    const activity = replyToId === undefined ? read.activity : { ...read.activity, replyToId };
    return deliverToBot(core, state, read.conversation, activity);
  }

  function readSending(reply: FastifyReply, id: string, body: unknown) {
    const conversation = state.conversations.find(id);
    if (!conversation) return { kind: 'refused', reply: refuse(reply, conversationNotFound) } as const;
    const activity = activitySchema.safeParse(body);
    if (!activity.success) {
      return {
        kind: 'refused',
        reply: refuse(reply, refusal(400, 'BadSyntax', 'The body is not an activity.')),
      } as const;
    }
    if (conversation.channelId === 'msteams' && Buffer.byteLength(JSON.stringify(body)) > maxTeamsBytes) {
      return {
        kind: 'refused',
        reply: refuse(reply, refusal(413, 'MessageSizeTooBig', 'Message size too large.')),
      } as const;
    }
    const refused = refuseInTeams(core, conversation);
    if (refused !== null) return { kind: 'refused', reply: answerRefused(reply, refused) } as const;
    return { kind: 'read', conversation, activity: activity.data } as const;
  }
}

function addConversationRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.get('/conversations', async () => ({
    conversations: state.conversations.list().map((each) => ({ id: each.id, members: accounts(core, each) })),
    continuationToken: null,
  }));
  app.post('/conversations', async ({ body }, reply) => {
    const asked = newConversationSchema.safeParse(body);
    if (!asked.success) return refuse(reply, refusal(400, 'BadSyntax', 'A conversation needs at least one member.'));
    const [member] = asked.data.members;
    const known = personalChatOf(member.id);
    const isInTeams = isForTeams(body);
    if (isInTeams && known?.isInstalled !== true) return refuse(reply, notInstalled);
    const refused = known === undefined ? null : refuseInTeams(core, known);
    if (refused !== null) return answerRefused(reply, refused);
    const conversation = known ?? openFor(member);
    const said = asked.data.activity ? deliverToBot(core, state, conversation, asked.data.activity) : null;
    const answer = { id: conversation.id, serviceUrl: serviceUrlOf(core), ...(said ? { activityId: said.id } : {}) };
    return reply.code(201).send(answer);
  });

  function personalChatOf(userId: string): Conversation | undefined {
    return state.conversations
      .list()
      .findLast(
        (each) =>
          isTeams(each) && each.place === 'personal' && (each.user.id === userId || each.user.aadObjectId === userId),
      );
  }

  function openFor(client: Account): Conversation {
    return state.conversations.open(planChat(core, { client, personId: null, channelId: 'directline' }));
  }
}

const notInstalled = refusal(403, 'ForbiddenOperationException', 'The bot is not installed in the personal scope.');

function isTeams({ channelId }: Conversation): boolean {
  return channelId === 'msteams';
}

/** Teams includes the tenant when a bot opens a chat; other channels have none. */
function isForTeams(body: unknown): boolean {
  return membersOf(membersOf(membersOf(body).channelData).tenant).id !== undefined;
}

function addMemberRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.get<{ Params: InConversation }>('/conversations/:id/members', async ({ params }, reply) => {
    const conversation = state.conversations.find(params.id);
    return conversation ? accounts(core, conversation) : refuse(reply, conversationNotFound);
  });
  app.get<{ Params: OnActivity }>('/conversations/:id/activities/:activityId/members', async ({ params }, reply) => {
    const conversation = state.conversations.find(params.id);
    return conversation ? accounts(core, conversation) : refuse(reply, conversationNotFound);
  });
  app.get<{ Params: InConversation }>('/conversations/:id/pagedmembers', async ({ params }, reply) => {
    const conversation = state.conversations.find(params.id);
    return conversation ? { members: accounts(core, conversation) } : refuse(reply, conversationNotFound);
  });
  app.get<{ Params: InConversation & { memberId: string } }>(
    '/conversations/:id/members/:memberId',
    async ({ params }, reply) => {
      const conversation = state.conversations.find(params.id);
      if (!conversation) return refuse(reply, conversationNotFound);
      const { memberId } = params;
      const member = accounts(core, conversation).find(
        ({ id, aadObjectId }) => memberId === id || memberId === aadObjectId,
      );
      if (member) return member;
      return refuse(reply, refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.'));
    },
  );
}

function accounts(core: SandboxCore, { channelId, tenantId, people }: Conversation) {
  return people.map((member) => {
    if (channelId !== 'msteams') return { id: member.id, name: member.name, aadObjectId: undefined };
    const person = core.people.list().find(({ objectId }) => objectId === member.aadObjectId);
    return {
      id: member.id,
      name: member.name,
      aadObjectId: member.aadObjectId,
      objectId: member.aadObjectId,
      tenantId,
      userPrincipalName: person?.userPrincipalName,
      email: person?.userPrincipalName,
      userRole: 'user',
    };
  });
}

function addFileRoute(app: FastifyInstance, state: ChannelState): void {
  app.post<{ Params: InConversation }>('/conversations/:id/attachments', async ({ params, body }, reply) => {
    if (!state.conversations.find(params.id)) return refuse(reply, conversationNotFound);
    const file = fileSchema.safeParse(body);
    if (!file.success) return refuse(reply, refusal(400, 'BadSyntax', 'The body is not a file.'));
    const { type, name, originalBase64 } = file.data;
    const kept = state.attachments.keep({ type, name: name ?? 'file', bytes: Buffer.from(originalBase64, 'base64') });
    return { id: kept.id };
  });
}

/** Clients read these too, so the unguessable id is the only credential. */
function addAttachmentRoutes(app: FastifyInstance, state: ChannelState): void {
  const notFound = refusal(404, 'AttachmentNotFound', 'There is no such attachment.');
  app.get<{ Params: InConversation }>('/attachments/:id', async ({ params }, reply) => {
    const file = state.attachments.find(params.id);
    if (!file) return refuse(reply, notFound);
    return { name: file.name, type: file.type, views: [{ viewId: 'original', size: file.bytes.length }] };
  });
  app.get<{ Params: InConversation & { view: string } }>('/attachments/:id/views/:view', async ({ params }, reply) => {
    const file = state.attachments.find(params.id);
    if (!file || params.view !== 'original') return refuse(reply, notFound);
    return reply.headers(safeFileHeaders(file.type)).send(file.bytes);
  });
}
