import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../src/i18n/index.ts';
import { addressToBot, callBot } from '../channel/bot-caller.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import { type Conversation, nextActivityId } from '../channel/conversations.ts';
import { watchService } from '../channel/service-watch.ts';
import type { SandboxCore } from '../core/core.ts';
import { readSession } from './browser-session.ts';
import { authorizeUrl, redeemSignInCode } from './login-client.ts';
import type { StartedSignIn } from './sign-in-book.ts';
import { closeScript, type SignInOutcome, signInHtml, signInStyles } from './sign-in-html.ts';
import { tokenResponse } from './token-lookup.ts';
import type { StoredUserToken, TokenOwner } from './user-token-book.ts';

interface Visited {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

/** The pages of the token service that a browser opens: out to the sign-in page, and back. */
export function signInPages(core: SandboxCore, state: ChannelState): FastifyPluginAsync {
  return async (app) => {
    watchService(app, core, 'token-service');
    addStaticFiles(app);
    app.get<Visited>('/signin', async (request, reply) => {
      const asked = unglue(request.query);
      const signIn = state.signIns.visit(asked.get('signin') ?? '', core.now());
      if (signIn === null) return sendPage(request, reply, { kind: 'old' }, asked.get('ui_locales') ?? null);
      const conversation = state.conversations.find(signIn.conversationId ?? '');
      const person = asked.get('person') ?? conversation?.personId ?? null;
      const locale = asked.get('ui_locales') ?? signIn.locale ?? conversation?.locale ?? null;
      return reply.redirect(authorizeUrl(core, signIn, { person, locale }), 302);
    });
    app.get<Visited>('/callback', async (request, reply) => {
      const signIn = state.signIns.takeReturn(request.query.state ?? '');
      if (signIn === null) return sendPage(request, reply, { kind: 'old' }, null);
      const outcome = await finish(core, state, signIn, request);
      return sendPage(request, reply, outcome, signIn.locale);
    });
  };
}

async function finish(
  core: SandboxCore,
  state: ChannelState,
  signIn: StartedSignIn,
  request: FastifyRequest<Visited>,
): Promise<SignInOutcome> {
  const { code, error } = request.query;
  if (error === 'access_denied') return { kind: 'declined' };
  if (code === undefined) return { kind: 'failed' };
  const redemption = await redeemSignInCode(core, signIn, code);
  if (redemption.kind !== 'redeemed') return { kind: 'failed' };
  const conversation = state.conversations.find(signIn.conversationId ?? '');
  if (conversation?.channelId === 'msteams') return finishInTeams(core, state, signIn, conversation, redemption.token);
  const session = readSession(request);
  const isSameBrowser = session !== null && conversation?.sessions.has(session) === true;
  if (conversation && isSameBrowser && (await finishWithoutCode(core, state, signIn, conversation, redemption.token))) {
    return { kind: 'done' };
  }
  return { kind: 'code', code: state.userTokens.holdForCode(ownerOf(signIn), redemption.token, core.now()) };
}

/** The bot may ask for the token while it is being told, so the token is there before. */
async function finishWithoutCode(
  core: SandboxCore,
  state: ChannelState,
  signIn: StartedSignIn,
  conversation: Conversation,
  token: StoredUserToken,
): Promise<boolean> {
  state.userTokens.keep(ownerOf(signIn), token);
  if (await tellBot(core, conversation, signIn, token)) return true;
  state.userTokens.remove(ownerOf(signIn));
  return false;
}

/** Teams takes the code from the sign-in window and sends it itself; nobody types. */
async function finishInTeams(
  core: SandboxCore,
  state: ChannelState,
  signIn: StartedSignIn,
  conversation: Conversation,
  token: StoredUserToken,
): Promise<SignInOutcome> {
  const code = state.userTokens.holdForCode(ownerOf(signIn), token, core.now());
  const invoke = { type: 'invoke', name: 'signin/verifyState', value: { state: code } };
  const answer = await callBot(
    core,
    conversation,
    addressToBot(core, conversation, { ...invoke, id: nextActivityId(conversation) }),
  );
  return answer.kind === 'accepted' ? { kind: 'done' } : { kind: 'failed' };
}

async function tellBot(core: SandboxCore, conversation: Conversation, signIn: StartedSignIn, token: StoredUserToken) {
  const event = {
    type: 'event',
    name: 'tokens/response',
    id: nextActivityId(conversation),
    value: tokenResponse(ownerOf(signIn), token),
    ...(conversation.locale ? { locale: conversation.locale } : {}),
  };
  const answer = await callBot(core, conversation, addressToBot(core, conversation, event));
  return answer.kind === 'accepted';
}

function ownerOf({ channelId, userId, connectionName }: StartedSignIn): TokenOwner {
  return { channelId, userId, connectionName };
}

/** Web Chat glues an encoded `&code_challenge=…` to the last parameter of the link. */
function unglue(query: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value ?? ''}`);
  return new URLSearchParams(pairs.join('&'));
}

function sendPage(request: FastifyRequest, reply: FastifyReply, outcome: SignInOutcome, locale: string | null) {
  const language = localeOf(locale, request.headers['accept-language']);
  return reply
    .code(outcome.kind === 'old' ? 400 : 200)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    })
    .send(signInHtml(outcome, language));
}

function addStaticFiles(app: FastifyInstance): void {
  app.get('/close.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(closeScript));
  app.get('/sign-in.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(signInStyles));
}
