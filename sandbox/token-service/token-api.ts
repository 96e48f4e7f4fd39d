import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import { membersOf } from '../channel/activity.ts';
import { requireBot } from '../channel/bot-bearer.ts';
import { signInLink } from '../channel/bot-delivery.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import { isFaultNamed } from '../channel/fault-names.ts';
import { refusal, refuse } from '../channel/refusal.ts';
import { watchService } from '../channel/service-watch.ts';
import type { SandboxCore } from '../core/core.ts';
import { findFreshToken, tokenResponse } from './token-lookup.ts';
import type { TokenOwner } from './user-token-book.ts';

const serviceProviderName = 'Azure Active Directory v2';

const ownerSchema = z.looseObject({
  userId: z.string().min(1),
  connectionName: z.string().min(1),
  channelId: z.string().min(1),
  code: z.string().optional(),
});
const personSchema = z.looseObject({
  userId: z.string().min(1),
  channelId: z.string().min(1),
  connectionName: z.string().optional(),
});
const stateSchema = z.looseObject({
  connectionName: z.string().min(1),
  conversation: z.looseObject({
    channelId: z.string(),
    user: z.looseObject({ id: z.string() }),
    conversation: z.looseObject({ id: z.string() }),
    locale: z.string().nullish(),
  }),
});

const badRequest = refusal(400, 'BadRequest', 'The request names no person, channel or connection.');
const unknownConnection = refusal(400, 'BadRequest', 'There is no OAuth connection with this name on the bot.');

const consentRequired = refusal(
  400,
  'ConsentRequired',
  'The person or administrator has not consented to use the app.',
);

/** The Bot Framework token service, as the bot sees it. */
export function tokenApi(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    watchService(app, core, 'token-service');
    requireBot(app, core);
    addTokenRoutes(app, core, state);
    addExchangeRoutes(app, core, state);
    addSignInRoutes(app, core, state);
  };
}

function addTokenRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.get('/usertoken/GetToken', async ({ query }, reply) => {
    const asked = ownerSchema.safeParse(query);
    if (!asked.success) return refuse(reply, badRequest);
    if (!isKnownConnection(core, asked.data.connectionName)) return refuse(reply, unknownConnection);
    const { code, ...owner } = asked.data;
    const token = code
      ? state.userTokens.redeemCode(owner, code.trim(), core.now())
      : await findFreshToken(core, state, owner);
    return token ? tokenResponse(owner, token) : answerNoToken(reply);
  });
  app.delete('/usertoken/SignOut', async ({ query }, reply) => {
    const asked = personSchema.safeParse(query);
    if (!asked.success) return refuse(reply, badRequest);
    const connectionName = asked.data.connectionName ?? core.registrations.signIn.connectionName;
    state.userTokens.remove({ ...asked.data, connectionName });
    return reply.code(200).send();
  });
  app.get('/usertoken/GetTokenStatus', async ({ query }, reply) => {
    const asked = personSchema.safeParse(query);
    if (!asked.success) return refuse(reply, badRequest);
    const { connectionName } = core.registrations.signIn;
    const { channelId, userId } = asked.data;
    const hasToken = state.userTokens.find({ channelId, userId, connectionName }) !== null;
    return [{ channelId, connectionName, hasToken, serviceProviderDisplayName: serviceProviderName }];
  });
  app.post('/usertoken/GetAadTokens', async (_request, reply) =>
    refuse(reply, refusal(400, 'NotSupported', 'The connection hands out tokens for its own scopes only.')),
  );
}

function addExchangeRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  /** Single sign-on: the client already has a token for this application. */
  app.post('/usertoken/exchange', async ({ query, body }, reply) => {
    const asked = ownerSchema.safeParse(query);
    const { token } = membersOf(body);
    if (!asked.success) return refuse(reply, badRequest);
    if (!isKnownConnection(core, asked.data.connectionName)) return refuse(reply, unknownConnection);
    if (state.withoutConsent.has(asked.data.userId)) return refuse(reply, consentRequired);
    const expiresAt = typeof token === 'string' ? await expiryOf(token) : null;
    if (typeof token !== 'string' || expiresAt === null) {
      return refuse(reply, refusal(400, 'InvalidExchangeToken', 'The token cannot be exchanged.'));
    }
    const kept = { accessToken: token, refreshToken: null, expiresAt };
    state.userTokens.keep(asked.data, kept);
    return tokenResponse(asked.data, kept);
  });

  /** In milliseconds since 1970; null when the token was not made for this application. */
  function expiryOf(token: string): Promise<number | null> {
    return core.entraKey.verify(token, { audience: core.registrations.signIn.appId }).then(
      ({ exp }) => (typeof exp === 'number' ? exp * 1000 : null),
      () => null,
    );
  }
}

function addSignInRoutes(app: FastifyInstance, core: SandboxCore, state: ChannelState): void {
  app.get('/botsignin/GetSignInUrl', async ({ query }, reply) => {
    const link = beginSignIn(membersOf(query).state);
    if (link === null) return refuse(reply, badRequest);
    return reply.type('text/plain; charset=utf-8').send(link);
  });
  app.get('/botsignin/GetSignInResource', async ({ query }, reply) => {
    const link = beginSignIn(membersOf(query).state);
    return link === null ? refuse(reply, badRequest) : signInResource(link);
  });
  app.get('/usertoken/GetTokenOrSignInResource', async ({ query }, reply) => {
    const asked = ownerSchema.safeParse(query);
    if (!asked.success) return refuse(reply, badRequest);
    const { code, ...owner }: TokenOwner & { code?: string | undefined } = asked.data;
    const token = code
      ? state.userTokens.redeemCode(owner, code, core.now())
      : await findFreshToken(core, state, owner);
    if (token) return { tokenResponse: tokenResponse(owner, token) };
    const link = beginSignIn(membersOf(query).state);
    return link === null ? refuse(reply, badRequest) : { signInResource: signInResource(link) };
  });

  function signInResource(signInLinkOfPerson: string) {
    const id = new URL(signInLinkOfPerson).searchParams.get('signin');
    return {
      signInLink: signInLinkOfPerson,
      tokenExchangeResource: { id, uri: core.registrations.signIn.scope, providerId: null },
    };
  }

  function beginSignIn(given: unknown): string | null {
    const asked = stateSchema.safeParse(readState(given));
    if (!asked.success || !isKnownConnection(core, asked.data.connectionName)) return null;
    const { connectionName, conversation } = asked.data;
    const signIn = state.signIns.begin({
      connectionName,
      channelId: conversation.channelId,
      userId: conversation.user.id,
      conversationId: conversation.conversation.id,
      locale: conversation.locale ?? null,
      now: core.now(),
    });
    return signInLink(core, signIn.id);
  }
}

/** With any body at all, even an empty object, the bot would take it for a token. */
function answerNoToken(reply: FastifyReply): FastifyReply {
  return reply.code(404).send();
}

function isKnownConnection(core: SandboxCore, name: string): boolean {
  return name === core.registrations.signIn.connectionName;
}

function readState(given: unknown): unknown {
  if (typeof given !== 'string') return null;
  try {
    return JSON.parse(Buffer.from(given, 'base64').toString('utf8'));
  } catch (fault) {
    if (isFaultNamed(fault, ['SyntaxError'])) return null;
    throw fault;
  }
}
