import {
  type Activity,
  ActivityTypes,
  CloudAdapterBase,
  type ConversationReference,
  INVOKE_RESPONSE_KEY,
  type ResourceResponse,
  type TokenResponse,
  TurnContext,
} from 'botbuilder';
import { UserTokenClient } from 'botframework-connector';
import type { BotAdapter, TeamsPerson } from '../../src/adapters/bot-framework/bot-adapter.ts';
import { ChannelFault } from '../../src/adapters/bot-framework/http-call.ts';
import { NoAuthentication } from '../builders/turn-context.ts';
import type { Fault, Life } from './life.ts';
import type { SeededChance } from './seeded-chance.ts';

/** One message as people see it now. */
export interface ShownMessage {
  readonly id: string;
  readonly activity: Partial<Activity>;
}

/** What a process did in a chat. */
export interface ChannelAct {
  readonly conversation: string;
  readonly how: 'posted' | 'replaced';
  readonly shown: ShownMessage;
  /** What its process gets to know: the answer, or nothing. */
  readonly isAnswered: boolean;
  readonly by: Life;
}

/** The chats of all people, and who is signed in. */
export class SimulatedChannel {
  readonly #chance: SeededChance;
  readonly #acted: (act: ChannelAct) => void;
  readonly #notReplaced: (conversation: string) => void;
  readonly #chats = new Map<string, ShownMessage[]>();
  /** Who has installed the app in Teams, by their Entra object id. */
  readonly inTeams = new Set<string>();
  /** Tokens by the id of the person in the chat. */
  readonly tokens = new Map<string, string>();
  #messages = 0;

  /** `notReplaced`: a message was to be replaced, and its process was not told that it was. */
  constructor(chance: SeededChance, acted: (act: ChannelAct) => void, notReplaced: (conversation: string) => void) {
    this.#chance = chance;
    this.#acted = acted;
    this.#notReplaced = notReplaced;
  }

  /** What somebody sees in their chat, oldest first. */
  chat(conversation: string): readonly ShownMessage[] {
    return this.#chats.get(conversation) ?? [];
  }

  /** The channel as one process calls it. */
  seenBy(life: Life): SimulatedAdapter {
    return new SimulatedAdapter(this, life);
  }

  post(conversation: string, activity: Partial<Activity>, isAnswered: boolean, by: Life): string {
    this.#messages += 1;
    const shown = { id: `m${this.#messages}`, activity };
    this.#acted({ conversation, how: 'posted', shown, isAnswered, by });
    this.#chats.set(conversation, [...this.chat(conversation), shown]);
    return shown.id;
  }

  replace(conversation: string, activity: Partial<Activity>, isAnswered: boolean, by: Life): void {
    const shown = { id: activity.id ?? '', activity };
    this.#acted({ conversation, how: 'replaced', shown, isAnswered, by });
    const chat = this.chat(conversation).map((one) => (one.id === shown.id ? shown : one));
    this.#chats.set(conversation, chat);
  }

  updateFaultOf(fault: Fault, conversation: string): ChannelFault {
    this.#notReplaced(conversation);
    return this.faultOf(fault);
  }

  faultOf(fault: Fault): ChannelFault {
    if (fault === 'unanswered') return new ChannelFault('no answer', null);
    const status = this.#chance.pick([429, 502, 503]) ?? 503;
    return new ChannelFault('refused', status, { retryAfterSeconds: status === 429 ? 5 : null });
  }
}

/** The adapter of one process, with the SDK's turns and without its network. */
export class SimulatedAdapter
  extends CloudAdapterBase
  implements Pick<BotAdapter, 'chatWith' | 'findChat' | 'reachOut' | 'reachPerson'>
{
  readonly #channel: SimulatedChannel;
  readonly #life: Life;
  readonly #tokens: SimulatedTokens;
  #turns = 0;

  constructor(channel: SimulatedChannel, life: Life) {
    super(new NoAuthentication());
    this.#channel = channel;
    this.#life = life;
    this.#tokens = new SimulatedTokens(channel, life);
  }

  /** Runs one activity of the channel. Resolves when the channel has its answer. */
  async receive(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, structuredClone(activity));
    context.turnState.set(this.UserTokenClientKey, this.#tokens);
    await logic(context);
  }

  async reachOut(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    this.#turns += 1;
    const { channelId, serviceUrl, conversation, bot, user, locale } = reference;
    const event = { type: ActivityTypes.Event, name: 'ContinueConversation', id: `${this.#life.name}-${this.#turns}` };
    const whom = { channelId, serviceUrl, conversation, recipient: bot, from: user, locale, relatesTo: reference };
    await this.receive({ ...event, ...whom } as Activity, logic);
  }

  async chatWith({ personId }: Pick<TeamsPerson, 'personId'>): Promise<string> {
    const id = await this.#calls(() => (this.#channel.inTeams.has(personId) ? chatOf(personId) : null));
    if (id === null) throw new ChannelFault('the app is not installed', 403);
    return id;
  }

  async reachPerson(person: TeamsPerson, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.reachOut(await this.findChat(person), logic);
  }

  async findChat({ personId, tenantId, serviceUrl }: TeamsPerson): Promise<Partial<ConversationReference>> {
    const id = await this.chatWith({ personId });
    return {
      channelId: 'msteams',
      serviceUrl,
      bot: { id: '28:bot', name: '' },
      user: { id: `29:${personId}`, name: '', aadObjectId: personId },
      conversation: { id, conversationType: 'personal', tenantId, isGroup: false, name: '' },
    };
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push({ id: await this.#send(context, activity) });
    return responses;
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const conversation = activity.conversation?.id ?? '';
    await this.#life.calls(
      'channel',
      (fault) => this.#channel.replace(conversation, structuredClone(activity), fault === 'none', this.#life),
      (fault) => this.#channel.updateFaultOf(fault, conversation),
    );
    return { id: activity.id ?? '' };
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<string> {
    if (activity.type === ActivityTypes.InvokeResponse) {
      context.turnState.set(INVOKE_RESPONSE_KEY, activity);
      return '';
    }
    const conversation = activity.conversation?.id ?? '';
    return this.#calls((fault) =>
      activity.type === ActivityTypes.Typing
        ? ''
        : this.#channel.post(conversation, structuredClone(activity), fault === 'none', this.#life),
    );
  }

  #calls<Answer>(effect: (fault: 'none' | 'unanswered') => Answer): Promise<Answer> {
    return this.#life.calls('channel', effect, (fault) => this.#channel.faultOf(fault));
  }
}

/** The conversation of somebody in Teams; Teams makes it when it is asked for. */
export function chatOf(personId: string): string {
  return `a:${personId}`;
}

class SimulatedTokens extends UserTokenClient {
  readonly #channel: SimulatedChannel;
  readonly #life: Life;

  constructor(channel: SimulatedChannel, life: Life) {
    super();
    this.#channel = channel;
    this.#life = life;
  }

  override getUserToken(user: string): Promise<TokenResponse> {
    return this.#calls(() => {
      const token = this.#channel.tokens.get(user);
      // The service answers nothing where there is no sign-in, which its type does not say.
      return (token === undefined ? undefined : { token, connectionName: 'onetenant' }) as TokenResponse;
    });
  }

  override async exchangeToken(user: string): Promise<TokenResponse> {
    return this.getUserToken(user);
  }

  override getSignInResource() {
    return this.#calls(() => ({ signInLink: 'https://token.botframework.com/sign-in' }));
  }

  /** Nobody is ever signed out for good: the next look finds them signed in again, and the chat goes on. */
  override async signOutUser(): Promise<void> {
    await this.#calls(() => undefined);
  }

  override async getTokenStatus() {
    return [];
  }

  override async getAadTokens() {
    return {};
  }

  #calls<Answer>(effect: () => Answer): Promise<Answer> {
    return this.#life.calls('tokens', effect, () => new ChannelFault('no token now', 503));
  }
}
