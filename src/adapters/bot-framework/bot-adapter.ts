import {
  type Activity,
  CloudAdapterBase,
  type ConversationParameters,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Clock } from '../../ports/clock.ts';
import { Kept } from '../upstream/kept.ts';
import { isAllowedServiceUrl } from './channel-gate.ts';
import { Connector } from './connector.ts';
import type { BotToken, ChannelCall } from './http-call.ts';
import { SendPace } from './send-pace.ts';
import { TokenService } from './token-service.ts';

/** How the bot connects to the Bot Framework. */
export interface BotAdapterOptions {
  readonly botAppId: string;
  readonly tokenServiceUrl: string;
  readonly botToken: BotToken;
  /** Hosts of the connector. Checked again before anything is sent, even to a stored conversation reference. */
  readonly connectorHosts: readonly string[];
  readonly clock: Clock;
  /** Called after each request to the channel. */
  readonly observe?: (call: ChannelCall & { readonly service: 'connector' | 'token-service' }) => void;
}

/** A Teams user whom the bot may never have met. */
export interface TeamsPerson {
  /** Entra object id. */
  readonly personId: string;
  readonly tenantId: string;
  /** The connector for their region: the service URL of the newest activity from their tenant. */
  readonly serviceUrl: string;
}

const keptConnectorsMax = 200;
const keptChatsMax = 5_000;
/** How long the place of somebody's chat is remembered, in milliseconds: a tab that is open asks twice a minute. */
const chatKeptMs = 60_000;
const botAudience = 'https://api.botframework.com';

/** The SDK's adapter, for activities that passed the channel gate. */
export class BotAdapter extends CloudAdapterBase {
  readonly #options: BotAdapterOptions;
  readonly #identity: ClaimsIdentity;
  readonly #factory: ConnectorFactory;
  readonly #chats: Kept<Partial<ConversationReference>>;

  constructor(options: BotAdapterOptions) {
    const userTokens = new TokenService(options.tokenServiceUrl, options.botAppId, options.botToken, (call) =>
      options.observe?.({ service: 'token-service', ...call }),
    );
    const factory = new KeptConnectors(options);
    super(new AdmittedOnly(factory, userTokens));
    this.#options = options;
    this.#factory = factory;
    this.#chats = new Kept(keptChatsMax, options.clock);
    this.#identity = new ClaimsIdentity(
      [
        { type: 'aud', value: options.botAppId },
        { type: 'appid', value: options.botAppId },
      ],
      true,
    );
  }

  /** Runs one turn. Returns the invoke response if the activity is an invoke. */
  receive(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const admitted = { audience: botAudience, claimsIdentity: this.#identity, connectorFactory: this.#factory };
    return this.processActivity(admitted, activity, logic);
  }

  /** Starts a proactive turn in a known conversation. */
  async reachOut(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.continueConversationAsync(this.#options.botAppId, reference, logic);
  }

  /**
   * The id of the personal chat with a user of whom only the Entra object id is known.
   * Teams creates the chat or returns the existing one; it refuses with 403 if the person has not installed the app.
   */
  async chatWith({ personId, tenantId, serviceUrl }: TeamsPerson): Promise<string> {
    const connector = await this.#factory.create(serviceUrl, botAudience);
    const made = await connector.conversations.createConversation({
      isGroup: false,
      bot: this.#asAccount,
      members: [{ id: personId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    } as ConversationParameters);
    return made.id;
  }

  /** Starts a turn in the personal chat with a user of whom only the Entra object id is known. */
  async reachPerson(person: TeamsPerson, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.reachOut(this.#reference(person, await this.chatWith(person)), logic);
  }

  /** Where a turn in that chat starts, as Teams told within a minute. Refused as in `chatWith`. */
  findChat(person: TeamsPerson): Promise<Partial<ConversationReference>> {
    const { personId, tenantId, serviceUrl } = person;
    return this.#chats.get(`${serviceUrl} ${tenantId} ${personId}`.toLowerCase(), async () => ({
      value: this.#reference(person, await this.chatWith(person)),
      keepUntil: this.#options.clock.now() + chatKeptMs,
    }));
  }

  #reference({ personId, tenantId, serviceUrl }: TeamsPerson, id: string): Partial<ConversationReference> {
    return {
      channelId: 'msteams',
      serviceUrl,
      bot: this.#asAccount,
      user: { id: personId, name: '', aadObjectId: personId },
      conversation: { id, conversationType: 'personal', tenantId, isGroup: false, name: '' },
    };
  }

  get #asAccount(): { readonly id: string; readonly name: string } {
    return { id: `28:${this.#options.botAppId}`, name: '' };
  }
}

class KeptConnectors extends ConnectorFactory {
  readonly #options: BotAdapterOptions;
  readonly #kept = new Map<string, Connector>();
  // A conversation can be reached through several connector addresses, but has one rate limit.
  readonly #pace: SendPace;

  constructor(options: BotAdapterOptions) {
    super();
    this.#options = options;
    this.#pace = new SendPace({
      clock: options.clock,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
  }

  override async create(serviceUrl: string): Promise<ConnectorClient> {
    if (!isAllowedServiceUrl(serviceUrl, this.#options.connectorHosts)) throw new Error('service url is not allowed');
    let connector = this.#kept.get(serviceUrl);
    if (connector === undefined) {
      if (this.#kept.size >= keptConnectorsMax) this.#kept.clear();
      const { botToken, observe } = this.#options;
      connector = new Connector(serviceUrl, botToken, this.#pace, (call) =>
        observe?.({ service: 'connector', ...call }),
      );
      this.#kept.set(serviceUrl, connector);
    }
    // The SDK calls only the members that Connector has.
    return connector as unknown as ConnectorClient;
  }
}

/** Gives the SDK our long-lived clients. Requests are authenticated by the channel gate, never here. */
class AdmittedOnly extends BotFrameworkAuthentication {
  readonly #factory: ConnectorFactory;
  readonly #userTokens: UserTokenClient;

  constructor(factory: ConnectorFactory, userTokens: UserTokenClient) {
    super();
    this.#factory = factory;
    this.#userTokens = userTokens;
  }

  override authenticateRequest(): Promise<never> {
    return Promise.reject(new Error('requests are authenticated by the channel gate'));
  }

  override authenticateStreamingRequest(): Promise<never> {
    return Promise.reject(new Error('streaming is not served'));
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#factory;
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return this.#userTokens;
  }
}
