import {
  type Activity,
  ActivityTypes,
  CloudAdapterBase,
  type ResourceResponse,
  type TokenResponse,
  TurnContext,
} from 'botbuilder';
import { BotFrameworkAuthentication, type ConnectorFactory, UserTokenClient } from 'botframework-connector';
import { SignInUnavailable } from '../../src/ports/sign-in-service.ts';

/** A token service in memory: one sign-in, codes and exchanges that a test decides about. */
export class PlayedTokens extends UserTokenClient {
  /** The token that is kept for the person; null when nobody is signed in. */
  token: string | null = null;
  /** What a code is good for. */
  readonly codes = new Map<string, string>();
  /** What a client's token is traded for; anything else is refused. */
  readonly exchanges = new Map<string, string>();
  readonly asked: string[] = [];

  override async getUserToken(_user: string, _connection: string, _channel: string, code: string) {
    this.asked.push(code === '' ? 'token' : `token for ${code}`);
    this.token = this.codes.get(code) ?? this.token;
    return response(this.token);
  }

  override async exchangeToken(
    _user: string,
    _connection: string,
    _channel: string,
    { token = '' }: { readonly token?: string },
  ) {
    this.asked.push('exchange');
    this.token = this.exchanges.get(token) ?? null;
    if (this.token === null) throw new SignInUnavailable('refused', 400);
    return response(this.token);
  }

  override async getSignInResource() {
    this.asked.push('sign-in link');
    return { signInLink: 'https://token.botframework.com/sign-in', tokenExchangeResource: { id: 'exchange-1' } };
  }

  override async signOutUser(): Promise<void> {
    this.asked.push('sign-out');
    this.token = null;
  }

  override async getTokenStatus() {
    return [];
  }

  override async getAadTokens() {
    return {};
  }
}

/** A channel in memory: what was sent to it, and what it refuses. */
export class PlayedChannel extends CloudAdapterBase {
  readonly tokens: PlayedTokens;
  readonly sent: Partial<Activity>[] = [];
  readonly updated: Partial<Activity>[] = [];
  /** Statuses with which it refuses what comes next, in order; 0 takes it. */
  readonly refusals: number[] = [];

  constructor(tokens = new PlayedTokens()) {
    super(new NoAuthentication());
    this.tokens = tokens;
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.#refuse();
    this.sent.push(...activities);
    return activities.map((_one, index) => ({ id: `sent-${this.sent.length - activities.length + index + 1}` }));
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    this.#refuse();
    this.updated.push(activity);
    return { id: activity.id ?? '' };
  }

  #refuse(): void {
    const status = this.refusals.shift() ?? 0;
    if (status !== 0) throw Object.assign(new Error('refused'), { status, code: 'CHANNEL_FAULT' });
  }
}

/** A bot that nobody signs in to, and that calls nobody. */
export class NoAuthentication extends BotFrameworkAuthentication {
  override authenticateRequest(): Promise<never> {
    return Promise.reject(new Error('nobody calls this bot'));
  }

  override authenticateStreamingRequest(): Promise<never> {
    return Promise.reject(new Error('nobody calls this bot'));
  }

  override createConnectorFactory(): ConnectorFactory {
    throw new Error('this bot calls nobody');
  }

  override async createUserTokenClient(): Promise<never> {
    throw new Error('this bot calls nobody');
  }
}

/** What somebody types in the chat window; changes make it anything else. */
export function anActivity(changes: Partial<Activity> = {}): Activity {
  return {
    type: ActivityTypes.Message,
    id: 'activity-1',
    channelId: 'directline',
    serviceUrl: 'http://localhost/',
    conversation: { id: 'conv-1', isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'dl_ann', name: '' },
    recipient: { id: 'bot', name: '' },
    ...changes,
  } as Activity;
}

/** Who somebody is in Teams, and where. */
export const inTeams = {
  channelId: 'msteams',
  conversation: { id: 'a:1', isGroup: false, conversationType: 'personal', name: '', tenantId: 'tenant-1' },
  from: { id: '29:ann', name: '', aadObjectId: 'person-1' },
} as const;

/** A turn on a channel in memory. */
export function aTurnContext(changes: Partial<Activity> = {}, channel = new PlayedChannel()): TurnContext {
  const context = new TurnContext(channel, anActivity(changes));
  context.turnState.set(channel.UserTokenClientKey, channel.tokens);
  return context;
}

/** A token as the token service keeps it: only its claims are read here. */
export function tokenOf(oid: string, tid: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ oid, tid })}.signature`;
}

function response(token: string | null): TokenResponse {
  // The service answers nothing where there is no sign-in, which its type does not say.
  return (token === null ? undefined : { token, connectionName: 'entra' }) as TokenResponse;
}
