import type { Activity, SignInUrlResponse, TokenExchangeRequest, TokenResponse, TokenStatus } from 'botbuilder';
import { UserTokenClient } from 'botframework-connector';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import { type BotToken, ChannelFault, callChannel, type ObserveCall } from './http-call.ts';

/**
 * The Bot Framework token service, which stores people's sign-ins.
 * Source: the REST calls of `UserTokenClient` in botframework-connector 4.23. "No token" is 404 without a body.
 * Every call rejects with `SignInUnavailable` when the service gives no answer that can be used.
 */
export class TokenService extends UserTokenClient {
  readonly #base: string;
  readonly #appId: string;
  readonly #token: BotToken;
  readonly #observe: ObserveCall | undefined;

  constructor(base: string, appId: string, token: BotToken, observe?: ObserveCall) {
    super();
    this.#base = base;
    this.#appId = appId;
    this.#token = token;
    this.#observe = observe;
  }

  override async getUserToken(
    userId: string,
    connectionName: string,
    channelId: string,
    magicCode?: string,
  ): Promise<TokenResponse> {
    const query = {
      userId,
      connectionName,
      channelId,
      ...(magicCode === undefined || magicCode === '' ? {} : { code: magicCode }),
    };
    const token = readToken(await this.#call('GET', 'api/usertoken/GetToken', query));
    // The SDK's own client also returns undefined for "no token", contrary to its type.
    return token as unknown as TokenResponse;
  }

  override async getSignInResource(
    connectionName: string,
    activity: Activity,
    finalRedirect?: string,
  ): Promise<SignInUrlResponse> {
    const state = UserTokenClient.createTokenExchangeState(this.#appId, connectionName, activity);
    const query = { state, ...(finalRedirect === undefined ? {} : { finalRedirect }) };
    const resource = await this.#call('GET', 'api/botsignin/GetSignInResource', query);
    if (!hasSignInLink(resource)) throw new SignInUnavailable('no sign-in link', resource === null ? 404 : 200);
    return resource;
  }

  override async signOutUser(userId: string, connectionName: string, channelId: string): Promise<void> {
    await this.#call('DELETE', 'api/usertoken/SignOut', { userId, connectionName, channelId });
  }

  override async getTokenStatus(userId: string, channelId: string, include?: string): Promise<TokenStatus[]> {
    const query = { userId, channelId, ...(include === undefined ? {} : { include }) };
    const answer = await this.#call('GET', 'api/usertoken/GetTokenStatus', query);
    return Array.isArray(answer) ? answer : [];
  }

  override async getAadTokens(
    userId: string,
    connectionName: string,
    resourceUrls: string[],
    channelId: string,
  ): Promise<Record<string, TokenResponse>> {
    const query = { userId, connectionName, channelId };
    return (await this.#call('POST', 'api/usertoken/GetAadTokens', query, { resourceUrls })) as Record<
      string,
      TokenResponse
    >;
  }

  override async exchangeToken(
    userId: string,
    connectionName: string,
    channelId: string,
    exchange: TokenExchangeRequest,
  ): Promise<TokenResponse> {
    const query = { userId, connectionName, channelId };
    return readToken(await this.#call('POST', 'api/usertoken/exchange', query, exchange)) as unknown as TokenResponse;
  }

  async #call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    query: Record<string, string>,
    body?: unknown,
  ): Promise<unknown> {
    const url = `${this.#base}/${path}?${new URLSearchParams(query)}`;
    try {
      const answer = await callChannel({ method, url, body, token: this.#token, observe: this.#observe });
      return answer.status === 404 ? null : answer.body;
    } catch (fault) {
      if (fault instanceof ChannelFault)
        throw new SignInUnavailable(fault.message, fault.status, { cause: fault.cause });
      throw new SignInUnavailable('the bot has no token of its own', null, { cause: fault });
    }
  }
}

function hasSignInLink(resource: unknown): resource is SignInUrlResponse {
  if (typeof resource !== 'object' || resource === null || !('signInLink' in resource)) return false;
  return typeof resource.signInLink === 'string' && resource.signInLink !== '';
}

/** A token response counts only if it contains a token. */
function readToken(body: unknown): TokenResponse | undefined {
  if (typeof body !== 'object' || body === null || !('token' in body)) return undefined;
  return typeof body.token === 'string' && body.token !== '' ? (body as TokenResponse) : undefined;
}
