import { BotAdapter } from '../adapters/bot-framework/bot-adapter.ts';
import { ChannelGate } from '../adapters/bot-framework/channel-gate.ts';
import { createBotCredentials } from '../adapters/entra/bot-credentials.ts';
import type { Foundation } from './foundation.ts';

/** The connection to the Bot Framework: who may call the bot, and how it replies. */
export interface ChannelConnection {
  readonly gate: ChannelGate;
  readonly adapter: BotAdapter;
  /** Resolves when the signing keys and the bot's token have been requested. If that failed, the first turn tries again. */
  readonly warmed: Promise<unknown>;
}

/** Requests keys and token at once, so that they are on their way while the rest is built. */
export function connectChannel({ settings, clock, journal, observe }: Foundation): ChannelConnection {
  const credentials = createBotCredentials(settings, clock);
  const gate = new ChannelGate({
    openIdUrl: settings.BOT_OPENID_URL,
    issuer: settings.BOT_TOKEN_ISSUER,
    botAppId: settings.BOT_APP_ID,
    connectorHosts: settings.CONNECTOR_HOSTS,
    clock,
    journal,
  });
  const warmed = Promise.allSettled([gate.warm(), credentials.warm()]);
  const adapter = new BotAdapter({
    botAppId: settings.BOT_APP_ID,
    tokenServiceUrl: settings.TOKEN_SERVICE_URL,
    botToken: credentials.token.bind(credentials),
    connectorHosts: settings.CONNECTOR_HOSTS,
    clock,
    observe,
  });
  return { gate, adapter, warmed };
}
