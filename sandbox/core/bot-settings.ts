import type { FastifyPluginAsync } from 'fastify';

/** What a program on this machine needs to stand in for the bot, or to look at what the bot rests on. */
export interface BotSettings {
  readonly environment: Readonly<Record<string, string>>;
  /** The authority that signed the certificate of Login, Graph and Azure. */
  readonly caCertificatePem: string;
}

/** Tells the settings of this sandbox at `GET /sandbox/settings`. They open nothing outside this machine. */
export function botSettings(settings: BotSettings): FastifyPluginAsync {
  return async (app) => {
    app.get('/sandbox/settings', async (_request, reply) => reply.header('cache-control', 'no-store').send(settings));
  };
}
