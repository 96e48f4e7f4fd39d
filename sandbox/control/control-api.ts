import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { type ChannelState, clearChannelState } from '../channel/channel-state.ts';
import { conversationNotFound } from '../channel/chat-token.ts';
import { dropWatchers } from '../channel/conversations.ts';
import { answerUnknownPath, refusal, refuse } from '../channel/refusal.ts';
import { armAddress } from '../core/addresses.ts';
import type { Fault, SandboxCore } from '../core/core.ts';
import { deskControl } from '../desk/desk-control.ts';
import type { DeskWorld } from '../desk/desk-world.ts';
import { whoSignedIn } from '../token-service/who-signed-in.ts';
import { storiesOf } from '../words/sandbox-words.ts';
import { type BotHost, botControl } from './bot-control.ts';
import { personNotFound, unclear } from './control-refusals.ts';
import { teamsControl } from './teams-control.ts';

const faultKinds = ['429', '403', '500', '503', 'hang', 'slow-drip', 'cut-off', 'garbage', 'html'] as const;
const channelFaultKinds = ['400', '412', '413'] as const;
const deskFaultKinds = ['down', 'slow', 'forgetful'] as const;

const faultSchema = z.strictObject({
  service: z.enum(['login', 'graph', 'arm', 'connector', 'token-service', 'direct-line', 'desk', 'embeddings']),
  path: z.string().min(1).max(500).optional(),
  fault: z.enum([...faultKinds, ...channelFaultKinds, ...deskFaultKinds]),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  times: z.int().min(1).max(100_000).optional(),
  retryAfterSeconds: z.number().min(0).max(86_400).optional(),
  delayMs: z.number().min(0).max(600_000).optional(),
});
const onlyDesks = refusal(400, 'BadArgument', 'fault: only the service desk can be down, slow or forgetful.');
const onlyTheChannel = refusal(400, 'BadArgument', 'fault: only the service connector can answer 400, 412 or 413.');
const expirySchema = z.strictObject({ of: z.enum(['chat', 'access', 'sign-in']).optional() }).default({});
const chooseSchema = z.strictObject({ person: z.string().nullable() });

interface ById {
  readonly id: string;
}

export interface ControlOptions {
  /** The helpdesks, if there are any. */
  readonly desks?: DeskWorld | undefined;
  /** What can kill and restart the bot, if anything can. */
  readonly bot?: BotHost | undefined;
}

/** Used by tests and the page to inspect and change the sandbox. */
export function controlApi(
  core: SandboxCore,
  state: ChannelState,
  { desks, bot }: ControlOptions = {},
): FastifyPluginAsync {
  return async (app) => {
    app.setNotFoundHandler(answerUnknownPath);
    addOverview(app, core, { desks, bot });
    addFaultRoutes(app, core);
    addPeopleRoutes(app, core);
    addSessionRoutes(app, core);
    addConversationRoutes(app, core, state);
    app.post('/reset', async () => {
      core.faults.clear();
      core.requests.clear();
      core.people.reset();
      clearChannelState(state);
      desks?.clear();
      return { reset: true };
    });
    app.post('/tokens/expire', async ({ body }, reply) => {
      const asked = expirySchema.safeParse(body ?? undefined);
      if (!asked.success) return refuse(reply, unclear(asked.error));
      const { of } = asked.data;
      if (of === undefined || of === 'chat') state.chatTokenGeneration += 1;
      if (of !== 'chat') state.userTokens.expire(of ?? 'sign-in', core.now());
      return { expired: of ?? 'chat and sign-in' };
    });
    await app.register(teamsControl(core, state), { prefix: '/teams' });
    if (bot) await app.register(botControl(bot), { prefix: '/bot' });
    if (desks) await app.register(deskControl(core, desks), { prefix: '/desk' });
  };
}

function addOverview(app: FastifyInstance, core: SandboxCore, { desks, bot: host }: ControlOptions): void {
  app.get('/', async () => {
    const { bot, http, https } = core.addresses;
    return {
      addresses: {
        bot,
        page: `${http}/`,
        control: `${http}/sandbox`,
        directLine: `${http}/v3/directline`,
        connector: `${http}/connector/`,
        tokenService: http,
        channelOpenId: `${http}/botframework/openid`,
        signIn: `${http}/login`,
        login: https,
        graph: `${https}/v1.0`,
        arm: armAddress(core.addresses),
      },
      people: core.people.list().map((person) => ({
        id: person.id,
        name: person.displayName,
        userPrincipalName: person.userPrincipalName,
        story: person.story,
        stories: storiesOf(person),
        expected: person.expected,
        complete: core.people.isComplete(person.id),
      })),
      desks: (desks?.desks ?? []).map(({ id, name }) => ({ id, name })),
      bot: host?.state() ?? null,
      faults: core.faults.list(),
    };
  });
  app.get('/requests', async () => ({ requests: core.requests.list() }));
}

function addFaultRoutes(app: FastifyInstance, core: SandboxCore): void {
  app.get('/faults', async () => ({ faults: core.faults.list() }));
  app.post('/faults', async ({ body }, reply) => {
    const asked = faultSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { service, fault } = asked.data;
    if (service !== 'desk' && deskFaultKinds.some((kind) => kind === fault)) return refuse(reply, onlyDesks);
    if (service !== 'connector' && channelFaultKinds.some((kind) => kind === fault))
      return refuse(reply, onlyTheChannel);
    core.faults.add(withoutGaps(asked.data));
    return reply.code(201).send({ faults: core.faults.list() });
  });
  app.delete('/faults', async () => {
    core.faults.clear();
    return { faults: core.faults.list() };
  });
}

function addPeopleRoutes(app: FastifyInstance, core: SandboxCore): void {
  app.post<{ Params: ById }>('/people/:id/complete', async ({ params }, reply) => {
    if (!core.people.get(params.id)) return refuse(reply, personNotFound);
    core.people.complete(params.id);
    return { id: params.id, complete: core.people.isComplete(params.id) };
  });
}

function addSessionRoutes(app: FastifyInstance, core: SandboxCore): void {
  app.post<{ Params: ById }>('/people/:id/revoke', async ({ params }, reply) => {
    if (!core.people.get(params.id)) return refuse(reply, personNotFound);
    core.people.revoke(params.id);
    return { id: params.id, revoked: true };
  });
}

function addConversationRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.get<{ Params: ById }>('/conversations/:id', async ({ params }, reply) => {
    const conversation = state.conversations.find(params.id);
    if (!conversation) return refuse(reply, conversationNotFound);
    const signedIn = whoSignedIn(core, state, conversation)?.id ?? null;
    const who = signedIn ?? conversation.personId;
    const complete = who !== null && core.people.isComplete(who);
    return { id: conversation.id, person: conversation.personId, signedIn, complete };
  });
  app.post<{ Params: ById }>('/conversations/:id/drop-sockets', async ({ params }, reply) => {
    const conversation = state.conversations.find(params.id);
    return conversation ? { dropped: dropWatchers(conversation) } : refuse(reply, conversationNotFound);
  });
  app.post<{ Params: ById }>('/conversations/:id/person', async ({ params, body }, reply) => {
    const conversation = state.conversations.find(params.id);
    if (!conversation) return refuse(reply, conversationNotFound);
    const asked = chooseSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { person } = asked.data;
    if (person !== null && !core.people.get(person)) return refuse(reply, personNotFound);
    conversation.personId = person;
    return { id: conversation.id, person };
  });
}

function withoutGaps({ service, fault, ...limits }: z.infer<typeof faultSchema>): Fault {
  const { path, method, times, retryAfterSeconds, delayMs } = limits;
  return {
    service,
    fault,
    ...(path === undefined ? {} : { path }),
    ...(method === undefined ? {} : { method }),
    ...(times === undefined ? {} : { times }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}
