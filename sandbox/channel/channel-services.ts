import type { FastifyPluginAsync } from 'fastify';
import type { BotHost } from '../control/bot-control.ts';
import { controlApi } from '../control/control-api.ts';
import type { SandboxCore } from '../core/core.ts';
import type { DeskWorld } from '../desk/desk-world.ts';
import { sandboxPage } from '../page/sandbox-page.ts';
import { tabProxy } from '../page/tab-proxy.ts';
import { signInPages } from '../token-service/sign-in-pages.ts';
import { tokenApi } from '../token-service/token-api.ts';
import { takeBodies } from './body-parsers.ts';
import { clearChannelState, newChannelState } from './channel-state.ts';
import { connector } from './connector.ts';
import { directLine } from './direct-line.ts';
import { refuseStrangers } from './loopback-only.ts';
import { playground } from './playground.ts';
import { answerFault } from './refusal.ts';
import { addStream } from './stream.ts';

export interface ChannelServicesOptions {
  /** The folder that holds `sandbox/` and `node_modules/`. Default: the working directory. */
  readonly root?: string;
  /** The helpdesks, if there are any. */
  readonly desks?: DeskWorld;
  /** What can kill and restart the bot, if anything can. */
  readonly bot?: BotHost | undefined;
}

/** The channel side of the sandbox on its http server: Direct Line, connector, token service, control API and page. */
export function channelServices(core: SandboxCore, options: ChannelServicesOptions = {}): FastifyPluginAsync {
  return async (app) => {
    const state = newChannelState();
    const root = options.root ?? process.cwd();
    refuseStrangers(app);
    takeBodies(app);
    app.setErrorHandler(answerFault);
    addStream(app, core, state);
    await app.register(directLine(core, state), { prefix: '/v3/directline' });
    await app.register(connector(core, state), { prefix: '/connector/v3' });
    await app.register(tokenApi(core, state), { prefix: '/api' });
    await app.register(signInPages(core, state), { prefix: '/token-service' });
    await app.register(playground(core), { prefix: '/playground' });
    await app.register(controlApi(core, state, { desks: options.desks, bot: options.bot }), { prefix: '/sandbox' });
    await app.register(sandboxPage(core, root));
    await app.register(tabProxy(core));
    app.addHook('onClose', async () => clearChannelState(state));
  };
}
