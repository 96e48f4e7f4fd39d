import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import { activitySchema } from '../channel/activity.ts';
import { addressToBot, callBot } from '../channel/bot-caller.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import { conversationNotFound } from '../channel/chat-token.ts';
import {
  type Account,
  activitiesAfter,
  type Conversation,
  nextActivityId,
  readWatermark,
} from '../channel/conversations.ts';
import { planTeams, planTeamsGroup, teamsAccount } from '../channel/participants.ts';
import { type Refusal, refusal, refuse } from '../channel/refusal.ts';
import type { Person, SandboxCore } from '../core/core.ts';
import { personNotFound, unclear } from './control-refusals.ts';
import { installationActivities } from './teams-installation.ts';
import { teamsPeople } from './teams-people.ts';
import { exchangeAsTeams } from './teams-sign-in.ts';

const openSchema = z.strictObject({
  person: z.string(),
  /** The other people in the group chat or channel. */
  people: z.array(z.string()).max(20).optional(),
  place: z.enum(['personal', 'groupChat', 'channel']).optional(),
  locale: z.string().max(35).optional(),
});
const installSchema = z.strictObject({
  action: z.enum(['add', 'remove', 'add-upgrade', 'remove-upgrade']),
  /** Teams tells an installation in two activities; either may come first, or both at once. */
  order: z.enum(['installation-first', 'members-first', 'at-once']).optional(),
});
const refusalSchema = z.strictObject({
  status: z.int().min(400).max(599),
  code: z.string().min(1).max(100),
  times: z.int().min(1).max(1_000).optional(),
  retryAfterSeconds: z.number().min(0).max(86_400).optional(),
});
const exchangeSchema = z.strictObject({
  person: z.string().optional(),
  clients: z.int().min(1).max(10).optional(),
  /** A different account from the one in Teams, as its token would identify it. */
  account: z.string().optional(),
  tokenIs: z.enum(['good', 'expired', 'missing']).optional(),
  connectionName: z.string().optional(),
});
const consentSchema = z.strictObject({ person: z.string(), given: z.boolean() });

interface ById {
  readonly id: string;
}
interface AsPerson {
  readonly as?: string;
}

/** Teams without Teams: a test says what people and their clients do, and reads what the bot answers. */
export function teamsControl(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    addConversations(app, core, state);
    addActivities(app, core, state);
    addInstallation(app, core, state);
    addSignIn(app, core, state);
    await app.register(teamsPeople(core, state), { prefix: '/people' });
  };
}

function addConversations(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post('/conversations', async ({ body }, reply) => {
    const asked = openSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { person: id, people: others = [], place = 'personal', locale } = asked.data;
    const [person, ...rest] = [id, ...others].map((one) => core.people.get(one));
    if (!person || rest.includes(undefined)) return refuse(reply, personNotFound);
    const plan =
      place === 'personal'
        ? planTeams(core, person)
        : planTeamsGroup(core, place, [person, ...rest.filter((one) => one !== undefined)]);
    const conversation = state.conversations.open(plan);
    conversation.startedAt = core.now();
    conversation.locale = locale ?? null;
    const { tenantId, user, bot, people } = conversation;
    return reply.code(201).send({ id: conversation.id, conversationType: place, tenantId, user, bot, people });
  });
}

function addActivities(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post<{ Params: ById; Querystring: AsPerson }>(
    '/conversations/:id/activities',
    async ({ params, query, body }, reply) => {
      const there = findThere(core, state, params.id, query.as);
      if (there.kind === 'refused') return refuse(reply, there);
      const asked = activitySchema.safeParse(body);
      if (!asked.success) return refuse(reply, refusal(400, 'BadArgument', 'The body is not an activity.'));
      const { conversation, member } = there;
      const locale = asked.data.locale ?? conversation.locale;
      const activity = {
        ...asked.data,
        id: asked.data.id ?? nextActivityId(conversation),
        ...(locale ? { locale } : {}),
      };
      return handOver(reply, core, conversation, activity, member);
    },
  );
  app.get<{ Params: ById; Querystring: { watermark?: string } }>(
    '/conversations/:id/activities',
    async ({ params, query }, reply) => {
      const conversation = findTeams(state, params.id);
      if (conversation === undefined) return refuse(reply, conversationNotFound);
      return activitiesAfter(conversation, readWatermark(query.watermark) ?? 0);
    },
  );
}

async function handOver(
  reply: FastifyReply,
  core: SandboxCore,
  conversation: Conversation,
  activity: z.infer<typeof activitySchema>,
  member: Account,
) {
  const answer = await callBot(core, conversation, addressToBot(core, conversation, activity, member));
  if (answer.kind === 'unreachable') return refuse(reply, refusal(502, 'BotError', 'The bot cannot be reached.'));
  return { id: activity.id, status: answer.status, body: answer.body };
}

function addInstallation(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post<{ Params: ById }>('/conversations/:id/installation', async ({ params, body }, reply) => {
    const conversation = findTeams(state, params.id);
    if (conversation === undefined) return refuse(reply, conversationNotFound);
    const asked = installSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { action, order = 'installation-first' } = asked.data;
    if (action === 'remove') conversation.isInstalled = false;
    if (action === 'add') conversation.isInstalled = true;
    const told = installationActivities(conversation, action);
    const inOrder = order === 'members-first' ? told.toReversed() : told;
    const tell = (activity: z.infer<typeof activitySchema>) =>
      callBot(core, conversation, addressToBot(core, conversation, activity));
    if (order === 'at-once') await Promise.all(inOrder.map(tell));
    else for (const activity of inOrder) await tell(activity);
    return { isInstalled: conversation.isInstalled };
  });
  app.post<{ Params: ById }>('/conversations/:id/block', async ({ params, body }, reply) => {
    const conversation = findTeams(state, params.id);
    if (conversation === undefined) return refuse(reply, conversationNotFound);
    const asked = z.strictObject({ blocked: z.boolean() }).safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    conversation.isBlocked = asked.data.blocked;
    return { isBlocked: conversation.isBlocked };
  });
  app.post<{ Params: ById }>('/conversations/:id/refusals', async ({ params, body }, reply) => {
    const conversation = findTeams(state, params.id);
    if (conversation === undefined) return refuse(reply, conversationNotFound);
    const asked = refusalSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { status, code, times = 1, retryAfterSeconds = null } = asked.data;
    conversation.refusals.push({ status, code, retryAfterSeconds, left: times });
    return reply.code(201).send({ status, code, times });
  });
}

function addSignIn(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.post<{ Params: ById }>('/conversations/:id/exchange', async ({ params, body }, reply) => {
    const asked = exchangeSchema.safeParse(body ?? {});
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { person, account, clients = 1, tokenIs = 'good', connectionName } = asked.data;
    const there = findThere(core, state, params.id, person);
    if (there.kind === 'refused') return refuse(reply, there);
    const owner = account === undefined ? personOf(core, there.member) : core.people.get(account);
    if (owner === undefined) return refuse(reply, personNotFound);
    const { conversation, member } = there;
    const exchanged = await exchangeAsTeams(core, { conversation, member, owner, clients, tokenIs, connectionName });
    return exchanged.kind === 'refused' ? refuse(reply, exchanged) : { answers: exchanged.answers };
  });
  app.post('/consent', async ({ body }, reply) => {
    const asked = consentSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const person = core.people.get(asked.data.person);
    if (person === undefined) return refuse(reply, personNotFound);
    const { id } = teamsAccount(person);
    if (asked.data.given) state.withoutConsent.delete(id);
    else state.withoutConsent.add(id);
    return asked.data;
  });
}

type There = { readonly kind: 'there'; readonly conversation: Conversation; readonly member: Account } | Refusal;

/** The conversation, and who acts in it: whoever it is with, unless somebody else is named. Strangers may act too. */
function findThere(core: SandboxCore, state: ChannelState, id: string, as: string | undefined): There {
  const conversation = findTeams(state, id);
  if (conversation === undefined) return conversationNotFound;
  if (as === undefined) return { kind: 'there', conversation, member: conversation.user };
  const person = core.people.get(as);
  return person === undefined ? personNotFound : { kind: 'there', conversation, member: teamsAccount(person) };
}

function findTeams(state: ChannelState, id: string): Conversation | undefined {
  const conversation = state.conversations.find(id);
  return conversation?.channelId === 'msteams' ? conversation : undefined;
}

function personOf(core: SandboxCore, member: Account): Person | undefined {
  return core.people.list().find(({ objectId }) => objectId === member.aadObjectId);
}
