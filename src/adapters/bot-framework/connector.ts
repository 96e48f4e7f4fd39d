import { type Activity, ActivityTypes, type ConversationParameters } from 'botbuilder';
import { channelNamed } from '../../domain/channel.ts';
import { type BotToken, ChannelFault, callChannel, type ObserveCall, reasonIn } from './http-call.ts';
import type { SendPace } from './send-pace.ts';

/**
 * The five calls of the Bot Connector that this bot makes, as the SDK's adapter asks for them.
 * The SDK's own client is recreated for every turn and retries a POST after a fault, which can duplicate a message;
 * this one is reused and never retries a POST.
 */
export class Connector {
  readonly conversations: ConnectorConversations;
  constructor(serviceUrl: string, token: BotToken, pace: SendPace, observe?: ObserveCall) {
    this.conversations = new ConnectorConversations(serviceUrl.replace(/\/$/, ''), token, pace, observe);
  }
}

interface ResourceResponse {
  readonly id: string;
}

class ConnectorConversations {
  readonly #base: string;
  readonly #token: BotToken;
  readonly #pace: SendPace;
  readonly #observe: ObserveCall | undefined;

  constructor(base: string, token: BotToken, pace: SendPace, observe?: ObserveCall) {
    this.#base = `${base}/v3/conversations`;
    this.#token = token;
    this.#pace = pace;
    this.#observe = observe;
  }

  async sendToConversation(conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse> {
    await this.#keepPace(conversationId, activity);
    return this.#call('POST', `${encodeURIComponent(conversationId)}/activities`, activity);
  }

  async replyToActivity(
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    await this.#keepPace(conversationId, activity);
    return this.#call('POST', activityPath(conversationId, activityId), activity);
  }

  async updateActivity(
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    await this.#keepPace(conversationId, activity);
    return this.#call('PUT', activityPath(conversationId, activityId), activity);
  }

  async deleteActivity(conversationId: string, activityId: string): Promise<void> {
    await this.#call('DELETE', activityPath(conversationId, activityId));
  }

  createConversation(parameters: ConversationParameters): Promise<ResourceResponse> {
    return this.#call('POST', '', parameters);
  }

  async #keepPace(conversationId: string, { channelId, conversation, type }: Partial<Activity>): Promise<void> {
    if (!channelNamed(channelId).limitsPace || type === ActivityTypes.Typing) return;
    await this.#pace.takePlace(conversationId, conversation?.tenantId ?? null);
  }

  async #call(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<ResourceResponse> {
    const url = path === '' ? this.#base : `${this.#base}/${path}`;
    const answer = await callChannel({ method, url, body, token: this.#token, observe: this.#observe });
    if (answer.status === 404)
      throw new ChannelFault('the conversation or message is gone', 404, {
        reason: reasonIn(JSON.stringify(answer.body)),
      });
    return { id: readId(answer.body) };
  }
}

function activityPath(conversationId: string, activityId: string): string {
  return `${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
}

function readId(body: unknown): string {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : '';
}
