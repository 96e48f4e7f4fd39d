import type { FastifyInstance } from 'fastify';
import { bearerOf } from '../core/bearer.ts';
import type { SandboxCore } from '../core/core.ts';
import { refusal, refuse } from './refusal.ts';

const audience = 'https://api.botframework.com';
const notTheBot = refusal(401, 'Unauthorized', 'Authorization has been denied for this request.');

/** Only the bot, with a token that Entra signed for it, gets past. */
export function requireBot(app: FastifyInstance, core: SandboxCore): void {
  app.addHook('onRequest', async (request, reply) => {
    const token = bearerOf(request.headers.authorization);
    if (token !== null && (await isTheBots(core, token))) return;
    return refuse(reply, notTheBot);
  });
}

function isTheBots(core: SandboxCore, token: string): Promise<boolean> {
  return core.entraKey.verify(token, { audience }).then(
    (claims) => (claims.appid ?? claims.azp) === core.registrations.bot.appId,
    () => false,
  );
}
