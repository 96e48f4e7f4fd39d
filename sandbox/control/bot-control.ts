import type { FastifyPluginAsync } from 'fastify';
import { refusal, refuse } from '../channel/refusal.ts';

/** The owner of the bot process, which can end it. */
export interface BotHost {
  state(): 'running' | 'stopped';
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  start(): Promise<{ readonly kind: 'running' } | { readonly kind: 'ended'; readonly exitCode: number }>;
}

const startFailed = refusal(502, 'BotError', 'The bot did not start again.');

/** Kills the bot and restarts it on the same data, to see what survives. */
export function botControl(host: BotHost): FastifyPluginAsync {
  return async (app) => {
    app.get('/', async () => ({ state: host.state() }));
    app.post('/kill', async () => {
      await host.kill();
      return { state: host.state() };
    });
    app.post('/start', async (_request, reply) => {
      const started = await host.start();
      return started.kind === 'ended' ? refuse(reply, startFailed) : { state: host.state() };
    });
  };
}
