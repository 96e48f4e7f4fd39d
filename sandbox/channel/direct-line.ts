import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bearerOf } from '../core/bearer.ts';
import type { SandboxCore } from '../core/core.ts';
import { startSession } from '../token-service/browser-session.ts';
import { type Activity, activitySchema } from './activity.ts';
import type { ChannelState } from './channel-state.ts';
import { type Admission, admit, chatTokenSeconds, makeChatToken, refuseWrongSecret } from './chat-token.ts';
import { announceStart, type Posted, postFromClient, withoutForgedMembers } from './client-activities.ts';
import { activitiesAfter, type Conversation, readWatermark, watermarkOf } from './conversations.ts';
import { shareWithLoopbackPages } from './loopback-only.ts';
import { planChat } from './participants.ts';
import { answerUnknownPath, type Refusal, refusal, refuse } from './refusal.ts';
import { safeFileHeaders } from './safe-file-headers.ts';
import { watchService } from './service-watch.ts';
import { readUpload } from './upload.ts';

const maxUploadBytes = 20 * 1024 * 1024;

/** `person` and `channelId` exist in the sandbox only: who signs in, and which channel the bot sees. */
const tokenRequestSchema = z
  .looseObject({
    user: z.looseObject({ id: z.string().min(1).max(64).optional(), name: z.string().max(256).optional() }).optional(),
    person: z.string().optional(),
    channelId: z.enum(['directline', 'webchat', 'msteams']).optional(),
  })
  .default({});

const startSchema = z.looseObject({ locale: z.string().max(35).optional() }).default({});

interface ById {
  readonly id: string;
}

/** Direct Line 3.0: what a chat window talks to. */
export function directLine(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    shareWithLoopbackPages(app);
    watchService(app, core, 'direct-line');
    app.setNotFoundHandler(answerUnknownPath);
    app.options('/*', async (_request, reply) => reply.code(204).send());
    addTokenRoutes(app, core, state);
    addConversationRoutes(app, core, state);
    addActivityRoutes(app, core, state);
    addAttachmentRoute(app, state);
    app.get('/session/getsessionid', async (request, reply) => {
      const session = startSession(request, reply);
      const admission = await admitCaller(core, state, request, null);
      if (admission.kind === 'admitted') admission.conversation.sessions.add(session.secret);
      return reply.header('cache-control', 'no-store').send({ sessionId: session.publicId });
    });
  };
}

function addTokenRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post('/tokens/generate', async (request, reply) => {
    const wrongSecret = refuseWrongSecret(core, bearerOf(request.headers.authorization));
    if (wrongSecret) return refuse(reply, wrongSecret);
    const asked = tokenRequestSchema.safeParse(request.body ?? undefined);
    if (!asked.success) return refuse(reply, badArgument('The token parameters are not valid.'));
    const { user, person, channelId } = asked.data;
    if (user?.id !== undefined && !user.id.startsWith('dl_')) {
      return refuse(reply, badArgument("user.id must start with 'dl_'."));
    }
    if (person !== undefined && !core.people.get(person)) return refuse(reply, badArgument('There is no such person.'));
    const client = { id: user?.id ?? `dl_${randomBytes(16).toString('hex')}`, name: user?.name };
    const plan = planChat(core, { client, personId: person ?? null, channelId: channelId ?? 'directline' });
    return sendToken(state.conversations.open(plan));
  });
  app.post('/tokens/refresh', async (request, reply) => {
    const admission = await admitCaller(core, state, request, null);
    return admission.kind === 'refused' ? refuse(reply, admission) : sendToken(admission.conversation);
  });

  async function sendToken(conversation: Conversation) {
    const token = await makeChatToken(core, state, conversation);
    return { conversationId: conversation.id, token, expires_in: chatTokenSeconds };
  }
}

function addConversationRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post('/conversations', async (request, reply) => {
    const admission = await admitCaller(core, state, request, null);
    if (admission.kind === 'refused') return refuse(reply, admission);
    const { conversation } = admission;
    const isNew = conversation.startedAt === null;
    if (isNew) begin(conversation, startSchema.safeParse(request.body ?? undefined).data?.locale ?? null);
    const answer = await describe(conversation, '-');
    return reply.code(isNew ? 201 : 200).send({ ...answer, expires_in: chatTokenSeconds });
  });
  app.get<{ Params: ById; Querystring: { watermark?: string } }>('/conversations/:id', async (request, reply) => {
    const admission = await admitCaller(core, state, request, request.params.id);
    if (admission.kind === 'refused') return refuse(reply, admission);
    const { conversation } = admission;
    const from = readWatermark(request.query.watermark) ?? watermarkOf(conversation);
    return describe(conversation, String(from));
  });

  function begin(conversation: Conversation, locale: string | null): void {
    conversation.startedAt = core.now();
    conversation.locale = locale;
    // The chat starts at once; if the bot is down, that shows when the person writes.
    void announceStart(core, conversation);
  }

  async function describe(conversation: Conversation, watermark: string) {
    const token = await makeChatToken(core, state, conversation);
    const socketOrigin = core.addresses.http.replace(/^http/, 'ws');
    const path = `/v3/directline/conversations/${encodeURIComponent(conversation.id)}/stream`;
    const streamUrl = `${socketOrigin}${path}?watermark=${watermark}&t=${encodeURIComponent(token)}`;
    return { conversationId: conversation.id, token, streamUrl };
  }
}

function addActivityRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.get<{ Params: ById; Querystring: { watermark?: string } }>(
    '/conversations/:id/activities',
    async (request, reply) => {
      const admission = await admitCaller(core, state, request, request.params.id);
      if (admission.kind === 'refused') return refuse(reply, admission);
      return activitiesAfter(admission.conversation, readWatermark(request.query.watermark) ?? 0);
    },
  );
  app.post<{ Params: ById }>('/conversations/:id/activities', async (request, reply) => {
    const admission = await admitCaller(core, state, request, request.params.id);
    if (admission.kind === 'refused') return refuse(reply, admission);
    const activity = activitySchema.safeParse(request.body);
    if (!activity.success) return refuse(reply, badArgument('The body is not an activity.'));
    return answerPost(reply, await post(admission.conversation, activity.data));
  });
  app.post<{ Params: ById }>('/conversations/:id/upload', { bodyLimit: maxUploadBytes }, async (request, reply) => {
    const admission = await admitCaller(core, state, request, request.params.id);
    if (admission.kind === 'refused') return refuse(reply, admission);
    const upload = await readUpload(core, state, request);
    if (upload.kind === 'refused') return refuse(reply, upload);
    return answerPost(reply, await post(admission.conversation, upload.activity));
  });

  async function post(conversation: Conversation, activity: Activity): Promise<Posted> {
    conversation.startedAt ??= core.now();
    return postFromClient(core, state, conversation, withoutForgedMembers(activity));
  }
}

function answerPost(reply: FastifyReply, posted: Posted) {
  return posted.kind === 'refused' ? refuse(reply, posted) : { id: posted.id };
}

function addAttachmentRoute(app: FastifyInstance, state: ChannelState): void {
  app.get<{ Params: ById }>('/attachments/:id/*', async (request, reply) => {
    const file = state.attachments.find(request.params.id);
    if (!file) return refuse(reply, refusal(404, 'AttachmentNotFound', 'There is no such attachment.'));
    return reply.headers(safeFileHeaders(file.type)).send(file.bytes);
  });
}

async function admitCaller(
  core: SandboxCore,
  state: ChannelState,
  request: FastifyRequest,
  id: string | null,
): Promise<Admission> {
  return admit(core, state, { token: bearerOf(request.headers.authorization), id });
}

function badArgument(message: string): Refusal {
  return refusal(400, 'BadArgument', message);
}
