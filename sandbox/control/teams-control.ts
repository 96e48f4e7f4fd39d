import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { activitySchema } from '../channel/activity.ts';
import { addressToBot, callBot } from '../channel/bot-caller.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import { conversationNotFound } from '../channel/chat-token.ts';
import { activitiesAfter, nextActivityId, readWatermark } from '../channel/conversations.ts';
import { planTeams } from '../channel/participants.ts';
import { refusal, refuse } from '../channel/refusal.ts';
import type { SandboxCore } from '../core/core.ts';
import { personNotFound, unclear } from './control-refusals.ts';

const openSchema = z.strictObject({ person: z.string(), locale: z.string().max(35).optional() });

interface ById {
  readonly id: string;
}

/** A Teams personal chat without Teams: a test says what the person does and reads what the bot answers. */
export function teamsControl(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    app.post('/conversations', async ({ body }, reply) => {
      const asked = openSchema.safeParse(body);
      if (!asked.success) return refuse(reply, unclear(asked.error));
      const person = core.people.get(asked.data.person);
      if (!person) return refuse(reply, personNotFound);
      const conversation = state.conversations.open(planTeams(core, person));
      conversation.startedAt = core.now();
      conversation.locale = asked.data.locale ?? null;
      const { id, user, bot, tenantId } = conversation;
      return reply.code(201).send({ id, conversationType: 'personal', tenantId, user, bot });
    });
    app.post<{ Params: ById }>('/conversations/:id/activities', async ({ params, body }, reply) => {
      const conversation = state.conversations.find(params.id);
      if (conversation?.channelId !== 'msteams') return refuse(reply, conversationNotFound);
      const asked = activitySchema.safeParse(body);
      if (!asked.success) return refuse(reply, refusal(400, 'BadArgument', 'The body is not an activity.'));
      const id = asked.data.id ?? nextActivityId(conversation);
      const locale = asked.data.locale ?? conversation.locale;
      const activity = { ...asked.data, id, ...(locale ? { locale } : {}) };
      const answer = await callBot(core, conversation, addressToBot(core, conversation, activity));
      if (answer.kind === 'unreachable') return refuse(reply, refusal(502, 'BotError', 'The bot cannot be reached.'));
      return { id, status: answer.status, body: answer.body };
    });
    app.get<{ Params: ById; Querystring: { watermark?: string } }>(
      '/conversations/:id/activities',
      async ({ params, query }, reply) => {
        const conversation = state.conversations.find(params.id);
        if (conversation?.channelId !== 'msteams') return refuse(reply, conversationNotFound);
        return activitiesAfter(conversation, readWatermark(query.watermark) ?? 0);
      },
    );
  };
}
